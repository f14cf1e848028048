// Kinds of cases, and the types as which they wait for those who work them.
#include "sim/scenario/compile/cases.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/compile/derive.hpp"

namespace thirdring {
namespace {

Deadline deadline(Compile& c, const Field<Due>& due) {
  if (!due.given()) return {};
  if (due->working_days == 0) c.above_zero(due, due->within);
  return {due->within, due->working_days};
}

bool is_case(const Compile& c, const std::string& skill) {
  const std::string name = skill.substr(0, skill.find('.'));
  return c.spec.cases->find(name) != nullptr;
}

// Behind all calls that the group takes, also those whose types are made later.
std::uint32_t behind_calls(const Compile& c, GroupId g) {
  std::uint32_t last = 0;
  for (const Skill& skill : c.model.groups[g].skills)
    if (c.model.call_types[skill.type].kind != CallType::Kind::work_order)
      last = std::max(last, skill.priority);
  for (const auto& named : c.derived_skills)
    if (named.group == g && !is_case(c, named.type)) last = std::max(last, named.priority);
  return last + 1;
}

class CaseMaker {
 public:
  CaseMaker(Compile& c, const Named<CaseSpec>::Entry& entry) : c_(c), entry_(entry), spec_(*entry.value) {}

  CaseKind make() {
    CaseKind kind;
    kind.name = entry_.name;
    kind.promised = {deadline(c_, spec_.contact_within), deadline(c_, spec_.on_site_within),
                     deadline(c_, spec_.answer_within), deadline(c_, spec_.close_within)};
    if (spec_.travel.given()) kind.travel = c_.distribution(spec_.travel);
    if (spec_.on_site_within.given() && !spec_.travel.given() && !spec_.travel.wrong())
      c_.problem(spec_.on_site_within.at, "a travel time beside it: who works it has to get there", "none");
    if (spec_.contacted_by.given() && !spec_.contact.given() && !spec_.contact.wrong())
      c_.problem(spec_.contacted_by.at, "the work of the first contact beside it (contact)", "none");
    if (spec_.escalate.given()) escalation(kind);
    kind.type =
        add(entry_.name, c_.distribution(spec_.work), c_.distribution(spec_.wrap_up), spec_.worked_by);
    if (spec_.contact.given())
      kind.contact_type = add(entry_.name + ".contact", c_.distribution(spec_.contact), Distribution(),
                              spec_.contacted_by.given() ? spec_.contacted_by : spec_.worked_by);
    return kind;
  }

 private:
  void escalation(CaseKind& kind) {
    const CaseEscalationSpec& s = *spec_.escalate;
    if (std::none_of(kind.promised.begin(), kind.promised.end(), [](const Deadline& d) { return d.given(); }))
      c_.problem(spec_.escalate.at, "a deadline, such as answer_within, to which it refers", "none");
    const Seconds shift = s.before.given() ? -s.before->seconds : s.after->seconds;
    kind.escalation = CaseEscalation{shift, c_.whole(s.priority, 1, s.to.given() || s.to.wrong() ? none : 1)};
  }

  TypeId add(const std::string& name, Distribution work, Distribution wrap_up, const Field<WorkersSpec>& by) {
    CallType type;
    type.name = name;
    type.kind = CallType::Kind::work_order;
    type.case_kind = static_cast<CaseKindId>(c_.model.cases.size());
    type.talk = std::move(work);
    type.wrap_up = std::move(wrap_up);
    const TypeId id = c_.add_type(std::move(type));
    give_named_skill(c_, name, id);
    // Who works a case makes its contact too, unless told otherwise.
    if (name != entry_.name && !by.given()) give_named_skill(c_, entry_.name, id);
    route(id, by);
    return id;
  }

  void route(TypeId id, const Field<WorkersSpec>& by) {
    std::vector<RouteStep> steps;
    if (by.given()) {
      if (by->one.given()) join(steps, by->one, {0}, by->one.at);
      Seconds last = 0;
      for (const auto& step : *by->several) {
        if (!step.given()) continue;
        const Field<Name>& name = step->name.given() ? step->name : step->group;
        if (step->after->seconds < last)
          c_.problem(step->after.at, "groups in the order in which they join",
                     "one that joins before another");
        last = std::max(last, step->after->seconds);
        join(steps, name, {last}, name.at);
      }
      if (!by->one.given() && by->several->empty()) c_.problem(by.at, "at least one group", "none");
    } else {
      for (GroupId g = 0; g < c_.model.groups.size(); ++g)
        if (skill_of(c_.model.groups[g], id) != nullptr) steps.push_back({g, 0});
      if (steps.empty() && !entry_.value.wrong() && !c_.unknown_skills && !c_.groups().entries.empty())
        c_.problem(entry_.name_at, "worked_by, or an agent group that lists this skill",
                   "neither: nobody works these cases");
    }
    if (spec_.escalate.given()) escalate(steps, id);
    for (const RouteStep& step : steps) give_skill(step.group, id);
    c_.model.call_types[id].route = std::move(steps);
  }

