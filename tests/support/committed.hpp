// Documents that are made from the program's own tables.
#pragma once
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace thirdring::test {

/// The committed file, renewed first where THIRDRING_REGENERATE is set.
inline std::string committed(const std::filesystem::path& file, const std::string& made) {
  const std::filesystem::path path = THIRDRING_SOURCE_DIR / file;
  if (std::getenv("THIRDRING_REGENERATE") != nullptr) std::ofstream(path) << made;
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

}  // namespace thirdring::test
