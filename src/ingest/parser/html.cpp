// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// HTML and EPUB: a page, or the pages of an e-book in the order of its spine.
#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstdlib>

#include "ingest/parser/charset.h"
#include "ingest/parser/office.h"
#include "ingest/parser/page_markup.h"
#include "ingest/parser/page_text.h"
#include "ingest/parser/parsed.h"
#include "ingest/parser/symbol_fonts.h"

namespace commonground::ingest::parser {

namespace {

core::Error Bad(std::string_view message) {
  return {core::ErrorCode::kInvalidInput, std::string(message), {}};
}

bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string Lower(std::string_view bytes) {
  std::string lower(bytes);
  std::ranges::transform(lower, lower.begin(), [](unsigned char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c);
  });
  return lower;
}

int DepthOf(const xmlNode* root) {
  int depth = 1;
  int deepest = 1;
  for (const xmlNode* at = root; at != nullptr;) {
    if (at->type == XML_ELEMENT_NODE && at->children != nullptr) {
      at = at->children;
      deepest = std::max(deepest, ++depth);
      continue;
    }
    while (at != root && at->next == nullptr) {
      at = at->parent;
      --depth;
    }
    if (at == root) break;
    at = at->next;
  }
  return deepest;
}

// Appends what "&name;" at `at` stands for, and returns where it ends; or at, when it stands for nothing.
std::size_t Entity(std::string_view text, std::size_t at, std::string& plain) {
  std::size_t end = at + 1;
  while (end < text.size() && end < at + 40 &&
         (IsLetter(text[end]) || text[end] == '#' || (text[end] >= '0' && text[end] <= '9')))
    ++end;
  const std::string name(text.substr(at + 1, end - at - 1));
  if (end < text.size() && text[end] == ';') ++end;  // old pages leave it out
  if (name.starts_with('#')) {
    const bool hex = name.size() > 1 && (name[1] | 32) == 'x';
    std::uint32_t code = 0;
    const char* begin = name.data() + (hex ? 2 : 1);
    const auto [rest, error] = std::from_chars(begin, name.data() + name.size(), code, hex ? 16 : 10);
    if (error != std::errc() || rest != name.data() + name.size()) return at;
    AppendUtf8(plain, code);
    return end;
  }
  const htmlEntityDesc* known = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
  if (known == nullptr) return at;
  AppendUtf8(plain, known->value);
  return end;
}

// As browsers read old pages (HTML, 13.2.5.80): "&eacute" and "&#233" without their end, and "&#156;" for the letter
// that windows-1252 has there, "œ".
std::string WithWholeReferences(const std::string& page) {
  std::string whole;
  std::size_t done = 0;
  for (std::size_t at = 0; (at = page.find('&', at)) != std::string::npos;) {
    std::size_t end = at + 1;
    while (end < page.size() && end < at + 12 &&
           (IsLetter(page[end]) || page[end] == '#' || std::isdigit(static_cast<unsigned char>(page[end])) != 0))
      ++end;
    const std::string name = page.substr(at + 1, end - at - 1);
    const bool ended = end < page.size() && page[end] == ';';
    const int number = name.starts_with('#') ? std::atoi(name.c_str() + 1) : 0;
    whole.append(page, done, at - done);
    done = at;
    if (number >= 128 && number <= 159) {
      const char byte = static_cast<char>(number);
      whole += FromCharset({&byte, 1}, "windows-1252").value_or("");
      done = ended ? end + 1 : end;
    } else if (!ended && !(end < page.size() && page[end] == '=')) {
      const htmlEntityDesc* known = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
      if (number > 0 || (known != nullptr && known->value < 256)) {
        whole.append(page, at, end - at);
        whole += ';';
        done = end;
      }
    }
    at = end;
  }
  return whole.append(page, done, std::string::npos);
}

std::size_t EndOfTag(std::string_view text, std::size_t at) {
  char quote = '\0';
  for (; at < text.size(); ++at) {
    if (quote != '\0') {
      if (text[at] == quote) quote = '\0';
    } else if ((text[at] == '"' || text[at] == '\'') && text[at - 1] == '=') {
      quote = text[at];
    } else if (text[at] == '>') {
      return at + 1;
    }
  }
  return text.size();
}

void TakeStyles(const xmlNode* root, PageStyles& styles, const std::function<void(const xmlNode*)>& on_link) {
  std::vector<const xmlNode*> open{root};
  while (!open.empty()) {
    const xmlNode* node = open.back();
    open.pop_back();
    if (NameOf(node) == "style") styles.Add(TextBelow(node, {}));
    if (NameOf(node) == "link" && Lower(AttributeOf(node, "rel")).find("stylesheet") != std::string::npos)
      on_link(node);
    std::vector<const xmlNode*> children;
    EachChild(node, [&](const xmlNode* child) { children.push_back(child); });
    open.insert(open.end(), children.rbegin(), children.rend());
  }
}

void TellStyles(const PageStyles& styles, Reading& reading) {
  for (const std::string& selector : styles.not_followed()) {
    reading.Notice("A style rule hides words where this program cannot follow it (“" + selector +
                   "”): they are in the text.");
  }
}

}  // namespace

core::Result<XmlTree> ReadPage(const std::string& utf8) {
  const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> context(htmlNewParserCtxt(),
                                                                               &htmlFreeParserCtxt);
  if (!context) return core::Fail(Bad("the page cannot be read"));
  context->options |= XML_PARSE_HUGE;  // the depth is looked at below
  XmlTree tree(htmlCtxtReadMemory(context.get(), utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8",
                                  HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER),
               &xmlFreeDoc);
  const xmlNode* root = tree ? xmlDocGetRootElement(tree.get()) : nullptr;
  if (root == nullptr) return core::Fail(Bad("no text was found in the page. Fix: save its text only"));
  if (DepthOf(root) > kMaxPageDepth)
    return core::Fail(Bad("the page is nested deeper than 1000. Fix: save its text only"));
  return tree;
}

