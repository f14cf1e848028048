// The two laws that all others are made of.
#pragma once
#include <boost/random/normal_distribution.hpp>

#include "sim/kernel/ziggurat.hpp"

namespace thirdring {

/// Exponential with mean 1.
inline double unit_exponential(Stream& stream) { return exponential_ziggurat.draw(stream); }
/// Normal with mean 0 and standard deviation 1 (Boost's ziggurat).
inline double unit_normal(Stream& stream) { return boost::random::normal_distribution<double>{}(stream); }

}  // namespace thirdring
