// Tells whether two runs were the same.
#pragma once
#include "sim/center/observer.hpp"

namespace thirdring {

/// A 64-bit hash of everything that the legs and the agents did, with all bits of all times.  Equal runs have
/// equal fingerprints; different ones differ but for a chance of 2^-64.
class Fingerprint final : public Observer {
 public:
  void agent_changes(GroupId group, AgentId agent, AgentState from, AgentState to, Seconds now) override;
  void outage_changes(OutageId outage, bool begins, Seconds now) override;
  void interrupted(const Call& call) override { take(call.contact); }
  void situation_happens(const Call& call, SituationId situation) override;
  void counted(const Call& call, CounterId counter) override;
  void earns(const Call& call, double revenue) override;
  void leg_ends(const Call& call) override;
  void case_ends(const Case& c) override;

  std::uint64_t value() const noexcept { return state_; }

 private:
  void take(std::uint64_t bits) noexcept;
  void take(double number) noexcept;

  std::uint64_t state_ = 0x9e3779b97f4a7c15ULL;
};

}  // namespace thirdring
