#include <cmath>

#include "analysis/html/pieces.hpp"

namespace thirdring {
namespace {

Json seconds_from(const Replay& replay, Seconds moment) {
  return moment < never ? Json(static_cast<std::int64_t>(std::lround(moment - replay.start))) : Json(nullptr);
}

}  // namespace

Json replay_data(const Model& model, const Replay& replay) {
  const std::size_t types = model.call_types.size(), groups = model.groups.size();
  Json waiting = Json::array(), queues = Json::array(), people = Json::array(), legs = Json::array();
  // Call types with somebody on the telephone, as far as any waited.
  std::vector<TypeId> told;
  for (TypeId t = 0; t < types; ++t) {
    if (!model.call_types[t].on_the_phone()) continue;
    bool any = false;
    for (std::size_t m = 0; m < replay.moments; ++m) any = any || replay.waiting[m * types + t] > 0;
    if (any) told.push_back(t);
  }
  for (const TypeId t : told) {
    Json row = Json::array();
    for (std::size_t m = 0; m < replay.moments; ++m) row.push_back(replay.waiting[m * types + t]);
    queues.push_back({{"type", t}, {"waiting", row}});
  }
  for (GroupId g = 0; g < groups; ++g) {
    Json moments = Json::array();
    for (std::size_t m = 0; m < replay.moments; ++m) {
      std::array<std::uint32_t, page_states + 1> here{};
      for (std::size_t s = 0; s < agent_states; ++s)
        here[page_state(static_cast<AgentState>(s))] += replay.agents[(m * groups + g) * agent_states + s];
      Json states = Json::array();
      for (std::size_t s = 0; s < page_states; ++s) states.push_back(here[s]);
      moments.push_back(states);
    }
    people.push_back({{"name", model.groups[g].name}, {"states", moments}});
  }
  for (const Replay::Leg& leg : replay.legs)
    legs.push_back({leg.type, leg.group == none ? Json(nullptr) : Json(leg.group),
                    seconds_from(replay, leg.asked), seconds_from(replay, leg.answered),
                    seconds_from(replay, leg.ended), static_cast<int>(leg.outcome)});
  Json names = Json::array();
  for (const CallType& type : model.call_types) names.push_back(type.name);
  return {{"replication", replay.replication},
          {"start", replay.start},
          {"step", replay.step},
          {"moments", replay.moments},
          {"types", names},
          {"queues", queues},
          {"groups", people},
          {"legs", legs},
          {"all_legs", replay.all_legs}};
}

}  // namespace thirdring
