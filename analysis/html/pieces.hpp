// Pieces of the data of a page.
#pragma once
#include <string_view>

#include "analysis/html/gathered.hpp"
#include "analysis/html/language.hpp"
#include "analysis/html/one_more.hpp"
#include "analysis/html/replay.hpp"
#include "analysis/html/required.hpp"
#include "analysis/report/json.hpp"

namespace thirdring {

/// Five digits, which is more than a picture shows; null for NaN.
Json short_number(double x);
/// [value, low, high].
Json short_estimate(const Estimate& estimate);
/// What agents do, as pages tell it: idle, ringing, talking, holding, wrap_up, cases, away, on_break.
inline constexpr std::size_t page_states = 8;
/// The position of a state there; page_states for those who are off.
std::size_t page_state(AgentState state);

/// Where a run came from and how to have it again.
Json origin_data(const Experiment& experiment, const Origin& origin, PageLanguage language);
Json warning_data(const Origin& origin, PageLanguage language);
Json agreement_data(const Results& results);
/// Offered, answered, abandoned, service level by column, with bands over the replications; the busiest and
/// the worst one.
Json day_data(const Gathered& gathered, const Aim& aim);
/// Groups by column: agents, occupancy, what they do.
Json group_data(const Model& model, const Gathered& gathered);
/// Call types by column: the service level.
Json heat_data(const Model& model, const Gathered& gathered);
/// How the answered waited, in seconds and in rings.
Json wait_data(const Model& model, const Gathered& gathered);
/// Tables of measures: calls, groups, callbacks, escalations, cases, outages, costs.
Json table_data(const Results& results);
Json one_more_data(const std::vector<OneMore>& plans, const Comparison& comparison);
Json replay_data(const Model& model, const Replay& replay);

}  // namespace thirdring
