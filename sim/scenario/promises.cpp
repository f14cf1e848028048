#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "sim/scenario/amounts.hpp"

namespace thirdring {
namespace {

// In the order of Promise::Of.
constexpr std::array<std::string_view, 5> promised = {"answered_within", "called_back_within",
                                                      "contacted_within", "on_site_within", "closed_within"};

}  // namespace

const std::string_view Leaf<Promise>::word = "promise";
const std::string_view Leaf<Promise>::expected =
    "answered_within, called_back_within or, of cases, contacted_within, on_site_within or closed_within, "
    "and a "
    "time, such as answered_within 3 rings";
const std::string_view Leaf<Promise>::pattern =
    "^(answered_within|called_back_within|contacted_within|on_site_within|closed_within) +(" THIRDRING_RINGS
    "|" THIRDRING_WORKING_DAYS "|" THIRDRING_DURATION ")$";
bool Leaf<Promise>::read(std::string_view text, Promise& value) {
  Scan scan(text);
  const std::string_view said = scan.letters();
  const auto found = std::find(promised.begin(), promised.end(), said);
  if (found == promised.end() || !scan.spaces()) return false;
  value.of = static_cast<Promise::Of>(found - promised.begin());
  return scan_working_days(scan, value.working_days) || scan_wait(scan, value.within);
}
std::string Leaf<Promise>::write(const Promise& value) {
  return std::string(promised[static_cast<std::size_t>(value.of)]) + ' ' +
         (value.working_days > 0 ? Leaf<Due>::write({never, value.working_days})
                                 : Leaf<Wait>::write(value.within));
}

const std::string_view Leaf<Due>::word = "duration or working days";
const std::string_view Leaf<Due>::expected =
    "a duration with a unit (s, min, h or days) or working days, such as 2 h or 3 working days";
const std::string_view Leaf<Due>::pattern = "^(" THIRDRING_WORKING_DAYS "|" THIRDRING_DURATION ")$";
bool Leaf<Due>::read(std::string_view text, Due& value) {
  value = Due{};
  Scan scan(text);
  return scan_working_days(scan, value.working_days) || scan_duration(scan, value.within);
}
std::string Leaf<Due>::write(const Due& value) {
  if (value.working_days == 0) return write_duration(value.within);
  return fmt::format("{} working day{}", value.working_days, value.working_days == 1 ? "" : "s");
}

const std::string_view Leaf<Condition>::word = "condition";
const std::string_view Leaf<Condition>::expected =
    "always, expected_wait > a duration, or queue >= a number, such as expected_wait > 2 min";
const std::string_view Leaf<Condition>::pattern =
    "^(always|expected_wait *> *" THIRDRING_DURATION "|queue *>=? *[0-9]+)$";
bool Leaf<Condition>::read(std::string_view text, Condition& value) {
  Scan scan(text);
  const std::string_view said = scan.letters();
  scan.spaces();
  if (said == "always") return scan.done();
  if (!scan.take('>')) return false;
  if (said == "expected_wait") {
    value.kind = Condition::Kind::expected_wait;
    scan.spaces();
    return scan_duration(scan, value.wait);
  }
  value.kind = Condition::Kind::queue;
  const bool or_equal = scan.take('=');
  scan.spaces();
  WholeNumber count;
  if (said != "queue" || !Leaf<WholeNumber>::read(scan.rest(), count) || count.value > 1'000'000'000)
    return false;
  value.queue = static_cast<std::uint32_t>(count.value) + (or_equal ? 0 : 1);
  return true;
}
std::string Leaf<Condition>::write(const Condition& value) {
  if (value.kind == Condition::Kind::always) return "always";
  return value.kind == Condition::Kind::queue ? fmt::format("queue >= {}", value.queue)
                                              : "expected_wait > " + write_duration(value.wait);
}

}  // namespace thirdring
