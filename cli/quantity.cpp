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

std::optional<double> parse_rate(std::string_view text) {
  Rate rate;
  if (Leaf<Rate>::read(text, rate)) return rate.per_second;
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const std::size_t number_ends = text.find_last_not_of(' ', slash - 1) + 1;
  const std::size_t time_begins = text.find_first_not_of(' ', slash + 1);
  if (slash == 0 || time_begins == std::string_view::npos) return std::nullopt;
  const auto number = parse_number(text.substr(0, number_ends));
  const auto time = parse_seconds(text.substr(time_begins));
  return number && time && *time > 0 ? std::optional(*number / *time) : std::nullopt;
}

}  // namespace thirdring::cli
