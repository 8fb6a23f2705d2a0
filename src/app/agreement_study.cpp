// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Measures agreement of a stored study and writes its page.

#include "app/agreement_study.h"

#include <algorithm>
#include <map>
#include <set>
#include <thread>

#include "app/gateway/entry.h"
#include "app/gateway/reading.h"
#include "coding/agreement/agreement.h"
#include "core/hinted.h"
#include "core/paragraphs.h"
#include "core/sentences.h"
#include "core/text_range.h"
#include "publish/agreement/page.h"
#include "publish/words.h"

namespace commonground::app {

namespace {

using model::AgreementMeasure;

core::Status CheckCodes(const model::Study& study, const std::vector<model::CodeId>& codes) {
  for (const model::CodeId& code : codes) {
    if (std::ranges::find(study.codebook, code, &model::Code::id) != study.codebook.end()) continue;
    return core::FailWithHint(core::ErrorCode::kInvalidInput, "code " + code.value + " not found. Fix: list the codes",
                              code.value, {"code tree", {}});
  }
  return {};
}

std::vector<core::TextRange> UnitsOf(const model::Document& document, model::AgreementUnit unit) {
  if (unit == model::AgreementUnit::kSentence) return core::Sentences(document.text, document.language);
  if (unit == model::AgreementUnit::kParagraph) return core::Paragraphs(document.text);
  return {};
}

core::Result<std::vector<coding::TextToCompare>> TextsOf(const model::Study& study, const AgreementRequest& request,
                                                         const core::Date& today) {
  const std::set<model::DocumentId> readable = ReadableDocuments(study, today);
  for (const model::DocumentId& asked : request.documents) {
    if (readable.contains(asked)) continue;
    return core::Fail(core::ErrorCode::kInvalidInput, "there is no document \"" + asked.value + "\" that may be read",
                      asked.value);
  }
  std::vector<coding::TextToCompare> texts;
  for (const model::Document& document : study.documents) {
    const bool wanted =
        request.documents.empty() || std::ranges::find(request.documents, document.id) != request.documents.end();
    if (!wanted || !readable.contains(document.id)) continue;
    texts.push_back({document.id, core::CountCodePoints(document.text), UnitsOf(document, request.unit)});
  }
  return texts;
}

void QuoteTexts(const model::Study& study, model::Agreement& agreement) {
  std::map<model::DocumentId, std::vector<model::Disagreement*>> by_document;
  for (model::Disagreement& one : agreement.disagreements) by_document[one.document].push_back(&one);
  for (const model::Document& document : study.documents) {
    const auto found = by_document.find(document.id);
    if (found == by_document.end()) continue;
    const core::TextIndex index(document.text);
    for (model::Disagreement* one : found->second) {
      for (auto* passages : {&one->codings, &one->instead}) {
        for (model::CodedPassage& passage : *passages) passage.text = index.Slice(passage.range).value_or("");
      }
    }
  }
}

// Names and labels, of what may be read.
model::Study LabelsOf(const model::Study& study, const core::Date& today) {
  model::Study labels;
  labels.settings = study.settings;
  labels.codebook = study.codebook;
  const std::set<model::DocumentId> readable = ReadableDocuments(study, today);
  for (const model::Document& document : study.documents) {
    if (!readable.contains(document.id)) continue;
    model::Document& label = labels.documents.emplace_back();
    label.id = document.id;
    label.title = document.title;
    label.language = document.language;
  }
  return labels;
}

}  // namespace

core::Result<ComparedCoders> AgreementStudy(const Workspace& workspace, const AgreementRequest& request,
                                            core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kAgreement));
  const store::StudyStore& store = in.store;
  ComparedCoders compared;
  if (!request.language.empty()) CG_RETURN_IF_ERROR(publish::Words::For(request.language));
  CG_ASSIGN_OR_RETURN(const model::Study study, store.Load(progress));
  compared.language = request.language.empty() ? study.settings.language : request.language;
  CG_RETURN_IF_ERROR(CheckCodes(study, request.codes));
  CG_ASSIGN_OR_RETURN(const auto texts, TextsOf(study, request, in.today));
  const coding::WorkRequest work_request{
      request.unit, request.after_adjudication ? coding::Stage::kAdjudicated : coding::Stage::kBlind, request.coders};
  CG_ASSIGN_OR_RETURN(const coding::CodedWork work, coding::WorkOf(study, texts, work_request));
  coding::AgreementPlan plan;
  plan.codes = request.codes;
  plan.measures = request.measures;
  if (plan.measures.empty()) {
    plan.measures = {AgreementMeasure::kPercent,
                     work.coders.size() == 2 ? AgreementMeasure::kCohen : AgreementMeasure::kFleiss,
                     AgreementMeasure::kAc1, AgreementMeasure::kAlpha};
  }
  plan.with_descendants = request.with_descendants;
  plan.drawn = request.drawn;
  plan.bootstrap = {request.resamples, request.level, request.seed,
                    static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, 16U))};
  CG_ASSIGN_OR_RETURN(compared.agreement, coding::MeasureAgreement(study, work, work_request, plan, progress));
  QuoteTexts(study, compared.agreement);
  compared.study = LabelsOf(study, in.today);
  return compared;
}

core::Result<std::string> AgreementPage(const ComparedCoders& compared) {
  CG_ASSIGN_OR_RETURN(const publish::Words words, publish::Words::For(compared.language));
  return publish::RenderAgreementPage(compared.study, compared.agreement, words);
}

core::Result<AgreementDrawn> DrawAgreement(const ComparedCoders& compared) {
  if (compared.agreement.documents.empty() || compared.agreement.by_code.empty()) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      "there is nothing to compare yet: no text was coded by two people who have submitted it");
  }
  CG_ASSIGN_OR_RETURN(const publish::Words words, publish::Words::For(compared.language));
  auto files = publish::AgreementFiles(compared.study, compared.agreement, words);
  return AgreementDrawn{std::move(files.svg), std::move(files.csv)};
}

}  // namespace commonground::app
