// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The front matter is parsed with its first line blanked out, so that TOML's line numbers are the file's.

#include <algorithm>

#include "ingest/folder/toml/files.h"
#include "ingest/folder/toml/toml.h"

namespace commonground::ingest {

namespace {

using model::Finding;
constexpr std::string_view kFence = "+++\n";

// One level for each component, in their order: two may be the same, unlike items of other lists.
void ReadConcerns(const toml::node& node, const SourceLocation& spot, Finding& finding) {
  const toml::array* array = node.as_array();
  if (array == nullptr) {
    spot.Bad({}, "is not a list", "write it between [ and ], such as [\"minor\", \"serious\"]");
    return;
  }
  for (const toml::node& item : *array) {
    const SourceLocation at{spot.problems, spot.file, LineOf(item), spot.column};
    if (const std::string* text = AsText(item, at)) ReadValue(*text, at, finding.concerns.emplace_back());
  }
}

// As levels: one for each component, and two may say the same.
void ReadReasons(const toml::node& node, const SourceLocation& spot, Finding& finding) {
  for (const std::string& text : ReadTexts(node, spot, Repeats::kMayBe)) {
    ReadValue(text, spot, finding.reasons.emplace_back());
  }
}

const std::vector<Key<Finding>>& FindingKeys() {
  static const std::vector<Key<Finding>> keys{
      KeyOf<&Finding::statement>("statement", kRequired),
      KeyOf<&Finding::codes>("codes"),
      KeyOf<&Finding::cases_for>("cases_for"),
      KeyOf<&Finding::cases_against>("cases_against"),
      KeyOf<&Finding::confidence>("confidence"),
      Key<Finding>{"reasons", kOptional, &ReadReasons, KeyOf<&Finding::reasons>("reasons").write},
      KeyOf<&Finding::graded_by>("graded_by"),
      KeyOf<&Finding::kind>("kind"),
      Key<Finding>{"concerns", kOptional, &ReadConcerns, KeyOf<&Finding::concerns>("concerns").write},
      KeyOf<&Finding::addressees>("addressees"),
      KeyOf<&Finding::rests_on>("rests_on"),
      KeyOf<&Finding::looked_at>("looked_at")};
  return keys;
}

}  // namespace

std::optional<Finding> ReadFinding(std::string_view file, std::string_view text, std::string_view id,
                                   SourceLines& places, Problems& problems) {
  const SourceLocation spot{&problems, file, 1, {}};
  const std::size_t close = text.find("\n+++\n");
  if (!text.starts_with(kFence) || close == std::string_view::npos) {
    spot.Bad({}, "has no front matter",
             "begin the file with a line +++, then keys such as statement = \"…\", then a line +++");
    return std::nullopt;
  }
  const std::optional<toml::table> root =
      ParseToml("\n" + std::string(text.substr(kFence.size(), close + 1 - kFence.size())), spot);
  if (!root) return std::nullopt;
  Finding finding;
  finding.id.value = id;
  ReadKeys(*root, FindingKeys(), Section{spot, "", &places}, finding);
  // A grade that could not be read was told; the rest is looked at as that of some grade.
  const auto* grade = root->get_as<std::string>("confidence");
  if (grade != nullptr && !Trimmed(grade->get()).empty() && !finding.confidence) {
    finding.confidence = model::Confidence::kLow;
  }
  const auto text_begin = static_cast<std::ptrdiff_t>(close + 1 + kFence.size());
  places.keys[std::string(file) + ":" + std::string(kTextKey)] =
      1 + static_cast<int>(std::count(text.begin(), text.begin() + text_begin, '\n'));
  finding.text = text.substr(close + 1 + kFence.size());
  return finding;
}

std::string WriteFinding(const Finding& finding) {
  return std::string(kFence) + PrintToml(WriteKeys(finding, FindingKeys())) + std::string(kFence) + finding.text;
}

}  // namespace commonground::ingest
