// Work that a call leaves behind: what kinds there are, and until when it is to be done.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/model/distribution.hpp"

namespace thirdring {

/// Position in the model's list of kinds of cases.
using CaseKindId = std::uint32_t;

/// What happens to a case after it was opened, in this order.
enum class CaseStep : std::uint8_t {
  contacted,  ///< somebody who works on it got in touch with the customer
  on_site,    ///< the crew has arrived
  answered,   ///< the work is done, and the customer knows
  closed      ///< all is written up
};
inline constexpr std::size_t case_steps = 4;

/// A promised time: by the clock, or by the end of working hours of the n-th working day after the day on
/// which the case was opened.
struct Deadline {
  Seconds within = never;
  std::uint32_t working_days = 0;  ///< 0: by the clock

  bool given() const { return working_days > 0 || within < never; }
};

/// Which days are working days, as a table over the run and what lies behind it.  What is opened outside
/// working hours counts as opened when they next begin.
class WorkingDays {
 public:
  WorkingDays() = default;
  /// `clock`: time of day at time 0.  `working`: for each date from that of time 0 on, whether it is a
  /// working day; working hours end at time of day `ends`.
  WorkingDays(Seconds clock, Seconds ends, const std::vector<bool>& working);

  /// Working days in the table.
  std::size_t count() const { return ends_.size(); }
  /// When the n-th working day after the day of `opened` ends; `never` beyond the table.
  Seconds end_after(Seconds opened, std::uint32_t n) const;
  Seconds due(Seconds opened, const Deadline& deadline) const {
    return deadline.working_days > 0 ? end_after(opened, deadline.working_days) : opened + deadline.within;
  }

 private:
  Seconds clock_ = 0;
  std::vector<std::uint32_t> before_;  // by date: working days before it
  std::vector<Seconds> ends_;          // of each working day, from time 0
};

/// A waiting case that is near or past its deadline is first in line, or somebody else's too.
struct CaseEscalation {
  Seconds shift = 0;           ///< from the deadline; negative: before it
  std::uint32_t priority = 1;  ///< it has from then on, in all its groups
};

/// A kind of case.  It waits and is worked as a call of a derived type; so is the first contact, where that
/// is work of its own.
struct CaseKind {
  std::string name;
  TypeId type = none;
  TypeId contact_type = none;  ///< none: the first contact is the beginning of the work
  std::optional<Distribution> travel;
  std::array<Deadline, case_steps> promised;  ///< by CaseStep
  std::optional<CaseEscalation> escalation;

  const Deadline& by(CaseStep step) const { return promised[static_cast<std::size_t>(step)]; }
};

}  // namespace thirdring
