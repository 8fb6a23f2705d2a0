// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tests that words of one family share a stem, and others do not.

#include "core/stem.h"

#include <gmock/gmock.h>

#include <array>
#include <sstream>
#include <vector>

namespace commonground::core {
namespace {

bool Meet(const Stemmed& a, const Stemmed& b) {
  const auto tokens = [](const Stemmed& one) {
    return std::vector{one.token, one.also.empty() ? one.token : one.also};
  };
  for (const std::string& token : tokens(a)) {
    for (const std::string& other : tokens(b)) {
      if (token == other) return true;
    }
  }
  return false;
}

// A language and forms of a word: each finds each other one, and those written without accents too.
constexpr const char* kFamilies = R"(
es organización organizaciones organizacion ORGANIZACIÓN
es información informaciones informacion
es joven jóvenes jovenes
es orden órdenes ordenes
es crimen crímenes crimenes
es examen exámenes
es juez jueces
es policía policías policia
es mujer mujeres
es trabajadora trabajadoras trabajador
es violación violaciones violacion
es prisión prisiones prision
es ley leyes
es inglés ingleses
es niña niñas
es acción acciones
es derecho derechos
es voz voces
pt associação associações associacao associacoes
pt informação informações informacao
pt prisão prisões prisao prisoes
pt violação violações violacao
pt mulher mulheres
pt jovem jovens
pt policial policiais
pt trabalhadora trabalhadoras
pt cidadão cidadãos cidadao
pt país países
pt mês meses
pt português portugueses
pt fácil fáceis
pt animal animais
pt papel papéis
pt nação nações nacao
pt homem homens
pt lei leis
pt razão razões
pt responsável responsáveis
pt direito direitos
pt legal legais
fr organiser organisée organisés organisées organisation organisations
fr grève grèves greve
fr arrêté arrêtée arrêter
fr préservatif préservatifs preservatif
fr général généraux
fr travail travaux
fr œuvre oeuvre œuvres ŒUVRE
fr société sociétés societe
fr travailleuse travailleuses
fr santé
it organizzazione organizzazioni
it prigione prigioni
it diritto diritti
it donna donne
de Haus Häuser HÄUSER Hauser
de Straße Strasse STRASSE Straßen
de Frau Frauen
de Behörde Behörden behorde
ru организация организации организаций ОРГАНИЗАЦИЯ
ru презерватив презервативы презервативов
ru ёлка елка ёлки
ru женщина женщины
ca organització organitzacions organitzacio
ca presó presons preso
ca dona dones
ro organizație organizații organizaţie organizatie
ro femeie femei
tr kadın kadınlar KADIN KADINLAR kadinlar kadin
tr örgüt örgütler orgut
tr işçi işçiler İŞÇİ isci
ar منظمة منظمات المنظمة مُنَظَّمَة
ar شرطة الشرطة
ar عاملة العاملات
sv organisation organisationer
sv kvinna kvinnor
nl organisatie organisaties
nl vrouw vrouwen
nb kvinne kvinner
da organisation organisationer
el οργάνωση οργανώσεις οργανωση ΟΡΓΑΝΩΣΗ
el γυναίκα γυναίκες
hu szervezet szervezetek
hu jog jogok
fi järjestö järjestöt jarjesto
fi nainen naiset
hi संगठन संगठनों
hi महिला महिलाएं
sr организација организације organizacija
sr жена жене žena
hr žena žene zena
en organisation organisations
en worker workers
fr organisée organisee
ru коллектив коллективы коллектива
ru кооператив кооперативы
ru здоровье здоровья
)";

TEST(Stemmer, BringsTheFormsOfAWordTogether) {
  std::istringstream families(kFamilies);
  for (std::string line; std::getline(families, line);) {
    std::istringstream words(line);
    std::string language;
    words >> language;
    const Stemmer stemmer(language);
    std::vector<std::string> forms;
    for (std::string word; words >> word;) forms.push_back(word);
    for (const std::string& a : forms) {
      for (const std::string& b : forms) {
        EXPECT_TRUE(Meet(stemmer.Of(a), stemmer.Of(b))) << language << ": " << a << ", " << b;
      }
    }
  }
}

TEST(Stemmer, KeepsOtherWordsApart) {
  for (const auto& [language, one, other] : std::vector<std::array<const char*, 3>>{{"ru", "насилие", "нас"},
                                                                                    {"es", "salud", "sal"},
                                                                                    {"es", "mujer", "mejor"},
                                                                                    {"pt", "lei", "leite"},
                                                                                    {"pt", "mais", "mal"},
                                                                                    {"en", "police", "policy"},
                                                                                    {"tr", "hak", "halk"}}) {
    const Stemmer stemmer(language);
    EXPECT_FALSE(Meet(stemmer.Of(one), stemmer.Of(other))) << language << ": " << one << ", " << other;
  }
}

TEST(Stemmer, OnlyFoldsWhereItKnowsNoLanguage) {
  for (const char* language : {"", "und", "uk", "zu", "zh-Hant"}) {
    EXPECT_EQ(Stemmer(language).Of("Organizaciones").token, "organizaciones");
    EXPECT_EQ(Stemmer::NameOf(language), "");
  }
  EXPECT_EQ(Stemmer::NameOf("pt-BR"), Stemmer::NameOf("pt"));
}

}  // namespace
}  // namespace commonground::core
