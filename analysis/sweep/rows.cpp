#include <algorithm>
#include <numeric>
#include <set>

#include "analysis/sweep/bad_input.hpp"
#include "analysis/sweep/point_results.hpp"
#include "analysis/sweep/table.hpp"

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

Read read(std::size_t position, const Results& results, const Asked& asked) {
  Read result;
  result.point.position = position;
  result.point.replications = results.replications();
  for_each_number(results, [&](const NumberRow& row) {
    result.measures.insert(row.measure);
    result.scopes.insert(row.type);
    result.scopes.insert(row.group);
    if (wanted(row, asked)) result.point.rows.push_back(row);
  });
  return result;
}

}  // namespace

Asked every_point(const StoredSweep& stored) {
  Asked asked;
  asked.points.resize(stored.points.size());
  std::iota(asked.points.begin(), asked.points.end(), std::size_t{0});
  return asked;
}

std::vector<PointRows> rows_of(Store& store, const StoredSweep& stored, const Asked& asked,
                               unsigned threads) {
  std::vector<PointRows> points;
  std::set<std::string> measures, scopes;
  std::vector<Read> reads(stored.points.size());
  for_each_point(store, stored, asked.points, threads, [&](std::size_t position, const Results& results) {
    reads[position] = read(position, results, asked);
  });
  for (const std::size_t position : asked.points) {
    Read& read = reads[position];
    measures.merge(read.measures);
    scopes.merge(read.scopes);
    if (read.point.replications > 0) points.push_back(std::move(read.point));
  }
  for (const std::string& measure : asked.measures) expect_name("--measure", measure, measures);
  if (!asked.of.empty()) expect_name("--of", asked.of, scopes);
  return points;
}

}  // namespace thirdring::sweep
