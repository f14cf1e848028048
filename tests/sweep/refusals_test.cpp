#include "analysis/sweep/database.hpp"
#include "cli/program.hpp"

using namespace thirdring::test;
using thirdring::sweep::Database;

namespace {

std::string refusal(const std::string& arguments) {
  const Outcome o = program(arguments + " 2>&1");
  CHECK(o.status == 2);
  return o.output;
}

}  // namespace

TEST_CASE("what cannot be swept is refused before anything runs", "[sweep]") {
  const Scratch scratch;
  const std::string file = scratch.write("a.yaml", small_scenario()), store = scratch / "a.db";
  const auto sweep = [&](const std::string& variables) {
    return refusal("sweep " + file + ' ' + variables + " --store " + store);
  };
  CHECK(sweep("call_types.enquiry.tlak.mean='1 min'") ==
        "thirdring: --set call_types.enquiry.tlak.mean=1 min: call_types.enquiry.tlak.mean: expected one of "
        "arrivals, balk, callback, conversation, escalation, follow_ups, hold, home, menu, opens, patience, "
        "preemptible, queue_capacity, redial, solved, talk, transfers, weight or wrap_up, got 'tlak'; did "
        "you mean "
        "'talk'?\n1 problem; nothing was run\n");
  CHECK(sweep("lines=20..10") ==
        "thirdring: lines=20..10: expected a range that is not empty, got '20..10'\n");
  CHECK(sweep("lines=20..x") ==
        "thirdring: lines=20..x: expected a range such as 20..40:2 with a step above 0, got '20..x'\n");
  CHECK(sweep("lines=20..30:0") ==
        "thirdring: lines=20..30:0: expected a range such as 20..40:2 with a step above 0, got '20..30:0'\n");
  CHECK(sweep("lines=5,,6") == "thirdring: lines=5,,6: expected values between the commas, got nothing\n");
  CHECK(sweep("lines=5,6,5") == "thirdring: lines=5,6,5: expected each value once, got '5' twice\n");
  CHECK(sweep("lines") == "thirdring: expected path=values, got 'lines'\n");
  CHECK(sweep("lines=5 lines=6") == "thirdring: lines: expected each path once, got it twice\n");
  CHECK(sweep("run.seed=1,2") ==
        "thirdring: run.seed=1,2: expected a path that changes the centre; --replications and --seed say how "
        "it is "
        "run\n");
  CHECK(sweep("'lines*=1,2'") ==
        "thirdring: lines: expected a value in the scenario to multiply, got none\n"
        "1 problem; nothing was run\n");
  CHECK(sweep("'call_types.enquiry.talk*=1,2'") ==
        "thirdring: call_types.enquiry.talk: expected a number or a list of numbers to multiply, got a map\n"
        "1 problem; nothing was run\n");
  CHECK(sweep("lines=5~9") ==
        "thirdring: lines: an interval is drawn from: expected --design random:N or sobol:N\n");
  CHECK(sweep("lines=5,6 --design sobol:4") ==
        "thirdring: --design: expected a variable with an interval such as path=20~40\n");
  CHECK(sweep("lines=5,6 agent_groups.agents.staffing=1,2,3 --zip lines,agent_groups.agents.staffing") ==
        "thirdring: --zip: expected as many values of agent_groups.agents.staffing as of lines (2), got 3\n");
  CHECK(sweep("lines=5,6 --where 'lines > 7'") == "thirdring: --where 'lines > 7': no point is left\n");
  CHECK(sweep("lines=5,6 --where 'lnes > 7'") ==
        "thirdring: --where 'lnes > 7': expected a number or one of lines, got 'lnes'; did you mean "
        "'lines'?\n");
  CHECK(sweep("lines=5,6 --shard 3/2") == "thirdring: --shard: expected i/N with i from 1 to N, got '3/2'\n");
  CHECK(sweep("lines=5,6 --resume") ==
        "thirdring: --resume: expected a store, got nothing at " + store + "\n");
  CHECK(refusal("sweep " + file + " lines=5") == "thirdring: expected --store FILE or --dry-run\n");
  CHECK(scratch.files() == 1);  // nothing was made
}

TEST_CASE("a file that is no good store is refused and left alone", "[sweep]") {
  const Scratch scratch;
  const std::string file = scratch.write("a.yaml", small_scenario()), store = scratch / "a.db";
  const std::string sweep = "sweep " + file + " lines=5,6 --store ";
  const auto both = [&](const std::string& name, const std::string& message) {
    const std::string before = scratch.read(name),
                      expected = "thirdring: " + (scratch / name) + message + "\n";
    CHECK(refusal(sweep + (scratch / name)) == expected);
    CHECK(refusal("results " + (scratch / name)) == expected);
    CHECK(scratch.read(name) == before);
  };
  scratch.write("text.db", std::string(5000, 'x'));
  both("text.db", ": expected a store of thirdring, got another kind of file");
  Database(scratch / "other.db", Database::Mode::create).run("CREATE TABLE t(x)");
  both("other.db", ": expected a store of thirdring, got another database");
  REQUIRE(program(sweep + store + " 2>/dev/null").status == 0);
  const std::string good = scratch.read("a.db");
  std::string damaged = good;
  damaged.replace(2 * 4096, 4096, 4096, '\xa5');
  scratch.write("damaged.db", damaged);
  both("damaged.db", ": the store is damaged");
  scratch.write("later.db", good);
  Database(scratch / "later.db", Database::Mode::write).run("PRAGMA user_version = 9");
  both("later.db", ": expected a store of format 1, got format 9");
  scratch.write("version.db", good);
  Database(scratch / "version.db", Database::Mode::write).run("UPDATE program SET version = '9.9'");
  both("version.db", ": expected a store of thirdring 0.1.0 (records 1), got one of 9.9 (records 1)");
  scratch.write("record.db", good);
  Database(scratch / "record.db", Database::Mode::write)
      .run("UPDATE replication SET record = x'0102030405060708090a' WHERE number = 3");
  CHECK(refusal("results " + (scratch / "record.db")) ==
        "thirdring: " + (scratch / "record.db") + ": a replication in it is damaged\n");
  CHECK(refusal("results " + (scratch / "none.db")) ==
        "thirdring: " + (scratch / "none.db") + ": expected a store of thirdring, got nothing\n");
  CHECK(refusal(sweep + "/nowhere/at/all.db") ==
        "thirdring: /nowhere/at/all.db: cannot be opened or written\n");
  CHECK(refusal(sweep + file).starts_with("thirdring: " + file + ": expected a file of its own"));
  CHECK(refusal("results " + store + " --measure servce_level") ==
        "thirdring: --measure: expected a name that the results have, got 'servce_level'; did you mean "
        "'service_level'?\n");
}
