// The files of page/ and vendor/, as embed.cmake puts them into the program.
#pragma once
#include <string_view>

namespace thirdring::assets {

extern const std::string_view page;               ///< skeleton with {{...}}
extern const std::string_view style;              ///< all style sheets, one after another
extern const std::string_view script;             ///< all scripts, likewise
extern const std::string_view labels, sentences;  ///< JSON
/// As a content security policy names them: sha256-...
extern const std::string_view style_hash, script_hash;

}  // namespace thirdring::assets
