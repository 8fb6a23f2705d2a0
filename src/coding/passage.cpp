// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

#include "coding/passage.h"

#include <fmt/format.h>

#include <algorithm>

namespace commonground::coding {

namespace {

constexpr std::int64_t kHeadingLength = 60;  // of a hint: enough to be recognised

bool HoldsALetter(std::string_view text) {
  return text.find_first_not_of(" \t\n") != std::string_view::npos;
}

}  // namespace

std::string HintAt(const model::Document& document, std::int64_t place) {
  const core::TextIndex index(document.text);
  int paragraph = 0;
  std::string heading;
  for (const model::Part& part : document.parts) {
    if (part.range.start > place) break;
    if (part.kind == model::PartKind::kHeading) {
      const core::TextRange shown{part.range.start, std::min(part.range.end, part.range.start + kHeadingLength)};
      heading = std::string(index.Slice(shown).value_or(""));
    } else {
      ++paragraph;
    }
  }
  if (paragraph == 0) return heading;
  return fmt::format("paragraph {}{}{}", paragraph, heading.empty() ? "" : ", ", heading);
}

core::Status Place(const model::Document& document, core::TextRange range, model::Coding& coding) {
  const core::TextIndex index(document.text);
  const auto words = range.length() > 0 ? index.Slice(range) : std::nullopt;
  if (!words || !HoldsALetter(*words)) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      fmt::format("{} to {} is no passage of this text, which has {} characters. Nothing was changed. "
                                  "Way out: give the first character and the one after the last, counted from 0",
                                  range.start, range.end, index.length()),
                      document.id.value);
  }
  coding.document = document.id;
  coding.range = range;
  coding.exact = std::string(*words);
  coding.prefix = std::string(*index.Slice({std::max<std::int64_t>(0, range.start - kContextLength), range.start}));
  coding.suffix = std::string(*index.Slice({range.end, std::min(index.length(), range.end + kContextLength)}));
  coding.hint = HintAt(document, range.start);
  return {};
}

}  // namespace commonground::coding
