#include "analysis/report/repeat.hpp"

#include <fmt/format.h>

#include <string_view>

namespace thirdring {
namespace {

/// As a shell takes it for one word.
std::string shell_word(const std::string& text) {
  constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./=:%+-,";
  if (!text.empty() && text.find_first_not_of(plain) == std::string::npos) return text;
  std::string word = "'";
  for (const char c : text) word += c == '\'' ? "'\\''" : std::string(1, c);
  return word + '\'';
}

}  // namespace

std::string repeat_command(const Experiment& experiment, const Origin& origin) {
  const RunOptions& options = experiment.options;
  std::string command = "thirdring run " + shell_word(origin.scenario);
  for (const std::string& override_ : origin.overrides) command += " --set " + shell_word(override_);
  command += fmt::format(" --seed {}", options.seed);
  command += options.first > 0 || options.replications == 1
                 ? fmt::format(" --replication {}", options.first)
                 : fmt::format(" --replications {}", experiment.results.replications());
  if (!options.controls && !experiment.results.slots().controls().kinds().empty()) command += " --plain";
  if (options.engine != Engine::automatic) command += fmt::format(" --engine {}", name_of(options.engine));
  return command;
}

}  // namespace thirdring
