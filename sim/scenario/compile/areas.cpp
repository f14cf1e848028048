// Areas that lose power, and their customers.
#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/compile/compile.hpp"

namespace thirdring {
namespace {

void power_cuts(Compile& c, const AreaSpec& s, ServedArea& area) {
  for (const auto& spec : *s.power_cuts) {
    if (!spec.given() || !c.line) continue;
    const Distribution lasts = c.distribution(spec->lasts);
    for (const Seconds at : c.line->moments(*spec->at)) {
      ServedArea::PowerCut cut{at, lasts, std::nullopt};
      if (spec->announced.given()) cut.announced = at - spec->announced->seconds;
      if (at < 0 || cut.announced.value_or(at) >= c.line->calendar.horizon())
        c.problem(spec->at.at, "a power cut that begins, or is announced, within the run",
                  in_quotes(Leaf<Moment>::write(*spec->at)));
      area.planned.push_back(std::move(cut));
    }
  }
}

// Random power cuts: time with power between them so that the share of all time is the reliability.
void random_cuts(Compile& c, const AreaSpec& s, ServedArea& area) {
  if (s.reliability.given() != s.repair.given()) {
    const bool lacks_repair = s.reliability.given();
    c.problem(lacks_repair ? s.reliability.at : s.repair.at,
              lacks_repair ? "a repair time beside" : "a reliability beside", "none");
    return;
  }
  if (!s.reliability.given() || s.reliability.wrong()) return;
  area.lasts = c.distribution(s.repair);
  const double reliability = s.reliability->value, mean = area.lasts.mean();
  if (!c.report.clean()) return;
  if (mean <= 0) c.problem(s.repair.at, "a time above 0", "0");
  if (reliability <= 0) c.problem(s.reliability.at, "a share above 0 %", "0 %");
  if (reliability < 1 && reliability > 0 && mean > 0)
    area.every = Distribution::exponential(mean * reliability / (1 - reliability));
}

ServedArea::Calls calls(Compile& c, const AreaSpec& s, const Field<AreaCallsSpec>& spec, bool any,
                        const char* power_cut) {
  ServedArea::Calls result;
  if (!spec.given()) return result;
  if (!any && c.report.clean())
    c.problem(spec.at, fmt::format("{} power cut, which brings these calls", power_cut), "none");
  const std::string& name = spec->call_type->value;
  auto type = s.province.given() ? c.find_type(name + '.' + s.province->value) : std::nullopt;
  if (!type && !c.find_type(name) && !c.parts(name).empty()) {
    c.problem(s.province.at, fmt::format("a province that shares '{}'", name),
              s.province.given() ? in_quotes(s.province->value) : "none");
    return result;
  }
  if (!type) type = c.type(name, spec->call_type.at);
  if (type && *type >= c.types().entries.size())
    c.problem(spec->call_type.at, "a call type that callers dial", in_quotes(spec->call_type->value));
  else if (type)
    result.type = *type;
  result.customers = static_cast<double>(s.customers->value) * spec->share->value;
  result.delay = c.distribution(spec->delay);
  return result;
}

void check_size(Compile& c, const AreaSpec& s, const ServedArea& area) {
  constexpr double most_calls = 1e7;
  const double random =
                   area.every ? c.model.calendar.horizon() / (area.every->mean() + area.lasts.mean()) : 0,
               number = (random + static_cast<double>(area.planned.size())) *
                        std::max(area.faults.customers, area.enquiries.customers);
  if (number > most_calls)
    c.problem(s.customers.at, fmt::format("power cuts that bring at most {:.0e} calls in a run", most_calls),
              fmt::format("{:.3g}", number));
}

}  // namespace

void compile_areas(Compile& c) {
  for (const auto& [name_at, name, spec] : c.spec.served_areas->entries) {
    const AreaSpec& s = *spec;
    if (name.find_first_of(".[]") != std::string::npos)
      c.problem(name_at, "a name without dots and brackets", in_quotes(name));
    ServedArea area;
    area.name = name;
    c.whole(s.customers, 1, 1);
    power_cuts(c, s, area);
    random_cuts(c, s, area);
    const auto announced = [](const ServedArea::PowerCut& cut) { return cut.announced.has_value(); };
    const auto told = std::count_if(area.planned.begin(), area.planned.end(), announced);
    const bool untold = area.every || told < static_cast<std::ptrdiff_t>(area.planned.size());
    if (!s.reliability.given() && !s.power_cuts.given() && spec.given())
      c.problem(name_at, "one of the keys reliability or power_cuts", "none of them");
    area.faults = calls(c, s, s.fault_calls, untold, "an unannounced");
    area.enquiries = calls(c, s, s.enquiries, told > 0, "an announced");
    if (c.line && c.report.clean()) check_size(c, s, area);
    c.model.areas.push_back(std::move(area));
  }
}

}  // namespace thirdring
