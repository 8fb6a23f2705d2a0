// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every event is asked once what the wordings that it names came from; what any of them came from that is gone decides.
#include "coding/history/erase.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "coding/history/things.h"
#include "coding/history/undo.h"
#include "model/guids.h"
#include "model/identity.h"

namespace commonground::coding {

namespace {

using model::Event;
using model::EventAction;
using model::RecordType;

// What is in the study, and may be kept.
class Present {
 public:
  explicit Present(const model::Study& study) {
    for (const auto& consent : study.consents) {
      if (consent.scope == model::ConsentScope::kAnalyse && consent.withdrawn) withdrawn_.insert(consent.subject);
    }
    for (const auto& document : study.documents) {
      if (!withdrawn_.contains(document.id.value) && !withdrawn_.contains(document.organisation.value)) {
        documents_.emplace(document.id.value, &document);
      }
    }
    for (const auto& one : study.cases) cases_.insert(one.organisation.value);
    for (const auto& one : study.organisations) organisations_.insert(one.id.value);
  }
  // nullptr: it is gone.
  const model::Document* Find(const std::string& document) const {
    const auto found = documents_.find(document);
    return found == documents_.end() ? nullptr : found->second;
  }
  bool HasCase(const std::string& organisation) const {
    return cases_.contains(organisation) && !withdrawn_.contains(organisation);
  }
  // What a statement may be about that is no organisation is always there.
  bool Has(const std::string& organisation) const {
    if (withdrawn_.contains(organisation)) return false;
    return organisations_.contains(organisation) || IsOfNoCase(organisation);
  }

 private:
  std::set<std::string> withdrawn_;
  std::set<std::string> organisations_;
  std::unordered_map<std::string, const model::Document*> documents_;
  std::set<std::string> cases_;
};

// A code whose label was the words of a passage when it was made.
struct InVivo {
  std::string document;
  std::string label;  // empty: its wording is not there any more
};

class Eraser {
 public:
  Eraser(model::Study& study, Older older) : study_(study), present_(study), older_(older) {
    for (const auto& history_text : study.history_texts) texts_.emplace(history_text.id.value, &history_text.text);
  }

  Erasure Run() {
    FindCodesMadeInVivo();
    CallCodesByTheirIds();
    if (study_.history_texts.empty()) return std::move(erasure_);
    FindThings();
    for (const Event& event : study_.history) Ask(event);
    erasure_.history_texts =
        static_cast<std::int64_t>(std::erase_if(study_.history_texts, [&](const model::HistoryText& history_text) {
          const auto kept = kept_.find(history_text.id.value);
          if (kept == kept_.end() ? older_ == Older::kForget : !kept->second) return true;
          return history_text.document && present_.Find(history_text.document->value) == nullptr;
        }));
    return std::move(erasure_);
  }

 private:
  // One act that gave a passage a code which it also made; done again, it is the same act.
  void FindCodesMadeInVivo() {
    std::map<std::int64_t, std::pair<EventAction, std::int64_t>> acts;
    std::map<std::int64_t, std::string> document_of;  // an act's first coding that was added
    for (const Event& event : study_.history) {
      acts.try_emplace(event.number, event.action, event.undoes);
      if (event.record_type == RecordType::kCoding && event.before.empty() && event.document) {
        document_of.try_emplace(event.number, event.document->value);
      }
    }
    const auto gave_a_code = [&](std::int64_t number) {
      for (std::size_t steps = 0; steps < acts.size(); ++steps) {
        const auto act = acts.find(number);
        if (act == acts.end()) return false;
        if (act->second.first == EventAction::kApply) return true;
        if (act->second.first != EventAction::kUndo && act->second.first != EventAction::kRedo) return false;
        number = act->second.second;
      }
      return false;
    };
    for (const Event& event : study_.history) {
      if (event.record_type != RecordType::kCode || !event.before.empty() || !document_of.contains(event.number))
        continue;
      if (!gave_a_code(event.number)) continue;
      const auto made = PlacedFrom<model::Code>(event.after, event.subject, text_if_there_);
      if (made) in_vivo_[event.subject] = {document_of[event.number], made->thing.label};
    }
  }

  // Are these words gone from the study?
  bool AreGone(const InVivo& code) const {
    const model::Document* document = present_.Find(code.document);
    if (document == nullptr) return true;
    if (older_ == Older::kKeep || code.label.empty()) return false;
    std::string text = document->text;
    std::ranges::replace(text, '\n', ' ');  // as in a label
    return text.find(code.label) == std::string::npos;
  }

  void CallCodesByTheirIds() {
    for (model::Code& code : study_.codebook) {
      const auto made = in_vivo_.find(code.id.value);
      if (made == in_vivo_.end() || code.label != made->second.label || !AreGone(made->second)) continue;
      code.label = code.id.value;
      erasure_.labels.push_back(code.id);
    }
  }

