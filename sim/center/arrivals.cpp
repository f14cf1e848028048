#include "sim/center/arrivals.hpp"

#include <algorithm>
#include <cmath>

#include "sim/center/busyness.hpp"

namespace thirdring {

ArrivalSources::ArrivalSources(const Model& model) : model_(model), cuts_(model.areas.size()) {
  for (TypeId t = 0; t < model.call_types.size(); ++t) {
    const CallType& type = model.call_types[t];
    const Arrivals& arrivals = type.arrivals;
    if (arrivals.kind == Arrivals::Kind::replay) {
      add(t, type.name, make_replay(arrivals.times));
    } else if (arrivals.kind != Arrivals::Kind::nobody && arrivals.kind != Arrivals::Kind::dialled) {
      add(t, type.name, make_poisson(arrivals, model.calendar));
      if (arrivals.batch) sources_.back().batch = &*arrivals.batch;
    }
    for (std::size_t i = 0; i < arrivals.surges.size(); ++i)
      add(t, type.name + "/surge/" + std::to_string(i), make_surge(arrivals.surges[i]));
  }
  for (std::size_t a = 0; a < model.areas.size(); ++a) {
    const ServedArea& area = model.areas[a];
    if (area.faults.type != none)
      add(area.faults.type, "area/" + area.name + "/faults", make_area_calls(area.faults, false, cuts_[a]));
    if (area.enquiries.type != none)
      add(area.enquiries.type, "area/" + area.name + "/enquiries",
          make_area_calls(area.enquiries, true, cuts_[a]));
  }
}

void ArrivalSources::add(TypeId type, std::string name, std::unique_ptr<ArrivalProcess> process) {
  Source& source = sources_.emplace_back();
  source.type = type;
  source.name = std::move(name);
  source.process = std::move(process);
}

void ArrivalSources::start(std::uint64_t seed, std::uint64_t replication) {
  const DayFactors busyness(model_, seed, replication);
  for (std::size_t a = 0; a < cuts_.size(); ++a)
    cuts_[a] = power_cuts(model_.areas[a], model_.calendar.horizon(), seed, replication);
  for (Source& source : sources_) {
    source.stream = Stream(seed, "arrivals/" + source.name, replication);
    source.calls = Stream(seed, "calls/" + source.name, replication);
    source.batches = Stream(seed, "batches/" + source.name, replication);
    source.process->start(busyness.of(source.type));
  }
  std::vector<Seconds> first;
  for (Source& source : sources_) first.push_back(source.process->next(source.stream));
  coming_.start(first);
}

void ArrivalSources::advance() {
  Source& source = sources_[coming_.index()];
  coming_.replace(source.process->next(source.stream));
}

std::size_t ArrivalSources::advance(std::size_t n, Seconds* times, std::uint32_t* sources) {
  std::size_t here = 0;
  if (sources_.size() == 1 && n > 0 && next_time() < never) {
    times[0] = next_time();
    sources_[0].process->next_many(sources_[0].stream, times + 1, n - 1);
    while (here < n && times[here] < never) sources[here++] = 0;
    coming_.replace(here == n ? sources_[0].process->next(sources_[0].stream) : never);
  } else {
    for (; here < n && next_time() < never; advance()) {
      times[here] = next_time();
      sources[here++] = next_source();
    }
  }
  return here;
}

std::uint32_t ArrivalSources::batch(std::uint32_t source) {
  Source& s = sources_[source];
  if (!s.batch) return 1;
  return static_cast<std::uint32_t>(std::clamp(std::round(s.batch->draw(s.batches)), 1.0, 1e6));
}

}  // namespace thirdring
