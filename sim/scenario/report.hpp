// Everything wrong or doubtful in a scenario, collected while it is read.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/model/sentence.hpp"
#include "sim/model/wording.hpp"
#include "sim/scenario/load.hpp"
#include "sim/scenario/mark.hpp"

namespace thirdring {

/// Ends the reading of a scenario in which nearly everything is wrong.
struct TooManyProblems {};

class Report {
 public:
  /// Gives a file or an override a number for its marks.
  std::uint32_t add_source(std::string name);

  /// Throws TooManyProblems at the last one that is listed.
  void problem(const Where& where, std::string message);
  void warning(const Where& where, Sentence sentence) {
    warnings_.push_back({where, sentence.text(), std::move(sentence)});
  }

  bool clean() const { return problems_.empty(); }
  const std::string& source(std::uint32_t number) const { return sources_[number]; }

  const std::vector<std::string>& sources() const { return sources_; }

  /// Sorted by source, line and column; what is said twice of the same place is said once.
  std::vector<Problem> problems() const { return sorted(problems_); }
  std::vector<Problem> warnings() const { return sorted(warnings_); }

 private:
  struct Entry {
    Where where;
    std::string message;
    Sentence sentence = {};
  };
  std::vector<Problem> sorted(std::vector<Entry> entries) const;

  std::vector<std::string> sources_;
  std::vector<Entry> problems_, warnings_;
};

}  // namespace thirdring
