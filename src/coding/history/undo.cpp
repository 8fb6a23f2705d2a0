// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

#include "coding/history/undo.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "coding/anchoring/move_codings.h"
#include "coding/history/things.h"
#include "coding/passage.h"
#include "model/guids.h"

namespace commonground::coding {

using core::ErrorCode;

namespace {

// Acts that are taken back at the moment, and undos that were taken back themselves.  Newest first, each is settled
// before the acts it can concern.
struct Settled {
  std::set<std::int64_t> undone;
  std::set<std::int64_t> redone;

  // True: this act stands, and is neither undo nor redo.
  bool Take(const model::Act& act) {
    if (act.action == model::EventAction::kRedo) {
      redone.insert(act.undoes);
      return false;
    }
    if (act.action == model::EventAction::kUndo) {
      if (!redone.contains(act.number)) undone.insert(act.undoes);
      return false;
    }
    // What another program brought is not taken back: its one event names none of it.
    if (act.action == model::EventAction::kImport) return false;
    return !undone.contains(act.number);
  }
};

[[nodiscard]] tl::unexpected<core::Error> Conflict(const std::string& what) {
  return core::Fail(ErrorCode::kConflict,
                    what +
                        ", so this cannot be taken back any more. Nothing was changed. Way out: look at it as it is "
                        "now (code history), and change that");
}

template <typename Thing>
const Thing* Find(const std::vector<Thing>& things, const std::string& id) {
  const auto found = std::ranges::find_if(things, [&](const Thing& one) { return one.id.value == id; });
  return found == things.end() ? nullptr : &*found;
}

class Inverter {
 public:
  explicit Inverter(const Now& now) : now_(now) {
    for (const auto& wording : now.wordings) texts_[wording.id.value] = &wording.text;
    text_ = [this](const std::string& id) -> std::string {
      const auto found = texts_.find(id);
      if (found == texts_.end()) throw Erased{};
      return *found->second;
    };
    // What stands now is not compared by words that are gone.
    text_if_there_ = [this](const std::string& id) -> std::string {
      const auto found = texts_.find(id);
      return found == texts_.end() ? std::string() : *found->second;
    };
  }

  core::Result<model::ChangeSet> Run(std::span<const model::Event> act) {
    for (const auto& event : act) {
      try {
        CG_RETURN_IF_ERROR(TakeBack(event));
      } catch (const Erased&) {
        return core::Fail(ErrorCode::kNotFound,
                          "the words that this would bring back were erased, because their document was taken out or "
                          "its consent withdrawn. Nothing was changed",
                          event.document ? event.document->value : event.subject);
      }
    }
    std::reverse(changes_.codes.begin(), changes_.codes.end());
    for (const auto& change : changes_.codes) {
      if (!change.after) CG_RETURN_IF_ERROR(CheckUnused(change.before->id));
    }
    return std::move(changes_);
  }

 private:
  core::Status TakeBack(const model::Event& event) {
    switch (event.thing) {
      case model::EventThing::kCode:
        return Code(event);
      case model::EventThing::kCoding:
        return Coding(event);
      case model::EventThing::kMemo:
        return Plain(event, now_.memos, MemoFrom, changes_.memos);
      case model::EventThing::kAssignment:
        return Plain(event, now_.assignments, AssignmentFrom, changes_.assignments);
      case model::EventThing::kAdjudication:
        return Plain(event, now_.adjudications, AdjudicationFrom, changes_.adjudications);
      case model::EventThing::kDecision:
        return Plain(event, now_.decisions, DecisionFrom, changes_.decisions);
    }
    return {};
  }

  template <typename Thing, typename From>
  core::Status Plain(const model::Event& event, const std::vector<Thing>& things, From from,
                     std::vector<model::Change<Thing>>& changes) {
    const Thing* there = Find(things, event.subject);
    const std::string name = fmt::format("the {}", model::Word(event.thing));
    if ((there != nullptr) == event.after.empty()) return Conflict(name + (there ? " is there again" : " is gone"));
    model::Change<Thing> change;
    if (there != nullptr) {
      const auto left = from(event.after, event.subject, event.document, text_if_there_);
      if (!left) return Unreadable(event);
      if (!(*left == *there)) return Conflict(name + " was changed since");
      change.before = *there;
    }
    if (!event.before.empty()) {
      auto before = from(event.before, event.subject, event.document, text_);
      if (!before) return Unreadable(event);
      change.after = std::move(*before);
    }
    changes.push_back(std::move(change));
    return {};
  }

  core::Status Code(const model::Event& event) {
    const model::Code* there = Find(now_.codebook, event.subject);
    const std::string name = "the code " + event.subject;
    if ((there != nullptr) == event.after.empty()) return Conflict(name + (there ? " is there again" : " is gone"));
    model::CodeChange change;
    if (there != nullptr) {
      const auto left = CodeFrom(event.after, event.subject, text_if_there_);
      if (!left) return Unreadable(event);
      if (!(left->code == *there)) return Conflict(name + " was changed since");
      change.before = *there;
      change.place_before = left->place;
    }
    if (!event.before.empty()) {
      const auto before = CodeFrom(event.before, event.subject, text_);
      if (!before) return Unreadable(event);
      change.after = before->code;
      change.place_after = before->place;
    }
    changes_.codes.push_back(std::move(change));
    return {};
  }

