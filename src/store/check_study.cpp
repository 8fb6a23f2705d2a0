// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One function a subject.  The first thing that is wrong ends it: nobody mends a stranger's file row by row.
#include "store/check_study.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "core/text_range.h"

namespace commonground::store {

namespace {

constexpr std::int64_t kMaxAct = 1'000'000'000'000;
constexpr std::int64_t kMaxCount = (std::int64_t{1} << 40) - 1;  // core::Compare

// A row for people: the table, and its id or place.
struct Row {
  std::string_view table;
  std::string_view id;
  std::size_t place = 0;
};

[[noreturn]] void Bad(const Row& row, const std::string& what) {
  const std::string name = row.id.empty() ? std::to_string(row.place + 1) : std::string(row.id);
  throw Failure(
      core::ErrorCode::kCorrupt,
      fmt::format("the study holds what no import lets in ({} {}: {}). Nothing was changed. Fix: do not trust "
                  "this file; import the study folder that it was made from",
                  row.table, name, what));
}

void Require(bool good, const Row& row, std::string_view what) {
  if (!good) Bad(row, std::string(what));
}

// As a path, it would leave the folder that it begins in: a part of it is "..".
bool StepsOut(std::string_view path) {
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    if (path.substr(at, end - at) == "..") return true;
    at = end + 1;
  }
  return false;
}

using Ids = std::unordered_set<std::string_view>;

class Checker {
 public:
  Checker(const Loaded& loaded, Depth depth) : loaded_(loaded), study_(loaded.study), depth_(depth) {
    const auto fill = [](Ids& ids, const auto& things) {
      for (const auto& one : things) ids.insert(one.id.value);
    };
    fill(sources_, study_.sources);
    fill(regions_, study_.regions);
    fill(organisations_, study_.organisations);
    fill(codes_, study_.codebook);
    fill(indicators_, study_.indicators);
    fill(partners_, study_.partners);
    fill(documents_, study_.documents);
  }

  void Run() {
    Settings();
    Frame();
    Facts();
    Leadership();
    Codebook();
    Documents();
    if (depth_ == Depth::kWhole) Codings();
    if (depth_ != Depth::kWithoutText) CodedTogether();
    Consents();
    Coalition();
    Files();
  }

 private:
  template <typename Things, typename Check>
  static void Each(const char* table, const Things& things, Check check) {
    for (std::size_t i = 0; i < things.size(); ++i) check(things[i], Row{table, {}, i});
  }
  template <typename Tag>
  static void Refer(const Ids& known, const core::Id<Tag>& id, const Row& row, std::string_view what) {
    if (!known.contains(id.value)) Bad(row, fmt::format("there is no {} of the id '{}'", what, id.value));
  }
  template <typename Tag>
  static void Refer(const Ids& known, const std::optional<core::Id<Tag>>& id, const Row& row, std::string_view what) {
    if (id) Refer(known, *id, row, what);
  }
  template <typename Tag>
  static void Refer(const Ids& known, const std::vector<core::Id<Tag>>& ids, const Row& row, std::string_view what) {
    for (const auto& id : ids) Refer(known, id, row, what);
  }
  static void InOrder(const std::optional<core::Date>& from, const std::optional<core::Date>& to, const Row& row) {
    Require(!from || !to || from->First() <= to->Last(), row, "ends before it begins");
  }
  static void IsCount(const std::optional<std::int64_t>& count, const Row& row) {
    Require(!count || (*count >= 0 && *count <= kMaxCount), row, "a count is out of bounds");
  }

  void Settings() const {
    if (loaded_.settings.empty()) return;  // nothing was saved yet
    const model::Settings& settings = loaded_.settings.front();
    const Row row{"settings", "study", 0};
    constexpr std::array<std::string_view, 5> kLanguages{"en", "fr", "es", "ru", "zh"};
    Require(std::ranges::find(kLanguages, settings.language) != kLanguages.end(), row, "no language of reports");
    Require(settings.record_months >= 1 && settings.record_months <= 1200, row, "record_months is not from 1 to 1200");
    Require(settings.smallest_cell >= 0 && settings.smallest_cell <= kMaxCount, row, "smallest_cell is out of bounds");
    Refer(sources_, settings.frame_sources, row, "source");
    for (const auto& [source, definition] : settings.claims_about) {
      Require(sources_.contains(source) && model::IsValidId(definition), row, "claims_about names no source");
    }
  }

