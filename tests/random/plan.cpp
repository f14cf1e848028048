#include "random/plan.hpp"

#include <algorithm>
#include <cmath>

namespace thirdring::test {

Plan::Plan(Dice& the_dice) : dice(the_dice) {
  plan_time();
  plan_people();
  plan_extras();
}

void Plan::plan_time() {
  first_day = 2 + dice.whole(0, 6);
  period_minutes = dice.pick(std::vector<int>{10, 15, 20, 30, 60, 45});
  const int kind = dice.whole(0, 9);
  said = kind < 5 ? Said::length : kind < 7 ? Said::hours : kind < 9 ? Said::by_weekday : Said::days;
  days = dice.chance(0.5) ? 1 : dice.whole(2, 3);
  opens = said == Said::days ? 0 : dice.whole(0, 40) / 2.0;
  hours = said == Said::days ? 24 : dice.whole(1, 8) / 2.0;
  open_days = days;
  periods = static_cast<int>(std::ceil(hours * 60 / period_minutes - 1e-9));
}

std::string Plan::clock(double hour) const {
  const int minutes = static_cast<int>(std::lround(hour * 60)) % (24 * 60);
  return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::string Plan::moment(double least, double most) {
  const double at = opens + hours * dice.real(least, most * 0.95);
  if (dice.chance(0.4) && at < 24) return fmt::format("2026-03-{:02} {}", first_day, clock(at));
  return clock(at);
}

bool Plan::may_meet_new_agents(const PlannedType& type) const {
  return std::any_of(groups.begin(), groups.end(), [&](const PlannedGroup& group) {
    return group.new_agents &&
           std::find(type.groups.begin(), type.groups.end(), group.name) != type.groups.end();
  });
}

std::vector<const PlannedType*> Plan::serving(const std::string& conversation) const {
  std::vector<const PlannedType*> result;
  for (const PlannedType& type : types)
    if (type.conversation == conversation) result.push_back(&type);
  return result;
}

void Plan::plan_people() {
  for (const char* name : {"enquiry", "complaint", "fault", "chat"}) {
    if (!types.empty() && dice.chance(0.4)) continue;
    PlannedType type;
    type.name = name;
    type.callback = dice.chance(0.4);
    type.redial = dice.chance(0.4);
    type.preemptible = dice.chance(0.12);
    type.hold = !type.preemptible && dice.chance(0.3);
    type.escalation = dice.chance(0.3);
    if (!type.preemptible && dice.chance(0.5)) type.conversation = dice.word({"courier", "power"});
    for (const char* follow_up : {"survey", "correction"})
      if (dice.chance(0.2)) type.follow_ups.push_back(follow_up);
    type.dialled = !types.empty() && dice.chance(0.15);
    types.push_back(type);
  }
  for (const char* name : {"desk", "second", "back_office", "crews"})
    if (groups.empty() || dice.chance(0.5)) groups.push_back({name, "", {}});
  std::vector<std::string> names, leads;
  for (const PlannedGroup& group : groups) names.push_back(group.name);
  for (PlannedType& type : types) {
    type.groups = dice.some(names);
    for (PlannedGroup& group : groups)
      if (std::find(type.groups.begin(), type.groups.end(), group.name) != type.groups.end())
        group.skills.push_back(type.name);
  }
  for (PlannedGroup& group : groups) {
    group.new_agents = dice.chance(0.3);
    if (!group.skills.empty()) continue;
    group.skills.push_back(types[0].name);
    types[0].groups.push_back(group.name);
  }
  const int number_of_leads = dice.whole(1, 2);
  for (PlannedType& type : types) {
    if (!type.escalation) continue;
    type.lead = number_of_leads > 1 && dice.chance(0.5) ? "seniors" : "leads";
    if (std::find(leads.begin(), leads.end(), type.lead) == leads.end()) leads.push_back(type.lead);
  }
  for (const std::string& lead : leads) groups.push_back({lead, "", {"escalation"}, true});
}

void Plan::plan_extras() {
  has_lines = dice.chance(0.3);
  if (dice.chance(0.5))
    for (const char* name : {"repair", "claim"})
      if (dice.chance(0.7)) {
        PlannedCase one;
        one.name = name;
        one.travel = dice.chance(0.5);
        one.listed = dice.chance(0.3);
        std::vector<std::string> names;
        for (const PlannedGroup& group : groups)
          if (!group.leads) names.push_back(group.name);
        one.groups = dice.some(names);
        if (one.listed)
          for (PlannedGroup& group : groups)
            if (group.name == one.groups[0]) group.skills.push_back(name);
        cases.push_back(one);
      }
  if (dice.chance(0.3)) {
    sites = {"north", "south"};
    for (PlannedGroup& group : groups)
      if (dice.chance(0.8)) group.site = dice.pick(sites);
    std::erase_if(sites, [&](const std::string& site) {
      return std::none_of(groups.begin(), groups.end(),
                          [&](const auto& group) { return group.site == site; });
    });
    if (!sites.empty() && dice.chance(0.6)) provinces = {"jilin", "guangdong"};
    for (PlannedType& type : types) {
      if (!sites.empty() && dice.chance(0.3)) type.home = dice.pick(sites);
      type.shared = !provinces.empty() && type.home.empty();
    }
  }
  if (dice.chance(0.3)) {
    outbound = {"renewals"};
    groups[0].skills.push_back("outbound.renewals");
  }
  for (const PlannedType& type : types) {
    if (type.callback && dice.chance(0.2)) groups[0].skills.push_back(type.name + ".callback");
    for (const std::string& follow_up : type.follow_ups)
      if (dice.chance(0.4)) groups[0].skills.push_back(type.name + '.' + follow_up);
  }
}

std::string time_block(Plan& plan) {
  Dice& dice = plan.dice;
  Block time;
  const std::string date = fmt::format("2026-03-{:02}", plan.first_day);
  const double closes = plan.opens + plan.hours;
  const std::string hours = plan.clock(plan.opens) + '-' + (closes == 24 ? "24:00" : plan.clock(closes));
  const bool by_hours = plan.said == Plan::Said::hours || plan.said == Plan::Said::by_weekday;
  time.add("start", by_hours ? date : date + ' ' + plan.clock(plan.opens));
  if (plan.said == Plan::Said::length) time.add("length", fmt::format("{} min", plan.hours * 60));
  if (plan.days > 1 || plan.said == Plan::Said::days) time.add("days", std::to_string(plan.days));
  if (plan.said == Plan::Said::hours) time.add("hours", hours);
  if (plan.said == Plan::Said::by_weekday)
    time.add("hours", Block().add("mon-fri", hours).add("sat", hours).add("sun", hours).text());
  if (plan.period_minutes != 30 || dice.chance(0.3))
    time.add("period", fmt::format("{} min", plan.period_minutes));
  if (dice.chance(0.6)) time.add("after_close", dice.word({"finish_calls", "drop"}));
  return time.text();
}

}  // namespace thirdring::test
