// The agents while their group can do nothing.
#include <utility>

#include "sim/center/rooms.hpp"

namespace thirdring {

void Floor::empty_personal_queue(Agent& agent) {
  while (agent.first_own != no_call) {
    CallRecord& own = rooms_.calls[agent.first_own];
    leave_personal_queue(own);
    rooms_.entrance.seek_agent(own);
  }
}

void Floor::empty_personal_queues(GroupId g) {
  for (AgentId a = groups_[g].first; a < groups_[g].first + groups_[g].agents; ++a)
    empty_personal_queue(agents_[a]);
}

void Floor::stop(GroupId g) {
  Group& group = groups_[g];
  group.stopped = true;
  for (AgentId a = group.first; a < group.first + group.agents; ++a) {
    agents_[a].due = true;
    if (agents_[a].state == AgentState::idle) agents_[a].stopped = true, change(a, AgentState::away);
  }
}

void Floor::go_on(GroupId g) {
  Group& group = groups_[g];
  group.stopped = false;
  for (AgentId a = group.first; a < group.first + group.agents; ++a)
    if (std::exchange(agents_[a].stopped, false)) free(a);
}

}  // namespace thirdring
