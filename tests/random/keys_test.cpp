// The random scenarios leave no key of the language out.
#include <set>

#include "catch.hpp"
#include "random/random_scenario.hpp"
#include "sim/scenario/document.hpp"
#include "sim/scenario/language.hpp"

using namespace thirdring;
using namespace thirdring::test;

namespace {

/// Notes the keys below a node by their names in the reference: those of distributions and steps once.
class Keys {
 public:
  explicit Keys(std::set<std::string>& seen) : seen_(seen) {
    for (const ScenarioKey& key : scenario_keys()) reference_.insert(key.path);
  }

  void below(const Node& node, const std::string& block) {
    for (const NodePtr& item : node.items) below(*item, is_steps(block) ? "step" : block + ".*");
    for (const Node::Entry& entry : node.entries) {
      const std::string path = path_of(block, entry.key);
      seen_.insert(path);
      below(*entry.value, path);
    }
  }

 private:
  static bool is_steps(const std::string& block) {
    return block.ends_with(".steps") || block.ends_with(".otherwise");
  }
  std::string path_of(const std::string& block, const std::string& key) const {
    const std::string in_law = "distribution." + key;
    for (const std::string& path : {block.empty() ? key : block + '.' + key, block + ".*"})
      if (reference_.contains(path)) return path;
    if (reference_.contains(in_law)) return in_law;
    return language().path_of(block, key);
  }

  std::set<std::string>& seen_;
  std::set<std::string> reference_;
};

}  // namespace

TEST_CASE("Every key of the language is in some random scenario", "[random][keys]") {
  std::set<std::string> seen;
  Keys keys(seen);
  for (std::uint64_t seed = 0; seed < 1500; ++seed) {
    const RandomScenario scenario = random_scenario(seed);
    std::map<std::string, std::string> texts = scenario.files;
    texts["scenario.yaml"] = scenario.yaml;
    for (const auto& [name, text] : texts) {
      if (!name.ends_with(".yaml") || text.starts_with('{')) continue;
      Report report;
      const NodePtr tree = parse_document(text, report.add_source(name), report);
      REQUIRE(tree);
      keys.below(*tree, "");
    }
  }
  for (const ScenarioKey& key : scenario_keys()) {
    INFO(key.path);
    CHECK(seen.contains(key.path));
  }
}
