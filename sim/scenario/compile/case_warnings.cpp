#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/compile/cases.hpp"
#include "sim/scenario/compile/workload.hpp"

namespace thirdring {
namespace {

bool is_opened(const Model& model, CaseKindId kind) {
  return std::any_of(model.call_types.begin(), model.call_types.end(), [&](const CallType& type) {
    const bool by_chance = std::any_of(type.opens.begin(), type.opens.end(), [&](const CaseChance& way) {
      return way.what == kind && way.chance > 0;
    });
    if (by_chance || !type.conversation) return by_chance;
    const auto& steps = type.conversation->steps;
    return std::any_of(steps.begin(), steps.end(), [&](const Program::Step& step) {
      return step.op == Program::Op::open && step.to == kind;
    });
  });
}

void warn_of_nobody(Compile& c, const Where& at, TypeId t) {
  const auto& route = c.model.call_types[t].route;
  const auto there = [&](const RouteStep& step) {
    return agent_seconds(c.model, c.model.groups[step.group]) > 0;
  };
  if (std::none_of(route.begin(), route.end(), there))
    c.report.warning(
        at, Sentence("expected somebody on duty who works these cases, got nobody in the whole run"));
}

// What is promised by the clock should leave time for what has to be done until then.
void warn_of_haste(Compile& c, const CaseSpec& spec, const CaseKind& kind) {
  const CallType& work = c.model.call_types[kind.type];
  const Seconds contact = kind.contact_type == none ? 0 : c.model.call_types[kind.contact_type].talk.mean();
  const Seconds there = contact + (kind.travel ? kind.travel->mean() : 0), done = there + work.talk.mean();
  const auto check = [&](const Field<Due>& due, Seconds takes,
                         fmt::format_string<double, std::string> words) {
    if (due.given() && due->working_days == 0 && due->within < takes)
      c.report.warning(due.at, Sentence(words, takes / 60, Leaf<Due>::write(*due)));
  };
  constexpr fmt::format_string<double, std::string>
      work_alone = "expected a deadline that leaves time for the work ({:.4g} min in the mean), got {}",
      with_travel =
          "expected a deadline that leaves time for travel and work ({:.4g} min in the mean), got {}";
  const auto all_of_it = kind.travel ? with_travel : work_alone;
  check(spec.on_site_within, there,
        "expected a deadline that leaves time for the way there ({:.4g} min in the mean), got {}");
  check(spec.answer_within, done, all_of_it);
  check(spec.close_within, done + work.wrap_up.mean(), all_of_it);
}

}  // namespace

void warn_of_cases(Compile& c) {
  for (CaseKindId k = 0; k < c.model.cases.size(); ++k) {
    const auto& entry = c.spec.cases->entries[k];
    const CaseKind& kind = c.model.cases[k];
    if (!is_opened(c.model, k))
      c.report.warning(entry.name_at,
                       Sentence("expected a call that opens these cases (opens, or a step open), got none"));
    warn_of_nobody(c, entry.name_at, kind.type);
    if (kind.contact_type != none) warn_of_nobody(c, entry.name_at, kind.contact_type);
    warn_of_haste(c, *entry.value, kind);
  }
}

}  // namespace thirdring
