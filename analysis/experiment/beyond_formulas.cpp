#include <algorithm>

#include "analysis/experiment/nearest_formula.hpp"

namespace thirdring {
namespace {

template <class Has>
bool any_caller(const Model& model, Has has) {
  return std::any_of(model.call_types.begin(), model.call_types.end(),
                     [&](const CallType& type) { return type.kind == CallType::Kind::inbound && has(type); });
}

bool redials(const CallType& type) {
  const Redial& r = type.redial;
  return r.at_most > 0 && r.after_busy + r.after_abandoning + r.after_unsolved + r.after_balking > 0;
}

bool not_exponential(const CallType& type) {
  return type.talk.kind() != Distribution::Kind::exponential || !type.wrap_up.is_zero() || type.hold ||
         type.conversation ||
         (!type.patience.is_never() && type.patience.kind() != Distribution::Kind::exponential);
}

/// Work of the pool that no inbound call is.
bool other_work(const Model& model, const std::vector<GroupId>& pool) {
  return std::any_of(model.call_types.begin(), model.call_types.end(), [&](const CallType& type) {
    return type.kind != CallType::Kind::inbound &&
           std::any_of(type.route.begin(), type.route.end(), [&](const RouteStep& step) {
             return std::find(pool.begin(), pool.end(), step.group) != pool.end();
           });
  });
}

}  // namespace

std::vector<std::string> beyond_formulas(const Model& model, const std::vector<GroupId>& pool) {
  std::vector<std::string> list;
  const auto add = [&](bool has, const char* what) {
    if (has) list.emplace_back(what);
  };
  const auto in_pool = [&](auto has) {
    return std::any_of(pool.begin(), pool.end(), [&](GroupId g) { return has(model.groups[g]); });
  };
  std::size_t kinds = 0;
  for (const CallType& type : model.call_types) kinds += type.kind == CallType::Kind::inbound;
  add(model.calendar.periods.size() > 2, "what a period leaves to the next");
  add(model.busyness || any_caller(model, [](const CallType& t) { return t.arrivals.busyness.has_value(); }),
      "busy and quiet days");
  add(any_caller(model, [](const CallType& t) { return t.arrivals.batch.has_value(); }),
      "callers who come together");
  add(any_caller(model, [](const CallType& t) { return t.arrivals.kind == Arrivals::Kind::replay; }),
      "calls at given times");
  add(!model.diallers.empty(), "a dialler that follows the agents");
  add(any_caller(model, redials), "redials that grow with the waits");
  add(any_caller(model, [](const CallType& t) { return t.balk > 0; }), "balking");
  add(kinds > 1 || pool.size() > 1, "call types, skills and routing");
  add(any_caller(model, [](const CallType& t) { return t.callback.has_value(); }), "callbacks");
  add(any_caller(model, [](const CallType& t) { return t.escalation.has_value(); }),
      "waits for the team lead");
  add(other_work(model, pool), "other work of the same agents");
  add(in_pool([](const AgentGroup& g) { return !g.pick_up.is_zero(); }), "ringing");
  add(in_pool([](const AgentGroup& g) { return g.shrinkage > 0; }), "absences that differ from day to day");
  add(in_pool([](const AgentGroup& g) { return !g.proficiencies.empty(); }), "agents who differ");
  add(!model.outages.empty() || !model.areas.empty(), "outages");
  add(any_caller(model, not_exponential), "laws other than the exponential");
  return list;
}

}  // namespace thirdring
