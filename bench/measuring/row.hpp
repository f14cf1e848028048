// One line of the report: what was measured, and whether it is good enough.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "bench/measuring/interleave.hpp"

namespace thirdring::bench {

/// What a number should reach: at most so much, or with `more_is_better` at least so much.
struct Target {
  double bar = 0, aim = 0;
  const char* unit = "";  ///< behind each of the numbers: " MB"; empty for a ratio
  int decimals = 2;
  bool more_is_better = false;
};

enum class Verdict { aim_met, bar_met, missed, not_measured };

/// What is just reached is reached.
Verdict verdict(double value, const Target& target);
std::string name_of(Verdict verdict);

struct Row {
  std::string what;
  std::optional<double> value;  ///< empty: it could not be measured here, the note says why
  Target target;
  std::string note = {};
  std::vector<Timing> timings = {};  ///< behind the value
  Verdict judged() const { return value ? verdict(*value, target) : Verdict::not_measured; }
};

/// A Markdown table, padded so that it can be read as it is.
std::string table(const std::vector<Row>& rows);

/// Puts `content` between the two lines; throws std::runtime_error unless `text` has both, in this order.
std::string fill_block(const std::string& text, const std::string& begin, const std::string& end,
                       const std::string& content);

}  // namespace thirdring::bench
