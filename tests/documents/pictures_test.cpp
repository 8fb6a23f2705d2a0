// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Photographs of a page, held in every way that EXIF knows, with a place and a camera in them (make_pictures.py): read
// the right way up, and kept without all that.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>

#include "core/files.h"
#include "ingest/documents/bare_picture.h"
#include "ingest/documents/convert.h"

namespace commonground::ingest {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using namespace std::string_literals;

class Pictures : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    std::string name = (fs::temp_directory_path() / "pictures-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder = name;
    const std::string script = std::string(CG_SOURCE_DIR) + "/tests/documents/make_pictures.py";
    ASSERT_EQ(std::system(fmt::format("python3 '{}' '{}' >/dev/null", script, name).c_str()), 0);
  }
  static void TearDownTestSuite() { fs::remove_all(folder); }

  static std::string Held(int orientation, std::string_view ending) {
    return core::ReadFile(folder / fmt::format("held-{}{}", orientation, ending), 25'000'000).value();
  }
  core::Result<BarePicture> MakeBare(std::string_view ending, std::string_view bytes) {
    return converter.MakeBare("a" + std::string(ending), bytes, silent);
  }
  core::Result<CanonicalDocument> Read(std::string_view ending, std::string_view bytes) {
    return converter.Convert("a" + std::string(ending), bytes, {"en"}, silent);
  }

  static inline fs::path folder;
  Converter converter{CG_PARSER_PROGRAM};
  core::NoProgress silent;
};

TEST_F(Pictures, AreReadAsTheCameraWasHeld) {
  // 5 is mirrored and turned: only who follows EXIF reads a word of it.
  for (const char* ending : {".jpg", ".png", ".tif"}) {
    const auto document = Read(ending, Held(5, ending));
    ASSERT_TRUE(document) << ending << ": " << document.error().message;
    EXPECT_THAT(document->text, HasSubstr("The members met in the kitchen")) << ending;
    EXPECT_THAT(document->removed, Contains("location")) << ending;
    EXPECT_THAT(document->removed, Contains("camera")) << ending;
  }
}

TEST_F(Pictures, AreMadeAnewUprightWithoutWhatTheCameraWrote) {
  const std::string place = "\x0c\0\0\0\1\0\0\0\x22\0\0\0\1\0\0\0"s;  // as make_pictures.py writes it
  for (const char* ending : {".jpg", ".png", ".tif"}) {
    std::string upright;
    for (int orientation = 1; orientation <= 8; ++orientation) {
      const std::string given = Held(orientation, ending);
      ASSERT_THAT(given, HasSubstr("SECRET"));
      ASSERT_THAT(given, HasSubstr(place));
      EXPECT_FALSE(IsBarePicture(given));
      const auto made = MakeBare(ending, given);
      ASSERT_TRUE(made) << ending << orientation << ": " << made.error().message;
      EXPECT_TRUE(IsBarePicture(made->bytes));
      for (const std::string& what : {"SECRET"s, place, "Exif"s, "eXIf"s, "http"s})
        EXPECT_THAT(made->bytes, Not(HasSubstr(what))) << ending << orientation;
      EXPECT_TRUE(made->notices.empty());
      // The same points, so the same bytes, however it was held.  JPEG loses some with each turn.
      if (upright.empty()) upright = made->bytes;
      EXPECT_TRUE(ending == ".jpg"s || made->bytes == upright) << ending << orientation;
    }
    EXPECT_THAT(Read(ending, upright).value().text, HasSubstr("The members met in the kitchen")) << ending;
  }
  EXPECT_THAT(Read(".jpg", MakeBare(".jpg", Held(7, ".jpg"))->bytes).value().text,
              HasSubstr("The members met in the kitchen"));
}

TEST_F(Pictures, OfSeveralPagesKeepThemAll) {
  const auto made = MakeBare(".tif", core::ReadFile(folder / "two-pages.tif", 25'000'000).value());
  ASSERT_TRUE(made) << made.error().message;
  EXPECT_THAT(made->bytes, Not(HasSubstr("SECRET")));
  EXPECT_EQ(Read(".tif", made->bytes).value().parts.back().page, 2);
}

TEST_F(Pictures, ThatAreDamagedAreNotMadeAnew) {
  for (const char* ending : {".jpg", ".png", ".tif"}) {
    const std::string given = Held(1, ending);
    const auto made = MakeBare(ending, given.substr(0, 100));
    ASSERT_FALSE(made) << ending;
    EXPECT_THAT(made.error().message, HasSubstr("Fix: "));
  }
}

TEST(IsBarePicture, RefusesWhateverIsNotThePicture) {
  const std::string head = "\x89PNG\r\n\x1a\n"s;
  const auto chunk = [](const std::string& name) { return "\0\0\0\0"s + name + "sums"; };
  EXPECT_TRUE(IsBarePicture(head + chunk("IHDR") + chunk("IDAT") + chunk("IEND")));
  EXPECT_FALSE(IsBarePicture(head + chunk("IHDR") + chunk("eXIf") + chunk("IDAT") + chunk("IEND")));
  EXPECT_FALSE(IsBarePicture(head + chunk("IHDR") + chunk("IDAT") + chunk("IEND") + "more"));
  EXPECT_FALSE(IsBarePicture(head + chunk("IHDR") + chunk("IDAT")));
  EXPECT_FALSE(IsBarePicture(head));
  EXPECT_TRUE(IsBarePicture("\xff\xd8\xff\xdb\0\2\xff\xda\0\2points\xff\0\xff\xd0more\xff\xd9"s));
  EXPECT_FALSE(IsBarePicture("\xff\xd8\xff\xe1\0\2\xff\xda\0\2points\xff\xd9"s));
  EXPECT_FALSE(IsBarePicture("\xff\xd8\xff\xda\0\2points\xff\xfe\0\2\xff\xd9"s));
  EXPECT_FALSE(IsBarePicture("\xff\xd8\xff\xda\0\2points\xff\xd9more"s));
  EXPECT_FALSE(IsBarePicture("\xff\xd8\xff\xda\0\2points"s));
  EXPECT_FALSE(IsBarePicture("II*\0\0\0\0"s));
  EXPECT_FALSE(IsBarePicture("II*\0\x08\0\0\0\1\0\x0e\1\2\0\1\0\0\0SEC\0\0\0\0\0"s));
  EXPECT_FALSE(IsBarePicture("just words"));
}

}  // namespace
}  // namespace commonground::ingest
