#include "random/laws.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <map>

namespace thirdring::test {
namespace {

bool near(double a, double b) { return std::abs(a - b) <= 1e-6 + 1e-9 * std::max(std::abs(a), std::abs(b)); }

class Laws {
 public:
  explicit Laws(const Run& run) : run_(run), totals_(run.totals) {}

  std::vector<std::string> broken() {
    one_end_for_each_leg();
    times_of_legs();
    contacts();
    cases();
    trace_and_totals();
    waits();
    agents();
    return std::move(broken_);
  }

 private:
  template <class... Args>
  void law(bool holds, fmt::format_string<Args...> text, Args&&... args) {
    if (!holds && broken_.size() < 20) broken_.push_back(fmt::format(text, std::forward<Args>(args)...));
  }

  const CallType& type(const Leg& leg) const { return run_.model.call_types[leg.type]; }
  std::string name(const Leg& leg) const {
    return fmt::format("leg {} of contact {} ({}, outcome {}, arrived {:.3f})", leg.leg, leg.contact,
                       type(leg).name, static_cast<int>(leg.outcome), leg.arrived);
  }

  void one_end_for_each_leg() {
    double ends = 0;
    for (const Count end : {Count::busy, Count::queue_full, Count::balked, Count::abandoned, Count::answered,
                            Count::to_callback, Count::disconnected, Count::unfinished, Count::not_reached,
                            Count::withdrawn, Count::outage})
      ends += run_.sum(end);
    law(run_.sum(Count::legs) == ends, "{} legs have {} ends", run_.sum(Count::legs), ends);
  }

  void times_of_legs() {
    for (const Leg& leg : run_.legs) {
      // A callback tried again, and a case after its first contact, have waited since before.
      const bool older = leg.tries > 1 || (leg.leg > 1 && type(leg).kind == CallType::Kind::work_order);
      law(older || leg.arrived <= leg.asked + 1e-9, "{} asks at {} before it comes", name(leg), leg.asked);
      law(leg.wait() >= -1e-9, "{} waits {} s", name(leg), leg.wait());
      law(leg.ended >= leg.arrived && leg.ended < never, "{} ends at {}", name(leg), leg.ended);
      law(leg.answered == never || (leg.answered >= leg.asked - 1e-9 && leg.answered <= leg.ended),
          "{} is answered at {}, asked at {}, ended at {}", name(leg), leg.answered, leg.asked, leg.ended);
      for (const Seconds time :
           {leg.talk_time, leg.hold_time, leg.ring_time, leg.wrap_up_time, leg.hand_over_time})
        law(time >= 0 && time < never, "{} has a time of {}", name(leg), time);
      law(!is_answered(leg.outcome) || (leg.agent != none && leg.group != none), "{} has no agent",
          name(leg));
    }
  }

  void contacts() {
    double resumed = 0;
    std::map<std::pair<std::uint64_t, std::uint32_t>, std::vector<const Leg*>> attempts;
    for (const Leg& leg : run_.legs) {
      attempts[{leg.contact, leg.attempt}].push_back(&leg);
      resumed += leg.resumed;
    }
    law(run_.sum(Count::legs) + resumed == static_cast<double>(run_.legs.size()),
        "{} legs and {} resumed, but {} told", run_.sum(Count::legs), resumed, run_.legs.size());
    for (const auto& [key, legs] : attempts)
      for (std::size_t i = 0; i < legs.size(); ++i) {
        law(legs[i]->leg == i + 1, "{} is number {}", name(*legs[i]), i + 1);
        law(legs[i]->last_leg == (i + 1 == legs.size()), "{} is number {} of {}, last: {}", name(*legs[i]),
            i + 1, legs.size(), legs[i]->last_leg);
      }
  }

  void cases() {
    double closed = 0, served = 0;
    for (const Case& c : totals_.cases()) {
      closed += !c.open();
      Seconds last = c.opened;
      for (const CaseStep step :
           {CaseStep::contacted, CaseStep::on_site, CaseStep::answered, CaseStep::closed}) {
        if (c.at(step) == never) continue;
        law(c.at(step) >= last, "case {}: step {} at {} after {}", c.contact, static_cast<int>(step),
            c.at(step), last);
        last = c.at(step);
      }
      law(last <= c.until, "case {}: until {}, but something at {}", c.contact, c.until, last);
    }
    for (const CaseKind& kind : run_.model.cases) served += run_.sum(Count::answered, kind.name);
    law(closed == served, "{} cases closed, {} served", closed, served);
  }

  // What is added up by call type and period is what is in the trace.
  void trace_and_totals() {
    std::vector<double> talk(run_.model.call_types.size()), hold = talk, wrap_up = talk, ring = talk,
                                                            answered = talk;
    for (const Leg& leg : run_.legs) {
      ring[leg.type] += leg.ring_time;
      if (!is_answered(leg.outcome)) continue;
      talk[leg.type] += leg.talk_time;
      hold[leg.type] += leg.hold_time;
      wrap_up[leg.type] += leg.wrap_up_time;
      answered[leg.type] += !leg.resumed;
    }
    for (TypeId t = 0; t < talk.size(); ++t) {
      const std::string& of = run_.model.call_types[t].name;
      const auto same = [&](const char* what, double in_trace, Count count) {
        law(near(in_trace, run_.sum(count, of)), "{} of {}: {} in the trace, {} in the totals", what, of,
            in_trace, run_.sum(count, of));
      };
      same("talk", talk[t], Count::talk);
      same("hold", hold[t], Count::hold);
      same("wrap-up", wrap_up[t], Count::wrap_up);
      same("ringing", ring[t], Count::ring);
      same("answers", answered[t], Count::answered);
    }
  }

