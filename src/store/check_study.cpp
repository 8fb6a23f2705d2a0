// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One function a subject.  The first thing that is wrong ends it: nobody mends a stranger's file row by row.  What a
// value may be, and what refers to what, is said in rules/: here stands only how far a file is believed.
#include "store/check_study.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>
#include <optional>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>

#include "core/text_range.h"
#include "model/consent_subject.h"
#include "model/identity.h"
#include "model/indicators.h"
#include "rules/countries.h"
#include "rules/counts.h"
#include "rules/evidence.h"
#include "rules/form.h"
#include "rules/references.h"
#include "rules/values.h"

namespace commonground::store {

namespace {

constexpr int kFirstYear = 1000;  // as a folder's dates are read (ingest/folder/dates.cpp)
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

// A text whose places are counted once a passage of it is asked for.
class Text {
 public:
  explicit Text(const std::string& text) : text_(text) {}
  const core::TextIndex& Index() {
    if (!index_) index_.emplace(text_);
    return *index_;
  }

 private:
  std::string_view text_;
  std::optional<core::TextIndex> index_;
};

using Ids = std::unordered_set<std::string_view>;
using rules::Kind;

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
    fill(findings_, study_.findings);
    for (const auto& one : study_.indicators) indicator_of_.emplace(one.id.value, &one);
  }

  void Run() {
    Settings();
    Frame();
    Facts();
    Leadership();
    Codebook();
    Sets();
    Documents();
    if (depth_ == Depth::kWhole || depth_ == Depth::kWithoutAnchors) Codings();
    if (depth_ != Depth::kWithoutText) CodedTogether();
    Consents();
    Coalition();
    Files();
    Form();
    Dates();
    Places();
    Sources();
    OwnIds();
  }

 private:
  template <typename Things, typename Check>
  static void Each(const char* table, const Things& things, Check check) {
    for (std::size_t i = 0; i < things.size(); ++i) check(things[i], Row{table, {}, i});
  }
  // What `one` refers to is there, but for kinds that are `left_out`.
  template <typename Thing>
  void Refers(const Thing& one, const Row& row, std::initializer_list<Kind> left_out = {}) const {
    rules::ForEachReference(one, [&](std::string_view /*field*/, Kind kind, std::string_view id) {
      if (std::ranges::find(left_out, kind) != left_out.end()) return;
      const Ids* known = Known(kind);
      if (known != nullptr && !known->contains(id)) {
        Bad(row, fmt::format("there is no {} of the id '{}'", rules::NameOf(kind), id));
      }
    });
  }
  const Ids* Known(Kind kind) const {
    const auto found = std::ranges::find(known_, kind, &std::pair<Kind, const Ids*>::first);
    return found == known_.end() ? nullptr : found->second;
  }
  static void InOrder(const std::optional<core::Date>& from, const std::optional<core::Date>& to, const Row& row) {
    Require(rules::AreInOrder(from, to), row, "ends before it begins");
  }
  static void IsCount(const std::optional<std::int64_t>& count, const Row& row) {
    Require(!count || (*count >= 0 && *count <= kMaxCount), row, "a count is out of bounds");
  }

  static void IsLanguage(const std::string& language, const Row& row) {
    Require(language.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") ==
                std::string::npos,
            row, "its language is not a language tag");
  }

  void Settings() const {
    if (loaded_.settings.empty()) return;  // nothing was saved yet
    const model::Settings& settings = loaded_.settings.front();
    const Row row{"settings", "study", 0};
    Require(rules::IsReportLanguage(settings.language), row, "no language of reports");
    Require(rules::IsRecordMonths(settings.record_months), row, "record_months is not from 1 to 1200");
    Require(settings.smallest_cell >= 0 && settings.smallest_cell <= kMaxCount, row, "smallest_cell is out of bounds");
    Refers(settings, row);
    for (const auto& [source, definition] : settings.claims_about) {
      Require(model::IsValidId(definition), row, "claims_about names no definition");
    }
  }

  void Frame() const {
    Each("regions", study_.regions, [&](const auto& one, const Row& row) { IsCount(one.quota, row); });
    const auto refers = [&](const auto& one, const Row& row) { Refers(one, row); };
    Each("organisations", study_.organisations, refers);
    Each("slots", study_.slots, refers);
    Each("definitions", study_.definitions, refers);
  }

