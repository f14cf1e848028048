// The event list against an ordered map.
#include "sim/kernel/event_list.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <map>
#include <new>
#include <set>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "catch.hpp"
#include "sim/kernel/stream.hpp"

using namespace thirdring;

namespace {
std::atomic<std::size_t> allocations = 0;
}

// All memory of the program goes through here, so that a test can count.  Not inlined: gcc would take the two
// sides for mismatched.
#define OUT_OF_LINE __attribute__((noinline))
OUT_OF_LINE void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  ++allocations;
  return std::malloc(size);
}
OUT_OF_LINE void* operator new(std::size_t size) {
  if (void* memory = operator new(size, std::nothrow)) return memory;
  throw std::bad_alloc{};
}
OUT_OF_LINE void operator delete(void* memory) noexcept { std::free(memory); }
OUT_OF_LINE void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

/// Both lists, told the same.
class Twin {
 public:
  void schedule(double time, std::uint8_t kind) {
    const EventId id = list_.schedule(time, kind, subject_);
    REQUIRE(by_subject_.size() == list_.size() - 1);
    by_subject_[subject_] = {id, reference_.emplace(Key{time, kind, subject_}, subject_).first->first};
    subjects_.push_back(subject_++);
  }
  void cancel_any(Stream& stream) {
    while (!subjects_.empty()) {
      std::swap(subjects_[stream() % subjects_.size()], subjects_.back());
      const auto found = by_subject_.find(subjects_.back());
      subjects_.pop_back();
      if (found == by_subject_.end()) continue;  // was taken
      list_.cancel(found->second.first);
      reference_.erase(found->second.second);
      by_subject_.erase(found);
      return;
    }
  }
  void take() {
    const Key key = reference_.begin()->first;
    if (list_.next_time() != std::get<0>(key)) FAIL("next_time");
    Event event;
    if (list_.take_until(std::nextafter(std::get<0>(key), -1), event)) FAIL("took what was too late");
    if (std::get<2>(key) % 2)
      event = list_.take();
    else if (!list_.take_until(std::get<0>(key), event))
      FAIL("did not take what was not too late");
    if (Key{event.time, event.kind, event.subject} != key)
      FAIL("took " << event.time << " " << int{event.kind} << " " << event.subject << " instead of "
                   << std::get<0>(key) << " " << int{std::get<1>(key)} << " " << std::get<2>(key));
    by_subject_.erase(event.subject);
    reference_.erase(reference_.begin());
    now_ = event.time;
  }
  void take_all() {
    while (!reference_.empty()) take();
    CHECK(list_.empty());
    CHECK(list_.next_time() == std::numeric_limits<double>::infinity());
    Event event;
    CHECK_FALSE(list_.take_until(std::numeric_limits<double>::infinity(), event));
  }
  void clear() {
    list_.clear();
    reference_.clear();
    by_subject_.clear();
    subjects_.clear();
    now_ = 0;
  }
  double now() const { return now_; }
  std::size_t size() const { return reference_.size(); }

 private:
  using Key = std::tuple<double, std::uint8_t, std::uint32_t>;  // the subject counts up: first in, first out
  EventList list_;
  std::map<Key, std::uint32_t> reference_;
  std::unordered_map<std::uint32_t, std::pair<EventId, Key>> by_subject_;
  std::vector<std::uint32_t> subjects_;
  std::uint32_t subject_ = 0;
  double now_ = 0;
};

/// Laws of how far ahead events are scheduled.
double ahead(int law, double now, Stream& stream) {
  const double u = stream.uniform();
  switch (law) {
    case 0:
      return -std::log1p(-u);  // hold model
    case 1:
      return std::floor(u * 4);  // many ties
    case 2:
      return std::pow(10, u * 18 - 6);  // microseconds to 1e12 s
    case 3:
      return u < 0.1 ? 1000 : 1e-3 * stream.uniform();  // bursts, and one moment far ahead
    case 4:
      return std::fmod(now, 2000) < 1000 ? u : 1000 * u;  // the rate changes
    case 5:
      return u < 0.5 ? 0 : std::ceil(now / 100 + u) * 100 - now;  // at once, or on the next round hundreds
    case 6:
      return u < 0.01 ? std::numeric_limits<double>::infinity() : 1e-5 * u;
    default:
      return 500 + 0.5 * u;  // a crowd in one place
  }
}

}  // namespace

TEST_CASE("events come out as from a sorted map, whatever is scheduled", "[event_list]") {
  const int law = GENERATE(range(0, 8));
  const std::size_t pending = GENERATE(3U, 40U, 3000U);
  CAPTURE(law, pending);
  Stream stream(std::uint64_t(law) * 31 + pending);
  Twin twin;
  for (int round = 0; round < 2; ++round) {
    for (int step = 0; step < 12'000; ++step) {
      const std::size_t aim = step % 4000 < 2000 ? pending : pending / 10 + 1;
      const double action = stream.uniform();
      if (twin.size() == 0 || action < (twin.size() < aim ? 0.6 : 0.4))
        twin.schedule(twin.now() + ahead(law, twin.now(), stream), static_cast<std::uint8_t>(stream() % 3));
      else if (action < 0.75)
        twin.take();
      else
        twin.cancel_any(stream);
    }
    if (round == 0) twin.clear();
  }
  twin.take_all();
}

