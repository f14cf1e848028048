// Who calls when.
#pragma once
#include <cstddef>
#include <memory>
#include <vector>

#include "sim/kernel/stream.hpp"
#include "sim/model/model.hpp"

namespace thirdring {

/// One stream of arrivals.
class ArrivalProcess {
 public:
  virtual ~ArrivalProcess() = default;
  /// Starts a replication.  `busyness`: the factor on the rate for each day.
  virtual void start(const std::vector<double>& busyness) = 0;
  /// The next arrival, no earlier than the last; `never` when there is none.
  virtual Seconds next(Stream& stream) = 0;
};

/// Factories, one for each law.
std::unique_ptr<ArrivalProcess> make_poisson(const Arrivals& arrivals, const Calendar& calendar);
std::unique_ptr<ArrivalProcess> make_surge(const Surge& surge);
std::unique_ptr<ArrivalProcess> make_replay(const std::vector<Seconds>& times);

/// The arrival streams of all call types: for each type its main process and its surges.
class ArrivalSources {
 public:
  explicit ArrivalSources(const Model& model);

  void start(std::uint64_t seed, std::uint64_t replication);
  std::size_t size() const { return sources_.size(); }
  TypeId type(std::size_t source) const { return sources_[source].type; }
  Seconds next(std::size_t source) { return sources_[source].process->next(sources_[source].stream); }
  /// Callers who arrive together at the arrival just taken.
  std::uint32_t batch(std::size_t source);
  /// The seed of the next call of a source.
  std::uint64_t call_seed(std::size_t source) { return sources_[source].calls(); }

 private:
  struct Source {
    TypeId type = 0;
    std::string name;
    std::unique_ptr<ArrivalProcess> process;
    const Distribution* batch = nullptr;
    Stream stream, calls, batches;
  };
  void add(TypeId type, std::string name, std::unique_ptr<ArrivalProcess> process);

  const Model& model_;
  std::vector<Source> sources_;
};

}  // namespace thirdring
