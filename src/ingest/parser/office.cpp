// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Formats: ECMA-376 (DOCX), OASIS OpenDocument 1.3 (ODT), EPUB 3.3.
#include "ingest/parser/office.h"

#include <algorithm>
#include <set>

#include "ingest/parser/xml_check.h"
#include "ingest/parser/zip_file.h"

namespace commonground::ingest::parser {

namespace {

core::Status Refuse(std::string_view what, std::string_view fix) {
  return core::Fail(core::ErrorCode::kInvalidInput, std::string(what) + ". Fix: " + std::string(fix));
}

bool EndsWithAny(std::string_view name, std::initializer_list<std::string_view> ends) {
  return std::ranges::any_of(ends, [name](std::string_view end) { return name.ends_with(end); });
}

class Found {
 public:
  void Remove(const std::string& what) {
    if (seen_.insert(what).second) parsed_.removed.push_back(what);
  }
  void Notice(const std::string& what) {
    if (seen_.insert(what).second) parsed_.notices.push_back(what);
  }
  Parsed Take() { return std::move(parsed_); }

 private:
  std::set<std::string> seen_;
  Parsed parsed_;
};

// Is there text between this element's tags?  Cheap, and enough for the few lines of docProps.
bool Filled(std::string_view content, std::string_view element) {
  const auto at = content.find("<" + std::string(element));
  if (at == std::string_view::npos) return false;
  const auto open = content.find('>', at);
  return open != std::string_view::npos && content[open - 1] != '/' && open + 1 < content.size() &&
         content[open + 1] != '<';
}

void FindProperties(std::string_view content, Found& found) {
  if (Filled(content, "dc:creator") || Filled(content, "cp:lastModifiedBy") ||
      Filled(content, "meta:initial-creator")) {
    found.Remove("author");
  }
  if (Filled(content, "Company") || Filled(content, "Manager")) found.Remove("company");
  if (Filled(content, "Template")) found.Remove("template");
  if (content.find("<dcterms:created") != std::string_view::npos || Filled(content, "meta:creation-date")) {
    found.Remove("times of writing");
  }
}

constexpr std::string_view kSaveAgain = "open it in a word processor, take them out, and save it as a new file";

}  // namespace

core::Result<Parsed> CheckDocx(std::string_view bytes, const Wishes&) {
  Found found;
  bool has_types = false;
  bool has_document = false;
  const auto visit = [&](const std::string& name, std::string_view content) -> core::Status {
    has_types = has_types || name == "[Content_Types].xml";
    has_document = has_document || name == "word/document.xml" || name == "word/document2.xml";
    if (EndsWithAny(name, {"vbaProject.bin", "vbaData.xml"})) return Refuse("the file holds macros", kSaveAgain);
    if (name.starts_with("word/embeddings/") || name.starts_with("word/activeX/")) {
      return Refuse("the file holds other files or controls (embedded objects)", kSaveAgain);
    }
    if (name.starts_with("docProps/")) FindProperties(content, found);
    if (name == "word/people.xml") found.Remove("names of people who edited it");
    if (EndsWithAny(name, {".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".emf", ".wmf"})) found.Remove("pictures");
    if (!EndsWithAny(name, {".xml", ".rels", ".vml"})) return {};
    bool outside = false;
    CG_RETURN_IF_ERROR(CheckXml(content, Doctype::kNone, [&](std::string_view element, const auto& attribute) {
      if (element == "comment") found.Remove("comments");
      if (element == "ins" || element == "del" || element == "moveFrom") found.Remove("earlier wordings");
      // A link is only words to us; anything else outside would be fetched by a word processor.
      if (element == "Relationship" && attribute("TargetMode") == "External") {
        outside = outside || !attribute("Type").ends_with("/hyperlink");
      }
    }));
    if (outside) return Refuse("the file asks for parts from another place", kSaveAgain);
    return {};
  };
  CG_RETURN_IF_ERROR(VisitZip(bytes, visit));
  if (!has_types || !has_document) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      "the file is named DOCX but is none. Fix: save it as DOCX in a word processor");
  }
  return found.Take();
}

core::Result<Parsed> CheckOdt(std::string_view bytes, const Wishes&) {
  Found found;
  bool is_text = false;
  bool has_content = false;
  const auto visit = [&](const std::string& name, std::string_view content) -> core::Status {
    if (name == "mimetype") is_text = content.starts_with("application/vnd.oasis.opendocument.text");
    has_content = has_content || name == "content.xml";
    if (name.starts_with("Basic/") || name.starts_with("Scripts/")) return Refuse("the file holds macros", kSaveAgain);
    if (name.starts_with("Object ") || name.starts_with("ObjectReplacements/")) {
      return Refuse("the file holds other files (embedded objects)", kSaveAgain);
    }
    if (name == "meta.xml") FindProperties(content, found);
    if (name.starts_with("Pictures/")) found.Remove("pictures");
    if (content.empty() || !EndsWithAny(name, {".xml", ".rdf"})) return {};
    bool encrypted = false;
    CG_RETURN_IF_ERROR(CheckXml(content, Doctype::kNone, [&](std::string_view element, const auto&) {
      if (element == "annotation") found.Remove("comments");
      if (element == "tracked-changes") found.Remove("earlier wordings");
      encrypted = encrypted || element == "encryption-data";
    }));
    if (encrypted) return Refuse("the file is encrypted with a password", "save a copy without it");
    return {};
  };
  CG_RETURN_IF_ERROR(VisitZip(bytes, visit));
  if (!is_text || !has_content) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      "the file is named ODT but is none. Fix: save it as ODT in a word processor");
  }
  return found.Take();
}

