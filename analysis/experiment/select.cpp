#include "analysis/experiment/select.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "analysis/experiment/replicate.hpp"

namespace thirdring {
namespace {

constexpr std::uint64_t look_after = 20;

std::uint64_t next_look(std::uint64_t done) {
  return done + std::max(look_after, done / 10 / look_after * look_after);
}

std::size_t slot_of(const std::string& measure, const Results& results) {
  const auto index = static_cast<std::size_t>(find_measure(measure) - measures().data());
  return *results.slots().find({Slot::Kind::measure, index, {}});
}

}  // namespace

std::string selection_problem(const std::string& measure) {
  if (const auto problem = precision_problem(measure)) return *problem;
  if (find_measure(measure)->kind == Measure::Kind::wait_quantile)
    return fmt::format("{} has no value for a single replication", measure);
  return {};
}

SelectionResult select_best(const std::vector<const Model*>& models, const RunOptions& options,
                            const std::string& measure, const SelectionAim& aim) {
  if (const std::string problem = selection_problem(measure); !problem.empty())
    throw std::invalid_argument(problem);
  SelectionResult result;
  result.measure = measure;
  result.aim = aim;
  result.options = options;
  std::vector<std::size_t> slots;
  for (const Model* model : models) {
    result.results.push_back(std::make_unique<Results>(*model));
    result.engines.push_back(engine_for(*model, options.engine, false));
    slots.push_back(slot_of(measure, *result.results.back()));
  }

  Selection selection(models.size(), aim);
  std::vector<Selection::Observed> observed(models.size());
  for (std::uint64_t done = 0; selection.left() > 1 && done < options.replications && !result.interrupted;) {
    std::vector<std::size_t> in;
    std::vector<const Model*> running;
    for (std::size_t m = 0; m < models.size(); ++m)
      if (selection.in(m)) in.push_back(m), running.push_back(models[m]);
    RunOptions block = options;
    block.first = options.first + done;
    block.replications = std::min(next_look(done), options.replications) - done;
    if (options.progress)
      block.progress = [&](std::uint64_t now, std::uint64_t) {
        options.progress(done + now, options.replications);
      };
    result.interrupted =
        replicate(running, block, [&](std::uint64_t replication, const std::vector<Record>& records) {
          for (std::size_t i = 0; i < in.size(); ++i) result.results[in[i]]->add(replication, records[i]);
          for (std::size_t s = 0; s < records[0].stretches.size(); ++s) {
            for (std::size_t i = 0; i < in.size(); ++i) {
              const Pair& pair = records[i].stretches[s].run[slots[in[i]]];
              observed[in[i]] = {pair.over, pair.under};
            }
            selection.add(observed);
          }
          return true;
        });
    done += block.replications;
    if (!result.interrupted) selection.screen();
  }

  for (std::size_t m = 0; m < models.size(); ++m) result.in.push_back(selection.in(m));
  result.best = selection.leader();
  result.decided = selection.left() == 1;
  return result;
}

}  // namespace thirdring
