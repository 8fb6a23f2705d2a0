// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Decides what goes, takes it out list by list, then looks for the words of what went in all that people wrote.
#include "coding/withdrawal/withdraw.h"

#include <algorithm>
#include <array>
#include <concepts>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "coding/history/erase.h"
#include "coding/history/things.h"
#include "coding/history/undo.h"
#include "coding/withdrawal/evidence.h"
#include "coding/withdrawal/repeated_words.h"
#include "core/content_hash.h"
#include "model/chapters.h"
#include "model/consent_subject.h"
#include "model/guids.h"
#include "model/identity.h"

namespace commonground::coding {

namespace {

using model::ConsentScope;

bool Has(const std::vector<ConsentScope>& scopes, ConsentScope scope) {
  return std::ranges::find(scopes, scope) != scopes.end();
}

// What one passage says that may not be translated, and, if it is silent, not be repeated.
struct Passage {
  std::string document;
  std::string words;
  bool is_silent = false;

  bool Overlaps(const std::string& other) const {
    return !other.empty() && (words.find(other) != std::string::npos || other.find(words) != std::string::npos);
  }
};

// Takes the words of others out of every field that a person wrote.
class WordsOut {
 public:
  WordsOut(const RepeatedWords& words, const std::set<std::string>& documents, const std::vector<Passage>& passages)
      : words_(words), documents_(documents), passages_(passages) {}

  // True: something was taken out.
  template <typename Thing>
  bool From(Thing& thing) {
    changed_ = false;
    Fields(*this, thing);
    return changed_;
  }

  template <typename Value>
  void Words(const char*, Value& value) {
    Clean(value);
  }
  template <typename Value>
  void Remark(const char*, Value& value) {
    Clean(value);
  }
  template <typename Value>
  void Body(const char*, Value& value) {
    Clean(value);
  }
  template <typename... Values>
  void Key(const char*, Values&...) {}
  template <typename... Values>
  void OwnId(const char*, Values&...) {}
  template <typename... Values>
  void Owner(const char*, Values&...) {}
  template <typename... Values>
  void Subject(const char*, Values&...) {}
  template <typename... Values>
  void OfText(const char*, Values&...) {}
  template <typename... Values>
  void Derived(const char*, Values&...) {}
  template <typename... Values>
  void Range(const char*, Values&...) {}
  template <typename... Values>
  void operator()(const char*, Values&...) {}

 private:
  template <typename Value>
  void Clean(Value& value) {
    if constexpr (std::same_as<Value, std::string>) {
      const bool quoted = TakeOutQuoteLines(value);
      changed_ = words_.TakeOut(value) || quoted || changed_;
    } else if constexpr (std::same_as<Value, std::vector<std::string>>) {
      for (auto& one : value) Clean(one);
    }
  }

  // [[quote:ORGANISATION/FILE|WORDS]] on a line of its own (publish/quote_line.h).
  bool TakeOutQuoteLines(std::string& text) const {
    constexpr std::string_view kOpen = "[[quote:";
    if (text.find(kOpen) == std::string::npos) return false;
    std::string left;
    std::string words;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end =
          std::min(text.size(), text.find('\n', at) == std::string::npos ? text.size() : text.find('\n', at) + 1);
      const std::string line = text.substr(at, end - at);
      at = end;
      const std::size_t open = line.find(kOpen);
      std::string document;
      if (open != std::string::npos) {
        const std::size_t begin = line.find_first_not_of(" \t", open + kOpen.size());
        const std::size_t behind = line.find_first_of("|]\n", open + kOpen.size());
        if (begin != std::string::npos && behind != std::string::npos && begin < behind) {
          document = line.substr(begin, behind - begin);
          while (document.ends_with(' ') || document.ends_with('\t')) document.pop_back();
        }
      }
      const bool repeats = open != std::string::npos && (IsOfPassage(document, line) || words_.TakeOut(words = line));
      if (!repeats && (document.empty() || !documents_.contains(document))) left += line;
    }
    if (left == text) return false;
    text = std::move(left);
    return true;
  }

  bool IsOfPassage(const std::string& document, const std::string& line) const {
    const std::size_t begin = line.find('|');
    const std::size_t end = line.find("]]");
    if (begin == std::string::npos || end == std::string::npos || end < begin) return false;
    const std::string words = line.substr(begin + 1, end - begin - 1);
    return std::ranges::any_of(passages_, [&](const Passage& passage) {
      return passage.is_silent && passage.document == document && passage.Overlaps(words);
    });
  }

