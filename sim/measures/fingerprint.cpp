#include "sim/measures/fingerprint.hpp"

#include <bit>

namespace thirdring {

void Fingerprint::take(std::uint64_t bits) noexcept {
  // The mixer of SplitMix64 over a running sum, so that the order counts.
  std::uint64_t z = (state_ ^ bits) + 0x9e3779b97f4a7c15ULL;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  state_ = z ^ (z >> 31);
}

void Fingerprint::take(double number) noexcept { take(std::bit_cast<std::uint64_t>(number)); }

void Fingerprint::agent_changes(GroupId group, AgentId agent, AgentState from, AgentState to, Seconds now) {
  take(std::uint64_t{group} << 32 | agent);
  take(static_cast<std::uint64_t>(from) << 8 | static_cast<std::uint64_t>(to));
  take(now);
}

void Fingerprint::situation_happens(const Call& call, SituationId situation) {
  take(call.contact << 32 | situation);
}

void Fingerprint::outage_changes(OutageId outage, bool begins, Seconds now) {
  take(std::uint64_t{outage} << 1 | static_cast<std::uint64_t>(begins));
  take(now);
}

void Fingerprint::counted(const Call& call, CounterId counter) { take(call.contact << 32 | counter); }

void Fingerprint::earns(const Call& call, double revenue) {
  take(call.contact);
  take(revenue);
}

void Fingerprint::case_ends(const Case& c) {
  take(c.opened_by << 32 | c.kind);
  take(c.opened);
  for (const Seconds moment : c.done) take(moment);
}

void Fingerprint::leg_ends(const Call& call) {
  take(call.contact);
  take(std::uint64_t{call.leg} << 32 | call.attempt);
  take(std::uint64_t{call.type} << 32 | call.group);
  take(std::uint64_t{call.agent} << 32 | call.credit);
  take(std::uint64_t{call.aside->tries} << 32 | call.taken_back);
  for (const Seconds moment : {call.arrived, call.asked, call.answered, call.ended, call.ring_time,
                               call.hold_time, call.talk_time, call.aside->hand_over_time, call.wrap_up_time})
    take(moment);
  std::uint64_t flags = static_cast<std::uint64_t>(call.outcome);
  for (const bool flag : {call.waited, call.held, call.offered_callback, call.promised_callback,
                          call.escalated, call.transferred, !call.unsolved, call.last_leg, call.will_redial})
    flags = flags << 1 | static_cast<std::uint64_t>(flag);
  take(flags);
  if (call.end != no_end) take(std::uint64_t{call.end});
}

}  // namespace thirdring
