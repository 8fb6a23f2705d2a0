// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

#include "publish/agreement/page.h"

#include <fmt/format.h>

#include <algorithm>

#include "publish/agreement/view.h"
#include "publish/html/html.h"

namespace commonground::publish {

namespace {

Paragraph Plain(std::string text, std::string style = "") {
  return {{{std::move(text), "", ""}}, std::move(style)};
}

std::string Count(std::size_t n, const std::string& one, const std::string& many) {
  return fmt::format("{} {}", n, n == 1 ? one : many);
}

// The finding, by the thresholds that are published for alpha; for other measures only what was counted.
std::string TitleOf(const AgreementView& view) {
  const auto& agreement = view.agreement;
  if (agreement.documents.empty()) return "There is nothing to compare yet";
  std::size_t judged = 0;
  std::size_t reliable = 0;
  std::size_t unreliable = 0;
  for (const auto& row : agreement.by_code) {
    const auto* figure = view.MainOf(row);
    if (figure == nullptr || !figure->value) continue;
    ++judged;
    reliable += *figure->value >= kReliable ? 1 : 0;
    unreliable += *figure->value < kTentative ? 1 : 0;
  }
  if (judged == 0) return "No code varies enough to be judged";
  if (view.Main() != model::AgreementMeasure::kAlpha) {
    return fmt::format("{} on {}", AgreementView::NameOf(view.Main()), Count(judged, "code", "codes"));
  }
  if (reliable == judged)
    return fmt::format("The coders agree reliably on every one of {}", Count(judged, "code", "codes"));
  if (unreliable == 0) {
    return fmt::format("The coders agree reliably on {} of {} codes, and tentatively on the others", reliable, judged);
  }
  return fmt::format("The coders agree reliably on {} of {} codes; {} {} to be talked about", reliable, judged,
                     unreliable, unreliable == 1 ? "needs" : "need");
}

std::string LeadOf(const AgreementView& view) {
  const auto& agreement = view.agreement;
  std::string text =
      fmt::format("{} coded {}.", view.Coders(), Count(agreement.documents.size(), "document", "documents"));
  if (agreement.after_adjudication) {
    text += fmt::format(" {} applied.", agreement.adjudications == 1
                                            ? "One decision of adjudication is"
                                            : fmt::format("{} decisions of adjudication are", agreement.adjudications));
  }
  const auto* figure = view.MainOf(agreement.pooled);
  if (figure != nullptr && figure->value) {
    text +=
        fmt::format(" Over all codes {} is {}", AgreementView::NameOf(view.Main()), AgreementView::ValueText(*figure));
    if (figure->interval)
      text += fmt::format(" ({:g}% interval {})", 100 * agreement.level, view.IntervalText(*figure));
    text += ".";
  }
  const std::size_t differ = agreement.disagreements.size();
  text +=
      fmt::format(" {} seen differently{}", differ == 1 ? "One passage was" : fmt::format("{} passages were", differ),
                  differ == 0 ? "." : "; each stands below.");
  return text;
}

void AddLeftOut(const AgreementView& view, Page& page) {
  const auto list = [](const auto& ids) {
    std::string text;
    for (const auto& id : ids) text += (text.empty() ? "" : ", ") + id.value;
    return text;
  };
  const auto& agreement = view.agreement;
  if (!agreement.still_coded.empty()) {
    page.blocks.emplace_back(
        Plain("Left out, because somebody still codes there blind: " + list(agreement.still_coded) + ".", "note"));
  }
  if (!agreement.one_coder_only.empty()) {
    page.blocks.emplace_back(Plain(
        "Left out, because only one of the coders was given it: " + list(agreement.one_coder_only) + ".", "note"));
  }
  if (!agreement.broken.empty()) {
    page.blocks.emplace_back(
        Plain("Adjudications not applied, because their result is not in the study: " + list(agreement.broken) + ".",
              "note"));
  }
}

void AddConfusions(const AgreementView& view, Page& page) {
  page.blocks.emplace_back(Heading{"What was taken for what", "confusions", 2});
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
                  fmt::format("Codes that one of them gave where the other gave nothing else, in {}", view.UnitsWord()),
                  {"Code", coders[a].value + " only", coders[b].value + " only"},
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
        alone.rows.push_back({{{view.CodeLabel(*row.code), "", ""}},
                              {{std::to_string(first), "", ""}},
                              {{std::to_string(second), "", ""}}});
      }
      if (!alone.rows.empty()) page.blocks.emplace_back(std::move(alone));
    }
  }
}

