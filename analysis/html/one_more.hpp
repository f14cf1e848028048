// What one more agent would change.
#pragma once
#include <optional>
#include <vector>

#include "analysis/experiment/compare.hpp"
#include "analysis/html/gathered.hpp"

namespace thirdring {

/// A plan with one more agent in a group: in every open period of its staffing, or in one of its shifts.
struct OneMore {
  GroupId group;
  std::optional<Shift> shift;  ///< the first of those that were added; times from time 0
  Model model;
};

/// More groups than this are not tried, in centres with very many call types or calls as few as three; those
/// with the most agents are.
inline constexpr std::size_t most_groups_tried = 12;

/// One plan for each group.  Where agents work in shifts, one more comes in that shift (on each day that has
/// it) which covers the most calls that `gathered` saw not answered in time.
std::vector<OneMore> one_more_each(const Model& model, const Gathered& gathered);

/// The plan and the others under the same random numbers: in as many replications as the run had, or in as
/// many as have five million calls in all, but 10 at least.
Comparison compare_one_more(const Experiment& experiment, const std::vector<OneMore>& plans);

}  // namespace thirdring
