// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// ODT: which part is which, and the account of all words of those that are shown.
#include "ingest/parser/docx_text.h"
#include "ingest/parser/odt_text.h"
#include "ingest/parser/office.h"
#include "ingest/parser/parsed.h"

namespace commonground::ingest::parser {

namespace {

// A formula in a line; the titles and names of a chart.
std::vector<std::string> WordsOfObject(const std::string& bytes) {
  std::vector<std::string> words;
  const XmlTree tree = ReadTree(bytes);
  const xmlNode* root = tree ? xmlDocGetRootElement(tree.get()) : nullptr;
  if (NameOf(root) == "math") return {LineOfMath(root)};
  std::vector<const xmlNode*> open{root};
  while (!open.empty()) {
    const xmlNode* node = open.back();
    open.pop_back();
    const std::string_view name = NameOf(node);
    const bool number = name == "table-cell" && AttributeOf(node, "value-type") == "float";
    if (number || name == "automatic-styles") continue;
    if (name == "p") {
      words.push_back(TextBelow(node, {}));
      continue;
    }
    std::vector<const xmlNode*> children;
    EachChild(node, [&](const xmlNode* child) { children.push_back(child); });
    open.insert(open.end(), children.rbegin(), children.rend());
  }
  return words;
}

}  // namespace

core::Result<Parsed> ParseOdt(std::string_view bytes, const ParseOptions&) {
  Reading reading;
  CG_ASSIGN_OR_RETURN(const Parts parts, OpenOdt(bytes, reading));
  const std::string& content = parts.find("content.xml")->second;
  std::string own = OwnTextOf(content, kOdtOwn);
  OdtStyles styles;
  EachPart(content, {"document-content", "automatic-styles"}, [&](const xmlNode* style) { styles.Add(style); });
  std::vector<std::string> heads;
  if (const auto part = parts.find("styles.xml"); part != parts.end()) {
    for (const char* kind : {"styles", "automatic-styles"}) {
      EachPart(part->second, {"document-styles", kind}, [&](const xmlNode* style) { styles.Add(style); });
    }
    EachPart(part->second, {"document-styles", "master-styles"}, [&](const xmlNode* page) {
      EachChild(page, [&](const xmlNode* head) {
        const std::string_view name = NameOf(head);
        if (!name.starts_with("header") && !name.starts_with("footer")) return;
        if (AttributeOf(head, "display") != "false")
          heads.push_back(TextBelow(head, kOdtOwn.breaks, kOdtOwn.not_words));
      });
    });
  }
  std::map<std::string, std::vector<std::string>> objects;
  for (const auto& [name, bytes_of] : parts) {
    const std::size_t slash = name.find("/content.xml");
    if (name.starts_with("Object ") && slash != std::string::npos)
      objects.emplace(name.substr(0, slash), WordsOfObject(bytes_of));
  }
  OdtText text(styles, objects, reading);
  EachPart(content, {"document-content", "body", "text"}, [&](const xmlNode* part) { text.Block(part); });
  for (const std::string& words : heads) {
    own += ' ' + words;
    reading.Leave(LeftOut::kHeaderOrFooter, words);
  }
  return reading.Finish(own);
}

}  // namespace commonground::ingest::parser
