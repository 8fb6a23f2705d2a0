// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Read byte by byte into memory that is wiped: no buffer of the library keeps what was typed.
#include "cli/passphrase.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace commonground::cli {

using core::ErrorCode;
using core::Secret;

namespace {

constexpr std::size_t kMaxBytes = 10'000;

struct Line {
  Secret text;
  bool is_whole = false;  // it ends; nobody stopped the program meanwhile
};

// To the end of the line, which may be CR LF, or of the file.
core::Result<Line> ReadLineOf(int file) {
  CG_ASSIGN_OR_RETURN(Secret typed, Secret::OfSize(kMaxBytes));
  std::size_t size = 0;
  ssize_t got = 0;
  while (size < kMaxBytes && (got = read(file, typed.bytes().data() + size, 1)) == 1 && typed.bytes()[size] != '\n') {
    ++size;
  }
  const bool stopped = got < 0 && errno == EINTR;
  if (got < 0 && !stopped) {
    return core::Fail(ErrorCode::kIo, std::string("the passphrase cannot be read (") + std::strerror(errno) + ")");
  }
  if (size > 0 && typed.bytes()[size - 1] == '\r') --size;
  typed.Cut(size);
  CG_ASSIGN_OR_RETURN(Secret text, Secret::OfText(typed.text()));
  return Line{std::move(text), !stopped};
}

core::Result<Secret> FromFile(const std::string& file) {
  const int opened = open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (opened < 0) {
    return core::Fail(errno == ENOENT ? ErrorCode::kNotFound : ErrorCode::kIo,
                      std::string("the passphrase's file cannot be read (") + std::strerror(errno) + ")", file);
  }
  struct stat about {};
  const bool others_may_read = fstat(opened, &about) == 0 && (about.st_mode & 077) != 0;
  auto line = others_may_read
                  ? core::Result<Line>(core::Fail(ErrorCode::kInvalidInput,
                                                  "others may read the passphrase's file. Fix: chmod 600 " + file))
                  : ReadLineOf(opened);
  close(opened);
  if (!line) {
    core::Error error = std::move(line).error();
    error.where = file;
    return core::Fail(std::move(error));
  }
  if (line->text.text().empty()) {
    return core::Fail(ErrorCode::kInvalidInput,
                      "the passphrase's file is empty. Fix: write the passphrase into its first line", file);
  }
  return std::move(line->text);
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

core::Result<Secret> Ask(std::string_view prompt) {
  std::fprintf(stderr, "%.*s: ", static_cast<int>(prompt.size()), prompt.data());
  const NoEcho silent;
  CG_ASSIGN_OR_RETURN(Line line, ReadLineOf(STDIN_FILENO));
  std::fputc('\n', stderr);
  if (!line.is_whole) return core::Fail(ErrorCode::kCancelled, "stopped. Nothing was changed");
  return std::move(line.text);
}

}  // namespace

core::Result<Secret> AskPassphrase(const std::string& file, std::string_view what, Asking asking,
                                   std::string_view option) {
  if (!file.empty()) return FromFile(file);
  if (isatty(STDIN_FILENO) == 0) {
    return core::Fail(ErrorCode::kInvalidInput, "a passphrase is needed and nobody can be asked here. Fix: " +
                                                    std::string(option) + " FILE, which only you may read");
  }
  CG_ASSIGN_OR_RETURN(Secret first, Ask(what));
  if (asking == Asking::kOnce) return first;
  CG_ASSIGN_OR_RETURN(const Secret second, Ask("Again"));
  if (second.text() != first.text()) {
    return core::Fail(ErrorCode::kInvalidInput, "the two passphrases differ. Fix: try again");
  }
  return first;
}

}  // namespace commonground::cli
