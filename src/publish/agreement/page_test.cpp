// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The agreement page shows every figure, in five languages.

#include "publish/agreement/page.h"

#include <gmock/gmock.h>

#include <map>
#include <regex>

#include "publish/publication_testutil.h"

namespace commonground::publish {
namespace {

using testing::HasSubstr;
using testing::Not;

model::AgreementRow RowOf(std::optional<double> alpha, std::int64_t some) {
  model::AgreementRow row;
  row.coders = {model::CoderId("x"), model::CoderId("y")};
  row.counts = {1, 20, 4, some, 16 - some, 40, 8 + some, some, 0};
  row.figures = {
      {model::AgreementMeasure::kPercent, 0.9, model::Undefined::kNo, {}, {}},
      {model::AgreementMeasure::kAlpha, alpha, alpha ? model::Undefined::kNo : model::Undefined::kNoVariation, {}, {}}};
  if (alpha) row.figures[1].interval = {*alpha - 0.1, *alpha + 0.05, model::Drawn::kDocuments, 0};
  return row;
}

const Words kEnglish = Words::For("en").value();

struct Made {
  model::Study study;
  model::Agreement agreement;
};

// Three codes: reliable, to be talked about, undefined; text in every field that would be markup were it not escaped.
Made Invented() {
  Made made;
  made.study.settings.title = "Title " + kHostile;
  made.study.settings.invented = true;
  for (const char* id : {"A", "B", "C"}) {
    model::Code code;
    code.id = model::CodeId(id);
    code.label = "Label " + kHostile;
    made.study.codebook.push_back(code);
  }
  model::Document document;
  document.id = model::DocumentId("lamp/study.md");
  document.language = "fr";
  made.study.documents = {document};
  auto& agreement = made.agreement;
  agreement.coders = {model::CoderId("x"), model::CoderId("y")};
  agreement.documents = {document.id};
  agreement.still_coded = {model::DocumentId("lamp/blind.md")};
  agreement.resamples = 500;
  agreement.seed = 77;
  const std::optional<double> alphas[] = {0.9, 0.3, std::nullopt};
  for (std::size_t i = 0; i < 3; ++i) {
    agreement.by_code.push_back(RowOf(alphas[i], i == 1 ? 5 : 0));
    agreement.by_code.back().code = made.study.codebook[i].id;
  }
  agreement.pooled = RowOf(0.6, 5);
  agreement.by_document = {RowOf(0.6, 5)};
  agreement.by_document[0].document = document.id;
  agreement.by_pair = {agreement.pooled};
  agreement.confusions = {{agreement.coders[0], agreement.coders[1], model::CodeId("B"), model::CodeId("A"), 3},
                          {agreement.coders[0], agreement.coders[1], model::CodeId("B"), {}, 2}};
  model::Disagreement one;
  one.code = model::CodeId("B");
  one.document = document.id;
  one.range = {5, 30};
  one.coded_by = {agreement.coders[0]};
  one.not_coded_by = {agreement.coders[1]};
  one.codings = {{model::CodingId("c1"), agreement.coders[0], one.code, {5, 30}, "Mots " + kHostile}};
  one.instead = {{model::CodingId("c2"), agreement.coders[1], model::CodeId("A"), {5, 20}, "Autres mots"}};
  agreement.disagreements = {one};
  return made;
}

TEST(AgreementPage, SaysTheFindingAndHowItIsKnown) {
  const Made made = Invented();
  const std::string html = RenderAgreementPage(made.study, made.agreement, kEnglish);
  EXPECT_THAT(html, HasSubstr("Agreement is reliable for 1 of 2 codes; 1 needs discussion</h1>"));
  EXPECT_THAT(html, HasSubstr("0.600 (95% interval 0.50 to 0.65)"));
  EXPECT_THAT(html, HasSubstr("undefined: no variation"));
  EXPECT_THAT(html, HasSubstr("500 resamples, level 95%, seed 77"));
  EXPECT_THAT(html, HasSubstr("lamp/blind.md"));
  EXPECT_THAT(html, HasSubstr("Do not share it"));
  EXPECT_EQ(html, RenderAgreementPage(made.study, made.agreement, kEnglish)) << "the same bytes";
}

TEST(AgreementPage, ShowsEachSideOfADisagreementInItsLanguage) {
  const Made made = Invented();
  const std::string html = RenderAgreementPage(made.study, made.agreement, kEnglish);
  EXPECT_THAT(html, HasSubstr("<blockquote lang=\"fr\" dir=\"ltr\"><p>Autres mots</p>"));
  EXPECT_THAT(html, HasSubstr("instead: "));
  EXPECT_THAT(html, HasSubstr("id=\"code-b--"));
  EXPECT_THAT(html, HasSubstr("href=\"#code-b--"));
}

TEST(AgreementPage, NeedsNothingBesideItAndRunsNothing) {
  const Made made = Invented();
  const std::string html = RenderAgreementPage(made.study, made.agreement, kEnglish);
  EXPECT_THAT(html, HasSubstr("<style>"));
  for (const char* never : {"<script", "<link", "<img", "http:", "https:", "onerror=alert(2)>"}) {
    EXPECT_THAT(html, Not(HasSubstr(never)));
  }
  const std::regex href("href=\"([^\"]*)\"");
  for (std::sregex_iterator it(html.begin(), html.end(), href), end; it != end; ++it) {
    EXPECT_EQ((*it)[1].str().front(), '#') << (*it)[0];
  }
}

TEST(AgreementPage, IsWrittenInEveryLanguageOfTheReport) {
  const Made made = Invented();
  const std::map<std::string, std::vector<std::string>> expected{
      {"fr",
       {"<html lang=\"fr\"", "L&#39;accord est fiable pour 1 des 2 codes\u00a0; à discuter\u00a0:\u00a01</h1>",
        "0,600 (intervalle à 95\u00a0%", "Ne la diffusez pas"}},
      {"es",
       {"<html lang=\"es\"", "El acuerdo es fiable en 1 de 2 códigos; por discutir:\u00a01</h1>",
        "alfa de Krippendorff: 0,600", "No la difunda"}},
      {"ru",
       {"<html lang=\"ru\"", "Согласованность надёжна по 1 из 2 кодов; нужно обсудить:", "от 0,50 до 0,65",
        "1 фрагмент</h3>"}},
      {"zh", {"<html lang=\"zh\"", "2 个编码中有 1 个的一致性可靠；1 个需要讨论</h1>", "0.50 至 0.65", "请勿外传"}}};
  for (const auto& [language, parts] : expected) {
    const std::string html = RenderAgreementPage(made.study, made.agreement, Words::For(language).value());
    for (const std::string& part : parts) EXPECT_THAT(html, HasSubstr(part)) << language;
    const std::string body = html.substr(html.find("<main"));
    for (const char* word : {"coders", "is reliable", " units", "undefined", "Prevalence", "passage was"}) {
      EXPECT_THAT(body, Not(HasSubstr(word))) << language;
    }
    EXPECT_THAT(html, HasSubstr("<blockquote lang=\"fr\" dir=\"ltr\"><p>Autres mots</p>"))
        << "people's words stay as they are";
  }
}

TEST(AgreementPage, IsAPageAlsoWhereNothingCouldBeCompared) {
  Made made = Invented();
  made.agreement = {};
  made.agreement.one_coder_only = {model::DocumentId("lamp/study.md")};
  const std::string html = RenderAgreementPage(made.study, made.agreement, kEnglish);
  EXPECT_THAT(html, HasSubstr("There is nothing to compare yet</h1>"));
  EXPECT_THAT(html, HasSubstr("only one of the coders was given it: lamp/study.md"));
}

}  // namespace
}  // namespace commonground::publish