  void Facts() const {
    Each("statements", study_.statements, [&](const auto& one, const Row& row) {
      Require(one.subject.empty() || model::IsValidId(one.subject), row, "its subject is not an id");
      Refers(one, row);
      InOrder(one.valid_from, one.valid_to, row);
    });
    Each("indicators", study_.indicators, [&](const auto& one, const Row& row) { Refers(one, row); });
    Each("contexts", study_.contexts, [&](const auto& one, const Row& row) {
      Refers(one, row);
      InOrder(one.valid_from, one.valid_to, row);
      const auto indicator = indicator_of_.find(one.indicator.value);
      Require(indicator != indicator_of_.end() && model::IsValueOf(*indicator->second, one.value), row,
              "value: it is not a value of its indicator");
    });
    // Its name becomes the name of a page.
    Each("legal_rules", study_.legal_model, [&](const auto& one, const Row& row) {
      Require(!StepsOut(one.model), row, "the name of its legal model could be a path");
    });
  }

  void Leadership() const {
    Each("leadership", study_.leadership, [&](const auto& one, const Row& row) {
      Refers(one, row);
      for (const rules::CountFault& fault : rules::FaultsOf(one)) {
        Require(fault.kind == rules::CountFault::Kind::kIdleBound, row,
                fmt::format("{} {}", fault.field, fault.message));
      }
    });
  }

  void Codebook() const {
    const std::vector<model::Code>& codes = study_.codebook;
    for (std::size_t i = 0; i < codes.size(); ++i) {
      const model::Code& code = codes[i];
      const Row row{"codes", code.id.value, i};
      Refers(code, row);
      Require(rules::IsColour(code.colour), row, "its colour is none");
      Require(rules::IsGuid(code.guid), row, "guid: it is not a GUID in lower case");
    }
    for (const std::vector<std::size_t>& circle : rules::Circles(codes)) {
      Bad({"codes", codes[circle.front()].id.value, circle.front()}, "it is its own parent");
    }
  }

  void Sets() const {
    Each("sets", study_.sets, [&](const auto& one, const Row& row) { Refers(one, row); });
  }

  void Documents() {
    Each("cases", study_.cases, [&](const auto& one, const Row& row) { Refers(one, row); });
    for (const model::Document& document : study_.documents) {
      const Row row{"documents", document.id.value, 0};
      Refers(document, row);
      Require(document.version >= 1 && document.version <= kMaxCount, row, "its version is out of bounds");
      IsLanguage(document.language, row);
      if (depth_ == Depth::kWithoutText) continue;
      Text& text = texts_.emplace(document.id.value, Text(document.text)).first->second;
      Require(document.parts.empty() || !rules::FirstWrongPart(document.parts, text.Index().length()), row,
              "a part overlaps another, or leaves the text");
    }
  }

  // A passage is shown by its own words: those that stand at its place, whatever else was saved.
  static void SaysItsWords(const core::TextIndex& text, const model::Coding& coding, const Row& row) {
    const auto words = text.Slice(coding.range);
    Require(rules::IsPassage(coding.range) && words, row, "its passage leaves the text");
    Require(!coding.exact.empty(), row, "exact: it is blank");
    Require(*words == coding.exact, row, "exact: these are not the words that stand from start to end of the text");
  }

  void IsInText(const model::Coding& coding, const Row& row) {
    const std::string& document = coding.document.value;
    if (last_document_ == nullptr || *last_document_ != document) {
      const auto found = texts_.find(document);
      if (found == texts_.end()) Bad(row, "there is no document of the id '" + document + "'");
      last_document_ = &found->first;
      last_text_ = &found->second.Index();
    }
    SaysItsWords(*last_text_, coding, row);
  }

  void Codings() {
    Each("codings", study_.codings, [&](const auto& one, const Row& row) {
      IsInText(one, row);
      Require(rules::IsGuid(one.id.value), row, "id: it is not a GUID in lower case");
      if (!one.sources.empty()) Refers(one, row, {Kind::kDocument, Kind::kCode});  // those are foreign keys
    });
  }

