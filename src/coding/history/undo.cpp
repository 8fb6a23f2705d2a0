// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Turns history entries round.

#include "coding/history/undo.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "coding/anchoring/move_codings.h"
#include "coding/history/things.h"
#include "coding/passage.h"
#include "model/guids.h"
#include "model/identity.h"

namespace commonground::coding {

using core::ErrorCode;

namespace {

// Acts that are taken back at the moment, and undos that were taken back themselves.  Newest first, each is settled
// before the acts it can concern.
struct Settled {
  std::set<std::int64_t> undone;
  std::set<std::int64_t> redone;

  // True: this act stands, and is neither undo nor redo.
  bool Take(const model::HistoryEntry& act) {
    if (act.action == model::EventAction::kRedo) {
      redone.insert(act.undoes);
      return false;
    }
    if (act.action == model::EventAction::kUndo) {
      if (!redone.contains(act.number)) undone.insert(act.undoes);
      return false;
    }
    // Documents of another program stay: the one event names none of them.
    if (act.action == model::EventAction::kImport) return false;
    return !undone.contains(act.number);
  }
};

[[nodiscard]] tl::unexpected<core::Error> Conflict(const std::string& what) {
  return core::Fail(ErrorCode::kConflict,
                    what +
                        ", so this cannot be undone any more. Nothing was changed. Fix: look at it as it is "
                        "now (code history), and change that");
}

class Inverter {
 public:
  explicit Inverter(const Now& now) : now_(now) {
    for (const auto& coding : now.codings) codings_.emplace(model::IdOf(coding).value, &coding);
    const auto index = [](const auto& things, auto& by_id) {
      for (const auto& one : things) by_id.emplace(one.id.value, &one);
    };
    index(now.memos, memos_);
    index(now.assignments, assignments_);
    index(now.adjudications, adjudications_);
    index(now.decisions, decisions_);
    index(now.documents, documents_);
    for (const auto& history_text : now.history_texts) texts_[history_text.id.value] = &history_text.text;
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
    FindPassages(act);
    for (const auto& event : act) {
      try {
        CG_RETURN_IF_ERROR(TakeBack(event));
      } catch (const Erased&) {
        return core::Fail(
            ErrorCode::kNotFound,
            "the words that this would bring back were erased: what they came from was removed, its consent "
            "withdrawn, or the study imported without older versions. Nothing was changed",
            event.document ? event.document->value : event.subject);
      }
    }
    std::reverse(changes_.codes.begin(), changes_.codes.end());
    model::EachNoun([&]<typename Thing>() {
      auto& changes = changes_.facts.Of<Thing>();
      std::reverse(changes.begin(), changes.end());
    });
    CG_RETURN_IF_ERROR(CheckUnused());
    return std::move(changes_);
  }

 private:
  core::Status TakeBack(const model::Event& event) {
    core::Status taken_back;
    const bool is_noun = model::ForNoun(event.record_type, [&]<typename Thing>() {
      taken_back = PutBack<Thing>(event, fmt::format("the {} {}", model::Word(event.record_type), event.subject),
                                  now_.facts.*model::Noun<Thing>::kList, changes_.facts.Of<Thing>());
    });
    if (is_noun) return taken_back;
    switch (event.record_type) {
      case model::RecordType::kCode:
        return PutBack<model::Code>(event, "the code " + event.subject, now_.codebook, changes_.codes);
      case model::RecordType::kCoding:
        return Coding(event);
      case model::RecordType::kMemo:
        return Plain(event, At(memos_, event.subject), From<model::Memo>, changes_.memos);
      case model::RecordType::kAssignment:
        return Plain(event, At(assignments_, event.subject), From<model::Assignment>, changes_.assignments);
      case model::RecordType::kAdjudication:
        return Plain(event, At(adjudications_, event.subject), From<model::Adjudication>, changes_.adjudications);
      case model::RecordType::kDecision:
        return Plain(event, At(decisions_, event.subject), From<model::Decision>, changes_.decisions);
      case model::RecordType::kSettings:
        return SettingsBack(event);
      default:  // a noun
        break;
    }
    return {};
  }

