#include "analysis/html/gathered.hpp"

#include <algorithm>

#include "analysis/experiment/agreement_watch.hpp"
#include "analysis/experiment/in_order.hpp"

namespace thirdring {
namespace {

/// What one replication adds.
struct Seen {
  GatheredDay day;
  std::vector<CallCounts> types;
  std::vector<GroupTimes> groups;
  Histogram waits;
};

CallCounts counts_of(const Sums& sums, const Definitions& definitions) {
  static const Measure& level = *find_measure("service_level");
  return {sums[Count::legs], sums[Count::answered], sums[Count::abandoned], level.formula(sums, definitions)};
}

GroupTimes times_of(const Sums& sums, Seconds open) {
  GroupTimes times;
  for (std::size_t s = 0; s < agent_states; ++s) times.seconds[s] = sums.agents(static_cast<AgentState>(s));
  times.signed_on = sums[Extra::open_agent_time];
  times.open = open;
  return times;
}

class Gatherer {
 public:
  Gatherer(const Model& model, const std::vector<Column>& columns, const Aim& aim, const RunOptions& options)
      : model_(model),
        columns_(columns),
        options_(options),
        simulator_(model, options.engine),
        plan_(model),
        definitions_(model),
        period_(plan_),
        sheet_(plan_) {
    definitions_.waits.acceptable = model.threshold_index(aim.within);
    if (aim.agreement) about_ = plan_.agreement_subject(*aim.agreement);
  }

  std::optional<Seen> run(std::uint64_t replication) {
    const Totals* const totals = simulator_.run(options_.seed, replication, nullptr, options_.cancel);
    if (!totals) return std::nullopt;
    Seen seen;
    seen.day.replication = replication;
    const std::size_t n = columns_.size();
    seen.types.resize(model_.call_types.size() * n);
    seen.groups.resize(model_.groups.size() * n);
    for (std::size_t c = 0; c < n; ++c) take_column(*totals, c, seen);
    for (const TypeId t : inbound_types(model_))
      for (std::uint32_t s = 0; s < model_.calendar.stretches; ++s) seen.waits.add(totals->waits(t, s));
    return seen;
  }

 private:
  void take_column(const Totals& totals, std::size_t c, Seen& seen) {
    sheet_.clear();
    for (const PeriodId p : columns_[c].periods) {
      period_.fill(totals, p);
      sheet_.add(period_);
    }
    const auto& scopes = plan_.scopes();
    for (std::size_t s = 0; s < scopes.size(); ++s) {
      const std::size_t at = scopes[s].index * columns_.size() + c;
      if (scopes[s].kind == Scope::Kind::all) {
        seen.day.centre.push_back(counts_of(sheet_.sums(s), definitions_));
        seen.day.centre.back().in_time = counts_of(sheet_.sums(about_.value_or(s)), definitions_).in_time;
        seen.day.all.add(seen.day.centre.back());
      } else if (scopes[s].kind == Scope::Kind::type) {
        seen.types[at] = counts_of(sheet_.sums(s), definitions_);
      } else if (scopes[s].kind == Scope::Kind::group) {
        seen.groups[at] = times_of(sheet_.sums(s), columns_[c].open);
      }
    }
  }

  const Model& model_;
  const std::vector<Column>& columns_;
  const RunOptions& options_;
  Simulator simulator_;
  SheetPlan plan_;
  Definitions definitions_;
  std::optional<std::size_t> about_;  // the aim's subject; none: the whole centre
  Sheet period_, sheet_;
};

template <class T>
void add_all(std::vector<T>& to, const std::vector<T>& from) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i].add(from[i]);
}

}  // namespace

void CallCounts::add(const CallCounts& other) {
  offered += other.offered;
  answered += other.answered;
  abandoned += other.abandoned;
  in_time.over += other.in_time.over;
  in_time.under += other.in_time.under;
}

void GroupTimes::add(const GroupTimes& other) {
  for (std::size_t s = 0; s < agent_states; ++s) seconds[s] += other.seconds[s];
  signed_on += other.signed_on;
  open += other.open;
}

CallCounts Gathered::centre(std::size_t column) const {
  CallCounts sum;
  for (const GatheredDay& day : days) sum.add(day.centre[column]);
  return sum;
}

Gathered gather(const Experiment& experiment, const Aim& aim) {
  const Model& model = experiment.results.model();
  const RunOptions& options = experiment.options;
  Gathered all;
  all.columns = columns_of(model.calendar);
  all.types.resize(model.call_types.size() * all.columns.size());
  all.groups.resize(model.groups.size() * all.columns.size());

  const std::uint64_t n = std::min(most_gathered, experiment.results.replications());
  InOrder<Seen> work(
      options.first, options.first + n,
      [&]() -> InOrder<Seen>::Worker {
        const auto gatherer = std::make_shared<Gatherer>(model, all.columns, aim, options);
        return [gatherer](std::uint64_t replication) { return gatherer->run(replication); };
      },
      [&](std::uint64_t, Seen&& seen) {
        add_all(all.types, seen.types);
        add_all(all.groups, seen.groups);
        all.waits.add(seen.waits);
        all.days.push_back(std::move(seen.day));
        return true;
      });
  work.run(static_cast<unsigned>(std::min<std::uint64_t>(options.threads, std::max<std::uint64_t>(n, 1))));

  for (std::size_t d = 1; d < all.days.size(); ++d) {
    if (all.days[d].all.offered > all.days[all.busiest].all.offered) all.busiest = d;
    if (all.days[d].missed() > all.days[all.worst].missed()) all.worst = d;
  }
  return all;
}

}  // namespace thirdring