  void CodedTogether() {
    Each("old_versions", study_.old_versions, [&](const auto& one, const Row& row) {
      Refers(one, row);
      Require(one.version >= 1, row, "its version is out of bounds");
      old_texts_.emplace(std::pair(std::string_view(one.document.value), one.version), Text(one.text));
    });
    Each("orphans", study_.orphans, [&](const auto& one, const Row& row) {
      Refers(one, row, {Kind::kSource});  // what it was coded by may be gone since
      Require(rules::IsPassage(one.coding.range), row, "its passage is none");
      Require(rules::IsGuid(one.coding.id.value), row, "id: it is not a GUID in lower case");
      const auto text = old_texts_.find({one.coding.document.value, one.version});
      if (text != old_texts_.end()) SaysItsWords(text->second.Index(), one.coding, row);
    });
    Each("memos", study_.memos, [&](const auto& one, const Row& row) {
      Refers(one, row);
      const bool good = one.about == model::MemoSubject::kStudy    ? one.subject.empty()
                        : one.about == model::MemoSubject::kCoding ? model::IsValidId(one.subject)
                                                                   : true;
      Require(good, row, "what it is about is not there");
    });
    Each("assignments", study_.assignments, [&](const auto& one, const Row& row) { Refers(one, row); });
    // Their passages are those of the text of that day.
    Each("adjudications", study_.adjudications, [&](const auto& one, const Row& row) {
      Refers(one, row);
      Require(rules::IsPassage(one.range), row, "its passage is none");
    });
    Each("decisions", study_.decisions, [&](const auto& one, const Row& row) {
      Refers(one, row);
      Require(rules::IsPassage(one.range), row, "its passage is none");
    });
    Each("events", study_.history, [&](const auto& one, const Row& row) {
      Require(one.number >= 1 && one.number <= kMaxAct && one.undoes >= 0 && one.undoes <= kMaxAct, row,
              "its number is out of bounds");
    });
    Each("history_texts", study_.history_texts, [&](const auto& one, const Row& row) {
      if (!one.document || documents_.contains(one.document->value)) return;
      Bad(row, fmt::format("there is no document of the id '{}'", one.document->value));
    });
  }

  void Consents() const {
    Each("consents", study_.consents, [&](const auto& one, const Row& row) {
      const std::string document(model::DocumentOfSubject(one.subject));
      Require(document.empty() ? organisations_.contains(one.subject) : documents_.contains(document), row,
              "there is no organisation or document of its subject");
      Require(model::PassageOfSubject(one.subject).empty() || model::IsOfPassages(one.scope), row,
              "its scope cannot be said of one passage");
      InOrder(one.given, one.expires, row);
      InOrder(one.given, one.withdrawn, row);
    });
  }

  void Coalition() const {
    const auto refers = [&](const auto& one, const Row& row) { Refers(one, row); };
    Each("partners", study_.partners, refers);
    Each("partnerships", study_.partnerships, refers);
    Each("findings", study_.findings, refers);
    Each("outcomes", study_.outcomes, refers);
    Each("answers", study_.answers, refers);
    Each("targets", study_.targets, refers);
    Each("translations", study_.translations, [&](const auto& one, const Row& row) {
      Refers(one, row);
      IsLanguage(one.language, row);
    });
  }

  // Countries that exist, and the codes that invented studies name their own by.
  void Places() const {
    const auto check = [](const auto& one, const Row& row) {
      if constexpr (std::is_same_v<std::decay_t<decltype(one)>, model::ContextFact>) {
        IsPlace(one.country, row);
      } else if (one.country) {
        IsPlace(*one.country, row);
      }
    };
    Each("organisations", study_.organisations, check);
    Each("slots", study_.slots, check);
    Each("contexts", study_.contexts, check);
    Each("partners", study_.partners, check);
    Each("invented_countries", study_.invented_countries, [](const auto& one, const Row& row) {
      Require(rules::IsInventedCountry(one.code.value), row,
              "code: it is not one of those left for invented countries");
    });
  }
  static void IsPlace(const model::CountryCode& country, const Row& row) {
    Require(rules::IsCountry(country.value) || rules::IsInventedCountry(country.value), row,
            "country: it is not a country's three-letter code (ISO 3166-1 alpha-3)");
  }

  void Sources() const {
    const auto check = [](std::string_view field) {
      return [field](const auto& one, const Row& row) {
        if (rules::LacksSource(one)) Bad(row, fmt::format("{}: it is blank, but must name a source", field));
      };
    };
    Each("statements", study_.statements, check("source"));
    Each("contexts", study_.contexts, check("source"));
    Each("targets", study_.targets, check("source"));
    Each("leadership", study_.leadership, check("source"));
    Each("outcomes", study_.outcomes, check("source"));
    Each("answers", study_.answers, check("source"));
    Each("consents", study_.consents, [&](const auto& one, const Row& row) {
      check("evidence")(one, row);
      const bool is_named = one.basis != model::ConsentBasis::kPublicSource || sources_.contains(one.evidence);
      Require(is_named, row, "evidence: it names no source of the study");
    });
  }

