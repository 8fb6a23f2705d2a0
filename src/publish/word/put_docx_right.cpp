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
constexpr std::size_t kManyOfMatrix = 7;  // its columns are alike, none gives room to the others

// Heads of many narrow columns run upwards, so that no word is broken; the first stands as it is.
std::string Upright(const std::string& head, bool matrix) {
  constexpr std::string_view kCell = "<w:tcPr />";
  std::size_t cells = 0;
  for (std::size_t at = head.find(kCell); at != std::string::npos; at = head.find(kCell, at + 1)) ++cells;
  if (cells < (matrix ? kManyOfMatrix : kManyColumns)) return head;
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
  const bool matrix = std::ranges::any_of(
      shades, [](const auto& one) { return std::ranges::any_of(one, [](int shade) { return shade > 0; }); });
  return Replaced(table, "<w:tr>", "</w:tr>", [&](std::string_view inside) {
    std::string cells(inside);
    const bool head = inside.starts_with("<w:trPr>");
    if (head) {
      cells.insert(std::string_view("<w:trPr>").size(), "<w:cantSplit />");
      cells = Upright(cells, matrix);
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

// A page number that the reader's program works out, when it opens the document; LibreOffice does not fill a field for
// the whole of the contents before somebody asks for it.
std::string PageOf(std::string_view place) {
  const std::string code = "<w:instrText xml:space=\"preserve\"> PAGEREF " + std::string(place) + " \\h </w:instrText>";
  return "<w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\" /></w:r><w:r>" + code +
         "</w:r><w:r><w:fldChar w:fldCharType=\"separate\" /></w:r><w:r><w:t></w:t></w:r><w:r><w:fldChar "
         "w:fldCharType=\"end\" /></w:r>";
}

// A line of the contents: its mark becomes a tab and a page number.
std::string ContentsLine(std::string_view inside) {
  std::string line = "<w:pStyle w:val=\"toc" + std::string(inside);
  line = Replaced(line, "<w:rPr><w:rStyle w:val=\"Hyperlink", "</w:rPr>", [](std::string_view) { return ""; });
  constexpr std::string_view kAnchor = "w:anchor=\"";
  const std::size_t anchor = line.find(kAnchor);
  const std::size_t mark = line.rfind(kPageNumberMark);
  if (anchor == std::string::npos || mark == std::string::npos) return line + "</w:p>";
  const std::size_t begin = anchor + kAnchor.size();
  const std::string place = line.substr(begin, line.find('"', begin) - begin);
  line.replace(mark, kPageNumberMark.size(), "</w:t></w:r><w:r><w:tab /></w:r>" + PageOf(place) + "<w:r><w:t>");
  return line + "</w:p>";
}

// A4 with its margins, a head and a number on each sheet but the first.
constexpr const char* kSheets =
    "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"sheetHead\" /><w:footerReference w:type=\"default\" "
    "r:id=\"sheetFoot\" /><w:pgSz w:w=\"11906\" w:h=\"16838\" /><w:pgMar w:top=\"1361\" w:right=\"1134\" "
    "w:bottom=\"1361\" w:left=\"1134\" w:header=\"680\" w:footer=\"680\" w:gutter=\"0\" /><w:titlePg /></w:sectPr>";

std::string PartOfSheets(const char* tag, const std::string& inside) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<w:" + std::string(tag) +
         " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p><w:pPr><w:pStyle w:val=\"" +
         (std::string(tag) == "hdr" ? "Header" : "Footer") + "\" /></w:pPr>" + inside + "</w:p></w:" + tag + ">";
}

// The head and foot of the sheets, and where the document finds them.
void AddSheets(const PandocDocument& document, std::vector<ContainedFile>& files) {
  for (ContainedFile& file : files) {
    if (file.name == "word/_rels/document.xml.rels") {
      file.bytes = Replaced(file.bytes, "</Relationships", ">", [](std::string_view) {
        constexpr std::string_view kType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        std::string added;
        for (const auto& [id, kind] : {std::pair("sheetHead", "header"), std::pair("sheetFoot", "footer")}) {
          added += "<Relationship Type=\"" + std::string(kType) + kind + "\" Id=\"" + id + "\" Target=\"" + kind +
                   ".xml\" />";
        }
        return added + "</Relationships>";
      });
    } else if (file.name == "[Content_Types].xml") {
      file.bytes = Replaced(file.bytes, "</Types", ">", [](std::string_view) {
        std::string added;
        for (const std::string kind : {"header", "footer"}) {
          added += "<Override PartName=\"/word/" + kind +
                   ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml." + kind +
                   "+xml\" />";
        }
        return added + "</Types>";
      });
    }
  }
  files.push_back({"word/header.xml",
                   PartOfSheets("hdr", "<w:r><w:t xml:space=\"preserve\">" + Escaped(document.head) + "</w:t></w:r>")});
  files.push_back({"word/footer.xml",
                   PartOfSheets("ftr", "<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple>")});
}

// Pandoc lets a place begin before its paragraph or table and end far behind it; LibreOffice loses one that begins
// right after a table.  Here each is a point within the paragraph that it begins with.
std::string PlacesWithinParagraphs(std::string_view xml) {
  constexpr std::string_view kBegin = "<w:bookmarkStart ";
  constexpr std::string_view kEnd = "<w:bookmarkEnd ";
  constexpr std::string_view kParagraph = "<w:p>";
  constexpr std::string_view kProperties = "<w:pPr>";
  constexpr std::string_view kPropertiesEnd = "</w:pPr>";
  std::string out;
  out.reserve(xml.size() + xml.size() / 8);
  std::string waiting;  // for the next paragraph
  for (std::size_t at = 0; at < xml.size();) {
    const std::size_t next = xml.find("<w:", at);
    if (next == std::string_view::npos) {
      out += xml.substr(at);
      break;
    }
    out += xml.substr(at, next - at);
    const std::string_view rest = xml.substr(next);
    const std::size_t close = rest.find('>');
    if (close == std::string_view::npos) {
      out += rest;
      break;
    }
    std::string_view tag = rest.substr(0, close + 1);
    at = next + tag.size();
    if (tag.starts_with(kEnd)) continue;
    if (tag.starts_with(kBegin)) {
      const std::size_t name = tag.find(" w:name=");
      const std::string point =
          std::string(tag) + std::string(kEnd) + std::string(tag.substr(kBegin.size(), name - kBegin.size())) + " />";
      std::string_view after = xml.substr(at);
      while (after.starts_with(kBegin) || after.starts_with(kEnd)) after.remove_prefix(after.find('>') + 1);
      (after.starts_with(kParagraph) || after.starts_with("<w:tbl>") ? waiting : out) += point;
      continue;
    }
    out += tag;
    if (tag != kParagraph || waiting.empty()) continue;
    if (xml.substr(at).starts_with(kProperties)) {
      const std::size_t end = xml.find(kPropertiesEnd, at);
      if (end == std::string_view::npos) continue;
      out += xml.substr(at, end + kPropertiesEnd.size() - at);
      at = end + kPropertiesEnd.size();
    }
    out += waiting;
    waiting.clear();
  }
  return out;
}

core::Result<std::string> DocumentPutRight(std::string_view xml, const PandocDocument& document) {
  std::string text = PlacesWithinParagraphs(xml);
  text = Replaced(text, "<w:rStyle w:val=\"Language", "\" />", LanguageOf);
  text = Replaced(text, "<w:pStyle w:val=\"toc", "</w:p>", ContentsLine);
  text = Replaced(text, "<w:sectPr", "/>", [](std::string_view) { return kSheets; });
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

// The first heading of a page, as it is escaped there, without its tags; empty: it has none.
std::string HeadingOf(std::string_view xhtml) {
  for (std::size_t at = xhtml.find("<h"); at != std::string_view::npos; at = xhtml.find("<h", at + 1)) {
    if (at + 2 >= xhtml.size() || xhtml[at + 2] < '1' || xhtml[at + 2] > '6') continue;
    const std::size_t begin = xhtml.find('>', at);
    const std::size_t end = xhtml.find("</h", at);
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
    return Replaced(xhtml.substr(begin + 1, end - begin - 1), "<", ">", [](std::string_view) { return ""; });
  }
  return {};
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
      file.bytes = Replaced(Dated(file.bytes, day), "<dc:creator>", "</dc:creator>", [&](std::string_view) {
        return document.author.empty() ? "" : "<dc:creator>" + Escaped(document.author) + "</dc:creator>";
      });
    } else if (file.name == "docProps/app.xml") {
      file.bytes =
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Properties "
          "xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\" />";
    }
  }
  if (!found)
    return core::Fail(core::ErrorCode::kIo, "pandoc wrote no document. Fix: install pandoc 2.17 of Debian 12");
  AddSheets(document, files);
  return WriteContainer(files);
}

std::string_view EbookStyle() {
  return File("ebook.css");
}

core::Result<std::string> PutEpubRight(const std::string& epub, const PandocDocument& document,
                                       const std::string& title, const std::string& language, const std::string& day) {
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
      if (!document.author.empty()) {
        file.bytes = Replaced(file.bytes, "<dc:language>", "</dc:language>", [&](std::string_view inside) {
          return "<dc:creator>" + Escaped(document.author) + "</dc:creator>\n    <dc:language>" + std::string(inside) +
                 "</dc:language>";
        });
      }
    } else if (file.name.ends_with("toc.ncx")) {
      file.bytes = Replaced(file.bytes, "<meta name=\"dtb:uid\" content=\"", "\" />",
                            [&](std::string_view) { return "<meta name=\"dtb:uid\" content=\"" + id + "\" />"; });
    }
    if (file.name.ends_with(".xhtml")) {
      file.bytes = Replaced(file.bytes, "<meta name=\"generator\" content=\"", "\" />",
                            [](std::string_view) { return std::string(); });
      file.bytes = WithScopes(file.bytes);
      // Pandoc calls a page by the name of its file; readers of screens say that when they open it.
      const std::string name = file.name.substr(file.name.rfind('/') + 1);
      file.bytes = Replaced(file.bytes, "<title>" + name, "</title>", [&](std::string_view) {
        const std::string heading = HeadingOf(file.bytes);
        return "<title>" + (heading.empty() ? Escaped(title) : heading) + "</title>";
      });
    }
  }
  return WriteContainer(files);
}

}  // namespace publish
}  // namespace commonground
