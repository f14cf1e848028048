// Several observers of one run.
#pragma once
#include "sim/center/observer.hpp"

namespace thirdring {

/// Passes every notice to a first and a second observer.  The first one's class is known, so that telling it
/// costs little.
template <class First>
class BothObservers final : public Observer {
 public:
  BothObservers(First& first, Observer* second) : first_(first), second_(second) {}

  void period_begins(PeriodId p, Seconds now) override {
    first_.period_begins(p, now);
    second_->period_begins(p, now);
  }
  void agent_changes(GroupId group, AgentId agent, AgentState from, AgentState to, Seconds now) override {
    first_.agent_changes(group, agent, from, to, now);
    second_->agent_changes(group, agent, from, to, now);
  }
  void queue_changes(TypeId type, std::uint32_t before, std::uint32_t after, Seconds now) override {
    first_.queue_changes(type, before, after, now);
    second_->queue_changes(type, before, after, now);
  }
  void lines_change(std::uint32_t before, std::uint32_t after, Seconds now) override {
    first_.lines_change(before, after, now);
    second_->lines_change(before, after, now);
  }
  void outage_changes(OutageId outage, bool begins, Seconds now) override {
    first_.outage_changes(outage, begins, now);
    second_->outage_changes(outage, begins, now);
  }
  void interrupted(const Call& call) override {
    first_.interrupted(call);
    second_->interrupted(call);
  }
  void situation_happens(const Call& call, SituationId situation) override {
    first_.situation_happens(call, situation);
    second_->situation_happens(call, situation);
  }
  void counted(const Call& call, CounterId counter) override {
    first_.counted(call, counter);
    second_->counted(call, counter);
  }
  void earns(const Call& call, double revenue) override {
    first_.earns(call, revenue);
    second_->earns(call, revenue);
  }
  void leg_ends(const Call& call) override {
    first_.leg_ends(call);
    second_->leg_ends(call);
  }
  void case_ends(const Case& c) override {
    first_.case_ends(c);
    second_->case_ends(c);
  }
  void run_ends(Seconds now) override {
    first_.run_ends(now);
    second_->run_ends(now);
  }

 private:
  First& first_;
  Observer* second_;
};

}  // namespace thirdring
