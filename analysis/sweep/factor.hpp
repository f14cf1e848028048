// Values of a scenario times a factor.
#pragma once
#include <string>

#include "sim/scenario/document.hpp"

namespace thirdring::sweep {

/// A text that is known to be good, such as a normal form, as a tree.
NodePtr parsed(const std::string& text);

/// The number (with its unit) or the list of numbers at `path`, times `factor`, as it would be written.
/// `root` is a normal form.  Throws BadInput when there is none.
std::string multiplied(const Node& root, const std::string& path, const std::string& factor);

}  // namespace thirdring::sweep
