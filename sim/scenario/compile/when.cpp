#include "sim/scenario/compile/when.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/scenario/scan.hpp"

namespace thirdring {
namespace {

using Of = Program::Condition::Of;

constexpr std::string_view comparisons = "=, <, <=, > or >=";

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> parts(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> result;
  for (;;) {
    const std::size_t end = text.find(separator);
    result.push_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return result;
    text.remove_prefix(end + separator.size());
  }
}

// The comparisons of one condition, read one by one into the box of values that all of them leave.
class WhenReader {
 public:
  WhenReader(Compile& c, const Field<WhenText>& text) : c_(c), text_(text) {}

  When read() {
    for (const std::string_view comparison : parts(text_->value, " and "))
      if (!read(comparison)) return {};
    if (when_.empty()) {
      c_.problem(text_.at, "a condition that can hold", in_quotes(text_->value));
      return {};
    }
    return when_;
  }

 private:
  bool refuse(const std::string& expected, std::string_view got, const std::string& near = "") {
    c_.problem(text_.at, expected, in_quotes(got), near);
    return false;
  }

  bool read(std::string_view comparison) {
    Scan scan(comparison);
    const std::string asked(scan.letters());
    scan.spaces();
    std::string_view rest = scan.rest();
    std::size_t n = 0;
    while (n < rest.size() && std::string_view("=<>!").find(rest[n]) != std::string_view::npos) ++n;
    // Without one, what stands in its place is shown.
    const std::string_view by = n > 0 ? rest.substr(0, n) : rest, value = trimmed(rest.substr(n));
    if (asked == "rings") return whole(asked, by, value) && take_rings();
    if (asked == "attempt") return whole(asked, by, value) && take(Of::attempt, 1);
    if (asked == "hour") return whole(asked, by, value) && take(Of::hour, 1);
    if (asked == "waited") return time(asked, by, value) && take(Of::wait, 0);
    if (asked == "held") return time(asked, by, value) && take(Of::held, 0);
    if (asked == "call_type") return names(asked, by, value);
    if (asked == "earlier_outcome" || asked == "proficiency") return names(asked, by, value);
    const std::vector<std::string> known = {"rings", "waited",    "attempt",         "hour",
                                            "held",  "call_type", "earlier_outcome", "proficiency"};
    return refuse("a comparison of " + one_of(known), comparison, hint(asked, known));
  }

  bool numeric(const std::string& asked, std::string_view by) {
    by_ = by;
    const bool known = by == "=" || by == "<" || by == "<=" || by == ">" || by == ">=";
    return known || refuse(fmt::format("{} behind '{}'", comparisons, asked), by);
  }
  bool whole(const std::string& asked, std::string_view by, std::string_view value) {
    WholeNumber number;
    if (!numeric(asked, by)) return false;
    if (!Leaf<WholeNumber>::read(value, number) || number.value > 1'000'000)
      return refuse(fmt::format("a whole number behind '{} {}'", asked, by), value);
    value_ = static_cast<double>(number.value);
    return true;
  }
  bool time(const std::string& asked, std::string_view by, std::string_view value) {
    Wait wait;
    if (!numeric(asked, by)) return false;
    if (!Leaf<Wait>::read(value, wait) || (wait.in_rings && asked != "waited"))
      return refuse(fmt::format("a duration with a unit behind '{} {}', such as 1 min", asked, by), value);
    value_ = wait.in_rings ? wait.amount * c_.model.ringing.cycle : wait.amount;
    return true;
  }

  // `unit`: 1 for whole numbers; 0 for times, of which the next one is a hair away.
  bool take(Of of, double unit) {
    const double above = unit > 0 ? value_ + unit : std::nextafter(value_, never),
                 below = unit > 0 ? value_ - unit : std::nextafter(value_, -never);
    When::Range& range = when_[of];
    if (by_ == ">" || by_ == ">=" || by_ == "=")
      range.least = std::max(range.least, by_ == ">" ? above : value_);
    if (by_ == "<" || by_ == "<=" || by_ == "=")
      range.most = std::min(range.most, by_ == "<" ? below : value_);
    return true;
  }

  // The n-th ring begins when n - 1 cycles have passed; who is answered at that moment has not heard it.
  bool take_rings() {
    const double cycle = c_.model.ringing.cycle, n = value_;
    When::Range& range = when_[Of::wait];
    const double heard = by_ == ">" ? n + 1 : n, last = by_ == "<" ? n - 1 : n;
    if (by_ != "<" && by_ != "<=" && heard > 1)
      range.least = std::max(range.least, std::nextafter((heard - 1) * cycle, never));
    if (by_ != ">" && by_ != ">=") range.most = std::min(range.most, last < 1 ? -1 : last * cycle);
    return true;
  }

  bool names(const std::string& asked, std::string_view by, std::string_view value) {
    if (by != "=" && by != "!=") return refuse(fmt::format("= or != behind '{}'", asked), by);
    if (asked == "call_type") return call_types(by == "=", value);
    return asked == "proficiency" ? proficiency(by == "=", value) : earlier(by == "=", value);
  }

