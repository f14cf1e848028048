#include "sim/scenario/units.hpp"

#include "catch.hpp"

using namespace thirdring;

namespace {

template <class T>
std::optional<T> read(std::string_view text) {
  T value{};
  return Leaf<T>::read(text, value) ? std::optional(value) : std::nullopt;
}

double seconds(std::string_view text) { return read<Duration>(text).value_or(Duration{-1}).seconds; }

}  // namespace

TEST_CASE("Durations", "[scenario][units]") {
  CHECK(seconds("20 s") == 20);
  CHECK(seconds("20s") == 20);
  CHECK(seconds("1.5 h") == 5400);
  CHECK(seconds("3 min") == 180);
  CHECK(seconds("2 days") == 172800);
  CHECK(seconds("1 day") == 86400);
  CHECK(seconds("1 h 30 min") == 5400);
  CHECK(seconds("0 s") == 0);
  for (const char* bad : {"20", "", " ", "s", "-5 s", "+5 s", "inf s", "nan s", "0x10 s", "1e999 s", "5 m",
                          "5 sec", "5 s x", "never", ".5 s", "1,5 h"}) {
    INFO(bad);
    CHECK(seconds(bad) == -1);
  }
}

TEST_CASE("Shares", "[scenario][units]") {
  CHECK(read<Share>("5 %")->value == 0.05);
  CHECK(read<Share>("100%")->value == 1);
  CHECK(read<Share>("0.5 %")->value == 0.005);
  for (const char* bad : {"5", "0.05", "101 %", "-5 %", "5 % x", "%", "5 percent"})
    CHECK_FALSE(read<Share>(bad));
}

TEST_CASE("Rates and money", "[scenario][units]") {
  CHECK(read<Rate>("240/h")->per_second == Approx(240 / 3600.0));
  CHECK(read<Rate>("4 / min")->per_second == Approx(4 / 60.0));
  CHECK(read<MoneyRate>("25/h")->per_hour == Approx(25));
  CHECK(read<MoneyRate>("240/day")->per_hour == Approx(10));
  for (const char* bad : {"240", "240 h", "240/", "/h", "240/week", "-1/h"}) CHECK_FALSE(read<Rate>(bad));
}

TEST_CASE("Times of day and dates", "[scenario][units]") {
  CHECK(read<ClockTime>("08:30")->clock == 8.5 * 3600);
  CHECK(read<ClockTime>("8:30:15.5")->clock == 8.5 * 3600 + 15.5);
  CHECK(read<ClockTime>("24:00")->clock == 86400);
  for (const char* bad : {"24:01", "25:00", "08:60", "8", "08:3", "08:30:60", "-08:30"})
    CHECK_FALSE(read<ClockTime>(bad));
  CHECK(write_date(*read<Moment>("2028-02-29 08:30")->date) == "2028-02-29");
  CHECK_FALSE(read<Moment>("08:30")->date);
  for (const char* bad : {"2026-02-29 08:30", "2026-13-01 08:30", "2026-3-1 08:30", "2026-03-01"})
    CHECK_FALSE(read<Moment>(bad));
  CHECK_FALSE(read<Start>("2026-03-02")->clock);
  CHECK(read<Hours>("08:00-20:00")->closes == 20 * 3600);
  CHECK(read<Hours>("closed")->closed);
  CHECK_FALSE(read<Hours>("08:00"));
}

TEST_CASE("Promises and conditions", "[scenario][units]") {
  CHECK(read<Promise>("answered_within 3 rings")->within.in_rings);
  CHECK(read<Promise>("called_back_within 2 h")->of == Promise::Of::called_back);
  CHECK(read<Promise>("closed_within 7 working days")->working_days == 7);
  CHECK_FALSE(read<Promise>("closed_within 0 working days"));
  CHECK_FALSE(read<Promise>("fixed_within 2 h"));
  CHECK_FALSE(read<Promise>("answered_within 3"));
  CHECK_FALSE(read<Promise>("answered_within3 s"));
  CHECK(read<Condition>("queue > 5")->queue == 6);
  CHECK(read<Condition>("queue>=5")->queue == 5);
  CHECK(read<Condition>("expected_wait > 2 min")->wait == 120);
  CHECK(read<Condition>("always")->kind == Condition::Kind::always);
  for (const char* bad :
       {"expected_wait >= 2 min", "queue < 5", "queue > 2 min", "expected_wait > 2", "queue > 99999999999"})
    CHECK_FALSE(read<Condition>(bad));
}

TEST_CASE("What is written is read again", "[scenario][units]") {
  for (const char* text : {"20 s", "3 min", "90 min", "2 h"})
    CHECK(Leaf<Duration>::write(*read<Duration>(text)) == text);
  CHECK(Leaf<Share>::write(*read<Share>("12.5 %")) == "12.5 %");
  CHECK(Leaf<Wait>::write(*read<Wait>("3 rings")) == "3 rings");
  CHECK(Leaf<Hours>::write(*read<Hours>("08:00-20:00")) == "08:00-20:00");
  CHECK(Leaf<Condition>::write(*read<Condition>("queue > 5")) == "queue >= 6");
  CHECK(Leaf<Promise>::write(*read<Promise>("called_back_within 2 h")) == "called_back_within 2 h");
  CHECK(Leaf<Start>::write(*read<Start>("2026-03-02 08:00")) == "2026-03-02 08:00");
  CHECK(Leaf<Moment>::write(*read<Moment>("2026-03-02 08:00:05.5")) == "2026-03-02 08:00:05.5");
}

TEST_CASE("Deadlines, ranges of dates and weekdays", "[scenario][units]") {
  CHECK(read<Due>("2 h")->within == 7200);
  CHECK(read<Due>("1 working day")->working_days == 1);
  CHECK(read<Due>("30 working days")->working_days == 30);
  for (const char* bad :
       {"3", "1.5 working days", "0 working days", "3 working", "3 working weeks", "1001 working days"})
    CHECK_FALSE(read<Due>(bad));
  CHECK(read<Dates>("2026-10-01")->first == read<Dates>("2026-10-01")->last);
  CHECK(read<Dates>("2026-10-01 to 2026-10-07")->last - read<Dates>("2026-10-01")->first ==
        std::chrono::days(6));
  CHECK_FALSE(read<Dates>("2026-10-07 to 2026-10-01"));
  CHECK_FALSE(read<Dates>("2026-02-29"));
  using Week = std::array<bool, 7>;
  CHECK(read<Weekdays>("mon-fri")->on == Weekdays::mon_to_fri().on);
  CHECK(read<Weekdays>("sat-mon, wed")->on == Week{true, false, true, false, false, true, true});
  CHECK_FALSE(read<Weekdays>("mon, "));
  CHECK_FALSE(read<Weekdays>("monday"));
}
