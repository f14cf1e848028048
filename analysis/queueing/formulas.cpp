#include "analysis/queueing/formulas.hpp"

#include <algorithm>

#include "analysis/queueing/finite_queue.hpp"

namespace thirdring {

std::string_view formula_name(std::uint32_t agents, double abandonment_rate, std::uint32_t lines) {
  if (lines <= agents) return "Erlang B";
  if (lines != unlimited_lines) return abandonment_rate > 0 ? "M/M/n/K+M" : "M/M/n/K";
  return abandonment_rate > 0 ? "Erlang A" : "Erlang C";
}

std::unique_ptr<Queue> make_queue(const Traffic& traffic, double abandonment_rate, std::uint32_t lines) {
  if (lines != unlimited_lines) return std::make_unique<FiniteQueue>(traffic, abandonment_rate, lines);
  if (abandonment_rate > 0) return std::make_unique<ErlangA>(traffic, abandonment_rate);
  return std::make_unique<ErlangC>(traffic);
}

std::optional<std::uint32_t> fewest_agents(const std::function<bool(std::uint32_t)>& enough) {
  std::uint32_t few = 0, many = 1;
  while (!enough(many)) {
    if (many == most_agents) return std::nullopt;
    few = many;
    many = std::min(2 * many, most_agents);
  }
  while (many - few > 1) {
    const std::uint32_t middle = few + (many - few) / 2;
    (enough(middle) ? many : few) = middle;
  }
  return many;
}

}  // namespace thirdring
