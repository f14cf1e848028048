#include "sim/scenario/amounts.hpp"

#include <fmt/format.h>

#include <cmath>

namespace thirdring {
namespace {

struct Unit {
  std::string_view name;
  double seconds;
};
constexpr Unit units[] = {{"s", 1}, {"min", minute}, {"h", hour}, {"day", day}, {"days", day}};

bool scan_unit(Scan& scan, double& seconds) {
  const std::string_view name = scan.letters();
  for (const Unit& unit : units)
    if (unit.name == name) {
      seconds = unit.seconds;
      return true;
    }
  return false;
}

}  // namespace

bool scan_duration(Scan& scan, double& seconds) {
  seconds = 0;
  do {
    double amount = 0, unit = 0;
    if (!scan.decimal(amount)) return false;
    scan.spaces();
    if (!scan_unit(scan, unit)) return false;
    seconds += amount * unit;
    scan.spaces();
  } while (!scan.done());
  return std::isfinite(seconds);
}

bool scan_wait(Scan& scan, Wait& wait) {
  Scan rings = scan;
  if (rings.decimal(wait.amount)) {
    rings.spaces();
    const std::string_view word = rings.letters();
    wait.in_rings = word == "ring" || word == "rings";
    if (wait.in_rings) return rings.done();
  }
  return scan_duration(scan, wait.amount);
}

bool read_per(std::string_view text, double seconds, double& value) {
  Scan scan(text);
  double amount = 0, unit = 0;
  if (!scan.decimal(amount)) return false;
  scan.spaces();
  if (!scan.take('/')) return false;
  scan.spaces();
  if (!scan_unit(scan, unit) || !scan.done()) return false;
  value = amount / (unit / seconds);
  return true;
}

std::string plain(double value) { return fmt::format("{}", value); }

std::string write_duration(double seconds) {
  if (seconds == never) return "never";
  for (const auto& [unit, length] : {Unit{"h", hour}, Unit{"min", minute}})
    if (seconds > 0 && std::fmod(seconds, length) == 0 && seconds / length * length == seconds)
      return plain(seconds / length) + ' ' + std::string(unit);
  return plain(seconds) + " s";
}

bool scan_working_days(Scan& scan, std::uint32_t& days) {
  Scan after = scan;
  double number = 0;
  if (!after.decimal(number) || number < 1 || number > 1000 || number != std::floor(number)) return false;
  after.spaces();
  if (after.letters() != "working" || !after.spaces()) return false;
  const std::string_view unit = after.letters();
  if ((unit != "day" && unit != "days") || !after.done()) return false;
  days = static_cast<std::uint32_t>(number);
  return true;
}

}  // namespace thirdring
