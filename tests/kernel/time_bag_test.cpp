#include "sim/kernel/time_bag.hpp"

#include <cmath>
#include <functional>
#include <set>

#include "catch.hpp"
#include "sim/kernel/draws.hpp"

using thirdring::Stream;
using thirdring::TimeBag;
using thirdring::unit_exponential;

namespace {

using Law = std::function<double(Stream&)>;

/// Each step takes the earliest out and puts a later time in, as agents do; now and then the bag grows,
/// shrinks or is emptied.
void compare_with_sorted(const Law& length, std::size_t most, std::uint64_t seed) {
  Stream stream(seed);
  TimeBag bag;
  std::multiset<double> sorted;
  const auto push = [&](double time) {
    bag.push(time);
    sorted.insert(time);
  };
  const auto pop = [&] {
    bag.pop();
    sorted.erase(sorted.begin());
  };
  double now = 0;
  bool same = true;
  for (int step = 0; step < 20'000 && same; ++step) {
    const double chance = stream.uniform();
    if (sorted.empty() || (chance < 0.05 && sorted.size() < most)) {
      const int more = static_cast<int>(stream.uniform() * static_cast<double>(most - sorted.size()));
      for (int i = 0; i <= more; ++i) push(now);
    } else if (chance < 0.055) {
      while (sorted.size() > stream() % 3) pop();
    } else if (chance < 0.06) {
      bag.clear();
      sorted.clear();
    } else if (chance < 0.08) {
      push(*sorted.begin() / 2);  // also before all others
    } else {
      now = std::max(now, *sorted.begin());
      pop();
      push(now + length(stream));
    }
    same = bag.first() == (sorted.empty() ? std::numeric_limits<double>::infinity() : *sorted.begin());
  }
  CHECK(same);
  for (; same && !sorted.empty(); pop()) same = bag.first() == *sorted.begin();
  CHECK(same);
  CHECK(bag.first() == std::numeric_limits<double>::infinity());
}

}  // namespace

TEST_CASE("a bag of times gives up the earliest, as a sorted set does", "[kernel]") {
  const std::vector<Law> laws = {
      [](Stream& s) { return unit_exponential(s); },
      [](Stream&) { return 1.0; },
      [](Stream&) { return 0.0; },
      [](Stream& s) { return std::floor(4 * s.uniform()); },
      [](Stream& s) { return s.uniform() < 0.99 ? 1e-3 * s.uniform() : 1e6 * s.uniform(); },
      [](Stream& s) { return std::exp(20 * s.uniform()); },
      [](Stream& s) { return 1e-12 * s.uniform(); },
  };
  for (const std::size_t most : {1, 2, 10, 1000})
    for (std::size_t law = 0; law < laws.size(); ++law) {
      CAPTURE(most, law);
      compare_with_sorted(laws[law], most, most + law);
    }
}
