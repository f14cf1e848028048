// The reader, the schema, the key table and the reference say the same.
#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "catch.hpp"
#include "sim/scenario/document.hpp"
#include "sim/scenario/keys.hpp"
#include "sim/scenario/units.hpp"
#include "support/committed.hpp"

using namespace thirdring;
using test::committed;
namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

const fs::path root = THIRDRING_SOURCE_DIR;

// As a YAML 1.2 reader would see it.
Json json_of(const Node& node) {
  if (node.kind == Node::Kind::null) return nullptr;
  if (node.kind == Node::Kind::list) {
    Json list = Json::array();
    for (const NodePtr& item : node.items) list.push_back(json_of(*item));
    return list;
  }
  if (node.kind == Node::Kind::map) {
    Json map = Json::object();
    for (const Node::Entry& entry : node.entries) map[entry.key] = json_of(*entry.value);
    return map;
  }
  WholeNumber count;
  if (Leaf<WholeNumber>::read(node.text, count)) return count.value;
  if (const auto number = read_decimal(node.text)) return *number;
  if (node.text == "true" || node.text == "false") return node.text == "true";
  return node.text;
}

Json json_of(const fs::path& scenario) {
  std::ostringstream text;
  text << std::ifstream(scenario).rdbuf();
  Report report;
  const std::uint32_t source = report.add_source("x");
  return json_of(*parse_document(text.str(), source, report));
}

}  // namespace

TEST_CASE("The committed schema and reference are those that the table makes", "[scenario][keys]") {
  CHECK(committed("sim/scenario/scenario.schema.json", scenario_schema()) == scenario_schema());
  CHECK(committed("docs/scenario.md", scenario_reference()) == scenario_reference());
}

TEST_CASE("Every key is there once, with a meaning", "[scenario][keys]") {
  std::set<std::string> paths;
  for (const ScenarioKey& key : scenario_keys()) {
    INFO(key.path);
    CHECK(paths.insert(key.path).second);
    CHECK(!key.meaning.empty());
    CHECK(!key.type.empty());
    CHECK_FALSE((key.required && !key.by_default.empty()));
  }
  CHECK(paths.contains("call_types.*.redial.after_busy"));
  CHECK(paths.contains("agent_groups.*.shifts.*.breaks.*.length"));
  CHECK(paths.contains("distribution.cv"));
  CHECK_FALSE(paths.contains("call_types.*.talk.cv"));
}

TEST_CASE("Editors accept every shipped scenario and see mistakes in others", "[scenario][keys]") {
  if (std::system("/usr/bin/python3 -c 'import jsonschema' 2>/dev/null") != 0) {
    WARN("no python3 with jsonschema here: the schema is not tried");
    return;
  }
  const fs::path work = fs::temp_directory_path() / fmt::format("thirdring_schema_test_{}", ::getpid());
  fs::create_directories(work);
  std::ofstream(work / "schema.json") << scenario_schema();
  std::ofstream(work / "try.py")
      << "import json, sys, jsonschema\n"
         "schema = json.load(open(sys.argv[1]))\n"
         "jsonschema.Draft202012Validator.check_schema(schema)\n"
         "errors = list(jsonschema.Draft202012Validator(schema).iter_errors(json.load(open(sys.argv[2]))))\n"
         "[print(sys.argv[2], list(e.absolute_path), e.message[:300]) for e in errors]\n"
         "sys.exit(1 if errors else 0)\n";
  const auto valid = [&](const fs::path& scenario, const char* output = "") {
    std::ofstream(work / "scenario.json") << json_of(scenario);
    return std::system(("/usr/bin/python3 " + (work / "try.py").string() + ' ' +
                        (work / "schema.json").string() + ' ' + (work / "scenario.json").string() + output)
                           .c_str()) == 0;
  };
  std::size_t tried = 0;
  for (const auto& entry : fs::directory_iterator(root / "scenarios")) {
    if (entry.path().extension() != ".yaml") continue;
    INFO(entry.path().string());
    CHECK(valid(entry.path()));
    ++tried;
  }
  CHECK(valid(root / "tests/scenario/everything.yaml"));
  CHECK(valid(root / "tests/scenario/everything_else.yaml"));
  CHECK(tried >= 6);
  for (const char* bad :
       {"unknown_key", "bare_share", "missing_rate_unit", "misspelt_law", "two_arrivals", "bad_offer"})
    CHECK_FALSE(valid(root / "tests/bad" / (std::string(bad) + ".yaml"), " > /dev/null"));
  fs::remove_all(work);
}
