#include "analysis/sweep/design.hpp"

#include <algorithm>
#include <map>

#include "analysis/sweep/bad_input.hpp"
#include "analysis/sweep/where.hpp"
#include "catch.hpp"

using namespace thirdring::sweep;
using Values = std::vector<std::string>;

TEST_CASE("values are written as a planner would", "[sweep]") {
  CHECK(parse_variable("a.b=1,2").path == "a.b");
  CHECK(parse_variable("a=x, [1, 2], {b: 1, c: 2}, 'p,q'").values ==
        Values{"x", "[1, 2]", "{b: 1, c: 2}", "'p,q'"});
  CHECK(parse_variable("a=20..25:2").values == Values{"20", "22", "24"});
  CHECK(parse_variable("a=0.1..0.3:0.1").values == Values{"0.1", "0.2", "0.3"});
  CHECK(parse_variable("a=2..3:0.5 min").values == Values{"2.0 min", "2.5 min", "3.0 min"});
  CHECK(parse_variable("a=5 %..7 %").values == Values{"5 %", "6 %", "7 %"});
  CHECK(parse_variable("a*=0.8,1").factor);
  CHECK_THROWS_AS(parse_variable("a=1 min..2 h"), BadInput);
  CHECK_THROWS_AS(parse_variable("a*=1 min"), BadInput);
}

TEST_CASE("points of a grid, zipped and where", "[sweep]") {
  Design design;
  design.variables = {parse_variable("a=1,2"), parse_variable("b=x,y"), parse_variable("c=5,6")};
  CHECK(points_of(design).size() == 8);
  CHECK(points_of(design)[1] == Values{"1", "x", "6"});
  design.zipped = {{"a", "c"}};
  const std::vector<Values> zipped = {{"1", "x", "5"}, {"1", "y", "5"}, {"2", "x", "6"}, {"2", "y", "6"}};
  std::vector<Values> points = points_of(design);
  std::sort(points.begin(), points.end());
  CHECK(points == zipped);
  CHECK(where("2*a - c + 4 >= 2", design.variables, points) == std::vector<Values>{zipped[2], zipped[3]});
  CHECK(where("a==1", design.variables, points) == std::vector<Values>{zipped[0], zipped[1]});
}

TEST_CASE("designs fill their intervals", "[sweep]") {
  Design design;
  design.variables = {parse_variable("a=1~4"), parse_variable("b=0.00~1.00")};
  design.kind = Design::Kind::sobol;
  design.draws = 64;
  const std::vector<Values> points = points_of(design);
  std::map<std::string, int> times;
  for (const Values& point : points) ++times[point[0]];
  // 64 points of a Sobol sequence, less the first at 0: sixteen in each quarter, to one.
  CHECK(times.size() == 4);
  for (const auto& [value, n] : times) CHECK(std::abs(n - 16) <= 1);
  design.kind = Design::Kind::random;
  const std::vector<Values> random = points_of(design);
  CHECK(random == points_of(design));
  design.seed = 2;
  CHECK(random != points_of(design));
  // More draws keep the first ones.
  design.draws = 70;
  const std::vector<Values> more = points_of(design);
  design.draws = 64;
  CHECK(std::equal(more.begin(), more.begin() + 64, points_of(design).begin()));
}
