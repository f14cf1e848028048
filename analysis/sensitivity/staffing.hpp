// More or fewer agents, in whole agents.
#pragma once
#include "sim/model/model.hpp"

namespace thirdring {

/// A share more (or, below 0, fewer) of a group's agents.
///
/// By period: in each open period round(|share| x agents) more or fewer; where that is less than half of
/// the share of all of them, one at least in each that has agents.  By shifts: so many of a day's agents
/// together, spread evenly over the day's shifts in the order of their start; one at least. Where there is an
/// agent, one is left.  `share` is above -1.
void change_staffing(const Calendar& calendar, AgentGroup& group, double share);

/// Agents of a group by its plan, breaks included, mean over the open time.
double mean_agents(const Calendar& calendar, const AgentGroup& group);

}  // namespace thirdring
