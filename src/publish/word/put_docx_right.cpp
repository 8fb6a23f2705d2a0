// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Pandoc writes its XML without line breaks and always the same way, so places in it are found as text; what is put in
// is escaped here.
#include "publish/word/put_docx_right.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "core/content_hash.h"
#include "core/embedded_file.h"
#include "core/guid.h"
#include "publish/container/container.h"
#include "publish/html/language.h"

namespace commonground {

std::span<const core::EmbeddedFile> WordFiles();  // made by cg_embed

namespace publish {

namespace {

std::string Escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\n':
        out += ' ';
        break;
      default:
        out += c;
    }
  }
  return out;
}

// Calls `with` for what stands between each `from` and the next `to`, and puts what it gives in the place of all three.
template <typename With>
std::string Replaced(std::string_view text, std::string_view from, std::string_view to, const With& with) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  while (true) {
    const std::size_t at = text.find(from);
    const std::size_t end = at == std::string_view::npos ? at : text.find(to, at + from.size());
    if (end == std::string_view::npos) break;
    out += text.substr(0, at);
    out += with(text.substr(at + from.size(), end - at - from.size()));
    text.remove_prefix(end + to.size());
  }
  out += text;
  return out;
}

// "fr" for Latin and other scripts, "zh" as eastAsia, "ar" as bidi with the run turned round.
std::string LanguageOf(std::string_view language) {
  const std::string name = Escaped(language);
  if (language.starts_with("zh") || language.starts_with("ja") || language.starts_with("ko")) {
    return "<w:lang w:val=\"" + name + "\" w:eastAsia=\"" + name + "\" />";
  }
  if (DirectionOf(std::string(language)) == "rtl") return "<w:rtl /><w:lang w:bidi=\"" + name + "\" />";
  return "<w:lang w:val=\"" + name + "\" />";
}

constexpr std::array<const char*, 6> kShades{"", "F1F4F7", "DDE4EA", "C7D3DD", "B1C1CE", "9BAFC0"};  // ink keeps 7:1

constexpr std::size_t kManyColumns = 8;

// Heads of many narrow columns run upwards, so that no word is broken; the first stands as it is.
std::string Upright(const std::string& head) {
  constexpr std::string_view kCell = "<w:tcPr />";
  std::size_t cells = 0;
  for (std::size_t at = head.find(kCell); at != std::string::npos; at = head.find(kCell, at + 1)) ++cells;
  if (cells < kManyColumns) return head;
  std::size_t column = 0;
  std::string text = Replaced(head, "<w:tcPr", "/>", [&](std::string_view) {
    return std::string(column++ == 0 ? "<w:tcPr><w:vAlign w:val=\"bottom\" /></w:tcPr>"
                                     : "<w:tcPr><w:textDirection w:val=\"btLr\" /></w:tcPr>");
  });
  text.insert(text.find("<w:cantSplit />") + std::string_view("<w:cantSplit />").size(),
              "<w:trHeight w:val=\"2900\" w:hRule=\"atLeast\" />");
  return text;
}

