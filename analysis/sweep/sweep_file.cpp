#include "analysis/sweep/sweep_file.hpp"

#include <fmt/format.h>

#include "analysis/sweep/bad_input.hpp"
#include "sim/scenario/normal_form.hpp"
#include "sim/scenario/reader.hpp"
#include "sim/scenario/text_file.hpp"

namespace thirdring::sweep {

struct SweepFileSpec {
  static constexpr std::string_view word = "sweep",
                                    title = "a sweep: a map such as {variables: {lines: 30..40:2}}";
  Field<NodePtr> variables, plans;
  Field<List<List<Text>>> zip;
  Field<List<Text>> where;
  Field<Text> design;
  Field<WholeNumber> design_seed, replications, seed;
};

template <class V>
void describe(V& v, SweepFileSpec& s) {
  v.optional("variables", s.variables, "what varies: paths and what they take");
  v.optional("plans", s.plans, "values that go together, by the plan's name");
  v.optional("zip", s.zip, "paths that go together, first with first");
  v.optional("where", s.where, "conditions on the points");
  v.optional("design", s.design, "random:N or sobol:N");
  v.optional("design_seed", s.design_seed, "of random:N");
  v.optional("replications", s.replications, "of each point");
  v.optional("seed", s.seed, "of all random numbers");
}

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
          changes.push_back({change.key, write_line(*change.value)});
    }
    if (variable.values.empty()) return {};
    return {variable};
  }

 private:
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

SweepFile read(const Node& root, Report& report) {
  SweepFileSpec spec;
  Reader(report).read(root, {root.mark, ""}, spec);
  FileReader reader(report);
  SweepFile file;
  file.variables = reader.plans(spec.plans);
  for (Variable& variable : reader.variables(spec.variables)) file.variables.push_back(std::move(variable));
  for (const Field<List<Text>>& paths : *spec.zip) file.zipped.push_back(texts(*paths));
  file.conditions = texts(*spec.where);
  file.design = spec.design->value;
  file.design_seed = number(spec.design_seed);
  file.replications = number(spec.replications);
  file.seed = number(spec.seed);
  if (file.replications == 0)
    report.problem(spec.replications.at, "expected a whole number of at least 1, got 0");
  return file;
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
      file = read(*root, report);
    } else if (report.clean()) {
      report.problem({{source, 0, 0}, ""}, "expected a sweep, got nothing but comments");
    }
  } catch (const TooManyProblems&) {
    // They are in the report.
  }
  std::string problems;
  for (const Problem& problem : report.problems()) problems += problem.text() + '\n';
  if (!problems.empty()) throw BadInput(problems + "nothing was run");
  return file;
}

}  // namespace thirdring::sweep
