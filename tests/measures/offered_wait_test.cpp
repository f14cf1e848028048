// The run without events against the event engine: every number of the totals.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "catch.hpp"
#include "sim/kernel/stream.hpp"
#include "sim/measures/simulate.hpp"
#include "tests/support/one_pool.hpp"

using namespace thirdring;
using test::Parts;

namespace {

/// Finds numbers that differ; `text` names the first.
struct Differences {
  std::string text;
  void exact(const std::string& what, double a, double b) { note(what, a, b, a == b); }
  /// Sums of the same numbers in another order; those that go in are as large as `scale`.
  void sum(const std::string& what, double a, double b, double scale) {
    note(what, a, b, std::abs(a - b) <= 1e-9 * std::max({std::abs(a), std::abs(b), scale}));
  }
  void note(const std::string& what, double a, double b, bool same) {
    if (!same && text.empty()) text = fmt::format("{}: {} with events, {} without", what, a, b);
  }
};

std::string difference(const Model& model, const Totals& events, const Totals& without) {
  Differences found;
  const Layout& layout = events.layout;
  const double agents = *std::max_element(model.groups[0].staffing.begin(), model.groups[0].staffing.end());
  for (PeriodId p = 0; p < layout.periods(); ++p) {
    for (std::size_t cell = 0; cell < layout.cells(); ++cell) {
      std::vector<double> a(layout.row()), b(layout.row());
      events.add_row(cell, p, a.data());
      without.add_row(cell, p, b.data());
      for (std::size_t k = 0; k < a.size(); ++k) {
        const std::string what = fmt::format("number {} of cell {} in period {}", k, cell, p);
        const bool counted = k < static_cast<std::size_t>(Count::wait_all) || k >= counts ||
                             k == static_cast<std::size_t>(Count::rings);
        counted ? found.exact(what, a[k], b[k]) : found.sum(what, a[k], b[k], 0);
      }
    }
    const Seconds length = events.period_length(p);
    found.exact(fmt::format("length of period {}", p), length, without.period_length(p));
    for (std::size_t s = 0; s < agent_states; ++s) {
      const auto state = static_cast<AgentState>(s);
      found.sum(fmt::format("agents in state {} in period {}", s, p), events.agent_time(0, p, state),
                without.agent_time(0, p, state), agents * length + 1);
    }
    found.sum(fmt::format("queue in period {}", p), events.queue_time(0, p), without.queue_time(0, p),
              (events.longest_queue(0) + 1) * length + 1);
    found.exact(fmt::format("lines in period {}", p), events.lines_time(p), without.lines_time(p));
    found.exact(fmt::format("no line in period {}", p), events.all_lines_busy(p), without.all_lines_busy(p));
  }
  found.exact("longest queue", events.longest_queue(0), without.longest_queue(0));
  found.exact("longest wait", events.longest_wait(0), without.longest_wait(0));
  for (std::size_t i = 0; i < Histogram::bins; ++i)
    found.exact(fmt::format("bin {} of the waits", i), events.waits(0)[i], without.waits(0)[i]);
  return found.text;
}

double count(const Totals& totals, Count c) {
  double sum = 0;
  for (std::size_t cell = 0; cell < totals.layout.cells(); ++cell)
    for (PeriodId p = 0; p < totals.layout.periods(); ++p) sum += totals.count(cell, p, c);
  return sum;
}

/// Runs both engines; returns what the replications have counted in all.
std::array<double, counts> check_same(const Model& model, std::uint64_t replications = 5) {
  Simulator events(model, Engine::events), without(model, Engine::offered_wait);
  std::array<double, counts> seen{};
  for (std::uint64_t r = 0; r < replications; ++r) {
    CAPTURE(r);
    const Totals& totals = *events.run(7, r);
    REQUIRE(difference(model, totals, *without.run(7, r)) == "");
    for (std::size_t c = 0; c < counts; ++c) seen[c] += count(totals, static_cast<Count>(c));
  }
  return seen;
}
double of(const std::array<double, counts>& seen, Count c) { return seen[static_cast<std::size_t>(c)]; }

}  // namespace

