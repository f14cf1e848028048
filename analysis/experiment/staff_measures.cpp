#include "analysis/experiment/measure_tables.hpp"

namespace thirdring {
namespace {

using D = Definitions;
using A = AgentState;

double productive(const Sums& s) {
  return s.agents(A::dialling) + s.agents(A::talking) + s.agents(A::holding) + s.agents(A::handing_over) +
         s.agents(A::wrap_up) + s.agents(A::travelling) + s.agents(A::working);
}
double signed_on(const Sums& s) {
  return productive(s) + s.agents(A::idle) + s.agents(A::ringing) + s.agents(A::away);
}
double paid(const Sums& s) { return signed_on(s) + s.agents(A::on_break); }

}  // namespace

std::vector<Measure> staff_measures() {
  return {
      {"agents", Unit::agents, agents_scopes, true,
       "Agents signed on (breaks not counted), mean over the open time.",
       [](const Sums& s, const D&) {
         return Pair{s[Extra::open_agent_time], s[Extra::open_time]};
       }},
      {"occupancy", Unit::share, agents_scopes, true,
       "Time dialling, talking, holding, handing over, wrapping up, travelling and working on cases / time "
       "signed on (breaks not counted).",
       [](const Sums& s, const D&) {
         return Pair{productive(s), signed_on(s)};
       }},
      {"travelling", Unit::share, agents_scopes, false,
       "Time on the way to the sites of cases / time signed on (breaks not counted).",
       [](const Sums& s, const D&) {
         return Pair{s.agents(A::travelling), signed_on(s)};
       }},
      {"working_on_cases", Unit::share, agents_scopes, false,
       "Time of work on cases, without travel and paperwork / time signed on (breaks not counted).",
       [](const Sums& s, const D&) {
         return Pair{s.agents(A::working), signed_on(s)};
       }},
      {"utilisation", Unit::share, agents_scopes, false,
       "Time dialling, talking, holding, handing over, wrapping up, travelling and working on cases / paid "
       "time (breaks counted).",
       [](const Sums& s, const D&) {
         return Pair{productive(s), paid(s)};
       }},
      {"calls_per_agent_hour", Unit::per_hour, agents_scopes, false,
       "Calls of all kinds answered for each hour that an agent is signed on.",
       [](const Sums& s, const D&) {
         return Pair{s[Extra::handled] * 3600, signed_on(s)};
       }},
      {"paid_hours", Unit::hours, agents_scopes, false, "Hours paid per day, breaks and overtime included.",
       [](const Sums& s, const D&) {
         return Pair{paid(s) / 3600, s.days()};
       }},
      {"cost", Unit::money, agents_scopes, false, "Cost of the paid hours per day.",
       [](const Sums& s, const D&) {
         return Pair{s[Extra::staff_cost], s.days()};
       }},
      {"penalties", Unit::money, Measure::all, false, "Penalties for breached agreements per day.", nullptr,
       Measure::Kind::penalties},
  };
}

}  // namespace thirdring
