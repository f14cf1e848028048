// A thin layer over libxlsxwriter.
#pragma once
#include <xlsxwriter.h>

#include <string>
#include <vector>

#include "analysis/experiment/measures.hpp"
#include "analysis/statistics/estimate.hpp"

namespace thirdring {

/// A workbook in a temporary file, of which the bytes are taken at the end.
class Workbook {
 public:
  Workbook();
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  lxw_workbook* get() { return book_; }
  /// The cell format of a unit's numbers.
  lxw_format* format(Unit unit);
  lxw_format* heading() { return heading_; }
  /// Closes it.
  std::string bytes();

 private:
  std::string path_;
  lxw_workbook* book_ = nullptr;
  lxw_format *heading_, *share_, *number_;
};

/// A sheet that is written row by row.
class SheetWriter {
 public:
  SheetWriter(Workbook& book, const std::string& name);

  /// In bold; the first such row stays in sight.
  void heads(const std::vector<std::string>& texts, bool freeze = true);
  void text(const std::string& text);
  void number(double x, Unit unit = Unit::number);
  void estimate(const Estimate& e, Unit unit);  ///< three cells
  void end_row();
  /// Rows are left; the last one is for saying that there are more.
  bool has_room() const { return row_ + 1 < LXW_ROW_MAX; }
  void width(lxw_col_t from, lxw_col_t to, double characters);

 private:
  Workbook& book_;
  lxw_worksheet* sheet_;
  lxw_row_t row_ = 0;
  lxw_col_t column_ = 0;
};

}  // namespace thirdring
