// What a plan rests on, and how a centre is changed when one of it turns out otherwise.
#pragma once
#include <string_view>
#include <vector>

#include "sim/model/model.hpp"

namespace thirdring {

/// A main input of a centre.
struct Input {
  std::string_view name;
  std::string_view meaning;  ///< what is changed, one sentence
  /// Changes it by a share, above -1: 0.1 is 10 % more.  Returns whether the centre has any of it; one that
  /// has none, or so little that nothing comes of the share, stays as it is.
  bool (*change)(Model&, double share);
};

/// volumes, talk_time, hold_time, wrap_up, patience, ring_time, case_work, shrinkage, staffing.  Random laws
/// keep their shape: their mean and all quantiles change, and a replication draws the same numbers, times the
/// factor.
const std::vector<Input>& inputs();
/// Null when there is none.
const Input* find_input(std::string_view name);

}  // namespace thirdring
