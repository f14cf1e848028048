#include "tests/validation/validate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "analysis/experiment/replicate.hpp"
#include "analysis/statistics/intervals.hpp"
#include "sim/scenario/load.hpp"

namespace thirdring::validation {
namespace {

constexpr std::size_t sections = 40;
constexpr double of_printed = 3.2905;  // standard errors in a half-width of 99.9 %

Model model_of(const Variant& variant) {
  Loaded loaded = load_scenario_text(variant.yaml, "scenario.yaml");
  if (loaded.model) return std::move(*loaded.model);
  std::string problems = variant.yaml;
  for (const auto& problem : loaded.problems) problems.append("\n").append(problem.text());
  throw std::runtime_error(problems);
}

/// Of any formula over sums: the jackknife over sections of the replications (Quenouille 1956, Tukey 1958).
Verdict judge(const Check& check, const std::vector<Values>& by_section, const Values& all) {
  const double whole = check.value(all);
  Moments<1> pseudo;
  for (const Values& section : by_section) {
    Values rest = all;
    rest.subtract(section);
    const auto k = static_cast<double>(sections);
    pseudo.add({k * whole - (k - 1) * check.value(rest)});
  }
  const Estimate ours = mean_interval(pseudo, confidence);
  Verdict verdict{check.metric, check.exact, ours.value, ours.half_width(), ours.half_width(), false, false};
  if (check.error > 0) verdict.half_width = std::hypot(ours.half_width(), of_printed * check.error);
  const double off = std::abs(verdict.value - check.exact);
  // What is nothing has to be nothing; exact numbers were integrated to six digits and more.
  verdict.agrees = std::abs(check.exact) < 1e-9
                       ? off < 1e-9
                       : off <= verdict.half_width + check.slack + 1e-6 * std::abs(check.exact);
  return verdict;
}

/// How many times as many observations make the interval as narrow, relative to the exact value.
double times_more(const Verdict& verdict, double relative) {
  if (std::abs(verdict.exact) < 1e-9) return 0;
  return std::pow(verdict.half_width / (relative * verdict.exact), 2);
}

bool is_narrow(const Verdict& verdict, double relative) { return times_more(verdict, relative) <= 1; }

}  // namespace

Validated validate(const Variant& variant, const Effort& effort) {
  const Model model = model_of(variant);
  const Slots slots(model);
  const Values nothing(model, slots);
  for (const Check& check : variant.checks) check.value(nothing);  // which tells what will be asked for
  std::vector<Values> by_section(sections, nothing);
  Validated result;
  RunOptions options;
  options.threads = effort.threads;
  options.replications = sections;
  for (;;) {
    replicate({&model}, options, [&](std::uint64_t replication, const std::vector<Record>& records) {
      by_section[replication % sections].add(records[0]);
      result.calls += records[0].calls;
      ++result.observations;
      return true;
    });
    Values all = nothing;
    for (const Values& section : by_section) all.add(section);
    result.verdicts.clear();
    double more = 0, slow = 0;  // times as many for all to be narrow, or narrow enough
    for (const Check& check : variant.checks) {
      result.verdicts.push_back(judge(check, by_section, all));
      if (check.error > 0) {
        // A printed number is as uncertain as it is: half of that is as much as we may add.
        more = std::max(more, std::pow(result.verdicts.back().own / (0.5 * of_printed * check.error), 2));
        continue;
      }
      more = std::max(more, times_more(result.verdicts.back(), effort.half_width));
      slow = std::max(slow, times_more(result.verdicts.back(), effort.slow));
    }
    const auto so_far = static_cast<double>(result.calls), usual = static_cast<double>(effort.usual_calls);
    if (more * so_far > usual) more = std::max(slow, usual / so_far);
    if (more <= 1 || result.calls >= effort.most_calls) break;
    options.first += options.replications;
    const double next = std::clamp(1.1 * more - 1, 0.25, 3.0) * static_cast<double>(options.first);
    options.replications = sections * static_cast<std::uint64_t>(std::ceil(next / sections));
  }
  for (Verdict& verdict : result.verdicts) verdict.narrow = is_narrow(verdict, effort.slow);
  return result;
}

}  // namespace thirdring::validation
