// Options that take one of a few words.
#pragma once
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "sim/model/wording.hpp"

namespace thirdring::cli {

/// Adds an option whose value is what the word stands for; other words are refused with all that there are
/// and the nearest of them.  `value` has to live as long as the command.
template <class Value>
CLI::Option* add_choice(CLI::App& command, const std::string& name, Value& value,
                        const std::map<std::string, Value>& words, const std::string& description) {
  std::vector<std::string> names;
  std::string all;
  for (const auto& [word, meaning] : words) {
    names.push_back(word);
    all.append(all.empty() ? "" : "|").append(word);
  }
  const auto refuse = [names](const std::string& text) {
    if (std::find(names.begin(), names.end(), text) != names.end()) return std::string();
    return fmt::format("expected {}, got {}{}", one_of(names), in_quotes(text), hint(text, names));
  };
  return command
      .add_option_function<std::string>(
          name, [&value, words](const std::string& text) { value = words.at(text); }, description)
      ->check(refuse)
      ->option_text(all);
}

}  // namespace thirdring::cli