TEST_CASE("at one moment the smaller kind comes first, then the earlier scheduled", "[event_list]") {
  // From 0 the moment is far beyond the ring; then it is near; at the end it is now.
  const double moment = GENERATE(0.0, 0.5, 1e6, 1e12, std::numeric_limits<double>::infinity());
  CAPTURE(moment);
  EventList list;
  std::uint32_t subject = 0;
  const auto some = [&] {
    for (int i = 0; i < 300; ++i, ++subject)
      list.schedule(moment, static_cast<std::uint8_t>(2 - i % 3), subject);
  };
  some();
  if (std::isfinite(moment)) {
    for (const double share : {0.5, 1 - 1e-9, 1.0}) {
      list.schedule(moment * share, 0, 1'000'000);
      CHECK(list.next_time() == moment * share);
      if (share < 1 && moment > 0) CHECK(list.take().subject == 1'000'000);
      some();
    }
  }
  std::vector<std::vector<std::uint32_t>> taken(3);
  std::uint8_t kind = 0;
  while (!list.empty()) {
    const Event event = list.take();
    CHECK(event.time == moment);
    REQUIRE(event.kind >= kind);
    kind = event.kind;
    if (event.subject != 1'000'000) taken[kind].push_back(event.subject);
  }
  for (const auto& subjects : taken) {
    CHECK(subjects.size() == subject / 3);
    CHECK(std::is_sorted(subjects.begin(), subjects.end()));
  }
}

TEST_CASE("what is later scheduled for the same moment does not overtake what was far", "[event_list]") {
  EventList list;
  list.schedule(1000, 1, 0);
  for (std::uint32_t i = 1; i < 1000; ++i) {
    list.schedule(i, 0, 0);
    list.take();
    list.schedule(1000, 1, i);
  }
  for (std::uint32_t i = 0; i < 1000; ++i) REQUIRE(list.take().subject == i);
}

TEST_CASE("a cleared list is as new", "[event_list]") {
  EventList list;
  const auto run = [&list] {
    Stream stream(7);
    std::vector<double> times;
    for (std::uint32_t i = 0; i < 500; ++i) list.schedule(1e4 * stream.uniform(), 0, i);
    for (int i = 0; i < 2000; ++i) {
      const Event event = list.take();
      times.push_back(event.time);
      list.cancel(list.schedule(event.time + 5, 0, 0));
      list.schedule(event.time + 1e4 * stream.uniform(), 0, event.subject);
    }
    return times;
  };
  const auto first = run();
  CHECK(list.size() == 500);
  list.clear();
  CHECK(list.empty());
  CHECK(list.size() == 0);
  CHECK(list.next_time() == std::numeric_limits<double>::infinity());
  CHECK(run() == first);
}

TEST_CASE("no memory is allocated once the list has been as full", "[event_list]") {
  EventList list;
  Stream stream(3);
  double now = 0;
  const auto run = [&](std::size_t pending, double mean) {
    while (list.size() < pending) list.schedule(now - mean * std::log1p(-stream.uniform()), 0, 0);
    for (std::size_t i = 0; i < 5 * pending; ++i) {
      now = list.take().time;
      list.schedule(now - mean * std::log1p(-stream.uniform()), 0, 0);
    }
    while (list.size() > 10) now = list.take().time;
  };
  run(5000, 1);
  const std::size_t before = allocations;
  for (const double mean : {1.0, 1000.0, 0.001, 30.0}) run(5000, mean);
  list.clear();
  now = 0;
  run(5000, 1);
  CHECK(allocations == before);
}

TEST_CASE("ids of taken and cancelled events are used again", "[event_list]") {
  EventList list;
  std::set<EventId> ids;
  for (int i = 0; i < 10'000; ++i) {
    const EventId id = list.schedule(i + 1, 0, 0);
    ids.insert(id);
    list.cancel(list.schedule(i + 2, 0, 0));
    CHECK(list.take().time == i + 1);
  }
  CHECK(ids.size() < 1000);
}

TEST_CASE("the next time is known without taking", "[event_list]") {
  EventList list;
  const EventId far = list.schedule(1e9, 0, 0);
  list.schedule(2e9, 0, 0);
  CHECK(list.next_time() == 1e9);
  list.cancel(far);
  CHECK(list.next_time() == 2e9);
  list.schedule(3, 0, 0);  // looking has not moved the clock
  CHECK(list.next_time() == 3);
  CHECK(list.take().time == 3);
  CHECK(list.take().time == 2e9);
}
