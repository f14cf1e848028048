// What it costs to count: the collector, told of made-up legs and changes of agents.
#include <benchmark/benchmark.h>

#include <string>

#include "bench/workloads/workloads.hpp"
#include "sim/measures/call_trace.hpp"
#include "sim/measures/collector.hpp"

namespace {

using namespace thirdring;

Call served_leg() {
  Call call;
  call.contact = 1;
  call.arrived = call.asked = 100;
  call.answered = 112.5;
  call.ended = 180;
  call.ring_time = 2;
  call.talk_time = 67.5;
  call.wrap_up_time = 20;
  call.group = 0;
  call.agent = 3;
  call.outcome = Outcome::served;
  call.waited = true;
  return call;
}

Call abandoned_leg() {
  Call call;
  call.contact = 1;
  call.arrived = call.asked = 100;
  call.ended = 130;
  call.outcome = Outcome::abandoned;
  call.waited = true;
  return call;
}

Call rich_leg() {
  static constexpr CallAside aside = [] {
    CallAside told;
    told.hand_over_time = 10;
    return told;
  }();
  Call call = served_leg();
  call.held = call.promised_callback = call.escalated = true;
  call.hold_time = 30;
  call.taken_back = 1;
  call.aside = &aside;
  return call;
}

void leg(benchmark::State& state, Call call) {
  const Model model = bench::workload("courier_hotline");
  Totals totals(model);
  Collector collector(model, totals);
  collector.start();
  collector.period_begins(0, 0);
  for (auto _ : state) collector.leg_ends(call);
}
BENCHMARK_CAPTURE(leg, served, served_leg());
BENCHMARK_CAPTURE(leg, abandoned, abandoned_leg());
BENCHMARK_CAPTURE(leg, rich, rich_leg());

void agent_change(benchmark::State& state) {
  const Model model = bench::workload("courier_hotline");
  Totals totals(model);
  Collector collector(model, totals);
  collector.start();
  collector.period_begins(0, 0);
  double now = 0;
  for (auto _ : state) {
    collector.agent_changes(0, 0, AgentState::idle, AgentState::talking, now);
    collector.agent_changes(0, 0, AgentState::talking, AgentState::idle, now + 0.5);
    now += 1e-6;
  }
  state.SetItemsProcessed(2 * state.iterations());
}
BENCHMARK(agent_change);

void queue_change(benchmark::State& state) {
  const Model model = bench::workload("courier_hotline");
  Totals totals(model);
  Collector collector(model, totals);
  collector.start();
  collector.period_begins(0, 0);
  double now = 0;
  for (auto _ : state) {
    collector.queue_changes(0, 3, 4, now);
    collector.queue_changes(0, 4, 3, now + 0.5);
    now += 1e-6;
  }
  state.SetItemsProcessed(2 * state.iterations());
}
BENCHMARK(queue_change);

/// A period ends: what everybody was doing is written down.
void period(benchmark::State& state, const char* workload) {
  const Model model = bench::workload(workload);
  Totals totals(model);
  Collector collector(model, totals);
  for (auto _ : state) {
    collector.start();
    for (PeriodId p = 0; p < totals.layout.periods(); ++p)
      collector.period_begins(p, 1800.0 * static_cast<double>(p));
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(totals.layout.periods()) * state.iterations());
}
BENCHMARK_CAPTURE(period, courier, "courier_hotline");
BENCHMARK_CAPTURE(period, national, "national");

void trace_row(benchmark::State& state) {
  const Model model = bench::workload("courier_hotline");
  CallTrace trace(model);
  trace.start(0);
  const Call call = served_leg();
  std::int64_t rows = 0;
  for (auto _ : state) {
    trace.leg_ends(call);
    if (++rows % 2000 == 0) {  // as many as a day has
      benchmark::DoNotOptimize(trace.take_rows());
      trace.start(0);
    }
  }
}
BENCHMARK(trace_row);

}  // namespace
