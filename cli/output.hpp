// Where results go.
#pragma once
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace thirdring::cli {

/// A file that appears under its name only when it is complete: written beside it and renamed.  What is there
/// already but is no regular file (/dev/null, a pipe) is written directly.
class OutputFile {
 public:
  /// Throws BadArguments when it cannot be written.
  explicit OutputFile(const std::filesystem::path& path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  /// Throws std::runtime_error when the disk is full and the like, as commit() does.
  void write(std::string_view text);
  /// The file is complete.
  void commit();

 private:
  [[noreturn]] void fail(const char* what) const;

  std::filesystem::path path_, temporary_;  // temporary_ is empty when written directly
  std::FILE* file_ = nullptr;
};

/// Throws BadArguments when an output would take the place of a scenario, or of another output.
void refuse_to_replace(const std::filesystem::path& output, const std::vector<std::string>& others);

/// To standard output; a closed pipe is as good as written.  Throws std::runtime_error.
void write_to_stdout(std::string_view text);

/// To standard error; what cannot be written is lost, as there is nobody else to tell.
void write_to_stderr(std::string_view text) noexcept;

/// Whether to use colours there: a terminal, and NO_COLOR is not set.
bool colours_on(std::FILE* stream);
bool is_terminal(std::FILE* stream);

}  // namespace thirdring::cli
