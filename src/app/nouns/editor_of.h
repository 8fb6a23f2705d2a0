// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The editor of one kind of thing that has a table: a thing is written as the cells of its row, the cells are changed,
// read again as an import reads them, and checked in the study as an import would be.  For app alone.
#pragma once

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "app/gateway/noun_view.h"
#include "app/nouns/noun_cells.h"
#include "app/nouns/noun_editor.h"
#include "app/nouns/noun_history.h"
#include "app/nouns/noun_query.h"
#include "app/nouns/of_one_kind.h"
#include "core/guid.h"
#include "rules/edit.h"

namespace commonground::app {

template <typename Thing>
class EditorOf : public NounEditor {
 public:
  EditorOf(const ingest::Table<Thing>& table, std::vector<std::string> listed, UseCase may_see, UseCase may_edit,
           NounRules rules)
      : table_(table) {
    kind.type = model::Noun<Thing>::kThing;
    kind.word = rules::NameOf(kKind);
    kind.plural = rules::PluralOf(kKind);
    kind.listed = std::move(listed);
    for (const auto& column : table.columns) {
      if (IsOwnId(column)) continue;
      const bool is_key = column.need == ingest::kKey && !model::kHasOwnId<Thing>;
      if (is_key) kind.id_field = column.name;
      if (is_key) continue;
      kind.fields.push_back({std::string(column.name), column.need == ingest::kRequired || column.need == ingest::kKey,
                             column.words == nullptr ? std::string() : column.words()});
    }
    if (rules.is_ordered) kind.fields.push_back({std::string(kPlaceField), false, {}});
    kind.see = may_see;
    kind.edit = may_edit;
    kind.rules = std::move(rules);
  }

  core::Result<NounsShown> List(const Entered& in, const NounQuery& query) const override {
    CG_RETURN_IF_ERROR(CheckQuery(kind, query));
    CG_ASSIGN_OR_RETURN(const auto small, in.Small());
    const model::Study& study = *small;
    CG_ASSIGN_OR_RETURN(const NounView view, ViewOf<Thing>(in, study));
    const std::vector<Thing>& list = study.*table_.rows;
    const auto ids = model::IdsOf(list);
    NounsShown shown;
    shown.built_in = BuiltInBesides(list);
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (view.Sees(list[i])) {
        shown.things.push_back(Shown(list[i], ids[i], i));
      } else if (view.IsWithheld(list[i])) {
        ++shown.withheld;
      }
    }
    shown.seen = shown.things.size();
    shown.version = VersionOfList(shown);
    Apply(query, shown.things);
    return shown;
  }

  core::Result<NounDetails> Show(const Entered& in, const std::string& id) const override {
    const auto read = [&]() -> core::Result<NounDetails> {
      CG_ASSIGN_OR_RETURN(const model::Study study, in.store.LoadWithoutText());
      CG_ASSIGN_OR_RETURN(const NounView view, ViewOf<Thing>(in, study));
      CG_ASSIGN_OR_RETURN(const Found found, Find(study, view, id));
      NounDetails details{Shown((study.*table_.rows)[found.place], found.id, found.place), {}};
      CG_ASSIGN_OR_RETURN(const auto events, EventsOfNoun<Thing>(in.store, found.id));
      for (const auto& one : events) {
        const bool is_seen = (!one.before || view.Sees(*one.before)) && (!one.after || view.Sees(*one.after));
        if (is_seen) details.history.push_back(Told(one));
      }
      return details;
    };
    return in.store.Read(read);
  }

  core::Result<EditResult> Add(const Entered& in, const FieldValues& values, Signing signing) const override {
    return Again([&](bool& came_between) -> core::Result<EditResult> {
      CG_ASSIGN_OR_RETURN(const model::Study study, in.store.LoadWithoutText());
      CG_ASSIGN_OR_RETURN(const NounView view, ViewOf<Thing>(in, study));
      const std::vector<Thing>& list = study.*table_.rows;
      const AskedFor asked(kind, values);
      Thing made;
      if (const Thing* built_in = BuiltIn<Thing>(kind, asked.values)) {
        made = WithKnownSources(*built_in, study);
      } else {
        CG_ASSIGN_OR_RETURN(made, Made({study, in.today, list.size(), {}}, {}, WithGivenId(kind, asked.values)));
      }
      if (!view.MayChange(made)) return NotTheirs({});
      CG_RETURN_IF_ERROR(MayBeMade<Thing>(in, view, nullptr, made, {list.size(), {}}));
      CG_RETURN_IF_ERROR(Signed<Thing>(in, signing, {}, made));
      std::string id = model::IdOf(made);
      const auto ids = model::IdsOf(list);
      if (std::ranges::find(ids, id) != ids.end()) {
        const bool says_the_same = std::ranges::any_of(
            list, [&](const Thing& one) { return model::WithId(one, {}) == model::WithId(made, {}); });
        if (!model::kHasOwnId<Thing> || says_the_same) return IsThere(id);
        id = core::NewGuid();  // what said this first says something else by now
        made = model::WithId(made, id);
      }
      model::PlacedChange<Thing> change;
      change.place_after = PlaceOf(list, id);
      if (asked.place) {
        CG_ASSIGN_OR_RETURN(change.place_after,
                            ReadPlace(kind, *asked.place, list.size() + 1, {kKind, list.size(), {}, {}, 0}));
      }
      CG_RETURN_IF_ERROR(Check(study, made, {rules::kNoIndex, id}, change.place_after, in.today));
      change.after = std::move(made);
      return Done(in, std::move(change), model::EventAction::kAdd, came_between);
    });
  }

