// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A list is changed thing by thing under the ids that people see; then each id that would not follow from its thing any
// more is written down, and the study is checked as if it had just been read.
#include "store/facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string_view>

#include "model/identity.h"
#include "store/check_study.h"
#include "store/failure.h"
#include "store/load.h"
#include "store/save.h"
#include "store/tables.h"

namespace commonground::store {

namespace {

using core::ErrorCode;
using model::RecordType;

const char* TableOf(RecordType thing) {
  switch (thing) {
    case RecordType::kRegion:
      return "regions";
    case RecordType::kInventedCountry:
      return "invented_countries";
    case RecordType::kSlot:
      return "slots";
    case RecordType::kSource:
      return "sources";
    case RecordType::kOrganisation:
      return "organisations";
    case RecordType::kStatement:
      return "statements";
    case RecordType::kLeadership:
      return "leadership";
    case RecordType::kDefinition:
      return "definitions";
    case RecordType::kIndicator:
      return "indicators";
    case RecordType::kLegalRule:
      return "legal_rules";
    case RecordType::kContext:
      return "contexts";
    case RecordType::kCase:
      return "cases";
    case RecordType::kConsent:
      return "consents";
    case RecordType::kPartner:
      return "partners";
    case RecordType::kPartnership:
      return "partnerships";
    case RecordType::kFinding:
      return "findings";
    case RecordType::kChapter:
      return "chapters";
    case RecordType::kSet:
      return "sets";
    case RecordType::kOutcome:
      return "outcomes";
    case RecordType::kAnswer:
      return "answers";
    case RecordType::kTarget:
      return "targets";
    case RecordType::kTranslation:
      return "translations";
    case RecordType::kEdition:
      return "editions";
    case RecordType::kCode:
    case RecordType::kCoding:
    case RecordType::kMemo:
    case RecordType::kAssignment:
    case RecordType::kAdjudication:
    case RecordType::kDecision:
    case RecordType::kSettings:
      break;
  }
  return "";
}

[[noreturn]] void NotAsSeen(RecordType thing, const std::string& id) {
  throw Failure(ErrorCode::kConflict,
                fmt::format("the {} {} was changed, added or removed by somebody else meanwhile. Nothing of theirs or "
                            "yours was lost, and nothing was changed now. Fix: look at it as it is, and do it again if "
                            "it is still right",
                            model::Word(thing), id));
}

// A list whose things have their ids written down.
template <typename Thing>
class NamedList {
 public:
  explicit NamedList(std::vector<Thing> list) {
    const std::vector<std::string> ids = model::IdsOf(list);
    for (std::size_t i = 0; i < list.size(); ++i) rows_.push_back({std::move(list[i]), ids[i]});
  }

  void Change(const model::PlacedChange<Thing>& change) {
    const std::string id = model::IdOf(change.before ? *change.before : change.after.value());
    const auto there = std::ranges::find(rows_, id, &Row::id);
    const bool as_seen =
        change.before ? there != rows_.end() && model::WithId(there->thing, id) == model::WithId(*change.before, id)
                      : there == rows_.end();
    if (!as_seen) NotAsSeen(model::Noun<Thing>::kThing, id);
    std::ptrdiff_t place = there - rows_.begin();
    if (change.before) rows_.erase(there);
    if (!change.after) return;
    if (change.before && !model::kHasOwnId<Thing> && model::IdOf(*change.after) != id) {
      throw Failure(ErrorCode::kInvalidInput, fmt::format("the {} {} would be called otherwise. Nothing was changed. "
                                                          "Fix: take it out, and add the other one",
                                                          model::Word(model::Noun<Thing>::kThing), id));
    }
    if (change.place_after >= 0) place = static_cast<std::ptrdiff_t>(change.place_after);
    place = std::clamp<std::ptrdiff_t>(place, 0, std::ssize(rows_));
    rows_.insert(rows_.begin() + place, {model::WithId(*change.after, {}), id});
  }

  // Each thing keeps its id; it is written down only where it would be another one.
  std::vector<Thing> Finish() {
    std::vector<Thing> list;
    for (const Row& row : rows_) list.push_back(row.thing);
    for (bool is_settled = false; !is_settled;) {
      is_settled = true;
      const std::vector<std::string> ids = model::IdsOf(list);
      for (std::size_t i = 0; i < list.size(); ++i) {
        if (ids[i] == rows_[i].id) continue;
        list[i] = model::WithId(list[i], rows_[i].id);
        is_settled = false;
      }
    }
    return list;
  }

