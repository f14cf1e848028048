#include "sim/scenario/compile/compile.hpp"

#include <fmt/format.h>

#include "sim/scenario/compile/cases.hpp"

namespace thirdring {

std::uint32_t Compile::whole(const Field<WholeNumber>& field, std::uint32_t least, std::uint32_t absent) {
  constexpr std::uint32_t most = 1'000'000'000;
  if (field.wrong() || (!field.given() && !field.has_default)) return absent;
  if (field->value < least || field->value > most)
    problem(field.at, fmt::format("a whole number from {} to {}", least, most),
            fmt::format("{}", field->value));
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(field->value, most));
}

namespace {

template <class Id>
std::optional<Id> find(const std::unordered_map<std::string, Id>& ids, const std::string& name) {
  const auto found = ids.find(name);
  return found == ids.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::optional<TypeId> Compile::find_type(const std::string& name) const { return find(type_ids, name); }
std::optional<GroupId> Compile::find_group(const std::string& name) const { return find(group_ids, name); }

std::optional<GroupId> Compile::group(const Field<Name>& name) {
  const auto found = find_group(name->value);
  if (!found && !groups().entries.empty())
    problem(name.at, "the name of an agent group", in_quotes(name->value),
            hint(name->value, groups().names()));
  return found;
}

std::optional<TypeId> Compile::type(const std::string& name, const Where& at) {
  const auto found = find_type(name);
  if (found || types().entries.empty()) return found;
  std::vector<std::string> names;
  for (const CallType& t : model.call_types) names.push_back(t.name);
  problem(at, "the name of a call type", in_quotes(name), hint(name, names));
  return std::nullopt;
}

std::vector<TypeId> Compile::parts(const std::string& name) const {
  std::vector<TypeId> result;
  if (name.empty()) return result;
  for (TypeId t = 0; t < types().entries.size(); ++t)
    if (types().entries[t].value->part.of == name) result.push_back(t);
  if (const auto t = find_type(name)) result.push_back(*t);
  return result;
}

std::optional<TypeId> Compile::part_beside(TypeId t, const std::string& name) const {
  if (t >= types().entries.size() || types().entries[t].value->part.of.empty()) return std::nullopt;
  return find_type(name + '.' + types().entries[t].value->part.province);
}

TypeId Compile::add_type(CallType type) {
  constexpr std::size_t most = 10'000;
  const auto id = static_cast<TypeId>(model.call_types.size());
  if (id == most)
    problem(spec.call_types.at, fmt::format("at most {} call types, derived ones included", most), "more");
  type_ids[type.name] = id;
  model.call_types.push_back(std::move(type));
  return id;
}

namespace {

// More would only be a mistake, and fill the memory before anybody sees it.
bool fits(Compile& c) {
  constexpr std::size_t most_names = 1000;
  constexpr double most_cells = 1e6;
  const std::size_t types = c.types().entries.size(), groups = c.groups().entries.size();
  if (types > most_names)
    c.problem(c.spec.call_types.at, fmt::format("at most {} call types", most_names),
              fmt::format("{}", types));
  if (groups > most_names)
    c.problem(c.spec.agent_groups.at, fmt::format("at most {} agent groups", most_names),
              fmt::format("{}", groups));
  const double cells =
      static_cast<double>(types + groups) * static_cast<double>(c.model.calendar.periods.size());
  if (cells > most_cells)
    c.problem(c.spec.time->period.at,
              fmt::format("at most {:.0f} periods for so many call types and groups",
                          most_cells / static_cast<double>(types + groups)),
              fmt::format("{}", c.model.calendar.periods.size()));
  return types <= most_names && groups <= most_names && cells <= most_cells;
}

// The same for what is known only now: which groups serve which of all types, and how many waits are counted.
void check_results_fit(Compile& c) {
  constexpr double most_numbers = 1e8;  // 0.8 GB for each thread
  double cells = static_cast<double>(c.model.call_types.size());
  for (const AgentGroup& group : c.model.groups) cells += static_cast<double>(group.skills.size());
  const double in_period = cells * static_cast<double>(40 + 4 * c.model.thresholds.size());
  if (in_period * static_cast<double>(c.model.calendar.periods.size()) > most_numbers)
    c.problem(c.spec.time->period.at,
              fmt::format("at most {:.0f} periods for so many call types, skills and agreements",
                          most_numbers / in_period),
              fmt::format("{}", c.model.calendar.periods.size()));
}

}  // namespace

std::optional<Model> compile(const ScenarioSpec& written, Files& files, Report& report) {
  std::optional<ScenarioSpec> shared;
  if (written.sites.given()) shared = shared_among_sites(written, report);
  const ScenarioSpec& spec = shared ? *shared : written;
  Compile c{spec, report, files, {}, make_timeline(spec.time, report), {}, false, {}, {}};
  c.model.name = spec.name->value;
  c.model.why = spec.why->value;
  if (c.line) c.model.calendar = c.line->calendar;
  if (!fits(c)) return std::nullopt;
  for (const auto& group : c.groups().entries)
    c.group_ids.emplace(group.name, static_cast<GroupId>(c.group_ids.size()));
  compile_settings(c);
  compile_call_types(c);
  compile_groups(c);
  compile_proficiencies(c);
  compile_skills(c);
  compile_routes(c);
  derive_callbacks(c);
  derive_follow_ups(c);
  derive_outbound(c);
  derive_transfers(c);
  derive_cases(c);
  compile_conversations(c);
  check_circles(c);
  derive_escalations(c);
  check_proficiencies(c);
  compile_sites(c);
  compile_diallers(c);
  compile_outages(c);
  compile_areas(c);
  compile_references(c);
  check_skills_used(c);
  if (report.clean()) check_results_fit(c);
  if (!report.clean()) return std::nullopt;
  warn(c);
  warn_of_cases(c);
  return std::move(c.model);
}

}  // namespace thirdring
