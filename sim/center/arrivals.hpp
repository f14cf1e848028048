// Who calls when.
#pragma once
#include <cstddef>
#include <memory>
#include <vector>

#include "sim/center/failures.hpp"
#include "sim/kernel/draws.hpp"
#include "sim/kernel/earliest.hpp"
#include "sim/kernel/stream.hpp"
#include "sim/model/model.hpp"

namespace thirdring {

/// One stream of arrivals: those of a process of rate 1, seen on a clock of its own.
class ArrivalProcess {
 public:
  virtual ~ArrivalProcess() = default;
  /// Starts a replication.  `busyness`: the factor on the rate for each day.
  virtual void start(const std::vector<double>& busyness) = 0;
  /// The next arrival, no earlier than the last; `never` when there is none.
  Seconds next(Stream& stream) {
    const double left = unit_exponential(stream);
    const Seconds gap = left * steady_gap_;
    return gap < end_ - now_ ? now_ += gap : search(left, stream);
  }
  /// The next `n` arrivals, or as many as there are and then `never`.
  void next_many(Stream& stream, Seconds* to, std::size_t n) {
    for (std::size_t i = 0; i < n && (to[i] = next(stream)) < never; ++i) continue;
  }

 protected:
  /// When `left` more calls were to be expected than by now.
  virtual Seconds search(double left, Stream& stream) = 0;

  // While the rate is steady, which is most of the time: the mean time between arrivals, and until when.
  Seconds steady_gap_ = never, now_ = 0, end_ = 0;
};

/// Factories, one for each law.
std::unique_ptr<ArrivalProcess> make_poisson(const Arrivals& arrivals, const Calendar& calendar);
std::unique_ptr<ArrivalProcess> make_surge(const Surge& surge);
/// Customers of an area who call because of its power cuts, which are drawn before each start: of the
/// announced ones or of the others.
std::unique_ptr<ArrivalProcess> make_area_calls(const ServedArea::Calls& calls, bool announced,
                                                const std::vector<PowerCut>& cuts);
std::unique_ptr<ArrivalProcess> make_replay(const std::vector<Seconds>& times);

/// The arrival streams of all call types: for each type its main process and its surges; and those of the
/// areas served.  They keep their next times themselves: every second event is an arrival, and none is ever
/// cancelled, so the event list need not see them.
class ArrivalSources {
 public:
  explicit ArrivalSources(const Model& model);

  void start(std::uint64_t seed, std::uint64_t replication);
  /// When the next callers come, `never` if nobody does any more; and of which source, at equal times the
  /// first.
  Seconds next_time() const { return coming_.time(); }
  std::uint32_t next_source() const { return coming_.index(); }
  /// They are here: the source goes on to its next ones.
  void advance();
  /// The next arrivals, `n` or all that are left, are here: writes when they came and of which source they
  /// are, and returns how many they are.
  std::size_t advance(std::size_t n, Seconds* times, std::uint32_t* sources);

  std::uint32_t sources() const { return static_cast<std::uint32_t>(sources_.size()); }
  TypeId type(std::uint32_t source) const { return sources_[source].type; }
  /// Callers who come together at the source's present arrival.
  std::uint32_t batch(std::uint32_t source);
  /// The seed of the next call of a source.
  std::uint64_t call_seed(std::uint32_t source) { return sources_[source].calls(); }

 private:
  struct alignas(64) Source {
    std::unique_ptr<ArrivalProcess> process;
    Stream stream, calls;
    const Distribution* batch = nullptr;
    TypeId type = 0;
    Stream batches;
    std::string name;
  };
  void add(TypeId type, std::string name, std::unique_ptr<ArrivalProcess> process);

  const Model& model_;
  std::vector<std::vector<PowerCut>> cuts_;  // by area
  std::vector<Source> sources_;
  Earliest coming_;  // of the sources
};

}  // namespace thirdring
