// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A printed PDF, put right: the same bytes, whatever Chromium called its elements.
#define POINTERHOLDER_TRANSITION 4  // libqpdf: its pointers are std::shared_ptr
#include "publish/print/put_pdf_right.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace commonground::publish {
namespace {

// A table of two headers and two cells, as Chromium writes it; its names begin at `first`.
std::string Printed(int first) {
  const auto name = [&](int at) { return fmt::format("(node{:08})", first + at); };
  return fmt::format(
      "%PDF-1.4\n"
      "1 0 obj << /Type /Catalog /Pages 2 0 R /StructTreeRoot 4 0 R >> endobj\n"
      "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n"
      "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 14 0 R >> endobj\n"
      "4 0 obj << /Type /StructTreeRoot /K 5 0 R /IDTree 12 0 R >> endobj\n"
      "5 0 obj << /S /Table /P 4 0 R /K [6 0 R 9 0 R] >> endobj\n"
      "6 0 obj << /S /TR /P 5 0 R /K [7 0 R 8 0 R] >> endobj\n"
      "7 0 obj << /S /TH /P 6 0 R /ID {0} >> endobj\n"
      "8 0 obj << /S /TH /P 6 0 R /ID {1} >> endobj\n"
      "9 0 obj << /S /TR /P 5 0 R /K [10 0 R 11 0 R] >> endobj\n"
      "10 0 obj << /S /TD /P 9 0 R /A [<< /O /Table /Headers [{0}] >>] >> endobj\n"
      "11 0 obj << /S /TD /P 9 0 R /A << /O /Table /Headers [{1} (node99999999)] >> >> endobj\n"
      "12 0 obj << /Kids [13 0 R] >> endobj\n"
      "13 0 obj << /Limits [{0} {1}] /Names [{0} 7 0 R {1} 8 0 R] >> endobj\n"
      "14 0 obj << /Length 1 >> stream\nq\nendstream endobj\n"
      "trailer << /Root 1 0 R /Size 15 /ID [<{2:016x}> <{2:016x}>] >>\n%%EOF\n",
      name(0), name(11), first);
}

core::Result<std::string> Right(int first) {
  return PutPdfRight(Printed(first), {"A report", "en", core::Date::Parse("2026-05-01").value(), {}});
}

TEST(PutPdfRight, NumbersElementsAsTheyStandWhateverChromiumCalledThem) {
  const auto one = Right(13263);
  ASSERT_TRUE(one) << one.error().message;
  for (const int other : {13262, 1, 9999990, 88888888}) {
    const auto again = Right(other);
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, *one) << other;
  }
  EXPECT_EQ(one->find("node"), std::string::npos);
  QPDF pdf;
  pdf.processMemoryFile("report", one->data(), one->size());
  QPDFObjectHandle root = pdf.getRoot().getKey("/StructTreeRoot");
  QPDFObjectHandle rows = root.getKey("/K").getKey("/K");
  QPDFObjectHandle names = root.getKey("/IDTree").getKey("/Names");
  ASSERT_EQ(names.getArrayNItems(), 4);
  for (int column = 0; column < 2; ++column) {
    QPDFObjectHandle head = rows.getArrayItem(0).getKey("/K").getArrayItem(column);
    QPDFObjectHandle cell = rows.getArrayItem(1).getKey("/K").getArrayItem(column);
    QPDFObjectHandle attributes = cell.getKey("/A");
    if (attributes.isArray()) attributes = attributes.getArrayItem(0);
    QPDFObjectHandle headers = attributes.getKey("/Headers");
    ASSERT_EQ(headers.getArrayNItems(), 1);  // one that names nothing is gone
    EXPECT_EQ(headers.getArrayItem(0).getStringValue(), head.getKey("/ID").getStringValue());
    EXPECT_EQ(names.getArrayItem(2 * column).getStringValue(), head.getKey("/ID").getStringValue());
    EXPECT_EQ(names.getArrayItem(2 * column + 1).getObjGen(), head.getObjGen());
  }
}

}  // namespace
}  // namespace commonground::publish