  const RepeatedWords& words_;
  const std::set<std::string>& documents_;
  const std::vector<Passage>& passages_;
  bool changed_ = false;
};

class Withdrawer {
 public:
  Withdrawer(model::Study& study, std::span<const Withdrawal> withdrawals) : study_(study) {
    for (const auto& one : withdrawals) {
      Mark(one);
      Choose(one);
    }
  }

  Removed Run() {
    if (silent_.empty() && untranslated_.empty() && passages_.empty()) return std::move(removed_);
    const Evidence before(study_);
    for (const auto& finding : study_.findings) {
      FindingLoss loss{finding.id};
      loss.passages = before.For(finding);
      losses_.push_back(loss);
    }
    CollectWords();
    removed_.translations = static_cast<std::int64_t>(
        std::erase_if(study_.translations, [&](const auto& one) { return IsUntranslated(one); }));
    ForgetTranslations();
    if (!gone_.empty() || !cases_.empty()) TakeOutLists();
    TakeOutWords();
    const Erasure erased = EraseWords(study_, Older::kKeep);
    removed_.labels = erased.labels;
    removed_.history_texts += erased.history_texts;
    Weigh();
    return std::move(removed_);
  }

 private:
  // A passage is of its document.
  bool IsOf(const std::string& document, const std::string& subject) const {
    if (document == subject) return true;
    const std::string_view whole = model::DocumentOfSubject(document);
    if (whole.size() < document.size() && whole == subject) return true;
    const auto found = organisation_of_.find(std::string(whole));
    return found != organisation_of_.end() && found->second == subject;
  }

  bool IsUntranslated(const model::Translation& translation) const {
    if (untranslated_.contains(translation.document.value)) return true;
    return std::ranges::any_of(passages_, [&](const Passage& passage) {
      return passage.document == translation.document.value && passage.Overlaps(translation.exact);
    });
  }

  // What the history keeps of those that went, and of others that there were: a few words are too short to be found by
  // themselves (RepeatedWords).
  void ForgetTranslations() {
    std::unordered_map<std::string, const std::string*> texts;
    for (const auto& one : study_.history_texts) texts.emplace(one.id.value, &one.text);
    const TextOf text_of = [&](const std::string& id) {
      const auto found = texts.find(id);
      return found == texts.end() ? std::string() : *found->second;
    };
    std::unordered_set<std::string> forgotten;
    for (const auto& event : study_.history) {
      if (event.record_type != model::RecordType::kTranslation) continue;
      const bool is_untranslated = std::ranges::any_of(std::array{&event.before, &event.after}, [&](const auto* json) {
        const auto was = json->empty() ? std::nullopt : PlacedFrom<model::Translation>(*json, event.subject, text_of);
        return was && IsUntranslated(was->thing);
      });
      if (!is_untranslated) continue;
      for (const auto& id : HistoryTextsNamedBy({&event, 1})) forgotten.insert(id.value);
    }
    removed_.history_texts += static_cast<std::int64_t>(
        std::erase_if(study_.history_texts, [&](const auto& one) { return forgotten.contains(one.id.value); }));
  }

  // Writes the day into the consents.
  void Mark(const Withdrawal& one) {
    if (organisation_of_.empty()) {
      for (const auto& document : study_.documents) {
        organisation_of_[document.id.value] = document.organisation.value;
      }
    }
    const auto ids = model::IdsOf(study_.consents);
    std::set<ConsentScope> seen;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      model::Consent& consent = study_.consents[i];
      if (!Has(one.scopes, consent.scope) || !IsOf(consent.subject, one.subject)) continue;
      if (consent.subject == one.subject) seen.insert(consent.scope);
      if (consent.withdrawn) {
        removed_.closed.push_back({consent.subject, consent.scope, std::max(consent.withdrawn->Last(), one.day)});
        continue;
      }
      const model::Consent before = model::WithId(consent, ids[i]);
      consent.withdrawn = consent.given ? std::max(consent.given->Last(), one.day) : one.day;
      removed_.closed.push_back({consent.subject, consent.scope, *consent.withdrawn});
      consent.id.value = ids[i];  // it says something else now, and is the same consent
      Note(before, consent);
    }
    const bool of_passage = !model::PassageOfSubject(one.subject).empty();
    for (const ConsentScope scope : one.scopes) {
      if (seen.contains(scope) || (of_passage && !model::IsOfPassages(scope))) continue;
      model::Consent refused;
      refused.subject = one.subject;
      refused.scope = scope;
      refused.withdrawn = one.day;
      removed_.closed.push_back({one.subject, scope, one.day});
      study_.consents.push_back(refused);
      refused.id.value = model::IdOf(refused);
      Note(std::nullopt, refused);
    }
  }

