#include <random>
#include <thread>

#include "cli/program.hpp"

using namespace thirdring::test;

namespace {

const std::string points =
    " call_types.enquiry.talk.mean='2 min,3 min,4 min' agent_groups.agents.staffing=2..4 ";

std::string table(const std::string& store) {
  const Outcome o = program("results " + store + " --format csv 2>&1");
  CHECK(o.status == 0);
  return o.output;
}

std::string swept(const std::string& file, const std::string& store, const std::string& more = "") {
  const Outcome o =
      program("sweep " + file + points + "--replications 30 --store " + store + ' ' + more + " 2>&1");
  CAPTURE(o.output);
  CHECK(o.status == 0);
  return o.output;
}

/// The rows of a run in the form of those of a point.
std::string as_of_point(const std::string& csv) {
  std::stringstream lines(csv);
  std::string rows, line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    const std::string row = line.substr(line.find(','));
    // Of the whole centre, the whole run.
    if (row.substr(row.find(',', 1)).starts_with(",,,,")) rows += row + '\n';
  }
  return rows;
}

}  // namespace

TEST_CASE("a point has the numbers of a run", "[sweep]") {
  const Scratch scratch;
  const std::string file = scratch.write("a.yaml", small_scenario()), store = scratch / "a.db";
  REQUIRE(program("sweep " + file + " agent_groups.agents.staffing=3,4 --seed 7 --store " + store + " 2>&1")
              .output == "2 points: 2 done, 0 reused, 0 left; 40 replications run\n");
  std::stringstream lines(table(store));
  std::string line, first, second;
  std::getline(lines, line);
  CHECK(line == "point,agent_groups.agents.staffing,measure,call_type,group,period,estimate,low,high,unit,n");
  while (std::getline(lines, line)) (line.starts_with("1,3,") ? first : second) += line.substr(3) + '\n';
  const auto run = [&](const std::string& agents) {
    return as_of_point(
        program("run " + file + " --set agent_groups.agents.staffing=" + agents + " --seed 7 --format csv")
            .output);
  };
  CHECK(first == run("3"));
  CHECK(second == run("4"));
  CHECK(first.size() > 1000);
}

TEST_CASE("a sweep is done once and extended", "[sweep]") {
  const Scratch scratch;
  const std::string file = scratch.write("a.yaml", small_scenario()), store = scratch / "a.db",
                    at_once = scratch / "b.db";
  const std::string sweep = "sweep " + file + points + "--store ";
  CHECK(program(sweep + store + " --replications 11 2>&1").output ==
        "9 points: 9 done, 0 reused, 0 left; 99 replications run\n");
  CHECK(program(sweep + store + " --replications 11 --resume 2>&1").output ==
        "9 points: 0 done, 9 reused, 0 left; 0 replications run\n");
  CHECK(swept(file, store) == "9 points: 9 done, 0 reused, 0 left; 171 replications run\n");
  swept(file, at_once, "--threads 3");
  CHECK(table(store) == table(at_once));
  // Another title or comment is the same scenario, another patience is not.
  scratch.write("a.yaml", "# new\n" + small_scenario("why: nothing\n"));
  CHECK(swept(file, store) == "9 points: 0 done, 9 reused, 0 left; 0 replications run\n");
  CHECK(swept(file, store, "--set call_types.enquiry.patience.mean='3 min'") ==
        "9 points: 9 done, 0 reused, 0 left; 270 replications run\n");
  CHECK(table(store) != table(at_once));
  CHECK(program("results " + store + " --sweep 1 --format csv").output == table(at_once));
}