  // Little: the integral of each queue is the time that its calls waited.  Callbacks and cases wait elsewhere
  // as well, at home or for the next working hours, and what is interrupted waits again after its answer.
  void waits() {
    std::vector<double> waited(run_.model.call_types.size());
    for (const Leg& leg : run_.legs) waited[leg.type] += leg.wait() - leg.ring_time;
    for (TypeId t = 0; t < waited.size(); ++t) {
      const CallType& its = run_.model.call_types[t];
      if (its.kind == CallType::Kind::callback || its.kind == CallType::Kind::work_order || its.preemptible)
        continue;
      double queue = 0;
      for (PeriodId p = 0; p < totals_.layout.periods(); ++p) queue += totals_.queue_time(t, p);
      law(near(queue, waited[t]), "{}: the integral of the queue is {} s, the calls waited {} s",
          run_.model.call_types[t].name, queue, waited[t]);
    }
  }

  void agents() {
    std::map<AgentId, std::pair<AgentState, Seconds>> now;
    std::vector<double> spent(agent_states, 0);
    int busy = 0, on_duty = 0;
    for (const AgentChange& change : run_.changes) {
      auto& [state, since] = now.try_emplace(change.agent, AgentState::off, 0.0).first->second;
      law(state == change.from, "agent {} was in state {}, not {}", change.agent, static_cast<int>(state),
          static_cast<int>(change.from));
      law(change.at >= since, "agent {} goes back in time from {} to {}", change.agent, since, change.at);
      spent[static_cast<std::size_t>(state)] += change.at - since;
      state = change.to;
      since = change.at;
      busy += (change.to > AgentState::idle) - (change.from > AgentState::idle);
      on_duty += (change.to != AgentState::off) - (change.from != AgentState::off);
      law(busy <= on_duty, "at {} {} agents are busy of {} on duty", change.at, busy, on_duty);
    }
    for (GroupId g = 0; g < totals_.layout.groups(); ++g)
      for (PeriodId p = 0; p < totals_.layout.periods(); ++p)
        for (std::size_t s = 0; s < agent_states; ++s)
          law(totals_.agent_time(g, p, static_cast<AgentState>(s)) >= -1e-6, "group {} has {} s in state {}",
              g, totals_.agent_time(g, p, static_cast<AgentState>(s)), s);
    work(spent);
  }

  // What agents do is what happens to calls.
  void work(const std::vector<double>& spent) {
    double talk = 0, hold = 0;
    for (const Leg& leg : run_.legs) {
      if (type(leg).kind == CallType::Kind::work_order) continue;
      talk += leg.talk_time;
      hold += leg.hold_time;
    }
    const auto in = [&](AgentState s) { return spent[static_cast<std::size_t>(s)]; };
    law(near(in(AgentState::talking), talk), "agents talk {} s, calls {} s", in(AgentState::talking), talk);
    law(near(in(AgentState::holding), hold), "agents hold {} s, calls {} s", in(AgentState::holding), hold);
  }

  const Run& run_;
  const Totals& totals_;
  std::vector<std::string> broken_;
};

}  // namespace

std::vector<std::string> broken_laws(const Run& run) { return Laws(run).broken(); }

std::uint64_t digest(const Totals& totals) {
  std::uint64_t state = 1;
  const auto take = [&](double number) {
    state = (state ^ std::bit_cast<std::uint64_t>(number)) * 0x9e3779b97f4a7c15ULL;
    state ^= state >> 29;
  };
  const Layout& layout = totals.layout;
  std::vector<double> row(layout.row());
  for (std::size_t cell = 0; cell < layout.cells(); ++cell)
    for (PeriodId p = 0; p < layout.periods(); ++p) {
      std::fill(row.begin(), row.end(), 0.0);
      totals.add_row(cell, p, row.data());
      for (const double number : row) take(number);
    }
  for (PeriodId p = 0; p < layout.periods(); ++p) {
    for (GroupId g = 0; g < layout.groups(); ++g)
      for (std::size_t s = 0; s < agent_states; ++s)
        take(totals.agent_time(g, p, static_cast<AgentState>(s)));
    for (TypeId t = 0; t < layout.types(); ++t) take(totals.queue_time(t, p));
    take(totals.lines_time(p));
    take(totals.all_lines_busy(p));
    take(totals.period_length(p));
  }
  for (TypeId t = 0; t < layout.types(); ++t) {
    take(totals.longest_queue(t));
    take(totals.longest_wait(t));
    take(totals.revenue(t));
  }
  for (const Case& c : totals.cases())
    for (const Seconds moment : c.done) take(moment);
  return state;
}

}  // namespace thirdring::test
