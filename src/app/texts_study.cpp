// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Puts together what is known of each text: from its parts, from what coders have, and from where they differ.

#include "app/texts_study.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/gateway/entry.h"
#include "app/gateway/noun_view.h"
#include "coding/agreement/coded_work.h"
#include "coding/agreement/passages.h"
#include "core/paragraphs.h"
#include "core/progress.h"
#include "core/text_range.h"
#include "ingest/documents/formats.h"
#include "publish/html/language.h"

namespace commonground::app {

namespace {

bool MayAsk(UseCase use_case, const Caller& caller) {
  return Permissions()[static_cast<std::size_t>(use_case)].Allows(caller.role);
}

// What its newest text was taken from.  A text that came as another kind of file than its id says, before that was
// written down, is not known where the hash of a file tells that it is so.
std::optional<TextSource> SourceOf(const TextReading& reading, const model::DocumentId& id) {
  const std::string name = reading.format.empty() ? id.value : "." + reading.format;
  const ingest::Format* format = ingest::FormatOf(name);
  if (format == nullptr || ingest::IsOriginal(name) != reading.is_of_file) return std::nullopt;
  if (format->name == "Markdown") return TextSource::kMarkdown;
  if (format->name == "plain text") return TextSource::kPlainText;
  if (format->name == "HTML") return TextSource::kWebPage;
  if (format->name == "DOCX") return TextSource::kWord;
  if (format->name == "ODT") return TextSource::kOpenDocument;
  if (format->name == "RTF") return TextSource::kRichText;
  if (format->name == "EPUB") return TextSource::kEbook;
  if (format->name == "PDF") return reading.confidence ? TextSource::kScan : TextSource::kPdf;
  if (format->name == "JPEG") return TextSource::kPhotograph;
  if (format->name == "PNG") return TextSource::kPicture;
  if (format->name == "TIFF") return TextSource::kScan;
  return std::nullopt;
}

class Lister {
 public:
  Lister(const Entered& in, const model::Study& study)
      : in_(in),
        study_(study),
        view_(study, in.caller, in.today),
        nouns_(study, in.caller, in.today),
        sees_work_(MayAsk(UseCase::kAgreement, in.caller)),
        sees_everybody_(MayAsk(UseCase::kAssign, in.caller)) {
    for (const auto& one : study.organisations) organisations_[one.id] = &one;
    for (const auto& one : study.assignments) coders_[one.document][one.coder].assignment = one.state;
  }

  core::Result<TextList> List() {
    CG_ASSIGN_OR_RETURN(const auto readings, in_.kept.ReadingsWithin(in_.store));
    if (sees_work_) CG_RETURN_IF_ERROR(Count());
    TextList list;
    for (const auto& document : study_.documents) {
      if (!view_.MayRead(document.id)) {
        if (sees_everybody_) ++list.locked;
        continue;
      }
      ListedText& text = list.texts.emplace_back(About(document));
      const auto reading = readings->find(document.id);
      if (reading != readings->end()) {
        text.from = SourceOf(reading->second, document.id);
        text.pages = reading->second.pages;
        text.confidence = reading->second.confidence;
        text.least_sure = reading->second.least_sure;
      }
      if (sees_work_) Work(text);
    }
    if (sees_work_) CG_RETURN_IF_ERROR(CountOpen(list));
    std::ranges::sort(list.texts, {}, &ListedText::document);
    return list;
  }

 private:
  ListedText About(const model::Document& document) const {
    ListedText text;
    text.document = document.id;
    text.organisation = document.organisation;
    text.title = document.title;
    text.language = document.language;
    text.direction = publish::DirectionOf(document.language);
    text.version = document.version;
    const auto organisation = organisations_.find(document.organisation);
    if (organisation != organisations_.end() && nouns_.Sees(*organisation->second)) {
      text.region = organisation->second->region;
      text.country = organisation->second->country;
    }
    return text;
  }

  // Drafts are seen by who made them.
  core::Status Count() {
    CG_ASSIGN_OR_RETURN(const auto counts, in_.store.CountByCoder());
    // What was decided where coders differed is nobody's own work.
    std::map<std::pair<model::DocumentId, model::CoderId>, std::int64_t> decided;
    for (const auto& one : study_.adjudications) {
      const bool is_own = one.result && std::ranges::find(one.originals, *one.result) != one.originals.end();
      if (one.result && !is_own) ++decided[{one.document, one.decided_by}];
    }
    for (auto one : counts) {
      const auto results = decided.find({one.document, one.coder});
      if (results != decided.end()) one.codings = std::max(one.drafts, one.codings - results->second);
      if (one.codings == 0) continue;
      const bool is_own = one.coder == in_.actor.person;
      if (!is_own && one.codings == one.drafts && !coders_[one.document].contains(one.coder)) continue;
      coders_[one.document][one.coder].codings = is_own ? one.codings : one.codings - one.drafts;
      if (one.codings > one.drafts) has_work_.emplace(one.document, one.coder);
    }
    return {};
  }

