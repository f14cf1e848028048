// The files that a scenario names, and the tables in them.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/fingerprint.hpp"
#include "sim/scenario/report.hpp"
#include "sim/scenario/spec/field.hpp"

namespace thirdring {

/// A CSV file: a header line, then rows of as many cells.  Separated by commas, or by semicolons if the
/// header has any; spaces and quotation marks around a cell do not count.
struct Table {
  struct Row {
    std::uint32_t line;
    std::vector<std::string> cells;
  };
  std::uint32_t source = 0;
  std::vector<std::string> header;
  std::vector<Row> rows;

  Where at(const Row& row, const Where& named_at) const { return {{source, row.line, 1}, named_at.path}; }
};

class Files {
 public:
  explicit Files(Report& report) : report_(report) {}

  /// The directory that relative names in a source are taken from.
  void directory_of(std::uint32_t source, std::filesystem::path directory);
  const std::filesystem::path& directory(std::uint32_t source) const { return directories_[source]; }

  /// A table with one of these headers, or nothing and a report.
  std::optional<Table> table(const Field<FileName>& name,
                             const std::vector<std::vector<std::string>>& headers);

  /// Changes with every byte that was read.
  std::uint64_t fingerprint() const { return fingerprint_; }

 private:
  Report& report_;
  std::vector<std::filesystem::path> directories_;
  std::size_t bytes_ = 0;
  std::uint64_t fingerprint_ = empty_fingerprint;
};

}  // namespace thirdring
