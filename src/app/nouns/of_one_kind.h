// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is particular to one kind of thing, for the editor of all kinds: definitions that are built in, rules whose
// order decides, words of a text, signatures under a grade.  For app alone.
#pragma once

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <vector>

#include "app/nouns/noun_query.h"
#include "app/nouns/signatures.h"
#include "app/nouns/translated_words.h"
#include "ingest/folder/built_in.h"
#include "ingest/folder/folder_listing.h"
#include "rules/edit.h"

namespace commonground::app {

template <typename Thing, typename Other>
inline constexpr bool kIs = std::is_same_v<Thing, Other>;

template <typename Thing>
core::Result<NounView> ViewOf(const Entered& in, const model::Study& study) {
  std::vector<model::Coding> codings;
  if constexpr (kIs<Thing, model::Translation>) {
    CG_ASSIGN_OR_RETURN(codings, NamedCodings(in.store, study));
  }
  return NounView(study, in.caller, in.today, codings);
}

// Those that come with the program, and are not in the study.
template <typename Thing>
std::vector<std::string> BuiltInBesides(const std::vector<Thing>& list) {
  std::vector<std::string> besides;
  if constexpr (kIs<Thing, model::Definition>) {
    for (const Thing& one : ingest::BuiltInDefinitions()) {
      if (std::ranges::find(list, one.id, &Thing::id) == list.end()) besides.push_back(one.id.value);
    }
  }
  return besides;
}

// The one that is named, if it is named alone; nullptr: none comes with the program.
template <typename Thing>
const Thing* BuiltIn(const NounKind& kind, const FieldValues& values) {
  if constexpr (kIs<Thing, model::Definition>) {
    std::string named;
    for (const auto& [field, value] : values) {
      if (ingest::Bare(value).empty()) continue;
      if (field != kind.id_field || !named.empty()) return nullptr;
      named = ingest::Bare(value);
    }
    return ingest::FindBuiltInDefinition(model::DefinitionId(named));
  }
  return nullptr;
}

template <typename Thing>
Thing WithKnownSources(const Thing& built_in, const model::Study& study) {
  if constexpr (kIs<Thing, model::Definition>) return ingest::WithKnownSources(built_in, study);
  return built_in;
}

// None of this id that the caller sees.
template <typename Thing>
core::Error NotThere(const NounKind& kind, const std::string& id) {
  core::Error error = NoSuch(kind, id);
  if constexpr (kIs<Thing, model::Definition>) {
    if (ingest::FindBuiltInDefinition(model::DefinitionId(id)) != nullptr) {
      error.message =
          "comes with the program, and is not in the study. Fix: add it by its id alone, or name it in the "
          "settings; then it can be looked at and changed";
      error.hint = {"add definition", {{"id", id}}};
    }
  }
  return error;
}

// Where the order decides, what an import would only remark of it is refused, if it was not so before.
template <typename Thing>
std::vector<rules::Problem> CheckPlaced(const model::Study& study, const Thing& thing, std::size_t index,
                                        std::size_t to, const core::Date& today) {
  constexpr rules::Kind kKind = rules::Listed<Thing>::kKind;
  model::Study after = study;
  std::vector<Thing>& list = after.*rules::Listed<Thing>::kList;
  const bool is_new = index == list.size();
  const bool is_same = !is_new && to == index && [&] {
    if constexpr (kIs<Thing, model::LegalModelRule>) return list[index].when == thing.when;
    return false;
  }();
  if (!is_new) list.erase(list.begin() + static_cast<std::ptrdiff_t>(index));
  list.insert(list.begin() + static_cast<std::ptrdiff_t>(std::min(to, list.size())), thing);
  auto problems = rules::CheckChange(study, after, kKind, to, CircumstancesOn(today));
  if (is_same) return ErrorsIn(std::move(problems));
  std::erase_if(problems, [](const rules::Problem& one) {
    return one.severity != core::Severity::kError && one.about.kind != kKind;
  });
  for (rules::Problem& one : problems) {
    if (one.severity == core::Severity::kError || one.about.index == to) continue;
    one.message = fmt::format("at place {} would never decide any more", one.about.index + 1);
    one.value = one.about.id;
    one.fix = "put this one behind it, or make its facts fewer";
  }
  return problems;
}

template <typename Thing>
core::Status MayBeMade(const Entered& in, const NounView& view, const Thing* now, const Thing& made,
                       const WhichThing& which) {
  if constexpr (kIs<Thing, model::Translation>) return CheckTranslated(in, view, now, made, which);
  if constexpr (kIs<Thing, model::Chapter>) {
    // In a folder it is the name of a file.
    if (model::IsValidId(made.id.value) && !ingest::IsChapterName(made.id.value)) {
      const rules::Problem problem{
          core::Severity::kError,
          {rules::Kind::kChapter, which.index, made.id.value, "chapter", 0},
          made.id.value,
          "is not the name of a chapter",
          fmt::format("write one of: {}, practice-CODE, case-ORGANISATION", fmt::join(ingest::ChapterNames(), ", ")),
          {}};
      return core::Fail(RefusalOf({problem}, rules::NameOf(rules::Kind::kChapter), which.index, made.id.value));
    }
  }
  return {};
}

template <typename Thing>
core::Status Signed(const Entered& in, Signing signing, const Thing& now, Thing& made) {
  if constexpr (kIs<Thing, model::Finding>) {
    if (signing == Signing::kOwnName) return SignAs(in.caller.person, now, made);
  }
  return {};
}

// Behind all others; what is a file of its own in a folder is in the order of their ids, as an import has it.
template <typename Thing>
std::int64_t PlaceOf(const std::vector<Thing>& list, const std::string& id) {
  if constexpr (kIs<Thing, model::Finding> || kIs<Thing, model::Chapter> || kIs<Thing, model::Definition>) {
    return std::ranges::count_if(list, [&](const Thing& one) { return one.id.value < id; });
  }
  return std::ssize(list);
}

// A source is also cited by texts, which are not read otherwise.
template <typename Thing>
core::Status ReadWhatCites(const store::StudyStore& store, model::Study& study) {
  if constexpr (kIs<Thing, model::Source>) {
    std::vector<model::DocumentId> all;
    for (const auto& one : study.documents) all.push_back(one.id);
    CG_ASSIGN_OR_RETURN(auto texts, store.LoadTexts(all));
    for (auto& one : texts) {
      const auto document = std::ranges::find(study.documents, one.id, &model::Document::id);
      if (document != study.documents.end()) document->text = std::move(one.text);
    }
  }
  return {};
}

}  // namespace commonground::app