  // What the history speaks of, as it is now.
  void FindThings() {
    const auto add = [&](RecordType thing, const auto& things) {
      for (const auto& one : things) there_.insert(KeyOf(thing, one.id.value));
    };
    add(RecordType::kCode, study_.codebook);
    add(RecordType::kMemo, study_.memos);
    add(RecordType::kAssignment, study_.assignments);
    add(RecordType::kAdjudication, study_.adjudications);
    add(RecordType::kDecision, study_.decisions);
    there_.insert(KeyOf(RecordType::kSettings, kTheStudy));
    std::set<RecordType> of_events;
    for (const Event& event : study_.history) of_events.insert(event.record_type);
    model::EachNoun([&]<typename Thing>() {
      if (!of_events.contains(model::Noun<Thing>::kThing)) return;
      for (const auto& id : model::IdsOf(study_.*model::Noun<Thing>::kList)) {
        there_.insert(KeyOf(model::Noun<Thing>::kThing, id));
      }
    });
    std::unordered_set<std::string_view> with_notes;  // documents
    for (const Event& event : study_.history) {
      last_[KeyOf(event.record_type, event.subject)] = &event;
      if (NamesHistoryTexts(event) && event.record_type == RecordType::kCoding && event.document) {
        with_notes.insert(event.document->value);
      }
    }
    if (with_notes.empty()) return;
    for (const auto& coding : study_.codings) {
      if (with_notes.contains(coding.document.value))
        there_.insert(KeyOf(RecordType::kCoding, model::IdOf(coding).value));
    }
    for (const auto& orphan : study_.orphans)
      there_.insert(KeyOf(RecordType::kCoding, model::IdOf(orphan.coding).value));
  }

  // A coding names one only for its note; most have none.
  static bool NamesHistoryTexts(const Event& event) {
    const auto has_note = [](const std::string& json) { return json.find("\"memo\"") != std::string::npos; };
    return event.record_type != RecordType::kCoding || has_note(event.before) || has_note(event.after);
  }

  void Ask(const Event& event) {
    if (!NamesHistoryTexts(event)) return;
    bool keeps = older_ == Older::kKeep && (!event.document || present_.Find(event.document->value) != nullptr);
    // It would be there, had it not been taken out past the history.
    const std::string key = KeyOf(event.record_type, event.subject);
    if (!last_.at(key)->after.empty() && !there_.contains(key)) keeps = false;
    if (keeps && event.record_type == RecordType::kMemo) keeps = !IsOfACaseThatIsGone(event);
    if (keeps && model::ForNoun(event.record_type, []<typename>() {})) keeps = IsOfWhatIsThere(event);
    const auto made = in_vivo_.find(event.subject);
    for (const auto& id : HistoryTextsNamedBy({&event, 1})) {
      bool keep = keeps;
      const auto text = texts_.find(id.value);
      if (text == texts_.end()) continue;
      if (event.record_type == RecordType::kCode && made != in_vivo_.end() && *text->second == made->second.label) {
        keep = !AreGone(made->second) && (keeps || IsCalled(event.subject, made->second.label));
      }
      const auto [kept, is_new] = kept_.try_emplace(id.value, keep);
      kept->second = kept->second && keep;
    }
  }

  bool IsOfACaseThatIsGone(const Event& event) const {
    for (const std::string* json : {&event.before, &event.after}) {
      if (json->empty()) continue;
      const auto memo = From<model::Memo>(*json, event.subject, event.document, text_if_there_);
      if (memo && memo->about == model::MemoSubject::kCase && !present_.HasCase(memo->subject)) return true;
    }
    return false;
  }

  bool IsOfWhatIsThere(const Event& event) const {
    for (const std::string* json : {&event.before, &event.after}) {
      if (json->empty()) continue;
      if (!std::ranges::all_of(AboutIn(*json), [&](const auto& one) { return present_.Has(one); })) return false;
    }
    return true;
  }

  static std::string KeyOf(RecordType thing, const std::string& id) {
    return std::string(model::Word(thing)) + "\n" + id;
  }

  bool IsCalled(const std::string& code, const std::string& label) const {
    const auto found = std::ranges::find(study_.codebook, model::CodeId(code), &model::Code::id);
    return found != study_.codebook.end() && found->label == label;
  }

  model::Study& study_;
  const Present present_;
  const Older older_;
  std::unordered_map<std::string, const std::string*> texts_;  // of wordings, by id
  const TextOf text_if_there_ = [this](const std::string& id) {
    const auto found = texts_.find(id);
    return found == texts_.end() ? std::string() : *found->second;
  };
  std::map<std::string, InVivo> in_vivo_;               // by code
  std::unordered_set<std::string> there_;               // things, by KeyOf
  std::unordered_map<std::string, const Event*> last_;  // of each thing
  std::unordered_map<std::string, bool> kept_;          // wordings that events name
  Erasure erasure_;
};

}  // namespace

Erasure EraseWords(model::Study& study, Older older) {
  return Eraser(study, older).Run();
}

}  // namespace commonground::coding