Sides SidesOf(const AgreementView& view, const model::Disagreement& one, std::size_t number) {
  const model::Document* document = view.DocumentOf(one.document);
  const std::string language = document == nullptr ? "" : document->language;
  Sides sides;
  sides.id = fmt::format("passage-{}", number);
  sides.title = {{one.document.value, "", ""}, {fmt::format(" {}-{}", one.range.start, one.range.end), "", "muted"}};
  if (one.kind == model::DisagreementKind::kExtent)
    sides.title.push_back({" all gave the code, not to the same words", "", "muted"});
  if (!one.adjudications.empty()) sides.title.push_back({" decided", "", "strong"});
  const auto side_of = [&](const model::CoderId& coder) {
    Side side;
    side.heading = coder.value;
    for (const auto* passages : {&one.codings, &one.instead}) {
      for (const model::CodedPassage& passage : *passages) {
        if (passage.coder != coder) continue;
        Spans label{{view.CodeLabel(passage.code), "", passage.code == one.code ? "strong" : ""}};
        if (passages == &one.instead) label.insert(label.begin(), {"instead: ", "", ""});
        side.quotes.push_back({passage.text, language, std::move(label)});
      }
    }
    if (side.quotes.empty()) side.state = "gave no code here";
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
  const auto& all = view.agreement.disagreements;
  page.blocks.emplace_back(Heading{"Every passage that was seen differently", "passages", 2});
  if (all.empty()) {
    page.blocks.emplace_back(Plain("There is none."));
    return;
  }
  const model::CodeId* code = nullptr;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (code == nullptr || *code != all[i].code) {
      code = &all[i].code;
      const auto passages = std::ranges::count(all, *code, &model::Disagreement::code);
      page.blocks.emplace_back(Heading{fmt::format("{}: {}", view.CodeLabel(*code),
                                                   Count(static_cast<std::size_t>(passages), "passage", "passages")),
                                       AgreementView::AnchorOf(*code), 3});
    }
    page.blocks.emplace_back(SidesOf(view, all[i], i + 1));
  }
}

std::string UnitText(model::AgreementUnit unit) {
  switch (unit) {
    case model::AgreementUnit::kCharacter:
      return "Units are characters of the text (Unicode code points).";
    case model::AgreementUnit::kSentence:
      return "Units are sentences. A sentence has a code when a coding of it reaches into the sentence.";
    case model::AgreementUnit::kParagraph:
      return "Units are paragraphs. A paragraph has a code when a coding of it reaches into the paragraph.";
    case model::AgreementUnit::kSegment:
      return "Units are segments: passages that somebody coded, with codings that overlap taken together. Text that "
             "nobody coded is not counted.";
    case model::AgreementUnit::kDocument:
      return "Units are documents. A document has a code when it is on any passage of it.";
  }
  return "";
}

void AddMethod(const AgreementView& view, Page& page) {
  const auto& agreement = view.agreement;
  page.blocks.emplace_back(Heading{"How we know", "how-we-know", 2});
  Bullets bullets;
  const auto add = [&](std::string text) { bullets.items.push_back({{std::move(text), "", ""}}); };
  add(UnitText(agreement.unit));
  add("Each code is looked at by itself: present or absent. Over all codes every unit counts once for each code.");
  add("A coder's work is what they submitted or what was accepted, without drafts, rejected codings and codings that "
      "adjudication made. A document that a coder was not given is missing, not absent.");
  if (agreement.after_adjudication) {
    add("After adjudication: the codings that were compared are taken out, and what was decided stands for every coder "
        "who was given the document.");
  }
  if (agreement.with_descendants) add("A code stands for those below it too.");
  if (agreement.resamples > 0) {
    add(fmt::format(
        "Intervals: percentile bootstrap, {} resamples, level {}, seed {}. {} When more than a tenth of the "
        "resamples do not vary, there is no interval.",
        agreement.resamples, agreement.level, agreement.seed,
        agreement.drawn == model::Drawn::kDocuments
            ? "Documents are drawn again, because what stands in one document is alike; with fewer than "
              "five documents there is no interval. Within one document its units are drawn."
            : "Units are drawn again, as if those of one document were not alike: the intervals are "
              "likely too narrow."));
  }
  add("Alpha of 0.800 or more can be relied on, from 0.667 it allows tentative conclusions (Krippendorff 2004). A rare "
      "code can have a low figure although nearly all units agree: look at the prevalence first.");
  add("Undefined is an answer: where all is present, or all is absent, chance explains everything.");
  page.blocks.emplace_back(std::move(bullets));
}

}  // namespace

std::string RenderAgreementPage(const model::Study& study, const model::Agreement& agreement) {
  const AgreementView view(study, agreement);
  Page page{"agreement.html", TitleOf(view), {}};
  page.blocks.emplace_back(Plain(LeadOf(view), "lead"));
  page.blocks.emplace_back(Plain(
      "For the people who code: this page holds words that nobody may have consented to publish. Do not pass it on.",
      "warning"));
  AddLeftOut(view, page);
  if (!agreement.documents.empty()) {
    for (Figure& figure : DrawAgreement(view)) page.blocks.emplace_back(std::move(figure));
    if (agreement.coders.size() > 2) {
      page.blocks.emplace_back(Heading{"By pair of coders", "pairs", 2});
      page.blocks.emplace_back(
          AgreementTable(view, agreement.by_pair, "table-pairs", "Agreement of each pair, over all codes", "Coders"));
    }
    AddConfusions(view, page);
    AddPassages(view, page);
    page.blocks.emplace_back(Heading{"By document", "documents", 2});
    page.blocks.emplace_back(AgreementTable(view, agreement.by_document, "table-documents",
                                            "Agreement in each document, over all codes", "Document"));
  }
  AddMethod(view, page);
  Frame frame;
  frame.study = study.settings.title;
  frame.invented = study.settings.invented;
  frame.footer = "Made by Common Ground from the study file; it changes when the codings do.";
  return RenderStandalone(page, frame, Words::For("en").value());
}

}  // namespace commonground::publish
