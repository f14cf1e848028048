// The tools that the report and the gate are made of.
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "bench/measuring/child.hpp"
#include "bench/measuring/google_json.hpp"
#include "bench/measuring/instructions.hpp"
#include "bench/measuring/interleave.hpp"
#include "bench/measuring/row.hpp"
#include "bench/measuring/samples.hpp"
#include "catch.hpp"

using namespace thirdring::bench;

TEST_CASE("the median is the middle", "[bench]") {
  CHECK(median({3}) == 3);
  CHECK(median({9, 1, 2}) == 2);
  CHECK(median({9, 1, 2, 4}) == 3);
  CHECK_THROWS_AS(median({}), std::invalid_argument);
}

TEST_CASE("ratios are taken pair by pair", "[bench]") {
  // A slow spell hits the second pair and leaves the ratio alone; one bad pair does not move the median.
  CHECK(median_ratio({3, 30, 3}, {1, 10, 1}) == 3);
  CHECK(median_ratio({3, 3, 100}, {1, 1, 1}) == 3);
  CHECK_THROWS_AS(median_ratio({1, 2}, {1}), std::invalid_argument);
}

TEST_CASE("contestants take turns", "[bench]") {
  std::string order;
  const auto contestant = [&](char name) {
    return Contestant{std::string(1, name), [&order, name] {
                        order += name;
                        return 2.0;
                      }};
  };
  const std::vector<Timing> timings = interleave({contestant('a'), contestant('b')}, 3);
  CHECK(order == "abababab");  // once without watching
  REQUIRE(timings.size() == 2);
  CHECK(timings[0].name == "a");
  for (const Timing& timing : timings) {
    CHECK(timing.wall.size() == 3);
    CHECK(timing.cpu.size() == 3);
    for (const double seconds : timing.wall) CHECK(seconds >= 0);
  }
}

TEST_CASE("time is counted for a unit of work", "[bench]") {
  volatile double sink = 0;
  const auto spin = [&](double units) {
    return Contestant{"", [&sink, units] {
                        for (int i = 0; i < 3'000'000; ++i) sink = sink + i;
                        return units;
                      }};
  };
  const std::vector<Timing> t = interleave({spin(1), spin(100)}, 5);
  const double ratio = median_ratio(t[0].cpu, t[1].cpu);  // the same work, said to be a hundred times as much
  CHECK(ratio > 30);
  CHECK(ratio < 300);
}

TEST_CASE("verdicts", "[bench]") {
  const Target at_most{2.0, 1.5};
  CHECK(verdict(1.5, at_most) == Verdict::aim_met);
  CHECK(verdict(1.51, at_most) == Verdict::bar_met);
  CHECK(verdict(2.0, at_most) == Verdict::bar_met);
  CHECK(verdict(2.01, at_most) == Verdict::missed);
  Target at_least{0.9, 0.97};
  at_least.more_is_better = true;
  CHECK(verdict(0.97, at_least) == Verdict::aim_met);
  CHECK(verdict(0.96, at_least) == Verdict::bar_met);
  CHECK(verdict(0.9, at_least) == Verdict::bar_met);
  CHECK(verdict(0.89, at_least) == Verdict::missed);
  CHECK(Row{"x", {}, at_most}.judged() == Verdict::not_measured);
}

TEST_CASE("the table says it all", "[bench]") {
  const std::string text = table(
      {{"speed", 1.234, {2.0, 1.5}, "how it was done"}, {"memory", {}, {150, 60, " MB", 0}, "not here"}});
  CHECK(text ==
        "| workload | measured |       bar |      aim | verdict      | how             |\n"
        "|----------|---------:|----------:|---------:|--------------|-----------------|\n"
        "| speed    |     1.23 |   <= 2.00 |  <= 1.50 | aim met      | how it was done |\n"
        "| memory   |        - | <= 150 MB | <= 60 MB | not measured | not here        |\n");
}

TEST_CASE("a block of a page is filled", "[bench]") {
  CHECK(fill_block("a\n<b>\nold\n<e>\nz\n", "<b>", "<e>", "new\n") == "a\n<b>\nnew\n<e>\nz\n");
  CHECK_THROWS(fill_block("a <e> <b>", "<b>", "<e>", "new"));
  CHECK_THROWS(fill_block("a <b>", "<b>", "<e>", "new"));
}

TEST_CASE("the performance page has a place for the report", "[bench]") {
  std::stringstream page;
  page << std::ifstream(THIRDRING_SOURCE_DIR "/docs/performance.md").rdbuf();
  const std::string filled =
      fill_block(page.str(), "<!-- report -->", "<!-- end of report -->", "the report\n");
  CHECK(filled.find("<!-- report -->\nthe report\n<!-- end of report -->\n") != std::string::npos);
}

TEST_CASE("the report as Google Benchmark writes it", "[bench]") {
  const Row row{"speed", 2.0, {2.5, 1.5}, "", {{"ours", {2e-9, 4e-9, 3e-9}, {1e-9, 1e-9, 1e-9}}}};
  const auto json = nlohmann::json::parse(google_json({row, {"absent", {}, {1, 1}}}, this_machine()));
  CHECK(json.at("context").at("num_cpus") > 0);
  CHECK(json.at("context").contains("date"));
  const auto& benchmarks = json.at("benchmarks");
  REQUIRE(benchmarks.size() == 5);  // three rounds, their median, the value
  for (const auto& b : benchmarks)
    for (const char* key :
         {"name", "run_name", "run_type", "real_time", "cpu_time", "time_unit", "iterations"})
      CHECK(b.contains(key));
  CHECK(benchmarks[1].at("name") == "speed/ours");
  CHECK(benchmarks[1].at("run_type") == "iteration");
  CHECK(benchmarks[1].at("repetition_index") == 1);
  CHECK(benchmarks[1].at("real_time").get<double>() == Approx(4));
  CHECK(benchmarks[3].at("name") == "speed/ours_median");
  CHECK(benchmarks[3].at("aggregate_name") == "median");
  CHECK(benchmarks[3].at("real_time").get<double>() == Approx(3));
  CHECK(benchmarks[4].at("value") == 2.0);
  CHECK(benchmarks[4].at("label") == "bar met");
}

TEST_CASE("other programs are run to their end", "[bench]") {
  const Ended ended = run_child({"sh", "-c", "echo calls $N; echo oops >&2; exit 3"}, {"N=12"});
  CHECK(ended.status == 3);
  CHECK(ended.output == "calls 12\noops\n");
  CHECK(number_after(ended.output, "calls") == 12);
  CHECK_THROWS(number_after(ended.output, "oops"));
  CHECK_THROWS(number_after("all calls 12\n", "calls"));
  CHECK(run_child({"sh", "-c", "kill -9 $$"}).status == 256 + 9);
  CHECK_THROWS(output_of({"sh", "-c", "exit 1"}));
  CHECK_THROWS(run_child({"/there/is/no/such/program"}));
}

TEST_CASE("start and end of a program are not counted", "[bench]") {
  CHECK(collected("==1== Events    : Ir\n==1== Collected : 824717137\n") == 824717137);
  CHECK_THROWS(collected("==1== nothing\n"));
  CHECK(per_call({1'000'500, 100}, {1'004'500, 104}) == 1000);
  CHECK_THROWS(per_call({1, 100}, {2, 100}));
}
