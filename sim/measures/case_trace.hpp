// One row of CSV for every case.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sim/center/observer.hpp"

namespace thirdring {

/// In the order in which they end; those still open when the run is over come last.  Times in seconds from
/// time 0, to the millisecond; a moment that never came, or was not promised, is empty.  `contact` and
/// `opened_by` are contacts of the call trace.
class CaseTrace final : public Observer {
 public:
  explicit CaseTrace(const Model& model);

  /// The first line of the file.
  static std::string_view header();

  void start(std::uint64_t replication);
  void case_ends(const Case& c) override;
  /// The rows since `start`, each with its line feed.
  std::string take_rows() { return std::move(rows_); }

 private:
  std::vector<std::string> kinds_, types_;  // as CSV fields
  std::uint64_t replication_ = 0;
  std::string rows_;
};

}  // namespace thirdring
