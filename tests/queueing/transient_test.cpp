#include "analysis/queueing/transient.hpp"

#include <numbers>
#include <stdexcept>

#include "queueing/oracles.hpp"

using namespace thirdring;

namespace {

StretchResult sum(const TransientResult& result, std::size_t from = 0) {
  StretchResult sum;
  for (std::size_t i = from; i < result.stretches.size(); ++i) {
    const StretchResult& s = result.stretches[i];
    sum.arrivals += s.arrivals;
    sum.delayed += s.delayed;
    sum.answered_in_time += s.answered_in_time;
    sum.abandoned += s.abandoned;
    sum.served += s.served;
    sum.busy_time += s.busy_time;
    sum.queue_time += s.queue_time;
  }
  return sum;
}

}  // namespace

TEST_CASE("a day of a varying rate, as an independent solution has it", "[queueing][transient]") {
  const auto exact = test::oracle("TV-1")["exact"];
  // The rate is a sine; the fine stretches have its mean over each.
  constexpr int per_unit = 500;
  const auto area = [](double t) {
    const double w = 2 * std::numbers::pi / 8;
    return 30 * (t + 0.4 * (1 - std::cos(w * t)) / w);
  };
  std::vector<Stretch> day;
  for (int i = 0; i < 16 * per_unit; ++i) {
    const double length = 1.0 / per_unit;
    day.push_back({length, (area((i + 1) * length) - area(i * length)) / length, 32});
  }
  const TransientResult result = transient_queue(day, {1, 0.5, 0});
  for (int t = 2; t <= 16; t += 2) {
    CAPTURE(t);
    const StretchResult& at = result.stretches[static_cast<std::size_t>(t * per_unit) - 1];
    const auto is = [&](const std::string& name, double value) {
      CHECK(value == Approx(exact[name + "_t" + std::to_string(t)].get<double>()).epsilon(1e-6));
    };
    is("E_busy", at.end_busy);
    is("E_queue", at.end_queue);
    is("P_wait", at.end_delay_probability);
  }
  const StretchResult all = sum(result);
  CHECK(all.arrivals == Approx(exact["expected_arrivals"].get<double>()).epsilon(1e-9));
  CHECK(all.abandoned == Approx(exact["expected_abandoned_by_T"].get<double>()).epsilon(1e-6));
  CHECK(all.delayed / all.arrivals ==
        Approx(exact["fraction_of_arrivals_that_wait"].get<double>()).epsilon(1e-6));
  CHECK(all.busy_time / 16 == Approx(exact["mean_busy_time_avg"].get<double>()).epsilon(1e-6));
  CHECK(all.queue_time / 16 == Approx(exact["mean_queue_time_avg"].get<double>()).epsilon(1e-6));
  CHECK(result.lost < 1e-12 * all.arrivals);
}

TEST_CASE("a day from empty, then emptied, as an independent solution has it", "[queueing][transient]") {
  for (const char* id : {"CC-MMC", "CC-MMCAb"}) {
    CAPTURE(id);
    const auto c = test::oracle(id);
    const auto& exact = c["exact"];
    const Traffic t = test::traffic(c["params"]);
    const double theta = c["params"].value("theta", 0.0), awt = c["params"]["awt"];
    const TransientResult result =
        transient_queue({{480, t.arrival_rate, t.agents}, {120, 0, t.agents}}, {t.service_rate, theta, awt});
    const StretchResult all = sum(result);
    CHECK(all.arrivals == Approx(exact["expected_arrivals"].get<double>()));
    CHECK(all.served == Approx(exact["expected_served"].get<double>()).epsilon(1e-10));
    CHECK(all.abandoned == Approx(exact["expected_abandoned"].get<double>()).epsilon(1e-8).margin(1e-9));
    CHECK(all.answered_in_time == Approx(exact["expected_served_within_awt"].get<double>()).epsilon(1e-8));
    CHECK(all.answered_in_time / all.served ==
          Approx(exact["sl_served_over_served"].get<double>()).epsilon(1e-8));
    CHECK(all.queue_time / all.arrivals ==
          Approx(exact["mean_wait_all_admitted"].get<double>()).epsilon(1e-8));
    CHECK(result.stretches[0].busy_time / (480 * t.agents) ==
          Approx(exact["occupancy_during_T"].get<double>()).epsilon(1e-8));
  }
}

