#include "bench/measuring/child.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <stdexcept>

extern char** environ;

namespace thirdring::bench {
namespace {

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> result;
  for (std::string& text : texts) result.push_back(text.data());
  result.push_back(nullptr);
  return result;
}

std::vector<std::string> environment_with(std::vector<std::string> changes) {
  std::vector<std::string> result = changes;
  for (char** variable = environ; *variable; ++variable) {
    const std::string text = *variable;
    bool replaced = false;
    for (const std::string& change : changes)
      replaced = replaced || text.starts_with(change.substr(0, change.find('=') + 1));
    if (!replaced) result.push_back(text);
  }
  return result;
}

std::string read_all(int file) {
  std::string text;
  char buffer[4096];
  for (ssize_t n; (n = read(file, buffer, sizeof buffer)) != 0;) {
    if (n < 0 && errno != EINTR) throw std::runtime_error(std::strerror(errno));
    if (n > 0) text.append(buffer, static_cast<std::size_t>(n));
  }
  return text;
}

}  // namespace

Ended run_child(const std::vector<std::string>& command, const std::vector<std::string>& environment) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error(std::strerror(errno));
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);

  std::vector<std::string> arguments = command, variables = environment_with(environment);
  pid_t child = 0;
  const int error = posix_spawnp(&child, command.front().c_str(), &actions, nullptr,
                                 pointers(arguments).data(), pointers(variables).data());
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  if (error != 0) {
    close(ends[0]);
    throw std::runtime_error(fmt::format("{}: {}", command.front(), std::strerror(error)));
  }
  Ended ended;
  ended.output = read_all(ends[0]);
  close(ends[0]);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  ended.status = WIFEXITED(status) ? WEXITSTATUS(status) : 256 + WTERMSIG(status);
  return ended;
}

std::string output_of(const std::vector<std::string>& command, const std::vector<std::string>& environment) {
  Ended ended = run_child(command, environment);
  if (ended.status != 0)
    throw std::runtime_error(
        fmt::format("{} ended with status {}:\n{}", fmt::join(command, " "), ended.status, ended.output));
  return std::move(ended.output);
}

double number_after(const std::string& output, const std::string& name) {
  const std::string text = "\n" + output, wanted = "\n" + name + " ";
  const std::size_t at = text.find(wanted);
  if (at == std::string::npos)
    throw std::runtime_error(fmt::format("expected a line '{} NUMBER', got:\n{}", name, output));
  const char* const begin = text.c_str() + at + wanted.size();
  char* end = nullptr;
  const double value = std::strtod(begin, &end);
  if (end == begin)
    throw std::runtime_error(fmt::format("expected a number after '{}', got:\n{}", name, output));
  return value;
}

}  // namespace thirdring::bench
