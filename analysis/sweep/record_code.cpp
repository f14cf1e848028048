#include "analysis/sweep/record_code.hpp"

#include <bit>
#include <cmath>
#include <cstring>

#include "analysis/sweep/bad_input.hpp"

namespace thirdring::sweep {
namespace {

constexpr std::size_t checksum_size = 8;

std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t sum = 0xcbf29ce484222325ULL;
  for (const char c : bytes) sum = (sum ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return sum;
}

// Most numbers are small counts, and many are 0: a whole number n is written as 2n, k zeros as 2k + 1 (k >
// 0), anything else as a 1 and its eight bytes.
class Writer {
 public:
  void number(std::uint64_t n) {
    for (; n >= 0x80; n >>= 7) bytes_ += static_cast<char>(n | 0x80);
    bytes_ += static_cast<char>(n);
  }
  void value(double x) {
    const auto bits = std::bit_cast<std::uint64_t>(x);
    if (bits == 0) {
      ++zeros_;
      return;
    }
    flush();
    if (x >= 1 && x < 0x1p53 && x == std::floor(x)) return number(2 * static_cast<std::uint64_t>(x));
    number(1);
    raw(bits);
  }
  void value(const Pair& pair) {
    value(pair.over);
    value(pair.under);
  }
  void value(const Histogram& histogram) {
    for (std::size_t i = 0; i < Histogram::bins; ++i) value(double{static_cast<double>(histogram[i])});
  }
  std::string done() {
    flush();
    raw(checksum(bytes_));
    return std::move(bytes_);
  }

 private:
  void flush() {
    if (zeros_ > 0) number(2 * zeros_ + 1);
    zeros_ = 0;
  }
  void raw(std::uint64_t bits) {
    for (int i = 0; i < 8; ++i) bytes_ += static_cast<char>(bits >> (8 * i));
  }

  std::string bytes_;
  std::uint64_t zeros_ = 0;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {
    if (bytes.size() < checksum_size) wrong();
    bytes_.remove_suffix(checksum_size);
    std::string_view rest = bytes.substr(bytes_.size());
    if (raw(rest) != checksum(bytes_)) wrong();
  }
  std::uint64_t number() {
    std::uint64_t n = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (bytes_.empty()) wrong();
      const auto byte = static_cast<unsigned char>(bytes_.front());
      bytes_.remove_prefix(1);
      n |= std::uint64_t{byte & 0x7fU} << shift;
      if (byte < 0x80) return n;
    }
    wrong();
  }
  double value() {
    if (zeros_ > 0) return --zeros_, 0.0;
    const std::uint64_t n = number();
    if (n == 1) return std::bit_cast<double>(raw(bytes_));
    if (n % 2 == 0) return static_cast<double>(n / 2);
    zeros_ = n / 2 - 1;
    return 0;
  }
  Pair pair() {
    const double over = value();
    return {over, value()};
  }
  Histogram histogram() {
    Histogram result;
    for (std::size_t i = 0; i < Histogram::bins; ++i)
      if (const double times = value(); times > 0) result.add_to_bin(i, static_cast<std::uint32_t>(times));
    return result;
  }
  void end() const {
    if (!bytes_.empty() || zeros_ > 0) wrong();
  }
  [[noreturn]] static void wrong() { throw BadInput("a replication in it is damaged"); }

 private:
  static std::uint64_t raw(std::string_view& from) {
    if (from.size() < 8) wrong();
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 8; ++i) bits |= std::uint64_t{static_cast<unsigned char>(from[i])} << (8 * i);
    from.remove_prefix(8);
    return bits;
  }

  std::string_view bytes_;
  std::uint64_t zeros_ = 0;
};

}  // namespace

std::string encoded(const Record& record) {
  Writer out;
  out.number(record.events);
  out.number(record.calls);
  out.number(record.stretches.size());
  for (const Observation& observed : record.stretches) {
    for (const Pair& pair : observed.run) out.value(pair);
    for (const Histogram& waits : observed.waits) out.value(waits);
    for (const Histogram& times : observed.case_times) out.value(times);
  }
  for (const Pair& pair : record.periods) out.value(pair);
  return out.done();
}

Record decoded(std::string_view bytes, const Model& model, const Slots& slots) {
  Reader in(bytes);
  Record record;
  record.events = in.number();
  record.calls = in.number();
  const std::uint64_t stretches = in.number();
  if (stretches != model.calendar.stretches) Reader::wrong();
  for (std::uint64_t s = 0; s < stretches; ++s) {
    Observation& observed = record.stretches.emplace_back();
    for (std::size_t i = 0; i < slots.of_run().size(); ++i) observed.run.push_back(in.pair());
    for (std::size_t t = 0; t < model.call_types.size(); ++t) observed.waits.push_back(in.histogram());
    for (std::size_t i = 0; i < model.cases.size() * case_steps; ++i)
      observed.case_times.push_back(in.histogram());
  }
  const std::size_t pairs = slots.of_period().size() * model.calendar.periods.size();
  for (std::size_t i = 0; i < pairs; ++i) record.periods.push_back(in.pair());
  in.end();
  return record;
}

}  // namespace thirdring::sweep
