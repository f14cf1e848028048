#include "analysis/sensitivity/inputs.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/sensitivity/staffing.hpp"

namespace thirdring {
namespace {

using Op = Program::Op;

bool scale(Distribution& law, double share) {
  if (law.is_zero() || law.is_never()) return false;
  law = law.times(1 + share);
  return true;
}

/// Of given moments: one call is left out, or comes once more halfway to the next one of its day, whenever
/// the share of all so far fills up a half.
bool scale_times(const Calendar& calendar, std::vector<Seconds>& times, double share) {
  std::vector<Seconds> result;
  const auto up_to = [&](std::size_t i) {
    return std::floor(static_cast<double>(i) * (1 + share) + 0.5 + 1e-9);
  };
  for (std::size_t i = 0; i < times.size(); ++i) {
    const auto copies = static_cast<int>(up_to(i + 1) - up_to(i));
    const Seconds next = i + 1 < times.size() && &calendar.day_of(times[i]) == &calendar.day_of(times[i + 1])
                             ? times[i + 1]
                             : times[i];
    for (int c = 0; c < copies; ++c) result.push_back(times[i] + (next - times[i]) * c / copies);
  }
  const bool any = result.size() != times.size();
  times = std::move(result);
  return any;
}

bool volumes(Model& model, double share) {
  bool any = false;
  for (CallType& type : model.call_types) {
    const bool calls = type.arrivals.expected_calls(model.calendar) > 0;
    type.arrivals.take_share(1 + share);
    const bool given = type.arrivals.kind == Arrivals::Kind::replay;
    const bool changed = given && scale_times(model.calendar, type.arrivals.times, share);
    any = any || changed || (!given && calls) || !type.arrivals.surges.empty();
  }
  for (ServedArea& area : model.areas)
    for (ServedArea::Calls* calls : {&area.faults, &area.enquiries}) {
      any = any || calls->customers > 0;
      calls->customers *= 1 + share;
    }
  return any;
}

bool spoken(Program& program, double share) {
  bool any = false;
  for (Program::Step& step : program.steps) {
    if (step.op == Op::speak_law) any |= scale(program.laws[step.to], share);
    if (step.op != Op::speak) continue;
    any = any || step.x > 0;
    step.x *= 1 + share;
  }
  return any;
}

bool talk_time(Model& model, double share) {
  bool any = false;
  for (CallType& type : model.call_types) {
    if (type.kind != CallType::Kind::work_order) any |= scale(type.talk, share);
    if (type.escalation) any |= scale(type.escalation->talk, share);
    if (type.conversation) any |= spoken(*type.conversation, share);
  }
  return any;
}

bool hold_time(Model& model, double share) {
  bool any = false;
  for (CallType& type : model.call_types) {
    if (type.hold) any |= scale(type.hold->time, share);
    if (!type.conversation) continue;
    for (const Program::Step& step : type.conversation->steps)
      if (step.op == Op::hold) any |= scale(type.conversation->laws[step.to], share);
  }
  return any;
}

bool wrap_up(Model& model, double share) {
  bool any = false;
  for (CallType& type : model.call_types) {
    if (type.kind != CallType::Kind::work_order) any |= scale(type.wrap_up, share);
    if (type.escalation) any |= scale(type.escalation->wrap_up, share);
  }
  return any;
}

bool patience(Model& model, double share) {
  bool any = false;
  for (CallType& type : model.call_types) any |= scale(type.patience, share);
  return any;
}

bool ring_time(Model& model, double share) {
  bool any = false;
  for (AgentGroup& group : model.groups) any |= scale(group.pick_up, share);
  return any;
}

bool case_work(Model& model, double share) {
  bool any = false;
  for (CallType& type : model.call_types) {
    if (type.kind != CallType::Kind::work_order) continue;
    any |= scale(type.talk, share);
    any |= scale(type.wrap_up, share);
  }
  return any;
}

bool shrinkage(Model& model, double share) {
  bool any = false;
  for (AgentGroup& group : model.groups) {
    any = any || group.shrinkage > 0;
    group.shrinkage = std::min(1.0, group.shrinkage * (1 + share));
  }
  return any;
}

bool staffing(Model& model, double share) {
  bool any = false;
  for (AgentGroup& group : model.groups) {
    const double before = mean_agents(model.calendar, group);
    change_staffing(model.calendar, group, share);
    any = any || mean_agents(model.calendar, group) != before;
  }
  return any;
}

}  // namespace

const std::vector<Input>& inputs() {
  static const std::vector<Input> all = {
      {"volumes", "Calls that come by themselves, those of surges and power cuts included.", volumes},
      {"talk_time", "Talk of all calls, callbacks and escalations, and what conversations add.", talk_time},
      {"hold_time", "Time on hold.", hold_time},
      {"wrap_up", "After-call work.", wrap_up},
      {"patience", "How long callers wait before they hang up; who never does stays.", patience},
      {"ring_time", "Time until an agent picks up.", ring_time},
      {"case_work", "Work on cases with its paperwork, without travel.", case_work},
      {"shrinkage", "Chance that an agent is absent.", shrinkage},
      {"staffing", "Agents of every group, in whole agents and at least one.", staffing}};
  return all;
}

const Input* find_input(std::string_view name) {
  const auto found =
      std::find_if(inputs().begin(), inputs().end(), [&](const Input& input) { return input.name == name; });
  return found == inputs().end() ? nullptr : &*found;
}

}  // namespace thirdring
