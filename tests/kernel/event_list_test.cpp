// The event list against an ordered map.
#include "sim/kernel/event_list.hpp"

#include <cmath>
#include <cstdlib>
#include <limits>
#include <map>
#include <new>
#include <tuple>
#include <unordered_map>

#include "catch.hpp"
#include "sim/kernel/stream.hpp"

using namespace thirdring;

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
    const Event event = list_.take();
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
