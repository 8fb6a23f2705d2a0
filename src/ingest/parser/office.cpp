// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Formats: ECMA-376 (DOCX; transitional and strict), OASIS OpenDocument 1.3 (ODT), EPUB 3.3.
#include "ingest/parser/office.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "core/small_ascii.h"
#include "ingest/parser/xml_check.h"
#include "ingest/parser/xml_tree.h"
#include "ingest/parser/zip_file.h"

namespace commonground::ingest::parser {

namespace {

core::Status Refuse(std::string_view what, std::string_view fix) {
  return core::Fail(core::ErrorCode::kInvalidInput, std::string(what) + ". Fix: " + std::string(fix));
}

bool EndsWithAny(std::string_view name, std::initializer_list<std::string_view> ends) {
  return std::ranges::any_of(ends, [name](std::string_view end) { return name.ends_with(end); });
}

// Is there text between this element's tags?  Cheap, and enough for the few lines of docProps.
bool Filled(std::string_view content, std::string_view element) {
  const auto at = content.find("<" + std::string(element));
  if (at == std::string_view::npos) return false;
  const auto open = content.find('>', at);
  return open != std::string_view::npos && content[open - 1] != '/' && open + 1 < content.size() &&
         content[open + 1] != '<';
}

void FindProperties(std::string_view content, Reading& reading) {
  if (Filled(content, "dc:creator") || Filled(content, "cp:lastModifiedBy") ||
      Filled(content, "meta:initial-creator")) {
    reading.Remove("author");
  }
  if (Filled(content, "Company") || Filled(content, "Manager")) reading.Remove("company");
  if (Filled(content, "Template")) reading.Remove("template");
  if (content.find("<dcterms:created") != std::string_view::npos || Filled(content, "meta:creation-date")) {
    reading.Remove("times of writing");
  }
}

constexpr std::string_view kSaveAgain = "open it in a word processor, take them out, and save it as a new file";

std::string LastWord(std::string_view type) {
  return std::string(type.substr(type.rfind('/') == std::string_view::npos ? 0 : type.rfind('/') + 1));
}

// Parts of a DOCX that only lie beside its words.
void NameHarmless(const std::string& name, Reading& reading) {
  if (EndsWithAny(name,
                  {".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".svg", ".emf", ".wmf", ".emz", ".wmz"})) {
    reading.Remove("pictures");
  }
  if (name.starts_with("word/fonts/")) reading.Remove("fonts");
  if (name.starts_with("customXml/") && name.find("/_rels/") == std::string::npos) reading.Remove("custom XML");
  if (name.find("printerSettings") != std::string::npos) reading.Remove("printer settings");
  if (name == "word/people.xml") reading.Remove("names of people who edited it");
}

// What a part asks for from another place.  A link is only words to us; a template and an image are never asked for.
core::Status CheckOutside(const std::string& type, Reading& reading) {
  if (type == "hyperlink") return {};
  if (type == "attachedTemplate") {
    reading.Remove("a template in another place");
    return {};
  }
  if (type == "image") {
    reading.Remove("images in another place");
    return {};
  }
  return Refuse("the file asks for parts from another place (" + type.substr(0, 40) + ")", kSaveAgain);
}

// A file within the file is never opened: what stands in it is not known, so a person is told that it is there.
void NameEmbedded(std::string_view name, Reading& reading) {
  constexpr std::size_t kMaxNamed = 10;
  constexpr std::size_t kLongest = 60;
  reading.Remove("embedded files");
  const std::string file(name.substr(name.rfind('/') == std::string_view::npos ? 0 : name.rfind('/') + 1));
  if (reading.notices() >= kMaxNamed) return;
  reading.Notice(
      fmt::format("The embedded file {} is not read. Fix: if it belongs to the document, open it there and "
                  "save it as a file of its own",
                  file.size() <= kLongest ? file : "with a long name"));
}

}  // namespace

std::string NameBeside(std::string_view part, std::string_view target) {
  std::string plain;
  for (std::size_t i = 0; i < target.size() && target[i] != '#'; ++i) {
    const auto hex = [&](std::size_t at) {
      return at < target.size() && std::isxdigit(static_cast<unsigned char>(target[at])) != 0;
    };
    if (target[i] == '%' && hex(i + 1) && hex(i + 2)) {
      plain += static_cast<char>(std::stoi(std::string(target.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      plain += target[i];
    }
  }
  std::string path = plain.starts_with('/') ? plain : std::string(part.substr(0, part.rfind('/') + 1)) + plain;
  std::vector<std::string> names;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t slash = std::min(path.find('/', at), path.size());
    const std::string name = path.substr(at, slash - at);
    if (name == "..") {
      if (!names.empty()) names.pop_back();
    } else if (!name.empty() && name != ".") {
      names.push_back(name);
    }
    at = slash + 1;
  }
  return fmt::format("{}", fmt::join(names, "/"));
}

std::vector<Related> RelatedTo(const Parts& parts, std::string_view part) {
  std::vector<Related> related;
  const std::size_t slash = part.rfind('/');
  const std::string folder(slash == std::string_view::npos ? "" : part.substr(0, slash + 1));
  const std::string file(slash == std::string_view::npos ? part : part.substr(slash + 1));
  const auto at = parts.find(folder + "_rels/" + file + ".rels");
  if (at == parts.end()) return related;
  const XmlTree tree = ReadTree(at->second);
  EachChild(tree ? xmlDocGetRootElement(tree.get()) : nullptr, [&](const xmlNode* node) {
    if (NameOf(node) != "Relationship" || AttributeOf(node, "TargetMode") == "External") return;
    related.push_back(
        {AttributeOf(node, "Id"), LastWord(AttributeOf(node, "Type")), NameBeside(part, AttributeOf(node, "Target"))});
  });
  return related;
}

core::Result<Parts> OpenDocx(std::string_view bytes, Reading& reading) {
  Parts parts;
  std::set<std::string> embedded;
  std::set<std::string> charts;
  bool has_types = false;
  const auto visit = [&](const std::string& name, std::string_view content) -> core::Status {
    has_types = has_types || name == "[Content_Types].xml";
    if (EndsWithAny(name, {"vbaProject.bin", "vbaData.xml"})) return Refuse("the file holds macros", kSaveAgain);
    if (name.starts_with("word/activeX/")) return Refuse("the file holds controls (ActiveX)", kSaveAgain);
    const bool sheet = name.starts_with("word/embeddings/");
    if (sheet) {
      embedded.insert(name);
      return {};
    }
    const bool packed_picture = EndsWithAny(name, {".emz", ".wmz"});
    if (IsArchive(content) && !packed_picture) return Refuse("the container holds another archive", kSaveAgain);
    NameHarmless(name, reading);
    if (name.starts_with("docProps/")) FindProperties(content, reading);
    if (!EndsWithAny(name, {".xml", ".rels", ".vml"})) return {};
    core::Status outside;
    CG_RETURN_IF_ERROR(CheckXml(content, Doctype::kNone, [&](std::string_view element, const auto& attribute) {
      if (element == "ins" || element == "del" || element == "moveFrom") reading.Remove("earlier versions of the text");
      if (element == "Relationship" && attribute("TargetMode") == "External" && outside) {
        outside = CheckOutside(LastWord(attribute("Type")), reading);
      }
    }));
    CG_RETURN_IF_ERROR(outside);
    if (!name.starts_with("customXml/") && !name.starts_with("word/glossary/")) parts.emplace(name, content);
    return {};
  };
  CG_RETURN_IF_ERROR(VisitZip(bytes, visit, Nested::kHandedOver));
  if (!has_types) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      "the file is named DOCX but is none. Fix: save it as DOCX in a word processor");
  }
  // A chart has its numbers in a sheet; what else is embedded may hold words that a person has to look at.
  for (const auto& [name, content] : parts) {
    if (name.starts_with("word/charts/") && name.find("/_rels/") == std::string::npos) {
      for (const Related& related : RelatedTo(parts, name)) charts.insert(related.name);
    }
  }
  for (const std::string& name : embedded) {
    if (charts.contains(name)) {
      reading.Remove("a chart's sheet");
    } else if (name.find("/_rels/") == std::string::npos) {
      NameEmbedded(name, reading);
    }
  }
  return parts;
}

core::Result<Parts> OpenOdt(std::string_view bytes, Reading& reading) {
  Parts parts;
  bool is_text = false;
  const auto visit = [&](const std::string& name, std::string_view content) -> core::Status {
    if (name == "mimetype") is_text = content.starts_with("application/vnd.oasis.opendocument.text");
    if (name.starts_with("Basic/") || name.starts_with("Scripts/")) return Refuse("the file holds macros", kSaveAgain);
    if (name == "meta.xml") FindProperties(content, reading);
    if (name.starts_with("Pictures/") || name.starts_with("ObjectReplacements/")) reading.Remove("pictures");
    if (name.starts_with("Fonts/")) reading.Remove("fonts");
    // A formula or a chart is XML; what else is embedded is a sheet (a folder) or a file of another program.
    if (name.starts_with("Object ") && name.find('/') == std::string::npos) {
      NameEmbedded(name, reading);
      return {};
    }
    if (!content.empty() && EndsWithAny(name, {".xml", ".rdf"})) parts.emplace(name, content);
    return {};
  };
  CG_RETURN_IF_ERROR(VisitZip(bytes, visit));
  // First of all: in a locked file no other part is XML.
  if (const auto manifest = parts.find("META-INF/manifest.xml"); manifest != parts.end()) {
    bool locked = false;
    CG_RETURN_IF_ERROR(CheckXml(manifest->second, Doctype::kPlain, [&](std::string_view element, const auto&) {
      locked = locked || element == "encryption-data";
    }));
    if (locked) {
      return core::Fail(core::ErrorCode::kInvalidInput,
                        "the file is locked with a password. Fix: open it, and save a copy without a password");
    }
  }
  if (!is_text || !parts.contains("content.xml")) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      "the file is named ODT but is none. Fix: save it as ODT in a word processor");
  }
  std::set<std::string> embedded;  // folders
  for (const auto& [name, content] : parts) {
    std::string root;
    bool formula_or_chart = false;
    CG_RETURN_IF_ERROR(CheckXml(content, name.starts_with("META-INF/") ? Doctype::kPlain : Doctype::kNone,
                                [&](std::string_view element, const auto&) {
                                  if (element == "tracked-changes") reading.Remove("earlier versions of the text");
                                  if (root.empty()) root = element;
                                  formula_or_chart = formula_or_chart || root == "math" || element == "chart";
                                }));
    if (name.starts_with("Object ") && name.ends_with("/content.xml") && !formula_or_chart) {
      embedded.insert(name.substr(0, name.find('/')));
    }
  }
  for (const std::string& folder : embedded) {
    NameEmbedded(folder, reading);
    std::erase_if(parts, [&](const auto& part) { return part.first.starts_with(folder + "/"); });
  }
  return parts;
}

namespace {

// A locked e-book has its texts in the list; fonts are only made hard to copy.
core::Status CheckEncryption(std::string_view content, Reading& reading) {
  bool locked = content.find("CipherReference") == std::string_view::npos;
  CG_RETURN_IF_ERROR(CheckXml(content, Doctype::kPlain, [&](std::string_view element, const auto& attribute) {
    constexpr std::array<std::string_view, 2> kFonts{"http://www.idpf.org/2008/embedding",
                                                     "http://ns.adobe.com/pdf/enc#RC"};
    if (element == "EncryptionMethod")
      locked = locked || std::ranges::find(kFonts, attribute("Algorithm")) == kFonts.end();
    if (element == "CipherReference") {
      std::string name = core::SmallAscii(attribute("URI"));
      locked = locked || !EndsWithAny(name, {".otf", ".ttf", ".woff", ".woff2", ".ttc"});
    }
  }));
  if (locked) return Refuse("the e-book is locked", "ask for a copy that is not");
  reading.Remove("fonts");
  return {};
}

}  // namespace

core::Result<Parts> OpenEpub(std::string_view bytes, Reading& reading) {
  Parts parts;
  bool is_epub = false;
  const auto visit = [&](const std::string& name, std::string_view content) -> core::Status {
    if (name == "mimetype") is_epub = content.starts_with("application/epub+zip");
    if (name == "META-INF/encryption.xml") return CheckEncryption(content, reading);
    if (name == "META-INF/rights.xml") return Refuse("the e-book is locked", "ask for a copy that is not");
    if (name.ends_with(".opf") && (Filled(content, "dc:creator") || Filled(content, "dc:publisher")))
      reading.Remove("author");
    if (name.ends_with(".js")) reading.Remove("scripts");
    if (EndsWithAny(name, {".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp"})) reading.Remove("pictures");
    if (EndsWithAny(name, {".otf", ".ttf", ".woff", ".woff2"})) reading.Remove("fonts");
    if (name.ends_with(".css")) parts.emplace(name, content);
    if (!EndsWithAny(name, {".xml", ".opf", ".ncx", ".xhtml", ".html", ".htm"})) return {};
    CG_RETURN_IF_ERROR(CheckXml(content, Doctype::kPlain, nullptr));
    parts.emplace(name, content);
    return {};
  };
  CG_RETURN_IF_ERROR(VisitZip(bytes, visit));
  if (!is_epub || !parts.contains("META-INF/container.xml")) {
    return core::Fail(core::ErrorCode::kInvalidInput, "the file is named EPUB but is none. Fix: check the file's name");
  }
  return parts;
}

}  // namespace commonground::ingest::parser
