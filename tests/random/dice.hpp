// Random choices, and random ways to write values down.
#pragma once
#include <fmt/format.h>

#include <map>
#include <string>
#include <vector>

#include "sim/kernel/stream.hpp"

namespace thirdring::test {

/// A map or block in the making, in YAML's flow style.
class Block {
 public:
  Block& add(const std::string& key, const std::string& value) {
    text_ += (text_.empty() ? "" : ", ") + key + ": " + value;
    return *this;
  }
  bool empty() const { return text_.empty(); }
  std::string text() const { return '{' + text_ + '}'; }

 private:
  std::string text_;
};

std::string list_of(const std::vector<std::string>& items);

/// Everything that is drawn follows from the seed.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : stream_(seed * 0x9e3779b97f4a7c15ULL) {}

  bool chance(double p) { return stream_.uniform() < p; }
  int whole(int least, int most) { return least + static_cast<int>(stream_.uniform() * (most - least + 1)); }
  double real(double least, double most) { return least + (most - least) * stream_.uniform(); }
  template <class T>
  const T& pick(const std::vector<T>& from) {
    return from[static_cast<std::size_t>(whole(0, static_cast<int>(from.size()) - 1))];
  }
  std::string word(std::initializer_list<const char*> words) {
    return pick(std::vector<std::string>(words.begin(), words.end()));
  }
  /// Some of them, at least one, in their order.
  std::vector<std::string> some(const std::vector<std::string>& all);

  std::string share(double least, double most);
  std::string duration(double seconds);  ///< about so long, in any unit
  std::string rate(double per_hour);
  std::string number(double least, double most) { return fmt::format("{:.2f}", real(least, most)); }
  /// A law of durations with about this mean, by any of the ways to say one.
  std::string times(double mean) { return law(mean, true); }
  /// A law of factors around 1.
  std::string factors() { return law(1, false); }
  /// A law, or `never`.
  std::string patience(double mean) { return chance(0.15) ? "never" : times(mean); }

  std::map<std::string, std::string> files;  ///< to stand beside the scenario: name and text
  std::string file(const std::string& extension, const std::string& text);

 private:
  std::string law(double mean, bool is_time, bool within_mixture = false);
  std::string value(double mean, bool is_time);

  Stream stream_;
};

}  // namespace thirdring::test
