// Agreements on cases, and on the mean, maximum or percentile of times.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "sim/model/measure_names.hpp"
#include "sim/scenario/compile/cases.hpp"
#include "sim/scenario/compile/limits.hpp"

namespace thirdring {
namespace {

using Statistic = Agreement::Statistic;

struct TimeName {
  std::string_view name;
  std::optional<CaseStep> step;  // nothing: waits of calls
};
constexpr std::array<TimeName, 5> times = {{{"wait", std::nullopt},
                                            {"contact", CaseStep::contacted},
                                            {"on_site", CaseStep::on_site},
                                            {"answer", CaseStep::answered},
                                            {"close", CaseStep::closed}}};

constexpr MeasureName share{"", MeasureName::Unit::share, ""}, duration{"", MeasureName::Unit::time, ""};

CaseStep step_of(Promise::Of of) {
  switch (of) {
    case Promise::Of::contacted:
      return CaseStep::contacted;
    case Promise::Of::on_site:
      return CaseStep::on_site;
    case Promise::Of::closed:
      return CaseStep::closed;
    default:
      return CaseStep::answered;
  }
}

void set_limit(Compile& c, const AgreementSpec& s, Agreement& a, const MeasureName& unit_of) {
  const Field<Quantity>& limit = s.at_least.given() ? s.at_least : s.at_most;
  check_unit(c, unit_of, limit);
  a.at_least = s.at_least.given();
  a.limit = limit->value;
}

bool is_case(const Compile& c, TypeId t) {
  const CallType& type = c.model.call_types[t];
  return type.kind == CallType::Kind::work_order && c.model.cases[type.case_kind].type == t;
}

// An agreement on cases is on cases alone, and on what happens to them.
void only_cases(Compile& c, const AgreementSpec& s, Agreement& a, const Where& at) {
  if (!c.report.clean()) return;
  if (c.model.cases.empty()) return c.problem(at, "cases to agree on", "a scenario without any");
  if (a.of.empty())
    for (const CaseKind& kind : c.model.cases)
      if (a.step != CaseStep::on_site || kind.travel) a.of.push_back(kind.type);
  for (std::size_t i = 0; i < a.of.size(); ++i) {
    const Where& where = i < s.of->size() ? (*s.of)[i].at : at;
    const CallType& type = c.model.call_types[a.of[i]];
    if (!is_case(c, a.of[i])) {
      c.problem(where, "the name of a case", in_quotes(type.name), hint(type.name, c.spec.cases->names()));
    } else if (a.step == CaseStep::on_site && !c.model.cases[type.case_kind].travel) {
      c.problem(where, "a case with a travel time", in_quotes(type.name) + ", which nobody travels to");
    }
  }
  if (a.of.empty()) c.problem(at, "cases with a travel time", "none");
}

void share_within(Compile& c, const AgreementSpec& s, Agreement& a) {
  a.statistic = Statistic::case_within;
  a.step = step_of(s.share->of);
  a.deadline = s.share->working_days > 0 ? Deadline{never, s.share->working_days}
                                         : Deadline{seconds_of(c, s.share->within), 0};
  set_limit(c, s, a, share);
  only_cases(c, s, a, s.share.at);
}

const TimeName* find_time(Compile& c, const AgreementSpec& s) {
  std::vector<std::string> names;
  for (const TimeName& time : times) {
    if (time.name == s.measure->value) return &time;
    names.emplace_back(time.name);
  }
  c.problem(s.measure.at, one_of(names), in_quotes(s.measure->value), hint(s.measure->value, names));
  return nullptr;
}

void statistic(Compile& c, const AgreementSpec& s, Agreement& a) {
  if (!s.measure.given()) return;  // reported
  const TimeName* const time = find_time(c, s);
  if (time == nullptr) return;
  set_limit(c, s, a, duration);
  const bool mean = s.statistic.given() && *s.statistic == TimeStatistic::mean;
  a.percentile = s.percentile->value;
  if (s.percentile.given() && (a.percentile <= 0 || a.percentile >= 1))
    c.problem(s.percentile.at, "a share between 0 % and 100 %", Leaf<Share>::write(*s.percentile));
  if (time->step) {
    a.step = *time->step;
    a.statistic = s.percentile.given() ? Statistic::case_percentile
                  : mean               ? Statistic::case_mean
                                       : Statistic::case_maximum;
    only_cases(c, s, a, s.measure.at);
  } else if (s.percentile.given()) {
    a.statistic = Statistic::wait_percentile;
    if (a.per == Agreement::Per::period || (a.per == Agreement::Per::day && c.model.calendar.days.size() > 1))
      c.problem(s.percentile.at,
                "'per: run', or a scenario of one day: quantiles of waits are known for whole runs",
                "another");
  } else {
    a.measure = mean ? "speed_of_answer" : "max_wait";
  }
}

}  // namespace

bool agree_on_times(Compile& c, const AgreementSpec& s, Agreement& a) {
  if (s.statistic.given() || s.percentile.given()) {
    statistic(c, s, a);
    return true;
  }
  if (!s.share.given() || s.share->of == Promise::Of::called_back) return false;
  const bool all_cases =
      !a.of.empty() && std::all_of(a.of.begin(), a.of.end(), [&](TypeId t) { return is_case(c, t); });
  if (s.share->of == Promise::Of::answered && s.share->working_days == 0 && !all_cases) return false;
  share_within(c, s, a);
  return true;
}

}  // namespace thirdring
