#include <csignal>

#include "cli/commands.hpp"
#include "cli/told.hpp"

int main(int argc, char** argv) {
  using namespace thirdring::cli;
  // A reader who has seen enough (| head) is no reason to die: writing then fails, and is taken for done.
  std::signal(SIGPIPE, SIG_IGN);

  CLI::App app("Third Ring: what a hotline day would be like", "thirdring");
  app.set_version_flag("--version", "thirdring " THIRDRING_VERSION);
  app.require_subcommand(1);
  app.footer(
      "Exit status: 0 done, 1 failed while running, 2 bad scenario or bad arguments,\n"
      "3 an agreement was breached (run --fail-on-breach), 130 interrupted.");
  Action action;
  add_run(app, action);
  add_check(app, action);
  add_compare(app, action);
  add_sensitivity(app, action);
  add_sweep(app, action);
  add_results(app, action);
  add_merge(app, action);
  add_explain(app, action);
  add_erlang(app, action);
  add_bench(app, action);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? done : refused;
  }
  return told(action);
}