TEST_CASE("without events: laws of talk and patience", "[offered_wait]") {
  for (const std::string talk :
       {"{distribution: exponential, mean: 5 min}", "{distribution: lognormal, mean: 5 min, cv: 2}", "5 min",
        "0 s", "{distribution: uniform, low: 0 s, high: 10 min}",
        "{quantiles: {0 %: 0 s, 50 %: 1 min, 100 %: 1 h}}"})
    for (const std::string patience : {"never", "0 s", "1 min", "{distribution: exponential, mean: 2 min}",
                                       "{mixture: [{chance: 50 %, of: 0 s}, {chance: 50 %, of: 3 min}]}"}) {
      CAPTURE(talk, patience);
      Parts parts;
      parts.type = "talk: " + talk + ", patience: " + patience;
      check_same(parts.model());
      parts.type += ", wrap_up: {distribution: gamma, mean: 1 min, cv: 1}";
      check_same(parts.model());
    }
}

TEST_CASE("without events: kinds of arrivals", "[offered_wait]") {
  for (const std::string arrivals :
       {"{rate: 0/h}", "{rate: 2/min}", "{volumes: [10, 60, 0, 90]}",
        "{volumes: [60, 60, 60, 60], busyness: {distribution: gamma, mean: 1, cv: 0.5}}",
        "{linear: [{at: 07:00, rate: 0/h}, {at: 09:00, rate: 100/h}, {at: 09:45, rate: 10/h}]}",
        "{times: [08:00, 08:00, 08:01, 08:01, 08:30, 09:00, 09:59:59]}",
        "{rate: 12/h, batch: {distribution: uniform, low: 1, high: 9}}", "{rate: 12/h, batch: 6}",
        "{rate: 20/h, surges: [{start: 08:50, length: 20 min, shape: triangle, calls: 60}, "
        "{start: 09:50, length: 40 min, shape: decay, calls: 60}]}",
        "{times: [09:55, 09:55], surges: [{start: 09:50, length: 40 min, shape: block, calls: 60}]}"}) {
    CAPTURE(arrivals);
    Parts parts;
    parts.arrivals = arrivals;
    check_same(parts.model());
    parts.more = "busyness: {distribution: lognormal, mean: 1, cv: 0.3}\n";
    check_same(parts.model());
  }
}

TEST_CASE("without events: what happens at the same moment", "[offered_wait]") {
  // Everything falls on whole minutes: ends of talks, of patience, of periods, arrivals alone and together.
  Parts parts;
  parts.time = "{start: 2026-03-02 08:00, length: 20 min, days: 2, period: 2 min";
  parts.group = "staffing: [3, 1, 2, 0, 4, 2, 3, 1, 1, 2]";
  for (const std::string after_close : {"finish_calls", "drop"})
    for (const std::string arrivals : {"{times: [08:00, 08:00, 08:00, 08:01, 08:02, 08:02, 08:03, 08:04, "
                                       "08:06, 08:06, 08:07, 08:08, 08:10, "
                                       "08:12, 08:14, 08:15, 08:16, 08:17, 08:18, 08:18, 08:19, 08:19]}",
                                       "{rate: 1/min, batch: {distribution: uniform, low: 1, high: 5}}"})
      for (const std::string talk : {"0 s", "1 min", "2 min", "4 min"})
        for (const std::string patience : {"0 s", "1 min", "2 min", "6 min", "never"})
          for (const std::string wrap_up : {"0 s", "1 min"}) {
            CAPTURE(after_close, arrivals, talk, patience, wrap_up);
            Parts these = parts;
            these.time += ", after_close: " + after_close + "}";
            these.arrivals = arrivals;
            these.type = "talk: " + talk + ", patience: " + patience + ", wrap_up: " + wrap_up;
            these.more = "measures: {acceptable_wait: 1 min, short_abandon: 2 min}\n";
            check_same(these.model(), 2);
          }
}

TEST_CASE("without events: calls at the moments of closing and opening", "[offered_wait]") {
  for (const std::string length : {"1 h", "24 h"})
    for (const std::string after_close : {"finish_calls", "drop"}) {
      CAPTURE(length, after_close);
      Parts parts;
      parts.time =
          "{start: 2026-03-02 00:00, length: " + length + ", days: 2, after_close: " + after_close + "}";
      parts.arrivals = "{times: [00:00, 00:00, 00:30, 00:55]}";
      parts.type = "talk: 10 min";
      parts.group = "staffing: 1";
      Model model = parts.model();
      const Calendar::Day &first = model.calendar.days[0], &second = model.calendar.days[1];
      auto& times = model.call_types[0].arrivals.times;
      for (const Seconds at : {first.closes - 1, first.closes - 1, first.closes, first.closes + 5,
                               second.opens, second.closes, second.closes})
        times.push_back(at);
      std::sort(times.begin(), times.end());
      check_same(model);
    }
}