std::string OwnTextOfPage(std::string_view text) {
  std::string plain;
  const std::string lower = Lower(text);
  for (std::size_t at = 0; at < text.size();) {
    const char next = at + 1 < text.size() ? text[at + 1] : '\0';
    if (text[at] == '&') {
      const std::size_t end = Entity(text, at, plain);
      if (end == at) plain += text[at];
      at = std::max(end, at + 1);
    } else if (text[at] != '<' || !(IsLetter(next) || next == '/' || next == '!' || next == '?')) {
      plain += text[at++];
    } else if (text.substr(at, 4) == "<!--") {
      const std::size_t end = text.find("-->", at + 4);
      at = end == std::string_view::npos ? text.size() : end + 3;
    } else if (text.substr(at, 9) == "<![CDATA[") {
      const std::size_t end = std::min(text.find("]]>", at), text.size());
      plain += text.substr(at + 9, end - std::min(end, at + 9));
      at = end + 3;
    } else {
      std::size_t end = at + 1;
      while (end < text.size() && IsLetter(text[end])) ++end;
      const std::string name = lower.substr(at + 1, end - at - 1);
      const std::size_t close = EndOfTag(text, end);
      const bool empty = text[close - 1] == '>' && close >= 2 && text[close - 2] == '/';
      plain += ' ';
      at = close;
      if ((name == "script" || name == "style") && !empty) at = std::min(lower.find("</" + name, at), text.size());
    }
  }
  return plain;
}

core::Result<Parsed> ParseHtml(std::string_view bytes, const ParseOptions&) {
  CG_ASSIGN_OR_RETURN(std::string page, PageAsUtf8(bytes));
  page = WithWholeReferences(page);
  const std::string lower = Lower(page);
  if (lower.find('<') == std::string::npos)
    return core::Fail(Bad("the file is named HTML but has no tags. Fix: name it .txt"));
  if (lower.find("<!entity") != std::string::npos) {
    return core::Fail(
        Bad("the page declares entities, which can be used for a decompression bomb. Fix: save its text only"));
  }
  PageMarkup markup = WithoutComments(page);
  page = std::move(markup.page);
  CG_ASSIGN_OR_RETURN(const XmlTree tree, ReadPage(page));
  Reading reading;
  const std::string unseen = OwnTextOfPage(markup.unseen);
  if (!unseen.empty()) reading.Leave(LeftOut::kHidden, unseen);
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kRemoved{{{"<!--", "comments"},
                                                                                   {"name=\"author\"", "author"},
                                                                                   {"file://", "paths of a computer"},
                                                                                   {"<embed", "embedded objects"}}};
  for (const auto& [mark, word] : kRemoved) {
    if (lower.find(mark) != std::string::npos) reading.Remove(std::string(word));
  }
  PageStyles styles;
  const xmlNode* root = xmlDocGetRootElement(tree.get());
  TakeStyles(root, styles, [&](const xmlNode*) {
    reading.Notice("The page names style sheets that are not in it. What they would hide is in the text.");
  });
  PageText(styles, reading).Read(root);
  TellStyles(styles, reading);
  return reading.Finish(OwnTextOfPage(page) + ' ' + unseen);
}

core::Result<Parsed> ParseEpub(std::string_view bytes, const ParseOptions&) {
  Reading reading;
  CG_ASSIGN_OR_RETURN(const Parts parts, OpenEpub(bytes, reading));
  std::string package;
  EachPart(parts.find("META-INF/container.xml")->second, {"container", "rootfiles"}, [&](const xmlNode* file) {
    if (package.empty()) package = NameBeside("", AttributeOf(file, "full-path"));
  });
  const auto list = parts.find(package);
  if (list == parts.end())
    return core::Fail(Bad("the e-book does not say where its chapters are: it is damaged. Fix: save it again"));
  std::map<std::string, std::string> names;
  std::vector<std::string> order;
  const XmlTree tree = ReadTree(list->second);
  const xmlNode* root = tree ? xmlDocGetRootElement(tree.get()) : nullptr;
  EachChild(Child(root, "manifest"), [&](const xmlNode* item) {
    names[AttributeOf(item, "id")] = NameBeside(package, AttributeOf(item, "href"));
  });
  EachChild(Child(root, "spine"), [&](const xmlNode* item) { order.push_back(names[AttributeOf(item, "idref")]); });
  const std::string language = TextBelow(Child(Child(root, "metadata"), "language"), {});
  std::string own;
  for (const std::string& name : order) {
    const auto part = parts.find(name);
    if (part == parts.end()) {
      reading.Notice("A chapter of the e-book could not be read: " + name.substr(0, 200) + ".");
      continue;
    }
    const XmlTree page = ReadTree(part->second);
    const xmlNode* top = page ? xmlDocGetRootElement(page.get()) : nullptr;
    if (top == nullptr) continue;
    if (DepthOf(top) > kMaxPageDepth)
      return core::Fail(Bad("a chapter is nested deeper than 1000. Fix: save its text only"));
    PageStyles styles;
    TakeStyles(top, styles, [&](const xmlNode* link) {
      const auto sheet = parts.find(NameBeside(name, AttributeOf(link, "href")));
      if (sheet != parts.end()) styles.Add(sheet->second);
    });
    const std::size_t before = reading.blocks();
    PageText(styles, reading).Read(top);
    TellStyles(styles, reading);
    own += OwnTextOfPage(part->second) + ' ';
    reading.Language(language, static_cast<std::int64_t>(reading.blocks() - before));
  }
  return reading.Finish(own);
}

}  // namespace commonground::ingest::parser