  void Note(std::optional<model::Consent> before, model::Consent after) {
    ++removed_.consents;
    removed_.changes.push_back({std::move(before), std::move(after)});
  }

  void Choose(const Withdrawal& one) {
    const bool all = Has(one.scopes, ConsentScope::kAnalyse);
    const bool quotes = Has(one.scopes, ConsentScope::kQuote);
    const bool summaries = Has(one.scopes, ConsentScope::kSummarise);
    if (const std::string_view passage = model::PassageOfSubject(one.subject); !passage.empty()) {
      ChoosePassage(one, model::CodingId(std::string(passage)));
      return;
    }
    for (const auto& document : study_.documents) {
      if (!IsOf(document.id.value, one.subject)) continue;
      const bool is_account = document.kind == model::DocumentKind::kAccount;
      const bool silent = all || (is_account ? quotes : summaries);
      if (silent) silent_.insert(document.id.value);
      if (silent || Has(one.scopes, ConsentScope::kTranslate)) untranslated_.insert(document.id.value);
      if (all) gone_.emplace(document.id.value, one.day);
    }
    if (!all) return;
    if (std::ranges::any_of(study_.cases, [&](const auto& c) { return c.organisation.value == one.subject; })) {
      cases_.insert(one.subject);
      silent_.insert(one.subject);
    }
  }

  void ChoosePassage(const Withdrawal& one, const model::CodingId& id) {
    const std::string document(model::DocumentOfSubject(one.subject));
    const auto add = [&](const model::Coding& coding) {
      if (coding.document.value != document || model::IdOf(coding) != id) return;
      const bool silent = Has(one.scopes, ConsentScope::kQuote) || Has(one.scopes, ConsentScope::kSummarise);
      passages_.push_back({document, coding.exact, silent});
    };
    for (const auto& coding : study_.codings) add(coding);
    for (const auto& orphan : study_.orphans) add(orphan.coding);
  }

  void CollectWords() {
    for (const Passage& passage : passages_) {
      if (passage.is_silent) words_.Add(passage.words);
    }
    for (const auto& document : study_.documents) {
      if (!silent_.contains(document.id.value)) continue;
      words_.Add(document.text);
      if (!gone_.contains(document.id.value)) continue;
      NoteText(document.id, document.hash);
      if (!document.original_hash.empty()) NoteText(document.id, document.original_hash);
    }
    for (const auto& old : study_.old_versions) {
      if (!silent_.contains(old.document.value)) continue;
      words_.Add(old.text);
      if (gone_.contains(old.document.value)) NoteText(old.document, core::ContentHash(old.text));
    }
    for (const auto& translation : study_.translations) {
      if (IsUntranslated(translation)) words_.Add(translation.text);
    }
    for (const auto& orphan : study_.orphans) {
      if (silent_.contains(orphan.coding.document.value)) words_.Add(orphan.coding.exact);
    }
  }

  void NoteText(const model::DocumentId& document, std::string hash) {
    removed_.texts.push_back(
        {model::OrganisationId(organisation_of_[document.value]), std::move(hash), gone_.at(document.value)});
  }

  bool IsGone(const model::DocumentId& document) const { return gone_.contains(document.value); }

  template <typename List>
  std::int64_t TakeOut(List& list) {
    return static_cast<std::int64_t>(std::erase_if(list, [&](const auto& one) { return IsGone(one.document); }));
  }