  void join(std::vector<RouteStep>& steps, const Field<Name>& name, Duration after, const Where& at) {
    const auto g = c_.group(name);
    if (!g) return;
    if (std::any_of(steps.begin(), steps.end(), [&](const RouteStep& r) { return r.group == *g; }))
      return c_.problem(at, "each group once", in_quotes(name->value) + " again");
    steps.push_back({*g, after.seconds});
  }

  // A stage of its own, which begins when the case is near its deadline.
  void escalate(std::vector<RouteStep>& steps, TypeId) {
    const Field<Name>& to = spec_.escalate->to;
    const auto g = to.given()       ? c_.group(to)
                   : !steps.empty() ? std::optional(steps.front().group)
                                    : std::nullopt;
    if (g) steps.push_back({*g, never});
  }

  void give_skill(GroupId g, TypeId id) {
    AgentGroup& group = c_.model.groups[g];
    if (skill_of(group, id) != nullptr) return;
    const std::uint32_t priority =
        spec_.priority.given() ? c_.whole(spec_.priority, 1, 1) : behind_calls(c_, g);
    group.skills.push_back({id, priority, 1});
  }

  Compile& c_;
  const Named<CaseSpec>::Entry& entry_;
  const CaseSpec& spec_;
};

void check_name(Compile& c, const std::string& name, const Where& at) {
  if (name.find_first_of(".[]") != std::string::npos || name == "escalation")
    c.problem(at, "a name without dots and brackets, other than escalation", in_quotes(name));
  if (c.types().find(name) != nullptr) c.problem(at, "a name that no call type has", in_quotes(name));
}

void openings(Compile& c, TypeId t) {
  const auto& opens = c.types().entries[t].value->opens;
  std::vector<CaseChance> ways;
  double sum = 0;
  for (const auto& [name_at, name, chance] : opens->entries) {
    sum += chance->value;
    if (const auto kind = find_case(c, name, name_at)) ways.push_back({*kind, chance->value});
  }
  if (sum > 1 + 1e-9)
    c.problem(opens.at, "chances of at most 100 % together", fmt::format("{:.6g} %", sum * 100));
  for (CallType& type : c.model.call_types)
    if (&type == &c.model.call_types[t] || (type.origin == t && type.kind != CallType::Kind::inbound))
      type.opens = ways;
}

}  // namespace

std::optional<CaseKindId> find_case(Compile& c, const std::string& name, const Where& at) {
  const auto& all = c.spec.cases->entries;
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const auto& entry) { return entry.name == name; });
  if (found != all.end()) return static_cast<CaseKindId>(found - all.begin());
  if (all.empty())
    c.problem(at, "a section cases that says what is to be done", in_quotes(name) + " without it");
  else
    c.problem(at, "the name of a case", in_quotes(name), hint(name, c.spec.cases->names()));
  return std::nullopt;
}

void derive_cases(Compile& c) {
  constexpr std::size_t most = 1000;
  if (c.spec.cases->entries.size() > most)
    return c.problem(c.spec.cases.at, fmt::format("at most {} cases", most),
                     fmt::format("{}", c.spec.cases->entries.size()));
  for (const auto& entry : c.spec.cases->entries) {
    check_name(c, entry.name, entry.name_at);
    c.model.cases.push_back(CaseMaker(c, entry).make());
  }
  for (TypeId t = 0; t < c.types().entries.size(); ++t) openings(c, t);
  // A misspelt name may be the reason why nothing is left for a group.
  const bool sure = c.report.clean() || (c.spec.cases->entries.empty() && !c.spec.cases.wrong());
  for (GroupId g = 0; sure && g < c.groups().entries.size(); ++g) {
    const auto& group = c.groups().entries[g];
    if (group.value->skills.state == Field<SkillsSpec>::State::absent && c.model.groups[g].skills.empty())
      c.problem(group.value->skills.at, expected<SkillsSpec>() + ", or a case that the group works",
                "neither");
  }
  compile_working_days(c);
}

}  // namespace thirdring
