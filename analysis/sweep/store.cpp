#include "analysis/sweep/store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "analysis/sweep/bad_input.hpp"
#include "analysis/sweep/record_code.hpp"

namespace thirdring::sweep {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::uint64_t application = 0x54524e47;  // "TRNG"
constexpr int store_format = 1;

const char* const tables = R"(
CREATE TABLE program(version TEXT, record_format INTEGER);
CREATE TABLE point(id INTEGER PRIMARY KEY, key TEXT UNIQUE, scenario TEXT, directory TEXT, seed TEXT);
CREATE TABLE sweep(id INTEGER PRIMARY KEY, key TEXT UNIQUE, scenario TEXT, variables TEXT, replications INTEGER,
                   shard INTEGER, shards INTEGER);
CREATE TABLE sweep_point(sweep INTEGER, position INTEGER, point INTEGER, vals TEXT,
                         PRIMARY KEY(sweep, position)) WITHOUT ROWID;
CREATE TABLE replication(point INTEGER, number INTEGER, record BLOB, PRIMARY KEY(point, number));
)";

std::uint64_t pragma(Database& database, const std::string& name) {
  Statement statement(database, "PRAGMA " + name);
  const std::uint64_t value = statement.step() ? statement.number(0) : 0;
  while (statement.step()) {
  }
  return value;
}

bool is_empty(const std::string& path) {
  std::error_code none;
  return !fs::exists(path, none) || (fs::is_regular_file(path, none) && fs::file_size(path, none) == 0);
}

}  // namespace

Store Store::for_sweep(const std::string& path, const std::string& program) {
  return {path, program, Database::Mode::create};
}

Store Store::for_reading(const std::string& path, const std::string& program) {
  if (is_empty(path)) throw BadInput(fmt::format("{}: expected a store of thirdring, got nothing", path));
  return {path, program, Database::Mode::write};
}

