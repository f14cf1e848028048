#include <algorithm>
#include <cmath>

#include "sim/center/arrivals.hpp"

namespace thirdring {
namespace {

// A Poisson process whose rate is linear within each segment.  Arrivals are those of a process of rate 1 seen
// on a changed clock, so the same numbers serve any volumes: a busier day has the same callers, closer
// together.
class Poisson final : public ArrivalProcess {
 public:
  Poisson(const Arrivals& arrivals, const Calendar& calendar) {
    for (PeriodId p = 0; p < calendar.periods.size(); ++p) {
      const auto& period = calendar.periods[p];
      if (!period.open) continue;
      if (arrivals.kind == Arrivals::Kind::constant)
        add(period.start, calendar.end_of(p), arrivals.rate[p], arrivals.rate[p], period.day);
      else
        add_linear(arrivals.knots, period.start, calendar.end_of(p), period.day);
    }
  }

  void start(const std::vector<double>& busyness) override {
    busyness_ = busyness;
    begin(0);
  }

 private:
  struct Segment {
    Seconds start, end;
    double rate, slope;  // at the start; per second
    std::uint32_t day;
  };

  Seconds search(double left, Stream&) override {
    for (; at_ < segments_.size(); begin(at_ + 1)) {
      if (slope_ == 0) {
        if (const Seconds gap = left * steady_gap_; gap < end_ - now_) return now_ += gap;
        left -= rate_ * (end_ - now_);
      } else {
        const double here = rate_ + slope_ * (now_ - segments_[at_].start), rest = end_ - now_;
        const double expected = rest * (here + slope_ * rest / 2);
        if (left < expected) {
          // The root of slope/2 x^2 + here x = left, in the form that does not cancel.
          const double x = 2 * left / (here + std::sqrt(std::max(0.0, here * here + 2 * slope_ * left)));
          return now_ = std::min(now_ + x, end_);
        }
        left -= expected;
      }
    }
    return never;
  }

  void begin(std::size_t segment) {
    at_ = segment;
    now_ = end_ = 0;
    steady_gap_ = never;
    if (segment == segments_.size()) return;
    const Segment& s = segments_[segment];
    rate_ = s.rate * busyness_[s.day];
    slope_ = s.slope * busyness_[s.day];
    now_ = s.start;
    end_ = s.end;
    if (slope_ == 0) steady_gap_ = 1 / rate_;
  }

  void add(Seconds from, Seconds to, double r0, double r1, std::uint32_t day) {
    if (to > from && (r0 > 0 || r1 > 0)) segments_.push_back({from, to, r0, (r1 - r0) / (to - from), day});
  }

  void add_linear(const std::vector<Arrivals::Knot>& knots, Seconds from, Seconds to, std::uint32_t day) {
    for (std::size_t k = 1; k < knots.size(); ++k) {
      const auto [t0, r0] = knots[k - 1];
      const auto [t1, r1] = knots[k];
      const Seconds a = std::max(from, t0), b = std::min(to, t1);
      if (a < b) add(a, b, r0 + (r1 - r0) * (a - t0) / (t1 - t0), r0 + (r1 - r0) * (b - t0) / (t1 - t0), day);
    }
  }

  std::vector<Segment> segments_;
  std::vector<double> busyness_;
  // The present segment:
  std::size_t at_ = 0;
  double rate_ = 0, slope_ = 0;
};

// A Poisson number of calls, placed by the inverse of the shape's distribution function.
class SurgeProcess final : public ArrivalProcess {
 public:
  explicit SurgeProcess(const Surge& surge) : surge_(surge) {}

  void start(const std::vector<double>&) override { done_ = 0; }

 private:
  Seconds search(double left, Stream&) override {
    done_ += left;
    return done_ < surge_.calls ? surge_.start + surge_.length * place(done_ / surge_.calls) : never;
  }

  double place(double share) const {
    switch (surge_.shape) {
      case Surge::Shape::block:
        return share;
      case Surge::Shape::triangle:
        return share < 0.5 ? std::sqrt(share / 2) : 1 - std::sqrt((1 - share) / 2);
      case Surge::Shape::decay:
        return -std::log1p(share * std::expm1(-4.0)) / 4;
    }
    return share;
  }

  Surge surge_;
  double done_ = 0;
};

// Of each power cut a Poisson number of customers, each after a time of their own; at once for the whole run.
class AreaCalls final : public ArrivalProcess {
 public:
  AreaCalls(const ServedArea::Calls& calls, bool announced, const std::vector<PowerCut>& cuts)
      : calls_(calls), announced_(announced), cuts_(cuts) {}

  void start(const std::vector<double>&) override {
    drawn_ = false;
    at_ = 0;
    times_.clear();
  }

 private:
  Seconds search(double, Stream& stream) override {
    if (!drawn_) draw(stream);
    return at_ < times_.size() ? times_[at_++] : never;
  }

  void draw(Stream& stream) {
    drawn_ = true;
    for (const PowerCut& cut : cuts_) {
      if ((cut.announced < never) != announced_) continue;
      const Seconds from = announced_ ? cut.announced : cut.from;
      for (double n = unit_exponential(stream); n < calls_.customers; n += unit_exponential(stream))
        if (const Seconds at = from + calls_.delay.draw(stream); at >= 0 && at < cut.to) times_.push_back(at);
    }
    std::sort(times_.begin(), times_.end());
  }

  const ServedArea::Calls& calls_;
  const bool announced_;
  const std::vector<PowerCut>& cuts_;
  bool drawn_ = false;
  std::vector<Seconds> times_;
  std::size_t at_ = 0;
};

class Replay final : public ArrivalProcess {
 public:
  explicit Replay(const std::vector<Seconds>& times) : times_(times) {}
  void start(const std::vector<double>&) override { at_ = 0; }

 private:
  Seconds search(double, Stream&) override { return at_ < times_.size() ? times_[at_++] : never; }

  const std::vector<Seconds>& times_;
  std::size_t at_ = 0;
};

}  // namespace

std::unique_ptr<ArrivalProcess> make_poisson(const Arrivals& arrivals, const Calendar& calendar) {
  return std::make_unique<Poisson>(arrivals, calendar);
}
std::unique_ptr<ArrivalProcess> make_surge(const Surge& surge) {
  return std::make_unique<SurgeProcess>(surge);
}
std::unique_ptr<ArrivalProcess> make_area_calls(const ServedArea::Calls& calls, bool announced,
                                                const std::vector<PowerCut>& cuts) {
  return std::make_unique<AreaCalls>(calls, announced, cuts);
}
std::unique_ptr<ArrivalProcess> make_replay(const std::vector<Seconds>& times) {
  return std::make_unique<Replay>(times);
}

}  // namespace thirdring
