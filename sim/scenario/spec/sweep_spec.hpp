// What varies in a sweep, in the scenario itself or in a file of its own.
#pragma once
#include "sim/scenario/document.hpp"
#include "sim/scenario/spec/field.hpp"

namespace thirdring {

struct SweepBlock {
  static constexpr std::string_view word = "sweep",
                                    title = "a sweep: a map such as {variables: {lines: 30..40:2}}";
  Field<NodePtr> variables, plans;  ///< as they stand: what they mean is for whoever runs sweeps
  Field<List<List<Text>>> zip;
  Field<List<Text>> where;
  Field<Text> design;
  Field<WholeNumber> design_seed, replications, seed;
};
template <class V>
void describe(V& v, SweepBlock& s) {
  v.optional("variables", s.variables, "what varies: paths of the scenario and what they take");
  v.optional("plans", s.plans, "values that go together: by the plan's name, paths and values");
  v.optional("zip", s.zip, "paths that go together, first with first");
  v.optional("where", s.where, "conditions on the points");
  v.optional("design", s.design, "how intervals are drawn from: random:N or sobol:N");
  v.optional("design_seed", s.design_seed, "seed of random:N");
  v.optional("replications", s.replications, "of each point, instead of the run's");
  v.optional("seed", s.seed, "of all random numbers, instead of the run's");
}

}  // namespace thirdring
