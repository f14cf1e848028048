#include "analysis/sweep/bad_input.hpp"

#include <fmt/format.h>

#include <vector>

#include "sim/model/wording.hpp"

namespace thirdring::sweep {

void expect_name(const std::string& option, const std::string& name, const std::set<std::string>& known) {
  if (known.contains(name)) return;
  const std::vector<std::string> names(known.begin(), known.end());
  throw BadInput(fmt::format("{}: expected a name that the results have, got {}{}", option, in_quotes(name),
                             hint(name, names)));
}

}  // namespace thirdring::sweep
