// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A noun agrees with its number, in each language as it does there; in "1 of 21 cases" with the number that the
// language takes.

#include <gtest/gtest.h>

#include "publish/labels.h"

namespace commonground::publish {
namespace {

std::string Of(const char* language, const char* one, const char* many, int of) {
  return Words::For(language).value().Plural(one, many, of, 1, of);
}

TEST(NumbersOfNumbers, AgreeInEachLanguage) {
  const auto regions = [](const char* language, int of) {
    return Of(language, "{1} of {2} region", "{1} of {2} regions", of);
  };
  EXPECT_EQ(regions("en", 1), "1 of 1 region");
  EXPECT_EQ(regions("en", 5), "1 of 5 regions");
  EXPECT_EQ(regions("fr", 1), "1 région sur 1");
  EXPECT_EQ(regions("fr", 5), "1 des 5 régions");
  EXPECT_EQ(regions("es", 1), "1 de 1 región");
  EXPECT_EQ(regions("es", 5), "1 de 5 regiones");
  EXPECT_EQ(regions("ru", 5), "регионы: 1 из 5");
  EXPECT_EQ(regions("zh", 5), "5 个地区中的 1 个");

  const auto laws = [](const char* language, int of) {
    return Of(language, "{1} of {2} legal model", "{1} of {2} legal models", of);
  };
  EXPECT_EQ(laws("en", 1), "1 of 1 legal model");
  EXPECT_EQ(laws("fr", 1), "1 modèle juridique sur 1");
  EXPECT_EQ(laws("fr", 6), "1 des 6 modèles juridiques");
  EXPECT_EQ(laws("es", 1), "1 de 1 modelo jurídico");

  const auto passages = [](const char* language, int of) {
    return Of(language, "{1} of {2} passage, chosen by people. ", "{1} of {2} passages, chosen by people. ", of);
  };
  EXPECT_EQ(passages("en", 1), "1 of 1 passage, chosen by people. ");
  EXPECT_EQ(passages("fr", 1), "1 passage sur 1\u00a0; choix fait par des personnes. ");
  EXPECT_EQ(passages("fr", 2), "1 des 2 passages\u00a0; choix fait par des personnes. ");
  EXPECT_EQ(passages("es", 1), "1 de 1 pasaje; selección hecha por personas. ");
  EXPECT_EQ(passages("ru", 1), "1 из 1 фрагмента; выбирали люди. ");
  EXPECT_EQ(passages("ru", 2), "1 из 2 фрагментов; выбирали люди. ");
  EXPECT_EQ(passages("ru", 21), "1 из 21 фрагмента; выбирали люди. ");

  const auto named = [](const char* language, int of) {
    return Of(language, " is named in {1} of {2} case study, more than any other.",
              " is named in {1} of {2} case studies, more than any other.", of);
  };
  EXPECT_EQ(named("ru", 21), ": упоминается в 1 из 21 примера, чаще любого другого барьера.");
  EXPECT_EQ(named("ru", 22), ": упоминается в 1 из 22 примеров, чаще любого другого барьера.");
}

TEST(NumbersOfNumbers, OfPartnershipsHaveNoBrackets) {
  const Words french = Words::For("fr").value();
  EXPECT_EQ(OnRecord(1, french), "1 enregistré");
  EXPECT_EQ(OnRecord(2, french), "2 enregistrés");
  EXPECT_EQ(ToldInPassages(1, french), "1 raconté dans un passage");
  EXPECT_EQ(ToldInPassages(5, french), "5 racontés dans un passage");
  EXPECT_EQ(ToldInPassages(5, Words::For("es").value()), "5 contados en un pasaje");
}

TEST(NumbersOfNumbers, SayThatOneOfThemIsEnough) {
  const auto any = [](const char* language, int n) {
    return Words::For(language).value().Plural("on the edge: leaving out any one of {1} case changes it",
                                               "on the edge: leaving out any one of {1} cases changes it", n, n);
  };
  EXPECT_EQ(any("en", 2), "on the edge: leaving out any one of 2 cases changes it");
  EXPECT_EQ(any("fr", 2), "à la limite\u00a0: retirer l'un des 2 cas suffit à la changer");
  EXPECT_EQ(any("es", 2), "al límite: basta quitar uno cualquiera de 2 casos para que cambie");
  EXPECT_EQ(any("ru", 11), "на грани: стоит убрать любой из 11 примеров, и класс изменится");
  EXPECT_EQ(any("ru", 21), "на грани: стоит убрать любой из 21 примера, и класс изменится");
  EXPECT_EQ(any("zh", 2), "处于边缘：去掉 2 个案例中的任何一个就会改变");
}

}  // namespace
}  // namespace commonground::publish
