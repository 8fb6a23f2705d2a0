// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Names against spellings: one organisation that may be neither named nor placed, one text that leaves.
#include <gtest/gtest.h>

#include "app/gateway/leaving/leaving_check.h"

namespace commonground::app {
namespace {

// Does a text leave, in a chapter and on a page, when an organisation of this name and id may not be named?
bool Leaves(const std::string& name, const std::string& id, const std::string& page, const char* country = nullptr) {
  model::Study study;
  model::Organisation one;
  one.id = model::OrganisationId(id);
  one.name = name;
  if (country != nullptr) one.country = model::CountryCode(country);
  study.organisations = {one};
  study.chapters = {{model::ChapterId("summary"), page}};
  model::Study published;
  published.chapters = study.chapters;
  LeavingCheck check(study, published, {});
  check.Take("page.html", page);
  return check.Problems().empty();
}

struct Example {
  const char* name;
  const char* text;
  bool found;
};

TEST(NameFinder, FindsANameHoweverItIsSpelt) {
  const Example kExamples[] = {
      {"Rose", "the ROSE garden", true},
      {"Rose", "we met Rose's people", true},
      {"Rose", "two Roses", true},
      {"Rose", "prose and primroses", false},
      {"Rose", "a rose", false},  // an ordinary word is a name with a capital letter only
      {"Hope", "we hope that the hopeful hoped", false},
      {"Hope", "with Hope in the north", true},
      {"Hope", "with #hope", false},
      {"Annabloom", "as annabloom does", true},
      {"IT", "it works", false},
      {"IT", "said by IT.", true},
      {"IT", "WITH", false},
      {"IT", "WE DO IT WELL", false},
      {"SWK", "and SWK, too", true},
      {"Éclat", "l'ÉCLAT", true},
      {"Éclat", "l’eclat", true},
      {"Silver Steppe", "silver   steppe", true},
      {"Lampada", "работа Лампады и других", true},  // in the letters of another script
      {"Lampada", "лампа", false},
      {"Nova Zarya", "с «Нова Заря»", true},
      {"Красный фонарь", "with Krasnyy Fonar", true},
      {"红灯笼协会", "紅燈籠協會的工作", true},  // the other set of Chinese characters
      {"紅燈籠協會", "红灯笼协会的工作", true},
      {"红灯笼协会", "绿灯笼协会的工作", false},
      {"红灯", "在紅燈的人", true},
      {"Silver Steppe", "silver<br>steppe", true},
      {"Silver Steppe", "<td>Silver</td><td>Steppe</td>", true},
      {"Silver Steppe", "Sil&shy;ver St&#101;ppe", true},
      {"Silver Steppe", "Sil<b>ver</b> Steppe", true},
      {"Silver Steppe", "Silver, Steppes", true},
      {"Silver Steppe", "the SilverSteppe team", true},
      {"Silver Steppe", "@silversteppe", true},
      {"Silver Steppe", "<a href=\"https://x.example/SILVER%20STEPPE\">here</a>", true},
      {"Silver Steppe", "thesilversteppenews", true},
      {"Silver Steppe", "S i l v e r S t e p p e", true},
      {"Silver Steppe", "silver of the steppe", true},
      {"Silver Steppe", "silver and gold steppe", false},
      {"Silver Steppe", "silver step", false},
      {"Lamp & Lantern", "lamp and lantern", true},
      {"Lamp and Lantern", "Lamp &amp; Lantern", true},
      {"Lamp y Farol", "lamp & farol", true},
      {"Lamp et Phare", "lamp phare", true},
      {"Лампа и Маяк", "«Лампа», Маяк", true},
      {"The Lamp Room", "Lamp Room", true},
      {"LampCollective", "the lamp collective", true},
      {"Lampcollective", "lampCollective", true},
      // inflected
      {"Серебряная Степь", "в Серебряной Степи", true},
      {"Серебряная Степь", "СЕРЕБРЯНУЮ СТЕПЬ", true},
      {"Серебряная Степь", "серебряный век степной", false},
      {"Estrella Morada", "las estrellas moradas", true},
      {"Mulheres Unidas", "mulher unida", true},
      {"Étoiles du Nord", "l'étoile du nord", true},
      {"Frauenhäuser Süd", "Frauenhaeuser Sued", true},
      {"Straße der Frauen", "STRASSE DER FRAUEN", true},
      {"Işık Derneği", "ISIK DERNEGI", true},
      {"Işık Derneği", "ışık derneği", true},
      // look-alikes
      {"Silver Steppe", "Silvеr Stерре", true},  // Cyrillic е, р
      {"Весна Плюс", "Beснa Плюс", true},        // Latin B, e, a
      {"Silver Steppe", "Ｓｉｌｖｅｒ　Ｓｔｅｐｐｅ", true},
      {"Silver Steppe", "\xE2\x80\xAESilver\xE2\x80\xAC Steppe", true},
      {"Lamp Lounge", "1amp L0unge", true},
      {"Lamp Collective", "Lamp Collectiνe", true},  // Greek ν, η, υ
      {"Lantern Union", "Laηterη υnion", true},
      {"Νέα Ημέρα", "νέα ημέρα", true},
      {"Lamp Union", "Lamp սnioո", true},  // Armenian
      // other scripts
      {"玫瑰", "我们和玫瑰一起", true},
      {"玫瑰", "我们和玫 瑰一起", true},
      {"紫色 玫瑰", "紫色玫瑰", true},
      {"พลังหญิง", "กลุ่มพลังหญิงไทย", true},
      {"ပန်းခြံ", "ကျွန်ုပ်တို့ပန်းခြံသို့", true},
      {"جمعية النور", "جمعيـــة النور", true},
      {"جمعية أمل", "وجمعية امل", true},
      {"جمعية أمل", "جَمْعِيَّة أَمَل", true},
      {"ירח כחול", "וירח כחול", true},
      {"नारी शक्ति", "नारी-शक्ति", true},
      {"Роза", "и РОЗА,", true},
      {"Роза", "с Розой", true},
      {"Серебряная Степь", "Serebryanaya Step", true},
      {"Lamp Works (LWX)", "as LWX says", true},
      {"Lamp Works (LWX)", "lamp works", true},
      {"Network of Lamps Everywhere", "NOLE", true},
      {"Network of Lamps Everywhere", "the NLE", true},
      {"Rose", "", false},
      {"A", "a", false},
  };
  for (const Example& example : kExamples) {
    SCOPED_TRACE(std::string(example.name) + " in " + example.text);
    EXPECT_EQ(!Leaves(example.name, "zz", example.text), example.found);
  }
}

TEST(NameFinder, FindsAnId) {
  const Example kExamples[] = {
      {"quayside", "at the quayside", true},
      {"quayside", "quaysides", false},
      {"lamp-collective", "#lampcollective", true},
      {"lamp-collective", "<a href=\"cases/lamp-collective.html\">x</a>", true},
      {"lamp-collective", "LampCollective", true},
      {"bhesq", "bhesq1", true},
      {"lamp", "a lamp", true},
      {"lamp", "Lamps", false},
      {"las-esquinas", "en las esquinas", false},
      {"las-esquinas", "en Las Esquinas", true},
      {"las-esquinas", "en las_esquinas", true},
      {"puerto", "del puerto", false},
      {"puerto", "<td>puerto</td>", true},
      {"us", "tell us about it", false},
      {"us", "<td>us</td>", true},
      {"us", "<a href=\"cases/us.html\">x</a>", true},
      {"us", "<a href=\"https://lamp.example/about-us\">x</a>", false},
      {"us", "US", false},
  };
  for (const Example& example : kExamples) {
    SCOPED_TRACE(std::string(example.name) + " in " + example.text);
    EXPECT_EQ(!Leaves("Zzyzx Qwerty", example.name, example.text), example.found);
  }
}

// An id that is the name, and an ordinary word, is no more of a secret than the name.
TEST(NameFinder, LetsAnOrdinaryWordPassThatIsBothNameAndId) {
  EXPECT_TRUE(Leaves("Hope", "hope", "we hope"));
  EXPECT_FALSE(Leaves("Hope", "hope", "<p>hope</p>"));
  EXPECT_TRUE(Leaves("Other Name", "hope", "we hope"));
  EXPECT_FALSE(Leaves("Other Name", "hope", "with Hope"));
}

TEST(NameFinder, FindsACountryInFiveLanguagesAndItsCodes) {
  const Example kExamples[] = {
      {"KEN", "In Kenya the law", true},
      {"KEN", "a Kenyan court", true},
      {"KEN", "Kenyans say", true},
      {"KEN", "в Кении", true},
      {"KEN", "кенийский суд", true},
      {"KEN", "肯尼亚的法律", true},
      {"KEN", "el Kenia rural", true},
      {"KEN", "a keniana", true},
      {"KEN", "Quênia", true},
      {"KEN", "KEN", true},
      {"KEN", "taken, broken, Ken", false},
      {"KEN", "<a href=\"countries/KEN.html\">x</a>", true},
      {"KEN", "see lamp.example.ke for more", true},
      {"KEN", "<a href=\"https://lamp.or.ke/a\">x</a>", true},
      {"KEN", "<div lang=\"sw-KE\">x</div>", true},
      {"TUR", "a turkey", false},
      {"TUR", "from Turkey", true},
      {"CHL", "children of Chilean women", true},
      {"CHL", "children", false},
      {"IND", "individual", false},
      {"IND", "Indian", true},
      {"MLI", "males, malicious", false},
      {"MLI", "une association malienne", true},
      {"NOR", "NOR", true},
      {"NOR", "no", false},
      {"ITA", "IT IS SO", false},
      {"CIV", "la Cote d'Ivoire", true},
      {"MMR", "Burma", true},
      {"GBR", "x.co.uk", true},
      {"GBR", "in the UK", true},
      {"GBR", "across Great Britain", true},
      {"GBR", "Britain", true},
      {"GBR", "ukulele", false},
      {"MMR", "en Birmanie", true},
      {"CIV", "Ivory Coast", true},
      {"CIV", "the ivory coast road", true},
      {"COD", "in the DRC", true},
      {"COD", "in Congo", true},
      {"COD", "dr congo", true},
      {"COG", "in Congo", true},
      {"SWZ", "Swaziland", true},
      {"MKD", "Macedonia", true},
      {"CZE", "Czech Republic", true},
      {"USA", "the U.S.A. and others", true},
      {"USA", "with us", false},
      {"CAF", "a car came", false},
      {"ARE", "you are", false},
      {"PRK", "DPRK", true},
      {"ZAF", "South African", true},
      {"ZAF", "south of Africa", true},
      {"RUS", "Russian", true},
  };
  for (const Example& example : kExamples) {
    SCOPED_TRACE(std::string(example.name) + " in " + example.text);
    EXPECT_EQ(!Leaves("Zzyzx Qwerty", "zzyzx", example.text, example.name), example.found);
  }
}

TEST(NameFinder, FindsThePeopleAndTheAdjectivesOfACountry) {
  const Example kExamples[] = {
      {"GBR", "The British network met", true},
      {"USA", "American sex workers", true},
      {"USA", "Latin American sex workers", false},
      {"USA", "the Inter-American Court", false},
      {"USA", "una estadounidense", true},
      {"USA", "the U.S. and others", true},
      {"USA", "in the States we met", true},
      {"USA", "the states of Brazil", false},
      {"NLD", "Dutch law changed", true},
      {"NLD", "une association néerlandaise", true},
      {"NLD", "голландских работниц", true},
      {"CHE", "Swiss police", true},
      {"FRA", "French police", true},
      {"IRL", "Irish law", true},
      {"THA", "a Thai group", true},
      {"GRC", "the Greek law", true},
      {"POL", "Polish groups", true},
      {"POL", "we polish it", false},
      {"ESP", "Spanish law", true},
      {"KGZ", "Kyrgyz police", true},
      {"KGZ", "кыргызских", true},
      {"LAO", "a Lao group", true},
      {"SWZ", "a Swazi group", true},
      {"CIV", "des ivoiriennes", true},
      {"CIV", "Ivorian women", true},
      {"GBR", "les britanniques", true},
      {"GBR", "in the U.K. we met", true},
      {"COD", "une congolaise", true},
      {"ZAF", "une militante sud-africaine", true},
      {"MDG", "une malgache", true},
      {"BFA", "burkinabè", true},
      {"NZL", "une néo-zélandaise", true},
      {"GTM", "guatemalteca", true},
      {"TLS", "uma timorense", true},
      {"CZE", "чешских работниц", true},
      {"ARM", "армянских", true},
      {"KEN", "кенийка", true},
      {"UKR", "украинка", true},
      {"TJK", "таджичка", true},
      {"TTO", "in Trinidad we met", true},
      {"BIH", "in Herzegovina", true},
      {"KEN", "in 🇰🇪 we met", true},
      {"KEN", "🇺🇬🇰🇪", true},
      {"KEN", "in 🇺🇬 we met", false},
      {"KEN", "call +254 700 000 000", true},
      {"KEN", "<a href=\"tel:+254700000000\">call</a>", true},
      {"KEN", "254 of 700", false},
      {"KEN", "+254", false},
      {"GBR", "+44 (0)20 7946 0000", true},
      {"RUS", "+7 900 000 00 00", true},
      // a language is no place
      {"FRA", "the French version", false},
      {"FRA", "in French and Spanish", false},
      {"ESP", "translated into Spanish.", false},
      {"ESP", "traducción española", false},
      {"RUS", "на русском языке", false},
      {"RUS", "la version russe", false},
      {"FRA", "in French law", true},
      // words that begin alike
      {"AIA", "английский", false},
      {"MDA", "notes in s.md", false},
      {"MDA", "see https://lamp.md/ for more", true},
      {"MDA", "see www.lamp.md", true},
      {"MDA", "ana@lamp.md", true},
  };
  for (const Example& example : kExamples) {
    SCOPED_TRACE(std::string(example.name) + " in " + example.text);
    EXPECT_EQ(!Leaves("Zzyzx Qwerty", "zzyzx", example.text, example.name), example.found);
  }
}

TEST(NameFinder, FindsACyrillicNameHoweverItIsWrittenInLatinLetters) {
  const Example kExamples[] = {
      {"Женский Щит", "Zhensky Shchit", true},        {"Женский Щит", "Zhenskij Shchit", true},
      {"Женский Щит", "Jenski Chtchit", true},        {"Женский Щит", "Zenskij Scit", true},
      {"Женский Щит", "Ženskij Ščit", true},          {"Женский Щит", "Zhenskogo Shchita", true},
      {"Хорошие Люди", "Khoroshie Lyudi", true},      {"Хорошие Люди", "Horoshie Ljudi", true},
      {"Хорошие Люди", "Xoroshije Liudi", true},      {"Ночные Бабочки", "Nochnye Babochki", true},
      {"Ночные Бабочки", "Notchnye Babotchki", true}, {"Красная Роза", "Krasnaja Roza", true},
      {"Красная Роза", "Krasnaïa Roza", true},        {"Красная Роза", "Krasnoy Rozy", true},
      {"Новая Жизнь", "Novaja Zhizn", true},          {"Новая Жизнь", "Novaya Jizn", true},
      {"Новая Жизнь", "novayazhizn", true},           {"Новая Жизнь", "a novel zone", false},
      {"Красная Роза", "Korean rose", false},         {"Хорошие Люди", "Hours loud", false},
      {"Мать и Дитя", "Mat i Ditya", true},           {"Женский Щит", "Jens skied shut", false},
  };
  for (const Example& example : kExamples) {
    SCOPED_TRACE(std::string(example.name) + " in " + example.text);
    EXPECT_EQ(!Leaves(example.name, "zz", example.text), example.found);
  }
}

TEST(NameFinder, FindsFormsThatNoStemmerKnows) {
  const Example kExamples[] = {
      {"Étoile de l’Océan", "the E.D.L.O. people", true},
      {"Étoile de l’Océan", "the É.D.L.O. people", true},
      {"Umbrella Sisters", "Umbrella’s Sisters", true},
      {"Travail Digne", "Travaux Dignes", true},
      {"La Luz", "Las Luces", true},
      {"Дочери Луны", "Дочь Луны", true},
      {"Children First", "Child First", true},
      {"Children First", "first children came", false},
      {"Umbrella Sisters", "🅤mbrella Sisters", true},
      {"Umbrella Sisters", "🆄🅼🅱🆁🅴🅻🅻🅰 sisters", true},
      {"Rosa Púrpura", "Púrpura, Rosa", true},
      {"Łódka Fundacja", "Fundacja Łódka", true},
      {"Łódka Fundacja", "<a href=\"https://fundacjalodka.pl/\">x</a>", true},
  };
  for (const Example& example : kExamples) {
    SCOPED_TRACE(std::string(example.name) + " in " + example.text);
    EXPECT_EQ(!Leaves(example.name, "zz", example.text), example.found);
  }
}

}  // namespace
}  // namespace commonground::app
