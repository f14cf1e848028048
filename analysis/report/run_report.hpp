// What a run has to say, for people and for programs.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "analysis/experiment/experiment.hpp"
#include "analysis/report/text_table.hpp"
#include "sim/model/sentence.hpp"

namespace thirdring {

/// Of a scenario: where, and what.
struct Warning {
  std::string place;  ///< "file:line:column: path: "
  Sentence sentence;
  std::string text() const { return place + sentence.text(); }
};

/// Where a run came from.
struct Origin {
  std::string scenario;  ///< file, as given
  std::string hash;
  std::string version;                 ///< of the program
  std::vector<std::string> overrides;  ///< path=value
  std::vector<Warning> warnings;
};

/// The report for a terminal, every number with its 95 % interval: agreements first, then calls, groups,
/// periods, callbacks, escalations, cases, costs, what to beware of, and how to get the same numbers again.
std::string terminal_report(const Experiment& experiment, const Origin& origin, const Style& style);

/// One JSON object with every number of the run; what is unknown is null.
std::string json_report(const Experiment& experiment, const Origin& origin);

/// Tidy CSV, a row for each number; cells of what is unknown are empty.
std::string csv_header();
std::string csv_rows(const Experiment& experiment, const Origin& origin);

}  // namespace thirdring