  void TakeOutLists() {
    for (const auto& document : study_.documents) {
      if (IsGone(document.id)) removed_.documents.push_back(document.id);
    }
    std::erase_if(study_.documents, [&](const auto& one) { return IsGone(one.id); });
    removed_.old_versions = TakeOut(study_.old_versions);
    removed_.codings = TakeOut(study_.codings);
    removed_.orphans = static_cast<std::int64_t>(
        std::erase_if(study_.orphans, [&](const auto& o) { return IsGone(o.coding.document); }));
    removed_.decisions = TakeOut(study_.assignments) + TakeOut(study_.adjudications) + TakeOut(study_.decisions);
    removed_.memos = static_cast<std::int64_t>(std::erase_if(study_.memos, [&](const model::Memo& memo) {
      return (memo.document && IsGone(*memo.document)) ||
             (memo.about == model::MemoSubject::kCase && cases_.contains(memo.subject));
    }));
    for (auto& set : study_.sets) std::erase_if(set.documents, [&](const auto& id) { return IsGone(id); });
    // Of documents that are gone nothing more is said: the list of withdrawals holds what is kept of it.
    const auto is_gone = [&](const model::Consent& consent) {
      return gone_.contains(std::string(model::DocumentOfSubject(consent.subject)));
    };
    std::erase_if(study_.consents, is_gone);
    for (auto& change : removed_.changes) {
      if (change.after && is_gone(*change.after)) change.after.reset();
    }
    std::erase_if(removed_.changes, [](const auto& change) { return !change.before && !change.after; });
    std::erase_if(study_.cases, [&](const auto& one) { return cases_.contains(one.organisation.value); });
    std::erase_if(study_.chapters, [&](const model::Chapter& chapter) {
      return std::ranges::any_of(model::SubjectsOfChapter(chapter.id.value, model::kCaseChapter),
                                 [&](std::string_view subject) { return cases_.contains(std::string(subject)); });
    });
    std::erase_if(study_.outcomes, [&](const auto& one) { return cases_.contains(one.organisation.value); });
    std::erase_if(study_.answers, [&](const model::Answer& answer) {
      return answer.organisation && cases_.contains(answer.organisation->value);
    });
    for (auto& finding : study_.findings) {
      const auto is_case = [&](const model::OrganisationId& id) { return cases_.contains(id.value); };
      std::erase_if(finding.cases_for, is_case);
      std::erase_if(finding.cases_against, is_case);
    }
    for (const auto& id : cases_) removed_.cases.emplace_back(id);
  }

  void TakeOutWords() {
    WordsOut out(words_, silent_, passages_);
    const auto clean = [&](auto& list, std::string_view kind, const auto& id_of) {
      for (auto& one : list) {
        if (out.From(one)) removed_.repetitions.push_back({std::string(kind), id_of(one)});
      }
    };
    const auto by_id = [](const auto& one) { return one.id.value; };
    clean(study_.codebook, "code", by_id);
    clean(study_.memos, "memo", by_id);
    clean(study_.adjudications, "adjudication", by_id);
    clean(study_.decisions, "decision", by_id);
    model::EachNoun([&]<typename Thing>() {
      clean(study_.*model::Noun<Thing>::kList, model::Word(model::Noun<Thing>::kThing),
            [](const Thing& one) { return model::IdOf(one); });
    });
    for (auto& coding : study_.codings) {
      if (!coding.memo.empty() && words_.TakeOut(coding.memo)) {
        removed_.repetitions.push_back({"coding", coding.document.value});
      }
    }
    removed_.history_texts += static_cast<std::int64_t>(
        std::erase_if(study_.history_texts, [&](const auto& one) { return words_.IsIn(one.text); }));
  }

  // What is left to each finding.
  void Weigh() {
    const Evidence after(study_);
    for (std::size_t i = 0; i < study_.findings.size(); ++i) {
      const model::Finding& finding = study_.findings[i];
      FindingLoss& loss = losses_[i];
      loss.left = after.For(finding);
      loss.passages -= loss.left;
      loss.words_taken_out = std::ranges::find(removed_.repetitions, Repetition{"finding", finding.id.value}) !=
                             removed_.repetitions.end();
      loss.without_evidence = (loss.passages > 0 || loss.words_taken_out) && loss.left == 0;
      if (loss.passages > 0 || loss.words_taken_out) removed_.findings.push_back(loss);
    }
  }

  model::Study& study_;
  std::unordered_map<std::string, std::string> organisation_of_;  // of documents
  std::map<std::string, core::Date> gone_;                        // documents, and the day
  std::set<std::string> cases_;                                   // organisations whose case goes
  std::set<std::string> silent_;                                  // documents whose words may not be repeated
  std::set<std::string> untranslated_;                            // documents whose translations go
  std::vector<Passage> passages_;
  RepeatedWords words_;
  std::vector<FindingLoss> losses_;
  Removed removed_;
};

}  // namespace

Removed Withdraw(model::Study& study, std::span<const Withdrawal> withdrawals) {
  return Withdrawer(study, withdrawals).Run();
}

std::vector<ConsentScope> AllScopes() {
  std::vector<ConsentScope> scopes;
  for (const auto& [scope, word] : model::Words<ConsentScope>()) scopes.push_back(scope);
  return scopes;
}

}  // namespace commonground::coding