std::string WithShades(std::string_view table, const std::vector<std::vector<int>>& shades) {
  std::size_t row = 0;
  return Replaced(table, "<w:tr>", "</w:tr>", [&](std::string_view inside) {
    std::string cells(inside);
    const bool head = inside.starts_with("<w:trPr>");
    if (head) {
      cells.insert(std::string_view("<w:trPr>").size(), "<w:cantSplit />");
      cells = Upright(cells);
    } else {
      if (row < shades.size()) {
        std::size_t column = 0;
        cells = Replaced(cells, "<w:tcPr", "/>", [&](std::string_view) -> std::string {
          const int shade = column < shades[row].size() ? shades[row][column] : 0;
          ++column;
          if (shade <= 0 || shade > 5) return "<w:tcPr />";
          return std::string("<w:tcPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"") +
                 kShades[static_cast<std::size_t>(shade)] + "\" /></w:tcPr>";
        });
      }
      ++row;
      cells.insert(0, "<w:trPr><w:cantSplit /></w:trPr>");
    }
    return "<w:tr>" + cells + "</w:tr>";
  });
}

core::Result<std::string> DocumentPutRight(std::string_view xml, const PandocDocument& document) {
  std::string text = Replaced(xml, "<w:rStyle w:val=\"Language", "\" />", LanguageOf);
  std::size_t number = 0;
  text = Replaced(text, "<w:tbl>", "</w:tbl>", [&](std::string_view inside) {
    const std::size_t own = number++;
    if (own >= document.tables.size()) return std::string();
    const PandocDocument::Table& table = document.tables[own];
    std::string whole = Replaced(inside, "<w:tblLook", "</w:tblPr>", [&](std::string_view) {
      return "<w:tblLook w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"1\" w:lastColumn=\"0\" w:noHBand=\"0\" "
             "w:noVBand=\"1\" w:val=\"04A0\" /><w:tblCaption w:val=\"" +
             Escaped(table.title) + "\" /><w:tblDescription w:val=\"" + Escaped(table.description) + "\" /></w:tblPr>";
    });
    return "<w:tbl>" + WithShades(whole, table.shades) + "</w:tbl>";
  });
  if (number != document.tables.size()) {
    return core::Fail(core::ErrorCode::kIo,
                      "pandoc wrote another number of tables than it was given. Fix: install pandoc 2.17 of Debian 12");
  }
  return text;
}

std::string_view File(std::string_view name) {
  for (const core::EmbeddedFile& file : WordFiles()) {
    if (file.name.ends_with(name)) return file.bytes;
  }
  return {};
}

std::string StylesIn(const std::string& language) {
  const bool chinese = language == "zh";
  return Replaced(File("styles.xml"), "{{", "}}", [&](std::string_view what) -> std::string {
    return what == "LANGUAGE" ? Escaped(language) : chinese ? "zh-CN" : "en-US";
  });
}

// Pandoc takes the day from the environment; ours is that of the edition.
std::string Dated(std::string_view xml, const std::string& day) {
  return Replaced(xml, "1980-01-01T00:00:00", "Z", [&](std::string_view) { return day + "T00:00:00Z"; });
}

// Every header says of what it is one.
std::string WithScopes(std::string_view xhtml) {
  std::string text = Replaced(xhtml, "<thead>", "</thead>", [](std::string_view head) {
    return "<thead>" +
           Replaced(head, "<th", ">",
                    [](std::string_view rest) { return "<th scope=\"col\"" + std::string(rest) + ">"; }) +
           "</thead>";
  });
  return Replaced(text, "<tbody>", "</tbody>", [](std::string_view body) {
    return "<tbody>" +
           Replaced(body, "<th", ">",
                    [](std::string_view rest) { return "<th scope=\"row\"" + std::string(rest) + ">"; }) +
           "</tbody>";
  });
}

}  // namespace

core::Result<std::string> PutDocxRight(const std::string& docx, const PandocDocument& document,
                                       const std::string& language, const std::string& day) {
  CG_ASSIGN_OR_RETURN(std::vector<ContainedFile> files, ReadContainer(docx));
  bool found = false;
  for (ContainedFile& file : files) {
    if (file.name == "word/document.xml") {
      found = true;
      CG_ASSIGN_OR_RETURN(file.bytes, DocumentPutRight(file.bytes, document));
    } else if (file.name == "word/styles.xml") {
      file.bytes = StylesIn(language);
    } else if (file.name == "word/settings.xml") {
      file.bytes = Replaced(file.bytes, "<w:themeFontLang w:val=\"", "\" />", [&](std::string_view) {
        return "<w:themeFontLang w:val=\"" + Escaped(language) + "\" />";
      });
    } else if (file.name == "docProps/core.xml") {
      file.bytes = Dated(file.bytes, day);
    } else if (file.name == "docProps/app.xml") {
      file.bytes =
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Properties "
          "xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\" />";
    }
  }
  if (!found)
    return core::Fail(core::ErrorCode::kIo, "pandoc wrote no document. Fix: install pandoc 2.17 of Debian 12");
  return WriteContainer(files);
}

core::Result<std::string> PutEpubRight(const std::string& epub, const std::string& title, const std::string& language,
                                       const std::string& day) {
  CG_ASSIGN_OR_RETURN(std::vector<ContainedFile> files, ReadContainer(epub));
  std::string all;
  for (const ContainedFile& file : files) {
    if (!file.name.ends_with("content.opf") && !file.name.ends_with("toc.ncx")) all += core::ContentHash(file.bytes);
  }
  const std::string id = "urn:uuid:" + core::GuidOf(title + language + core::ContentHash(all));
  std::erase_if(files, [](const ContainedFile& file) { return file.name.ends_with("display-options.xml"); });
  for (ContainedFile& file : files) {
    file.stored = file.name == "mimetype";
    if (file.name.ends_with("content.opf")) {
      file.bytes = Replaced(file.bytes, "<dc:identifier id=\"epub-id-1\">", "</dc:identifier>", [&](std::string_view) {
        return "<dc:identifier id=\"epub-id-1\">" + id + "</dc:identifier>";
      });
      file.bytes = Dated(file.bytes, day);
    } else if (file.name.ends_with("toc.ncx")) {
      file.bytes = Replaced(file.bytes, "<meta name=\"dtb:uid\" content=\"", "\" />",
                            [&](std::string_view) { return "<meta name=\"dtb:uid\" content=\"" + id + "\" />"; });
    }
    if (file.name.ends_with(".xhtml")) {
      file.bytes = Replaced(file.bytes, "<meta name=\"generator\" content=\"", "\" />",
                            [](std::string_view) { return std::string(); });
      file.bytes = WithScopes(file.bytes);
    }
  }
  return WriteContainer(files);
}

}  // namespace publish
}  // namespace commonground
