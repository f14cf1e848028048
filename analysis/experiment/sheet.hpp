// The sums of all subjects over a stretch of time.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "analysis/experiment/sums.hpp"
#include "sim/model/model.hpp"

namespace thirdring {

/// Whom a number is about: the whole centre (calls: all inbound types; agents: all groups), a call type, a
/// group, a site with its groups.
struct Scope {
  enum class Kind : std::uint8_t { all, type, group, site };
  Kind kind = Kind::all;
  std::uint32_t index = 0;
  bool operator==(const Scope&) const = default;
};
std::string scope_name(const Model& model, const Scope& scope);  ///< "" for the whole centre

/// Which subjects there are and how their rows are filled: the scopes of the model, then one for each
/// agreement.
class SheetPlan {
 public:
  explicit SheetPlan(const Model& model);

  const std::vector<Scope>& scopes() const { return scopes_; }
  std::size_t agreement_subject(std::size_t agreement) const { return agreements_[agreement]; }
  const Layout& layout() const { return layout_; }
  std::size_t row() const { return layout_.row() + agent_states + extras; }

 private:
  friend class Sheet;
  /// A row that is the sum of rows of types and groups.
  struct Union {
    std::size_t row;
    std::vector<TypeId> types;
    std::vector<GroupId> groups;
    bool calls_of_groups;  ///< of these, not of types
  };
  struct Subject {
    std::size_t own, callbacks, escalations;  // rows
  };
  std::size_t type_row(TypeId t) const { return 1 + t; }
  std::size_t group_row(GroupId g) const { return 1 + layout_.types() + g; }
  std::size_t add_union(std::vector<TypeId> types, std::vector<GroupId> groups);
  std::vector<TypeId> callback_types(const Model& model, const std::vector<TypeId>& types) const;

  Layout layout_;
  std::size_t rows_;  // row 0 stays empty
  std::vector<Scope> scopes_;
  std::vector<Subject> subjects_;
  std::vector<std::size_t> agreements_;
  std::vector<Union> unions_;
  std::vector<double> cost_per_second_;
  std::vector<bool> open_;
};

class Sheet {
 public:
  explicit Sheet(const SheetPlan& plan) : plan_(plan), numbers_(plan.rows_ * plan.row()) {}

  /// Takes the numbers of one period (days: 1).
  void fill(const Totals& totals, PeriodId p);
  void clear();
  /// Adds the numbers of another stretch, but not its days.
  void add(const Sheet& other);
  void set_days(double days) { days_ = days; }
  double days() const { return days_; }
  /// `subject`: the position of a scope, or SheetPlan::agreement_subject.
  Sums sums(std::size_t subject) const;

 private:
  double* row(std::size_t r) { return numbers_.data() + r * plan_.row(); }
  const double* row(std::size_t r) const { return numbers_.data() + r * plan_.row(); }
  void fill_type(const Totals& totals, PeriodId p, TypeId t);
  void fill_group(const Totals& totals, PeriodId p, GroupId g);

  const SheetPlan& plan_;
  std::vector<double> numbers_;
  double days_ = 0;
};

}  // namespace thirdring