TEST_CASE("SIGKILL at any moment loses nothing that was finished", "[sweep]") {
  const Scratch scratch;
  const std::string file = scratch.write("a.yaml", small_scenario()), store = scratch / "a.db",
                    straight = scratch / "b.db";
  const std::string much = "sweep " + file + points + "--replications 20000 --threads 2 --store ";
  REQUIRE(program(much + straight + " 2>/dev/null").status == 0);
  std::mt19937 random(7);
  std::size_t killed = 0;
  for (int i = 0; i < 36; ++i) {
    const double seconds = std::uniform_real_distribution<>(0.01, 0.6)(random);
    const Outcome o =
        program(much + store + " 2>/dev/null", "timeout -s KILL " + std::to_string(seconds) + " ");
    killed += o.status != 0;
  }
  CHECK(killed >= 24);
  const std::string end = program(much + store + " --resume 2>&1").output;
  const std::size_t at = end.rfind("left; ");
  REQUIRE(at != std::string::npos);
  CHECK(std::stoul(end.substr(at + 6)) < 180'000);  // some had been kept
  CHECK(table(store) == table(straight));
}

TEST_CASE("two processes share a store", "[sweep]") {
  const Scratch scratch;
  const std::string file = scratch.write("a.yaml", small_scenario()), store = scratch / "a.db",
                    straight = scratch / "b.db";
  const std::string much = "sweep " + file + points + "--replications 2000 --store ";
  Outcome one, other;
  std::thread thread([&] { one = program(much + store + " --threads 1 2>&1"); });
  other = program(much + store + " --threads 2 2>&1");
  thread.join();
  CAPTURE(one.output, other.output);
  CHECK(one.status == 0);
  CHECK(other.status == 0);
  REQUIRE(program(much + straight + " 2>/dev/null").status == 0);
  CHECK(table(store) == table(straight));
}

TEST_CASE("a full disk keeps what was written before", "[sweep]") {
  const Scratch scratch;
  const std::string file = scratch.write("a.yaml", small_scenario()), store = scratch / "a.db",
                    straight = scratch / "b.db";
  const std::string much = "sweep " + file + points + "--replications 3000 --store ";
  REQUIRE(program("sweep " + file + points + "--replications 10 --store " + store + " 2>/dev/null").status ==
          0);
  // In blocks of 1024 bytes.
  const Outcome full = program(much + store + " 2>&1", "ulimit -f 2000; ");
  CHECK(full.status == 1);
  CHECK(full.output ==
        "thirdring: " + store + ": writing failed, the disk may be full; what was written before is kept\n");
  CHECK(program("sweep " + file + points + "--replications 10 --store " + store + " --resume 2>&1").output ==
        "9 points: 0 done, 9 reused, 0 left; 0 replications run\n");
  REQUIRE(program(much + store + " 2>/dev/null").status == 0);
  REQUIRE(program(much + straight + " 2>/dev/null").status == 0);
  CHECK(table(store) == table(straight));
}

TEST_CASE("Ctrl-C stops a sweep, which can go on", "[sweep]") {
  const Scratch scratch;
  const std::string file = scratch.write("a.yaml", small_scenario()), store = scratch / "a.db";
  const Outcome o = program("sweep " + file + points + "--replications 1000000 --store " + store + " 2>&1",
                            "timeout --preserve-status -s INT 1 ");
  CHECK(o.status == 130);
  CHECK(o.output.find("; interrupted, --resume goes on\n") != std::string::npos);
}

TEST_CASE("shards are merged into what one process gives", "[sweep]") {
  const Scratch scratch;
  const std::string file = scratch.write("a.yaml", small_scenario()), store = scratch / "s.db",
                    straight = scratch / "b.db", merged = scratch / "m.db";
  swept(file, straight);
  for (const char* shard : {"1/4", "2/4"}) swept(file, store, std::string("--shard ") + shard);
  const std::string array = "SLURM_ARRAY_TASK_COUNT=4 SLURM_ARRAY_TASK_MIN=5 SLURM_ARRAY_TASK_MAX=8 ";
  for (const char* task : {"7", "8"})
    CHECK(program("sweep " + file + points + "--replications 30 --store " + store + " 2>&1",
                  array + "SLURM_ARRAY_TASK_ID=" + task + " ")
              .status == 0);
  const auto shard = [&](int i) { return scratch / ("s-" + std::to_string(i) + "-of-4.db"); };
  const auto merge = [&](const std::string& shards) {
    return program("merge " + merged + ' ' + shards + " 2>&1");
  };
  const std::string all = shard(3) + ' ' + shard(1) + ' ' + shard(4) + ' ' + shard(2);
  CHECK(merge(shard(1) + ' ' + shard(2) + ' ' + shard(4)).output == "thirdring: shard 3/4 is missing\n");
  CHECK(merge(all + ' ' + shard(2)).output ==
        "thirdring: " + shard(2) + ": shard 2/4 is given twice, the other is " + shard(2) + "\n");
  CHECK(merge(all + ' ' + straight).output ==
        "thirdring: " + straight + ": expected a shard of 4, got shard 1/1\n");
  CHECK_FALSE(std::filesystem::exists(merged));
  const std::string unfinished = scratch / "u.db";
  program("sweep " + file + points + "--replications 300000 --shard 1/4 --store " + unfinished + " 2>&1",
          "timeout -s INT 1 ");
  CHECK(merge(scratch / "u-1-of-4.db").status == 2);
  swept(file, scratch / "o.db", "--shard 1/4 --set lines=9");
  CHECK(merge(shard(2) + ' ' + (scratch / "o-1-of-4.db")).output ==
        "thirdring: " + (scratch / "o-1-of-4.db") + ": expected a shard of the sweep in " + shard(2) +
            ", got another sweep\n");
  CHECK(merge(all).status == 0);
  CHECK(table(merged) == table(straight));
  CHECK(merge(all).output == "thirdring: " + merged + ": is there already\n");
  CHECK(table(merged) == table(straight));
}
