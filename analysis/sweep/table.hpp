// What a store says, number by number.
#pragma once
#include <string>
#include <vector>

#include "analysis/report/number_rows.hpp"
#include "analysis/sweep/store.hpp"

namespace thirdring::sweep {

struct Asked {
  std::vector<std::string> measures;  ///< empty: all
  std::string of;                     ///< a call type or group; empty: the whole centre
  bool periods = false;               ///< each period instead of the whole run
  std::vector<std::size_t> points;    ///< positions, ascending
};

/// Everything of the whole centre, of every point.
Asked every_point(const StoredSweep& stored);

struct PointRows {
  std::size_t position = 0;  ///< of the point
  std::uint64_t replications = 0;
  std::vector<NumberRow> rows;
};

/// Every point asked for that has a replication, from its records as if they had just been run.  Throws
/// BadInput for a measure that no point has.
std::vector<PointRows> rows_of(Store& store, const StoredSweep& stored, const Asked& asked, unsigned threads);

enum class TableFormat : std::uint8_t { table, json, csv };

/// Long: a row for each point and number.
std::string long_table(const StoredSweep& stored, const std::vector<PointRows>& points, TableFormat format);
/// A row for each point without the variable `by`, whose values are the columns; of one number.  Throws
/// BadInput for a variable that there is not, or when there are several numbers.
std::string pivoted(const StoredSweep& stored, const std::vector<PointRows>& points, const std::string& by,
                    TableFormat format);

}  // namespace thirdring::sweep
