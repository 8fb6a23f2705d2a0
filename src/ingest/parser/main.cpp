// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// commonground-parser KIND [LANGUAGES]: reads one file from its standard input, writes what it is on its standard
// output (ingest/jail/frame.h).  It is started in the jail; before it reads, it gives up the right to start programs
// too.
#include <unistd.h>

#include <array>
#include <exception>
#include <new>
#include <string>
#include <string_view>

#include "ingest/jail/filter.h"
#include "ingest/jail/frame.h"
#include "ingest/parser/markup.h"
#include "ingest/parser/office.h"
#include "ingest/parser/pandoc_json.h"
#include "ingest/parser/parsed.h"

namespace {

using namespace commonground;
using namespace commonground::ingest;
using namespace commonground::ingest::parser;

struct Kind {
  std::string_view name;
  Parser parse;
};

// Every format, in one list.
constexpr std::array kKinds{
    Kind{"pdf", ParsePdf},
    Kind{"scan", ParseScan},
    Kind{"check-docx", CheckDocx},
    Kind{"check-odt", CheckOdt},
    Kind{"check-epub", CheckEpub},
    Kind{"check-html", CheckHtml},
    Kind{"check-rtf", CheckRtf},
    Kind{"pandoc-json", ParsePandocJson},
    Kind{"picture", ReencodePicture},
};

bool ReadAll(std::string& bytes) {
  std::array<char, 1 << 16> buffer{};
  for (;;) {
    const ssize_t count = read(0, buffer.data(), buffer.size());
    if (count < 0) return false;
    if (count == 0) return true;
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

bool WriteAll(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = write(1, bytes.data(), bytes.size());
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

std::string Answer(Parser parse, const Wishes& wishes) {
  try {
    std::string bytes;
    if (!ReadAll(bytes)) return EncodeFailure("the file cannot be read");
    const auto parsed = parse(bytes, wishes);
    return parsed ? EncodeParsed(*parsed) : EncodeFailure(parsed.error().message);
  } catch (const std::bad_alloc&) {
    return EncodeFailure(
        "the file needs more memory than a document may (512 MB). Way out: split it, or save it as text");
  } catch (const std::exception&) {
    return EncodeFailure("the file is damaged. Way out: open it in the program it was written with and save it anew");
  }
}

// Not an answer in frames, but a file: it goes to pandoc, in another jail, and nowhere else.
bool Mend() {
  try {
    std::string bytes;
    if (!ReadAll(bytes)) return false;
    const auto mended = MendOdt(bytes);
    return mended && WriteAll(*mended);
  } catch (const std::exception&) {
    return false;
  }
}

}  // namespace

#ifdef CG_SANITIZE
// The filter forbids what a sanitizer would also like to do.
extern "C" const char* __asan_default_options() {
  return "detect_leaks=0:disable_coredump=0";
}
#endif

int main(int count, char** words) {
  if (count < 2 || count > 3) return 64;
  const std::string_view name = words[1];
  Wishes wishes;
  std::string_view languages = count == 3 ? words[2] : "";
  while (!languages.empty()) {
    const std::size_t comma = std::min(languages.find(','), languages.size());
    wishes.languages.emplace_back(languages.substr(0, comma));
    languages.remove_prefix(std::min(comma + 1, languages.size()));
  }
  const auto filter = SeccompFilter(FilterFor::kParsing);
  if (!filter || !ApplySeccompFilter(*filter)) return 70;
  if (name == "mend-odt") return Mend() ? 0 : 65;
  for (const Kind& kind : kKinds) {
    if (kind.name == name) return WriteAll(Answer(kind.parse, wishes)) ? 0 : 74;
  }
  return 64;
}
