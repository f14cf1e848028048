// The condition of a situation: a box of values for which it holds.
#pragma once
#include <array>
#include <string>
#include <vector>

#include "sim/model/conversation.hpp"
#include "sim/scenario/compile/compile.hpp"

namespace thirdring {

/// Numbers that a condition can ask for; their positions are those of Program::Condition::Of.
inline constexpr std::size_t asked_numbers = 4;

struct When {
  struct Range {
    double least, most;
    bool empty() const { return !(least <= most); }
    bool operator==(const Range&) const = default;
  };
  /// What each number can be at all: the wait, the attempt, the hour, the time on hold.
  static constexpr std::array<Range, asked_numbers> anything = {
      {{0, never}, {1, never}, {0, 23}, {0, never}}};

  std::array<Range, asked_numbers> numbers = anything;
  static constexpr std::uint64_t any = ~std::uint64_t{0};
  std::uint64_t earlier = any;      ///< bits of bit_of
  std::uint64_t proficiency = any;  ///< bit 0: of no level; then the levels
  std::vector<TypeId> types;        ///< empty: all

  const Range& operator[](Program::Condition::Of of) const { return numbers[static_cast<std::size_t>(of)]; }
  Range& operator[](Program::Condition::Of of) { return numbers[static_cast<std::size_t>(of)]; }
  bool empty() const;
  bool of_type(TypeId t) const;
  /// What remains to be asked in a call.
  std::vector<Program::Condition> conditions() const;
};

/// Reads `rings > 3 and attempt = 1`.  What is wrong with it is reported; then it always holds.
When read_when(Compile& c, const Field<WhenText>& text);

/// Names that `earlier_outcome` can have, beside those of ends.
struct EarlierName {
  std::string_view name;
  Earlier value;
};
inline constexpr std::array<EarlierName, 6> earlier_names = {{{"abandoned", Earlier::abandoned},
                                                              {"balked", Earlier::balked},
                                                              {"busy", Earlier::busy},
                                                              {"hung_up", Earlier::hung_up},
                                                              {"outage", Earlier::outage},
                                                              {"unsolved", Earlier::unsolved}}};
constexpr std::uint64_t bit_of(Earlier value, EndId end = 0) {
  return std::uint64_t{1} << (static_cast<unsigned>(value) + end);
}

/// The largest sum of the chances of situations that can hold together, if it is above 1.
struct Weighed {
  const When* when;
  double chance;
};
double most_together(const std::vector<Weighed>& situations);

}  // namespace thirdring
