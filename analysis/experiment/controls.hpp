// Numbers of a replication whose expectation the model tells exactly.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/experiment/sums.hpp"
#include "sim/center/busyness.hpp"

namespace thirdring {

/// The control variates of a model: those of its random volumes, and of its work where nothing but the talk
/// and wrap-up times themselves decides on it.  None for runs with a warm-up or in batches.
class Controls {
 public:
  enum class Kind : std::uint8_t {
    busyness,           ///< calls that the days' factors lead one to expect, less those of the model
    busyness_squared,   ///< of the common factor, or of the only one: squared deviation less its variance
    arrivals,           ///< first attempts, less those that the factors lead one to expect
    work,               ///< seconds of talk and wrap-up, less the mean times the answered
    busyness_arrivals,  ///< the product of both: on busy days a call more matters more
    busyness_work       ///< likewise
  };

  explicit Controls(const Model& model);

  const std::vector<Kind>& kinds() const { return kinds_; }
  /// By kind; each has the expectation 0.  `types`: the sums of each inbound type over the whole run.
  std::vector<double> values(std::uint64_t seed, std::uint64_t replication,
                             const std::vector<Sums>& types) const;

 private:
  /// A type whose callers come by a Poisson law.
  struct Caller {
    TypeId type;
    std::vector<double> expected;  ///< arrivals by day, at busyness 1
    double mean_factor;
    bool counts;  ///< every first attempt is one of these arrivals
  };
  void find_squared();

  const Model& model_;
  std::vector<Caller> callers_;
  std::vector<Kind> kinds_;
  const Distribution* law_ = nullptr;  ///< of the factor that is squared
  TypeId law_of_ = none;               ///< the type that it belongs to; none: to all
  std::vector<double> day_weights_;    ///< shares of the calls
  double work_per_answer_ = 0;
};

std::string_view name_of(Controls::Kind kind);

}  // namespace thirdring
