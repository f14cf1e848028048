#include "analysis/experiment/controls.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "sim/measures/offered_wait/fits.hpp"

namespace thirdring {
namespace {

bool varies(const std::optional<Distribution>& law) { return law && law->variance() > 0; }

/// The talk time that callers need decides on nothing else, and agents add nothing to it.
bool work_is_free(const Model& model) {
  return fits_offered_wait(model) &&
         model.call_types[0].talk.variance() + model.call_types[0].wrap_up.variance() > 0;
}

/// All first attempts are of people who call by themselves: nothing that happens in the centre leads to more.
bool only_callers(const Model& model) {
  return model.areas.empty() && model.outages.empty() && model.cases.empty() && model.outbound.empty() &&
         std::all_of(model.call_types.begin(), model.call_types.end(), [](const CallType& type) {
           return !type.conversation && type.transfers.empty() && type.follow_ups.empty() &&
                  !type.preemptible;
         });
}

double total(const std::vector<double>& x) { return std::accumulate(x.begin(), x.end(), 0.0); }

}  // namespace

std::string_view name_of(Controls::Kind kind) {
  constexpr std::array<std::string_view, 6> names = {"busyness", "busyness_squared",  "arrivals",
                                                     "work",     "busyness_arrivals", "busyness_work"};
  return names[static_cast<std::size_t>(kind)];
}

Controls::Controls(const Model& model) : model_(model), day_weights_(model.calendar.days.size()) {
  if (model.calendar.stretches > 1 || model.calendar.has_warm_up()) return;
  const double common = model.busyness ? model.busyness->mean() : 1;
  bool factors_vary = false, any_counts = false;
  for (TypeId t = 0; t < model.call_types.size(); ++t) {
    if (model.call_types[t].kind != CallType::Kind::inbound) continue;
    const Arrivals& arrivals = model.call_types[t].arrivals;
    Caller caller{t, arrivals.expected_by_day(model.calendar),
                  common * (arrivals.busyness ? arrivals.busyness->mean() : 1),
                  !arrivals.batch && arrivals.surges.empty() && only_callers(model)};
    if (!(total(caller.expected) > 0)) continue;
    factors_vary = factors_vary || varies(model.busyness) || varies(arrivals.busyness);
    any_counts = any_counts || caller.counts;
    for (std::size_t d = 0; d < day_weights_.size(); ++d) day_weights_[d] += caller.expected[d];
    callers_.push_back(std::move(caller));
  }
  const double all = total(day_weights_);
  for (double& weight : day_weights_) weight /= all;
  if (factors_vary) kinds_.push_back(Kind::busyness), find_squared();
  if (any_counts) kinds_.push_back(Kind::arrivals);
  if (any_counts && factors_vary) kinds_.push_back(Kind::busyness_arrivals);
  if (!work_is_free(model)) return;
  kinds_.push_back(Kind::work);
  if (factors_vary) kinds_.push_back(Kind::busyness_work);
  const CallType& type = model.call_types[0];
  work_per_answer_ = type.talk.mean() * model.groups[0].skills[0].talk_factor + type.wrap_up.mean();
}

void Controls::find_squared() {
  if (varies(model_.busyness)) {
    law_ = &*model_.busyness;
  } else {
    for (const Caller& caller : callers_) {
      const CallType& type = model_.call_types[caller.type];
      if (!varies(type.arrivals.busyness)) continue;
      // Several factors of their own.
      if (law_ && busyness_name(type) != busyness_name(model_.call_types[law_of_])) {
        law_ = nullptr;
        return;
      }
      if (!law_) law_ = &*type.arrivals.busyness, law_of_ = caller.type;
    }
  }
  kinds_.push_back(Kind::busyness_squared);
}

std::vector<double> Controls::values(std::uint64_t seed, std::uint64_t replication,
                                     const std::vector<Sums>& types) const {
  if (kinds_.empty()) return {};
  const DayFactors factors(model_, seed, replication);
  double busyness = 0, squared = 0, arrivals = 0, work = 0;
  for (const Caller& caller : callers_) {
    const std::vector<double> today = factors.of(caller.type);
    const Sums& sums = types[caller.type];
    double expected = 0;
    for (std::size_t d = 0; d < today.size(); ++d) {
      busyness += caller.expected[d] * (today[d] - caller.mean_factor);
      expected += caller.expected[d] * today[d];
    }
    if (caller.counts) arrivals += sums[Count::legs] - sums[Count::redials] - expected;
  }
  if (law_) {
    const double scale = law_of_ == none || !model_.busyness ? 1 : 1 / model_.busyness->mean();
    const std::vector<double> drawn = law_of_ == none ? factors.common() : factors.of(law_of_);
    const double mean = law_->mean(), variance = law_->variance();
    for (std::size_t d = 0; d < drawn.size(); ++d) {
      const double off = drawn[d] * scale - mean;
      squared += day_weights_[d] * (off * off - variance);
    }
  }
  if (work_per_answer_ > 0) {
    const Sums& sums = types[0];
    work = sums[Count::talk] + sums[Count::wrap_up] - work_per_answer_ * sums[Count::answered];
  }
  const std::array every = {busyness, squared, arrivals, work, busyness * arrivals, busyness * work};
  std::vector<double> values;
  for (const Kind kind : kinds_) values.push_back(every[static_cast<std::size_t>(kind)]);
  return values;
}

}  // namespace thirdring
