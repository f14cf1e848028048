#include "analysis/experiment/measures.hpp"
#include "catch.hpp"
#include "support/committed.hpp"

using namespace thirdring;

TEST_CASE("docs/measures.md is made from the table of measures", "[keys]") {
  CHECK(test::committed("docs/measures.md", measure_reference()) == measure_reference());
}
