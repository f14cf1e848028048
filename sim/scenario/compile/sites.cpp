// Places under one number, in terms of call types, groups and routes.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "sim/scenario/compile/compile.hpp"

namespace thirdring {
namespace {

using Types = Named<CallTypeSpec>;

class Sharing {
 public:
  Sharing(const ScenarioSpec& spec, Report& report) : spec_(spec), report_(report) {
    for (const auto& site : spec.sites->entries) {
      for (const auto& group : *site.value->groups) site_of_group_.emplace(group->value, site.name);
      for (const auto& province : site.value->provinces->entries)
        if (province.value->value > 0)
          provinces_.push_back({province.name, site.name, province.value->value});
    }
    for (const Province& province : provinces_) weights_ += province.weight;
  }

  ScenarioSpec share() {
    ScenarioSpec result = spec_;
    types_ = types();
    result.call_types.value = types_;
    for (auto& group : result.agent_groups.value.entries) skills(group.name, group.value.value);
    result.routing.value.routes = routes();
    return result;
  }

 private:
  struct Province {
    std::string name, site;
    double weight;
  };

  void problem(const Where& at, const std::string& message) { report_.problem(at, message); }

  // Whether provinces share its calls.  Of times that are given nobody knows from where they are.
  bool is_shared(const CallTypeSpec& type) {
    if (provinces_.empty() || type.home.given() || !type.arrivals.given() || type.arrivals->nobody.given())
      return false;
    const auto& exact = type.arrivals->times.given() ? type.arrivals->times.at : type.arrivals->times_file.at;
    if (!type.arrivals->times.given() && !type.arrivals->times_file.given()) return true;
    problem(
        exact,
        "expected arrivals by rate, volumes, linear or file, which provinces can share, or a home beside, "
        "got the very times of calls");
    return false;
  }

  Types types() {
    Types result;
    for (const auto& entry : spec_.call_types->entries) {
      if (!is_shared(*entry.value)) {
        if (entry.value->home.given()) home_[entry.name] = entry.value->home->value;
        result.entries.push_back(entry);
        continue;
      }
      for (const Province& province : provinces_) {
        auto part = entry;
        part.name = entry.name + '.' + province.name;
        part.value.value.part = {entry.name, province.name, province.weight / weights_};
        home_[part.name] = province.site;
        parts_[entry.name].push_back(part.name);
        result.entries.push_back(std::move(part));
      }
    }
    return result;
  }

  // "enquiry.callback" of a shared type: "enquiry.liaoning.callback" and so on.
  std::vector<std::string> names_of(const std::string& name) const {
    const std::size_t dot = name.find('.');
    const auto shared = parts_.find(name.substr(0, dot));
    if (shared == parts_.end()) return {name};
    std::vector<std::string> result;
    for (const std::string& part : shared->second)
      result.push_back(dot == std::string::npos ? part : part + name.substr(dot));
    return result;
  }

  void skills(const std::string& group, GroupSpec& spec) const {
    List<Name> listed;
    for (const auto& skill : *spec.skills->listed)
      for (const std::string& name : names_of(skill->value)) {
        listed.push_back(skill);
        listed.back().value.value = name;
      }
    spec.skills.value.listed.value = std::move(listed);
    rename(spec.skills.value.described, [&](const std::string& name) { return names_of(name); });
    // Kept are agents for the calls that come to this site first.
    rename(spec.reserve.value, [&](const std::string& name) {
      std::vector<std::string> own;
      const auto site = site_of_group_.find(group);
      for (const std::string& part : names_of(name))
        if (part == name || site == site_of_group_.end() ||
            home_.at(part.substr(0, name_end(part))) == site->second)
          own.push_back(part);
      return own;
    });
  }

  // "enquiry.liaoning" of "enquiry.liaoning.callback".
  static std::size_t name_end(const std::string& part) { return part.find('.', part.find('.') + 1); }

  template <class T, class Names>
  static void rename(Named<T>& named, const Names& names) {
    Named<T> result;
    for (const auto& entry : named.entries)
      for (const std::string& name : names(entry.name)) {
        result.entries.push_back(entry);
        result.entries.back().name = name;
      }
    named = std::move(result);
  }