  core::Result<EditResult> Set(const Entered& in, const ExpectedVersion<std::string>& which, const FieldValues& values,
                               Signing signing) const override {
    return Again([&](bool& came_between) -> core::Result<EditResult> {
      CG_ASSIGN_OR_RETURN(const model::Study study, in.store.LoadWithoutText());
      CG_ASSIGN_OR_RETURN(const NounView view, ViewOf<Thing>(in, study));
      CG_ASSIGN_OR_RETURN(const Found found, Find(study, view, which.id));
      const auto& [place, id] = found;
      const AskedFor asked(kind, values);
      const Thing now = model::WithId((study.*table_.rows)[place], id);
      EditResult result;
      const At at{study, in.today, place, id};
      CG_ASSIGN_OR_RETURN(Thing made, Merged(in, at, now, which.version, asked.values, result.kept));
      if (!view.MayChange(now) || !view.MayChange(made)) return NotTheirs(id);
      CG_RETURN_IF_ERROR(KeepsWhatIsFixed(now, made, place, id));
      CG_RETURN_IF_ERROR(MayBeMade<Thing>(in, view, &now, made, {place, id}));
      CG_RETURN_IF_ERROR(Signed<Thing>(in, signing, now, made));
      result.thing = id;
      result.version = model::VersionOf(made);
      std::int64_t to = static_cast<std::int64_t>(place);
      if (asked.place) {
        CG_ASSIGN_OR_RETURN(to, ReadPlace(kind, *asked.place, (study.*table_.rows).size(), {kKind, place, id, {}, 0}));
      }
      const bool is_moved = to != static_cast<std::int64_t>(place);
      if (made == now && !is_moved) return result;
      if (!model::kHasOwnId<Thing> && model::IdOf(made) != id) return KeepsItsId(id);
      CG_RETURN_IF_ERROR(Check(study, made, {place, id}, to, in.today));
      model::PlacedChange<Thing> change{now, std::move(made), static_cast<std::int64_t>(place), to};
      // Where nothing is moved, what others move meanwhile stays moved.
      if (kind.rules.is_ordered && !is_moved) change.place_before = change.place_after = -1;
      CG_ASSIGN_OR_RETURN(const EditResult done, Done(in, std::move(change), model::EventAction::kEdit, came_between));
      result.act = done.act;
      return result;
    });
  }

  core::Result<EditResult> Remove(const Entered& in, const ExpectedVersion<std::string>& which) const override {
    return Again([&](bool& came_between) -> core::Result<EditResult> {
      CG_ASSIGN_OR_RETURN(model::Study study, in.store.LoadWithoutText());
      CG_ASSIGN_OR_RETURN(const NounView view, ViewOf<Thing>(in, study));
      CG_ASSIGN_OR_RETURN(const Found found, Find(study, view, which.id));
      const auto& [place, id] = found;
      const Thing now = model::WithId((study.*table_.rows)[place], id);
      if (!view.MayChange(now)) return NotTheirs(id);
      if (!kind.rules.stays.empty()) return core::Fail(Stays(kind, id));
      if (const std::string version = model::VersionOf(now); !which.version.empty() && which.version != version) {
        return NotAsSeen(id, version, {});
      }
      CG_RETURN_IF_ERROR(ReadWhatCites<Thing>(in.store, study));
      rules::Circumstances circumstances = CircumstancesOn(in.today);
      const auto problems = ErrorsIn(rules::CheckRemoval<Thing>(study, place, circumstances));
      if (!problems.empty()) return core::Fail(StillNeeded(problems, id));
      model::PlacedChange<Thing> change;
      change.before = now;
      change.place_before = static_cast<std::int64_t>(place);
      return Done(in, std::move(change), model::EventAction::kTakeOut, came_between);
    });
  }

