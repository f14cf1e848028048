#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "sim/scenario/compile/compile.hpp"

namespace thirdring {

template <class T>
const std::vector<T>* per_period(Compile& c, const Field<std::vector<T>>& rows, std::vector<T>& expanded) {
  const std::size_t whole_run = c.line->open_periods().size(), got = rows->size();
  const auto per_day = c.line->periods_per_day();
  if (got == whole_run) return &*rows;
  if (!per_day || got != *per_day) {
    const std::string of_day = per_day && *per_day != whole_run
                                   ? fmt::format("{} (one for each period of a day) or ", *per_day)
                                   : "";
    c.problem(rows.at, fmt::format("{}{} values (one for each open period)", of_day, whole_run),
              fmt::format("{}", got));
    return nullptr;
  }
  expanded.reserve(whole_run);
  while (expanded.size() < whole_run) expanded.insert(expanded.end(), rows->begin(), rows->end());
  return &expanded;
}
template const std::vector<Number>* per_period(Compile&, const Field<std::vector<Number>>&,
                                               std::vector<Number>&);
template const std::vector<WholeNumber>* per_period(Compile&, const Field<std::vector<WholeNumber>>&,
                                                    std::vector<WholeNumber>&);

namespace {

constexpr std::size_t most_moments = 10'000'000;

// False, with a report, when times of day on many days have become too many.
bool few_enough(Compile& c, std::size_t moments, const Where& at) {
  if (moments > most_moments)
    c.problem(at, fmt::format("at most {} moments, all days together", most_moments), "more");
  return moments <= most_moments;
}

void constant_rates(Compile& c, Arrivals& arrivals, const std::vector<double>& per_open_period,
                    bool are_volumes) {
  const Calendar& calendar = c.line->calendar;
  arrivals.kind = Arrivals::Kind::constant;
  arrivals.rate.assign(calendar.periods.size(), 0);
  const auto open = c.line->open_periods();
  for (std::size_t i = 0; i < open.size(); ++i) {
    const Seconds length = calendar.end_of(open[i]) - calendar.periods[open[i]].start;
    arrivals.rate[open[i]] = are_volumes ? per_open_period[i] / length : per_open_period[i];
  }
}

void volumes(Compile& c, Arrivals& arrivals, const Field<std::vector<Number>>& rows) {
  std::vector<Number> expanded;
  const std::vector<Number>* all = per_period(c, rows, expanded);
  if (all == nullptr) return;
  std::vector<double> values;
  for (const Number& n : *all) values.push_back(n.value);
  constant_rates(c, arrivals, values, true);
}

void linear(Compile& c, Arrivals& arrivals, const Field<List<KnotSpec>>& knots) {
  arrivals.kind = Arrivals::Kind::linear;
  if (knots->size() < 2) c.problem(knots.at, "at least two points", fmt::format("{}", knots->size()));
  for (const auto& knot : *knots) {
    if (!knot.given()) continue;
    // Not only those within the hours: the line may begin or end outside them.
    for (const Seconds t : c.line->moments(*knot->at)) arrivals.knots.push_back({t, knot->rate->per_second});
    if (!few_enough(c, arrivals.knots.size(), knots.at)) return;
  }
  std::stable_sort(arrivals.knots.begin(), arrivals.knots.end(),
                   [](const auto& a, const auto& b) { return a.at < b.at; });
  const auto same = [](const auto& a, const auto& b) { return a.at == b.at && a.rate == b.rate; };
  arrivals.knots.erase(std::unique(arrivals.knots.begin(), arrivals.knots.end(), same), arrivals.knots.end());
}

// Every open period of a day, or of the run when the times have dates, must be there once.
void volumes_file(Compile& c, Arrivals& arrivals, const Field<FileName>& file) {
  const auto table = c.files.table(file, {{"time", "calls"}});
  if (!table) return;
  const Calendar& calendar = c.line->calendar;
  std::map<Seconds, PeriodId> period_at;
  for (const PeriodId p : c.line->open_periods()) period_at[calendar.periods[p].start] = p;
  std::vector<double> calls(calendar.periods.size(), -1);
  for (const Table::Row& row : table->rows) {
    const Where at = table->at(row, file.at);
    Moment moment;
    const auto number = read_decimal(row.cells[1]);
    if (!number) c.problem(at, std::string(Leaf<Number>::expected), in_quotes(row.cells[1]));
    if (!Leaf<Moment>::read(row.cells[0], moment)) {
      c.problem(at, std::string(Leaf<Moment>::expected), in_quotes(row.cells[0]));
      continue;
    }
    bool is_start = false, again = false;
    for (const Seconds t : c.line->moments(moment)) {
      const auto found = period_at.find(t);
      if (found == period_at.end()) continue;
      is_start = true;
      again = again || calls[found->second] >= 0;
      calls[found->second] = number.value_or(0);
    }
    if (!is_start) c.problem(at, "the start of an open period", in_quotes(row.cells[0]));
    if (again) c.problem(at, "each period once", in_quotes(row.cells[0]) + " again");
  }
  std::vector<double> values;
  for (const PeriodId p : c.line->open_periods()) {
    if (calls[p] < 0) {
      c.problem({{table->source, 0, 0}, file.at.path}, "a row for each open period",
                fmt::format("none for {}", calendar.periods[p].label));
      return;
    }
    values.push_back(calls[p]);
  }
  constant_rates(c, arrivals, values, true);
}

void replay(Compile& c, Arrivals& arrivals, const List<Moment>& times, const Where& at) {
  arrivals.kind = Arrivals::Kind::replay;
  for (const auto& time : times) {
    if (!time.given()) continue;
    const auto all = open_moments(c, *time, time.at);
    arrivals.times.insert(arrivals.times.end(), all.begin(), all.end());
    if (!few_enough(c, arrivals.times.size(), at)) return;
  }
  std::sort(arrivals.times.begin(), arrivals.times.end());
}

void replay_file(Compile& c, Arrivals& arrivals, const Field<FileName>& file) {
  const auto table = c.files.table(file, {{"time"}});
  if (!table) return;
  List<Moment> times;
  for (const Table::Row& row : table->rows) {
    Field<Moment> time;
    time.at = table->at(row, file.at);
    time.state = Field<Moment>::State::given;
    if (Leaf<Moment>::read(row.cells[0], time.value))
      times.push_back(time);
    else
      c.problem(time.at, std::string(Leaf<Moment>::expected), in_quotes(row.cells[0]));
  }
  replay(c, arrivals, times, file.at);
}

void surges(Compile& c, Arrivals& arrivals, const Field<List<SurgeSpec>>& all) {
  for (const auto& surge : *all) {
    if (!surge.given()) continue;
    c.above_zero(surge->length, surge->length->seconds);
    for (const Seconds start : open_moments(c, *surge->start, surge->start.at))
      arrivals.surges.push_back({start, surge->length->seconds, *surge->shape, surge->calls->value});
    if (!few_enough(c, arrivals.surges.size(), all.at)) return;
  }
}

}  // namespace

std::vector<Seconds> open_moments(Compile& c, const Moment& moment, const Where& at) {
  std::vector<Seconds> result = c.line->moments(moment);
  const bool within = std::all_of(result.begin(), result.end(),
                                  [&](Seconds t) { return t >= 0 && t < c.line->calendar.horizon(); });
  std::erase_if(result, [&](Seconds t) { return !c.line->is_open(t); });
  if (result.empty()) {
    const std::string until = write_date(c.line->dates.back());
    c.problem(at,
              moment.date && !within
                  ? fmt::format("a time from {} to the end of {}", c.line->calendar.start, until)
                  : "a time within the opening hours",
              in_quotes(Leaf<Moment>::write(moment)));
  }
  return result;
}

Arrivals compile_arrivals(Compile& c, const Field<ArrivalsSpec>& spec) {
  Arrivals arrivals;
  if (!spec.given() || spec->nobody.given()) return arrivals;
  if (spec->busyness.given()) arrivals.busyness = c.distribution(spec->busyness);
  if (spec->batch.given()) arrivals.batch = c.distribution(spec->batch);
  if (spec->batch.given() && (spec->times.given() || spec->times_file.given()))
    c.problem(spec->batch.at, "no batches beside the very times of calls", "a batch");
  if (spec->busyness.given() && (spec->times.given() || spec->times_file.given()))
    c.problem(spec->busyness.at, "no busyness beside the very times of calls", "a busyness");
  if (spec->dialler.given()) {
    arrivals.kind = Arrivals::Kind::dialled;
    if (spec->batch.given()) c.problem(spec->batch.at, "no batches beside a dialler", "a batch");
    if (spec->busyness.given()) c.problem(spec->busyness.at, "no busyness beside a dialler", "a busyness");
  }
  if (!c.line) return arrivals;
  if (spec->rate.given())
    constant_rates(c, arrivals, std::vector<double>(c.line->open_periods().size(), spec->rate->per_second),
                   false);
  if (spec->volumes.given()) volumes(c, arrivals, spec->volumes);
  if (spec->linear.given()) linear(c, arrivals, spec->linear);
  if (spec->file.given()) volumes_file(c, arrivals, spec->file);
  if (spec->times.given()) replay(c, arrivals, *spec->times, spec->times.at);
  if (spec->times_file.given()) replay_file(c, arrivals, spec->times_file);
  if (spec->surges.given()) surges(c, arrivals, spec->surges);
  return arrivals;
}

}  // namespace thirdring
