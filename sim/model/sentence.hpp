// Sentences that people read, in English and, by their words, in any other language.
#pragma once
#include <fmt/format.h>

#include <functional>
#include <string>

namespace thirdring {

/// Words with places for values, as fmt::format() has them.  Other words may take the values in another
/// order, as "{1:.3g} of {0}" does.
class Sentence {
 public:
  Sentence() = default;
  template <class... Values>
  Sentence(fmt::format_string<Values...> words, Values... values)
      : words_(fmt::string_view(words).data(), fmt::string_view(words).size()),
        filled_([values...](fmt::string_view other) {
          return fmt::vformat(other, fmt::make_format_args(values...));
        }) {}

  const std::string& words() const { return words_; }
  std::string text() const { return text(words_); }
  /// The same values in other words.  Throws fmt::format_error when those have places for other values.
  std::string text(const std::string& words) const { return filled_ ? filled_(words) : ""; }

 private:
  std::string words_;
  std::function<std::string(fmt::string_view)> filled_;
};

}  // namespace thirdring
