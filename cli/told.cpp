#include "cli/told.hpp"

#include <fmt/format.h>

#include "analysis/sweep/bad_input.hpp"
#include "cli/output.hpp"

namespace thirdring::cli {

int told(const Action& action) {
  const auto tell = [](const std::exception& error) {
    write_to_stderr(fmt::format("thirdring: {}\n", error.what()));
  };
  try {
    return action();
  } catch (const BadArguments& error) {
    tell(error);
    return refused;
  } catch (const sweep::BadInput& error) {
    tell(error);
    return refused;
  } catch (const std::exception& error) {
    tell(error);
    return failed;
  }
}

}  // namespace thirdring::cli
