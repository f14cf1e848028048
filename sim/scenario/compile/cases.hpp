// Cases while they are compiled.
#pragma once
#include <optional>
#include <string>

#include "sim/scenario/compile/compile.hpp"
#include "sim/scenario/visit.hpp"

namespace thirdring {

/// Nothing, with a report, when there is no such case.
std::optional<CaseKindId> find_case(Compile& c, const std::string& name, const Where& at);
/// The kinds of cases, with their types, skills and routes, and who opens them without a conversation.
void derive_cases(Compile& c);
void compile_working_days(Compile& c);
/// Of cases that are right, and yet hardly what was meant.
void warn_of_cases(Compile& c);

/// An agreement on cases or on a statistic of times; false if it is another.
bool agree_on_times(Compile& c, const AgreementSpec& s, Agreement& a);

}  // namespace thirdring
