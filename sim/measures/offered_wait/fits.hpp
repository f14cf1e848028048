// Which scenarios the offered wait can stand for.
#pragma once
#include "sim/model/model.hpp"

namespace thirdring {

/// Whether nothing in the model needs events, so that OfferedWait gives the same totals.
bool fits_offered_wait(const Model& model);

}  // namespace thirdring
