// Where the results of sweeps are kept: an SQLite file.
#pragma once
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analysis/sweep/database.hpp"
#include "analysis/sweep/sweep.hpp"

namespace thirdring::sweep {

/// One part of a sweep: 1 of 1 is all of it.
struct Shard {
  std::uint64_t number = 1, of = 1;
  /// Points are dealt out in turn.
  bool has(std::size_t position) const { return position % of == number - 1; }
  bool operator==(const Shard&) const = default;
};

struct Replication {
  std::uint64_t number = 0;
  std::string record;  ///< see record_code.hpp
};

/// A sweep as a store tells of it; its points have no models.
struct StoredSweep {
  Sweep sweep;
  Shard shard;
  std::vector<std::uint64_t> points;  ///< their numbers in the store, by position
};

/// Points are found by their keys, so that one in two sweeps is kept once and one whose scenario, seed or
/// program changed is another.  A commit is whole or not there, whatever happens to the process; it is a
/// rollback journal (no WAL), which works on network drives too.  Used by several threads and processes.
class Store {
 public:
  /// Makes the file unless it is there.  Throws BadInput for a file that is no store, damaged, of another
  /// format or of another version of the program.
  static Store for_sweep(const std::string& path, const std::string& program);
  /// Throws BadInput also when there is none.
  static Store for_reading(const std::string& path, const std::string& program);

  /// Adds it with its points, or finds it and takes the larger number of replications; returns the points'
  /// numbers.  Throws BadInput when the sweep is there as another shard.
  std::vector<std::uint64_t> add(const Sweep& sweep, const Shard& shard);
  bool holds(const Sweep& sweep);
  /// In the order in which they were added.
  std::vector<StoredSweep> sweeps();
  /// One that the store holds.
  StoredSweep stored(const Sweep& sweep);

  /// Of the replications first ... first + n - 1 of a point those that are not there.
  std::vector<std::uint64_t> missing(std::uint64_t point, std::uint64_t first, std::uint64_t n);
  /// All at once or none; what is there already stays.
  void put(const std::vector<std::pair<std::uint64_t, Replication>>& rows);
  /// In the order of their numbers.
  std::vector<Replication> replications(std::uint64_t point);
  const std::string& path() const { return database_.path(); }

 private:
  Store(const std::string& path, const std::string& program, Database::Mode mode);
  bool is_new();
  void check();

  std::string program_;
  Database database_;
  std::mutex mutex_;
};

}  // namespace thirdring::sweep
