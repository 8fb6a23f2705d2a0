// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Two small PDFs, with and without the same marks.
#define POINTERHOLDER_TRANSITION 4  // libqpdf: its pointers are std::shared_ptr
#include "publish/print/replace_front.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

namespace commonground::publish {
namespace {

// Pages with these contents, each with a link to the second.
std::string Sheets(const std::vector<std::string>& contents, int width = 9) {
  std::string kids;
  std::string objects;
  for (std::size_t i = 0; i < contents.size(); ++i) {
    const std::size_t page = 3 + 2 * i;
    kids += fmt::format("{} 0 R ", page);
    objects += fmt::format(
        "{0} 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 {3} 9] /Contents {1} 0 R /StructParents {4} "
        "/Resources << /Font << /F{5} << >> >> >> /Annots [<< /Type /Annot /Dest /second >>] >> endobj\n"
        "{1} 0 obj << /Length {2} >> stream\n",
        page, page + 1, contents[i].size() + 1, width, i, contents.size());
    objects += contents[i] + "\nendstream endobj\n";
  }
  return fmt::format(
      "%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
      "2 0 obj << /Type /Pages /Kids [{}] /Count {} >> endobj\n{}trailer << /Root 1 0 R >>\n%%EOF\n",
      kids, contents.size(), objects);
}

std::string Marked(int number, const std::string& text) {
  return fmt::format("/Artifact BMC EMC /P << /MCID {} >> BDC BT ({}) Tj ET EMC", number, text);
}

TEST(ReplaceFront, TakesWhatIsShownAndKeepsTheTagsAndLinks) {
  const auto both =
      ReplaceFront(Sheets({Marked(0, "page 0"), Marked(0, "words"), "q Q"}), Sheets({Marked(0, "page 2")}));
  ASSERT_TRUE(both) << both.error().message;
  ASSERT_TRUE(*both);
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile("report", (*both)->data(), (*both)->size());
  auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
  ASSERT_EQ(pages.size(), 3U);
  const auto shown = [&](std::size_t page) {
    const auto data = pages[page].getObjectHandle().getKey("/Contents").getStreamData();
    return std::string(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
  };
  EXPECT_NE(shown(0).find("(page 2)"), std::string::npos);
  EXPECT_NE(shown(1).find("(words)"), std::string::npos);
  QPDFObjectHandle first = pages[0].getObjectHandle();
  EXPECT_TRUE(first.getKey("/Resources").getKey("/Font").hasKey("/F1")) << "those of the front";
  EXPECT_TRUE(pages[1].getObjectHandle().getKey("/Resources").getKey("/Font").hasKey("/F3"));
  EXPECT_EQ(first.getKey("/Annots").getArrayNItems(), 1);
  EXPECT_EQ(first.getKey("/StructParents").getIntValue(), 0);
}

TEST(ReplaceFront, IsNothingWhereTheTwoDoNotLieAlike) {
  const std::string whole = Sheets({Marked(0, "page 0"), "q Q"});
  const auto other = [&](const std::string& front) {
    const auto both = ReplaceFront(whole, front);
    return both.has_value() && !both->has_value();
  };
  EXPECT_TRUE(other(Sheets({Marked(1, "page 2")}))) << "another number";
  EXPECT_TRUE(other(Sheets({"/Artifact BMC EMC BT (page 2) Tj ET"}))) << "no mark";
  EXPECT_TRUE(other(Sheets({Marked(0, "page 2") + Marked(1, "more")}))) << "one more";
  EXPECT_TRUE(other(Sheets({"/H1 << /MCID 0 >> BDC (page 2) Tj EMC"}))) << "another tag";
  EXPECT_TRUE(other(Sheets({Marked(0, "page 2")}, 10))) << "another size";
  EXPECT_TRUE(other(Sheets({Marked(0, "page 2"), "q Q", "q Q"}))) << "more pages";
  EXPECT_FALSE(ReplaceFront(whole, "no PDF").has_value());
  EXPECT_FALSE(ReplaceFront("", whole).has_value());
}

}  // namespace
}  // namespace commonground::publish
