#include "bench/gate/baseline.hpp"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

namespace thirdring::bench {
namespace {

using nlohmann::ordered_json;

template <class Map>
std::set<std::string> names_of(const Map& a, const Map& b) {
  std::set<std::string> names;
  for (const auto& [name, value] : a) names.insert(name);
  for (const auto& [name, value] : b) names.insert(name);
  return names;
}

std::string value_or_nothing(const Circumstances& of, const std::string& name) {
  const auto found = of.find(name);
  return found == of.end() || found->second.empty() ? "nothing" : found->second;
}

}  // namespace

Baseline read_baseline(const std::string& json) {
  try {
    const auto document = nlohmann::json::parse(json);
    Baseline baseline;
    baseline.made_with = document.at("made_with").get<Circumstances>();
    for (const auto& move : document.at("history"))
      baseline.history.push_back(
          {move.at("date"), move.at("reason"), move.at("instructions_per_call").get<Counts>()});
    if (baseline.history.empty()) throw std::runtime_error("no history");
    return baseline;
  } catch (const std::exception& error) {
    throw std::runtime_error(fmt::format("the baseline cannot be read: {}", error.what()));
  }
}

std::string write_baseline(const Baseline& baseline) {
  ordered_json history = ordered_json::array();
  for (const Baseline::Move& move : baseline.history) {
    ordered_json counts;
    for (const auto& [name, count] : move.instructions_per_call) counts[name] = std::round(10 * count) / 10;
    history.push_back({{"date", move.date}, {"reason", move.reason}, {"instructions_per_call", counts}});
  }
  return ordered_json({{"made_with", baseline.made_with}, {"history", history}}).dump(2) + "\n";
}

std::string differences(const Circumstances& then, const Circumstances& here) {
  std::string text;
  for (const std::string& name : names_of(then, here)) {
    const std::string a = value_or_nothing(then, name), b = value_or_nothing(here, name);
    if (a != b) text += fmt::format("  {}: the baseline was made with {}, here is {}\n", name, a, b);
  }
  return text;
}

Judgement judge(const Counts& baseline, const Counts& here, const std::string& move) {
  Judgement judgement;
  bool faster = false;
  for (const std::string& name : names_of(baseline, here)) {
    const auto before = baseline.find(name), now = here.find(name);
    if (before == baseline.end() || now == here.end()) {
      judgement.passed = false;
      judgement.text += fmt::format(
          "{}: {}\n", name, now == here.end() ? "in the baseline, but not measured" : "not in the baseline");
      continue;
    }
    const double change = now->second / before->second - 1;
    const bool too_many = now->second > (1 + tolerance) * before->second;
    judgement.passed = judgement.passed && !too_many;
    faster = faster || change < -tolerance;
    judgement.text += fmt::format("{}: {:.1f} instructions per call, baseline {:.1f}, {:+.2f} %{}\n", name,
                                  now->second, before->second, 100 * change, too_many ? ": TOO MANY" : "");
  }
  if (!judgement.passed)
    judgement.text += fmt::format(
        "A call may not become dearer by more than {:.0f} % unnoticed.  If it has to, move the baseline in "
        "the same\n"
        "commit and say why:\n  {}\n",
        100 * tolerance, move);
  else if (faster)
    judgement.text +=
        fmt::format("Faster than the baseline: move it, so that the gain is kept:\n  {}\n", move);
  return judgement;
}

}  // namespace thirdring::bench
