// What fails, and whom it hits.
#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/compile/compile.hpp"

namespace thirdring {
namespace {

template <class Spec>
void above_zero(Compile& c, const Field<Spec>& field, const Distribution& law) {
  if (field.given() && law.mean() <= 0 && c.report.clean()) c.problem(field.at, "a time above 0", "0");
}

Failures failures(Compile& c, const OutageSpec& s) {
  Failures when;
  if (c.line && s.at.given()) when.at = open_moments(c, *s.at, s.at.at);
  std::sort(when.at.begin(), when.at.end());
  if (s.every.given()) when.every = c.distribution(s.every);
  when.lasts = c.distribution(s.lasts);
  if (when.every) above_zero(c, s.every, *when.every);
  above_zero(c, s.lasts, when.lasts);
  return when;
}

template <class Id>
void add(std::vector<Id>& all, Id one, const Where& at, Compile& c, const std::string& name) {
  if (std::find(all.begin(), all.end(), one) != all.end())
    c.problem(at, "each name once", in_quotes(name) + " again");
  else
    all.push_back(one);
}

std::vector<TypeId> types_hit(Compile& c, const OutageSpec& s) {
  std::vector<TypeId> types;
  const auto inbound = static_cast<TypeId>(c.types().entries.size());
  if (!s.call_types.given() && !s.groups.given() && !s.sites.given())
    for (TypeId t = 0; t < inbound; ++t) types.push_back(t);
  if (!types.empty())
    for (const OutboundList& list : c.model.outbound) types.push_back(list.type);
  for (const auto& name : *s.call_types) {
    if (!name.given()) continue;
    const auto parts = c.parts(name->value);
    if (parts.empty()) c.type(name->value, name.at);
    for (const TypeId t : parts)
      if (t >= inbound)
        c.problem(name.at, "a call type that callers dial", in_quotes(name->value));
      else
        add(types, t, name.at, c, name->value);
  }
  return types;
}

void add_site(Compile& c, const Field<Name>& name, std::vector<GroupId>& groups) {
  const auto site = std::find_if(c.model.sites.begin(), c.model.sites.end(),
                                 [&](const Site& one) { return one.name == name->value; });
  if (site == c.model.sites.end())
    c.problem(name.at, "the name of a site", in_quotes(name->value),
              hint(name->value, c.spec.sites->names()));
  else
    for (const GroupId g : site->groups)
      if (std::find(groups.begin(), groups.end(), g) == groups.end()) groups.push_back(g);
}

bool can_leave_number(const Compile& c, const std::vector<TypeId>& types) {
  return std::any_of(types.begin(), types.end(), [&](TypeId t) {
    const CallType& type = c.model.call_types[t];
    return type.kind == CallType::Kind::inbound && type.callback_type != none;
  });
}

// What callers are told must be something that they can do.
void check_callers(Compile& c, const OutageSpec& s, const Outage& outage) {
  if (outage.call_later > 0 && s.delay.state == Field<TimeSpec>::State::absent)
    c.problem(s.call_later.at, "a delay beside, after which they call again", "none");
  if (outage.leave_number <= 0 || !c.report.clean()) return;
  if (outage.types.empty())
    c.problem(s.leave_number.at, "call types that are hit, whose callers leave a number", "groups only");
  else if (!can_leave_number(c, outage.types))
    c.problem(s.leave_number.at, "a callback block in one of the call types hit, which says how to call back",
              "none");
}

}  // namespace

void compile_outages(Compile& c) {
  for (const auto& [name_at, name, spec] : c.spec.outages->entries) {
    if (name.find_first_of(".[]") != std::string::npos)
      c.problem(name_at, "a name without dots and brackets", in_quotes(name));
    Outage outage;
    outage.name = name;
    outage.when = failures(c, *spec);
    outage.types = types_hit(c, *spec);
    for (const auto& group : *spec->groups)
      if (const auto g = group.given() ? c.group(group) : std::nullopt)
        add(outage.groups, *g, group.at, c, group->value);
    for (const auto& site : *spec->sites)
      if (site.given()) add_site(c, site, outage.groups);
    outage.cuts_calls = *spec->calls_in_progress == InProgress::cut;
    outage.leave_number = spec->leave_number->value;
    outage.call_later = spec->call_later->value;
    if (spec->delay.given()) outage.delay = c.distribution(spec->delay);
    check_callers(c, *spec, outage);
    c.model.outages.push_back(std::move(outage));
  }
}

}  // namespace thirdring
