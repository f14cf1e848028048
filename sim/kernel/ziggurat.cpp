#include "sim/kernel/ziggurat.hpp"

#include <cmath>

namespace thirdring {
namespace {

// Where the tail begins, and the area of a layer, for 256 layers (ibid.).
constexpr double tail = 7.69711747013104972, area = 3.9496598225815571993e-3;

}  // namespace

ExponentialZiggurat::ExponentialZiggurat() {
  // Right ends of the layers; the lowest is as wide as a rectangle of its area would be.
  std::array<double, 257> end;
  end[0] = area / std::exp(-tail);
  end[1] = tail;
  for (std::size_t i = 2; i < 256; ++i) end[i] = -std::log(area / end[i - 1] + std::exp(-end[i - 1]));
  end[256] = 0;
  for (std::size_t i = 0; i < 256; ++i)
    layers_[i] = {static_cast<std::uint64_t>(end[i + 1] / end[i] * 0x1p53), end[i] * 0x1p-53};
  for (std::size_t i = 0; i < 257; ++i) density_[i] = std::exp(-end[i]);
}

double ExponentialZiggurat::draw_outside(Stream& stream, std::size_t layer, std::uint64_t value) const {
  for (;;) {
    if (layer == 0) return tail + draw(stream);  // the law has no memory
    const double x = static_cast<double>(value) * layers_[layer].scale;
    const double height = density_[layer] + stream.uniform() * (density_[layer + 1] - density_[layer]);
    if (height < std::exp(-x)) return x;
    const std::uint64_t bits = stream();
    value = bits >> 11;
    layer = bits & 0xff;
    if (value < layers_[layer].inside) return static_cast<double>(value) * layers_[layer].scale;
  }
}

}  // namespace thirdring
