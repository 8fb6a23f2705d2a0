// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Describes where in a document a passage is.

#include "coding/passage.h"

#include <fmt/format.h>

#include <algorithm>

namespace commonground::coding {

namespace {

constexpr std::int64_t kHeadingLength = 60;            // of a hint: enough to be recognised
constexpr std::string_view kParagraph = "paragraph ";  // stored with codings: these must not change
constexpr std::string_view kThenHeading = ", ";

bool HoldsALetter(std::string_view text) {
  return text.find_first_not_of(" \t\n") != std::string_view::npos;
}

// "What we did" of "paragraph 4, What we did".
std::string_view HeadingOf(std::string_view hint) {
  if (!hint.starts_with(kParagraph)) return hint;
  const std::size_t end = hint.find_first_not_of("0123456789", kParagraph.size());
  if (end == std::string_view::npos) return {};
  return hint.substr(end).starts_with(kThenHeading) ? hint.substr(end + kThenHeading.size()) : hint;
}

}  // namespace

Hints::Hints(const model::Document& document) {
  const core::TextIndex index(document.text);
  Step step;
  for (const model::Part& part : document.parts) {
    step.start = part.range.start;
    if (part.kind == model::PartKind::kHeading) {
      const core::TextRange shown{part.range.start, std::min(part.range.end, part.range.start + kHeadingLength)};
      step.heading = index.Slice(shown).value_or("");
    } else {
      ++step.paragraph;
    }
    steps_.push_back(step);
  }
}

std::string Hints::At(std::int64_t place) const {
  const auto next = std::ranges::upper_bound(steps_, place, {}, &Step::start);
  if (next == steps_.begin()) return {};
  const Step& step = *(next - 1);
  if (step.paragraph == 0) return std::string(step.heading);
  return fmt::format("{}{}{}{}", kParagraph, step.paragraph, step.heading.empty() ? "" : kThenHeading, step.heading);
}

std::size_t SameHint(std::string_view wanted, std::span<const std::string> hints) {
  if (wanted.empty()) return hints.size();
  const auto only = [&](auto&& is_same) {
    std::size_t found = hints.size();
    for (std::size_t i = 0; i < hints.size(); ++i) {
      if (hints[i].empty() || !is_same(hints[i])) continue;
      if (found < hints.size()) return hints.size();
      found = i;
    }
    return found;
  };
  const std::string_view heading = HeadingOf(wanted);
  const std::size_t there = only([&](std::string_view hint) { return HeadingOf(hint) == heading; });
  return there < hints.size() ? there : only([&](std::string_view hint) { return hint == wanted; });
}

core::Status Place(const model::Document& document, core::TextRange range, model::Coding& coding) {
  const core::TextIndex index(document.text);
  const auto words = range.length() > 0 ? index.Slice(range) : std::nullopt;
  if (!words || !HoldsALetter(*words)) {
    return core::Fail(
        core::ErrorCode::kInvalidInput,
        fmt::format("{} to {} is not a passage of this text, which has {} characters. Nothing was changed. "
                    "Fix: give the first character and the one after the last, counted from 0",
                    range.start, range.end, index.length()),
        document.id.value);
  }
  PassagesOf(document).Fill(range, coding);
  return {};
}

PassagesOf::PassagesOf(const model::Document& document)
    : document_(document), index_(document.text), hints_(document) {}

bool PassagesOf::Fill(core::TextRange range, model::Coding& coding) const {
  const auto words = range.length() >= 0 ? index_.Slice(range) : std::nullopt;
  if (!words) return false;
  coding.document = document_.id;
  coding.range = range;
  coding.exact = std::string(*words);
  coding.prefix = std::string(*index_.Slice({std::max<std::int64_t>(0, range.start - kContextLength), range.start}));
  coding.suffix = std::string(*index_.Slice({range.end, std::min(index_.length(), range.end + kContextLength)}));
  coding.hint = hints_.At(range.start);
  return true;
}

}  // namespace commonground::coding
