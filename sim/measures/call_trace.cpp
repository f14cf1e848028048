#include "sim/measures/call_trace.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "sim/center/run_error.hpp"

namespace thirdring {

std::string csv_field(std::string_view text) {
  std::string field;
  if (!text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos) field = "'";
  field += text;
  if (field.find_first_of(",\"\r\n") == std::string::npos) return field;
  std::string quoted = "\"";
  for (const char c : field) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string_view name_of(Outcome outcome) {
  static constexpr std::array<std::string_view, outcomes> names = {
      "unfinished",   "served",  "abandoned",   "balked",    "busy",   "queue_full", "callback",
      "disconnected", "hung_up", "not_reached", "withdrawn", "outage", "cut_off"};
  return names[static_cast<std::size_t>(outcome)];
}

CallTrace::CallTrace(const Model& model) {
  for (const CallType& type : model.call_types) types_.push_back(csv_field(type.name));
  for (const AgentGroup& group : model.groups) groups_.push_back(csv_field(group.name));
  for (const std::string& end : model.ends) ends_.push_back(csv_field(end));
}

std::string_view CallTrace::header() {
  return "replication,contact,leg,attempt,callback_try,type,from_type,group,agent,arrived,asked,answered,"
         "ended,"
         "wait,ring,talk,hold,hand_over,wrap_up,outcome,waited,held,taken_back,callback_offered,callback_"
         "promised,"
         "escalated,transferred,solved,redials,last_leg,end\n";
}

void CallTrace::start(std::uint64_t replication) {
  replication_ = replication;
  rows_.clear();
}

std::string CallTrace::take_rows() { return fmt::to_string(rows_); }

void CallTrace::time(Seconds moment) {
  rows_.push_back(',');
  if (moment == never) return;
  // Whole milliseconds: printing integers is several times as fast as printing doubles.
  const auto all = static_cast<std::uint64_t>(std::llround(std::min(moment, 1e15) * 1000));
  const auto milli = static_cast<unsigned>(all % 1000);
  const fmt::format_int seconds(all / 1000);
  rows_.append(seconds.data(), seconds.data() + seconds.size());
  const std::array<char, 4> fraction = {'.', static_cast<char>('0' + milli / 100),
                                        static_cast<char>('0' + milli / 10 % 10),
                                        static_cast<char>('0' + milli % 10)};
  rows_.append(fraction.data(), fraction.data() + fraction.size());
}

void CallTrace::flag(bool value) {
  rows_.push_back(',');
  rows_.push_back(value ? '1' : '0');
}

void CallTrace::leg_ends(const Call& call) {
  // The rows of a replication are kept until its turn comes.
  constexpr std::size_t most = std::size_t{1} << 29U;
  if (rows_.size() > most) throw RunError("more than 512 MiB of rows on calls in one replication");
  const auto text = [&](std::string_view s) { rows_.append(s.data(), s.data() + s.size()); };
  const auto number = [&](std::uint64_t n) {
    const fmt::format_int digits(n);
    rows_.push_back(',');
    rows_.append(digits.data(), digits.data() + digits.size());
  };
  const auto name = [&](const std::vector<std::string>& names, std::uint32_t i) {
    rows_.push_back(',');
    if (i != none) text(names[i]);
  };
  text(fmt::format_int(replication_).str());
  number(call.contact);
  number(call.leg);
  number(call.attempt);
  number(call.tries);
  name(types_, call.type);
  name(types_, call.from);
  name(groups_, call.group);
  if (call.agent == none)
    rows_.push_back(',');
  else
    number(std::uint64_t{call.agent} + 1);
  for (const Seconds moment : {call.arrived, call.asked, call.answered, call.ended}) time(moment);
  time(call.wait() < never ? std::max(0.0, call.wait()) : never);
  for (const Seconds length :
       {call.ring_time, call.talk_time, call.hold_time, call.hand_over_time, call.wrap_up_time})
    time(length);
  rows_.push_back(',');
  text(name_of(call.outcome));
  flag(call.waited);
  flag(call.held);
  number(call.taken_back);
  for (const bool value : {call.offered_callback, call.promised_callback, call.escalated, call.transferred,
                           !call.unsolved, call.will_redial, call.last_leg})
    flag(value);
  rows_.push_back(',');
  if (call.end != no_end) text(ends_[call.end]);
  rows_.push_back('\n');
}

}  // namespace thirdring