TEST_CASE("after a long time the day is that of Erlang A", "[queueing][transient]") {
  const Traffic t{20, 1, 19};
  const ErlangA steady(t, 0.4);
  const TransientResult result = transient_queue({{100, 20, 19}, {10, 20, 19}}, {1, 0.4, 0.3});
  const StretchResult& end = result.stretches[1];
  CHECK(end.end_delay_probability == Approx(steady.delay_probability()).epsilon(1e-10));
  CHECK(end.end_queue == Approx(steady.mean_queue()).epsilon(1e-10));
  CHECK(end.end_busy == Approx(19 * steady.occupancy()).epsilon(1e-10));
  CHECK(end.answered_in_time / end.arrivals == Approx(steady.answered_within(0.3)).epsilon(1e-10));
  CHECK(end.abandoned / end.arrivals == Approx(steady.abandoned()).epsilon(1e-10));
}

TEST_CASE("a busy agent above the new number finishes the call, then leaves", "[queueing][transient]") {
  // Nobody comes any more, nobody gives up: the busy agents only finish.
  const TransientResult leaving = transient_queue({{30, 1000, 5}, {0.7, 0, 0}}, {1, 100, 0});
  CHECK(leaving.stretches[0].end_busy == Approx(5).epsilon(1e-3));
  CHECK(leaving.stretches[1].end_busy ==
        Approx(leaving.stretches[0].end_busy * std::exp(-0.7)).epsilon(1e-9));
  // Those who come take calls from the queue at once.
  const TransientResult coming = transient_queue({{1, 10, 0}, {0, 0, 100}}, {1, 0, 0});
  CHECK(coming.stretches[0].end_queue == Approx(10));
  CHECK(coming.stretches[1].end_queue == Approx(0).margin(1e-12));
  CHECK(coming.stretches[1].end_busy == Approx(10));
}

TEST_CASE("who waits when the agents change is answered by those who come then", "[queueing][transient]") {
  // One unit without agents, then plenty: in time are those who come less than 0.25 before that.
  const TransientResult result = transient_queue({{1, 8, 0}, {1, 8, 200}}, {1, 0, 0.25});
  CHECK(result.stretches[0].delayed == Approx(8));
  CHECK(result.stretches[0].answered_in_time == Approx(2).epsilon(1e-9));
  CHECK(result.stretches[1].answered_in_time == Approx(8).epsilon(1e-9));
  // With patience: those who are still there.
  const TransientResult leaving = transient_queue({{1, 8, 0}, {1, 8, 200}}, {1, 2, 0.25});
  CHECK(leaving.stretches[0].answered_in_time == Approx(8 * (1 - std::exp(-0.5)) / 2).epsilon(1e-7));
  // Splitting stretches changes nothing.
  const std::vector<Stretch> day = {{1, 30, 28}, {1, 35, 33}, {1, 20, 24}, {1, 10, 18}};
  std::vector<Stretch> split;
  for (const Stretch& s : day)
    for (int i = 0; i < 4; ++i) split.push_back({s.length / 4, s.arrival_rate, s.agents});
  const StretchResult whole = sum(transient_queue(day, {1, 0.5, 0.4})),
                      parts = sum(transient_queue(split, {1, 0.5, 0.4}));
  CHECK(whole.answered_in_time == Approx(parts.answered_in_time).epsilon(1e-6));
  CHECK(whole.abandoned == Approx(parts.abandoned).epsilon(1e-10));
}

TEST_CASE("days that make no sense, or cannot be followed", "[queueing][transient]") {
  CHECK(transient_queue({}, {1, 1, 0}).stretches.empty());
  CHECK_THROWS_AS(transient_queue({{1, 1, 1}}, {0, 1, 0}), std::invalid_argument);
  CHECK_THROWS_AS(transient_queue({{-1, 1, 1}}, {1, 1, 0}), std::invalid_argument);
  CHECK_THROWS_AS(transient_queue({{1, 1, 1}}, {1, -1, 0}), std::invalid_argument);
  CHECK_THROWS_AS(transient_queue({{10, 1e5, 0}}, {1, 0, 0}), std::length_error);
}