  template <typename Thing, typename From>
  core::Status Plain(const model::Event& event, const Thing* there, From from,
                     std::vector<model::Change<Thing>>& changes) {
    const std::string name = fmt::format("the {}", model::Word(event.record_type));
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

  core::Status SettingsBack(const model::Event& event) {
    const auto left = PlacedFrom<model::Settings>(event.after, event.subject, text_if_there_);
    auto before = PlacedFrom<model::Settings>(event.before, event.subject, text_);
    if (!left || !before) return Unreadable(event);
    if (!(left->thing == now_.facts.settings)) return Conflict("the settings were changed since");
    changes_.settings = {now_.facts.settings, std::move(before->thing)};
    return {};
  }

  // A thing that has a place among others.
  template <typename Thing>
  core::Status PutBack(const model::Event& event, const std::string& name, const std::vector<Thing>& list,
                       std::vector<model::PlacedChange<Thing>>& changes) {
    const std::optional<Thing> there = ExpectedVersion(list, event.subject);
    if (there.has_value() == event.after.empty()) return Conflict(name + (there ? " is there again" : " is gone"));
    model::PlacedChange<Thing> change;
    if (there) {
      const auto left = PlacedFrom<Thing>(event.after, event.subject, TextOfNow<Thing>());
      if (!left) return Unreadable(event);
      if (!(left->thing == *there)) return Conflict(name + " was changed since");
      change.before = *there;
      change.place_before = left->place;
    }
    if (!event.before.empty()) {
      auto before = PlacedFrom<Thing>(event.before, event.subject, text_);
      if (!before) return Unreadable(event);
      change.after = std::move(before->thing);
      change.place_after = before->place;
    }
    changes.push_back(std::move(change));
    return {};
  }

  // With its id written down.
  template <typename Thing>
  static std::optional<Thing> ExpectedVersion(const std::vector<Thing>& list, const std::string& id) {
    if constexpr (std::is_same_v<Thing, model::Code>) {
      const auto found = std::ranges::find(list, id, [](const auto& one) { return one.id.value; });
      return found == list.end() ? std::nullopt : std::optional(*found);
    } else {
      const auto ids = model::IdsOf(list);
      const auto found = std::ranges::find(ids, id);
      if (found == ids.end()) return std::nullopt;
      return model::WithId(list[static_cast<std::size_t>(found - ids.begin())], id);
    }
  }

  // What a noun says is one text: without it, there is nothing to compare.
  template <typename Thing>
  const TextOf& TextOfNow() const {
    return std::is_same_v<Thing, model::Code> ? text_if_there_ : text_;
  }

  // Codes and codings go only if nobody uses them by then.
  core::Status CheckUnused() const {
    std::set<std::string_view> changed;  // by this act: codes and codings
    std::set<std::string_view> gone;
    const auto note = [&](const auto& changes) {
      for (const auto& change : changes) {
        if (change.before) changed.insert(change.before->id.value);
        if (!change.after) gone.insert(change.before->id.value);
      }
    };
    note(changes_.codes);
    std::set<std::string_view> gone_codes = gone;
    note(changes_.codings);
    note(changes_.memos);
    note(changes_.adjudications);
    note(changes_.decisions);
    if (gone.empty()) return {};
    const auto stays = [&](const auto& thing) { return !changed.contains(thing.id.value); };
    const auto uses_code = [&](const std::optional<model::CodeId>& id) { return id && gone_codes.contains(id->value); };
    for (const auto& code : now_.codebook) {
      if (uses_code(code.parent) && stays(code)) {
        return Conflict("the code " + code.parent->value + " has child codes by now");
      }
      if (uses_code(code.merged_into) && stays(code)) {
        return Conflict("the code " + code.merged_into->value + " has another one merged into it by now");
      }
    }
    for (const auto& [id, coding] : codings_) {
      if (gone_codes.contains(coding->code.value) && !changed.contains(id)) {
        return Conflict("the code " + coding->code.value + " has codings by now");
      }
    }
    for (const auto& memo : now_.memos) {
      if (stays(memo) && memo.about == model::MemoSubject::kCode && gone_codes.contains(memo.subject)) {
        return Conflict("the code " + memo.subject + " has a note about it by now");
      }
      if (stays(memo) && memo.about == model::MemoSubject::kCoding && gone.contains(memo.subject)) {
        return Conflict("a coding has a note about it by now");
      }
    }
    for (const auto& one : now_.adjudications) {
      const auto is_gone = [&](const model::CodingId& id) { return gone.contains(id.value); };
      if (stays(one) && (gone_codes.contains(one.code.value) || std::ranges::any_of(one.originals, is_gone) ||
                         (one.result && is_gone(*one.result)))) {
        return Conflict("coders' differences were decided with it by now");
      }
    }
    for (const auto& one : now_.decisions) {
      if (uses_code(one.code) && stays(one)) {
        return Conflict("the code " + one.code->value + " was decided about by now");
      }
    }
    return {};
  }

  core::Status Coding(const model::Event& event) {
    const model::Coding* there = At(codings_, event.subject);
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
    const model::Document* document = At(documents_, there.document.value);
    const bool same_text = document != nullptr && document->version == version;
    return (!same_text || left.range == there.range) && left.code == there.code && left.coder == there.coder &&
           left.status == there.status && left.evidence_type == there.evidence_type && left.memo == there.memo &&
           left.sources == there.sources;
  }

  // Passages in texts that have changed since, one search an older text.
  void FindPassages(std::span<const model::Event> act) {
    std::map<std::pair<model::DocumentId, int>, std::vector<core::TextRange>> ranges;
    for (const auto& event : act) {
      if (event.record_type != model::RecordType::kCoding || event.before.empty()) continue;
      const auto back = CodingFrom(event.before, event.subject, event.document, text_if_there_);
      if (!back) continue;
      const model::Document* document = At(documents_, back->coding.document.value);
      if (document != nullptr && document->version != back->version) {
        ranges[{document->id, back->version}].push_back(back->coding.range);
      }
    }
    for (const auto& [from, passages] : ranges) {
      const auto old = std::ranges::find_if(now_.old_versions, [&, &text = from](const model::OldVersion& one) {
        return one.document == text.first && one.version == text.second;
      });
      if (old == now_.old_versions.end()) continue;
      for (const auto& moved : MoveCodings(old->text, At(documents_, from.first.value)->text, passages)) {
        if (moved.fate == AnchorOutcome::kOrphaned) continue;
        moved_[from][passages[moved.coding]] = moved.range;
      }
    }
  }

  // Puts the coding where its passage stands today.
  core::Status BringBack(VersionedCoding& back) {
    const model::DocumentId id = back.coding.document;
    const model::Document* document = At(documents_, id.value);
    if (document == nullptr) return Conflict("the document " + id.value + " is gone");
    core::TextRange range = back.coding.range;
    if (document->version != back.version) {
      const bool is_kept = std::ranges::any_of(now_.old_versions, [&](const model::OldVersion& one) {
        return one.document == id && one.version == back.version;
      });
      if (!is_kept) return Conflict("the text that it was made on is not kept");
      const auto& moved = moved_[{id, back.version}];
      const auto found = moved.find(range);
      if (found == moved.end()) return Conflict("its passage is not in the document any more");
      range = found->second;
    }
    const auto passages = passages_.try_emplace(id.value, *document).first;
    if (!passages->second.Fill(range, back.coding)) return Conflict("its passage is not in the document any more");
    if (back.is_bare) back.coding.hint.clear();
    // An id that follows from the coding was not written down.
    if (model::Coding plain = back.coding; (plain.id = {}, model::IdOf(plain)) == back.coding.id) back.coding.id = {};
    return {};
  }

  static tl::unexpected<core::Error> Unreadable(const model::Event& event) {
    return core::Fail(ErrorCode::kCorrupt, "the history holds what this program cannot read. Nothing was changed",
                      fmt::format("act {}", event.number));
  }

  template <typename Thing>
  using ById = std::unordered_map<std::string, const Thing*>;
  template <typename Thing>
  static const Thing* At(const ById<Thing>& things, const std::string& id) {
    const auto found = things.find(id);
    return found == things.end() ? nullptr : found->second;
  }

  const Now& now_;
  ById<model::Coding> codings_;
  ById<model::Memo> memos_;
  ById<model::Assignment> assignments_;
  ById<model::Adjudication> adjudications_;
  ById<model::Decision> decisions_;
  ById<model::Document> documents_;
  std::map<std::pair<model::DocumentId, int>, std::map<core::TextRange, core::TextRange>> moved_;
  std::map<std::string, PassagesOf> passages_;
  std::unordered_map<std::string, const std::string*> texts_;
  TextOf text_;
  TextOf text_if_there_;
  model::ChangeSet changes_;
};

}  // namespace

std::optional<std::int64_t> NextToUndo(std::span<const model::HistoryEntry> acts) {
  Settled settled;
  for (const auto& act : acts) {
    if (settled.Take(act)) return act.number;
  }
  return std::nullopt;
}

std::optional<std::int64_t> NextToRedo(std::span<const model::HistoryEntry> acts) {
  Settled settled;
  for (const auto& act : acts) {
    const bool is_open_undo = act.action == model::EventAction::kUndo && !settled.redone.contains(act.number);
    if (is_open_undo) return act.number;
    if (settled.Take(act)) return std::nullopt;
  }
  return std::nullopt;
}

std::vector<model::HistoryTextId> HistoryTextsNamedBy(std::span<const model::Event> events) {
  std::vector<model::HistoryTextId> ids;
  const TextOf take = [&](const std::string& id) {
    ids.emplace_back(id);
    return std::string();
  };
  for (const auto& event : events) {
    for (const std::string* json : {&event.before, &event.after}) {
      if (json->empty()) continue;
      const bool is_noun =
          model::ForNoun(event.record_type, [&]<typename Thing>() { PlacedFrom<Thing>(*json, event.subject, take); });
      if (is_noun) continue;
      switch (event.record_type) {
        case model::RecordType::kSettings:
          PlacedFrom<model::Settings>(*json, event.subject, take);
          break;
        case model::RecordType::kCode:
          PlacedFrom<model::Code>(*json, event.subject, take);
          break;
        case model::RecordType::kCoding:
          CodingFrom(*json, event.subject, event.document, take);
          break;
        case model::RecordType::kMemo:
          From<model::Memo>(*json, event.subject, event.document, take);
          break;
        case model::RecordType::kAssignment:
          From<model::Assignment>(*json, event.subject, event.document, take);
          break;
        case model::RecordType::kAdjudication:
          From<model::Adjudication>(*json, event.subject, event.document, take);
          break;
        case model::RecordType::kDecision:
          From<model::Decision>(*json, event.subject, event.document, take);
          break;
        default:  // a noun
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
