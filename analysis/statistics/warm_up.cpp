#include "analysis/statistics/warm_up.hpp"

#include <limits>
#include <vector>

namespace thirdring {

WarmUpFound mser5(std::span<const double> observations) {
  constexpr std::size_t together = 5;
  std::vector<double> means(observations.size() / together);
  for (std::size_t i = 0; i < means.size(); ++i) {
    for (std::size_t k = 0; k < together; ++k) means[i] += observations[i * together + k];
    means[i] /= static_cast<double>(together);
  }
  // From the end, so that every cut costs one step; around the last mean, so that nothing cancels.
  std::size_t best = 0;
  double least = std::numeric_limits<double>::infinity(), sum = 0, squares = 0;
  for (std::size_t cut = means.size(); cut-- > 0;) {
    const double x = means[cut] - means.back(), n = static_cast<double>(means.size() - cut);
    sum += x;
    squares += x * x;
    // The last few agree by chance.
    if (n < static_cast<double>(together)) continue;
    const double error = (squares - sum * sum / n) / (n * n);
    if (error <= least) least = error, best = cut;
  }
  const bool settled = 2 * best <= means.size() && means.size() >= 2 * together;
  return {settled ? best * together : observations.size() / 2, settled};
}

}  // namespace thirdring