 private:
  struct Row {
    Thing thing;
    std::string id;
  };
  std::vector<Row> rows_;
};

template <typename Thing>
void ApplyTo(Database& database, const std::vector<model::PlacedChange<Thing>>& changes) {
  if (changes.empty()) return;
  const char* name = TableOf(model::Noun<Thing>::kThing);
  Loaded loaded = ReadOne(database, name);
  NamedList<Thing> list(std::move(loaded.study.*model::Noun<Thing>::kList));
  for (const auto& change : changes) list.Change(change);
  model::Study study;
  study.*model::Noun<Thing>::kList = list.Finish();
  const Table& table = **std::ranges::find_if(Tables(), [&](const auto& one) { return one->name == name; });
  SaveOne(database, table, {study, {}, {}, {}, {}});
}

void ApplyTo(Database& database, const model::Change<model::Settings>& change) {
  const Loaded loaded = ReadOne(database, "settings");
  if (loaded.settings.empty() || loaded.settings.front() != change.before) {
    throw Failure(ErrorCode::kConflict,
                  "somebody else changed the settings meanwhile. Nothing of theirs or yours was lost, and nothing was "
                  "changed now. Fix: look at them as they are, and change them again if it is still right");
  }
  const Table& table = **std::ranges::find_if(Tables(), [](const auto& one) { return one->name == "settings"; });
  SaveOne(database, table, {{}, {&change.after.value(), 1}, {}, {}, {}});
}

[[noreturn]] void Refuse(const std::string& what) {
  throw Failure(ErrorCode::kInvalidInput,
                "the study would hold what no import lets in: " + what +
                    ". Nothing was changed. Fix: change first what speaks of it, or correct the value");
}

template <typename Thing, typename Uses>
void CheckGone(const model::FactChanges& changes, const Uses& uses) {
  for (const auto& change : changes.Of<Thing>()) {
    if (change.before && !change.after) uses(model::IdOf(*change.before));
  }
}

// What is not read for the check of the study: notes, and the sources of codings.
void CheckUses(Database& database, const model::FactChanges& changes) {
  const auto asks = [&](const char* question, const std::string& id) {
    return database
        .AskCell(fmt::format("SELECT '1' WHERE EXISTS (SELECT 1 FROM {})",
                             fmt::format(fmt::runtime(question), database.study())),
                 {&id, 1})
        .has_value();
  };
  CheckGone<model::Organisation>(changes, [&](const std::string& id) {
    if (asks("memos WHERE study = {} AND about = 'case' AND subject = $1", id)) Refuse("a note is about " + id);
  });
  CheckGone<model::CaseStudy>(changes, [&](const std::string& id) {
    if (asks("documents WHERE study = {} AND organisation = $1", id)) Refuse("documents are of the case " + id);
  });
  CheckGone<model::Source>(changes, [&](const std::string& id) {
    const std::string quoted = '"' + id + '"';
    if (asks("codings WHERE study = {} AND sources <> '[]' AND replace(sources, $1, '') <> sources", quoted)) {
      Refuse("a coding names the source " + id);
    }
  });
}

}  // namespace

void ApplyFacts(Database& database, const model::FactChanges& changes,
                const std::optional<model::Change<model::Settings>>& settings) {
  if (changes.empty() && !settings) return;
  if (settings) ApplyTo(database, *settings);
  model::EachNoun([&]<typename Thing>() { ApplyTo(database, changes.Of<Thing>()); });
  CheckUses(database, changes);
  try {
    core::NoProgress silent;
    ReadStudy(database, Depth::kWithoutText, silent);
  } catch (const Failure& failure) {
    if (failure.error().code != ErrorCode::kCorrupt) throw;
    const std::string& message = failure.error().message;  // "... (statements 3: there is no source ...). ..."
    const std::size_t from = message.find('(');
    const std::size_t to = message.rfind(')');
    if (from == std::string::npos || to == std::string::npos || to < from) throw;
    Refuse(message.substr(from + 1, to - from - 1));
  }
}

}  // namespace commonground::store
