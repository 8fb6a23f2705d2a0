// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Puts the agreement page together.

#include "publish/agreement/page.h"

#include <fmt/format.h>

#include <algorithm>

#include "publish/agreement/view.h"
#include "publish/html/html.h"
#include "publish/html/svg_file.h"

namespace commonground::publish {

namespace {

Paragraph Plain(std::string text, std::string style = "") {
  return {{{std::move(text)}}, std::move(style)};
}

// The finding, by the thresholds that are published for alpha; for other measures only what was counted.
std::string TitleOf(const AgreementView& view) {
  const Words& t = view.t;
  const auto& agreement = view.agreement;
  if (agreement.documents.empty()) return t("There is nothing to compare yet");
  int judged = 0;
  int reliable = 0;
  int unreliable = 0;
  for (const auto& row : agreement.by_code) {
    const auto* figure = view.MainOf(row);
    if (figure == nullptr || !figure->value) continue;
    ++judged;
    reliable += *figure->value >= kReliable ? 1 : 0;
    unreliable += *figure->value < kTentative ? 1 : 0;
  }
  if (judged == 0) return t("No code varies enough to be judged");
  if (view.Main() != model::AgreementMeasure::kAlpha) {
    return t.Plural("{1} on {2} code", "{1} on {2} codes", judged, view.NameOf(view.Main()), judged);
  }
  if (reliable == judged) {
    return t.Plural("The coders agree reliably on every one of {1} code",
                    "The coders agree reliably on every one of {1} codes", judged, judged);
  }
  if (unreliable == 0) {
    return t.Plural("The coders agree reliably on {1} of {2} code, and tentatively on the others",
                    "The coders agree reliably on {1} of {2} codes, and tentatively on the others", judged, reliable,
                    judged);
  }
  return t("{1}; {2}",
           t.Plural("Agreement is reliable for {1} of {2} code", "Agreement is reliable for {1} of {2} codes", judged,
                    reliable, judged),
           t.Plural("{1} needs discussion", "{1} need discussion", unreliable, unreliable));
}

std::string LeadOf(const AgreementView& view) {
  const Words& t = view.t;
  const auto& agreement = view.agreement;
  const int documents = static_cast<int>(agreement.documents.size());
  std::string text =
      t.Plural("{1} coded {2} document.", "{1} coded {2} documents.", documents, view.Coders(), documents);
  if (agreement.after_adjudication) {
    const int decisions = static_cast<int>(agreement.adjudications);
    text = t("{1} {2}", text,
             t.Plural("{1} decision of adjudication is applied.", "{1} decisions of adjudication are applied.",
                      decisions, decisions));
  }
  const auto* figure = view.MainOf(agreement.pooled);
  if (figure != nullptr && figure->value) {
    const std::string name = view.NameOf(view.Main());
    const std::string value = view.ValueText(*figure);
    text = t("{1} {2}", text,
             figure->interval ? t("Over all codes {1} is {2} ({3} interval {4}).", name, value, view.LevelText(),
                                  view.IntervalText(*figure))
                              : t("Over all codes {1} is {2}.", name, value));
  }
  const int differ = static_cast<int>(agreement.disagreements.size());
  return t("{1} {2}", text,
           differ == 0 ? t("No passage was coded differently.")
                       : t.Plural("{1} passage was coded differently. It is shown below.",
                                  "{1} passages were coded differently. Each is shown below.", differ, differ));
}

void AddLeftOut(const AgreementView& view, Page& page) {
  const Words& t = view.t;
  const auto list = [](const auto& ids) {
    std::string text;
    for (const auto& id : ids) text += (text.empty() ? "" : ", ") + id.value;
    return text;
  };
  const auto& agreement = view.agreement;
  if (!agreement.still_coded.empty()) {
    page.blocks.emplace_back(
        Plain(t("Left out, because somebody still codes there blind: {1}.", list(agreement.still_coded)), "note"));
  }
  if (!agreement.one_coder_only.empty()) {
    page.blocks.emplace_back(Plain(
        t("Left out, because only one of the coders was given it: {1}.", list(agreement.one_coder_only)), "note"));
  }
  if (!agreement.broken.empty()) {
    page.blocks.emplace_back(
        Plain(t("Adjudications not applied, because their result is not in the study: {1}.", list(agreement.broken)),
              "note"));
  }
}

void AddConfusions(const AgreementView& view, Page& page) {
  const Words& t = view.t;
  page.blocks.emplace_back(Heading{t("Confusion matrix"), "confusions", 2});
  const auto& coders = view.agreement.coders;
  for (std::size_t a = 0; a < coders.size(); ++a) {
    for (std::size_t b = a + 1; b < coders.size(); ++b) {
      Figure figure = DrawConfusions(view, coders[a], coders[b], fmt::format("confusions-{}-{}", a + 1, b + 1));
      if (figure.twin.rows.empty()) {
        page.blocks.emplace_back(Plain(figure.title + "."));
      } else {
        page.blocks.emplace_back(std::move(figure));
      }
      Table alone{fmt::format("alone-{}-{}", a + 1, b + 1),
                  t("Codes that one of them gave where the other gave nothing else (units: {1})", view.UnitsWord()),
                  {t("Code"), t("{1} only", coders[a].value), t("{1} only", coders[b].value)},
                  {}};
      for (const auto& row : view.agreement.by_code) {
        std::int64_t first = 0;
        std::int64_t second = 0;
        for (const model::Confusion& one : view.agreement.confusions) {
          if (one.first != coders[a] || one.second != coders[b]) continue;
          if (one.first_code == row.code && !one.second_code) first += one.units;
          if (one.second_code == row.code && !one.first_code) second += one.units;
        }
        if (first + second == 0) continue;
        alone.rows.push_back({{{view.CodeLabel(*row.code)}}, {{std::to_string(first)}}, {{std::to_string(second)}}});
      }
      if (!alone.rows.empty()) page.blocks.emplace_back(std::move(alone));
    }
  }
}

Sides SidesOf(const AgreementView& view, const model::Disagreement& one, std::size_t number) {
  const Words& t = view.t;
  const model::Document* document = view.DocumentOf(one.document);
  const std::string language = document == nullptr ? "" : document->language;
  Sides sides;
  sides.id = fmt::format("passage-{}", number);
  sides.title = {{one.document.value}, {fmt::format(" {}-{}", one.range.start, one.range.end), {}, "muted"}};
  if (one.kind == model::DisagreementKind::kExtent)
    sides.title.push_back({" " + t("all gave the code, not to the same words"), {}, "muted"});
  if (!one.adjudications.empty()) sides.title.push_back({" " + t("decided"), {}, "strong"});
  const auto side_of = [&](const model::CoderId& coder) {
    Side side;
    side.heading = coder.value;
    for (const auto* passages : {&one.codings, &one.instead}) {
      for (const model::CodedPassage& passage : *passages) {
        if (passage.coder != coder) continue;
        Spans label{{view.CodeLabel(passage.code), {}, passage.code == one.code ? "strong" : ""}};
        if (passages == &one.instead) label.insert(label.begin(), {t("instead: ")});
        side.quotes.push_back({passage.text, language, std::move(label)});
      }
    }
    if (side.quotes.empty()) side.state = t("gave no code here");
    return side;
  };
  for (const model::CoderId& coder : view.agreement.coders) {
    const bool given = std::ranges::find(one.coded_by, coder) != one.coded_by.end() ||
                       std::ranges::find(one.not_coded_by, coder) != one.not_coded_by.end();
    if (given) sides.sides.push_back(side_of(coder));
  }
  return sides;
}

void AddPassages(const AgreementView& view, Page& page) {
  const Words& t = view.t;
  const auto& all = view.agreement.disagreements;
  page.blocks.emplace_back(Heading{t("Every passage that was coded differently"), "passages", 2});
  if (all.empty()) {
    page.blocks.emplace_back(Plain(t("There is none.")));
    return;
  }
  const model::CodeId* code = nullptr;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (code == nullptr || *code != all[i].code) {
      code = &all[i].code;
      const int passages = static_cast<int>(std::ranges::count(all, *code, &model::Disagreement::code));
      page.blocks.emplace_back(
          Heading{t.Plural("{1}: {2} passage", "{1}: {2} passages", passages, view.CodeLabel(*code), passages),
                  AgreementView::PlaceOf(*code), 3});
    }
    page.blocks.emplace_back(SidesOf(view, all[i], i + 1));
  }
}

std::string UnitText(model::AgreementUnit unit, const Words& t) {
  switch (unit) {
    case model::AgreementUnit::kCharacter:
      return t("Units are characters of the text (Unicode code points).");
    case model::AgreementUnit::kSentence:
      return t("Units are sentences. A sentence has a code when a coding of it reaches into the sentence.");
    case model::AgreementUnit::kParagraph:
      return t("Units are paragraphs. A paragraph has a code when a coding of it reaches into the paragraph.");
    case model::AgreementUnit::kSegment:
      return t(
          "Units are segments: passages that somebody coded, with codings that overlap taken together. Text that "
          "nobody coded is not counted.");
    case model::AgreementUnit::kDocument:
      return t("Units are documents. A document has a code when it is on any passage of it.");
  }
  return "";
}

std::string IntervalsText(const AgreementView& view) {
  const Words& t = view.t;
  const auto& agreement = view.agreement;
  const std::string drawn =
      agreement.drawn == model::Drawn::kDocuments
          ? t("Intervals resample whole documents, because passages in one document resemble each other. With fewer "
              "than five documents no interval is given. Within one document its units are drawn.")
          : t("Units are resampled, as if those of one document were not alike: the intervals are likely too "
              "narrow.");
  const std::string text = t("Intervals: percentile bootstrap, {1} resamples, level {2}, seed {3}.",
                             agreement.resamples, view.LevelText(), agreement.seed);
  return t("{1} {2}", t("{1} {2}", text, drawn),
           t("When more than a tenth of the resamples do not vary, there is no interval."));
}

void AddMethod(const AgreementView& view, Page& page) {
  const Words& t = view.t;
  const auto& agreement = view.agreement;
  page.blocks.emplace_back(Heading{t("How we know"), "how-we-know", 2});
  Bullets bullets;
  const auto add = [&](std::string text) { bullets.items.push_back({{std::move(text)}}); };
  add(UnitText(agreement.unit, t));
  add(t("Each code is looked at by itself: present or absent. Over all codes every unit counts once for each code."));
  add(
      t("A coder's work is what they submitted or what was accepted, without drafts, rejected codings and codings that "
        "adjudication made. A document that a coder was not given is missing, not absent."));
  if (agreement.after_adjudication) {
    add(
        t("After adjudication: the codings that were compared are removed, and what was decided holds for every "
          "coder who was given the document."));
  }
  if (agreement.with_descendants) add(t("A code stands for those below it too."));
  if (agreement.resamples > 0) add(IntervalsText(view));
  add(
      t("Alpha of {1} or more can be relied on, from {2} it allows tentative conclusions (Krippendorff 2004). A rare "
        "code can have a low figure although nearly all units agree: look at the prevalence first.",
        t.Number("0.800"), t.Number("0.667")));
  add(
      t("Undefined: a code that is present everywhere, or nowhere, has no variation, so agreement beyond chance cannot "
        "be calculated."));
  page.blocks.emplace_back(std::move(bullets));
}

}  // namespace