  bool call_types(bool is, std::string_view value) {
    std::vector<TypeId> named, allowed;
    for (const std::string_view name : parts(value, " or ")) {
      const auto known = c_.types().names();
      const std::vector<TypeId> types = c_.parts(std::string(name));
      if (types.empty() || types[0] >= known.size())
        return refuse("the name of a call type", name, hint(name, known));
      named.insert(named.end(), types.begin(), types.end());
    }
    for (TypeId t = 0; t < c_.types().entries.size(); ++t)
      if (when_.of_type(t) && is == (std::find(named.begin(), named.end(), t) != named.end()))
        allowed.push_back(t);
    // Nothing is left: no type has this number.
    when_.types = allowed.empty() ? std::vector<TypeId>{none} : allowed;
    return true;
  }

  // Names and their bits, narrowing a set.
  using Bits = std::vector<std::pair<std::string, std::uint64_t>>;
  bool narrow(std::uint64_t& set, const Bits& known, bool is, std::string_view value) {
    std::uint64_t bits = 0;
    for (const std::string_view name : parts(value, " or ")) {
      const auto found =
          std::find_if(known.begin(), known.end(), [&](const auto& one) { return one.first == name; });
      std::vector<std::string> names;
      for (const auto& one : known) names.push_back(one.first);
      if (found == known.end())
        return refuse(known.empty() ? "an agent group with levels of proficiency" : "one of " + one_of(names),
                      name, hint(name, names));
      bits |= found->second;
    }
    set &= is ? bits : ~bits;
    return true;
  }

  bool earlier(bool is, std::string_view value) {
    Bits known;
    for (const EarlierName& outcome : earlier_names) known.emplace_back(outcome.name, bit_of(outcome.value));
    for (std::size_t i = 0; i < c_.model.ends.size(); ++i)
      known.emplace_back(c_.model.ends[i], bit_of(Earlier::ended, static_cast<EndId>(i)));
    return narrow(when_.earlier, known, is, value);
  }

  bool proficiency(bool is, std::string_view value) {
    Bits known;
    for (std::size_t i = 0; i < c_.model.proficiencies.size(); ++i)
      known.emplace_back(c_.model.proficiencies[i], std::uint64_t{2} << i);
    return narrow(when_.proficiency, known, is, value);
  }

  Compile& c_;
  const Field<WhenText>& text_;
  When when_;
  std::string_view by_;
  double value_ = 0;
};

// Where the largest sum is reached, each number can be the least one that some situation asks for.  Sums of
// no more than 1 are of no interest.
class LargestSum {
 public:
  double of(const std::vector<Weighed>& alive, std::size_t dimension = 0) {
    // Thousands of conditions that cross each other: as far as it is known, all is well.
    constexpr std::size_t most_looks = 50'000'000;
    if ((looks_ += alive.size()) > most_looks) return best_;
    double sum = 0;
    for (const Weighed& w : alive) sum += w.chance;
    if (sum <= best_) return best_;
    if (dimension < asked_numbers) {
      for (const Weighed& at : alive) {
        const double x = at.when->numbers[dimension].least;
        narrow(alive, dimension, [&](const When& when) {
          return when.numbers[dimension].least <= x && x <= when.numbers[dimension].most;
        });
      }
    } else if (dimension < asked_numbers + 2) {
      const auto set = dimension == asked_numbers ? &When::earlier : &When::proficiency;
      for (unsigned bit = 0; bit < 64; ++bit)
        narrow(alive, dimension, [&](const When& when) { return (when.*set >> bit & 1U) != 0; });
    } else {
      best_ = sum;
    }
    return best_;
  }

 private:
  template <class Holds>
  void narrow(const std::vector<Weighed>& alive, std::size_t dimension, Holds holds) {
    std::vector<Weighed> rest;
    std::copy_if(alive.begin(), alive.end(), std::back_inserter(rest),
                 [&](const Weighed& w) { return holds(*w.when); });
    of(rest, dimension + 1);
  }

  double best_ = 1 + 1e-9;
  std::size_t looks_ = 0;
};

}  // namespace

bool When::empty() const {
  return earlier == 0 || proficiency == 0 || types == std::vector<TypeId>{none} ||
         std::any_of(numbers.begin(), numbers.end(), [](const Range& range) { return range.empty(); });
}

bool When::of_type(TypeId t) const {
  return types.empty() || std::find(types.begin(), types.end(), t) != types.end();
}

std::vector<Program::Condition> When::conditions() const {
  std::vector<Program::Condition> result;
  for (std::size_t i = 0; i < asked_numbers; ++i)
    if (numbers[i] != anything[i])
      result.push_back({static_cast<Of>(i), numbers[i].least, numbers[i].most, 0});
  if (earlier != any) result.push_back({Of::earlier, 0, 0, earlier});
  if (proficiency != any) result.push_back({Of::proficiency, 0, 0, proficiency});
  return result;
}

When read_when(Compile& c, const Field<WhenText>& text) {
  return text.given() ? WhenReader(c, text).read() : When{};
}

double most_together(const std::vector<Weighed>& situations) { return LargestSum().of(situations); }

}  // namespace thirdring
