// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A style sheet arrives as it is; a text in one is numbers.
#include "publish/html/css.h"

#include <gtest/gtest.h>

#include <span>

#include "core/check.h"
#include "core/progress.h"
#include "publish/front/front_page.h"
#include "publish/html/html.h"
#include "publish/html/markup.h"
#include "publish/make_book.h"
#include "publish/publication_testutil.h"

namespace commonground {

std::span<const core::EmbeddedFile> HtmlFiles();  // made by cg_embed
std::span<const core::EmbeddedFile> FrontFiles();

namespace publish {
namespace {

std::string Bytes(std::string_view name) {
  for (const core::EmbeddedFile& file : HtmlFiles()) {
    if (file.name.ends_with(name)) return std::string(file.bytes);
  }
  return {};
}

TEST(Css, EverySheetArrivesByteForByte) {
  std::string style;
  ASSERT_TRUE(WriteStyle([&](std::string_view path, std::string_view bytes) -> core::Status {
    if (path == "style.css") style = bytes;
    return {};
  }));
  EXPECT_EQ(style, Bytes("fonts.css") + Bytes("style.css"));

  const model::Publication publication = InventedPublication();
  const Words t = Words::For("en").value();
  const Book book = MakeBook(publication, t);
  std::string alone;
  ASSERT_TRUE(book.pages([&](const Page& page) -> core::Status {
    if (alone.empty()) alone = RenderStandalone(page, book);
    return {};
  }));
  EXPECT_NE(alone.find("<style>\n" + Bytes("style.css") + "</style>"), std::string::npos);

  const std::string plain = PlainPage({"</style>", "en"}, [](Markup&) {});
  EXPECT_NE(plain.find("<style>" + std::string(FrontFiles().front().bytes) + "</style>"), std::string::npos);
}

// As CSS reads it: a backslash and six digits.
std::string ReadAsCss(const std::string& string) {
  std::string read;
  for (std::size_t at = 1; at + 7 <= string.size() - 1; at += 7) {
    EXPECT_EQ(string[at], '\\');
    const auto point = static_cast<char>(std::stoi(string.substr(at + 1, 6), nullptr, 16));
    read += point;
  }
  return read;
}

TEST(Css, NoTextEndsItsStringOrTheSheet) {
  std::string all;
  for (char c = 1; c < 127; ++c) all += c;
  for (const std::string& text : {all, std::string("</style><script>"), std::string("\"; } * { display: none"),
                                  std::string("\\"), std::string("\n"), std::string("<!--"), std::string()}) {
    const std::string css = Css().String(text).text();
    EXPECT_EQ(css.find_first_not_of("\\0123456789abcdef", 1), css.size() - 1) << css;
    EXPECT_EQ(ReadAsCss(css), text);
  }
  EXPECT_EQ(Css().String("é中\xF0\x9F\x8C\x82").text(), "\"\\0000e9\\004e2d\\01f302\"");
}

TEST(Css, NoSheetEndsItsElement) {
  EXPECT_THROW(Css().File({"bad.css", "a { content: '</style>' }"}), core::InternalError);
  Markup markup;
  EXPECT_THROW(markup.Leaf("style", {}, "a > b {}"), core::InternalError);
}

}  // namespace
}  // namespace publish
}  // namespace commonground
