// Trees laid over each other.
#pragma once
#include <string>
#include <vector>

#include "sim/scenario/document.hpp"

namespace thirdring {

/// `top` over `base`: maps are merged key by key, everything else is replaced; null takes a key away.  Of
/// keys that exclude each other (rate and volumes, staffing and shifts, ...) the ones in `top` remain, and a
/// new law of a distribution drops the parameters that it has not.  `block` is the path of the maps in the
/// language.
NodePtr merged(const NodePtr& base, const NodePtr& top, const std::string& block);

/// `--set`: the tree with `value` at `path`.  Null, with a report at `mark`, when the path leads nowhere.
NodePtr with_value(const NodePtr& tree, const std::string& path, const NodePtr& value, const Mark& mark,
                   Report& report);

}  // namespace thirdring
