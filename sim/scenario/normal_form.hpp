// What a scenario says, written in one way.
#pragma once
#include <string>

#include "sim/scenario/compile/files.hpp"
#include "sim/scenario/document.hpp"
#include "sim/scenario/spec/scenario_spec.hpp"

namespace thirdring {

/// The tree of all values that are given: keys in the order of the reference, names of the planner's in their
/// own order (which of two groups, situations or types comes first can matter), each value in the unit that
/// it is always written in, files relative to the first source.  Reading it gives the same spec, to the last
/// bit; its own normal form is itself.  The spec is not changed.
NodePtr normal_form(ScenarioSpec& spec, const Files& files);

/// A tree as YAML: what fits into a line stands in one.
std::string write_document(const Node& root);
/// The same in one line, whatever fits: {a: 1, b: [2, 3]}.
std::string write_line(const Node& node);

}  // namespace thirdring
