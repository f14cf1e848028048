#include "cli/output.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <stdexcept>

#include "cli/commands.hpp"

namespace thirdring::cli {
namespace fs = std::filesystem;

OutputFile::OutputFile(const fs::path& path) : path_(path) {
  std::error_code none_such;
  // A link stays one: what it points to is replaced.
  if (const fs::path real = fs::canonical(path, none_such); !none_such) path_ = real;
  const fs::file_status there = fs::status(path_, none_such);
  if (fs::is_directory(there)) throw BadArguments(fmt::format("{}: is a directory", path.string()));
  if (fs::exists(there) && access(path_.c_str(), W_OK) != 0) fail("cannot be written");
  if (fs::exists(there) && !fs::is_regular_file(there)) {
    file_ = std::fopen(path_.c_str(), "w");
  } else {
    temporary_ = path_;
    temporary_ += fmt::format(".part-{}", getpid());
    file_ = std::fopen(temporary_.c_str(), "w");
  }
  if (!file_) fail("cannot be written");
}

OutputFile::~OutputFile() {
  if (!file_) return;
  std::fclose(file_);
  std::error_code ignored;
  if (!temporary_.empty()) fs::remove(temporary_, ignored);
}

void OutputFile::fail(const char* what) const {
  const std::string message = fmt::format("{}: {}: {}", path_.string(), what, std::strerror(errno));
  if (!file_) throw BadArguments(message);
  throw std::runtime_error(message);
}

void OutputFile::write(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) fail("writing failed");
}

void OutputFile::commit() {
  if (std::fflush(file_) != 0 || (!temporary_.empty() && fsync(fileno(file_)) != 0)) fail("writing failed");
  if (!temporary_.empty() && std::rename(temporary_.c_str(), path_.c_str()) != 0) fail("renaming failed");
  std::fclose(file_);
  file_ = nullptr;
}

void refuse_to_replace(const fs::path& output, const std::vector<std::string>& others) {
  std::error_code ignored;
  const fs::file_status there = fs::status(output, ignored);
  if (output.empty() || (fs::exists(there) && !fs::is_regular_file(there))) return;  // /dev/null and the like
  for (const std::string& other : others)
    if (!other.empty() && fs::weakly_canonical(output, ignored) == fs::weakly_canonical(other, ignored))
      throw BadArguments(fmt::format("{}: expected a file of its own for the results", output.string()));
}

void write_to_stdout(std::string_view text) {
  const bool written =
      std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  if (!written && errno != EPIPE)
    throw std::runtime_error(fmt::format("standard output: writing failed: {}", std::strerror(errno)));
}

void write_to_stderr(std::string_view text) noexcept {
  [[maybe_unused]] const std::size_t written = std::fwrite(text.data(), 1, text.size(), stderr);
}

bool is_terminal(std::FILE* stream) { return isatty(fileno(stream)) == 1; }

bool colours_on(std::FILE* stream) {
  const char* const no_color = std::getenv("NO_COLOR");
  return is_terminal(stream) && (!no_color || *no_color == '\0');
}

}  // namespace thirdring::cli
