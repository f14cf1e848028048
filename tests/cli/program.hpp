// Runs the program as a user would.
#pragma once
#include <sys/wait.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "catch.hpp"

namespace thirdring::test {

struct Outcome {
  int status = -1;
  std::string output;  ///< standard output; the other one as well with `2>&1`
};

/// `thirdring ARGUMENTS` in a shell.
inline Outcome program(const std::string& arguments, const std::string& before = "") {
  Outcome outcome;
  std::FILE* const pipe = popen((before + "'" THIRDRING_PROGRAM "' " + arguments).c_str(), "r");
  REQUIRE(pipe);
  char buffer[4096];
  for (std::size_t n; (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) outcome.output.append(buffer, n);
  const int status = pclose(pipe);
  outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : 256 + WTERMSIG(status);
  return outcome;
}

/// A directory of its own for a test, gone afterwards.
class Scratch {
 public:
  Scratch() {
    std::string name = (std::filesystem::temp_directory_path() / "thirdring-test-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()));
    path_ = name;
  }
  ~Scratch() { std::filesystem::remove_all(path_); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name) << text;
    return *this / name;
  }
  std::string read(const std::string& name) const {
    std::stringstream text;
    text << std::ifstream(path_ / name).rdbuf();
    return text.str();
  }
  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(path_), {}));
  }

 private:
  std::filesystem::path path_;
};

/// A small scenario; `more` is added at its end.
inline std::string small_scenario(const std::string& more = "") {
  return "name: Small\n"
         "time: {start: 2026-03-02 08:00, length: 1 h}\n"
         "run: {replications: 20}\n"
         "call_types:\n"
         "  enquiry:\n"
         "    arrivals: {rate: 60/h}\n"
         "    patience: {distribution: exponential, mean: 2 min}\n"
         "    talk: {distribution: exponential, mean: 3 min}\n"
         "agent_groups:\n"
         "  agents: {skills: [enquiry], staffing: 3}\n" +
         more;
}

}  // namespace thirdring::test