  void Work(ListedText& text) {
    std::int64_t coded = 0;
    for (const auto& [coder, one] : coders_[text.document]) {
      const bool is_in =
          one.assignment == model::AssignmentState::kSubmitted || has_work_.contains({text.document, coder});
      if (is_in && !view_.IsOpen(text.document, coder)) ++coded;
      if (!sees_everybody_ && coder != in_.actor.person) continue;
      text.coders.push_back({coder, one.assignment, std::nullopt});
      if (view_.SeesWorkOf(coder, text.document)) text.coders.back().codings = one.codings;
    }
    text.state = coded > 1 ? TextState::kDone : coded == 1 ? TextState::kOne : TextState::kNobodyYet;
    if (view_.HasOpenAssignments(text.document)) text.state = TextState::kBlind;
  }

  // Of texts that two or more have coded, as Compare coders counts it (ListDisagreements).
  core::Status CountOpen(TextList& list) {
    std::vector<ListedText*> coded;
    for (ListedText& text : list.texts) {
      if (text.state == TextState::kDone) coded.push_back(&text);
    }
    if (coded.empty()) return {};
    std::vector<model::DocumentId> ids;
    for (const ListedText* text : coded) ids.push_back(text->document);
    std::map<model::DocumentId, model::Study> alone;  // without the codebook, which is the same for all
    CG_ASSIGN_OR_RETURN(auto documents, in_.store.LoadTexts(ids));
    for (auto& one : documents) alone[one.id].documents.push_back(std::move(one));
    CG_ASSIGN_OR_RETURN(auto codings, in_.store.SubmittedIn(ids));
    for (auto& one : codings) alone[one.document].codings.push_back(std::move(one));
    for (const auto& one : study_.assignments) {
      if (const auto found = alone.find(one.document); found != alone.end()) found->second.assignments.push_back(one);
    }
    for (const auto& one : study_.adjudications) {
      if (const auto found = alone.find(one.document); found != alone.end()) found->second.adjudications.push_back(one);
    }
    auto codebook = study_.codebook;
    for (ListedText* text : coded) {
      model::Study& one = alone[text->document];
      one.codebook.swap(codebook);
      const auto open = OpenOf(one, text->document);
      one.codebook.swap(codebook);
      CG_ASSIGN_OR_RETURN(text->to_decide, open);
      if (text->to_decide > 0) text->state = TextState::kToDecide;
    }
    return {};
  }

  static core::Result<std::int64_t> OpenOf(const model::Study& one, const model::DocumentId& id) {
    if (one.documents.empty()) return 0;
    const std::string& words = one.documents.front().text;
    const coding::TextToCompare text{id, core::CountCodePoints(words), core::Paragraphs(words)};
    const coding::WorkRequest request;
    const auto work = coding::WorkOf(one, {&text, 1}, request);
    if (!work) return 0;  // of more than 64 people
    const auto open = coding::OpenPassages(one, *work);
    return open.empty() ? 0 : open.front();
  }

  struct Coder {
    std::optional<model::AssignmentState> assignment;
    std::int64_t codings = 0;
  };
  const Entered& in_;
  const model::Study& study_;
  CodingView view_;
  NounView nouns_;
  bool sees_work_;
  bool sees_everybody_;
  std::map<model::OrganisationId, const model::Organisation*> organisations_;
  std::map<model::DocumentId, std::map<model::CoderId, Coder>> coders_;
  std::set<std::pair<model::DocumentId, model::CoderId>> has_work_;  // not only drafts
};

}  // namespace

core::Result<TextList> ListTexts(const Workspace& workspace) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kListTexts));
  return in.store.Read([&]() -> core::Result<TextList> {
    CG_ASSIGN_OR_RETURN(const auto small, in.SmallWithin());
    return Lister(in, *small).List();
  });
}

}  // namespace commonground::app

namespace commonground::model {

template <>
WordTable<app::TextSource> Words<app::TextSource>() {
  using app::TextSource;
  static constexpr std::array<std::pair<TextSource, std::string_view>, 11> kWords{{
      {TextSource::kMarkdown, "markdown"},
      {TextSource::kPlainText, "plain-text"},
      {TextSource::kWebPage, "web-page"},
      {TextSource::kWord, "word"},
      {TextSource::kOpenDocument, "opendocument"},
      {TextSource::kRichText, "rich-text"},
      {TextSource::kEbook, "e-book"},
      {TextSource::kPdf, "pdf"},
      {TextSource::kScan, "scan"},
      {TextSource::kPhotograph, "photograph"},
      {TextSource::kPicture, "picture"},
  }};
  return kWords;
}

template <>
WordTable<app::TextState> Words<app::TextState>() {
  using app::TextState;
  static constexpr std::array<std::pair<TextState, std::string_view>, 5> kWords{{
      {TextState::kNobodyYet, "nobody-yet"},
      {TextState::kBlind, "blind"},
      {TextState::kOne, "one"},
      {TextState::kToDecide, "to-decide"},
      {TextState::kDone, "done"},
  }};
  return kWords;
}

}  // namespace commonground::model
