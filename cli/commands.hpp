// The sub-commands.  Each adds itself to the command line; what it returns when run is the exit status.
#pragma once
#include <CLI/CLI.hpp>
#include <functional>

namespace thirdring::cli {

/// Exit statuses, a contract for scripts.
enum Exit : int {
  done = 0,
  failed = 1,        ///< while running
  refused = 2,       ///< bad scenario or bad arguments
  breached = 3,      ///< an agreement, and --fail-on-breach was given
  interrupted = 130  ///< Ctrl-C: 128 + SIGINT, as shells count
};

/// A command line that makes no sense; the message goes after "thirdring: ".
struct BadArguments : std::runtime_error {
  using std::runtime_error::runtime_error;
};

using Action = std::function<int()>;
/// Each stores what it does in `action` when it is chosen.
void add_run(CLI::App& app, Action& action);
void add_check(CLI::App& app, Action& action);
void add_compare(CLI::App& app, Action& action);
void add_sensitivity(CLI::App& app, Action& action);
void add_sweep(CLI::App& app, Action& action);
void add_results(CLI::App& app, Action& action);
void add_merge(CLI::App& app, Action& action);
void add_explain(CLI::App& app, Action& action);
void add_erlang(CLI::App& app, Action& action);
void add_bench(CLI::App& app, Action& action);

}  // namespace thirdring::cli