core::Result<std::string> MendOdt(std::string_view bytes) {
  std::vector<std::pair<std::string, std::string>> files;
  CG_RETURN_IF_ERROR(VisitZip(bytes, [&](const std::string& name, std::string_view content) -> core::Status {
    // Pictures are not read; without them the container is small.
    if (name.starts_with("Pictures/") || name.starts_with("Thumbnails/")) return {};
    std::string kept(content);
    if (name == "content.xml") {
      for (const std::string_view tag : {"<table:table-header-rows>", "</table:table-header-rows>"}) {
        for (std::size_t at = kept.find(tag); at != std::string::npos; at = kept.find(tag, at))
          kept.erase(at, tag.size());
      }
    }
    files.emplace_back(name, std::move(kept));
    return {};
  }));
  return MakeZip(files);
}

core::Result<Parsed> CheckEpub(std::string_view bytes, const Wishes&) {
  Found found;
  bool is_epub = false;
  bool has_container = false;
  const auto visit = [&](const std::string& name, std::string_view content) -> core::Status {
    if (name == "mimetype") is_epub = content.starts_with("application/epub+zip");
    has_container = has_container || name == "META-INF/container.xml";
    if (name == "META-INF/encryption.xml" || name == "META-INF/rights.xml") {
      return Refuse("the e-book is locked", "ask for a copy that is not");
    }
    if (name.ends_with(".opf") && (Filled(content, "dc:creator") || Filled(content, "dc:publisher")))
      found.Remove("author");
    if (name.ends_with(".js")) found.Remove("scripts");
    if (EndsWithAny(name, {".jpg", ".jpeg", ".png", ".gif", ".svg"})) found.Remove("pictures");
    if (!EndsWithAny(name, {".xml", ".opf", ".ncx", ".xhtml", ".html", ".htm"})) return {};
    return CheckXml(content, Doctype::kPlain, [&](std::string_view element, const auto&) {
      if (element == "script") found.Remove("scripts");
    });
  };
  CG_RETURN_IF_ERROR(VisitZip(bytes, visit));
  if (!is_epub || !has_container) {
    return core::Fail(core::ErrorCode::kInvalidInput, "the file is named EPUB but is none. Fix: check the file's name");
  }
  return found.Take();
}

}  // namespace commonground::ingest::parser
