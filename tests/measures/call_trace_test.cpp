#include "sim/measures/call_trace.hpp"

#include "catch.hpp"
#include "sim/measures/fingerprint.hpp"
#include "sim/measures/simulate.hpp"
#include "tests/support/run.hpp"

using namespace thirdring;

namespace {

Model two_calls() {
  return test::model_of(test::calls_at("08:01, 08:02") + "    talk: 10 min\n    wrap_up: 1.5 s\n" +
                        "    patience: 5 min\n" + test::served_by("    staffing: 1\n    pick_up: 3 s\n"));
}

std::uint64_t fingerprint(const Model& model, std::uint64_t seed) {
  Simulator simulator(model);
  Fingerprint fingerprint;
  simulator.run(seed, 0, &fingerprint);
  return fingerprint.value();
}

}  // namespace

TEST_CASE("a row for each leg", "[measures]") {
  const Model model = two_calls();
  Simulator simulator(model);
  CallTrace trace(model);
  trace.start(4);
  simulator.run(1, 4, &trace);
  CHECK(fmt::to_string(trace.take_rows()) ==
        "4,2,1,1,0,enquiry,,,,120.000,120.000,,420.000,300.000,0,0,0,0,0,abandoned,1,0,0,"
        "0,0,0,0,1,0,1,\n"
        "4,1,1,1,0,enquiry,,tier1,1,60.000,60.000,63.000,663.000,3.000,3.000,600.000,0,0,1.500,"
        "served,0,0,0,0,0,0,0,1,0,1,\n");
  const std::string_view header = CallTrace::header();
  CHECK(std::count(header.begin(), header.end(), ',') == 30);
}

TEST_CASE("fields of CSV", "[measures]") {
  CHECK(csv_field("plain text") == "plain text");
  CHECK(csv_field("a,b") == "\"a,b\"");
  CHECK(csv_field("say \"hello\"") == "\"say \"\"hello\"\"\"");
  CHECK(csv_field("two\nlines") == "\"two\nlines\"");
  CHECK(csv_field("=1+1") == "'=1+1");
  CHECK(csv_field("@a,b") == "\"'@a,b\"");
  CHECK(csv_field("-3") == "'-3");
  CHECK(csv_field("") == "");
}

TEST_CASE("equal runs have equal fingerprints", "[measures]") {
  Model model = two_calls();
  const std::uint64_t expected = fingerprint(model, 1);
  CHECK(fingerprint(model, 1) == expected);
  model.call_types[0].talk = Distribution::constant(600.5);
  CHECK(fingerprint(model, 1) != expected);
}
