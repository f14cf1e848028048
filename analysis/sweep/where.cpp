#include "analysis/sweep/where.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "analysis/sweep/bad_input.hpp"
#include "sim/model/wording.hpp"

namespace thirdring::sweep {
namespace {

using Values = std::vector<std::string>;

std::string without_blanks(std::string text) {
  std::erase(text, ' ');
  return text;
}

std::optional<double> number(const std::string& text, bool with_unit) {
  double value = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || (stop != end && !with_unit)) return std::nullopt;
  return value;
}

/// Coefficients of the variables, and a constant behind them.
class Sum {
 public:
  Sum(const std::string& said, const std::string& text, const std::vector<Variable>& variables)
      : coefficients_(variables.size() + 1) {
    double sign = 1;
    std::string term;
    for (std::size_t i = 0; i <= text.size(); ++i) {
      const bool ends = i == text.size() || text[i] == '+' || (text[i] == '-' && !term.empty());
      if (!ends) {
        term += text[i];
        continue;
      }
      add(said, sign, term, variables);
      sign = i < text.size() && text[i] == '-' ? -1 : 1;
      term.clear();
    }
  }
  double at(const std::vector<double>& values) const {
    double sum = coefficients_.back();
    for (std::size_t v = 0; v < values.size(); ++v) sum += coefficients_[v] * values[v];
    return sum;
  }
  bool uses(std::size_t v) const { return coefficients_[v] != 0; }

 private:
  void add(const std::string& said, double factor, std::string term, const std::vector<Variable>& variables) {
    if (const auto constant = number(term, false)) {
      coefficients_.back() += factor * *constant;
      return;
    }
    if (const std::size_t star = term.find('*'); star != std::string::npos)
      if (const auto by = number(term.substr(0, star), false)) {
        factor *= *by;
        term.erase(0, star + 1);
      }
    Values paths;
    for (std::size_t v = 0; v < variables.size(); ++v) {
      if (variables[v].path == term) {
        coefficients_[v] += factor;
        return;
      }
      paths.push_back(variables[v].path);
    }
    throw BadInput(fmt::format("{}: expected a number or one of {}, got {}{}", said, one_of(paths),
                               in_quotes(term), hint(term, paths)));
  }

  std::vector<double> coefficients_;
};

bool holds(double left, const std::string& sign, double right) {
  if (sign == "<=") return left <= right;
  if (sign == ">=") return left >= right;
  if (sign == "==") return left == right;
  if (sign == "!=") return left != right;
  return sign == "<" ? left < right : left > right;
}

}  // namespace

std::vector<Values> where(const std::string& condition, const std::vector<Variable>& variables,
                          const std::vector<Values>& points, const std::string& in_file) {
  const std::string said = in_file.empty() ? fmt::format("--where {}", in_quotes(condition)) : in_file;
  const std::string text = without_blanks(condition);
  const std::size_t at = text.find_first_of("<>=!");
  const std::size_t size = at != std::string::npos && at + 1 < text.size() && text[at + 1] == '=' ? 2 : 1;
  const std::string sign = at == std::string::npos ? "" : text.substr(at, size);
  if (sign.empty() || sign == "=" || sign == "!")
    throw BadInput(fmt::format("{}: expected a condition such as 'lines + agents <= 30'", said));
  const Sum left(said, text.substr(0, at), variables), right(said, text.substr(at + size), variables);
  std::vector<Values> result;
  for (const Values& point : points) {
    std::vector<double> values(point.size());
    for (std::size_t v = 0; v < point.size(); ++v) {
      if (!left.uses(v) && !right.uses(v)) continue;
      const auto value = number(point[v], true);
      if (!value)
        throw BadInput(
            fmt::format("{}: expected numbers of {}, got {}", said, variables[v].path, in_quotes(point[v])));
      values[v] = *value;
    }
    if (holds(left.at(values), sign, right.at(values))) result.push_back(point);
  }
  if (result.empty()) throw BadInput(fmt::format("{}: no point is left", said));
  return result;
}

}  // namespace thirdring::sweep
