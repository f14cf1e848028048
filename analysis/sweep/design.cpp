#include "analysis/sweep/design.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/random/sobol.hpp>
#include <set>

#include "analysis/sweep/bad_input.hpp"
#include "sim/kernel/stream.hpp"
#include "sim/model/wording.hpp"

namespace thirdring::sweep {
namespace {

constexpr std::uint64_t most_points = 1'000'000;

using Values = std::vector<std::string>;
/// Some of the variables, and what they can take together.
struct Axis {
  std::vector<std::size_t> variables;
  std::vector<Values> choices;
};

std::size_t position(const Design& design, const std::string& path, const std::string& said) {
  Values paths;
  for (std::size_t i = 0; i < design.variables.size(); ++i) {
    if (design.variables[i].path == path) return i;
    paths.push_back(design.variables[i].path);
  }
  throw BadInput(fmt::format("{}: expected one of {}, got {}{}", said, one_of(paths), in_quotes(path),
                             hint(path, paths)));
}

Axis zip(const Design& design, std::size_t i, std::set<std::size_t>& used) {
  const Values& paths = design.zipped[i];
  const std::string said = i < design.zipped_said.size() ? design.zipped_said[i] : "--zip";
  Axis axis;
  for (const std::string& path : paths) {
    const std::size_t v = position(design, path, said);
    const Variable& variable = design.variables[v];
    if (variable.drawn())
      throw BadInput(fmt::format("{}: expected lists or ranges, {} is drawn", said, path));
    if (!used.insert(v).second)
      throw BadInput(fmt::format("{}: expected each path once, got {} twice", said, path));
    if (axis.variables.empty()) axis.choices.resize(variable.values.size());
    if (axis.choices.size() != variable.values.size())
      throw BadInput(fmt::format("{}: expected as many values of {} as of {} ({}), got {}", said, path,
                                 paths[0], axis.choices.size(), variable.values.size()));
    axis.variables.push_back(v);
    for (std::size_t c = 0; c < axis.choices.size(); ++c) axis.choices[c].push_back(variable.values[c]);
  }
  return axis;
}

Axis drawn(const Design& design, const std::vector<std::size_t>& variables) {
  if (design.kind == Design::Kind::grid)
    throw BadInput(fmt::format("{}: an interval is drawn from: expected --design random:N or sobol:N",
                               design.variables[variables[0]].path));
  Axis axis{variables, std::vector<Values>(design.draws)};
  Stream stream(design.seed, "sweep design", 0);
  boost::random::sobol sobol(variables.size());
  for (Values& choice : axis.choices)
    for (const std::size_t v : variables) {
      const double u = design.kind == Design::Kind::random ? stream.uniform()
                                                           : static_cast<double>(sobol() >> 11) * 0x1p-53;
      choice.push_back(design.variables[v].at(u));
    }
  return axis;
}

std::vector<Axis> axes_of(const Design& design) {
  std::vector<Axis> zipped, axes;
  std::set<std::size_t> used;
  for (std::size_t i = 0; i < design.zipped.size(); ++i) zipped.push_back(zip(design, i, used));
  std::vector<std::size_t> intervals;
  for (std::size_t v = 0; v < design.variables.size(); ++v) {
    const Variable& variable = design.variables[v];
    if (variable.drawn()) {
      intervals.push_back(v);
    } else if (used.count(v) == 0) {
      axes.push_back({{v}, {}});
      for (const std::string& value : variable.values) axes.back().choices.push_back({value});
    }
    for (const Axis& axis : zipped)
      if (*std::min_element(axis.variables.begin(), axis.variables.end()) == v) axes.push_back(axis);
  }
  if (!intervals.empty()) {
    axes.push_back(drawn(design, intervals));
  } else if (design.kind != Design::Kind::grid) {
    throw BadInput("--design: expected a variable with an interval such as path=20~40");
  }
  return axes;
}

}  // namespace

std::set<std::string> refuse_twice(const std::vector<Variable>& variables) {
  std::set<std::string> paths;
  for (const Variable& variable : variables)
    if (!paths.insert(variable.path).second)
      throw BadInput(fmt::format("{}: expected each path once, got it twice", variable.path));
  return paths;
}

std::vector<Values> points_of(const Design& design) {
  const std::set<std::string> paths = refuse_twice(design.variables);
  for (const Variable& variable : design.variables)
    for (const auto& plan : variable.plans)
      for (const Override& change : plan)
        if (paths.count(change.path) == 1)
          throw BadInput(
              told_at(change.origin,
                      fmt::format("{}: expected a path that is in a plan or varies by itself, got both",
                                  change.path)));
  std::vector<Values> points(1, Values(design.variables.size()));
  for (const Axis& axis : axes_of(design)) {
    if (points.size() * axis.choices.size() > most_points)
      throw BadInput(fmt::format("expected at most {} points, got more", most_points));
    std::vector<Values> longer;
    for (const Values& point : points)
      for (const Values& choice : axis.choices) {
        longer.push_back(point);
        for (std::size_t i = 0; i < choice.size(); ++i) longer.back()[axis.variables[i]] = choice[i];
      }
    points = std::move(longer);
  }
  return points;
}

}  // namespace thirdring::sweep