TEST_CASE("without events: agents come and go", "[offered_wait]") {
  Parts parts;
  parts.time = "{start: 2026-03-02 08:00, length: 2 h, period: 10 min}";
  parts.type =
      "talk: {distribution: exponential, mean: 15 min}, patience: {distribution: exponential, mean: 5 min}";
  for (const std::string staffing :
       {"[9, 2, 9, 2, 9, 2, 9, 2, 9, 2, 9, 2]",  // those who are to go are called back before they have gone
        "[20, 15, 10, 5, 0, 0, 12, 12, 1, 1, 1, 30]", "[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3]"})
    for (const std::string rate : {"10/h", "60/h", "300/h"}) {
      CAPTURE(staffing, rate);
      parts.arrivals = "{rate: " + rate + "}";
      parts.group = "staffing: " + staffing;
      check_same(parts.model());
      parts.group += ", shrinkage: 30 %";
      check_same(parts.model());
    }
}

TEST_CASE("without events: the end of the day, and the next day", "[offered_wait]") {
  for (const std::string after_close : {"finish_calls", "drop"})
    for (const std::string days :
         {"start: 2026-03-02 08:00, length: 3 h, days: 3", "start: 2026-03-02 00:00, length: 24 h, days: 3",
          "start: 2026-03-02, hours: {mon: 08:00-11:00, tue: 22:00-02:00, wed: 02:30-05:00}, days: 4"})
      for (const std::string talk :
           {"{distribution: exponential, mean: 10 min}", "12 h", "{quantiles: {50 %: 1 h, 90 %: 20 h}}"})
        for (const std::string group : {"staffing: 3", "staffing: 3, shrinkage: 40 %"}) {
          CAPTURE(after_close, days, talk, group);
          Parts parts;
          parts.time = "{" + days + ", period: 1 h, after_close: " + after_close + "}";
          parts.arrivals = "{rate: 10/h}";
          parts.type = "talk: " + talk + ", patience: {distribution: exponential, mean: 1 h}, wrap_up: 7 min";
          parts.group = group;
          const auto seen = check_same(parts.model());
          CHECK((of(seen, Count::disconnected) > 0) == (after_close == "drop"));
        }
}

TEST_CASE("without events: who waits until the end", "[offered_wait]") {
  Parts parts;
  parts.type = "talk: 5 min";
  parts.group = "staffing: [2, 2, 0, 0]";
  // Nothing happens any more but calls that nobody hears.
  for (const std::string arrivals :
       {"{rate: 20/h}", "{times: [09:10], surges: [{start: 09:50, length: 2 h, shape: block, calls: 30}]}"}) {
    parts.arrivals = arrivals;
    for (const std::string credit : {"arrival", "answer", "end"}) {
      parts.more = "measures: {credit: " + credit + "}\n";
      CHECK(of(check_same(parts.model()), Count::unfinished) > 0);
    }
  }
}

TEST_CASE("without events: where calls count, and what else they do", "[offered_wait]") {
  for (const std::string after_close : {"finish_calls", "drop"})
    for (const std::string credit : {"arrival", "answer", "end"})
      for (const std::string length : {"4 h", "24 h"}) {
        CAPTURE(after_close, credit, length);
        Parts parts;
        parts.time = "{start: 2026-03-02 00:00, length: " + length +
                     ", days: 2, period: 15 min, after_close: " + after_close + "}";
        parts.arrivals = "{rate: 40/h}";
        parts.type =
            "talk: {distribution: exponential, mean: 10 min}, patience: {distribution: exponential, mean: 10 "
            "min}, "
            "balk: 20 %, solved: 70 %, wrap_up: {distribution: exponential, mean: 30 s}, "
            "redial: {after_busy: 50 %, after_abandoning: 100 %, delay: 1 min, at_most: 0}";
        parts.group = "staffing: 6, pick_up: 0 s";
        parts.more = "measures: {credit: " + credit +
                     ", acceptable_wait: 0 s, rings: 2, short_abandon: 30 s}\n"
                     "ringing: {cycle: 0.7 s}\n"
                     "routing: {agent_choice: least_occupied, queue_choice: weighted_wait}\n"
                     "agreements: {a: {share: answered_within 90 s, at_least: 80 %, per: period}}\n";
        Model model = parts.model();
        model.groups[0].skills[0].talk_factor = 1.25;
        const auto seen = check_same(model);
        for (const Count c :
             {Count::balked, Count::unsolved, Count::abandoned, Count::answered, Count::waited})
          CHECK(of(seen, c) > 0);
      }
}

