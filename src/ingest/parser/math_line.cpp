// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Formulas in a line.  Office's own form (m:f, m:sSup, ...) and MathML (mfrac, msup, ...) differ in names alone.
#include "ingest/parser/docx_text.h"

namespace commonground::ingest::parser {

namespace {

void Line(const xmlNode* node, std::string& line);

// The children, with a sign between them.
void Joined(const xmlNode* node, std::initializer_list<const char*> signs, std::string& line) {
  auto sign = signs.begin();
  bool first = true;
  EachChild(node, [&](const xmlNode* child) {
    if (NameOf(child).ends_with("Pr")) return;
    if (!first && sign != signs.end()) line += *sign++;
    first = false;
    Line(child, line);
  });
}

void Line(const xmlNode* node, std::string& line) {
  const std::string_view name = NameOf(node);
  if (name == "annotation" || name == "annotation-xml" || name == "instrText" || name.ends_with("Pr")) return;
  if (name == "f" || name == "mfrac") return Joined(node, {"/"}, line);
  if (name == "sSup" || name == "msup") return Joined(node, {"^"}, line);
  if (name == "sSub" || name == "msub") return Joined(node, {"_"}, line);
  if (name == "sSubSup" || name == "msubsup") return Joined(node, {"_", "^"}, line);
  if (name == "rad" || name == "msqrt" || name == "mroot") {
    line += "√(";
    Joined(node, {" "}, line);
    line += ')';
    return;
  }
  if (name == "nary") {
    const std::string sign = AttributeOf(Child(Child(node, "naryPr"), "chr"), "val");
    line += sign.empty() ? "∫" : sign;
    return Joined(node, {" ", " "}, line);
  }
  if (name == "d") {
    const xmlNode* properties = Child(node, "dPr");
    const xmlNode* open = Child(properties, "begChr");
    const xmlNode* close = Child(properties, "endChr");
    line += open == nullptr ? "(" : AttributeOf(open, "val");
    Joined(node, {",", ",", ",", ","}, line);
    line += close == nullptr ? ")" : AttributeOf(close, "val");
    return;
  }
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (IsText(child) && !name.empty() && (name == "t" || name[0] == 'm')) line += View(child->content);
    if (child->type == XML_ELEMENT_NODE) Line(child, line);
  }
  if (name == "mr" || name == "mtr" || name == "mtd") line += ' ';
}

}  // namespace

std::string LineOfMath(const xmlNode* node) {
  std::string line;
  Line(node, line);
  return line;
}

}  // namespace commonground::ingest::parser
