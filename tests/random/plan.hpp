// Who is who in a random scenario, decided before any block is written, so that names mean something.
#pragma once
#include <string>
#include <vector>

#include "random/dice.hpp"

namespace thirdring::test {

struct PlannedType {
  std::string name;
  bool callback = false, redial = false, hold = false, escalation = false, preemptible = false;
  bool shared = false;   ///< among provinces
  bool dialled = false;  ///< by a machine
  std::string home, lead;
  std::vector<std::string> groups, follow_ups;
  std::string conversation;  ///< empty: none
};

struct PlannedGroup {
  std::string name, site;
  std::vector<std::string> skills;
  bool leads = false, new_agents = false;
};

struct PlannedCase {
  std::string name;
  std::vector<std::string> groups;
  bool travel = false, listed = false;
};

struct Plan {
  explicit Plan(Dice& the_dice);

  Dice& dice;
  std::vector<PlannedType> types;
  std::vector<PlannedGroup> groups;
  std::vector<PlannedCase> cases;
  std::vector<std::string> sites, provinces, outbound;
  bool has_lines = false;

  // The calendar: open days of the same length.
  int first_day = 2;  ///< of March 2026, a Monday
  int days = 1, open_days = 1, periods = 1, period_minutes = 30;
  double opens = 8, hours = 2;  ///< time of day, and length of each
  enum class Said { length, hours, by_weekday, days } said = Said::length;

  /// A moment within the hours: a time of day, or sometimes of the first date.
  std::string moment(double least = 0, double most = 1);
  std::string clock(double hour) const;
  bool may_meet_new_agents(const PlannedType& type) const;
  std::vector<const PlannedType*> serving(const std::string& conversation) const;

 private:
  void plan_time();
  void plan_people();
  void plan_extras();
};

std::string time_block(Plan& plan);
std::string call_types(Plan& plan);
std::string conversations(Plan& plan);
std::string cases_block(Plan& plan);
std::string agent_groups(Plan& plan);
std::string routing(Plan& plan);
/// Whole lines: run, lines, ringing, measures, agreements, costs, sites, outages, areas, outbound.
std::string settings(Plan& plan);
std::string surroundings(Plan& plan);

}  // namespace thirdring::test
