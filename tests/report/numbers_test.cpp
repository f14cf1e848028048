#include "analysis/report/numbers.hpp"

#include "catch.hpp"

using namespace thirdring;

TEST_CASE("estimates in words", "[report]") {
  CHECK(in_words(Estimate::around(0.81342, 0.00412, 100), Unit::share) == "81.3 % ± 0.4");
  CHECK(in_words(Estimate::around(0.81342, 0.0148, 100), Unit::share) == "81.3 % ± 1.5");
  CHECK(in_words(Estimate::around(12.345, 0.5, 100), Unit::seconds) == "12.3 s ± 0.5");
  CHECK(in_words(Estimate::around(1234.5, 30, 100), Unit::seconds) == "20.6 min ± 0.5");
  CHECK(in_words(Estimate::around(2128.4, 32.1, 100), Unit::calls) == "2128 ± 32");
  CHECK(in_words(Estimate::around(5575, 31.7, 100), Unit::money, "CNY") == "5575 CNY ± 32");
}

TEST_CASE("what has no interval, or an uneven one", "[report]") {
  CHECK(in_words({}, Unit::share) == "-");
  CHECK(in_words({0.5, unknown, unknown, 1}, Unit::share) == "50 %");
  CHECK(in_words({1.0 / 3, unknown, unknown, 1}, Unit::share) == "33.3 %");
  CHECK(in_words(Estimate::around(2000, 0, 100), Unit::money, "EUR") == "2000 EUR");
  CHECK(in_words({0.27, 0.21, 0.34, 200}, Unit::share) == "27 % (21 to 34)");
}

TEST_CASE("in brief, as differences, as limits", "[report]") {
  CHECK(in_brief(Estimate::around(0.813, 0.004, 100), Unit::share) == "81.3±0.4");
  CHECK(in_brief(Estimate::around(1234.5, 30, 100), Unit::seconds) == "1234±30");
  CHECK(difference_in_words(Estimate::around(0.021, 0.004, 100), Unit::share) == "+2.1 points ± 0.4");
  CHECK(difference_in_words(Estimate::around(-3.2, 0.3, 100), Unit::seconds) == "-3.2 s ± 0.3");
  CHECK(limit_in_words(0.85, Unit::share) == "85 %");
  CHECK(limit_in_words(0.995, Unit::share) == "99.5 %");
  CHECK(limit_in_words(20, Unit::seconds) == "20 s");
}