std::string RenderAgreementPage(const model::Study& study, const model::Agreement& agreement, const Words& t) {
  const AgreementView view(study, agreement, t);
  Page page{{PageKind::kAgreement}, TitleOf(view), {}};
  page.blocks.emplace_back(Plain(LeadOf(view), "lead"));
  page.blocks.emplace_back(Plain(
      t("Confidential, for the coding team. It quotes text that may not be published. Do not share it."), "warning"));
  AddLeftOut(view, page);
  if (!agreement.documents.empty()) {
    for (Figure& figure : DrawAgreement(view)) page.blocks.emplace_back(std::move(figure));
    if (agreement.coders.size() > 2) {
      page.blocks.emplace_back(Heading{t("By pair of coders"), "pairs", 2});
      page.blocks.emplace_back(AgreementTable(view, agreement.by_pair, "table-pairs",
                                              t("Agreement of each pair, over all codes"), t("Coders")));
    }
    AddConfusions(view, page);
    AddPassages(view, page);
    page.blocks.emplace_back(Heading{t("By document"), "documents", 2});
    page.blocks.emplace_back(AgreementTable(view, agreement.by_document, "table-documents",
                                            t("Agreement in each document, over all codes"), t("Document")));
  }
  AddMethod(view, page);
  const Book book{t,
                  study.settings.title,
                  study.settings.invented,
                  t("Made by Common Ground from the study file; it changes when the codings do."),
                  {},
                  {},
                  {}};
  return RenderStandalone(page, book);
}

FigureFiles AgreementFiles(const model::Study& study, const model::Agreement& agreement, const Words& t) {
  constexpr std::size_t kMaxLinesAlone = 60;
  const AgreementView view(study, agreement, t);
  const Figure figure = DrawAllAgreement(view, kMaxLinesAlone);
  std::vector<std::string> foot{
      t("{1}. For the people who code: coders are named, and it is no part of the report.", study.settings.title)};
  if (study.settings.invented) foot.push_back(t("Invented example: no organisation here is real."));
  return {figure.title, SvgFileOf(figure, foot, t.language()), CsvOfFigure(figure, t)};
}

}  // namespace commonground::publish
