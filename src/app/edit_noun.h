// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a study says (model/nouns.h: organisations, statements, consents, definitions, translations ...), one thing at a
// time: looked at, added, changed and taken out, as an import would let it in, and so that it can be taken back. Fields
// have the names and the forms of the study folder's tables (docs/file-formats.md).
//
//   SetNoun(workspace, model::RecordType::kOrganisation, {"lamp", seen}, {{"name", "The Lamp"}, {"region", "africa"}});
//
// What a caller does not see is not there (gateway/noun_view.h).
// Errors everywhere: Forbidden: not this role, or not theirs; NotFound: there is none of this id; InvalidInput: a field
// is unknown, missing, or not as an import lets it in (all that is wrong is said; Error::about names the first);
// Conflict: somebody else changed the same field since it was seen, or others changed it again and again; those of the
// store.
// Cost: that of the study without its texts; a change, twice its check.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "app/edit_result.h"
#include "app/use_case.h"
#include "app/workspace.h"
#include "model/nouns.h"

namespace commonground::app {

// Field and value, as a cell has it; a blank value is none.
using FieldValues = std::vector<std::pair<std::string, std::string>>;

struct NounField {
  std::string name;        // "valid_from"
  bool is_needed = false;  // may not be blank
  std::string words = {};  // all that may stand there ("yes, no"); empty: anything
};

// The field for the place among others, from 1, of kinds whose order decides something.  It is no part of a version.
inline constexpr std::string_view kPlaceField = "place";

// What holds of one kind, beside its table.
struct NounRules {
  std::vector<std::string> fixed = {};  // fields that stay as they were added
  std::string stays = {};               // why one that is there is not removed, for people; empty: it may be
  std::string instead = {};             // what to do where something stays
  bool is_ordered = false;              // has kPlaceField
  bool gives_id = false;                // one that is added without an id is given one
};

// One kind of thing, as people edit it.
struct NounKind {
  model::RecordType type = model::RecordType::kOrganisation;
  std::string word;                 // "organisation"; in messages and JSON
  std::string plural;               // "organisations"
  std::string id_field;             // the field that is its id ("id", "partner"); empty: it is given one
  std::vector<NounField> fields;    // all others, in the order of the table
  std::vector<std::string> listed;  // the fields that tell one from another
  UseCase see = UseCase::kCount;
  UseCase edit = UseCase::kCount;
  NounRules rules;
};
// In the order of nouns/noun_editors.cpp.
std::span<const NounKind> NounKinds();
const NounKind& KindOf(model::RecordType type);  // Requires: one of them.

template <typename... Things>
std::variant<Things...> VariantOf(model::NounList<Things...>);
using NounValue = decltype(VariantOf(model::Nouns()));

struct NounShown {
  std::string id;
  std::string version;  // of what it says: whoever edits it names it (model/identity.h)
  NounValue value;
  FieldValues cells;       // those that say something, in the order of the table
  std::int64_t place = 0;  // among others, from 1; 0: their order says nothing
};

// One thing that was done to one of them.
struct NounChange {
  std::int64_t act = 0;
  core::Moment at;
  model::CoderId person;
  model::EventAction action = model::EventAction::kEdit;
  struct OfField {
    std::string field;
    std::string before;
    std::string after;
  };
  std::vector<OfField> fields;
  bool is_erased = false;  // what it said went with a withdrawal
};
struct NounDetails {
  NounShown thing;
  std::vector<NounChange> history;  // the oldest first; imports are no part of it
};

struct NounQuery {
  struct Filter {
    std::string field;
    std::string text;      // empty: the field is blank
    bool is_part = false;  // false: the whole field, or one item of a list; true: anywhere in it, in any letters
  };
  std::vector<Filter> filters;  // all of them hold
  std::string sort;             // a field, or "id"; empty: the order of the study
  bool is_descending = false;
};
struct NounsShown {
  std::vector<NounShown> things;
  std::size_t seen = 0;      // by this caller, before the filters
  std::string version;       // of all that this caller sees, before the filters
  std::size_t withheld = 0;  // not shown for want of consent: withdrawn, or of words none to analyse and translate them
  std::vector<std::string> built_in = {};  // ids of definitions that come with the program and are not in the study
};

core::Result<NounsShown> ListNouns(const Workspace& workspace, model::RecordType type, const NounQuery& query = {});
core::Result<NounDetails> ShowNoun(const Workspace& workspace, model::RecordType type, const std::string& id);

// Whose names a caller may put under a grade (Finding::graded_by).  Whoever keeps the study on their own computer
// writes what was agreed; whoever signed in signs for themselves alone, and what others signed was the grade as it was:
// with another level, reason or confidence their names go.
enum class Signing { kAnyName, kOwnName };

// EditResult::thing is its id.  Fields that are not named are blank, or what a blank cell means.  A definition of which
// only the id is named is the one that is built in, with those of its sources that the study has.
core::Result<EditResult> AddNoun(const Workspace& workspace, model::RecordType type, const FieldValues& values,
                                 Signing signing = Signing::kAnyName);
// Fields that are not named stay; what others changed in them since the version that was seen stays too
// (EditResult::kept).  EditResult::act is 0 if all is so already.
core::Result<EditResult> SetNoun(const Workspace& workspace, model::RecordType type,
                                 const ExpectedVersion<std::string>& which, const FieldValues& values,
                                 Signing signing = Signing::kAnyName);
// Errors besides: InvalidInput: something refers to it, or its kind stays; Conflict: it is not as it was seen.
core::Result<EditResult> RemoveNoun(const Workspace& workspace, model::RecordType type,
                                    const ExpectedVersion<std::string>& which);

}  // namespace commonground::app
