// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// commonground document diff: two versions of a text, what went and what is new.

#include <fmt/format.h>

#include <algorithm>

#include "app/compare_versions.h"
#include "app/wire/document_json.h"
#include "cli/document.h"
#include "cli/editing.h"

namespace commonground::cli {

namespace {

using coding::ComparedRow;

// "Police came [-twice-]." and "Police came {+once+}."; no colour is needed to tell them apart.
std::string Marked(const std::vector<coding::ComparedPart>& parts, const char* open, const char* close) {
  std::string text;
  for (const auto& one : parts) text += one.only_here ? open + one.words + close : one.words;
  return text;
}

// Each line of it behind `mark`, so that what stands in a text is not taken for a mark.
std::string Lines(const std::string& words, std::string_view mark) {
  std::string text;
  for (std::size_t at = 0; at <= words.size();) {
    const std::size_t end = std::min(words.size(), words.find('\n', at));
    text += fmt::format("{} {}\n", mark, std::string_view(words).substr(at, end - at));
    at = end + 1;
  }
  return text + "\n";
}

std::string TextOf(const ComparedRow& row) {
  switch (row.what) {
    case ComparedRow::What::kSame:
      return Lines(Marked(row.is, "", ""), " ");
    case ComparedRow::What::kGone:
      return Lines(Marked(row.was, "", ""), "-");
    case ComparedRow::What::kNew:
      return Lines(Marked(row.is, "", ""), "+");
    case ComparedRow::What::kChanged:
      return Lines(Marked(row.was, "[-", "-]"), "<") + Lines(Marked(row.is, "{+", "+}"), ">");
  }
  return {};
}

// Rows that are the same are folded but for the nearest ones.
constexpr std::size_t kContext = 1;
enum class Folding { kFold, kShowAll };

std::string TextOf(const app::ComparedVersions& compared, Folding folding) {
  std::string text = fmt::format("{}, version {} beside version {}: {} changed, {} gone, {} new, {} the same.\n\n",
                                 compared.document.id.value, compared.from, compared.to, compared.changed,
                                 compared.gone, compared.added, compared.same);
  const auto& rows = compared.rows;
  for (std::size_t i = 0; i < rows.size();) {
    std::size_t end = i;
    while (end < rows.size() && rows[end].what == ComparedRow::What::kSame) ++end;
    const std::size_t before = i == 0 ? 0 : kContext;
    const std::size_t behind = end == rows.size() ? 0 : kContext;
    if (folding == Folding::kFold && end - i > before + behind + 1) {
      for (std::size_t k = i; k < i + before; ++k) text += TextOf(rows[k]);
      text += fmt::format("  ... {} paragraphs the same\n\n", end - i - before - behind);
      i = end - behind;
    }
    for (; i < end; ++i) text += TextOf(rows[i]);
    if (i < rows.size()) text += TextOf(rows[i++]);
  }
  return text;
}

}  // namespace

Run AddDocumentDiff(CLI::App& command) {
  auto study = AddActingStudy(command);
  auto document = std::make_shared<std::string>();
  auto from = std::make_shared<int>(0);
  auto to = std::make_shared<int>(0);
  auto all = std::make_shared<bool>(false);
  command.add_option("DOCUMENT", *document, "the text, CASE/FILE")->required();
  const auto version = CLI::Range(1, 1'000'000);
  command.add_option("FROM", *from, "a version that is kept, such as 1")->required()->check(version);
  command.add_option("TO", *to, "another one")->required()->check(version);
  command.add_flag("--all", *all, "show what is the same too, however long it is");
  auto who = AddWho(command);
  return [=](Console& console) {
    return Acting(console, *study, *who, [&](const app::Workspace& workspace) {
      const auto compared = app::CompareVersions(workspace, model::DocumentId(*document), *from, *to);
      if (!compared) return console.Fail(compared.error());
      console.Print(console.json ? app::wire::ToJson(*compared).dump(2) + "\n"
                                 : TextOf(*compared, *all ? Folding::kShowAll : Folding::kFold));
      return 0;
    });
  };
}

}  // namespace commonground::cli
