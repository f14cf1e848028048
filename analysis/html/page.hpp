// A page from its data.
#pragma once
#include "analysis/html/html_report.hpp"
#include "analysis/report/json.hpp"

namespace thirdring {

/// The whole file: skeleton, style, script, labels and data.  Nothing of the data is markup: it is JSON in an
/// element that browsers do not run, with everything escaped that could end the element; and the page's
/// policy lets nothing run but our script and lets nothing be asked from a network.
std::string page(const Json& data, PageLanguage language);

/// JSON as it can stand within a script element.
std::string json_for_script(const Json& json);

}  // namespace thirdring