 private:
  static constexpr rules::Kind kKind = rules::Listed<Thing>::kKind;
  static constexpr int kMaxTries = 6;
  static constexpr std::size_t kShownOfAnId = 8;  // of 36, in lists

  // `act` sets its argument when somebody came between: what is there now is looked at again.
  template <typename Act>
  static core::Result<EditResult> Again(const Act& act) {
    for (int tried = 1;; ++tried) {
      bool came_between = false;
      auto done = act(came_between);
      if (done || !came_between || tried == kMaxTries) return done;
    }
  }

  NounShown Shown(const Thing& thing, const std::string& id, std::size_t place) const {
    NounShown shown{id, model::VersionOf(thing), thing, {}};
    for (const auto& column : table_.columns) {
      if (IsOwnId(column) || column.name == kind.id_field) continue;
      if (std::string cell = column.write(thing); !cell.empty()) {
        shown.cells.emplace_back(column.name, std::move(cell));
      }
    }
    if (kind.rules.is_ordered) {
      shown.place = static_cast<std::int64_t>(place) + 1;
      shown.cells.emplace_back(kPlaceField, std::to_string(shown.place));
    }
    return shown;
  }

  NounChange Told(const NounEvent<Thing>& one) const {
    NounChange told{one.event.number, one.event.at, one.event.person, one.event.action, {}, one.is_erased};
    if (one.is_erased) return told;
    const Cells before = one.before ? CellsOf(table_, *one.before) : Cells();
    const Cells after = one.after ? CellsOf(table_, *one.after) : Cells();
    for (const auto& column : table_.columns) {
      const auto cell = [&](const Cells& cells) {
        const auto found = cells.find(column.name);
        return found == cells.end() ? std::string() : found->second;
      };
      if (IsOwnId(column) || cell(before) == cell(after)) continue;
      told.fields.push_back({std::string(column.name), cell(before), cell(after)});
    }
    const bool is_moved = one.before && one.after && one.place_before != one.place_after;
    if (kind.rules.is_ordered && is_moved) {
      told.fields.push_back(
          {std::string(kPlaceField), std::to_string(one.place_before + 1), std::to_string(one.place_after + 1)});
    }
    return told;
  }

