#include "analysis/sweep/pick.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "analysis/sweep/bad_input.hpp"
#include "analysis/sweep/where.hpp"
#include "sim/model/wording.hpp"

namespace thirdring::sweep {
namespace {

using Values = std::vector<std::string>;

[[noreturn]] void refuse_numbers(const std::string& part, std::size_t points) {
  throw BadInput(fmt::format("--points: expected numbers from 1 to {} such as 1,5,10..20, got {}", points,
                             in_quotes(part)));
}

std::size_t number(const std::string& text, const std::string& part, std::size_t points) {
  std::size_t value = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stop != end || value < 1 || value > points) refuse_numbers(part, points);
  return value;
}

}  // namespace

std::vector<Values> only(const std::string& text, const std::vector<Variable>& variables,
                         const std::vector<Values>& points) {
  const Variable wanted = parse_variable(text);
  if (wanted.drawn() || wanted.factor)
    throw BadInput(fmt::format("--only {}: expected path=values, as the points have them", in_quotes(text)));
  Values paths;
  for (const Variable& variable : variables) paths.push_back(variable.path);
  const auto found = std::find(paths.begin(), paths.end(), wanted.path);
  if (found == paths.end())
    throw BadInput(fmt::format("--only: expected one of {}, got {}{}", one_of(paths), in_quotes(wanted.path),
                               hint(wanted.path, paths)));
  const auto v = static_cast<std::size_t>(found - paths.begin());
  std::set<std::string> there;
  std::vector<Values> result;
  for (const Values& point : points) {
    there.insert(point[v]);
    if (std::find(wanted.values.begin(), wanted.values.end(), point[v]) != wanted.values.end())
      result.push_back(point);
  }
  for (const std::string& value : wanted.values)
    if (there.count(value) == 0)
      throw BadInput(fmt::format("--only {}: expected values of {} that a point has, got {}{}",
                                 in_quotes(text), wanted.path, in_quotes(value),
                                 hint(value, Values(there.begin(), there.end()))));
  return result;
}

std::vector<Values> numbered(const std::string& text, const std::vector<Values>& points) {
  std::vector<bool> chosen(points.size());
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t comma = std::min(text.find(',', from), text.size());
    const std::string part = text.substr(from, comma - from);
    const std::size_t dots = part.find("..");
    const std::size_t first = number(part.substr(0, dots), part, points.size()),
                      last = dots == std::string::npos ? first
                                                       : number(part.substr(dots + 2), part, points.size());
    if (last < first) refuse_numbers(part, points.size());
    std::fill(chosen.begin() + static_cast<std::ptrdiff_t>(first - 1),
              chosen.begin() + static_cast<std::ptrdiff_t>(last), true);
    from = comma + 1;
  }
  std::vector<Values> result;
  for (std::size_t i = 0; i < points.size(); ++i)
    if (chosen[i]) result.push_back(points[i]);
  return result;
}

std::vector<std::size_t> picked(const Values& paths, const std::vector<Values>& points,
                                const Values& conditions, const Values& picks) {
  std::vector<Variable> variables(paths.size());
  for (std::size_t v = 0; v < paths.size(); ++v) variables[v].path = paths[v];
  std::vector<Values> left = points;
  for (const std::string& condition : conditions) left = where(condition, variables, left);
  for (const std::string& pick : picks) left = only(pick, variables, left);
  // They keep the order, and no two points have the same values.
  std::vector<std::size_t> positions;
  for (std::size_t i = 0; i < points.size() && positions.size() < left.size(); ++i)
    if (points[i] == left[positions.size()]) positions.push_back(i);
  return positions;
}

}  // namespace thirdring::sweep
