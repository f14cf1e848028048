#include "analysis/html/html_report.hpp"
#include "analysis/html/page.hpp"

namespace thirdring {

std::string html_report(const Comparison& comparison, const std::vector<Origin>& origins,
                        PageLanguage language) {
  Json data = {{"kind", "compare"}};
  data["run"] = json_of(comparison.options, comparison.results[0]->replications(), comparison.interrupted);
  data["version"] = origins[0].version;
  return page(data, language);
}

}  // namespace thirdring
