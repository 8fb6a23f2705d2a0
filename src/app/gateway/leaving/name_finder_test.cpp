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

// A word for a kind of organisation may be shortened, translated, moved or left out: the others tell the name.
TEST(NameFinder, FindsANameWithoutTheWordForItsKind) {
  const char* const kSpellings[] = {
      "Moth and Ember Coll.",
      "Moth and Ember Ass.",
      "Moth & Ember Assoc.",
      "Moth and Ember Fdn",
      "Moth and Ember Org.",
      "Moth and Ember Intl",
      "Moth and Ember Netw.",
      "Moth and Ember Coop.",
      "Collectif Moth and Ember",
      "Colectivo Moth and Ember",
      "the Moth and Ember",
      "Moth & Ember",
      "Moth &amp; Ember",
      "Moth + Ember",
      "Moth et Ember",
      "Moth y Ember",
      "Moth и Ember",
      "Moth n' Ember",
      "Moth 'n' Ember",
      "Moth/Ember",
      "Moth, Ember",
      "Moth und Ember",
      "Moth plus Ember",
      "Moth with Ember",
      "Moth—Ember",
      "Moth·Ember",
      "Collective Moth and Ember",
      "Ember and Moth",
      "Ember & Moth Collective",
      "Moth and Ember's office",
      "Moth and Ember’s",
      "Moths and Embers",
      "moths and ember",
      "MothAndEmber",
      "mothandember",
      "#MothAndEmber",
      "#mothandember",
      "@moth_and_ember",
      "moth_ember",
      "moth-ember",
      "mothandember.org",
      "https://moth-and-ember.example/",
      "info@mothandember.example",
      "mothember@x.example",
      "MOTH AND EMBER",
      "moth and ember",
      "Moth\nand\nEmber",
      "Moth and\u00a0Ember",
      "\\u004doth and Ember",
      "Moth%20and%20Ember",
      "<text><tspan>Moth</tspan><tspan> and </tspan><tspan>Ember</tspan></text>",
      "<td>Moth</td><td>and</td><td>Ember</td>",
      "<img alt=\"Moth and Ember\">",
      "Moth;Ember;x",
      "\"Moth\",\"Ember\"",
      "M\xC3\xB3th and Ember",
      "Mоth and Еmber",
      "Moth &#38; Ember",
      "Мот энд Эмбер is not written so; Moth And Ember is",
      "the Moth and Ember people",
      "Moth & Ember Kollektiv",
      "MothEmberColl",
      "moth.and.ember",
      "Moth And Ember Ltd",
  };
  for (const char* spelling : kSpellings) {
    SCOPED_TRACE(spelling);
    EXPECT_FALSE(Leaves("Moth and Ember Collective", "zz", spelling));
    EXPECT_FALSE(Leaves("Moth and Ember Women's Collective", "zz", spelling));
    EXPECT_FALSE(Leaves("Colectiva Moth and Ember", "zz", spelling));
  }
  const Example kExamples[] = {
      {"Moth and Ember Collective", "a moth came, and an ember", false},
      {"Moth and Ember Collective", "our collective of moths", false},
      {"Moth and Ember Collective", "the collective", false},
      // a single word, not an everyday one
      {"Zephyra Sex Workers' Association", "with Zephyra", true},
      {"Zephyra Sex Workers' Association", "Zephyra Assoc.", true},
      {"Zephyra Sex Workers' Association", "see zephyra.example", true},
      {"Zephyra Sex Workers' Association", "@zephyra", true},
      {"Zephyra Sex Workers' Association", "<a href=\"https://x.example/zephyra\">x</a>", true},
      {"Zephyra Sex Workers' Association", "sex workers' association", false},
      {"Zephyra Sex Workers' Association", "Association of Sex Workers", false},
      {"Association Zéphyra du Sénégal", "avec Zephyra", true},
      {"Association Zéphyra du Sénégal", "au Sénégal", false},
      {"Fundación Zafira", "la Zafira", true},
      {"Фонд «Зарянка»", "вместе с Зарянкой", true},
      {"Фонд «Зарянка»", "with Zaryanka", true},
      {"Фонд «Зарянка»", "в фонде", false},
      {"红灯笼协会", "红灯笼的工作", true},
      {"红灯笼协会", "hongdenglong", true},
      {"希望协会", "我们希望", false},
      {"性工作者协会", "性工作者的权利", false},
      {"女性健康网络", "女性健康", false},
      {"紫藤网络", "Zi Teng Network", true},
      {"紫藤网络", "with Ziteng", true},
      {"紫藤网络", "“紫藤”", true},
      {"紫藤网络", "紫藤组织", true},
      {"紫藤网络", "紫藤花开", false},
      {"جمعية نور الفجر", "نور الفجر", true},
      {"جمعية نور الفجر", "Nour al-Fajr", true},
      {"جمعية نور الفجر", "Noor Alfadjr Association", true},
      {"جمعية نور الفجر", "Jam'iyat Nur al-Fajr", true},
      {"جمعية نور الفجر", "near a fair jar", false},
      {"شبكة نجوم الصباح", "Noujoum es-Sabah", true},
      {"Verein Nachtfalter e.V.", "Nachtfalter", true},
      {"Moth and Ember Collective", "M&E Collective", true},
      {"Moth and Ember Collective", "M. & E. Coll.", true},
      {"Moth and Ember Collective", "M&E systems", false},
      {"Moth and Ember Collective", "wwwmothandemberorg", true},
      // an everyday word is meant as a name where it is written like one
      {"Hope Collective", "we hope for more", false},
      {"Hope Collective", "Hope is what remains.", false},
      {"Hope Collective", "It is over! Hope is what remains.", false},
      {"Hope Collective", "as she said: “Hope is what remains”", false},
      {"Hope Collective", "<h2>Hope</h2>", false},
      {"Hope Collective", "our collective hope", false},
      {"Hope Collective", "we hope that associations come", false},
      {"Hope Collective", "the people of Hope met", true},
      {"Hope Collective", "Hope Coll. met", true},
      {"Hope Collective", "Hope Assoc.", true},
      {"Hope Collective", "Collectif Hope", true},
      {"Hope Collective", "Collectif de la Hope", true},
      {"Hope Collective", "HopeColl", true},
      {"Hope Collective", "see hopecoll.example", true},
      {"Hope Collective", "<a href=\"https://hope-collective.example\">x</a>", true},
      {"Hope and Light Network", "with hope and light", false},
      {"Hope and Light Network", "Hope and Light", true},
      {"Hope and Light Network", "Hope & Light", true},
      {"Hope and Light Network", "#hopelight", true},
      {"Hope and Light Network", "@hope_light", true},
      // none of its words tells it from others
      {"Sex Workers Collective", "sex workers met", false},
      {"Sex Workers Collective", "a collective of sex workers", false},
      {"Sex Workers Collective", "Sex Workers met", false},
      {"Sex Workers Collective", "organisations of Sex Workers", false},
      {"Sex Workers Collective", "Sex Worker Organisations", false},
      {"Sex Workers Collective", "Sex Workers Coll.", true},
      {"Sex Workers Collective", "the Colectivo Sex Workers", true},
      {"Women's Health Association", "women's health", false},
      {"Women's Health Association", "Women's Health", false},
      {"Women's Health Association", "Women’s Health Assoc.", true},
      {"National Network of Sex Workers", "the national network", false},
      {"Uganda Women's Network", "women in Uganda", false},
  };
  for (const Example& example : kExamples) {
    SCOPED_TRACE(std::string(example.name) + " in " + example.text);
    EXPECT_EQ(!Leaves(example.name, "zz", example.text), example.found);
  }
}

