// Words for names that were not understood.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace thirdring {

/// What was found, in words: `'abc'`, shortened and free of control characters.
std::string in_quotes(std::string_view text);
/// "a, b or c".
std::string one_of(const std::vector<std::string>& names);
/// The hint for a misspelt name: "; did you mean 'x'?", or nothing when no name is near.
std::string hint(std::string_view got, const std::vector<std::string>& names);

}  // namespace thirdring
