// validate [--fast] [--only TEXT] [--file ORACLES] [--markdown FILE] [--most-calls N] [--print] [--coverage]:
// compares the simulator with everything that is known exactly, and with what others printed.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <thread>

#include "tests/validation/coverage.hpp"
#include "tests/validation/validate.hpp"

using namespace thirdring::validation;

namespace {

struct Command {
  bool fast = false, print = false, coverage = false;
  std::string only, file, markdown;
  std::uint64_t most_calls = 0;
  unsigned threads = std::max(1U, std::thread::hardware_concurrency());
};

constexpr const char* page_text = R"(# Validation

This page is made by one command, `cmake --build --preset release --target validation`. It compares the
simulator with everything that is known exactly and with what other simulators and papers printed. A part of it, on
fewer calls, is among the tests.

Each model is written as a scenario (`build/release/tests/validate --print` prints them all). The intervals are
jackknife intervals over 40 sections of the replications at the 99.9 % level. Runs go on until every one is within
{aim} % of the exact value; past {usual} million calls {slow} % will do, and {most} million calls are the end.
A printed number counts with its own standard error and rounding, to which ours adds half as much at most.

{summary}
## Exact answers

{exact}
## Printed results

{printed}
## Intervals

How many of 1000 intervals of 95 % confidence held the exact value: 93 % to 97 % is fine.

{intervals}
## The models

Times are in minutes unless a name says otherwise; the data files in `tests/oracles` hold all parameters and define
every number.

{exact_models}
{printed_models})";

struct Count {
  std::size_t checks = 0, wrong = 0, wide = 0, missing = 0;
};

Effort effort(const Command& command) {
  Effort effort;
  effort.threads = command.threads;
  if (command.fast) effort.most_calls = 1'000'000;
  if (command.most_calls > 0) effort.most_calls = command.most_calls;
  return effort;
}

std::string number(double x) { return fmt::format("{:.6g}", x); }

std::string verdict_in_words(const Verdict& v) {
  return !v.agrees ? "**WRONG**" : v.narrow ? "agrees" : "agrees, but not to 1 %";
}

std::string rows(const Oracle& oracle, const Command& command, bool printed, Count& count) {
  std::string text;
  for (const Variant& variant : oracle.variants) {
    if (variant.checks.empty()) continue;
    const Validated result = validate(variant, effort(command));
    for (const Verdict& v : result.verdicts) {
      ++count.checks;
      count.wrong += !v.agrees;
      count.wide += !v.narrow && !printed;
      text += fmt::format("| {} | {}{} | {} | {} | ± {} | {} |\n", oracle.id, v.metric,
                          variant.name.empty() ? "" : " (" + variant.name + ")", number(v.exact),
                          number(v.value), number(v.half_width),
                          printed ? (v.agrees ? "agrees" : "**WRONG**") : verdict_in_words(v));
    }
    std::cerr << fmt::format("{} {}: {} calls, {} observations, {} wrong so far\n", oracle.id, variant.name,
                             result.calls, result.observations, count.wrong);
  }
  for (const std::string& missing : oracle.missing) {
    ++count.missing;
    text += fmt::format("| {} | {} | | | | not compared |\n", oracle.id, missing);
  }
  return text;
}

std::string table(const std::vector<Oracle>& oracles, const Command& command, bool printed, Count& count) {
  std::string text = fmt::format(
      "| model | number | {} | simulated | 99.9 % interval | verdict |\n"
      "|---|---|--:|--:|--:|---|\n",
      printed ? "printed" : "exact");
  for (const Oracle& oracle : oracles)
    if (oracle.id.find(command.only) != std::string::npos) text += rows(oracle, command, printed, count);
  return text;
}

std::string models(const std::vector<Oracle>& oracles) {
  std::string text = "| model | what it is | where the numbers come from |\n|---|---|---|\n";
  for (const Oracle& oracle : oracles)
    text += fmt::format("| {} | {} | {} |\n", oracle.id, oracle.model, oracle.source);
  return text;
}

std::string table(const std::vector<Coverage>& coverages, std::size_t& off) {
  std::string text = "| interval | of | exact | held it | verdict |\n|---|---|--:|--:|---|\n";
  for (const Coverage& c : coverages) {
    off += !c.is_fine();
    text += fmt::format("| {} | {} | {} | {:.1f} % | {} |\n", c.interval, c.of, number(c.exact),
                        100 * c.share, c.is_fine() ? "fine" : "**off**");
  }
  return text;
}

int run(const Command& command) {
  if (command.coverage) {
    std::size_t off = 0;
    fmt::print("{}", table(coverages(command.threads), off));
    return off == 0 ? 0 : 1;
  }
  const std::string data = THIRDRING_SOURCE_DIR "/tests/oracles/";
  const std::vector<Oracle> exact =
      exact_oracles(command.file.empty() ? data + "oracles.json" : command.file);
  const std::vector<Oracle> published =
      command.file.empty() ? published_oracles(data + "published.json") : std::vector<Oracle>{};
  if (command.print) {
    for (const auto* oracles : {&exact, &published})
      for (const Oracle& oracle : *oracles)
        if (oracle.id.find(command.only) != std::string::npos)
          for (const Variant& variant : oracle.variants)
            fmt::print("# {}: {} {}\n{}\n", oracle.id, oracle.model, variant.name, variant.yaml);
    return 0;
  }
  Count count;
  const std::string of_exact = table(exact, command, false, count);
  const std::string of_published = command.file.empty() ? table(published, command, true, count) : "";
  const std::string summary =
      fmt::format("{} numbers compared, {} wrong, {} not known to 1 %, {} not compared.\n", count.checks,
                  count.wrong, count.wide, count.missing);
  fmt::print("{}\n{}\n{}", of_exact, of_published, summary);
  if (!command.markdown.empty()) {
    std::size_t off = 0;
    const std::string of_intervals = table(coverages(command.threads), off);
    std::ofstream(command.markdown) << fmt::format(
        page_text, fmt::arg("aim", 100 * Effort{}.half_width), fmt::arg("slow", 100 * Effort{}.slow),
        fmt::arg("usual", Effort{}.usual_calls / 1'000'000),
        fmt::arg("most", effort(command).most_calls / 1'000'000), fmt::arg("summary", summary),
        fmt::arg("exact", of_exact), fmt::arg("printed", of_published), fmt::arg("intervals", of_intervals),
        fmt::arg("exact_models", models(exact)), fmt::arg("printed_models", models(published)));
  }
  return count.wrong == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Compares the simulator with exact and with published answers");
  Command command;
  app.add_flag("--fast", command.fast, "A million calls for each scenario");
  app.add_flag("--print", command.print, "Print the scenarios instead");
  app.add_flag("--coverage", command.coverage, "How often intervals hold the exact value, and nothing else");
  app.add_option("--most-calls", command.most_calls, "Stop at so many calls for each scenario in any case");
  app.add_option("--only", command.only, "Only the models with this in their name");
  app.add_option("--file", command.file, "Other models, in the form of tests/oracles/oracles.json");
  app.add_option("--markdown", command.markdown, "Also write a page");
  app.add_option("--threads", command.threads, "Threads");
  CLI11_PARSE(app, argc, argv);
  try {
    return run(command);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
}
