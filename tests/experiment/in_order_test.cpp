#include "analysis/experiment/in_order.hpp"

#include <chrono>
#include <stdexcept>
#include <string>

#include "catch.hpp"

using namespace thirdring;

namespace {

using Jobs = std::vector<std::uint64_t>;

/// Jobs take unequal times, so that they end out of order.
std::optional<std::uint64_t> slow(std::uint64_t job) {
  std::this_thread::sleep_for(std::chrono::microseconds(job % 3 == 0 ? 300 : 10));
  return job * job;
}

Jobs first_squares(std::uint64_t n) {
  Jobs result;
  for (std::uint64_t i = 0; i < n; ++i) result.push_back(i * i);
  return result;
}

}  // namespace

TEST_CASE("results come in order on any number of threads", "[experiment]") {
  for (const unsigned threads : {1U, 2U, 7U}) {
    Jobs taken;
    InOrder<std::uint64_t> work(
        0, 100, [] { return slow; },
        [&](std::uint64_t job, std::uint64_t&& result) {
          CHECK(job == taken.size());
          taken.push_back(result);
          return true;
        });
    work.run(threads);
    CHECK(taken == first_squares(100));
  }
}

TEST_CASE("who takes the results says when it is enough", "[experiment]") {
  for (const unsigned threads : {1U, 7U}) {
    Jobs taken;
    InOrder<std::uint64_t> work(
        0, 1'000'000, [] { return slow; },
        [&](std::uint64_t, std::uint64_t&& result) {
          taken.push_back(result);
          return taken.size() < 40;
        });
    work.run(threads);
    CHECK(taken == first_squares(40));
  }
}

TEST_CASE("the failure of the lowest job is told, after all results before it", "[experiment]") {
  for (const unsigned threads : {1U, 2U, 7U}) {
    Jobs taken;
    InOrder<std::uint64_t> work(
        0, 100,
        [] {
          return [](std::uint64_t job) {
            if (job == 31 || job == 33) throw std::runtime_error(std::to_string(job));
            return slow(job);
          };
        },
        [&](std::uint64_t, std::uint64_t&& result) {
          taken.push_back(result);
          return true;
        });
    CHECK_THROWS_WITH(work.run(threads), "31");
    CHECK(taken == first_squares(31));
  }
}

TEST_CASE("a failure to take a result ends the work", "[experiment]") {
  InOrder<std::uint64_t> work(
      0, 100, [] { return slow; },
      [](std::uint64_t job, std::uint64_t&&) -> bool {
        if (job == 5) throw std::runtime_error("disk full");
        return true;
      });
  CHECK_THROWS_WITH(work.run(3), "disk full");
}

TEST_CASE("a worker that was told to stop leaves the results so far, none missing in between", "[experiment]") {
  Jobs taken;
  InOrder<std::uint64_t> work(
      0, 100, [] { return [](std::uint64_t job) { return job < 20 ? slow(job) : std::nullopt; }; },
      [&](std::uint64_t, std::uint64_t&& result) {
        taken.push_back(result);
        return true;
      });
  work.run(3);
  // Nothing is missing in between; the two other threads may have held a job, at most 6 away, not yet begun.
  CHECK(taken.size() >= 15);
  CHECK(taken.size() <= 20);
  CHECK(taken == first_squares(taken.size()));
}
