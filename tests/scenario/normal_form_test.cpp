// A scenario written in one way, which gives the same model and stays as it is.
#include <fmt/format.h>

#include <filesystem>

#include "catch.hpp"
#include "sim/scenario/load.hpp"
#include "sim/scenario/units.hpp"

using namespace thirdring;
namespace fs = std::filesystem;

namespace {

Loaded load(const std::string& text) {
  Loaded loaded = load_scenario_text(text, "x.yaml");
  for (const Problem& problem : loaded.problems) UNSCOPED_INFO(problem.text());
  REQUIRE(loaded.model);
  return loaded;
}

const std::string one_group = "agent_groups: {desk: {skills: [calls], staffing: 2}}\n";

template <class T, class Make>
void check_written(Make make, double least, double most) {
  Stream random(5);
  for (int i = 0; i < 20000; ++i) {
    const double amount = least + (most - least) * random.uniform();
    T value, again;
    REQUIRE(Leaf<T>::read(make(amount), value));
    INFO(make(amount) << " is written " << Leaf<T>::write(value));
    REQUIRE(Leaf<T>::read(Leaf<T>::write(value), again));
    REQUIRE(Leaf<T>::write(again) == Leaf<T>::write(value));
    if constexpr (requires { value.per_second; })
      REQUIRE(again.per_second == value.per_second);
    else if constexpr (requires { value.seconds; })
      REQUIRE(again.seconds == value.seconds);
    else if constexpr (requires { value.per_hour; })
      REQUIRE(again.per_hour == value.per_hour);
    else
      REQUIRE(again.value == value.value);
  }
}

}  // namespace

TEST_CASE("Every value is written so that it is read again to the last bit", "[scenario][normal]") {
  const auto with = [](const char* unit) {
    return [unit](double amount) { return fmt::format("{}{}", amount, unit); };
  };
  const auto rounded = [](const char* unit) {
    return [unit](double amount) { return fmt::format("{:.2f}{}", amount, unit); };
  };
  check_written<Share>(with(" %"), 0, 100);
  check_written<Share>(rounded(" %"), 0, 100);
  for (const char* unit : {"s", "min", "h", "days"}) {
    check_written<Duration>(with(unit), 0, 1000);
    check_written<Duration>(rounded(unit), 0, 1000);
  }
  for (const char* unit : {"/s", "/min", "/h", "/day"}) {
    check_written<Rate>(with(unit), 0, 1000);
    check_written<Rate>(rounded(unit), 0, 1000);
    check_written<MoneyRate>(rounded(unit), 0, 1000);
  }
  CHECK(Leaf<Share>::write({0.07}) == "7 %");
  CHECK(Leaf<Rate>::write({240 / 3600.0}) == "240/h");
  MoneyRate rate;
  REQUIRE(Leaf<MoneyRate>::read("25/h", rate));
  CHECK(rate.per_hour == 25);
}

TEST_CASE("The normal form of every good scenario is its own, and means the same", "[scenario][normal]") {
  const fs::path root = THIRDRING_SOURCE_DIR;
  std::vector<fs::path> files = {root / "tests/scenario/everything.yaml",
                                 root / "tests/scenario/everything_else.yaml"};
  for (const auto& entry : fs::directory_iterator(root / "scenarios"))
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  for (const fs::path& file : files) {
    INFO(file.string());
    const Loaded first = load_scenario(file);
    REQUIRE(first.model);
    const Loaded again = load_scenario_text(first.normal, file.filename().string(), file.parent_path());
    INFO(first.normal);
    for (const Problem& problem : again.problems) UNSCOPED_INFO(problem.text());
    REQUIRE(again.model);
    CHECK(again.normal == first.normal);
    CHECK(again.hash == first.hash);
  }
}

TEST_CASE("How a scenario is written does not change its normal form", "[scenario][normal]") {
  const Loaded first = load(
      "time: {start: 2026-03-02 08:00, length: 90 min, period: 1800 s}\n"
      "call_types: {calls: {arrivals: {rate: 1/min}, talk: {distribution: lognormal, mean: 1.5min, cv: "
      "0.8}}}\n" +
      one_group + "why: |\n  Two lines,\n  \"quoted\"\n");
  CHECK(
      first.normal ==
      "why: \"Two lines,\\x0a\\\"quoted\\\"\\x0a\"\n"
      "time: {start: 2026-03-02 08:00, length: 90 min, period: 30 min}\n"
      "call_types: {calls: {arrivals: {rate: 60/h}, talk: {distribution: lognormal, mean: 90 s, cv: 0.8}}}\n"
      "agent_groups: {desk: {skills: [calls], staffing: 2}}\n");
  const Loaded other =
      load(one_group +
           "# a comment\nwhy: \"Two lines,\\n\\\"quoted\\\"\\n\"\n"
           "call_types:\n  calls:\n    talk: {cv: 8e-1, mean: 90 s, distribution: lognormal}\n"
           "    arrivals: {rate: 60/h}\n"
           "time: {period: 0.5 h, length: 1 h 30 min, start: '2026-03-02 8:00'}\n");
  CHECK(other.normal == first.normal);
  CHECK(other.hash == first.hash);
}

TEST_CASE("The order of names is kept: it can matter who comes first", "[scenario][normal]") {
  const std::string head =
      "time: {length: 1 h}\ncall_types: {calls: {arrivals: {rate: 60/h}, talk: 1 min}}\n";
  const Loaded ab = load(head +
                         "agent_groups: {a: {skills: [calls], staffing: 1}, b: {skills: [calls], "
                         "staffing: 2}}\n"),
               ba = load(head +
                         "agent_groups: {b: {skills: [calls], staffing: 2}, a: {skills: [calls], "
                         "staffing: 1}}\n");
  CHECK(ab.hash != ba.hash);
}

TEST_CASE("Names that YAML would take for something else are quoted", "[scenario][normal]") {
  const Loaded first = load(
      "time: {length: 1 h}\ncall_types: {\"null\": {arrivals: {rate: 60/h}, talk: 1 min}, 'a: b, #c': "
      "{arrivals: none, talk: 1 min}, \"-x\": {arrivals: none, talk: 1 min}, Bürger: {arrivals: none, talk: "
      "1 "
      "min}}\nagent_groups: {desk: {skills: ['null', 'a: b, #c', \"-x\", Bürger], staffing: 2}}\n");
  CHECK(load(first.normal).normal == first.normal);
  CHECK(load(first.normal).model->call_types[1].name == "a: b, #c");
}
