#include "analysis/sweep/database.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <stdexcept>

#include "analysis/sweep/bad_input.hpp"

namespace thirdring::sweep {
namespace {

constexpr int patience_ms = 60'000;

}  // namespace

void Database::Close::operator()(sqlite3* database) const { sqlite3_close(database); }
void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Database::Database(std::string path, Mode mode) : path_(std::move(path)) {
  const int flags = mode == Mode::write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(path_.c_str(), &opened, flags, nullptr);
  database_.reset(opened);
  if (code != SQLITE_OK) fail();
  sqlite3_busy_timeout(opened, patience_ms);
}

void Database::run(const std::string& sql) {
  if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

void Database::fail() const {
  const int code = sqlite3_errcode(database_.get());
  switch (code) {
    case SQLITE_NOTADB:
      throw BadInput(fmt::format("{}: expected a store of thirdring, got another kind of file", path_));
    case SQLITE_CORRUPT:
      throw BadInput(fmt::format("{}: the store is damaged", path_));
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
      throw BadInput(fmt::format("{}: cannot be opened or written", path_));
    case SQLITE_FULL:
    case SQLITE_IOERR:
      throw std::runtime_error(
          fmt::format("{}: writing failed, the disk may be full; what was written before is kept", path_));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw std::runtime_error(fmt::format("{}: in use by another program for a minute", path_));
    default:
      throw std::runtime_error(fmt::format("{}: {}", path_, sqlite3_errmsg(database_.get())));
  }
}

Statement::Statement(Database& database, const std::string& sql) : database_(database) {
  sqlite3_stmt* prepared = nullptr;
  check(sqlite3_prepare_v2(database.database_.get(), sql.c_str(), -1, &prepared, nullptr));
  statement_.reset(prepared);
}

void Statement::check(int code) const {
  if (code != SQLITE_OK) database_.fail();
}

Statement& Statement::bind(std::uint64_t value) {
  check(sqlite3_bind_int64(statement_.get(), ++bound_, static_cast<sqlite3_int64>(value)));
  return *this;
}
Statement& Statement::bind(std::string_view text) {
  check(sqlite3_bind_text64(statement_.get(), ++bound_, text.data(), text.size(), SQLITE_TRANSIENT,
                            SQLITE_UTF8));
  return *this;
}
Statement& Statement::bind_bytes(std::string_view bytes) {
  check(sqlite3_bind_blob64(statement_.get(), ++bound_, bytes.data(), bytes.size(), SQLITE_TRANSIENT));
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  bound_ = 0;
  check(sqlite3_reset(statement_.get()));
  return false;
}

std::uint64_t Statement::number(int column) const {
  return static_cast<std::uint64_t>(sqlite3_column_int64(statement_.get(), column));
}
std::string_view Statement::text(int column) const {
  const void* const data = sqlite3_column_blob(statement_.get(), column);
  return {static_cast<const char*>(data),
          static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

Transaction::Transaction(Database& database) : database_(database) { database_.run("BEGIN IMMEDIATE"); }
Transaction::~Transaction() {
  // Some errors have rolled back already.
  if (sqlite3_get_autocommit(database_.database_.get()) == 0)
    sqlite3_exec(database_.database_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}
void Transaction::commit() { database_.run("COMMIT"); }

}  // namespace thirdring::sweep
