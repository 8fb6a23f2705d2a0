// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Makes a PDF of lines of text, without packing, so that a test can be read.
#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

namespace commonground::ingest {

struct PdfLine {
  double x = 0;
  double y = 0;  // from below
  double size = 11;
  std::string text;  // ASCII without brackets
  bool bold = false;
};

struct PdfPage {
  std::vector<PdfLine> lines;
  double width = 595;
  double height = 842;
};

// `letters`: what a reader is told that the codes 20 to 7E are, beginning with this character; 0: what they are.
inline std::string MakePdf(const std::vector<PdfPage>& pages, unsigned letters = 0) {
  std::vector<std::string> objects(5);
  objects[0] = "<< /Type /Catalog /Pages 2 0 R >>";
  const auto stream = [](const std::string& bytes) {
    return fmt::format("<< /Length {} >>\nstream\n{}\nendstream", bytes.size(), bytes);
  };
  const auto font = [&](const char* name) {
    return fmt::format("<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding{} >>", name,
                       letters == 0 ? "" : " /ToUnicode 5 0 R");
  };
  objects[2] = font("Helvetica");
  objects[3] = font("Helvetica-Bold");
  objects[4] = stream(
      fmt::format("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
                  "1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <20> <7E> <{:04X}> endbfrange\n"
                  "endcmap end end",
                  letters));
  std::string kids;
  for (const PdfPage& page : pages) {
    std::string content;
    for (const PdfLine& line : page.lines) {
      content +=
          fmt::format("BT /F{} {} Tf {} {} Td ({}) Tj ET\n", line.bold ? 2 : 1, line.size, line.x, line.y, line.text);
    }
    kids += fmt::format("{} 0 R ", objects.size() + 1);
    objects.push_back(fmt::format(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {} {}] /Contents {} 0 R /Resources << /Font << /F1 3 0 R "
        "/F2 4 0 R >> >> >>",
        page.width, page.height, objects.size() + 2));
    objects.push_back(stream(content));
  }
  objects[1] = fmt::format("<< /Type /Pages /Kids [{}] /Count {} >>", kids, pages.size());
  std::string pdf = "%PDF-1.4\n";
  std::string places;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    places += fmt::format("{:010} 00000 n \n", pdf.size());
    pdf += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const std::size_t table = pdf.size();
  pdf += fmt::format("xref\n0 {}\n0000000000 65535 f \n{}trailer << /Size {} /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n",
                     objects.size() + 1, places, objects.size() + 1, table);
  return pdf;
}

}  // namespace commonground::ingest