  void Frame() const {
    Each("regions", study_.regions, [&](const auto& one, const Row& row) { IsCount(one.quota, row); });
    Each("organisations", study_.organisations,
         [&](const auto& one, const Row& row) { Refer(regions_, one.region, row, "region"); });
    Each("slots", study_.slots, [&](const auto& one, const Row& row) {
      Refer(regions_, one.region, row, "region");
      Refer(organisations_, one.organisation, row, "organisation");
      Refer(sources_, one.sources, row, "source");
    });
    Each("definitions", study_.definitions,
         [&](const auto& one, const Row& row) { Refer(sources_, one.sources, row, "source"); });
  }

  void Facts() const {
    Each("statements", study_.statements, [&](const auto& one, const Row& row) {
      Require(one.subject.empty() || model::IsValidId(one.subject), row, "its subject is no id");
      Refer(sources_, one.sources, row, "source");
      InOrder(one.valid_from, one.valid_to, row);
    });
    Each("indicators", study_.indicators,
         [&](const auto& one, const Row& row) { Refer(sources_, one.sources, row, "source"); });
    Each("contexts", study_.contexts, [&](const auto& one, const Row& row) {
      Refer(indicators_, one.indicator, row, "indicator");
      Refer(sources_, one.sources, row, "source");
      InOrder(one.valid_from, one.valid_to, row);
    });
    // Its name becomes the name of a page.
    Each("legal_rules", study_.legal_model, [&](const auto& one, const Row& row) {
      Require(!StepsOut(one.model), row, "the name of its legal model could be a path");
    });
  }

  void Leadership() const {
    Each("leadership", study_.leadership, [&](const auto& one, const Row& row) {
      Refer(organisations_, one.organisation, row, "organisation");
      Refer(sources_, one.sources, row, "source");
      for (const auto& count : {one.members, one.sex_workers, one.undisclosed}) IsCount(count, row);
      for (const auto& bound : {one.at_least, one.at_most}) {
        if (!bound) continue;
        IsCount(bound->count, row);
        Require(bound->kind == model::Bound::Kind::kCount || (bound->share.p >= 0 && bound->share.p <= bound->share.q),
                row, "a bound is no share");
      }
      Require(!one.members || one.sex_workers.value_or(0) + one.undisclosed.value_or(0) <= *one.members, row,
              "more are counted than there are members");
    });
  }

  void Codebook() const {
    const std::vector<model::Code>& codes = study_.codebook;
    std::unordered_map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < codes.size(); ++i) places.emplace(codes[i].id.value, i);
    std::vector<std::size_t> walk(codes.size(), 0);  // of the walk upwards that met the code; 0: none yet
    for (std::size_t i = 0; i < codes.size(); ++i) {
      const model::Code& code = codes[i];
      const Row row{"codes", code.id.value, i};
      Refer(codes_, code.parent, row, "code");
      Refer(codes_, code.merged_into, row, "code");
      Refer(sources_, code.sources, row, "source");
      Require(code.colour.empty() || (code.colour.size() == 7 && code.colour[0] == '#' &&
                                      code.colour.find_first_not_of("0123456789abcdef", 1) == std::string::npos),
              row, "its colour is none");
      Require(code.guid.empty() || model::IsValidId(code.guid), row, "its GUID is none");
      for (std::size_t at = i; walk[at] == 0;) {
        walk[at] = i + 1;
        if (!codes[at].parent) break;
        at = places.at(codes[at].parent->value);
        Require(walk[at] != i + 1, row, "it stands below itself");
      }
    }
  }

  void Documents() {
    Each("cases", study_.cases,
         [&](const auto& one, const Row& row) { Refer(organisations_, one.organisation, row, "organisation"); });
    for (const model::Document& document : study_.documents) {
      const Row row{"documents", document.id.value, 0};
      Refer(organisations_, document.organisation, row, "organisation");
      Refer(sources_, document.sources, row, "source");
      Require(document.version >= 1 && document.version <= kMaxCount, row, "its version is out of bounds");
      Require(document.language.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") ==
                  std::string::npos,
              row, "its language is no tag");
      if (depth_ == Depth::kWithoutText) continue;
      const std::int64_t length = core::CountCodePoints(document.text);
      lengths_.emplace(document.id.value, length);
      std::int64_t end = 0;
      for (const model::Part& part : document.parts) {
        Require(part.range.start >= end && part.range.end > part.range.start && part.range.end <= length, row,
                "a part overlaps another, or leaves the text");
        end = part.range.end;
      }
    }
  }

  void IsInText(const model::DocumentId& document, const core::TextRange& range, const Row& row) {
    if (last_document_ == nullptr || *last_document_ != document.value) {
      const auto found = lengths_.find(document.value);
      if (found == lengths_.end()) Bad(row, "there is no document of the id '" + document.value + "'");
      last_document_ = &found->first;
      last_length_ = found->second;
    }
    Require(range.start >= 0 && range.start <= range.end && range.end <= last_length_, row,
            "its passage leaves the text");
  }

