// Types that follow from others.
#pragma once
#include "sim/scenario/compile/compile.hpp"

namespace thirdring {

/// Gives a derived type to the groups that list it by a name (or to one of them); false when none does.
bool give_named_skill(Compile& c, const std::string& name, TypeId type, GroupId only = none);

/// The same of calls that nobody asked for: they come behind all else, unless a priority is stated.
bool give_outbound_skill(Compile& c, const std::string& name, TypeId type);
/// The priority behind everything that the group does so far.
std::uint32_t behind_all(const AgentGroup& group);

}  // namespace thirdring