  // The groups of its route, or those with the skill, in order.
  List<StepSpec> usual_route(const Types::Entry& type) const {
    const std::string& name = type.value->part.of.empty() ? type.name : type.value->part.of;
    if (const auto* route = spec_.routing->routes.find(name)) return *route->value;
    List<StepSpec> steps;
    for (const auto& group : spec_.agent_groups->entries) {
      const SkillsSpec& skills = *group.value->skills;
      const bool has = skills.described.find(name) != nullptr ||
                       std::any_of(skills.listed->begin(), skills.listed->end(),
                                   [&](const Field<Name>& skill) { return skill->value == name; });
      if (!has) continue;
      Field<StepSpec> step;
      step.at = type.name_at;
      step.state = Field<StepSpec>::State::given;
      step.value.name.at = type.name_at;
      step.value.name.value.value = group.name;
      step.value.name.state = Field<Name>::State::given;
      steps.push_back(std::move(step));
    }
    return steps;
  }

  List<StepSpec> route(const Types::Entry& type, const std::string& home) const {
    List<StepSpec> steps = usual_route(type);
    const auto is_elsewhere = [&](const Field<StepSpec>& step) {
      const std::string& group = step->name.given() ? step->name->value : step->group->value;
      const auto site = site_of_group_.find(group);
      return site != site_of_group_.end() && site->second != home;
    };
    const auto* site = spec_.sites->find(home);
    if (site != nullptr && !std::all_of(steps.begin(), steps.end(), is_elsewhere))
      for (auto& step : steps)
        if (is_elsewhere(step)) step.value.after.value.seconds += site->value->overflow_after->seconds;
    std::stable_sort(steps.begin(), steps.end(), [&](const auto& a, const auto& b) {
      return a->after->seconds != b->after->seconds ? a->after->seconds < b->after->seconds
                                                    : !is_elsewhere(a) && is_elsewhere(b);
    });
    return steps;
  }

  Named<List<StepSpec>> routes() const {
    Named<List<StepSpec>> result;
    for (const auto& entry : spec_.routing->routes.entries)
      if (parts_.find(entry.name) == parts_.end() && home_.find(entry.name) == home_.end())
        result.entries.push_back(entry);
    for (const auto& type : types_.entries) {
      const auto home = home_.find(type.name);
      if (home == home_.end()) continue;
      auto steps = route(type, home->second);
      if (steps.empty()) continue;
      Field<List<StepSpec>> field;
      field.at = type.name_at;
      field.state = Field<List<StepSpec>>::State::given;
      field.value = std::move(steps);
      result.entries.push_back({type.name_at, type.name, std::move(field)});
    }
    return result;
  }

  const ScenarioSpec& spec_;
  Report& report_;
  std::map<std::string, std::string> site_of_group_, home_;
  std::map<std::string, std::vector<std::string>> parts_;
  std::vector<Province> provinces_;
  Types types_;
  double weights_ = 0;
};

}  // namespace

ScenarioSpec shared_among_sites(const ScenarioSpec& spec, Report& report) {
  return Sharing(spec, report).share();
}

void compile_sites(Compile& c) {
  std::map<std::string, std::string> site_of, province_of;
  for (const auto& [name_at, name, spec] : c.spec.sites->entries) {
    if (name.find_first_of(".[]") != std::string::npos)
      c.problem(name_at, "a name without dots and brackets", in_quotes(name));
    Site site;
    site.name = name;
    if (spec->groups.given() && spec->groups->empty())
      c.problem(spec->groups.at, "at least one group", "none");
    for (const auto& group : *spec->groups) {
      if (!group.given()) continue;
      const auto g = c.group(group);
      if (const auto [other, is_new] = site_of.emplace(group->value, name); g && !is_new)
        c.problem(group.at, "each group at one site",
                  fmt::format("'{}', which is at '{}'", group->value, other->second));
      if (g) site.groups.push_back(*g);
    }
    for (const auto& [province_at, province, weight] : spec->provinces->entries) {
      if (province.find_first_of(".[]") != std::string::npos || province == "callback" ||
          province == "transfer")
        c.problem(province_at, "a name without dots and brackets, other than callback and transfer",
                  in_quotes(province));
      if (const auto [other, is_new] = province_of.emplace(province, name); !is_new)
        c.problem(province_at, "each province at one site",
                  fmt::format("'{}', which is at '{}'", province, other->second));
      c.above_zero(weight, weight->value);
    }
    c.model.sites.push_back(std::move(site));
  }
}

}  // namespace thirdring