TEST_CASE("without events: many small centres made at random", "[offered_wait]") {
  Stream dice(20260302);
  const auto one_of = [&](std::initializer_list<const char*> texts) {
    return std::string(texts.begin()[dice() % texts.size()]);
  };
  for (int centre = 0; centre < 400; ++centre) {
    Parts parts;
    parts.time = "{start: 2026-03-02 00:00, length: " + one_of({"1 h", "100 min", "24 h", "20 h"}) +
                 ", days: " + one_of({"1", "1", "2", "4"}) +
                 ", after_close: " + one_of({"finish_calls", "drop"}) + ", period: 30 min}";
    parts.group = "staffing: 1";
    const std::size_t n = parts.model().calendar.days[0].closed;
    std::string staffing, volumes;
    const std::uint64_t most = 1 + dice() % 9;
    for (std::size_t p = 0; p < n; ++p) {
      staffing += fmt::format("{}{}", p > 0 ? ", " : "", p == 0 ? most : dice() % (most + 1));
      volumes += fmt::format("{}{}", p > 0 ? ", " : "", dice() % 20);
    }
    const auto law = [&] {
      return one_of({"{distribution: exponential, mean: 4 min}",
                     "{distribution: lognormal, mean: 6 min, cv: 1.5}", "1 min", "5 min", "30 min", "0 s",
                     "{distribution: uniform, low: 0 min, high: 20 min}",
                     "{mixture: [{chance: 50 %, of: 0 s}, {chance: 50 %, of: 10 min}]}"});
    };
    parts.group = "staffing: [" + staffing + "], shrinkage: " + one_of({"0 %", "0 %", "25 %"});
    parts.arrivals = "{" + (dice() % 2 ? "volumes: [" + volumes + "]" : "rate: " + one_of({"5/h", "30/h"})) +
                     one_of({"", ", batch: 3", ", batch: {distribution: uniform, low: 1, high: 4}"}) +
                     one_of({"", ", surges: [{start: 00:20, length: 50 min, shape: block, calls: 15}]"}) +
                     "}";
    parts.type = "talk: " + law() + ", patience: " + (dice() % 4 ? law() : "never") +
                 ", wrap_up: " + (dice() % 2 ? law() : "0 s") + ", balk: " + one_of({"0 %", "10 %"}) +
                 ", solved: " + one_of({"100 %", "80 %"});
    parts.more = "measures: {credit: " + one_of({"arrival", "answer", "end"}) + "}\n";
    INFO(parts.yaml());
    check_same(parts.model(), 3);
  }
}

TEST_CASE("the engine that runs is the one that is told", "[offered_wait]") {
  const Model model = Parts().model();
  Simulator automatic(model), events(model, Engine::events);
  CHECK(automatic.engine() == Engine::offered_wait);
  CHECK(events.engine() == Engine::events);
  automatic.run(1, 0);
  CHECK(automatic.events() == 0);
  const Totals by_events = *events.run(1, 0);
  CHECK(events.events() > 0);
  // Who watches sees events, and then the simulator is none the worse for it.
  Observer observer;
  CHECK(difference(model, by_events, *automatic.run(1, 0, &observer)) == "");
  CHECK(automatic.events() == events.events());
  CHECK(difference(model, by_events, *automatic.run(1, 0)) == "");
  CHECK(automatic.events() == 0);

  const std::atomic<bool> stop = true;
  CHECK(automatic.run(1, 0, nullptr, &stop) == nullptr);

  Parts lines;
  lines.more = "lines: 20\n";
  const Model limited = lines.model();
  CHECK(Simulator(limited).engine() == Engine::events);
  CHECK_THROWS_AS(Simulator(limited, Engine::offered_wait), std::invalid_argument);
}

TEST_CASE("without events: a queue without bound", "[offered_wait]") {
  Parts parts;
  parts.arrivals = "{rate: 1000/s}";
  parts.type = "talk: 1 min";
  parts.group = "staffing: 1";
  const Model model = parts.model();
  for (const Engine engine : {Engine::events, Engine::offered_wait}) {
    Simulator simulator(model, engine);
    CHECK_THROWS_WITH(simulator.run(1, 0), Catch::Contains("a queue grows without bound"));
  }
}
