// What every visitor of the specs needs to know of a value's type: its kind and its words.
#pragma once
#include <string>
#include <type_traits>
#include <vector>

#include "sim/scenario/document.hpp"
#include "sim/scenario/spec/field.hpp"

namespace thirdring {

template <class T>
concept LeafType = requires {
  Leaf<T>::word;
};
template <class T>
concept Scalar = LeafType<T> || Enumeration<T>;
template <class T>
concept Block = requires {
  T::title;
};

template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;

/// The values of an enumeration; of other scalars none.
template <Scalar T>
std::vector<std::string> words() {
  std::vector<std::string> result;
  if constexpr (Enumeration<T>)
    for (const auto& [word, value] : words_of<T>) result.emplace_back(word);
  return result;
}

template <Scalar T>
bool read_scalar(std::string_view text, T& value) {
  if constexpr (Enumeration<T>) {
    for (const auto& [word, meant] : words_of<T>)
      if (word == text) {
        value = meant;
        return true;
      }
    return false;
  } else {
    return Leaf<T>::read(text, value);
  }
}

template <Scalar T>
std::string write_scalar(const T& value) {
  if constexpr (Enumeration<T>) {
    for (const auto& [word, meant] : words_of<T>)
      if (meant == value) return std::string(word);
    return {};
  } else {
    return Leaf<T>::write(value);
  }
}

template <Scalar T>
std::string expected_scalar() {
  if constexpr (Enumeration<T>) {
    std::string result;
    const auto all = words<T>();
    for (std::size_t i = 0; i < all.size(); ++i)
      result += (i == 0 ? "" : i + 1 == all.size() ? " or " : ", ") + all[i];
    return result;
  } else {
    return std::string(Leaf<T>::expected);
  }
}

/// The kind of value in a word or two, and of many of them.
template <class T>
struct Words;
template <class T>
std::string kind() {
  return Words<T>::kind();
}
template <class T>
std::string plural() {
  return Words<T>::plural();
}

template <Scalar T>
struct Words<T> {
  static std::string kind() {
    if constexpr (Enumeration<T>)
      return expected_scalar<T>();
    else
      return std::string(Leaf<T>::word);
  }
  static std::string plural() { return Enumeration<T> ? "words (" + kind() + ')' : kind() + 's'; }
};
template <Block T>
struct Words<T> {
  static std::string kind() { return std::string(T::word); }
  static std::string plural() { return kind() + 's'; }
};
/// Whatever is kept as it stands.
template <>
struct Words<NodePtr> {
  static std::string kind() { return "map"; }
  static std::string plural() { return "maps"; }
};
template <class T>
struct Words<Field<T>> : Words<T> {};
template <class T>
struct Words<std::vector<T>> {
  static std::string kind() { return "list of " + Words<T>::plural(); }
  static std::string plural() { return "lists of " + Words<T>::plural(); }
};
template <class T>
struct Words<Named<T>> {
  static std::string kind() { return "map from names to " + Words<T>::plural(); }
  static std::string plural() { return "maps from names to " + Words<T>::plural(); }
};

/// Completes "expected ...".
template <class T>
std::string expected() {
  if constexpr (Scalar<T>)
    return expected_scalar<T>();
  else if constexpr (Block<T>)
    return std::string(T::title);
  else
    return "a " + kind<T>();
}

/// The text of a default; empty when there is none, or when it is a block.
template <class T>
std::string written_default(const Field<T>& field) {
  if (!field.has_default) return {};
  if constexpr (Scalar<T>)
    return write_scalar(field.value);
  else if constexpr (requires { field.value.constant; })
    return write_scalar(field.value.constant.value);
  else
    return {};
}

}  // namespace thirdring
