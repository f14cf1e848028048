#include "bench/measuring/samples.hpp"

#include <algorithm>
#include <cstddef>
#include <stdexcept>

namespace thirdring::bench {

double median(std::vector<double> values) {
  if (values.empty()) throw std::invalid_argument("no values to take the median of");
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double median_ratio(const std::vector<double>& a, const std::vector<double>& b) {
  if (a.size() != b.size()) throw std::invalid_argument("a ratio needs pairs of values");
  std::vector<double> ratios;
  for (std::size_t i = 0; i < a.size(); ++i) ratios.push_back(a[i] / b[i]);
  return median(ratios);
}

}  // namespace thirdring::bench