  void Codings() {
    Each("codings", study_.codings, [&](const auto& one, const Row& row) {
      IsInText(one.document, one.range, row);
      if (!one.sources.empty()) Refer(sources_, one.sources, row, "source");
    });
  }

  void CodedTogether() {
    Each("old_versions", study_.old_versions, [&](const auto& one, const Row& row) {
      Refer(documents_, one.document, row, "document");
      Require(one.version >= 1, row, "its version is out of bounds");
    });
    Each("orphans", study_.orphans, [&](const auto& one, const Row& row) {
      Refer(documents_, one.coding.document, row, "document");
      Refer(codes_, one.coding.code, row, "code");
      Require(one.coding.range.start >= 0 && one.coding.range.start <= one.coding.range.end, row,
              "its passage is none");
    });
    Each("memos", study_.memos, [&](const auto& one, const Row& row) {
      Refer(documents_, one.document, row, "document");
      using About = model::MemoSubject;
      const bool good = one.about == About::kStudy      ? one.subject.empty()
                        : one.about == About::kCase     ? organisations_.contains(one.subject)
                        : one.about == About::kDocument ? documents_.contains(one.subject)
                        : one.about == About::kCode     ? codes_.contains(one.subject)
                                                        : model::IsValidId(one.subject);
      Require(good, row, "what it is about is not there");
    });
    Each("assignments", study_.assignments,
         [&](const auto& one, const Row& row) { Refer(documents_, one.document, row, "document"); });
    // Their passages are those of the text of that day.
    Each("adjudications", study_.adjudications, [&](const auto& one, const Row& row) {
      Refer(documents_, one.document, row, "document");
      Require(one.range.start >= 0 && one.range.start <= one.range.end, row, "its passage is none");
      Refer(codes_, one.code, row, "code");
    });
    Each("decisions", study_.decisions, [&](const auto& one, const Row& row) {
      Refer(documents_, one.document, row, "document");
      Require(one.range.start >= 0 && one.range.start <= one.range.end, row, "its passage is none");
      Refer(codes_, one.code, row, "code");
    });
    Each("events", study_.history, [&](const auto& one, const Row& row) {
      Require(one.number >= 1 && one.number <= kMaxAct && one.undoes >= 0 && one.undoes <= kMaxAct, row,
              "its number is out of bounds");
    });
    Each("wordings", study_.wordings,
         [&](const auto& one, const Row& row) { Refer(documents_, one.document, row, "document"); });
  }

  void Consents() const {
    Each("consents", study_.consents, [&](const auto& one, const Row& row) {
      Require(organisations_.contains(one.subject) || documents_.contains(one.subject), row,
              "there is no organisation or document of its subject");
      InOrder(one.given, one.expires, row);
      InOrder(one.given, one.withdrawn, row);
    });
  }

  void Coalition() const {
    Each("partners", study_.partners, [&](const auto& one, const Row& row) { Refer(codes_, one.sector, row, "code"); });
    Each("ties", study_.ties, [&](const auto& one, const Row& row) {
      Refer(organisations_, one.organisation, row, "organisation");
      Refer(partners_, one.partner, row, "partner");
      Refer(sources_, one.sources, row, "source");
    });
    Each("findings", study_.findings, [&](const auto& one, const Row& row) {
      Refer(codes_, one.codes, row, "code");
      Refer(organisations_, one.cases_for, row, "organisation");
      Refer(organisations_, one.cases_against, row, "organisation");
    });
  }

  // Within the study folder, as they were read.
  void Files() const {
    Each("imported_files", loaded_.files, [&](const auto& one, const Row& row) {
      const bool good = !one.path.empty() && one.path.front() != '/' && one.path.find('\n') == std::string::npos &&
                        !StepsOut(one.path);
      Require(good, row, "its path leaves the study folder");
    });
  }

  const Loaded& loaded_;
  const model::Study& study_;
  Depth depth_;
  Ids sources_;
  Ids regions_;
  Ids organisations_;
  Ids codes_;
  Ids indicators_;
  Ids partners_;
  Ids documents_;
  std::unordered_map<std::string, std::int64_t> lengths_;  // of texts, in code points
  const std::string* last_document_ = nullptr;             // codings of one follow one another
  std::int64_t last_length_ = 0;
};

}  // namespace

void CheckStudy(const Loaded& loaded, Depth depth) {
  Checker(loaded, depth).Run();
}

}  // namespace commonground::store
