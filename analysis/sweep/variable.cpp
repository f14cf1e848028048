#include "analysis/sweep/variable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

#include "analysis/sweep/bad_input.hpp"
#include "sim/model/wording.hpp"

namespace thirdring::sweep {
namespace {

constexpr double most_values = 100'000;

struct Amount {
  double value = 0;
  int decimals = 0;
  std::string unit;
};

std::string trimmed(const std::string& text) {
  const std::size_t from = text.find_first_not_of(' ');
  return from == std::string::npos ? "" : text.substr(from, text.find_last_not_of(' ') - from + 1);
}

/// A plain number, and what stands behind it.
std::optional<Amount> amount(const std::string& raw) {
  const std::string text = trimmed(raw);
  Amount result;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, result.value, std::chars_format::fixed);
  if (error != std::errc() || !std::isfinite(result.value)) return std::nullopt;
  const std::string digits(text.data(), stop);
  if (const std::size_t point = digits.find('.'); point != std::string::npos)
    result.decimals = static_cast<int>(digits.size() - point - 1);
  result.unit = trimmed(std::string(stop, end));
  return result;
}

std::vector<std::string> parts(const std::string& text) {
  std::vector<std::string> result(1);
  int depth = 0;
  char quote = 0;
  for (const char c : text) {
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '[' || c == '{') {
      ++depth;
    } else if (c == ']' || c == '}') {
      --depth;
    } else if (c == ',' && depth == 0) {
      result.emplace_back();
      continue;
    }
    result.back() += c;
  }
  for (std::string& part : result) part = trimmed(part);
  return result;
}

std::string written(double value, int decimals, const std::string& unit) {
  return fmt::format("{:.{}f}{}{}", value, decimals, unit.empty() ? "" : " ", unit);
}

[[noreturn]] void refuse(const std::string& text, const std::string& expected) {
  throw BadInput(fmt::format("{}: expected {}", text, expected));
}

/// The unit that all of them share; a part without one takes that of the others.
std::string common_unit(const std::string& text, const std::vector<Amount>& amounts) {
  std::set<std::string> units;
  for (const Amount& a : amounts)
    if (!a.unit.empty()) units.insert(a.unit);
  if (units.size() > 1)
    refuse(text,
           fmt::format("one unit, got {}", one_of(std::vector<std::string>(units.begin(), units.end()))));
  return units.empty() ? "" : *units.begin();
}

std::vector<std::string> range(const std::string& text, const std::string& values, std::size_t dots) {
  const std::size_t colon = values.find(':', dots);
  const auto from = amount(values.substr(0, dots));
  const auto to = amount(values.substr(dots + 2, colon == std::string::npos ? colon : colon - dots - 2));
  const auto step = colon == std::string::npos ? Amount{1, 0, ""} : amount(values.substr(colon + 1));
  if (!from || !to || !step || !(step->value > 0))
    refuse(text, fmt::format("a range such as 20..40:2 with a step above 0, got {}", in_quotes(values)));
  const double steps = std::floor((to->value - from->value) / step->value + 1e-9);
  if (steps < 0) refuse(text, fmt::format("a range that is not empty, got {}", in_quotes(values)));
  if (steps >= most_values) refuse(text, fmt::format("at most {:.0f} values", most_values));
  const std::string unit = common_unit(text, {*from, *to, *step});
  const int decimals = std::max(from->decimals, step->decimals);
  std::vector<std::string> result;
  for (int i = 0; i <= static_cast<int>(steps); ++i)
    result.push_back(written(from->value + i * step->value, decimals, unit));
  return result;
}

void interval(const std::string& text, const std::string& values, std::size_t tilde, Variable& variable) {
  const auto low = amount(values.substr(0, tilde)), high = amount(values.substr(tilde + 1));
  if (!low || !high || !(low->value < high->value))
    refuse(text, fmt::format("an interval such as 20~40 that is not empty, got {}", in_quotes(values)));
  variable.low = low->value;
  variable.high = high->value;
  variable.decimals = std::max(low->decimals, high->decimals);
  variable.unit = common_unit(text, {*low, *high});
}

}  // namespace

std::string Variable::at(double u) const {
  if (decimals == 0) return written(low + std::floor(u * (high - low + 1)), 0, unit);
  return written(low + u * (high - low), decimals + 3, unit);
}

std::optional<Override::Origin> Variable::origin_of(const std::string& value) const {
  if (origins.empty()) return std::nullopt;
  const auto found = std::find(values.begin(), values.end(), value) - values.begin();
  return origins.size() == values.size() ? origins[static_cast<std::size_t>(found)] : origins.front();
}

std::string told_at(const std::optional<Override::Origin>& origin, const std::string& message) {
  if (!origin) return message;
  return Problem{origin->file, origin->value.line, origin->value.column, "", message}.text();
}

Variable parse_variable(const std::string& text) {
  const std::size_t equals = text.find('=');
  Variable variable;
  variable.factor = equals != std::string::npos && equals > 0 && text[equals - 1] == '*';
  variable.path = text.substr(0, variable.factor ? equals - 1 : equals);
  if (equals == std::string::npos || variable.path.empty())
    throw BadInput(fmt::format("expected path=values, got {}", in_quotes(text)));
  if (variable.path == "run" || variable.path == "run.replications" || variable.path == "run.seed" ||
      variable.path.starts_with("run.precision") || variable.path == "sweep" ||
      variable.path.starts_with("sweep."))
    refuse(text, "a path that changes the centre; --replications and --seed say how it is run");
  const std::string values = text.substr(equals + 1);
  const bool nested = values.find_first_of("[{\"'") != std::string::npos;
  const std::size_t dots = nested ? std::string::npos : values.find(".."),
                    tilde = nested ? dots : values.find('~');
  if (dots != std::string::npos) {
    variable.values = range(text, values, dots);
  } else if (tilde != std::string::npos) {
    interval(text, values, tilde, variable);
  } else {
    variable.values = parts(values);
  }
  std::set<std::string> seen;
  for (const std::string& value : variable.values) {
    if (value.empty()) refuse(text, "values between the commas, got nothing");
    if (!seen.insert(value).second)
      refuse(text, fmt::format("each value once, got {} twice", in_quotes(value)));
    const auto factor = amount(value);
    if (variable.factor && (!factor || !factor->unit.empty()))
      refuse(text, fmt::format("numbers as factors, got {}", in_quotes(value)));
  }
  return variable;
}

}  // namespace thirdring::sweep
