// Libraries of situations.
#pragma once
#include "sim/scenario/compile/files.hpp"
#include "sim/scenario/document.hpp"

namespace thirdring {

/// The tree in which every conversation that uses a library has the situations of that file beneath its own.
/// What is wrong is reported; the tree is good for reading on in any case.
NodePtr with_libraries(const NodePtr& tree, Files& files, Report& report);

}  // namespace thirdring
