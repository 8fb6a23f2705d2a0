// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Agreement and adjudication, through the use cases of app.

#include "server/routes/agreement.h"

#include <algorithm>

namespace commonground::server {

namespace {

AgreementRowView ViewOf(const model::AgreementRow& row) {
  AgreementRowView view{row.code,        row.document,    row.coders,         row.counts.units,   row.counts.all,
                        row.counts.some, row.counts.none, row.counts.present, row.counts.ratings, {}};
  for (const model::AgreementFigure& figure : row.figures) {
    FigureView one{figure.measure, figure.value, std::nullopt, std::nullopt, std::nullopt};
    if (!figure.value) one.undefined = figure.undefined;
    if (figure.interval) {
      one.low = figure.interval->low;
      one.high = figure.interval->high;
    }
    view.figures.push_back(std::move(one));
  }
  return view;
}

std::vector<AgreementRowView> ViewOf(const std::vector<model::AgreementRow>& rows) {
  std::vector<AgreementRowView> views;
  for (const auto& row : rows) views.push_back(ViewOf(row));
  return views;
}

std::vector<ListDisagreements::Coded> ViewOf(const std::vector<model::CodedPassage>& codings) {
  std::vector<ListDisagreements::Coded> views;
  for (const auto& one : codings) {
    views.push_back({one.coding.value, one.coder, one.code, PlaceOf(one.range), one.text});
  }
  return views;
}

ListDisagreements::Passage ViewOf(const app::DisagreedPassage& passage) {
  ListDisagreements::Passage view{
      passage.document, passage.title, passage.language, PlaceOf(passage.range), passage.text, {}, {}, passage.is_open};
  for (const model::Disagreement& one : passage.codes) {
    view.codes.push_back({one.code, PlaceOf(one.range), one.kind == model::DisagreementKind::kExtent, one.coded_by,
                          one.not_coded_by, ViewOf(one.codings), ViewOf(one.instead), !one.adjudications.empty()});
  }
  for (const model::Adjudication& one : passage.decided) {
    view.decided.push_back(
        {one.id.value, one.code, PlaceOf(one.range), one.result.has_value(), one.why, one.decided_by});
  }
  return view;
}

app::AgreementRequest RequestOf(const ShowAgreement::Input& input) {
  app::AgreementRequest request;
  request.unit = input.unit.value_or(request.unit);
  request.codes = input.code;
  request.coders = input.coder;
  request.documents = input.document;
  request.with_descendants = input.with_below.value_or(false);
  request.after_adjudication = input.after_adjudication.value_or(false);
  request.resamples = static_cast<int>(std::clamp<std::int64_t>(input.resamples.value_or(0), 0, 2000));
  return request;
}

Response GiveAgreement(RouteContext& asked, const std::map<std::string, std::string>& path, const Target& target) {
  DrawAgreement::Input input;
  if (auto refused = RefusalOfFields(asked, path, target, input)) return std::move(*refused);
  app::AgreementRequest request = RequestOf(input);
  if (input.language) request.language = input.language->value;
  const auto study = asked.Study();
  if (!study) return RefusalOf(asked, false, study.error());
  core::NoProgress progress;
  const auto compared = app::AgreementStudy(*study, request, progress);
  if (!compared) return RefusalOf(asked, false, compared.error());
  auto drawn = app::DrawAgreement(*compared);
  if (!drawn) return RefusalOf(asked, false, drawn.error());
  return FigureFile("agreement", input.form, {std::move(drawn->svg), std::move(drawn->csv)});
}

}  // namespace

core::Result<ShowAgreement::Output> ShowAgreement::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  core::NoProgress progress;
  CG_ASSIGN_OR_RETURN(const auto compared, app::AgreementStudy(study, RequestOf(input), progress));
  const model::Agreement& agreement = compared.agreement;
  Output output{agreement.coders,
                agreement.documents,
                agreement.still_coded,
                agreement.one_coder_only,
                ViewOf(agreement.pooled),
                ViewOf(agreement.by_code),
                ViewOf(agreement.by_document),
                ViewOf(agreement.by_pair),
                {}};
  for (const model::Confusion& one : agreement.confusions) {
    output.confusions.push_back({one.first, one.second, one.first_code, one.second_code, one.units});
  }
  return output;
}

Route DrawAgreementRoute() {
  return {DrawAgreement::kRules, GiveAgreement, BodySchema<DrawAgreement>, AddressSchema<DrawAgreement>, FigureBytes};
}

core::Result<ListDisagreements::Output> ListDisagreements::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  app::DisagreementsRequest request;
  request.documents = input.document;
  request.codes = input.code;
  request.unit = input.unit.value_or(request.unit);
  core::NoProgress progress;
  CG_ASSIGN_OR_RETURN(auto passages, app::ListDisagreements(study, request, progress));
  Output output;
  output.open = std::ranges::count_if(passages, [](const auto& one) { return one.is_open; });
  if (input.open.value_or(false)) {
    std::erase_if(passages, [](const app::DisagreedPassage& one) { return !one.is_open; });
  }
  output.total = std::ssize(passages);
  for (const app::DisagreedPassage& one : input.Of(passages)) output.passages.push_back(ViewOf(one));
  return output;
}

core::Result<Adjudicate::Output> Adjudicate::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  app::AdjudicateRequest request{input.document, {}, input.why};
  for (const Decision& one : input.decisions) {
    using Outcome = app::Adjudicated::Outcome;
    request.decisions.push_back({one.code, {one.start, one.end}, one.stands ? Outcome::kStands : Outcome::kFalls});
  }
  CG_ASSIGN_OR_RETURN(const app::EditResult done, app::Adjudicate(study, request));
  return Output{done.act, done.codings};
}

}  // namespace commonground::server
