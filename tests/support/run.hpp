// Runs a scenario given as text and keeps everything that an observer is told.
#pragma once
#include <string>
#include <vector>

#include "sim/center/observer.hpp"
#include "sim/measures/totals.hpp"
#include "sim/model/model.hpp"

namespace thirdring::test {

struct AgentChange {
  Seconds at;
  AgentId agent;
  AgentState from, to;
};

/// A call at the end of a leg, with what was kept aside of it.
struct Leg : Call, CallAside {
  explicit Leg(const Call& call) : Call(call), CallAside(*call.aside) { aside = this; }
  Leg(const Leg& other) : Leg(static_cast<const Call&>(other)) {}
  Leg& operator=(const Leg& other) {
    static_cast<Call&>(*this) = other;
    static_cast<CallAside&>(*this) = other;
    aside = this;
    return *this;
  }
};

struct Run {
  Model model;
  std::vector<Leg> legs;  ///< in the order in which they ended
  std::vector<AgentChange> changes;
  std::vector<SituationId> happened;  ///< situations, in the order in which they became certain
  std::vector<CounterId> counted;
  double revenue = 0;
  Totals totals;
  std::vector<Leg> of(const std::string& type) const;  ///< legs of a type
  double sum(Count c) const;                           ///< over everything
  double sum(Count c, const std::string& type) const;
  double agent_time(AgentState s) const;                  ///< over all groups and periods
  std::size_t times(const std::string& situation) const;  ///< by name, in all types
  std::size_t counts(const std::string& counter) const;
  std::string end(const Leg& leg) const;  ///< its name; "" for none
};

/// The model of a scenario text; fails the test with all problems if it is refused.
Model model_of(const std::string& yaml);
Run run_file(const std::string& file, std::uint64_t seed, std::uint64_t replication);
Run run(const std::string& yaml, std::uint64_t seed = 1, std::uint64_t replication = 0);
Run run_model(Model model, std::uint64_t seed, std::uint64_t replication);

/// An hour from 8:00 with one agent (`tier1`) who serves `enquiry` calls at the given moments, as the
/// beginning of a scenario: keys of the call type can follow at once.
std::string calls_at(const std::string& times);
/// The end of such a scenario: `agents` agents.
std::string served_by(const std::string& group_keys);

}  // namespace thirdring::test
