#include "sim/measures/call_trace.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>

#include "sim/center/run_error.hpp"

namespace thirdring {
namespace {

// Of a field that is a number or a time, its comma included.
constexpr std::size_t longest_number = 24;

}  // namespace

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
  constexpr std::size_t fields = 32;
  longest_row_ = fields * longest_number;
  for (const auto* names : {&types_, &types_, &groups_, &ends_})
    longest_row_ +=
        std::accumulate(names->begin(), names->end(), std::size_t{0},
                        [](std::size_t n, const std::string& s) { return std::max(n, s.size()); });
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
  rows_.reserve(most_rows_);
}

namespace {

// Writes the fields of a row where there is room for all of them, each with its comma before it.
class RowWriter {
 public:
  explicit RowWriter(char* to) : at_(to) {}

  void text(std::string_view s) { at_ = std::copy(s.begin(), s.end(), at_); }
  void name(std::string_view s) {
    *at_++ = ',';
    text(s);
  }
  void digits(std::uint64_t n) {
    if (n < 10)
      *at_++ = static_cast<char>('0' + n);
    else if (const auto few = static_cast<std::uint32_t>(n); few == n)
      at_ = std::to_chars(at_, at_ + longest_number, few).ptr;
    else
      at_ = std::to_chars(at_, at_ + longest_number, n).ptr;
  }
  void number(std::uint64_t n) {
    *at_++ = ',';
    digits(n);
  }
  void flag(bool value) {
    *at_++ = ',';
    *at_++ = value ? '1' : '0';
  }
  void time(Seconds moment) {
    *at_++ = ',';
    if (moment == 0) return digits(0);
    if (moment == never) return;
    // Whole milliseconds: printing integers is several times as fast as printing doubles.
    const auto all = static_cast<std::uint64_t>(std::min(moment, 1e15) * 1000 + 0.5);
    digits(all / 1000);
    const auto milli = static_cast<unsigned>(all % 1000);
    *at_++ = '.';
    *at_++ = static_cast<char>('0' + milli / 100);
    *at_++ = static_cast<char>('0' + milli / 10 % 10);
    *at_++ = static_cast<char>('0' + milli % 10);
  }
  char* end() {
    *at_++ = '\n';
    return at_;
  }

 private:
  char* at_;
};

}  // namespace

void CallTrace::leg_ends(const Call& call) {
  // The rows of a replication are kept until its turn comes.
  constexpr std::size_t most = std::size_t{1} << 29U;
  const std::size_t size = rows_.size();
  if (size > most) throw RunError("more than 512 MiB of rows on calls in one replication");
  if (size + longest_row_ > rows_.capacity()) rows_.reserve(size + size / 2 + longest_row_);
  const auto named = [](const std::vector<std::string>& names, std::uint32_t i) {
    return i == none ? std::string_view() : std::string_view(names[i]);
  };
  RowWriter row(rows_.data() + size);
  row.digits(replication_);
  row.number(call.contact);
  row.number(call.leg);
  row.number(call.attempt);
  row.number(call.aside->tries);
  row.name(named(types_, call.type));
  row.name(named(types_, call.aside->from));
  row.name(named(groups_, call.group));
  if (call.agent == none)
    row.name("");
  else
    row.number(std::uint64_t{call.agent} + 1);
  row.time(call.arrived);
  row.time(call.asked);
  row.time(call.answered);
  row.time(call.ended);
  row.time(call.wait() < never ? std::max(0.0, call.wait()) : never);
  row.time(call.ring_time);
  row.time(call.talk_time);
  row.time(call.hold_time);
  row.time(call.aside->hand_over_time);
  row.time(call.wrap_up_time);
  row.name(name_of(call.outcome));
  row.flag(call.waited);
  row.flag(call.held);
  row.number(call.taken_back);
  row.flag(call.offered_callback);
  row.flag(call.promised_callback);
  row.flag(call.escalated);
  row.flag(call.transferred);
  row.flag(!call.unsolved);
  row.flag(call.will_redial);
  row.flag(call.last_leg);
  row.name(call.end == no_end ? std::string_view() : std::string_view(ends_[call.end]));
  rows_.resize(static_cast<std::size_t>(row.end() - rows_.data()));
  most_rows_ = std::max(most_rows_, rows_.size());
}

}  // namespace thirdring
