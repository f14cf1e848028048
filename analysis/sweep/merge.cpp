#include "analysis/sweep/merge.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <map>
#include <memory>

#include "analysis/sweep/bad_input.hpp"
#include "analysis/sweep/store.hpp"

namespace thirdring::sweep {
namespace {

namespace fs = std::filesystem;

struct Part {
  std::unique_ptr<Store> store;
  StoredSweep stored;
};

std::string name_of(const Shard& shard) { return fmt::format("{}/{}", shard.number, shard.of); }

Part open(const std::string& file, const std::string& program) {
  Part part{std::unique_ptr<Store>(new Store(Store::for_reading(file, program))), {}};
  std::vector<StoredSweep> sweeps = part.store->sweeps();
  if (sweeps.size() != 1)
    throw BadInput(fmt::format("{}: expected a shard of one sweep, got {} sweeps", file, sweeps.size()));
  part.stored = std::move(sweeps[0]);
  return part;
}

void check_against(const Part& first, const Part& part) {
  const std::string &file = part.store->path(), &other = first.store->path();
  const Sweep &a = first.stored.sweep, &b = part.stored.sweep;
  if (a.key() != b.key())
    throw BadInput(fmt::format("{}: expected a shard of the sweep in {}, got another sweep", file, other));
  if (a.replications != b.replications)
    throw BadInput(fmt::format("{}: expected {} replications of each point as in {}, got {}", file,
                               a.replications, other, b.replications));
  if (first.stored.shard.of != part.stored.shard.of)
    throw BadInput(fmt::format("{}: expected a shard of {}, got shard {}", file, first.stored.shard.of,
                               name_of(part.stored.shard)));
}

void check_finished(Part& part) {
  std::size_t unfinished = 0, points = 0;
  for (std::size_t i = 0; i < part.stored.points.size(); ++i) {
    const std::size_t missing =
        part.store->missing(part.stored.points[i], 0, part.stored.sweep.replications).size();
    if (!part.stored.shard.has(i)) continue;
    ++points;
    unfinished += missing > 0;
  }
  if (unfinished > 0)
    throw BadInput(fmt::format("{}: shard {} is not finished: {} of {} points left; --resume goes on",
                               part.store->path(), name_of(part.stored.shard), unfinished, points));
}

/// The name is removed in the end; linked to another, the file stays.
struct Temporary {
  std::string name;
  ~Temporary() {
    std::error_code ignored;
    fs::remove(name, ignored);
    fs::remove(name + "-journal", ignored);
  }
};

}  // namespace

void merge(const std::string& out, const std::vector<std::string>& shards, const std::string& program) {
  std::error_code none;
  if (fs::exists(out, none)) throw BadInput(fmt::format("{}: is there already", out));
  std::map<std::uint64_t, Part> parts;
  for (const std::string& file : shards) {
    Part part = open(file, program);
    if (!parts.empty()) check_against(parts.begin()->second, part);
    const std::uint64_t number = part.stored.shard.number;
    if (const auto there = parts.find(number); there != parts.end())
      throw BadInput(fmt::format("{}: shard {} is given twice, the other is {}", file,
                                 name_of(part.stored.shard), there->second.store->path()));
    parts.emplace(number, std::move(part));
  }
  const Part& first = parts.begin()->second;
  for (std::uint64_t n = 1; n <= first.stored.shard.of; ++n)
    if (parts.count(n) == 0)
      throw BadInput(fmt::format("shard {} is missing", name_of({n, first.stored.shard.of})));
  for (auto& [number, part] : parts) check_finished(part);

  Temporary temporary{fmt::format("{}.part-{}", out, getpid())};
  {
    Store store = Store::for_sweep(temporary.name, program);
    const std::vector<std::uint64_t> numbers = store.add(first.stored.sweep, {});
    for (auto& [number, part] : parts)
      for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (!part.stored.shard.has(i)) continue;
        std::vector<std::pair<std::uint64_t, Replication>> rows;
        for (Replication& r : part.store->replications(part.stored.points[i]))
          rows.emplace_back(numbers[i], std::move(r));
        store.put(rows);
      }
  }
  // Not over a file that has come meanwhile.
  if (link(temporary.name.c_str(), out.c_str()) != 0)
    throw BadInput(fmt::format("{}: cannot be written: {}", out, std::strerror(errno)));
}

}  // namespace thirdring::sweep
