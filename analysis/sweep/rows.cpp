#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "analysis/experiment/in_order.hpp"
#include "analysis/sweep/bad_input.hpp"
#include "analysis/sweep/record_code.hpp"
#include "analysis/sweep/table.hpp"
#include "sim/model/wording.hpp"

namespace thirdring::sweep {
namespace {

struct Read {
  PointRows point;
  std::set<std::string> measures, scopes;  // that there are
};

bool wanted(const NumberRow& row, const Asked& asked) {
  const bool of = asked.of.empty() ? row.type.empty() && row.group.empty()
                                   : row.type == asked.of || row.group == asked.of;
  return of && row.period.empty() != asked.periods &&
         (asked.measures.empty() ||
          std::find(asked.measures.begin(), asked.measures.end(), row.measure) != asked.measures.end());
}

Read read(Store& store, const StoredSweep& stored, std::size_t position, const Asked& asked) {
  Read result;
  result.point.position = position;
  const std::vector<Replication> there = store.replications(stored.points[position]);
  result.point.replications = there.size();
  try {
    const Model model = model_of(stored.sweep.points[position], stored.sweep.program);
    Results results(model);
    for (const Replication& replication : there)
      results.add(replication.number, decoded(replication.record, model, results.slots()));
    for_each_number(results, [&](const NumberRow& row) {
      result.measures.insert(row.measure);
      result.scopes.insert(row.type);
      result.scopes.insert(row.group);
      if (wanted(row, asked)) result.point.rows.push_back(row);
    });
  } catch (const BadInput& error) {
    throw BadInput(fmt::format("{}: {}", store.path(), error.what()));
  }
  return result;
}

void check(const std::string& option, const std::string& name, const std::set<std::string>& known) {
  if (known.count(name) == 1) return;
  const std::vector<std::string> names(known.begin(), known.end());
  throw BadInput(fmt::format("{}: expected a name that the results have, got {}{}", option, in_quotes(name),
                             hint(name, names)));
}

}  // namespace

std::vector<PointRows> rows_of(Store& store, const StoredSweep& stored, const Asked& asked,
                               unsigned threads) {
  std::vector<PointRows> points;
  std::set<std::string> measures, scopes;
  InOrder<Read> work(
      0, asked.points.size(),
      [&]() -> InOrder<Read>::Worker {
        return [&](std::uint64_t i) { return std::optional(read(store, stored, asked.points[i], asked)); };
      },
      [&](std::uint64_t, Read&& read) {
        measures.merge(read.measures);
        scopes.merge(read.scopes);
        if (read.point.replications > 0) points.push_back(std::move(read.point));
        return true;
      });
  work.run(threads);
  for (const std::string& measure : asked.measures) check("--measure", measure, measures);
  if (!asked.of.empty()) check("--of", asked.of, scopes);
  return points;
}

}  // namespace thirdring::sweep
