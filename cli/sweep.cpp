#include <fmt/format.h>

#include <csignal>
#include <filesystem>
#include <memory>

#include "analysis/html/html_report.hpp"
#include "analysis/report/text_table.hpp"
#include "analysis/sweep/bad_input.hpp"
#include "analysis/sweep/runner.hpp"
#include "cli/choice.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/launch_mpi.hpp"
#include "cli/output.hpp"
#include "cli/report_file.hpp"
#include "cli/shard.hpp"
#include "cli/sweep_plan.hpp"
#include "cli/sweep_progress.hpp"

namespace thirdring::cli {
namespace {

enum class Launcher { threads, mpi };

struct SweepCommand {
  SweepPlan plan;
  std::string store, shard;
  bool dry_run = false, resume = false;
  Launcher launcher = Launcher::threads;
  ReportOptions report;
};

void list(const sweep::Sweep& sweep, const sweep::Shard& shard) {
  std::vector<std::string> header = {"point"};
  header.insert(header.end(), sweep.variables.begin(), sweep.variables.end());
  TextTable table(header);
  std::size_t n = 0;
  for (std::size_t i = 0; i < sweep.points.size(); ++i) {
    if (!shard.has(i)) continue;
    std::vector<std::string> row = {std::to_string(i + 1)};
    row.insert(row.end(), sweep.points[i].values.begin(), sweep.points[i].values.end());
    table.add(row);
    ++n;
  }
  write_to_stdout(table.text({}));
  write_to_stdout(fmt::format("{} points x {} replications; nothing was run\n", n, sweep.replications));
}

sweep::RunnerOptions runner_options(const SweepCommand& command) {
  return {command.plan.common.threads, command.plan.common.engine, nullptr, nullptr};
}

int run(const SweepCommand& command, const SweepRunner& run_sweep) {
  const sweep::Shard shard = shard_of(command.shard);
  if (command.store.empty() && !command.dry_run) throw BadArguments("expected --store FILE or --dry-run");
  const sweep::Sweep sweep = load_sweep(plan_of(command.plan));
  if (command.dry_run) {
    list(sweep, shard);
    return done;
  }
  std::vector<std::string> read = {command.plan.scenario};
  if (!command.plan.file.empty()) read.push_back(command.plan.file);
  refuse_to_replace(command.store, read);
  read.push_back(command.store);
  const std::string file = store_of(command.store, shard);
  // A limit on the size of files is a full disk to us, no reason to die.
  std::signal(SIGXFSZ, SIG_IGN);
  if (command.resume && !std::filesystem::exists(file))
    throw BadArguments(fmt::format("--resume: expected a store, got nothing at {}", file));
  sweep::Store store = sweep::Store::for_sweep(file, THIRDRING_VERSION);
  if (command.resume && !store.holds(sweep))
    throw BadArguments(fmt::format(
        "--resume: {} holds no sweep of this scenario over these points; without --resume it is added",
        file));
  const auto page = command.report.open(read, {file});
  const std::atomic<bool>& cancel = catch_interrupt();
  SweepProgress progress;
  sweep::RunnerOptions options = runner_options(command);
  options.cancel = &cancel;
  options.progress = [&](const sweep::Counts& counts) { progress.show(counts); };
  const sweep::Counts counts = run_sweep(store, sweep, shard, options);
  const bool stopped = counts.run < counts.replications;
  progress.end(counts, stopped);
  if (page) {
    const sweep::StoredSweep stored = store.stored(sweep);
    page->write(html_report(store, stored, every_point(stored), options.threads, command.report.language));
    page->commit();
  }
  return stopped ? interrupted : done;
}

int launch(const SweepCommand& command) {
  if (command.launcher == Launcher::threads) return run(command, sweep::run_sweep);
  return under_mpi(runner_options(command),
                   [&](const SweepRunner& run_sweep) { return run(command, run_sweep); });
}

}  // namespace

void add_sweep(CLI::App& app, Action& action) {
  CLI::App& sub =
      *app.add_subcommand("sweep", "Run a scenario at many points and keep the results in a store");
  const auto command = std::make_shared<SweepCommand>();
  sub.add_option("SCENARIO", command->plan.scenario, "Scenario file")->required();
  sub.add_option("PATH=VALUES", command->plan.variables,
                 "What varies: path=a,b,c, path=20..40:2, path*=0.8,1,1.2 or, to be drawn from, path=20~40");
  sub.add_option("--set", command->plan.sets, "Replace a value at all points: path=value")
      ->expected(1)
      ->take_all();
  sub.add_option("--zip", command->plan.zips, "Paths that go together, first with first: path,path")
      ->expected(1)
      ->take_all();
  sub.add_option("--where", command->plan.conditions, "Only points where this holds: 'path + path <= 30'")
      ->expected(1)
      ->take_all();
  sub.add_option("--only", command->plan.only, "Only points with these values: path=20,22")
      ->expected(1)
      ->take_all();
  sub.add_option("--points", command->plan.numbers,
                 "Only these points, by their numbers in --dry-run: 1,5,10..20");
  sub.add_option("--file", command->plan.file, "A file that says what varies; the command line adds to it");
  sub.add_option("--design", command->plan.design,
                 "How intervals are drawn from: random:N or sobol:N points");
  sub.add_option("--design-seed", command->plan.design_seed, "Seed of random:N");
  sub.add_option("--store", command->store, "SQLite file for the results; one that is there is added to");
  sub.add_flag("--resume", command->resume, "Only go on with a sweep that the store holds");
  sub.add_option(
      "--shard", command->shard,
      "Only part i of N, in a store of its own, FILE-i-of-N; in a Slurm array its task unless given");
  sub.add_flag("--dry-run", command->dry_run, "Check and list the points");
  const std::map<std::string, Launcher> launchers = {{"threads", Launcher::threads}, {"mpi", Launcher::mpi}};
  add_choice(sub, "--launcher", command->launcher, launchers,
             "threads, or mpi: on all ranks that mpirun or srun starts, with one thread each unless "
             "--threads says more");
  command->report.add_to(sub);
  command->plan.common.add_simulating(sub);
  sub.callback([command, &sub, &action] {
    if (command->launcher == Launcher::mpi && sub.count("--threads") == 0) command->plan.common.threads = 1;
    action = [command] { return launch(*command); };
  });
}

}  // namespace thirdring::cli
