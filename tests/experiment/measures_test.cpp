#include "analysis/experiment/measures.hpp"

#include <set>

#include "analysis/experiment/slots.hpp"
#include "catch.hpp"
#include "sim/model/measure_names.hpp"
#include "tests/support/run.hpp"

using namespace thirdring;

TEST_CASE("every measure has a name of its own, a sentence and a formula", "[experiment]") {
  std::set<std::string_view> names;
  for (const Measure& measure : measures()) {
    CAPTURE(measure.name);
    CHECK(names.insert(measure.name).second);
    CHECK(find_measure(measure.name) == &measure);
    CHECK(measure.meaning.ends_with('.'));
    CHECK(measure.scopes != 0);
    CHECK((measure.formula == nullptr) ==
          (measure.kind != Measure::Kind::fraction && measure.kind != Measure::Kind::daily_mean &&
           measure.kind != Measure::Kind::days_met));
    CHECK((!measure.per_period || measure.kind == Measure::Kind::fraction));
  }
  CHECK(find_measure("speed") == nullptr);
}

TEST_CASE("what a scenario can name are the measures of the table", "[experiment]") {
  std::set<std::string_view> in_scenarios;
  for (const MeasureName& name : measure_names) {
    CAPTURE(name.name);
    in_scenarios.insert(name.name);
    const Measure* const measure = find_measure(name.name);
    REQUIRE(measure);
    CHECK(measure->meaning == name.meaning);
    const auto unit = measure->unit == Unit::share     ? MeasureName::Unit::share
                      : measure->unit == Unit::seconds ? MeasureName::Unit::time
                                                       : MeasureName::Unit::number;
    CHECK(unit == name.unit);
  }
  for (const Measure& measure : measures())
    if (measure.kind == Measure::Kind::fraction && (measure.scopes & Measure::all)) {
      CAPTURE(measure.name);
      CHECK(in_scenarios.count(measure.name) == 1);
    }
}

namespace {

std::vector<std::string> problems_of(const std::string& agreement) {
  return measure_problems(test::model_of(test::calls_at("08:01") + "    talk: 1 min\n" +
                                         test::served_by("    staffing: 1\n") + "agreements: {a: {" +
                                         agreement + "}}\n"));
}

}  // namespace

TEST_CASE("an agreement on what cannot be known of its calls is refused", "[experiment]") {
  CHECK(problems_of("measure: abandoned, at_most: 5 %, per: period").empty());
  CHECK(problems_of("measure: max_wait, at_most: 5 min, per: day").empty());
  CHECK(problems_of("measure: max_wait, at_most: 5 min, per: period") ==
        std::vector<std::string>{
            "agreements.a: max_wait is known for a whole run only: expected 'per: run', or a "
            "scenario of one day"});
  CHECK(problems_of("measure: occupancy, of: [enquiry], at_most: 85 %, per: day") ==
        std::vector<std::string>{"agreements.a: occupancy is not known by call type; leave out 'of'"});
}

TEST_CASE("a precision needs a measure of the whole centre", "[experiment]") {
  CHECK_FALSE(precision_problem("service_level"));
  CHECK(precision_problem("servce_level") ==
        "expected the name of a measure, got 'servce_level'; did you mean 'service_level'?");
}
