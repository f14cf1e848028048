#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "analysis/queueing/formulas.hpp"
#include "analysis/queueing/general_patience.hpp"
#include "analysis/report/formula_report.hpp"
#include "cli/choice.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/quantity.hpp"

namespace thirdring::cli {
namespace {

struct ErlangCommand {
  std::string model, calls, talk, wrap_up = "0 s", patience, law = "exponential", within = "20 s",
                                  short_abandon = "5 s", target;
  double cv = 1;
  std::optional<std::uint32_t> agents, lines;
  Format format = Format::table;
};

template <class Parse>
double parsed(const char* option, const std::string& text, Parse parse, const char* expected) {
  const auto value = parse(text);
  if (!value) throw BadArguments(fmt::format("{}: expected {}, got '{}'", option, expected, text));
  return *value;
}

double duration(const char* option, const std::string& text) {
  return parsed(option, text, parse_seconds, "a duration with a unit, such as 20s");
}

double positive(const char* option, double value) {
  if (!(value > 0)) throw BadArguments(fmt::format("{}: expected more than 0", option));
  return value;
}

/// What goes with which model.
void check(const ErlangCommand& c) {
  const bool patient = c.patience.empty();
  if (c.model == "A" && patient) throw BadArguments("Erlang A needs --patience");
  if ((c.model == "B" || c.model == "C") && !patient)
    throw BadArguments(fmt::format("Erlang {} knows no --patience", c.model));
  if (!c.model.empty() && c.lines)
    throw BadArguments(fmt::format("Erlang {} knows no --lines; leave out the {}", c.model, c.model));
  if (patient && c.law != "exponential") throw BadArguments("--patience-law goes with --patience");
  if (c.law != "exponential" && (c.lines || !c.model.empty()))
    throw BadArguments("--patience-law goes with no MODEL and no --lines");
  if (!c.agents && c.target.empty()) throw BadArguments("expected --agents, or a --target to find them for");
}

FormulaQuestion question_of(const ErlangCommand& c) {
  FormulaQuestion question;
  question.arrival_rate =
      positive("--calls", parsed("--calls", c.calls, parse_rate, "calls per time, such as 100/30min"));
  question.handle_time = positive("--talk", duration("--talk", c.talk)) + duration("--wrap-up", c.wrap_up);
  if (!c.patience.empty()) question.patience = positive("--patience", duration("--patience", c.patience));
  question.patience_law = c.law;
  question.lines = c.lines;
  question.acceptable_wait = duration("--within", c.within);
  question.short_abandon = duration("--short", c.short_abandon);
  if (!c.target.empty()) question.target = parsed("--target", c.target, parse_share, "a share, such as 80%");
  if (c.model == "B" && question.target == 0.0)
    throw BadArguments("--target: some blocking is left, expected above 0%");
  if (c.model != "B" && question.target == 1.0) throw BadArguments("--target: expected a share below 100%");
  return question;
}

std::unique_ptr<Queue> queue_of(const ErlangCommand& c, const FormulaQuestion& question,
                                std::uint32_t agents) {
  const Traffic traffic{question.arrival_rate, 1 / question.handle_time, agents};
  if (c.law != "exponential") {
    const double mean = *question.patience;
    return std::make_unique<GeneralPatienceQueue>(traffic, c.law == "constant" ? Patience::constant(mean)
                                                           : c.law == "gamma"
                                                               ? Patience::gamma(mean, c.cv)
                                                               : Patience::lognormal(mean, c.cv));
  }
  const std::uint32_t lines = c.model == "B" ? agents : c.lines.value_or(unlimited_lines);
  return make_queue(traffic, question.patience ? 1 / *question.patience : 0, lines);
}

std::uint32_t fewest_for_target(const ErlangCommand& c, const FormulaQuestion& question) {
  const auto fewest = fewest_agents([&](std::uint32_t agents) {
    const auto queue = queue_of(c, question, agents);
    if (c.model == "B") return queue->blocked() <= *question.target;
    return queue->shares(question.acceptable_wait, 0).offered() >= *question.target;
  });
  if (!fewest) throw BadArguments(fmt::format("--target: {} agents do not reach {}", most_agents, c.target));
  return *fewest;
}

int erlang(const ErlangCommand& c) {
  check(c);
  FormulaQuestion question = question_of(c);
  if (question.arrival_rate * question.handle_time > most_agents)
    throw BadArguments(fmt::format("expected a load of at most {} erlangs", most_agents));
  std::uint32_t from = c.agents.value_or(0), to = from;
  if (question.target) {
    question.fewest = fewest_for_target(c, question);
    from = std::max(4U, *question.fewest) - 3;
    to = *question.fewest + 3;
  }
  std::vector<FormulaAnswer> answers;
  for (std::uint32_t agents = from; agents <= to; ++agents) {
    const auto queue = queue_of(c, question, agents);
    const std::string_view name =
        c.law != "exponential" ? "M/M/n+G"
                               : formula_name(agents, question.patience ? 1 : 0,
                                              c.model == "B" ? agents : c.lines.value_or(unlimited_lines));
    answers.push_back({agents, std::string(name),
                       formula_numbers(*queue, question.acceptable_wait, question.short_abandon)});
  }
  write_to_stdout(c.format == Format::json  ? json_report(question, answers, THIRDRING_VERSION)
                  : c.format == Format::csv ? csv_report(answers)
                                            : terminal_report(question, answers, {colours_on(stdout)}));
  return done;
}

}  // namespace

void add_erlang(CLI::App& app, Action& action) {
  CLI::App& sub = *app.add_subcommand("erlang", "Ask a queueing formula: one group, one queue, the long run");
  const auto command = std::make_shared<ErlangCommand>();
  ErlangCommand& c = *command;
  const CLI::Range counts(1U, most_agents);
  sub.add_option("MODEL", c.model, "B, C or A; without it, the one that fits what is given")
      ->check(CLI::IsMember({"A", "B", "C"}));
  sub.add_option("--calls", c.calls, "Calls per time: 100/30min, 240/h")->required();
  sub.add_option("--talk", c.talk, "Mean talk time: 3min")->required();
  sub.add_option("--wrap-up", c.wrap_up, "Mean after-call work");
  CLI::Option* const agents = sub.add_option("--agents", c.agents, "How many agents")->check(counts);
  sub.add_option(
         "--target", c.target,
         "Find the fewest agents: a service level of at least this share; Erlang B: blocking of at most")
      ->excludes(agents);
  sub.add_option("--within", c.within, "Acceptable wait of the service level, 20s unless given");
  sub.add_option("--patience", c.patience, "Mean time after which callers give up; without it, never");
  sub.add_option("--patience-law", c.law, "exponential, gamma, lognormal or constant")
      ->check(CLI::IsMember({"exponential", "gamma", "lognormal", "constant"}));
  sub.add_option("--patience-cv", c.cv,
                 "Coefficient of variation of a gamma or lognormal patience, 1 unless given")
      ->check(CLI::Range(0.01, 100.0));
  sub.add_option("--short", c.short_abandon, "Short abandons are those within this time, 5s unless given");
  sub.add_option("--lines", c.lines, "Trunk lines: calls served and waiting at once")->check(counts);
  add_choice(sub, "--format", c.format, formats(), "table, json or csv");
  sub.callback([command, &action] { action = [command] { return erlang(*command); }; });
}

}  // namespace thirdring::cli
