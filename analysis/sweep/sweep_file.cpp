#include "analysis/sweep/sweep_file.hpp"

#include <fmt/format.h>

#include "analysis/sweep/bad_input.hpp"
#include "sim/scenario/normal_form.hpp"
#include "sim/scenario/reader.hpp"
#include "sim/scenario/spec/sweep_spec.hpp"
#include "sim/scenario/text_file.hpp"

namespace thirdring::sweep {

namespace {

class FileReader {
 public:
  explicit FileReader(Report& report) : report_(report) {}

  std::vector<Variable> variables(const Field<NodePtr>& given) {
    std::vector<Variable> result;
    if (!is_map(given, "a map from paths to what they take")) return result;
    for (const Node::Entry& entry : given.value->entries) {
      const Node& node = *entry.value;
      if (node.kind == Node::Kind::null || node.kind == Node::Kind::map) {
        wrong(entry, given.at, "values such as 20..40:2 or a list of them", node);
        continue;
      }
      std::string values;
      for (const NodePtr& item : node.items) {
        if (!values.empty()) values += ", ";
        values += write_line(*item);
      }
      if (node.kind == Node::Kind::scalar) values = node.text;
      try {
        result.push_back(parse_variable(fmt::format("{}={}", entry.key, values)));
        std::vector<Override::Origin>& origins = result.back().origins;
        for (const NodePtr& item : node.items) origins.push_back(origin(entry, *item));
        if (origins.empty()) origins.push_back(origin(entry, node));
      } catch (const BadInput& error) {
        report_.problem({node.mark, ""}, error.what());
      }
    }
    return result;
  }

  std::vector<Variable> plans(const Field<NodePtr>& given) {
    if (!is_map(given, "a map from names of plans to maps from paths to values")) return {};
    Variable variable;
    variable.path = "plan";
    for (const Node::Entry& plan : given.value->entries) {
      if (plan.value->kind != Node::Kind::map || plan.value->entries.empty()) {
        wrong(plan, given.at, "a map from paths to values", *plan.value);
        continue;
      }
      variable.values.push_back(plan.key);
      std::vector<Override>& changes = variable.plans.emplace_back();
      for (const Node::Entry& change : plan.value->entries)
        if (change.value->kind == Node::Kind::null)
          wrong(change, given.at.item(plan.key), "a value", *change.value);
        else
          changes.push_back({change.key, write_line(*change.value), origin(change, *change.value)});
    }
    if (variable.values.empty()) return {};
    return {variable};
  }

 private:
  Override::Origin origin(const Node::Entry& entry, const Node& value) const {
    return {report_.source(entry.mark.source), entry.mark, value.mark};
  }
  bool is_map(const Field<NodePtr>& given, const std::string& expected) {
    if (!given.given()) return false;
    if (given.value->kind == Node::Kind::map && !given.value->entries.empty()) return true;
    report_.problem(given.at, fmt::format("expected {}, got {}", expected, in_words(*given.value)));
    return false;
  }
  void wrong(const Node::Entry& entry, const Where& in, const std::string& expected, const Node& got) {
    report_.problem({entry.mark, in.item(entry.key).path},
                    fmt::format("expected {}, got {}", expected, in_words(got)));
  }

  Report& report_;
};

std::vector<std::string> texts(const List<Text>& list) {
  std::vector<std::string> result;
  for (const Field<Text>& text : list) result.push_back(text->value);
  return result;
}

std::optional<std::uint64_t> number(const Field<WholeNumber>& field) {
  return field.given() ? std::optional(field->value) : std::nullopt;
}

std::string said(const Where& at, const Report& report) {
  return Problem{report.source(at.mark.source), at.mark.line, at.mark.column, at.path, ""}.place();
}

SweepFile read(const Node& root, const std::string& path, Report& report) {
  SweepBlock spec;
  Reader(report).read(root, {root.mark, path}, spec);
  FileReader reader(report);
  SweepFile file;
  file.variables = reader.plans(spec.plans);
  for (Variable& variable : reader.variables(spec.variables)) file.variables.push_back(std::move(variable));
  for (const Field<List<Text>>& paths : *spec.zip) {
    file.zipped.push_back(texts(*paths));
    file.zipped_said.push_back(said(paths.at, report));
  }
  for (const Field<Text>& text : *spec.where) file.conditions.push_back({text->value, said(text.at, report)});
  file.design = spec.design->value;
  file.design_said = said(spec.design.at, report);
  file.design_seed = number(spec.design_seed);
  file.replications = number(spec.replications);
  file.seed = number(spec.seed);
  if (file.replications == 0)
    report.problem(spec.replications.at, "expected a whole number of at least 1, got 0");
  return file;
}

void refuse(const std::vector<Problem>& problems) {
  std::string text;
  for (const Problem& problem : problems) text += problem.text() + '\n';
  if (!text.empty()) throw BadInput(text + "nothing was run");
}

}  // namespace

SweepFile read_sweep_file(const std::filesystem::path& path) {
  Report report;
  const std::uint32_t source = report.add_source(path.string());
  const TextFile text = read_text_file(path);
  SweepFile file;
  try {
    if (!text.refusal.empty()) {
      report.problem({{source, 0, 0}, ""}, text.refusal);
    } else if (const NodePtr root = parse_document(text.text, source, report)) {
      file = read(*root, "", report);
    } else if (report.clean()) {
      report.problem({{source, 0, 0}, ""}, "expected a sweep, got nothing but comments");
    }
  } catch (const TooManyProblems&) {
    // They are in the report.
  }
  refuse(report.problems());
  return file;
}

SweepFile read_sweep_section(const SweepSection& section, std::vector<Problem>& problems) {
  if (section.tree == nullptr) return {};
  Report report;
  for (const std::string& source : section.sources) report.add_source(source);
  SweepFile file;
  try {
    file = read(*section.tree, "sweep", report);
  } catch (const TooManyProblems&) {
    // They are in the report.
  }
  for (Problem& problem : report.problems()) problems.push_back(std::move(problem));
  return file;
}

SweepFile sweep_section_of(const std::string& scenario, const std::vector<Override>& sets) {
  std::vector<Problem> problems;
  const Loaded loaded = load_scenario(scenario, sets);
  if (!loaded.problems.empty()) return {};
  SweepFile file = read_sweep_section(loaded.sweep, problems);
  refuse(problems);
  return file;
}

}  // namespace thirdring::sweep
