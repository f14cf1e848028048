// What the gate says of counts.
#include <fstream>
#include <sstream>

#include "bench/gate/baseline.hpp"
#include "catch.hpp"

using namespace thirdring::bench;

namespace {

const Counts baseline = {{"erlang_a", 1000}, {"busy_day", 3000}};

Judgement judged(double erlang_a, double busy_day) {
  return judge(baseline, {{"erlang_a", erlang_a}, {"busy_day", busy_day}}, "gate --move why");
}

bool says(const Judgement& judgement, const std::string& text) {
  return judgement.text.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("two per cent more is let through, not a bit beyond", "[gate]") {
  CHECK(judged(1000, 3000).passed);
  CHECK(judged(1020, 3060).passed);
  CHECK_FALSE(judged(1020.1, 3000).passed);
  CHECK_FALSE(judged(1000, 3061).passed);
  CHECK_FALSE(judged(500, 3061).passed);  // a gain elsewhere is no excuse
}

TEST_CASE("a closed gate says what to do", "[gate]") {
  const Judgement judgement = judged(1030, 3000);
  CHECK(says(judgement, "erlang_a: 1030.0 instructions per call, baseline 1000.0, +3.00 %: TOO MANY"));
  CHECK(says(judgement, "busy_day: 3000.0 instructions per call, baseline 3000.0, +0.00 %\n"));
  CHECK(says(judgement, "move the baseline in the same"));
  CHECK(says(judgement, "gate --move why"));
}

TEST_CASE("what became faster should be kept", "[gate]") {
  CHECK_FALSE(says(judged(985, 3000), "gate --move why"));
  const Judgement judgement = judged(900, 3000);
  CHECK(judgement.passed);
  CHECK(says(judgement, "-10.00 %"));
  CHECK(says(judgement, "gate --move why"));
}

TEST_CASE("the baseline and what is measured have the same workloads", "[gate]") {
  const Judgement less = judge(baseline, {{"erlang_a", 1000}}, "gate --move why");
  CHECK_FALSE(less.passed);
  CHECK(says(less, "busy_day: in the baseline, but not measured"));
  const Judgement more = judge({{"erlang_a", 1000}}, baseline, "gate --move why");
  CHECK_FALSE(more.passed);
  CHECK(says(more, "busy_day: not in the baseline"));
}

TEST_CASE("counts of other compilers and libraries are not compared", "[gate]") {
  const Circumstances then = {{"compiler", "GNU 12.2.0"}, {"fmt", "9.1.0"}};
  CHECK(differences(then, then).empty());
  CHECK(differences(then, {{"compiler", "Clang 14.0.6"}, {"fmt", "9.1.0"}}) ==
        "  compiler: the baseline was made with GNU 12.2.0, here is Clang 14.0.6\n");
  CHECK(differences(then, {{"compiler", "GNU 12.2.0"}}) ==
        "  fmt: the baseline was made with 9.1.0, here is nothing\n");
  // No valgrind: an empty version.
  CHECK(differences(then, {{"compiler", "GNU 12.2.0"}, {"fmt", ""}}) ==
        "  fmt: the baseline was made with 9.1.0, here is nothing\n");
  CHECK(differences({}, {{"fmt", "9"}}) == "  fmt: the baseline was made with nothing, here is 9\n");
}

TEST_CASE("a baseline is read as it was written", "[gate]") {
  const Baseline written{{{"compiler", "GNU 12.2.0"}},
                         {{"2026-03-02", "first", {{"erlang_a", 1000}}}, {"2026-03-03", "why", baseline}}};
  const Baseline read = read_baseline(write_baseline(written));
  CHECK(read.made_with == written.made_with);
  REQUIRE(read.history.size() == 2);
  CHECK(read.history[0].date == "2026-03-02");
  CHECK(read.history[1].reason == "why");
  CHECK(read.in_force() == baseline);
  CHECK_THROWS(read_baseline("{}"));
  CHECK_THROWS(read_baseline("no JSON"));
  CHECK_THROWS(read_baseline(R"({"made_with": {}, "history": []})"));
}

TEST_CASE("the committed baseline is complete", "[gate]") {
  std::stringstream text;
  text << std::ifstream(THIRDRING_SOURCE_DIR "/bench/baseline.json").rdbuf();
  const Baseline committed = read_baseline(text.str());
  for (const char* const name :
       {"compiler", "build", "architecture", "Boost", "fmt", "yaml-cpp", "glibc", "valgrind"})
    CHECK(committed.made_with.count(name) == 1);
  for (const Baseline::Move& move : committed.history) CHECK_FALSE(move.reason.empty());
  for (const char* const name : {"erlang_a", "busy_day"}) CHECK(committed.in_force().at(name) > 0);
}
