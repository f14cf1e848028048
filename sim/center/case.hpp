// A case, and what has happened to it.
#pragma once
#include <array>
#include <cstdint>

#include "sim/model/cases.hpp"

namespace thirdring {

/// Times are from time 0; a moment that has not come is `never`, and so is what was not promised.
struct Case {
  CaseKindId kind = 0;
  std::uint64_t contact = 0;    ///< its number in the call trace
  std::uint64_t opened_by = 0;  ///< the contact that opened it
  TypeId from = none;           ///< type of the call that opened it
  PeriodId period = 0;          ///< in which it was opened, and counts
  Seconds opened = 0;
  std::array<Seconds, case_steps> done{never, never, never, never};      ///< by CaseStep
  std::array<Seconds, case_steps> promised{never, never, never, never};  ///< until when
  Seconds escalated = never;
  Seconds until = never;  ///< closed, or the end of the run

  bool open() const { return done[static_cast<std::size_t>(CaseStep::closed)] == never; }
  Seconds at(CaseStep step) const { return done[static_cast<std::size_t>(step)]; }
  Seconds promised_at(CaseStep step) const { return promised[static_cast<std::size_t>(step)]; }
  /// What was promised and is not done though its time has come.
  bool overdue(CaseStep step) const { return at(step) == never && promised_at(step) < until; }
};

}  // namespace thirdring
