#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/experiment/agreement_watch.hpp"
#include "analysis/html/pieces.hpp"

namespace thirdring {
namespace {

constexpr std::size_t most_rows = 30;  // of a heat map
constexpr std::size_t most_rings = 12;

double ratio(double over, double under) { return under > 0 ? over / under : unknown; }

}  // namespace

Json short_number(double x) {
  if (!std::isfinite(x)) return nullptr;
  if (x == std::round(x) && std::abs(x) < 1e15) return static_cast<std::int64_t>(x);
  const double scale = std::pow(10, 4 - std::floor(std::log10(std::abs(x))));
  return std::isfinite(scale) ? std::round(x * scale) / scale : 0.0;
}

Json short_estimate(const Estimate& e) {
  return {short_number(e.value), short_number(e.low), short_number(e.high)};
}

std::size_t page_state(AgentState state) {
  switch (state) {
    case AgentState::idle:
      return 0;
    case AgentState::ringing:
    case AgentState::dialling:
      return 1;
    case AgentState::talking:
      return 2;
    case AgentState::holding:
    case AgentState::handing_over:
      return 3;
    case AgentState::wrap_up:
      return 4;
    case AgentState::travelling:
    case AgentState::working:
      return 5;
    case AgentState::away:
      return 6;
    case AgentState::on_break:
      return 7;
    case AgentState::off:
      break;
  }
  return page_states;
}

Json group_data(const Model& model, const Gathered& gathered) {
  Json groups = Json::array();
  const double days = static_cast<double>(gathered.days.size() * model.calendar.days.size());
  for (GroupId g = 0; g < model.groups.size(); ++g) {
    Json agents = Json::array(), occupancy = Json::array(), hours = Json::array();
    std::array<double, page_states + 1> all{};
    for (std::size_t c = 0; c < gathered.columns.size(); ++c) {
      const GroupTimes& times = gathered.group(g, c);
      std::array<double, page_states + 1> here{};
      for (std::size_t s = 0; s < agent_states; ++s)
        here[page_state(static_cast<AgentState>(s))] += times.seconds[s];
      for (std::size_t s = 0; s <= page_states; ++s) all[s] += here[s];
      // The measure's own formula: dialling is work, ringing is not.
      const double work = here[2] + here[3] + here[4] + here[5] +
                          times.seconds[static_cast<std::size_t>(AgentState::dialling)];
      const double present = std::accumulate(here.begin(), here.begin() + 7, 0.0);
      agents.push_back(short_number(ratio(times.signed_on, times.open)));
      occupancy.push_back(short_number(ratio(work, present)));
    }
    for (std::size_t s = 0; s < page_states; ++s) hours.push_back(short_number(all[s] / 3600 / days));
    bool lead = false, calls = false;
    for (const AgentGroup& group : model.groups) lead = lead || group.team_lead == g;
    for (const CallType& type : model.call_types)
      for (const RouteStep& step : type.route)
        calls = calls || (type.kind == CallType::Kind::inbound && step.group == g);
    groups.push_back({{"name", model.groups[g].name},
                      {"lead", lead},
                      {"takes_calls", calls},
                      {"agents", agents},
                      {"occupancy", occupancy},
                      {"hours", hours}});
  }
  return groups;
}

Json heat_data(const Model& model, const Gathered& gathered) {
  std::vector<TypeId> types = inbound_types(model);
  const std::size_t n = gathered.columns.size();
  std::vector<double> calls(model.call_types.size());
  for (const TypeId t : types)
    for (std::size_t c = 0; c < n; ++c) calls[t] += gathered.type(t, c).offered;
  std::vector<TypeId> rest;
  if (types.size() > most_rows) {
    std::stable_sort(types.begin(), types.end(), [&](TypeId a, TypeId b) { return calls[a] > calls[b]; });
    rest.assign(types.begin() + most_rows - 1, types.end());
    types.resize(most_rows - 1);
    std::sort(types.begin(), types.end());
  }
  Json rows = Json::array();
  const auto add_row = [&](const std::string& name, const std::vector<TypeId>& of) {
    Json level = Json::array();
    for (std::size_t c = 0; c < n; ++c) {
      CallCounts sum;
      for (const TypeId t : of) sum.add(gathered.type(t, c));
      level.push_back(short_number(ratio(sum.in_time.over, sum.in_time.under)));
    }
    rows.push_back({{"name", name}, {"level", level}});
  };
  for (const TypeId t : types) add_row(model.call_types[t].name, {t});
  if (!rest.empty()) add_row("", rest);
  return {{"types", rows}, {"others", rest.size()}};
}

Json wait_data(const Model& model, const Gathered& gathered) {
  const auto total = static_cast<double>(gathered.waits.total());
  if (total == 0) return nullptr;
  // The share answered within a time, interpolated within a bin.
  const auto within = [&](Seconds time) {
    double sum = gathered.waits[0];
    for (std::size_t i = 1; i < Histogram::bins; ++i) {
      const Seconds from = Histogram::lower_edge(i);
      const Seconds to = i + 1 < Histogram::bins ? Histogram::lower_edge(i + 1) : never;
      if (from >= time) break;
      sum += gathered.waits[i] * std::min(1.0, (time - from) / (to - from));
    }
    return sum / total;
  };
  Json edges = Json::array(), shares = Json::array(), rings = Json::array();
  Seconds step = 5;
  while (step * 40 < gathered.waits.quantile(0.995) && step < 3600) step *= 2;
  double before = 0;
  for (int i = 1; i <= 40; ++i) {
    const double now = i == 40 ? 1 : within(i * step);
    edges.push_back((i - 1) * step);
    shares.push_back(short_number(now - before));
    before = now;
  }
  before = 0;
  for (std::size_t r = 1; r <= most_rings; ++r) {
    const double now = r == most_rings ? 1 : within(static_cast<double>(r) * model.ringing.cycle);
    rings.push_back(short_number(now - before));
    before = now;
  }
  return {{"step", step},
          {"edges", edges},
          {"shares", shares},
          {"rings", rings},
          {"cycle", model.ringing.cycle},
          {"third", model.measuring.rings},
          {"answered", total}};
}

}  // namespace thirdring
