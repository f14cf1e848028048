// What a report's page is made from.
#pragma once
#include <nlohmann/json.hpp>
#include <string>

#include "catch.hpp"

namespace thirdring::test {

inline nlohmann::json data_of(const std::string& html) {
  const std::string begin = "id=\"data\">";
  const std::size_t from = html.find(begin);
  REQUIRE(from != std::string::npos);
  return nlohmann::json::parse(
      html.substr(from + begin.size(), html.find("</script", from) - from - begin.size()));
}

}  // namespace thirdring::test
