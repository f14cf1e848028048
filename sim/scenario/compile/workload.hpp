// What comes, and who is there, period by period: expectations only.
#pragma once
#include <vector>

#include "sim/model/model.hpp"

namespace thirdring {

/// Expected calls of a type in each period; a surge counts where it begins.
std::vector<double> calls_by_period(const Model& model, const CallType& type);

/// Work of so many calls of a type with the group of its route that is quickest, in seconds.
double work_of(const Model& model, TypeId t, double calls);

/// Agents of a group who are there at some time of each period, breaks and absence aside.
std::vector<std::int64_t> present_by_period(const Model& model, const AgentGroup& group);

/// Agent seconds of a group in the open hours of the run, less breaks and expected absence.
double agent_seconds(const Model& model, const AgentGroup& group);

}  // namespace thirdring
