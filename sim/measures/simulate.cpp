#include "sim/measures/simulate.hpp"

#include "sim/center/center.hpp"
#include "sim/measures/collector.hpp"
#include "sim/measures/observers.hpp"

namespace thirdring {

struct Simulator::Impl {
  explicit Impl(const Model& model) : center(model), totals(model), collector(model, totals) {}

  Center center;
  Totals totals;
  Collector collector;
};

Simulator::Simulator(const Model& model) : impl_(std::make_unique<Impl>(model)) {}
Simulator::~Simulator() = default;

const Totals* Simulator::run(std::uint64_t seed, std::uint64_t replication, Observer* also,
                             const std::atomic<bool>* stop) {
  impl_->collector.start();
  BothObservers both(impl_->collector, also);
  Observer& observer = also ? static_cast<Observer&>(both) : impl_->collector;
  return impl_->center.run(seed, replication, observer, stop) ? &impl_->totals : nullptr;
}

std::uint64_t Simulator::events() const { return impl_->center.events(); }

}  // namespace thirdring
