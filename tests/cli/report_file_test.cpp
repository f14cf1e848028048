#include "tests/cli/program.hpp"

using thirdring::test::program;
using thirdring::test::Scratch;
using thirdring::test::small_scenario;

TEST_CASE("a report changes nothing of what is printed", "[cli][html]") {
  const Scratch scratch;
  const std::string day = scratch.write("day.yaml", small_scenario());
  const auto without = program("run " + day + " --format json");
  const auto with = program("run " + day + " --format json --report " + scratch / "day.html");
  CHECK(with.status == 0);
  CHECK(with.output == without.output);
  CHECK(scratch.read("day.html").starts_with("<!doctype html>\n<html lang=\"en\">"));
  CHECK(program("run " + day + " --lang zh --report " + scratch / "day.html").status == 0);
  CHECK(scratch.read("day.html").starts_with("<!doctype html>\n<html lang=\"zh-CN\">"));
  CHECK(scratch.files() == 2);
}

TEST_CASE("a comparison has a report, too", "[cli][html]") {
  const Scratch scratch;
  const std::string day = scratch.write("day.yaml", small_scenario());
  const auto without = program("compare " + day + " " + day);
  const auto with = program("compare " + day + " " + day + " --report " + scratch / "both.html");
  CHECK(with.status == 0);
  CHECK(with.output == without.output);
  CHECK(scratch.read("both.html").find("\"kind\":\"compare\"") != std::string::npos);
}

TEST_CASE("so has a sensitivity", "[cli][html]") {
  const Scratch scratch;
  const std::string day = scratch.write("day.yaml", small_scenario());
  const auto without = program("sensitivity " + day);
  const auto with = program("sensitivity " + day + " --report " + scratch / "tornado.html");
  CHECK(with.status == 0);
  CHECK(with.output == without.output);
  CHECK(scratch.read("tornado.html").find("\"kind\":\"sensitivity\"") != std::string::npos);
}

TEST_CASE("a report that cannot be is refused before anything runs", "[cli][html]") {
  const Scratch scratch;
  const std::string day = scratch.write("day.yaml", small_scenario()), page = scratch / "day.html";
  const auto refused = [&](const std::string& arguments, const std::string& message) {
    const auto outcome = program("run " + arguments + " 2>&1");
    CHECK(outcome.status == 2);
    CHECK(outcome.output == message);
  };
  refused(day + " " + day + " --report " + page, "thirdring: --report goes with one scenario at a time\n");
  refused(day + " --report " + day, "thirdring: " + day + ": expected a file of its own for the results\n");
  refused(day + " --out " + page + " --report " + page,
          "thirdring: " + page + ": expected a file of its own for the results\n");
  refused(
      day + " --report " + scratch / "nowhere/day.html",
      "thirdring: " + (scratch / "nowhere/day.html") + ": cannot be written: No such file or directory\n");
  const auto needs = program("run " + day + " --lang zh 2>&1");
  CHECK(needs.status == 2);
  CHECK(needs.output == "thirdring: --lang: expected a report that has a language beside it, --report FILE or a workbook\n");
  const auto unknown = program("run " + day + " --lang fr --report " + page + " 2>&1");
  CHECK(unknown.status == 2);
  CHECK(unknown.output.find("fr") != std::string::npos);
  CHECK(scratch.files() == 1);
}

TEST_CASE("a workbook needs a file", "[cli][xlsx]") {
  const Scratch scratch;
  const std::string day = scratch.write("day.yaml", small_scenario());
  const auto outcome = program("run " + day + " --format xlsx 2>&1");
  CHECK(outcome.status == 2);
  CHECK(outcome.output == "thirdring: --format xlsx needs --out: a workbook is no text\n");
  CHECK(program("run " + day + " --format xlsx --out " + scratch / "day.xlsx").status == 0);
  CHECK(scratch.read("day.xlsx").starts_with("PK"));
  // A comparison knows no workbook.
  CHECK(program("compare " + day + " " + day + " --format xlsx --out " + scratch / "x.xlsx 2>/dev/null")
            .status == 2);
}
