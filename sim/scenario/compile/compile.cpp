#include "sim/scenario/compile/compile.hpp"

#include <fmt/format.h>

namespace thirdring {

std::uint32_t Compile::whole(const Field<Count>& field, std::uint32_t least, std::uint32_t absent) {
  constexpr std::uint32_t most = 1'000'000'000;
  if (field.wrong() || (!field.given() && !field.has_default)) return absent;
  if (field->value < least || field->value > most)
    problem(field.at, fmt::format("a whole number from {} to {}", least, most), fmt::format("{}", field->value));
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(field->value, most));
}

void Compile::above_zero(bool holds, const Where& at, const std::string& got) {
  if (!holds) problem(at, "a value above 0", got);
}

std::optional<GroupId> Compile::group(const Field<Name>& name) {
  const auto names = groups().names();
  for (GroupId g = 0; g < names.size(); ++g)
    if (names[g] == name->value) return g;
  problem(name.at, "the name of an agent group", in_quotes(name->value), hint(name->value, names));
  return std::nullopt;
}

std::optional<TypeId> Compile::find_type(std::string_view name) const {
  for (TypeId t = 0; t < model.call_types.size(); ++t)
    if (model.call_types[t].name == name) return t;
  return std::nullopt;
}

std::optional<TypeId> Compile::type(const std::string& name, const Where& at) {
  const auto found = find_type(name);
  std::vector<std::string> names;
  for (const CallType& t : model.call_types) names.push_back(t.name);
  if (!found) problem(at, "the name of a call type", in_quotes(name), hint(name, names));
  return found;
}

std::optional<Model> compile(const ScenarioSpec& spec, Files& files, Report& report) {
  Compile c{spec, report, files, {}, make_timeline(spec.time, report), {}};
  c.model.name = spec.name->value;
  c.model.why = spec.why->value;
  if (c.line) c.model.calendar = c.line->calendar;
  compile_settings(c);
  compile_call_types(c);
  compile_groups(c);
  compile_skills(c);
  compile_routes(c);
  derive_callbacks(c);
  derive_transfers(c);
  derive_escalations(c);
  compile_references(c);
  check_skills_used(c);
  if (!report.clean()) return std::nullopt;
  warn(c);
  return std::move(c.model);
}

}  // namespace thirdring
