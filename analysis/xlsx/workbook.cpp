#include "analysis/xlsx/workbook.hpp"

#include <unistd.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "analysis/report/json.hpp"

namespace thirdring {
namespace {

/// Valid UTF-8 of a length that a cell can hold.
std::string cell_text(const std::string& text) {
  constexpr std::size_t most_bytes = 30'000;
  std::string cut = text.substr(0, most_bytes);
  while (cut.size() < text.size() && !cut.empty() &&
         (static_cast<unsigned char>(text[cut.size()]) & 0xC0U) == 0x80U)
    cut.pop_back();
  return Json::parse(Json(cut).dump(-1, ' ', false, Json::error_handler_t::replace)).get<std::string>();
}

}  // namespace

Workbook::Workbook() {
  path_ = (std::filesystem::temp_directory_path() / "thirdring-XXXXXX").string();
  const int file = mkstemp(path_.data());
  if (file < 0) throw std::runtime_error("no temporary file for the workbook");
  close(file);
  book_ = workbook_new(path_.c_str());
  // Of the same run the same bytes, whenever it is made.
  lxw_doc_properties properties{};
  properties.created = 946'684'800;  // 2000-01-01
  workbook_set_properties(book_, &properties);
  heading_ = workbook_add_format(book_);
  format_set_bold(heading_);
  format_set_text_wrap(heading_);
  format_set_align(heading_, LXW_ALIGN_VERTICAL_TOP);
  share_ = workbook_add_format(book_);
  format_set_num_format(share_, "0.0%");
  number_ = workbook_add_format(book_);
  format_set_num_format(number_, "#,##0.00");
}

Workbook::~Workbook() {
  if (book_) workbook_close(book_);
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

lxw_format* Workbook::format(Unit unit) { return unit == Unit::share ? share_ : number_; }

std::string Workbook::bytes() {
  const lxw_error error = workbook_close(book_);
  book_ = nullptr;
  if (error != LXW_NO_ERROR) throw std::runtime_error(lxw_strerror(error));
  std::ostringstream bytes;
  bytes << std::ifstream(path_, std::ios::binary).rdbuf();
  return bytes.str();
}

SheetWriter::SheetWriter(Workbook& book, const std::string& name)
    : book_(book), sheet_(workbook_add_worksheet(book.get(), name.c_str())) {}

void SheetWriter::heads(const std::vector<std::string>& texts, bool freeze) {
  for (const std::string& text : texts)
    if (column_ < LXW_COL_MAX)
      worksheet_write_string(sheet_, row_, column_++, cell_text(text).c_str(), book_.heading());
  end_row();
  if (freeze) worksheet_freeze_panes(sheet_, row_, 1);
}

void SheetWriter::text(const std::string& text) {
  // As a string, so that "=1+1" stays what it is.
  if (column_ < LXW_COL_MAX) worksheet_write_string(sheet_, row_, column_, cell_text(text).c_str(), nullptr);
  ++column_;
}

void SheetWriter::number(double x, Unit unit) {
  if (std::isfinite(x) && column_ < LXW_COL_MAX)
    worksheet_write_number(sheet_, row_, column_, x, book_.format(unit));
  ++column_;
}

void SheetWriter::estimate(const Estimate& e, Unit unit) {
  for (const double x : {e.value, e.low, e.high}) number(x, unit);
}

void SheetWriter::end_row() {
  ++row_;
  column_ = 0;
}

void SheetWriter::width(lxw_col_t from, lxw_col_t to, double characters) {
  worksheet_set_column(sheet_, from, to, characters, nullptr);
}

}  // namespace thirdring