  struct Found {
    std::size_t place = 0;
    std::string id;
  };
  // By its id; ids that nobody chose also by their beginning, as lists show it, if no other that is seen begins so.
  core::Result<Found> Find(const model::Study& study, const NounView& view, const std::string& id) const {
    const std::vector<Thing>& list = study.*table_.rows;
    const auto ids = model::IdsOf(list);
    std::vector<Found> found;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const bool is_it = ids[i] == id;
      const bool begins_so =
          (model::kHasOwnId<Thing> || kind.rules.gives_id) && id.size() >= kShownOfAnId && ids[i].starts_with(id);
      if ((is_it || begins_so) && view.Sees(list[i])) found.push_back({i, ids[i]});
      if (is_it && !found.empty() && found.back().place == i) return found.back();
    }
    if (found.size() > 1) return core::Fail(MoreThanOne(kind, id));
    if (found.empty()) return core::Fail(NotThere<Thing>(kind, id));
    return found.front();
  }

  // In which study, on which day, and which thing of it: behind all others for one that is added.
  struct At {
    const model::Study& study;
    core::Date today;
    std::size_t place = 0;
    std::string id;
  };

  // What cells and values make.  Errors: all that is wrong with them, by their form and by the rules.
  core::Result<Thing> Made(const At& at, Cells cells, const FieldValues& values) const {
    std::vector<core::Problem> problems;
    Put(table_, values, cells, problems);
    Thing thing = FromCells(table_, cells, problems);
    auto wrong = AboutThing(problems, kKind, at.place, at.id);
    if (wrong.empty()) return thing;
    const std::size_t misread = wrong.size();
    for (auto& one : ErrorsIn(rules::CheckValue(at.study, thing, at.place, CircumstancesOn(at.today)))) {
      const auto end = wrong.begin() + static_cast<std::ptrdiff_t>(misread);
      const bool is_known = std::any_of(wrong.begin(), end, [&](const rules::Problem& other) {
        return one.about.index != at.place || one.about.kind != kKind || other.about.field == one.about.field;
      });
      if (!is_known) wrong.push_back(std::move(one));
    }
    return core::Fail(RefusalOf(wrong, kind.word, at.place, at.id));
  }

  // What the values make of the version that was seen, put together with what is there now, field by field.
  core::Result<Thing> Merged(const Entered& in, const At& at, const Thing& now, const std::string& expected,
                             const FieldValues& values, std::vector<std::string>& kept) const {
    const std::string version = model::VersionOf(now);
    if (expected.empty() || expected == version) {
      CG_ASSIGN_OR_RETURN(const Thing made, Made(at, CellsOf(table_, now), values));
      return model::WithId(made, at.id);
    }
    CG_ASSIGN_OR_RETURN(const auto events, EventsOfNoun<Thing>(in.store, at.id));
    const auto seen = StateOf(events, expected);
    if (!seen) return NotAsSeen(at.id, version, {});
    CG_ASSIGN_OR_RETURN(const Thing wanted, Made(at, CellsOf(table_, *seen), values));
    const Cells base = CellsOf(table_, *seen);
    const Cells theirs = CellsOf(table_, now);
    const Cells yours = CellsOf(table_, wanted);
    Cells merged = theirs;
    std::string both;
    for (const auto& [field, mine] : yours) {
      const std::string& was = base.at(field);
      const std::string& is = theirs.at(field);
      if (mine == is) continue;
      if (mine == was) {
        kept.push_back(field);
      } else if (is == was) {
        merged[field] = mine;
      } else {
        both += BothChanged(field, was, is, mine);
      }
    }
    if (!both.empty()) return NotAsSeen(at.id, version, both);
    CG_ASSIGN_OR_RETURN(const Thing made, Made(at, merged, {}));
    return model::WithId(made, at.id);
  }

  // `which.index`: where it is now, kNoIndex for one that is added; `to`: where it will be.
  core::Status Check(const model::Study& study, const Thing& thing, const WhichThing& which, std::int64_t to,
                     const core::Date& today) const {
    const std::size_t count = (study.*table_.rows).size();
    const std::size_t index = std::min(which.index, count);
    auto problems = kind.rules.is_ordered
                        ? CheckPlaced(study, thing, index, static_cast<std::size_t>(to), today)
                        : ErrorsIn(rules::CheckValue(study, thing, which.index, CircumstancesOn(today)));
    if (problems.empty()) return {};
    return core::Fail(
        RefusalOf(problems, kind.word, kind.rules.is_ordered ? static_cast<std::size_t>(to) : index, which.id));
  }

  core::Status KeepsWhatIsFixed(const Thing& now, const Thing& made, std::size_t place, const std::string& id) const {
    std::vector<rules::Problem> problems;
    for (const auto& column : table_.columns) {
      const bool is_fixed = std::ranges::find(kind.rules.fixed, column.name) != kind.rules.fixed.end();
      if (!is_fixed || column.write(now) == column.write(made)) continue;
      problems.push_back({core::Severity::kError,
                          {kKind, place, id, std::string(column.name), 0},
                          column.write(made),
                          fmt::format("this field stays as it is ({}): {}", column.write(now), kind.rules.stays),
                          kind.rules.instead,
                          {}});
    }
    if (problems.empty()) return {};
    return core::Fail(RefusalOf(problems, kind.word, place, id));
  }

  core::Result<EditResult> Done(const Entered& in, model::PlacedChange<Thing> change, model::EventAction action,
                                bool& came_between) const {
    EditResult result;
    result.thing = model::IdOf(change.after ? *change.after : *change.before);
    if (change.after) result.version = model::VersionOf(*change.after);
    model::ChangeSet changes;
    changes.action = action;
    changes.facts.template Of<Thing>().push_back(std::move(change));
    auto act = ApplyEdit(in.store, std::move(changes), in.actor);
    came_between = !act && act.error().code == core::ErrorCode::kConflict;
    CG_ASSIGN_OR_RETURN(result.act, std::move(act));
    return result;
  }

  tl::unexpected<core::Error> NotTheirs(const std::string& id) const { return core::Fail(NotYours(kind, id)); }
  tl::unexpected<core::Error> IsThere(const std::string& id) const { return core::Fail(IsThereAlready(kind, id)); }
  tl::unexpected<core::Error> KeepsItsId(const std::string& id) const { return core::Fail(CannotBeRenamed(kind, id)); }
  tl::unexpected<core::Error> NotAsSeen(const std::string& id, const std::string& version,
                                        const std::string& both) const {
    return core::Fail(ChangedByOthers(kind, id, version, both));
  }
  core::Error StillNeeded(const std::vector<rules::Problem>& problems, const std::string& id) const {
    return NeededBy(kind, id, problems);
  }

  const ingest::Table<Thing>& table_;
};

}  // namespace commonground::app