// "Monsoon" is a name until the report itself uses the word as any other.
TEST(NameFinder, LeavesAWordThatTheReportUsesAsAnyOther) {
  EXPECT_FALSE(Leaves("Monsoon Network", "zz", "Monsoon met."));
  EXPECT_TRUE(Leaves("Monsoon Network", "zz", "Monsoon rains came, and the monsoon stayed."));
  EXPECT_FALSE(Leaves("Monsoon Network", "zz", "The monsoon stayed, and the women of Monsoon met."));
}

TEST(NameFinder, LetsAPartPassThatANamedOrganisationIsCalled) {
  model::Study study;
  model::Organisation hidden;
  hidden.id = model::OrganisationId("aa");
  hidden.name = "Zephyra Collective";
  model::Organisation named = hidden;
  named.id = model::OrganisationId("bb");
  named.name = "Zephyra Network of the North";
  study.organisations = {hidden, named};
  study.chapters = {{model::ChapterId("summary"), "The Zephyra Network of the North met."}};
  model::Study published;
  published.chapters = study.chapters;
  Appearance appears;
  appears.named = true;
  const auto leaves = [&](const std::string& page) {
    study.chapters[0].text = page;
    published.chapters[0].text = page;
    LeavingCheck check(study, published, {{named.id, appears}});
    check.Take("page.html", page);
    return check.Problems().empty();
  };
  EXPECT_TRUE(leaves("The Zephyra Network of the North met."));
  EXPECT_FALSE(leaves("The Zephyra Network of the North met Zephyra."));
}

}  // namespace
}  // namespace commonground::app
