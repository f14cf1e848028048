// The exponential law, by far the most drawn.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

#include "sim/kernel/stream.hpp"

namespace thirdring {

/// Exponential variates with mean 1 by the ziggurat method (Marsaglia, Tsang 2000, "The ziggurat method for
/// generating random variables"): the area under the density is covered by 256 layers of equal area, the
/// lowest of which holds the tail.  A point of a layer is mostly left of the layer above, and then below the
/// density: 98.9 % of the draws take one number and one comparison.  53 bits of it are the value, 8 others
/// choose the layer.
class ExponentialZiggurat {
 public:
  ExponentialZiggurat();

  double draw(Stream& stream) const {
    const std::uint64_t bits = stream(), value = bits >> 11;
    const std::size_t layer = bits & 0xff;
    if (value < layers_[layer].inside) [[likely]]
      return static_cast<double>(value) * layers_[layer].scale;
    return draw_outside(stream, layer, value);
  }

 private:
  [[gnu::noinline]] double draw_outside(Stream& stream, std::size_t layer, std::uint64_t value) const;

  struct Layer {
    std::uint64_t inside;  // smaller values lie under the layer above
    double scale;          // from a value to a point of the layer
  };
  std::array<Layer, 256> layers_;
  std::array<double, 257> density_;  // at the right end of each layer
};

inline const ExponentialZiggurat exponential_ziggurat;

}  // namespace thirdring
