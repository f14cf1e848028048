#include "analysis/statistics/selection.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/statistics/paired.hpp"

namespace thirdring {

Selection::Selection(std::size_t alternatives, const SelectionAim& aim)
    : aim_(aim),
      in_(alternatives, true),
      left_(alternatives),
      together_(alternatives * (alternatives - 1) / 2) {}

void Selection::add(std::span<const Observed> observed) {
  for (std::size_t b = 1; b < in_.size(); ++b)
    for (std::size_t a = 0; a < b; ++a)
      if (in_[a] && in_[b])
        together(a, b).add({observed[a][0], observed[a][1], observed[b][0], observed[b][1]});
}

double Selection::lead(std::size_t b, std::size_t a) const {
  const bool ascending = a < b;
  const double difference = paired_difference(together(std::min(a, b), std::max(a, b))).difference.value;
  return ascending == aim_.highest ? difference : -difference;
}

bool Selection::beats(std::size_t b, std::size_t a) const {
  const Moments<4>& both = together(std::min(a, b), std::max(a, b));
  const double variance = paired_difference(both).variance;
  if (std::isnan(variance)) return false;
  const auto n = static_cast<double>(both.count());
  const double beta = (1 - aim_.confidence) / static_cast<double>(in_.size() - 1);
  const double h2 = (n - 1) * (std::pow(2 * beta, -2 / (n - 1)) - 1);
  const double doubt = std::max(0.0, (h2 * variance / aim_.indifference - n * aim_.indifference) / (2 * n));
  const double ahead = lead(b, a);
  return ahead > doubt || (doubt == 0 && ahead == 0 && b < a);
}

void Selection::screen() {
  // All are held against all that were in before: the order of looking changes nothing.
  std::vector<char> stays = in_;
  for (std::size_t a = 0; a < in_.size(); ++a)
    for (std::size_t b = 0; b < in_.size(); ++b)
      if (b != a && in_[a] && in_[b] && beats(b, a)) stays[a] = false;
  in_ = std::move(stays);
  left_ = static_cast<std::size_t>(std::count(in_.begin(), in_.end(), true));
}

std::size_t Selection::leader() const {
  std::size_t best = static_cast<std::size_t>(std::find(in_.begin(), in_.end(), true) - in_.begin());
  for (std::size_t next = best + 1; next < in_.size(); ++next)
    if (in_[next] && lead(next, best) > 0) best = next;
  return best;
}

}  // namespace thirdring
