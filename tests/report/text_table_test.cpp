#include "analysis/report/text_table.hpp"

#include "catch.hpp"

using namespace thirdring;

TEST_CASE("columns are as wide as their widest cell", "[report]") {
  TextTable table({"Calls", "all"});
  table.add({"abandoned", "3.2 % ± 0.4"});
  table.add({"calls", "12"});
  CHECK(table.text({}) ==
        "Calls              all\n"
        "abandoned  3.2 % ± 0.4\n"
        "calls               12\n");
}

TEST_CASE("colours take no room", "[report]") {
  CHECK(width_of("± é") == 3);
  CHECK(width_of(Style{true}.bad("no")) == 2);
  CHECK(Style{true}.bad("no") == "\x1b[1;31mno\x1b[0m");
  CHECK(Style{}.bad("no") == "no");
}
