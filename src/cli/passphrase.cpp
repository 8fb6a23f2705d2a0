// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later
#include "cli/passphrase.h"

#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "core/files.h"

namespace commonground::cli {

namespace {

core::Result<std::string> FromFile(const std::string& file) {
  struct stat about {};
  if (stat(file.c_str(), &about) == 0 && (about.st_mode & 077) != 0) {
    return core::Fail(core::ErrorCode::kInvalidInput, "others may read the passphrase's file. Fix: chmod 600 " + file,
                      file);
  }
  CG_ASSIGN_OR_RETURN(const std::string text, core::ReadFile(file, 10'000));
  const std::string line = text.substr(0, text.find('\n'));
  if (line.empty()) return core::Fail(core::ErrorCode::kInvalidInput, "the passphrase's file is empty", file);
  return line;
}

// What is typed is not shown, also when the program is stopped meanwhile.
class NoEcho {
 public:
  NoEcho() {
    tcgetattr(STDIN_FILENO, &before_);
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  }
  NoEcho(const NoEcho&) = delete;
  ~NoEcho() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_); }

 private:
  termios before_{};
};

core::Result<std::string> ReadLine(std::string_view prompt) {
  std::fprintf(stderr, "%.*s: ", static_cast<int>(prompt.size()), prompt.data());
  const NoEcho silent;
  std::string line;
  errno = 0;
  int c = 0;
  for (c = std::getchar(); c != EOF && c != '\n'; c = std::getchar()) line += static_cast<char>(c);
  std::fputc('\n', stderr);
  if (c == EOF && errno == EINTR) return core::Fail(core::ErrorCode::kCancelled, "stopped. Nothing was changed");
  return line;
}

}  // namespace

core::Result<std::string> AskPassphrase(const std::string& file, std::string_view what, Asking asking) {
  if (!file.empty()) return FromFile(file);
  if (isatty(STDIN_FILENO) == 0) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      "a passphrase is needed and nobody can be asked here. Fix: --passphrase-file FILE, which only "
                      "you may read");
  }
  CG_ASSIGN_OR_RETURN(std::string first, ReadLine(what));
  if (asking == Asking::kOnce) return first;
  CG_ASSIGN_OR_RETURN(const std::string second, ReadLine("Again"));
  if (second != first) {
    return core::Fail(core::ErrorCode::kInvalidInput, "the two passphrases differ. Fix: try again");
  }
  return first;
}

}  // namespace commonground::cli
