// The parts of the report for a terminal; each is empty when there is nothing to tell.
#pragma once
#include <string>

#include "analysis/experiment/results.hpp"
#include "analysis/report/text_table.hpp"

namespace thirdring {

std::string agreement_section(const Results& results, const Style& style);
std::string call_section(const Results& results, const Style& style);
std::string callback_section(const Results& results, const Style& style);
std::string escalation_section(const Results& results, const Style& style);
std::string group_section(const Results& results, const Style& style);
std::string period_section(const Results& results, const Style& style);
/// What the nearest queueing formula would have said, beside what was simulated.
std::string nearest_section(const Results& results, const Style& style);
/// What became of cases.
std::string case_section(const Results& results, const Style& style);
/// What conversations tell of.
std::string conversation_section(const Results& results, const Style& style);
/// How often and how long the centre's equipment was out of order, and served areas were without power.
std::string outage_section(const Results& results, const Style& style);
std::string cost_section(const Results& results, const Style& style);

/// What an agreement asks for, in words: "at least 85 %, per day".
std::string asked_for(const Agreement& agreement, const std::string& currency);

}  // namespace thirdring
