// A sweep: its points, loaded and checked.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/sweep/variable.hpp"
#include "sim/model/model.hpp"
#include "sim/scenario/load.hpp"

namespace thirdring::sweep {

struct Point {
  std::vector<std::string> values;  ///< of the sweep's variables
  /// The normal form without what changes no number: title, question, how often and with which seed.
  std::string content;
  std::string directory;  ///< absolute; from which the files in `content` are named
  std::uint64_t seed = 1;
  std::string key;  ///< of content, files, seed, program and record format: what the results depend on
  std::shared_ptr<const Model> model;
};

struct Sweep {
  std::string scenario;  ///< file, as given
  std::string program;   ///< version
  std::vector<std::string> variables;
  std::uint64_t replications = 0;
  std::vector<Point> points;
  /// Of the variables and of all points, but not of how many replications.
  std::string key() const;
};

struct Plan {
  std::string scenario;
  std::vector<Override> sets;  ///< for all points, before what is swept
  std::vector<Variable> variables;
  std::vector<std::vector<std::string>> points;  ///< values, see points_of()
  std::optional<std::uint64_t> seed, replications;
  std::string program;
  unsigned threads = 1;
};

/// Loads every point.  Throws BadInput with all problems, a line each, if any point has one.
Sweep load_sweep(const Plan& plan);

/// Loads the first point, and the first one of each plan, to see whether what varies is there.  Throws
/// BadInput with all problems, a line each.
void check_some(const Plan& plan);

/// A point again from what a store holds of it; throws BadInput when files beside it have changed.
Model model_of(const Point& point, const std::string& program);

}  // namespace thirdring::sweep
