// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Sources, in parts where there are many, and an index from A to Z in place of a search.
#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <memory>

#include "publish/known_words.h"
#include "publish/labels.h"
#include "publish/pages/pages.h"

namespace commonground::publish {

core::Status SourcesPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  const auto& sources = report.data.study.sources;
  const int count = static_cast<int>(sources.size());
  const int parts = std::max(1, (count + kSourcesOnAPage - 1) / kSourcesOnAPage);
  for (int part = 1; part <= parts; ++part) {
    const int first = (part - 1) * kSourcesOnAPage;
    const int end = std::min(count, first + kSourcesOnAPage);
    Page page{{PageKind::kSources, {}, part}, parts == 1 ? t("Sources") : t("Sources {1} to {2}", first + 1, end), {}};
    page.head.answer = {{t.Plural("{1} source. ", "{1} sources. ", count, count) +
                         t("Addresses are shown as they were; some are withheld for safety.")}};
    page.blocks.emplace_back(Heading{t("Sources"), "list", 2});
    AddParts(report, page, parts);
    for (int i = first; i < end; ++i) {
      const model::Source& source = sources[static_cast<std::size_t>(i)];
      SourceEntry entry{{source.id, i + 1}, source.title, {}};
      if (!source.site.empty()) entry.about.push_back({source.site});
      const auto add = [&](std::string text, Target target, std::string style) {
        if (!entry.about.empty()) entry.about.push_back({" · "});
        entry.about.push_back({std::move(text), std::move(target), std::move(style)});
      };
      if (!source.kind.empty()) {
        Span kind = SourceKindWords(source.kind, t, report.StudyLanguage());
        add(kind.text, {}, "muted");
        entry.about.back().language = kind.language;
      }
      if (source.accessed) add(ReadOn(*source.accessed, t), {}, "muted");
      const bool link = source.address.starts_with("https://") || source.address.starts_with("http://");
      if (!source.address.empty()) {
        add(source.address, link ? Target(WebTarget{source.address}) : Target(), "");
      } else {
        add(source.note.empty() ? t("no address") : source.note, {}, "state");
      }
      page.blocks.emplace_back(std::move(entry));
    }
    CG_RETURN_IF_ERROR(sink(std::move(page)));
  }
  return {};
}

namespace {

constexpr std::size_t kEntries = 1500;

// The first letter as the language sorts it, in upper case.
std::string LetterOf(const std::string& text) {
  const icu::UnicodeString words = icu::UnicodeString::fromUTF8(text);
  if (words.isEmpty()) return "#";
  icu::UnicodeString first(words.char32At(0));
  if (u_isalpha(first.char32At(0)) == 0) return "#";
  first.toUpper();
  std::string letter;
  icu::UnicodeString(first.char32At(0)).toUTF8String(letter);
  return letter;
}

std::vector<Index::Entry> EntriesOf(const Report& report) {
  const Words& t = report.t;
  std::vector<Index::Entry> entries;
  for (const auto& [kind, name] :
       {std::pair(model::CodeKind::kPractice, t("practice")), std::pair(model::CodeKind::kBarrier, t("barrier")),
        std::pair(model::CodeKind::kOutcome, t("outcome"))}) {
    for (const std::int32_t code : report.CodesOf(kind)) {
      const model::Share& share = report.Row(report.Regions(), code).overall;
      entries.push_back({{report.CodeLabel(code), report.CodePage(code), {}, report.StudyLanguage()},
                         name,
                         t("{1} of {2}", share.present, share.of)});
    }
  }
  for (const auto& country : report.data.context.countries) {
    entries.push_back({{report.CountryName(country.country), Report::CountryPage(country.country)}, t("country"), {}});
  }
  for (const auto& group : report.Regions().groups)
    entries.push_back({{group.label, Report::RegionPage(group.id)}, t("region"), {}});
  for (std::int32_t i = 0; i < report.ListedCases(); ++i) {
    const auto& id = report.data.comparison.cases[static_cast<std::size_t>(i)];
    if (entries.size() >= kEntries) break;  // the regions' pages have them all
    entries.push_back({{report.OrganisationName(id), Report::CasePage(id)}, t("case study"), {}});
  }
  return entries;
}

}  // namespace

core::Status IndexPage(const Report& report, const PageSink& sink) {
  const Words& t = report.t;
  std::vector<Index::Entry> entries = EntriesOf(report);
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::Collator> collator(
      icu::Collator::createInstance(icu::Locale(t.language().c_str()), error));
  if (U_SUCCESS(error) != 0) {
    std::ranges::stable_sort(entries, [&](const Index::Entry& a, const Index::Entry& b) {
      UErrorCode status = U_ZERO_ERROR;
      return collator->compareUTF8(a.label.text, b.label.text, status) == UCOL_LESS;
    });
  }
  Index index;
  for (Index::Entry& entry : entries) {
    std::string letter = LetterOf(entry.label.text);
    const auto found = std::ranges::find(index.letters, letter, &Index::Letter::letter);
    Index::Letter& into =
        found == index.letters.end() ? index.letters.emplace_back(Index::Letter{std::move(letter), {}}) : *found;
    into.entries.push_back(std::move(entry));
  }
  Page page{{PageKind::kIndex}, t("A to Z"), {}};
  const int n = static_cast<int>(entries.size());
  page.head.answer = {{t("{1} practices, barriers, outcomes, countries and organisations in one alphabet.", n)}};
  page.blocks.emplace_back(Heading{t("Index"), "index", 2, Heading::Layout::kWide});
  page.blocks.emplace_back(std::move(index));
  return sink(std::move(page));
}

}  // namespace commonground::publish
