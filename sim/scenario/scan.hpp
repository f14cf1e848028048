// Reads a scalar from left to right.
#pragma once
#include <charconv>
#include <cmath>
#include <string_view>

namespace thirdring {

class Scan {
 public:
  explicit Scan(std::string_view text) : rest_(text) {}

  bool done() const { return rest_.empty(); }
  std::string_view rest() const { return rest_; }

  bool take(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  /// Any number of spaces; false when there is none.
  bool spaces() {
    const std::size_t before = rest_.size();
    while (take(' ')) {
    }
    return rest_.size() < before;
  }
  /// Letters and underscores.
  std::string_view letters() {
    std::size_t n = 0;
    while (n < rest_.size() &&
           ((rest_[n] >= 'a' && rest_[n] <= 'z') || (rest_[n] >= 'A' && rest_[n] <= 'Z') || rest_[n] == '_'))
      ++n;
    return cut(n);
  }
  /// A finite decimal number that is not negative and begins with a digit.
  bool decimal(double& value) {
    if (!digit(0)) return false;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    if (error != std::errc() || !std::isfinite(value)) return false;
    cut(static_cast<std::size_t>(end - rest_.data()));
    return true;
  }
  /// Exactly `n` digits.
  bool digits(std::size_t n, int& value) {
    value = 0;
    for (std::size_t i = 0; i < n; ++i) {
      if (!digit(i)) return false;
      value = 10 * value + (rest_[i] - '0');
    }
    cut(n);
    return true;
  }

 private:
  bool digit(std::size_t i) const { return i < rest_.size() && rest_[i] >= '0' && rest_[i] <= '9'; }
  std::string_view cut(std::size_t n) {
    const std::string_view result = rest_.substr(0, n);
    rest_.remove_prefix(n);
    return result;
  }

  std::string_view rest_;
};

}  // namespace thirdring
