// What a scenario says, value by value, with its place.
//
// Every block of the language is a plain struct of fields, with a function
//     template <class V> void describe(V& v, TheSpec& s)
// that tells a visitor all about it, once:
//     v.required("key", s.field, "meaning")      the key must be given
//     v.optional("key", s.field, "meaning")      it may be absent: the field's default, if it has one
//     v.instead(s.field, "meaning")              a scalar or list that may stand in place of the whole block
//     v.rest(s.named, "meaning")                 all other keys are names of the planner's
//     v.alternatives({"a", "b"}, needed)         at most one of the keys (needed: exactly one)
// The reader, the JSON Schema, the key table and the reference are such visitors.  `title` completes
// "expected ...", `word` names the kind of block.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/scenario/mark.hpp"
#include "sim/scenario/units.hpp"

namespace thirdring {

template <class T>
struct Field {
  enum class State : std::uint8_t { absent, given, wrong, missing };

  T value{};
  Where at;                     ///< where it stands, or the block in which it might
  State state = State::absent;  ///< wrong and missing (though required) are reported already
  bool has_default = false;

  Field() = default;
  Field(T by_default) : value(std::move(by_default)), has_default(true) {}

  bool given() const { return state == State::given; }
  bool wrong() const { return state == State::wrong || state == State::missing; }
  const T& operator*() const { return value; }
  const T* operator->() const { return &value; }
};

/// A map from names of the planner's, in the order of the text.
template <class T>
struct Named {
  struct Entry {
    Where name_at;
    std::string name;
    Field<T> value;
  };
  std::vector<Entry> entries;

  const Entry* find(std::string_view name) const {
    for (const Entry& entry : entries)
      if (entry.name == name) return &entry;
    return nullptr;
  }
  std::vector<std::string> names() const {
    std::vector<std::string> result;
    for (const Entry& entry : entries) result.push_back(entry.name);
    return result;
  }
};

template <class T>
using List = std::vector<Field<T>>;

}  // namespace thirdring