  // A code goes only if nobody uses it by then.
  core::Status CheckUnused(const model::CodeId& id) const {
    const auto stays = [&](const model::Code& code) {
      return std::ranges::none_of(changes_.codes,
                                  [&](const auto& one) { return one.before && one.before->id == code.id; });
    };
    for (const auto& code : now_.codebook) {
      if (code.parent == id && stays(code)) return Conflict("the code " + id.value + " has codes below it by now");
    }
    for (const auto& coding : now_.codings) {
      const bool goes = std::ranges::any_of(changes_.codings, [&](const auto& one) {
        return one.before && model::IdOf(*one.before) == model::IdOf(coding);
      });
      if (coding.code == id && !goes) return Conflict("the code " + id.value + " has codings by now");
    }
    return {};
  }

  core::Status Coding(const model::Event& event) {
    const auto found = std::ranges::find_if(
        now_.codings, [&](const model::Coding& one) { return model::IdOf(one).value == event.subject; });
    const model::Coding* there = found == now_.codings.end() ? nullptr : &*found;
    if ((there != nullptr) == event.after.empty())
      return Conflict(there ? "the coding is there again" : "the coding is gone");
    model::Change<model::Coding> change;
    if (there != nullptr) {
      const auto left = CodingFrom(event.after, event.subject, event.document, text_if_there_);
      if (!left) return Unreadable(event);
      if (!IsAsLeft(left->coding, left->version, *there)) return Conflict("the coding was changed since");
      change.before = *there;
      change.before->id.value = event.subject;
    }
    if (!event.before.empty()) {
      auto before = CodingFrom(event.before, event.subject, event.document, text_);
      if (!before) return Unreadable(event);
      CG_RETURN_IF_ERROR(BringBack(*before));
      change.after = std::move(before->coding);
    }
    changes_.codings.push_back(std::move(change));
    return {};
  }

  // An import moves ranges with the text; that is nobody's change.
  bool IsAsLeft(const model::Coding& left, int version, const model::Coding& there) const {
    const model::Document* document = Find(now_.documents, there.document.value);
    const bool same_text = document != nullptr && document->version == version;
    return (!same_text || left.range == there.range) && left.code == there.code && left.coder == there.coder &&
           left.status == there.status && left.grade == there.grade && left.memo == there.memo &&
           left.sources == there.sources;
  }

  // Puts the coding where its passage stands today.
  core::Status BringBack(VersionedCoding& back) {
    const model::DocumentId& id = back.coding.document;
    const model::Document* document = Find(now_.documents, id.value);
    if (document == nullptr) return Conflict("the document " + id.value + " is gone");
    core::TextRange range = back.coding.range;
    if (document->version != back.version) {
      const auto old = std::ranges::find_if(now_.old_versions, [&](const model::OldVersion& one) {
        return one.document == id && one.version == back.version;
      });
      if (old == now_.old_versions.end()) return Conflict("the text that it was made on is not kept");
      const auto moved = MoveCodings(old->text, document->text, {&range, 1});
      if (moved.front().fate == Fate::kOrphaned) return Conflict("its passage is not in the document any more");
      range = moved.front().range;
    }
    return Place(*document, range, back.coding);
  }

  static tl::unexpected<core::Error> Unreadable(const model::Event& event) {
    return core::Fail(ErrorCode::kCorrupt, "the history holds what this program cannot read. Nothing was changed",
                      fmt::format("act {}", event.number));
  }

  const Now& now_;
  std::map<std::string, const std::string*> texts_;
  TextOf text_;
  TextOf text_if_there_;
  model::ChangeSet changes_;
};

}  // namespace

std::optional<std::int64_t> NextToUndo(std::span<const model::Act> acts) {
  Settled settled;
  for (const auto& act : acts) {
    if (settled.Take(act)) return act.number;
  }
  return std::nullopt;
}

std::optional<std::int64_t> NextToRedo(std::span<const model::Act> acts) {
  Settled settled;
  for (const auto& act : acts) {
    const bool is_open_undo = act.action == model::EventAction::kUndo && !settled.redone.contains(act.number);
    if (is_open_undo) return act.number;
    if (settled.Take(act)) return std::nullopt;
  }
  return std::nullopt;
}

std::vector<model::WordingId> WordingsNamedBy(std::span<const model::Event> events) {
  std::vector<model::WordingId> ids;
  const TextOf take = [&](const std::string& id) {
    ids.emplace_back(id);
    return std::string();
  };
  for (const auto& event : events) {
    for (const std::string* json : {&event.before, &event.after}) {
      if (json->empty()) continue;
      switch (event.thing) {
        case model::EventThing::kCode:
          CodeFrom(*json, event.subject, take);
          break;
        case model::EventThing::kCoding:
          CodingFrom(*json, event.subject, event.document, take);
          break;
        case model::EventThing::kMemo:
          MemoFrom(*json, event.subject, event.document, take);
          break;
        case model::EventThing::kAssignment:
          AssignmentFrom(*json, event.subject, event.document, take);
          break;
        case model::EventThing::kAdjudication:
          AdjudicationFrom(*json, event.subject, event.document, take);
          break;
        case model::EventThing::kDecision:
          DecisionFrom(*json, event.subject, event.document, take);
          break;
      }
    }
  }
  return ids;
}

core::Result<model::ChangeSet> Inverse(std::span<const model::Event> act, const Now& now) {
  return Inverter(now).Run(act);
}

}  // namespace commonground::coding
