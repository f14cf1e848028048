#include "sim/measures/simulate.hpp"

#include <optional>
#include <stdexcept>

#include "sim/center/center.hpp"
#include "sim/measures/collector.hpp"
#include "sim/measures/observers.hpp"
#include "sim/measures/offered_wait/fits.hpp"
#include "sim/measures/offered_wait/offered_wait.hpp"

namespace thirdring {
namespace {

/// Everything that the event engine needs.
struct Watched {
  Watched(const Model& model, Totals& totals) : center(model), collector(model, totals) {}
  Center center;
  Collector collector;
};

}  // namespace

struct Simulator::Impl {
  Impl(const Model& the_model, Engine asked)
      : model(the_model), engine(engine_for(model, asked, false)), totals(model) {
    if (engine == Engine::offered_wait) offered_wait.emplace(model, totals);
  }

  const Model& model;
  const Engine engine;
  Totals totals;
  std::optional<OfferedWait> offered_wait;
  std::optional<Watched> events;  // made when first needed
  std::uint64_t handled = 0;
};

Simulator::Simulator(const Model& model, Engine engine) : impl_(std::make_unique<Impl>(model, engine)) {}
Simulator::~Simulator() = default;

Engine Simulator::engine() const { return impl_->engine; }

const Totals* Simulator::run(std::uint64_t seed, std::uint64_t replication, Observer* also,
                             const std::atomic<bool>* stop) {
  if (impl_->offered_wait && !also) {
    impl_->handled = 0;
    return impl_->offered_wait->run(seed, replication, stop) ? &impl_->totals : nullptr;
  }
  if (!impl_->events) impl_->events.emplace(impl_->model, impl_->totals);
  auto& [center, collector] = *impl_->events;
  collector.start();
  BothObservers both(collector, also);
  Observer& observer = also ? static_cast<Observer&>(both) : collector;
  const bool ended = center.run(seed, replication, observer, stop);
  impl_->handled = center.events();
  return ended ? &impl_->totals : nullptr;
}

std::uint64_t Simulator::events() const { return impl_->handled; }

std::string_view name_of(Engine engine) {
  return engine == Engine::automatic ? "auto" : engine == Engine::events ? "events" : "offered_wait";
}

Engine engine_for(const Model& model, Engine asked, bool watched) {
  const bool fits = fits_offered_wait(model);
  if (asked == Engine::offered_wait && !fits)
    throw std::invalid_argument("the offered wait does not fit this model");
  return asked == Engine::events || watched || !fits ? Engine::events : Engine::offered_wait;
}

}  // namespace thirdring
