// What a queueing formula answers, for people and for programs.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/experiment/measures.hpp"
#include "analysis/queueing/queue.hpp"
#include "analysis/report/text_table.hpp"

namespace thirdring {

/// A number under the name of the measure of a run that it stands for; NaN where there is none.
struct FormulaNumber {
  std::string measure;
  Unit unit;
  double value;
};

/// Times of the queue are in seconds.
std::vector<FormulaNumber> formula_numbers(const Queue& queue, double acceptable_wait, double short_abandon);

struct FormulaAnswer {
  std::uint32_t agents = 0;
  std::string formula;
  std::vector<FormulaNumber> numbers;  ///< the same measures in all answers
};

/// What was asked, in seconds and calls per second.
struct FormulaQuestion {
  double arrival_rate = 0, handle_time = 0;
  std::optional<double> patience;  ///< mean
  std::string patience_law;
  std::optional<std::uint32_t> lines;
  double acceptable_wait = 0, short_abandon = 0;
  std::optional<double> target;         ///< service level, of Erlang B blocking
  std::optional<std::uint32_t> fewest;  ///< agents that reach it
};

/// Measures down, numbers of agents across; a service level by another formula only where it differs.
std::string terminal_report(const FormulaQuestion& question, const std::vector<FormulaAnswer>& answers,
                            const Style& style);
std::string json_report(const FormulaQuestion& question, const std::vector<FormulaAnswer>& answers,
                        std::string_view version);
std::string csv_report(const std::vector<FormulaAnswer>& answers);

}  // namespace thirdring
