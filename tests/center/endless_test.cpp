// Days that would never end are ended with a message.
#include "catch.hpp"
#include "sim/center/run_error.hpp"
#include "support/run.hpp"

using namespace thirdring;
using namespace thirdring::test;

namespace {

std::string error_of(const std::string& yaml) {
  try {
    run(yaml);
  } catch (const RunError& error) {
    return error.what();
  }
  return "none";
}

const std::string at_once =
    "in the period 08:00 more than 10,000,000 things happen within a second: calls go round without time "
    "passing";
const std::string after_close = "the centre never empties after its last close: calls go round for ever";

}  // namespace

TEST_CASE("redials without a delay to a busy line are no endless loop", "[endless]") {
  CHECK(error_of("lines: 1\n" + calls_at("08:00:00, 08:00:10") +
                 "    talk: 1 min\n"
                 "    redial: {after_busy: 100 %, delay: 0 s}\n" +
                 served_by("    staffing: 1\n")) == at_once);
}

TEST_CASE("calls that nobody ever picks up do not keep the centre open for ever", "[endless]") {
  CHECK(error_of(calls_at("08:00:00") + "    talk: 1 min\n" +
                 served_by("    staffing: 1\n    pick_up: 30 s\n    away_after_no_answer: 0 s\n") +
                 "ringing: {take_back_after: 20 s}\n") == after_close);
}

TEST_CASE("a crowd at one moment is not taken for an endless loop", "[endless]") {
  const Run day = run("lines: 1\n" + calls_at("08:00:00, 08:00:00, 08:00:00") +
                      "    talk: 1 min\n"
                      "    redial: {after_busy: 100 %, delay: 0.01 s, at_most: 5000}\n" +
                      served_by("    staffing: 1\n"));
  CHECK(day.sum(Count::answered) == 1);
  CHECK(day.sum(Count::busy) == 2 * 5001);
}
