#include "random/dice.hpp"

#include <cmath>

namespace thirdring::test {

std::string list_of(const std::vector<std::string>& items) {
  return fmt::format("[{}]", fmt::join(items, ", "));
}

std::vector<std::string> Dice::some(const std::vector<std::string>& all) {
  std::vector<std::string> result;
  for (const std::string& one : all)
    if (chance(0.6)) result.push_back(one);
  return result.empty() ? std::vector{pick(all)} : result;
}

std::string Dice::share(double least, double most) {
  const double percent = real(least, most) * 100;
  return chance(0.7) ? fmt::format("{:.0f} %", percent) : fmt::format("{:.3f}%", percent);
}

std::string Dice::duration(double seconds) {
  switch (whole(0, 6)) {
    case 0:
      return fmt::format("{:.0f} s", seconds + 1);
    case 1:
      return fmt::format("{:.3f}s", seconds);
    case 2:
      return fmt::format("{:.2f} min", seconds / 60 + 0.01);
    case 3:
      return fmt::format("{} min {:.1f} s", static_cast<int>(seconds / 60),
                         seconds - 60 * std::floor(seconds / 60));
    case 4:
      return fmt::format("{:.5f} h", seconds / 3600 + 1e-5);
    case 5:
      return fmt::format("{:.7f} days", seconds / 86400 + 1e-7);
    default:
      return fmt::format("{} s", seconds);
  }
}

std::string Dice::rate(double per_hour) {
  switch (whole(0, 3)) {
    case 0:
      return fmt::format("{:.1f}/h", per_hour);
    case 1:
      return fmt::format("{}/min", per_hour / 60);
    case 2:
      return fmt::format("{:.7f} / s", per_hour / 3600);
    default:
      return fmt::format("{:.0f}/day", per_hour * 24);
  }
}

std::string Dice::value(double mean, bool is_time) {
  return is_time ? duration(mean) : fmt::format("{:.3f}", mean);
}

std::string Dice::law(double mean, bool is_time, bool within_mixture) {
  const auto by_mean = [&](const char* name) {
    return Block().add("distribution", name).add("mean", value(mean, is_time));
  };
  switch (whole(within_mixture ? 1 : 0, 14)) {
    case 0: {
      const int percent = whole(1, 99);
      const auto part = [&](int chance_of_it, double its_mean) {
        return Block()
            .add("chance", fmt::format("{} %", chance_of_it))
            .add("of", law(its_mean, is_time, true))
            .text();
      };
      return Block()
          .add("mixture", list_of({part(percent, mean / 2), part(100 - percent, mean * 1.5)}))
          .text();
    }
    case 1:
      return by_mean("constant").text();
    case 2:
      return by_mean("lognormal").add("cv", number(0.1, 1.5)).text();
    case 3:
      return by_mean("gamma").add("cv", number(0.1, 1.5)).text();
    case 4:
      return by_mean("normal").add("cv", number(0.1, 0.5)).text();
    case 5:
      return by_mean("hyperexponential").add("cv", number(1, 2)).text();
    case 6:
      return by_mean("weibull").add("shape", number(0.7, 2)).text();
    case 7:
      return Block()
          .add("distribution", "uniform")
          .add("low", value(mean / 2, is_time))
          .add("high", value(mean * 2, is_time))
          .text();
    case 8:
      return Block()
          .add("distribution", "triangular")
          .add("low", value(mean / 3, is_time))
          .add("mode", value(mean, is_time))
          .add("high", value(mean * 2, is_time))
          .text();
    case 9:
      return Block()
          .add("quantiles",
               Block().add("50 %", value(mean, is_time)).add("90 %", value(mean * 3, is_time)).text())
          .text();
    case 10:
      return Block()
          .add("quantiles", Block()
                                .add("0 %", value(0, is_time))
                                .add("40 %", value(mean, is_time))
                                .add("100 %", value(mean * 4, is_time))
                                .text())
          .text();
    case 11:
      return Block()
          .add("file", file("csv", is_time ? fmt::format("minutes\n{}\n{}\n", mean / 90, mean / 30)
                                           : fmt::format("value\n{}\n{}\n", mean * 0.5, mean * 1.5)))
          .text();
    case 12:
      return value(mean, is_time);
    default:
      return by_mean("exponential").text();
  }
}

std::string Dice::file(const std::string& extension, const std::string& text) {
  const std::string name = fmt::format("file{}.{}", files.size(), extension);
  files[name] = text;
  return name;
}

}  // namespace thirdring::test
