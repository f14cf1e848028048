// The scenarios that speed is measured on.
#pragma once
#include <string>
#include <vector>

#include "sim/model/model.hpp"

namespace thirdring::bench {

/// Erlang A with so many agents and so many calls a minute, cut equally into so many types, for some hours:
/// ea100.yaml writ large or small.
std::string erlang_a(unsigned agents, unsigned types, double hours);
/// 20 call types, 15 groups, 700 agents, lists of three groups of which the last may help after 20 s, two
/// priorities, lognormal talk; 8 h.  `load`: of the agents, if nobody hung up.
std::string skills_centre(double load = 0.97);
/// A national hotline's day of 12 h: a million calls of 60 types, 10,000 agents in 40 groups on two sites,
/// the other site helps after 30 s; redials and callbacks; 96 % load.
std::string national_day();

/// A workload by name: a file of this directory without its ending (ea100), a shipped scenario without its
/// ending (courier_hotline), or skills, national, agents_N, types_N, long_N (1,000 agents, N million calls in
/// one run).  Throws std::runtime_error for other names, with the names that there are.
std::string scenario_text(const std::string& name);

/// The model of scenario_text(name); throws std::runtime_error with all problems if it has any.
Model workload(const std::string& name);

}  // namespace thirdring::bench
