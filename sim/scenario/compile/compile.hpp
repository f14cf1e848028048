// From the spec to the model: names become numbers, and what must fit together is checked.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "sim/model/model.hpp"
#include "sim/scenario/compile/files.hpp"
#include "sim/scenario/compile/timeline.hpp"
#include "sim/scenario/spec/scenario_spec.hpp"

namespace thirdring {

/// What the steps of compiling share.  Each step goes as far as it can, so that all problems are found at
/// once; the model is good only when the report is clean.
struct Compile {
  const ScenarioSpec& spec;
  Report& report;
  Files& files;
  Model model;
  std::optional<Timeline> line;  ///< nothing when the time block is wrong

  /// A skill for a derived type, by the name that the scenario gives it.
  struct DerivedSkill {
    GroupId group;
    std::string type;
    Where at;
    std::uint32_t priority;
    double talk_factor;
    bool ranked;  ///< a priority is stated
    bool used = false;
  };
  std::vector<DerivedSkill> derived_skills;
  bool unknown_skills = false;  ///< some were reported: who can serve what is not known

  std::unordered_map<std::string, TypeId> type_ids;  ///< of all types made so far, derived ones included
  std::unordered_map<std::string, GroupId> group_ids;

  const Named<CallTypeSpec>& types() const { return *spec.call_types; }
  const Named<GroupSpec>& groups() const { return *spec.agent_groups; }

  void problem(const Where& at, const std::string& expected, const std::string& got,
               const std::string& hint = "") {
    report.problem(at, "expected " + expected + ", got " + got + hint);
  }
  /// A whole number from `least` to a thousand million.
  std::uint32_t whole(const Field<WholeNumber>& field, std::uint32_t least, std::uint32_t absent);
  /// Reports a value that must be above 0 and is not (unless it is wrong anyway).
  template <class T>
  void above_zero(const Field<T>& field, double value) {
    if (value <= 0 && !field.wrong()) problem(field.at, "a value above 0", Leaf<T>::write(*field));
  }

  template <class V, class C>
  Distribution distribution(const Field<DistributionSpec<V, C>>& field);

  /// Nothing, with a report, when there is no such name.
  std::optional<GroupId> group(const Field<Name>& name);
  std::optional<TypeId> type(const std::string& name, const Where& at);
  /// The types that provinces have made of one; if it is not shared, the one.
  std::vector<TypeId> parts(const std::string& name) const;
  /// The part of a shared type that is of the same province as `t`; nothing if it is not shared, or `t` is
  /// not.
  std::optional<TypeId> part_beside(TypeId t, const std::string& name) const;
  std::optional<TypeId> find_type(const std::string& name) const;
  std::optional<GroupId> find_group(const std::string& name) const;
  TypeId add_type(CallType type);
};

/// The same scenario without the meaning of sites: a call type that provinces share becomes one for each
/// province, and routes go to the home site first.
ScenarioSpec shared_among_sites(const ScenarioSpec& spec, Report& report);

std::optional<Model> compile(const ScenarioSpec& spec, Files& files, Report& report);

// The steps, in this order.
void compile_settings(Compile& c);    // run, lines, ringing, measures
void compile_call_types(Compile& c);  // the inbound types
void compile_groups(Compile& c);      // groups with their staffing
void compile_proficiencies(Compile& c);
void compile_skills(Compile& c);
void compile_routes(Compile& c);
void derive_callbacks(Compile& c);  // types that follow from others, with their skills and routes
void derive_follow_ups(Compile& c);
void derive_outbound(Compile& c);
void derive_transfers(Compile& c);
void compile_conversations(Compile& c);
void check_circles(Compile& c);  // calls that are passed on for ever
void derive_escalations(Compile& c);
void check_proficiencies(Compile& c);
void compile_sites(Compile& c);
void compile_diallers(Compile& c);
void compile_outages(Compile& c);
void compile_areas(Compile& c);
void compile_references(Compile& c);  // what may name derived types: reservations, agreements; costs
void check_skills_used(Compile& c);
void warn(Compile& c);          // of a model that is right
void warn_of_plan(Compile& c);  // part of it

/// The moments that are meant, when they are within the opening hours (a time of day: within those of some
/// day); nothing, with a report, when none is.
std::vector<Seconds> open_moments(Compile& c, const Moment& moment, const Where& at);
Arrivals compile_arrivals(Compile& c, const Field<ArrivalsSpec>& spec);
/// The type as which calls of a type go on that are passed on to a call type or a group of this name;
/// nothing, with a report, when there is none.
std::optional<TypeId> passed_on_as(Compile& c, TypeId t, const Field<Name>& to);
/// The skill a group has for a type, or null.
Skill* skill_of(AgentGroup& group, TypeId type);
/// A value for each open period from one for each of a day or of the run; nothing, with a report, when there
/// are too many or few.
template <class T>
const std::vector<T>* per_period(Compile& c, const Field<std::vector<T>>& rows, std::vector<T>& expanded);

}  // namespace thirdring
