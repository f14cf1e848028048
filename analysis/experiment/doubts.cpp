#include "analysis/experiment/doubts.hpp"

#include <cmath>

namespace thirdring {
namespace {

constexpr std::uint64_t enough = 10;    // observations for an interval of Student's t
constexpr double noticeable = 1;        // % of the calls
constexpr double significance = 2.326;  // one-sided 99 %

double per_day(const Results& results, std::string_view measure) {
  return results.estimate(*find_measure(measure), {}).value;
}

void say_how_few(const Experiment& experiment, std::vector<Sentence>& said) {
  const std::uint64_t n = experiment.results.observations();
  if (n > 1 && n < enough)
    said.push_back(
        experiment.results.model().calendar.stretches > 1
            ? Sentence("Intervals rest on {} batches: take {} or more to rely on them.", n, enough)
            : Sentence("Intervals rest on {} replications: take {} or more to rely on them.", n, enough));
}

void say_how_it_begins(const Experiment& experiment, std::vector<Sentence>& said) {
  if (!experiment.results.model().run.warm_up_settled)
    said.push_back(Sentence(
        "The run is too short to see where its warm-up ends: what is told may be part of it. Make it "
        "longer."));
}

/// Batches that go together make intervals too narrow.
void say_how_batches_depend(const Experiment& experiment, std::vector<Sentence>& said) {
  const auto [correlation, pairs] = experiment.results.neighbours();
  if (pairs < enough || !(correlation * std::sqrt(static_cast<double>(pairs)) > significance)) return;
  said.push_back(
      Sentence("Neighbouring batches go together (correlation {:.2f}): intervals are too narrow. Take "
               "fewer or longer ones.",
               correlation));
}

/// A queue that has no end, or a horizon that cuts calls off.
void say_what_is_left(const Experiment& experiment, std::vector<Sentence>& said) {
  const double calls = per_day(experiment.results, "calls");
  const auto share = [&](std::string_view measure) {
    return 100 * per_day(experiment.results, measure) / calls;
  };
  if (const double left = share("unfinished"); left > noticeable)
    said.push_back(
        Sentence("{:.2g} % of the calls were still in the centre when the run ended: waits are told "
                 "without what was still to come.",
                 left));
  if (const double left = share("disconnected"); left > noticeable)
    said.push_back(
        Sentence("{:.2g} % of the calls were still waiting when the centre closed, and cut: waits are told "
                 "without what was still to come.",
                 left));
}

}  // namespace

std::vector<Sentence> doubts(const Experiment& experiment) {
  std::vector<Sentence> said;
  say_how_few(experiment, said);
  say_how_it_begins(experiment, said);
  say_how_batches_depend(experiment, said);
  say_what_is_left(experiment, said);
  return said;
}

}  // namespace thirdring
