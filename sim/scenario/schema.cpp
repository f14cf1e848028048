// The JSON Schema of the language.
#include <nlohmann/json.hpp>

#include "sim/scenario/keys.hpp"
#include "sim/scenario/spec/scenario_spec.hpp"
#include "sim/scenario/visit.hpp"

namespace thirdring {
namespace {

using Json = nlohmann::ordered_json;

template <class T>
Json schema_of(bool in_list);

template <Scalar T>
Json scalar_schema() {
  if constexpr (Enumeration<T>)
    return {{"enum", words<T>()}};
  else if constexpr (std::is_same_v<T, WholeNumber>)
    return {{"type", "integer"}, {"minimum", 0}};
  else if constexpr (std::is_same_v<T, Number>)
    return {{"type", "number"}, {"minimum", 0}};
  else if constexpr (std::is_same_v<T, YesNo>)
    return {{"enum", Json::array({"yes", "no", true, false})}};
  else if constexpr (std::is_same_v<T, Quantity>)
    return {{"type", {"string", "number"}}, {"pattern", Leaf<T>::pattern}, {"minimum", 0}};
  // Without quotation marks YAML takes some names for numbers.
  else if constexpr (std::is_same_v<T, Text> || std::is_same_v<T, Name> || std::is_same_v<T, FileName>)
    return {{"type", {"string", "number"}}};
  else
    return {{"type", "string"}, {"pattern", Leaf<T>::pattern}};
}

// Required keys are demanded only in elements of lists: everywhere else another scenario that this one is
// based on may say them.  The loader knows better; an editor must not see mistakes where there are none.
class Blocks {
 public:
  explicit Blocks(bool in_list) : in_list_(in_list) {}

  template <class T>
  void required(const char* key, const Field<T>& field, const char* meaning) {
    property(key, field, meaning);
    if (in_list_) required_.push_back(key);
  }
  template <class T>
  void optional(const char* key, const Field<T>& field, const char* meaning) {
    property(key, field, meaning);
  }
  template <class T>
  void instead(const Field<T>&, const char* meaning) {
    Json schema = schema_of<T>(in_list_);
    schema["description"] = meaning;
    instead_.push_back(std::move(schema));
  }
  template <class T>
  void rest(const Named<T>&, const char* meaning) {
    rest_ = schema_of<T>(in_list_);
    rest_["description"] = meaning;
  }
  void alternatives(std::initializer_list<const char*> keys, bool) {
    only_one_ = keys.size() == properties_.size();
    if (only_one_) return;
    for (const char* const* a = keys.begin(); a != keys.end(); ++a)
      for (const char* const* b = a + 1; b != keys.end(); ++b)
        never_both_.push_back({{"not", {{"required", {*a, *b}}}}});
  }

  Json schema() const {
    if (properties_.empty() && rest_ == false) return any_of(instead_);
    Json block{{"type", "object"}, {"properties", properties_}, {"additionalProperties", rest_}};
    if (!required_.empty()) block["required"] = required_;
    if (!never_both_.empty()) block["allOf"] = never_both_;
    if (only_one_) block["maxProperties"] = 1;
    Json forms = instead_;
    forms.push_back(std::move(block));
    return any_of(forms);
  }

 private:
  static Json any_of(const Json& forms) { return forms.size() == 1 ? forms[0] : Json{{"anyOf", forms}}; }

  template <class T>
  void property(const char* key, const Field<T>& field, const char* meaning) {
    Json schema = schema_of<T>(in_list_);
    schema["description"] = meaning;
    const std::string by_default = written_default(field);
    if (!by_default.empty()) schema["default"] = by_default;
    properties_[key] = std::move(schema);
  }

  bool in_list_, only_one_ = false;
  Json properties_ = Json::object(), required_ = Json::array(), never_both_ = Json::array(),
       instead_ = Json::array();
  Json rest_ = false;
};

template <class T>
Json block_schema(bool in_list) {
  Blocks blocks(in_list);
  T block;
  describe(blocks, block);
  return blocks.schema();
}

template <class T>
struct Schema;
template <Scalar T>
struct Schema<T> {
  static Json make(bool) { return scalar_schema<T>(); }
};
template <Block T>
struct Schema<T> {
  static Json make(bool in_list) { return block_schema<T>(in_list); }
};
// Distributions hold distributions: they refer to their definition.
template <>
struct Schema<TimeSpec> {
  static Json make(bool) { return {{"$ref", "#/$defs/duration"}}; }
};
template <>
struct Schema<PatienceSpec> {
  static Json make(bool) { return {{"$ref", "#/$defs/patience"}}; }
};
template <>
struct Schema<FactorSpec> {
  static Json make(bool) { return {{"$ref", "#/$defs/factor"}}; }
};
// Steps hold steps.
template <>
struct Schema<ScriptStep> {
  static Json make(bool) { return {{"$ref", "#/$defs/step"}}; }
};
template <>
struct Schema<NodePtr> {
  static Json make(bool) { return {{"type", "object"}}; }
};
template <class T>
struct Schema<Field<T>> : Schema<T> {};
template <class T>
struct Schema<std::vector<T>> {
  static Json make(bool) { return {{"type", "array"}, {"items", schema_of<T>(true)}}; }
};
template <class T>
struct Schema<Named<T>> {
  static Json make(bool in_list) {
    return {{"type", "object"}, {"additionalProperties", schema_of<T>(in_list)}};
  }
};

template <class T>
Json schema_of(bool in_list) {
  return Schema<T>::make(in_list);
}

}  // namespace

std::string scenario_schema() {
  Json root{{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", "Third Ring scenario"}};
  root.update(block_schema<ScenarioSpec>(false));
  root["if"] = {{"not", {{"required", {"based_on"}}}}};
  root["then"] = {{"required", {"time", "call_types", "agent_groups"}}};
  root["$defs"] = {{"duration", block_schema<TimeSpec>(false)},
                   {"patience", block_schema<PatienceSpec>(false)},
                   {"factor", block_schema<FactorSpec>(false)},
                   {"step", block_schema<ScriptStep>(true)}};
  return root.dump(1) + '\n';
}

}  // namespace thirdring
