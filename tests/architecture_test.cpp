// The order of the rooms, kept by reading the includes.
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "catch.hpp"

namespace fs = std::filesystem;

namespace {

// What each room may include besides itself.
const std::map<std::string, std::set<std::string>> may_see = {
    {"sim/kernel", {}},
    {"sim/model", {"sim/kernel"}},
    {"sim/scenario", {"sim/model"}},
    {"sim/center", {"sim/kernel", "sim/model"}},
    {"sim/measures", {"sim/kernel", "sim/model", "sim/center"}},
    {"analysis/statistics", {}},
    {"analysis/queueing", {}},
    {"analysis/experiment",
     {"sim/kernel", "sim/model", "sim/center", "sim/measures", "analysis/statistics", "analysis/queueing"}},
    {"analysis/report",
     {"sim/model", "sim/scenario", "sim/center", "sim/measures", "analysis/statistics", "analysis/queueing",
      "analysis/experiment"}},
    {"analysis/html",
     {"sim/model", "sim/center", "sim/measures", "analysis/statistics", "analysis/queueing",
      "analysis/experiment", "analysis/report", "analysis/sensitivity", "analysis/sweep"}},
    {"analysis/xlsx",
     {"sim/model", "analysis/statistics", "analysis/experiment", "analysis/report", "analysis/html"}},
    {"analysis/sensitivity",
     {"sim/model", "sim/measures", "analysis/statistics", "analysis/experiment", "analysis/report"}},
    {"analysis/sweep",
     {"sim/kernel", "sim/model", "sim/scenario", "sim/measures", "analysis/statistics", "analysis/experiment",
      "analysis/report"}},
    {"analysis/mpi", {"sim/model", "sim/measures", "analysis/experiment", "analysis/sweep"}},
    {"cli",
     {"sim/model", "sim/scenario", "sim/measures", "analysis/statistics", "analysis/queueing",
       "analysis/experiment", "analysis/report", "analysis/html", "analysis/xlsx", "analysis/sensitivity",
       "analysis/sweep", "analysis/mpi"}},
};

// Libraries, and the only places where they may appear.
const std::map<std::string, std::set<std::string>> libraries = {
    {"yaml-cpp/", {"sim/scenario"}},
    {"boost/random/", {"sim/kernel", "analysis/sweep"}},
    {"boost/math/", {"sim/model", "analysis/statistics", "analysis/queueing"}},
    {"Eigen/", {"analysis/statistics", "analysis/queueing"}},
    {"sqlite3.h", {"analysis/sweep"}},
    {"mpi.h", {"analysis/mpi"}},
    {"CLI/", {"cli"}},
    {"xlsxwriter", {"analysis/xlsx"}},
};

std::string room_of(const std::string& path) {
  for (const auto& [room, sees] : may_see)
    if (path.starts_with(room + "/")) return room;
  return "";
}

}  // namespace

TEST_CASE("dependencies point one way", "[architecture]") {
  const fs::path root = THIRDRING_SOURCE_DIR;
  const std::regex include("^\\s*#include\\s*[<\"]([^>\"]+)[>\"]");
  std::size_t seen = 0;
  for (const char* top : {"sim", "analysis", "cli"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
      const std::string path = fs::relative(entry.path(), root).string();
      if (!path.ends_with(".hpp") && !path.ends_with(".cpp")) continue;
      const std::string room = room_of(path);
      REQUIRE_FALSE(room.empty());
      ++seen;
      std::ifstream file(entry.path());
      for (std::string line; std::getline(file, line);) {
        std::smatch found;
        if (!std::regex_search(line, found, include)) continue;
        const std::string included = found[1];
        INFO(path << " includes " << included);
        if (const std::string other = room_of(included); !other.empty() && other != room)
          CHECK(may_see.at(room).count(other) == 1);
        for (const auto& [library, rooms] : libraries)
          if (included.starts_with(library)) CHECK(rooms.count(room) == 1);
      }
    }
  }
  CHECK(seen > 80);
}

TEST_CASE("files fit in the head", "[architecture]") {
  const fs::path root = THIRDRING_SOURCE_DIR;
  for (const char* top : {"sim", "analysis", "cli", "bench"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
      if (entry.path().extension() != ".hpp" && entry.path().extension() != ".cpp") continue;
      std::ifstream file(entry.path());
      std::size_t lines = 0;
      for (std::string line; std::getline(file, line);) ++lines;
      INFO(entry.path());
      CHECK(lines <= 300);
    }
  }
}

TEST_CASE("ctest can tell all tests apart", "[architecture]") {
  // A bracket or a semicolon in a name joins it to its neighbours in CMake's lists; a hyphen first makes it
  // an option.
  const std::regex test_case("TEST_CASE\\(\"([^\"]*)\"");
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(THIRDRING_SOURCE_DIR) / "tests")) {
    if (entry.path().extension() != ".cpp") continue;
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) {
      std::smatch found;
      if (!line.starts_with("TEST_CASE") || !std::regex_search(line, found, test_case)) continue;
      INFO(found[1]);
      CHECK(found[1].str().find_first_of("[];\\") == std::string::npos);
      CHECK_FALSE(found[1].str().starts_with("-"));
    }
  }
}
