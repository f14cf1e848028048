#include "analysis/experiment/controls.hpp"

#include <cmath>

#include "analysis/experiment/experiment.hpp"
#include "analysis/experiment/replicate.hpp"
#include "analysis/report/run_report.hpp"
#include "catch.hpp"
#include "sim/scenario/load.hpp"
#include "tests/support/one_pool.hpp"

using namespace thirdring;

namespace {

const char* const gamma_busyness = "busyness: {distribution: gamma, mean: 1, cv: 0.2}\n";

std::vector<std::string> controls_of(const Model& model) {
  std::vector<std::string> names;
  const Controls controls(model);
  for (const Controls::Kind kind : controls.kinds()) names.emplace_back(name_of(kind));
  return names;
}

Model shipped(const std::string& name) {
  return *load_scenario(THIRDRING_SOURCE_DIR "/scenarios/" + name + ".yaml").model;
}

RunOptions options(std::uint64_t replications, bool controls) {
  RunOptions o;
  o.replications = replications;
  o.controls = controls;
  return o;
}

const Measure& measure(const char* name) { return *find_measure(name); }

}  // namespace

TEST_CASE("the controls of a model are what is random in it", "[controls]") {
  using Names = std::vector<std::string>;
  test::Parts day;
  CHECK(controls_of(day.model()) == Names{"arrivals", "work"});
  day.more = gamma_busyness;
  CHECK(controls_of(day.model()) ==
        Names{"busyness", "busyness_squared", "arrivals", "busyness_arrivals", "work", "busyness_work"});
  day.arrivals = "{rate: 60/h, batch: {distribution: uniform, low: 1, high: 3}}";
  CHECK(controls_of(day.model()) == Names{"busyness", "busyness_squared", "work", "busyness_work"});
  day = {};
  day.type = "talk: 5 min";
  CHECK(controls_of(day.model()) == Names{"arrivals"});
  day.more = "run: {batches: 2}\n";
  CHECK(controls_of(day.model()).empty());
  // Its conversations lead to further calls.
  CHECK(controls_of(shipped("courier_hotline")) == Names{"busyness", "busyness_squared"});
}

TEST_CASE("the expectation of every control is 0", "[controls]") {
  test::Parts day;
  day.more = gamma_busyness;
  test::Parts linear = day;
  linear.arrivals =
      "{linear: [{at: '08:00', rate: 20/h}, {at: '09:10', rate: 90/h}, {at: '10:00', rate: 30/h}], busyness: "
      "{distribution: lognormal, mean: 1.2, "
      "cv: 0.3}}";
  test::Parts again = day;
  again.type += ", solved: 70 %, redial: {after_abandoning: 60 %, after_unsolved: 80 %, delay: 3 min}";
  std::vector<Model> models = {day.model(), linear.model(), again.model()};
  for (const char* name : {"two_skills", "courier_hotline"}) models.push_back(shipped(name));
  for (const Model& model : models) {
    const Slots slots(model);
    std::vector<Moments<1>> sums(slots.controls().kinds().size());
    REQUIRE_FALSE(sums.empty());
    replicate({&model}, options(400, false), [&](std::uint64_t, const std::vector<Record>& records) {
      for (std::size_t k = 0; k < sums.size(); ++k)
        sums[k].add({records[0].stretches[0].run[slots.first_control() + k].over});
      return true;
    });
    for (std::size_t k = 0; k < sums.size(); ++k) {
      CAPTURE(model.name, name_of(slots.controls().kinds()[k]), sums[k].mean(0));
      CHECK(sums[k].variance(0) > 0);
      CHECK(std::abs(sums[k].mean(0)) < 4 * std::sqrt(sums[k].variance(0) / 400));
    }
  }
}

TEST_CASE("on a day of random busyness controls are worth more than three times the runs", "[controls]") {
  test::Parts day;
  day.time = "{start: 2026-03-02 08:00, length: 8 h}";
  day.arrivals = "{rate: 4/min}";
  day.type =
      "talk: {distribution: exponential, mean: 2 min}, patience: {distribution: exponential, mean: 2 min}";
  day.group = "staffing: 11";
  day.more = gamma_busyness;
  const Model model = day.model();
  const Results controlled = run_experiment(model, options(200, true)).results;
  const Results few = run_experiment(model, options(99, true)).results;
  const Results plain = run_experiment(model, options(200, false)).results;
  const Results many = run_experiment(model, options(4000, false)).results;
  CHECK(controlled.controlled());
  CHECK_FALSE(few.controlled());
  CHECK_FALSE(plain.controlled());
  CHECK(few.gain(measure("service_level"), {}) == 1);
  for (const char* name : {"service_level", "abandoned", "mean_wait"}) {
    CAPTURE(name);
    const Estimate a = controlled.estimate(measure(name), {}), b = plain.estimate(measure(name), {}),
                   c = many.estimate(measure(name), {});
    CHECK(std::pow(b.half_width() / a.half_width(), 2) > 6);
    CHECK(controlled.gain(measure(name), {}) ==
          Approx(std::pow(b.half_width() / a.half_width(), 2)).epsilon(0.1));
    CHECK(std::abs(a.value - c.value) < 2 * std::hypot(a.half_width(), c.half_width()));
  }
  // All of what comes is known.
  CHECK(controlled.estimate(measure("calls"), {}).value == Approx(8 * 60 * 4).epsilon(1e-12));
}

TEST_CASE("controls leave the same bits for any number of threads", "[controls]") {
  test::Parts day;
  day.more = gamma_busyness;
  const Model model = day.model();
  std::string first;
  for (const unsigned threads : {1U, 3U}) {
    RunOptions o = options(120, true);
    o.threads = threads;
    const std::string report = json_report(run_experiment(model, o), {"day.yaml", "", "", {}, {}});
    if (first.empty()) first = report;
    CHECK(report == first);
  }
  CHECK(first.find("\"busyness_squared\"") != std::string::npos);
}
