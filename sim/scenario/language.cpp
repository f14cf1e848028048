#include "sim/scenario/language.hpp"

#include "sim/scenario/spec/scenario_spec.hpp"
#include "sim/scenario/visit.hpp"

namespace thirdring {
namespace {

std::string below(const std::string& block, const std::string& key) {
  return block.empty() ? key : block + '.' + key;
}

template <class T>
concept AnyDistribution = requires(T t) {
  t.mixture;
};

// Lists everything below a path.
class Lister {
 public:
  Lister(Language& into, std::string path, bool in_reference)
      : into_(into), path_(std::move(path)), in_reference_(in_reference) {}

  template <class T>
  void required(const char* key, const Field<T>& field, const char* meaning) {
    add(key, field, meaning, true);
  }
  template <class T>
  void optional(const char* key, const Field<T>& field, const char* meaning) {
    add(key, field, meaning, false);
  }
  template <class T>
  void instead(const Field<T>&, const char*) {}
  template <class T>
  void rest(const Named<T>&, const char* meaning) {
    add("*", Field<T>(), meaning, false);
  }
  void alternatives(std::initializer_list<const char*> keys, bool) {
    into_.alternatives.push_back({path_, {keys.begin(), keys.end()}});
  }

 private:
  template <class T>
  void add(const std::string& key, const Field<T>& field, const char* meaning, bool required) {
    const std::string path = below(path_, key);
    into_.paths.insert(path);
    if (in_reference_) into_.keys.push_back({path, kind<T>(), written_default(field), required, meaning});
    descend(path, static_cast<const T*>(nullptr));
  }

  template <Scalar T>
  void descend(const std::string&, const T*) {}
  void descend(const std::string&, const NodePtr*) {}
  template <Block T>
  void descend(const std::string& path, const T*) {
    Lister inner(into_, path, in_reference_ && !AnyDistribution<T>);
    T block;
    describe(inner, block);
  }
  template <class T>
  void descend(const std::string& path, const std::vector<T>*) {
    into_.paths.insert(path + ".*");
    descend(path + ".*", static_cast<const T*>(nullptr));
  }
  template <class T>
  void descend(const std::string& path, const Named<T>*) {
    into_.paths.insert(path + ".*");
    descend(path + ".*", static_cast<const T*>(nullptr));
  }
  template <class T>
  void descend(const std::string& path, const Field<T>*) {
    descend(path, static_cast<const T*>(nullptr));
  }
  // Steps may hold steps: theirs are listed once.
  void descend(const std::string&, const ScriptStep*) {}
  // A distribution within a distribution could go on for ever; lists are replaced whole, so nobody asks.
  template <class V, class C>
  void descend(const std::string&, const PartSpec<V, C>*) {}

  Language& into_;
  std::string path_;
  bool in_reference_;
};

Language list() {
  Language result;
  ScenarioSpec scenario;
  Lister all(result, "", true);
  describe(all, scenario);
  TimeSpec distribution;
  Lister once(result, "distribution", true);
  describe(once, distribution);
  ScriptStep step;
  Lister steps(result, "step", true);
  describe(steps, step);
  return result;
}

}  // namespace

const Language& language() {
  static const Language result = list();
  return result;
}

const std::vector<ScenarioKey>& scenario_keys() { return language().keys; }

std::string Language::path_of(const std::string& block, const std::string& key) const {
  for (const std::string& path : {below(block, key), below(block, "*")})
    if (paths.contains(path)) return path;
  return {};
}

std::vector<std::string> Language::keys_of(const std::string& block) const {
  std::vector<std::string> result;
  const std::string prefix = block.empty() ? "" : block + '.';
  for (auto path = paths.lower_bound(prefix); path != paths.end() && path->starts_with(prefix); ++path) {
    const std::string key = path->substr(prefix.size());
    if (key != "*" && key.find('.') == std::string::npos) result.push_back(key);
  }
  return result;
}

}  // namespace thirdring