  // An edit finds a thing by it.
  void OwnIds() const {
    rules::ForEachList(study_, [&](Kind kind, const auto& list) {
      using Thing = typename std::decay_t<decltype(list)>::value_type;
      if constexpr (model::kHasOwnId<Thing>) {
        Ids seen;
        for (std::size_t i = 0; i < list.size(); ++i) {
          const std::string& id = list[i].id.value;
          if (id.empty()) continue;
          const Row row{rules::PluralOf(kind), {}, i};
          Require(rules::IsGuid(id), row, "id: it is not a GUID in lower case");
          Require(seen.insert(id).second, row, "id: another one has it already");
        }
      }
    });
  }

  static void IsOfOurTime(const std::optional<core::Date>& date, std::string_view field, const Row& row) {
    if (date && date->year() < kFirstYear) Bad(row, fmt::format("{}: it is in the year {}", field, date->year()));
  }

  // But those of codings, which other programs write as 0001-01-01 where they know none.
  void Dates() const {
    Each("sources", study_.sources,
         [](const auto& one, const Row& row) { IsOfOurTime(one.accessed, "accessed", row); });
    Each("leadership", study_.leadership,
         [](const auto& one, const Row& row) { IsOfOurTime(one.as_of, "as_of", row); });
    const auto spans = [](const auto& one, const Row& row) {
      IsOfOurTime(one.valid_from, "valid_from", row);
      IsOfOurTime(one.valid_to, "valid_to", row);
      IsOfOurTime(one.as_of, "as_of", row);
    };
    Each("statements", study_.statements, spans);
    Each("contexts", study_.contexts, spans);
    Each("consents", study_.consents, [](const auto& one, const Row& row) {
      IsOfOurTime(one.given, "given", row);
      IsOfOurTime(one.expires, "expires", row);
      IsOfOurTime(one.withdrawn, "withdrawn", row);
    });
    Each("partnerships", study_.partnerships,
         [](const auto& one, const Row& row) { IsOfOurTime(one.since, "since", row); });
    Each("documents", study_.documents, [](const auto& one, const Row& row) { IsOfOurTime(one.date, "date", row); });
    Each("cases", study_.cases,
         [](const auto& one, const Row& row) { IsOfOurTime(one.embargo_until, "embargo_until", row); });
    Each("outcomes", study_.outcomes, [](const auto& one, const Row& row) {
      IsOfOurTime(one.before_when, "before_when", row);
      IsOfOurTime(one.after_when, "after_when", row);
    });
    Each("targets", study_.targets, [](const auto& one, const Row& row) { IsOfOurTime(one.due, "due", row); });
    Each("editions", study_.editions, [](const auto& one, const Row& row) { IsOfOurTime(one.date, "date", row); });
  }

  void Form() const {
    for (const rules::Problem& problem : rules::FormProblems(study_)) {
      if (problem.severity != core::Severity::kError) continue;
      if (problem.message == rules::kBlank.message) continue;  // a code or place without a name is called by its id
      const auto& about = problem.about;
      const std::string what = rules::Filled(problem.message, problem.mentions, &rules::PlainName);
      Bad({rules::NameOf(about.kind), about.id, about.index},
          fmt::format("{}{}{}", about.field, about.field.empty() ? "" : ": ", what));
    }
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
  Ids findings_;
  // What can be referred to.  Notes on codings name some that are left behind: only documents that are loaded know
  // them.
  const std::array<std::pair<Kind, const Ids*>, 8> known_{{{Kind::kSource, &sources_},
                                                           {Kind::kRegion, &regions_},
                                                           {Kind::kOrganisation, &organisations_},
                                                           {Kind::kCode, &codes_},
                                                           {Kind::kIndicator, &indicators_},
                                                           {Kind::kPartner, &partners_},
                                                           {Kind::kDocument, &documents_},
                                                           {Kind::kFinding, &findings_}}};
  std::unordered_map<std::string_view, const model::Indicator*> indicator_of_;
  std::unordered_map<std::string_view, Text> texts_;
  std::map<std::pair<std::string_view, int>, Text> old_texts_;  // by document and version
  const std::string_view* last_document_ = nullptr;             // codings of one follow one another
  const core::TextIndex* last_text_ = nullptr;
};

}  // namespace

void CheckStudy(const Loaded& loaded, Depth depth) {
  Checker(loaded, depth).Run();
}

}  // namespace commonground::store
