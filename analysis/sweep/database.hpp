// A thin hold on SQLite.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace thirdring::sweep {

/// What SQLite says is thrown as BadInput where the file is to blame (no database, damaged, not to be
/// written), as std::runtime_error where the machine is (disk full, in use by others for a minute).
class Database {
 public:
  /// A file that is there (read alone where it cannot be written), or one that is made where there is none.
  enum class Mode : std::uint8_t { write, create };

  Database(std::string path, Mode mode);
  void run(const std::string& sql);
  const std::string& path() const { return path_; }

 private:
  friend class Statement;
  friend class Transaction;
  [[noreturn]] void fail() const;
  struct Close {
    void operator()(sqlite3* database) const;
  };
  std::string path_;
  std::unique_ptr<sqlite3, Close> database_;
};

/// Prepared once, used often: bind all from the left, then step until false; then it can be used again.
class Statement {
 public:
  Statement(Database& database, const std::string& sql);
  Statement& bind(std::uint64_t value);
  Statement& bind(std::string_view text);
  Statement& bind_bytes(std::string_view bytes);
  /// Whether there is a row.
  bool step();
  std::uint64_t number(int column) const;
  /// Text, or bytes; until the next step.
  std::string_view text(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  void check(int code) const;
  Database& database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int bound_ = 0;
};

/// Rolled back unless committed.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database& database_;
};

}  // namespace thirdring::sweep
