#include <algorithm>
#include <cmath>

#include "analysis/html/pieces.hpp"

namespace thirdring {
namespace {

double value(const Pair& pair) { return pair.known() ? pair.value() : unknown; }

/// The value below which a share of the days lies.
double quantile(std::vector<double>& sorted, double p) {
  if (sorted.empty()) return unknown;
  const double at = p * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

/// Mean and the band that holds 80 % of the days, by column.
template <class Number>
Json band(const Gathered& gathered, Number number, const std::vector<double>& means) {
  Json mean = Json::array(), low = Json::array(), high = Json::array();
  for (std::size_t c = 0; c < gathered.columns.size(); ++c) {
    std::vector<double> values;
    for (const GatheredDay& day : gathered.days)
      if (const double x = number(day.centre[c]); !std::isnan(x)) values.push_back(x);
    std::sort(values.begin(), values.end());
    mean.push_back(short_number(means[c]));
    low.push_back(short_number(quantile(values, 0.1)));
    high.push_back(short_number(quantile(values, 0.9)));
  }
  return {{"mean", mean}, {"low", low}, {"high", high}};
}

template <class Number>
Json by_column(const std::vector<CallCounts>& counts, Number number) {
  Json numbers = Json::array();
  for (const CallCounts& column : counts) numbers.push_back(short_number(number(column)));
  return numbers;
}

Json one_day(const GatheredDay& day) {
  return {{"replication", day.replication},
          {"calls", day.all.offered},
          {"level", short_number(value(day.all.in_time))},
          {"abandoned_all", day.all.abandoned},
          {"offered", by_column(day.centre, [](const CallCounts& c) { return c.offered; })},
          {"answered", by_column(day.centre, [](const CallCounts& c) { return c.answered; })},
          {"abandoned", by_column(day.centre, [](const CallCounts& c) { return c.abandoned; })},
          {"levels", by_column(day.centre, [](const CallCounts& c) { return value(c.in_time); })}};
}

}  // namespace

Json day_data(const Gathered& gathered, const Aim& aim) {
  const std::size_t n = gathered.columns.size();
  const auto days = static_cast<double>(gathered.days.size());
  std::vector<double> offered, answered, abandoned, level;
  Json labels = Json::array(), starts = Json::array(), below = Json::array();
  for (std::size_t c = 0; c < n; ++c) {
    const CallCounts all = gathered.centre(c);
    offered.push_back(all.offered / days);
    answered.push_back(all.answered / days);
    abandoned.push_back(all.abandoned / days);
    level.push_back(value(all.in_time));
    labels.push_back(gathered.columns[c].label);
    starts.push_back(gathered.columns[c].start);
    double short_of = 0, known = 0;
    for (const GatheredDay& day : gathered.days) {
      if (!day.centre[c].in_time.known()) continue;
      known += 1;
      short_of += day.centre[c].in_time.value() < aim.share;
    }
    below.push_back(short_number(known > 0 ? short_of / known : unknown));
  }
  Json data = {{"labels", labels}, {"starts", starts}, {"replications", gathered.days.size()}};
  data["offered"] = band(
      gathered, [](const CallCounts& c) { return c.offered; }, offered);
  data["answered"] = band(
      gathered, [](const CallCounts& c) { return c.answered; }, answered);
  data["abandoned"] = band(
      gathered, [](const CallCounts& c) { return c.abandoned; }, abandoned);
  data["level"] = band(
      gathered, [](const CallCounts& c) { return value(c.in_time); }, level);
  data["below"] = below;
  if (!gathered.days.empty()) {
    data["busiest"] = one_day(gathered.days[gathered.busiest]);
    data["worst"] = one_day(gathered.days[gathered.worst]);
  }
  return data;
}

}  // namespace thirdring
