// Warm-up and batches: what a long run is told of.
#include <cmath>

#include "analysis/experiment/doubts.hpp"
#include "analysis/experiment/warm_up.hpp"
#include "analysis/statistics/intervals.hpp"
#include "catch.hpp"
#include "tests/support/one_pool.hpp"

using namespace thirdring;
using namespace thirdring::test;

namespace {

Estimate told(const Model& model, const char* measure, std::uint64_t replications = 1, unsigned threads = 1) {
  RunOptions options;
  options.replications = replications;
  options.threads = threads;
  return run_experiment(model, options).results.estimate(*find_measure(measure), {});
}

/// Three hours of calls by the minute, each 30 s with the one agent; in the first six minutes two at a time.
Parts hours(const std::string& run) {
  Parts parts;
  parts.time = "{start: 2026-03-02 08:00, length: 3 h, period: 1 h}";
  std::string times;
  for (int hour = 8; hour < 11; ++hour)
    for (int minute = 0; minute < 60; ++minute)
      for (int call = 0; call < (hour == 8 && minute < 6 ? 2 : 1); ++call)
        times += fmt::format("{}'{:02}:{:02}'", times.empty() ? "" : ", ", hour, minute);
  parts.arrivals = "{times: [" + times + "]}";
  parts.type = "talk: 30 s";
  parts.group = "staffing: 1";
  parts.more = run;
  return parts;
}

}  // namespace

TEST_CASE("what begins within the warm-up is not told of", "[stretches]") {
  const Model all = hours("").model(), late = hours("run: {warm_up: 1 h}").model();
  CHECK(told(all, "calls").value == 186);
  CHECK(told(all, "delay_probability").value == 6.0 / 186);
  CHECK(told(all, "max_wait").value == 30);
  CHECK(told(all, "longest_queue").value == 1);
  // A day is what is told of: two thirds of one have 120 calls.
  CHECK(told(late, "calls").value == Approx(180));
  CHECK(told(late, "delay_probability").value == 0);
  CHECK(told(late, "max_wait").value == 0);
  CHECK(told(late, "longest_queue").value == 0);
  CHECK(told(late, "wait_p99").value == 0);
  CHECK(told(late, "occupancy").value == Approx(0.5));
}

TEST_CASE("batches are observations of their own, and together the whole run", "[stretches]") {
  const Model whole = hours("").model(), cut = hours("run: {batches: 3}").model();
  CHECK(cut.run.replications == 1);
  const Estimate waited = told(cut, "delay_probability"), calls = told(cut, "calls");
  CHECK(waited.value == told(whole, "delay_probability").value);
  CHECK(waited.n == 3);
  // 198, 180 and 180 a day, as a third of a day has 66, 60 and 60: their standard error is 6.
  CHECK(calls.value == Approx(186));
  CHECK(calls.half_width() == Approx(6 * student_t(0.95, 2)));
  CHECK(told(cut, "max_wait").value == 10);
  CHECK(told(cut, "delay_probability", 4).n == 12);
}

TEST_CASE("batch means agree with replications", "[stretches]") {
  Parts parts;
  parts.time = "{start: 2026-03-02 00:00, days: 40, period: 2 h}";
  parts.group = "staffing: 6";
  parts.more = "run: {batches: 40, warm_up: 6 h}";
  const Model long_run = parts.model();
  parts.time = "{start: 2026-03-02 00:00, days: 1, period: 2 h}";
  parts.more = "run: {warm_up: 6 h}";
  const Model days = parts.model();
  const Estimate batches = told(long_run, "abandoned"), replications = told(days, "abandoned", 40);
  CHECK(batches.n == 40);
  CHECK(std::abs(batches.value - replications.value) <
        1.5 * std::hypot(batches.half_width(), replications.half_width()));
  CHECK(batches.half_width() == Approx(replications.half_width()).epsilon(0.5));
  CHECK(told(long_run, "abandoned", 3, 1).low == told(long_run, "abandoned", 3, 3).low);
}

TEST_CASE("a warm-up is found where the centre fills slowly", "[stretches]") {
  Parts parts;
  parts.time = "{start: 2026-03-02 00:00, length: 500 h, period: 1 h}";
  parts.arrivals = "{rate: 12/h}";
  parts.type = "talk: {distribution: exponential, mean: 5 h}";
  parts.group = "staffing: 200";
  parts.more = "run: {warm_up: auto}";
  Model model = parts.model();
  RunOptions options;
  find_warm_up(model, options);
  // Up to exp(-t / 5 h) it is full: 2 % are missing after 20 h.
  CHECK(model.run.warm_up >= 10 * 3600);
  CHECK(model.run.warm_up <= 60 * 3600);
  CHECK(model.run.warm_up_settled);

  parts.time = "{start: 2026-03-02 00:00, length: 10 h, period: 15 min}";
  Model too_short = parts.model();
  find_warm_up(too_short, options);
  CHECK_FALSE(too_short.run.warm_up_settled);
}

TEST_CASE("a warm-up that is found leaves each batch a period", "[stretches]") {
  Parts parts;
  parts.time = "{start: 2026-03-02 08:00, length: 10 h, period: 1 h}";
  parts.more = "run: {warm_up: auto, batches: 8}";
  parts.group = "staffing: 5";
  Model model = parts.model();
  find_warm_up(model, {});
  // Ten periods are too few for MSER-5, which would leave out five.
  CHECK_FALSE(model.run.warm_up_settled);
  CHECK(model.run.warm_up == 2 * 3600);
  CHECK(model.calendar.stretches == 8);
  CHECK(model.calendar.periods[1].stretch == 8);
  CHECK(model.calendar.periods[2].stretch == 0);
  CHECK(told(model, "calls").n == 8);
}

TEST_CASE("reports say when intervals deserve doubt", "[stretches]") {
  const auto said = [](const Parts& parts, std::uint64_t replications) {
    const Model model = parts.model();
    RunOptions options;
    options.replications = replications;
    std::vector<std::string> texts;
    for (const Sentence& doubt : doubts(run_experiment(model, options))) texts.push_back(doubt.text());
    return texts;
  };
  Parts parts;
  CHECK(said(parts, 20).empty());
  CHECK(said(parts, 3) ==
        std::vector<std::string>{"Intervals rest on 3 replications: take 10 or more to rely on them."});

  parts.time = "{start: 2026-03-02 08:00, length: 2 h, after_close: drop}";
  parts.type = "talk: 10 min";
  parts.group = "staffing: 2";
  REQUIRE(said(parts, 20).size() == 1);
  CHECK(said(parts, 20)[0].find("% of the calls were still waiting when the centre closed, and cut: waits are "
                                "told without what was still to come.") != std::string::npos);

  // Batches of five minutes where a queue lasts for hours.
  parts.time = "{start: 2026-03-02 00:00, length: 50 h, period: 5 min}";
  parts.type = "talk: {distribution: exponential, mean: 10 min}";
  parts.group = "staffing: 11";
  parts.more = "run: {batches: 300}";
  REQUIRE(said(parts, 1).size() == 1);
  CHECK(said(parts, 1)[0].find("Neighbouring batches go together (correlation 0.") == 0);
}
