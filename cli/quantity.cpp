#include "cli/quantity.hpp"

#include "sim/scenario/units.hpp"

namespace thirdring::cli {
namespace {

std::optional<double> parse(std::string_view text, Quantity::Unit unit) {
  Quantity quantity;
  if (!Leaf<Quantity>::read(text, quantity) || quantity.unit != unit) return std::nullopt;
  return quantity.value;
}

}  // namespace

std::optional<double> parse_share(std::string_view text) { return parse(text, Quantity::Unit::share); }
std::optional<double> parse_seconds(std::string_view text) { return parse(text, Quantity::Unit::time); }
std::optional<double> parse_number(std::string_view text) { return parse(text, Quantity::Unit::number); }

}  // namespace thirdring::cli
