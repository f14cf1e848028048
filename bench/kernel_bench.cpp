// The kernel's building blocks: event lists in the hold model, streams, distributions.
#include <benchmark/benchmark.h>

#include <memory>
#include <queue>
#include <string>
#include <vector>

#include "sim/kernel/event_list.hpp"
#include "sim/kernel/stream.hpp"
#include "sim/model/distribution.hpp"

namespace {

using namespace thirdring;

/// The yardstick: a binary heap, where what was cancelled is skipped when it comes.
class LazyHeap {
 public:
  EventId schedule(double time, std::uint8_t kind, std::uint32_t subject) {
    heap_.push({{time, subject, kind}, number_});
    cancelled_.push_back(false);
    return number_++;
  }
  void cancel(EventId id) { cancelled_[id] = true; }
  Event take() {
    for (;;) {
      const Entry entry = heap_.top();
      heap_.pop();
      if (!cancelled_[entry.number]) return entry.event;
    }
  }

 private:
  struct Entry {
    Event event;
    EventId number;
    bool operator<(const Entry& other) const {
      if (event.time != other.event.time) return event.time > other.event.time;
      if (event.kind != other.event.kind) return event.kind > other.event.kind;
      return number > other.number;
    }
  };
  std::priority_queue<Entry> heap_;
  std::vector<bool> cancelled_;
  EventId number_ = 0;
};

/// Times ahead, drawn beforehand: exponential with mean 1.
const std::vector<double>& gaps() {
  static const std::vector<double> drawn = [] {
    Stream stream(1);
    const Distribution law = Distribution::exponential(1);
    std::vector<double> result(1 << 16);
    for (double& gap : result) gap = law.draw(stream);
    return result;
  }();
  return drawn;
}

template <class List>
void hold(benchmark::State& state) {
  List list;
  std::size_t draw = 0;
  const auto gap = [&, &drawn = gaps()] { return drawn[draw++ % (1 << 16)]; };
  const auto pending = static_cast<std::uint32_t>(state.range(0));
  for (std::uint32_t i = 0; i < pending; ++i) list.schedule(gap(), 0, i);
  const auto step = [&] {
    const Event event = list.take();
    list.schedule(event.time + gap(), event.kind, event.subject);
  };
  for (std::uint32_t i = 0; i < 4 * pending; ++i) step();
  for (auto _ : state) step();
}

/// As `hold`, and with each step a timer is cancelled and another set: as many timers as events.
template <class List>
void hold_and_cancel(benchmark::State& state) {
  List list;
  std::size_t draw = 0;
  const auto gap = [&, &drawn = gaps()] { return drawn[draw++ % (1 << 16)]; };
  const auto pending = static_cast<std::uint32_t>(state.range(0)) / 2;
  std::vector<EventId> timers(pending);
  for (std::uint32_t i = 0; i < pending; ++i) {
    list.schedule(gap(), 0, i);
    timers[i] = list.schedule(4 * gap(), 1, i);
  }
  const auto step = [&] {
    const Event event = list.take();
    if (event.kind == 0) {
      list.cancel(timers[event.subject]);
      list.schedule(event.time + gap(), 0, event.subject);
    }
    timers[event.subject] = list.schedule(event.time + 4 * gap(), 1, event.subject);
  };
  for (std::uint32_t i = 0; i < 4 * pending; ++i) step();
  for (auto _ : state) step();
}

BENCHMARK_TEMPLATE(hold, EventList)->RangeMultiplier(10)->Range(10, 1'000'000);
BENCHMARK_TEMPLATE(hold, LazyHeap)->RangeMultiplier(10)->Range(10, 1'000'000);
BENCHMARK_TEMPLATE(hold_and_cancel, EventList)->RangeMultiplier(10)->Range(10, 1'000'000);
BENCHMARK_TEMPLATE(hold_and_cancel, LazyHeap)->RangeMultiplier(10)->Range(10, 1'000'000);

/// A replication's start and end: few events in a list that exists.
void clear(benchmark::State& state) {
  EventList list;
  for (auto _ : state) {
    for (std::uint32_t i = 0; i < 30; ++i) list.schedule(gaps()[i], 0, i);
    list.clear();
  }
}
BENCHMARK(clear);

void stream_bits(benchmark::State& state) {
  Stream stream(1);
  for (auto _ : state) benchmark::DoNotOptimize(stream());
}
BENCHMARK(stream_bits);

void stream_uniform(benchmark::State& state) {
  Stream stream(1);
  for (auto _ : state) benchmark::DoNotOptimize(stream.uniform());
}
BENCHMARK(stream_uniform);

void stream_by_name(benchmark::State& state) {
  std::uint64_t replication = 0;
  for (auto _ : state) benchmark::DoNotOptimize(Stream(1, "talk time of the hotline", replication++));
}
BENCHMARK(stream_by_name);

void draw(benchmark::State& state, const Distribution& law) {
  Stream stream(1);
  for (auto _ : state) benchmark::DoNotOptimize(law.draw(stream));
}
BENCHMARK_CAPTURE(draw, constant, Distribution::constant(60));
BENCHMARK_CAPTURE(draw, exponential, Distribution::exponential(60));
BENCHMARK_CAPTURE(draw, lognormal, Distribution::lognormal(60, 1));
BENCHMARK_CAPTURE(draw, gamma_peaked, Distribution::gamma(60, 0.5));
BENCHMARK_CAPTURE(draw, gamma_spread, Distribution::gamma(60, 1.5));
BENCHMARK_CAPTURE(draw, weibull, Distribution::weibull(60, 1.5));
BENCHMARK_CAPTURE(draw, uniform, Distribution::uniform(30, 90));
BENCHMARK_CAPTURE(draw, triangular, Distribution::triangular(30, 50, 90));
BENCHMARK_CAPTURE(draw, normal, Distribution::normal(60, 0.3));
BENCHMARK_CAPTURE(draw, hyperexponential, Distribution::hyperexponential(60, 2));
BENCHMARK_CAPTURE(draw, table, Distribution::table({30, 40, 50, 60, 90}));
BENCHMARK_CAPTURE(draw, quantiles, Distribution::quantiles({0, 0.5, 0.9, 1}, {0, 50, 100, 300}));
BENCHMARK_CAPTURE(draw, mixture,
                  Distribution::mixture({{0.8, Distribution::exponential(60)},
                                         {0.2, Distribution::constant(10)}}));

}  // namespace
