// One row of CSV for every leg of every call.
#pragma once
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/center/observer.hpp"

namespace thirdring {

/// Times in seconds from time 0, durations in seconds, both to the millisecond; a moment that never came is
/// empty, and so are the agent of a leg that had none and the end of one whose conversation ended by no name.
/// Agents are numbered from 1 over all groups.
class CallTrace final : public Observer {
 public:
  explicit CallTrace(const Model& model);

  /// The first line of the file.
  static std::string_view header();

  void start(std::uint64_t replication);
  void leg_ends(const Call& call) override;
  /// The rows since `start`, each with its line feed.
  fmt::memory_buffer take_rows() { return std::move(rows_); }

 private:
  std::vector<std::string> types_, groups_, ends_;  // as CSV fields
  std::size_t longest_row_ = 0;
  std::uint64_t replication_ = 0;
  std::size_t most_rows_ = 0;  // bytes, of a replication so far
  fmt::memory_buffer rows_;
};

/// A text as one field of CSV (RFC 4180).  What a spreadsheet would take for a formula (=, +, -, @, tab or
/// return at the beginning) gets an apostrophe before it and so stays text.
std::string csv_field(std::string_view text);
std::string_view name_of(Outcome outcome);

}  // namespace thirdring
