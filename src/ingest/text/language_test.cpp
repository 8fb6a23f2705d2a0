// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Languages of short and long texts.

#include "ingest/text/language.h"

#include <gmock/gmock.h>

namespace commonground::ingest {
namespace {

struct Sample {
  std::string code;
  std::string text;
};

// Written for this test.
const std::vector<Sample> kSamples{
    {"en",
     "The collective opened a drop-in centre in a quiet street. Outreach workers bring condoms and news of the law, "
     "and "
     "they write down what the police have done."},
    {"fr",
     "Le collectif a ouvert un lieu d'accueil dans une rue calme. Les intervenantes apportent des préservatifs et "
     "notent ce que la police a fait."},
    {"es",
     "La organización abrió un centro de acogida en una calle tranquila. Las compañeras llevan condones y anotan lo "
     "que hizo la policía."},
    {"ru",
     "Организация открыла центр дневного пребывания на тихой улице. Аутрич-работники приносят презервативы и "
     "записывают, что сделала полиция."},
    {"zh", "我们的小组在一条安静的街上开了一个活动中心。外展工作者送去安全套，也记录警察的做法。"},
    {"th", "กลุ่มของเราเปิดศูนย์พักพิงในซอยเงียบ ๆ เจ้าหน้าที่ภาคสนามนำถุงยางอนามัยไปให้และจดบันทึกสิ่งที่ตำรวจทำ"},
    {"my", "ကျွန်ုပ်တို့အဖွဲ့သည် တိတ်ဆိတ်သောလမ်းတစ်ခုတွင် ဗဟိုဌာနတစ်ခု ဖွင့်လှစ်ခဲ့သည်။ ရဲများ၏ လုပ်ရပ်ကိုလည်း မှတ်တမ်းတင်သည်။"},
};

TEST(DetectLanguage, KnowsTheFiveLanguagesAndThaiAndBurmese) {
  for (const Sample& sample : kSamples) {
    const TextLanguage found = DetectLanguage(sample.text);
    EXPECT_EQ(found.code, sample.code);
    EXPECT_TRUE(found.reliable) << sample.code;
    EXPECT_GE(found.percent, 90) << sample.code;
  }
}

TEST(DetectLanguage, TellsTraditionalChineseFromSimplified) {
  EXPECT_EQ(DetectLanguage("我們的小組在一條安靜的街上開了一個活動中心。外展工作者送去安全套，也記錄警察的做法。").code,
            "zh-Hant");
}

TEST(DetectLanguage, IsUnknownWhenThereIsTooLittle) {
  for (const std::string text : {"", "Centre", "12 / 2019", "😀😀😀 ---- \n\n", "Annex A, page 3", "中心", "ศูนย์"}) {
    EXPECT_EQ(DetectLanguage(text), TextLanguage{}) << text;
  }
}

TEST(DetectLanguage, IsUnknownForFiguresHoweverMany) {
  std::string figures;
  for (int i = 0; i < 1000; ++i) figures += std::to_string(i * 7919) + ", ";
  EXPECT_EQ(DetectLanguage(figures), TextLanguage{});
}

TEST(DetectLanguage, IsNotSureOfATextInTwoLanguages) {
  const TextLanguage found = DetectLanguage(kSamples[0].text + "\n\n" + kSamples[3].text);
  EXPECT_FALSE(found.reliable);
  EXPECT_LT(found.percent, 70);
}

TEST(DetectLanguage, IsUnknownForBytesThatAreNoText) {
  EXPECT_EQ(DetectLanguage(kSamples[0].text + "\xFF\xFE" + kSamples[0].text), TextLanguage{});
  EXPECT_EQ(DetectLanguage(std::string(500, '\xC3')), TextLanguage{});
}

TEST(DetectLanguage, GivesTheSameAnswerAgain) {
  for (const Sample& sample : kSamples) EXPECT_EQ(DetectLanguage(sample.text), DetectLanguage(sample.text));
}

}  // namespace
}  // namespace commonground::ingest