Store::Store(const std::string& path, const std::string& program, Database::Mode mode)
    : program_(program), database_(path, mode) {
  if (mode == Database::Mode::create && is_new()) {
    Transaction transaction(database_);
    // Of two that come at once the second finds the tables.
    if (is_new()) {
      database_.run(tables);
      Statement insert(database_, "INSERT INTO program VALUES (?, ?)");
      insert.bind(program).bind(std::uint64_t{record_format}).step();
      database_.run(
          fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", application, store_format));
    }
    transaction.commit();
  }
  check();
}

bool Store::is_new() {
  Statement count(database_, "SELECT count(*) FROM sqlite_master");
  return count.step() && count.number(0) == 0 && pragma(database_, "application_id") == 0;
}

void Store::check() {
  if (pragma(database_, "application_id") != application)
    throw BadInput(fmt::format("{}: expected a store of thirdring, got another database", path()));
  if (const std::uint64_t format = pragma(database_, "user_version"); format != store_format)
    throw BadInput(
        fmt::format("{}: expected a store of format {}, got format {}", path(), store_format, format));
  Statement check(database_, "PRAGMA quick_check(1)");
  if (!check.step() || check.text(0) != "ok") throw BadInput(fmt::format("{}: the store is damaged", path()));
  Statement by(database_, "SELECT version, record_format FROM program");
  if (!by.step()) throw BadInput(fmt::format("{}: the store is damaged", path()));
  if (by.text(0) != program_ || by.number(1) != record_format)
    throw BadInput(
        fmt::format("{}: expected a store of thirdring {} (records {}), got one of {} (records {})", path(),
                    program_, record_format, by.text(0), by.number(1)));
}

std::vector<std::uint64_t> Store::add(const Sweep& sweep, const Shard& shard) {
  const std::lock_guard lock(mutex_);
  Transaction transaction(database_);
  Statement find_sweep(database_, "SELECT id, shard, shards FROM sweep WHERE key = ?");
  std::uint64_t id = 0;
  if (find_sweep.bind(sweep.key()).step()) {
    id = find_sweep.number(0);
    const Shard there{find_sweep.number(1), find_sweep.number(2)};
    if (there != shard)
      throw BadInput(fmt::format("{}: expected shard {}/{} of this sweep, got {}/{}", path(), shard.number,
                                 shard.of, there.number, there.of));
    Statement update(database_, "UPDATE sweep SET replications = max(replications, ?) WHERE id = ?");
    update.bind(sweep.replications).bind(id).step();
  } else {
    Statement insert(database_, "INSERT INTO sweep VALUES (NULL, ?, ?, ?, ?, ?, ?)");
    insert.bind(sweep.key()).bind(sweep.scenario).bind(Json(sweep.variables).dump());
    insert.bind(sweep.replications).bind(shard.number).bind(shard.of).step();
    Statement last(database_, "SELECT last_insert_rowid()");
    last.step();
    id = last.number(0);
  }
  Statement find(database_, "SELECT id, scenario, seed FROM point WHERE key = ?");
  Statement insert(database_, "INSERT INTO point VALUES (NULL, ?, ?, ?, ?)");
  Statement place(database_, "INSERT OR IGNORE INTO sweep_point VALUES (?, ?, ?, ?)");
  std::vector<std::uint64_t> numbers;
  for (const Point& point : sweep.points) {
    bool there = find.bind(point.key).step();
    if (!there) {
      insert.bind(point.key)
          .bind(point.content)
          .bind(point.directory)
          .bind(std::to_string(point.seed))
          .step();
      there = find.bind(point.key).step();
    }
    if (find.text(1) != point.content || find.text(2) != std::to_string(point.seed))
      throw BadInput(fmt::format("{}: two scenarios have the key {}", path(), point.key));
    numbers.push_back(find.number(0));
    find.step();
    place.bind(id)
        .bind(std::uint64_t{numbers.size() - 1})
        .bind(numbers.back())
        .bind(Json(point.values).dump())
        .step();
  }
  transaction.commit();
  return numbers;
}

bool Store::holds(const Sweep& sweep) {
  Statement find(database_, "SELECT id FROM sweep WHERE key = ?");
  return find.bind(sweep.key()).step();
}

std::vector<StoredSweep> Store::sweeps() {
  std::vector<StoredSweep> result;
  Statement all(database_,
                "SELECT id, scenario, variables, replications, shard, shards FROM sweep ORDER BY id");
  Statement points(
      database_,
      "SELECT p.id, p.key, p.scenario, p.directory, p.seed, s.vals FROM sweep_point s JOIN point p ON "
      "p.id = s.point WHERE s.sweep = ? ORDER BY s.position");
  while (all.step()) {
    StoredSweep& stored = result.emplace_back();
    stored.sweep.scenario = all.text(1);
    stored.sweep.program = program_;
    stored.sweep.variables = Json::parse(all.text(2)).get<std::vector<std::string>>();
    stored.sweep.replications = all.number(3);
    stored.shard = {all.number(4), all.number(5)};
    points.bind(all.number(0));
    while (points.step()) {
      stored.points.push_back(points.number(0));
      Point& point = stored.sweep.points.emplace_back();
      point.key = points.text(1);
      point.content = points.text(2);
      point.directory = points.text(3);
      point.seed = std::stoull(std::string(points.text(4)));
      point.values = Json::parse(points.text(5)).get<std::vector<std::string>>();
    }
  }
  return result;
}

StoredSweep Store::stored(const Sweep& sweep) {
  std::vector<StoredSweep> all = sweeps();
  const auto is_it = [key = sweep.key()](const StoredSweep& stored) { return stored.sweep.key() == key; };
  return std::move(*std::find_if(all.begin(), all.end(), is_it));
}

std::vector<std::uint64_t> Store::missing(std::uint64_t point, std::uint64_t first, std::uint64_t n) {
  const std::lock_guard lock(mutex_);
  Statement there(database_, "SELECT number FROM replication WHERE point = ? AND number BETWEEN ? AND ?");
  std::vector<bool> known(n);
  there.bind(point).bind(first).bind(first + n - 1);
  while (there.step()) known[there.number(0) - first] = true;
  std::vector<std::uint64_t> result;
  for (std::uint64_t i = 0; i < n; ++i)
    if (!known[i]) result.push_back(first + i);
  return result;
}

void Store::put(const std::vector<std::pair<std::uint64_t, Replication>>& rows) {
  const std::lock_guard lock(mutex_);
  Transaction transaction(database_);
  Statement insert(database_, "INSERT OR IGNORE INTO replication VALUES (?, ?, ?)");
  for (const auto& [point, replication] : rows)
    insert.bind(point).bind(replication.number).bind_bytes(replication.record).step();
  transaction.commit();
}

std::vector<Replication> Store::replications(std::uint64_t point) {
  const std::lock_guard lock(mutex_);
  Statement all(database_, "SELECT number, record FROM replication WHERE point = ? ORDER BY number");
  std::vector<Replication> result;
  all.bind(point);
  while (all.step()) result.push_back({all.number(0), std::string(all.text(1))});
  return result;
}

}  // namespace thirdring::sweep
