// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The tree of tags is walked once, without recursion: it may be deep.  libqpdf throws; it is caught here and nowhere
// else.
#define POINTERHOLDER_TRANSITION 4  // libqpdf: its pointers are std::shared_ptr
#include "publish/print/put_pdf_right.h"

#include <fmt/format.h>

#include <exception>
#include <map>
#include <memory>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <set>
#include <vector>

namespace commonground::publish {

namespace {

using Object = QPDFObjectHandle;

std::string NameOf(Object dictionary, const char* key) {
  Object value = dictionary.getKey(key);
  return value.isName() ? value.getName() : "";
}

std::vector<Object> KidsOf(Object element) {
  Object kids = element.getKey("/K");
  if (kids.isArray()) return kids.getArrayAsVector();
  if (kids.isNull()) return {};
  return {kids};
}

std::string XmlOf(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else {
      out += c;
    }
  }
  return out;
}

std::string XmpOf(const PdfAbout& about) {
  return fmt::format(
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
      "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">"
      "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{0}</rdf:li></rdf:Alt></dc:title>"
      "<dc:language><rdf:Bag><rdf:li>{1}</rdf:li></rdf:Bag></dc:language>"
      "<xmp:CreateDate>{2}T00:00:00Z</xmp:CreateDate><xmp:ModifyDate>{2}T00:00:00Z</xmp:ModifyDate>"
      "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>",
      XmlOf(about.title), XmlOf(about.language), about.day.Text());
}

class Righter {
 public:
  Righter(QPDF& pdf, const PdfAbout& about) : pdf_(pdf), about_(about) {}

  void Document() {
    Object root = pdf_.getRoot();
    root.replaceKey("/Lang", Object::newUnicodeString(about_.language));
    root.replaceKey("/ViewerPreferences", Object::parse("<< /DisplayDocTitle true >>"));
    root.replaceKey("/MarkInfo", Object::parse("<< /Marked true >>"));
    Object metadata = Object::newStream(&pdf_, XmpOf(about_));
    metadata.getDict().replaceKey("/Type", Object::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", Object::newName("/XML"));
    root.replaceKey("/Metadata", pdf_.makeIndirectObject(metadata));
    std::string day = about_.day.Text();
    std::erase(day, '-');
    Object info = Object::newDictionary();
    info.replaceKey("/Title", Object::newUnicodeString(about_.title));
    info.replaceKey("/CreationDate", Object::newString("D:" + day + "000000Z"));
    info.replaceKey("/ModDate", Object::newString("D:" + day + "000000Z"));
    pdf_.getTrailer().replaceKey("/Info", pdf_.makeIndirectObject(info));
  }

  void Tags() {
    std::vector<Object> open{pdf_.getRoot().getKey("/StructTreeRoot")};
    std::set<QPDFObjGen> seen;
    while (!open.empty()) {
      Object element = open.back();
      open.pop_back();
      if (!element.isDictionary() || (element.isIndirect() && !seen.insert(element.getObjGen()).second)) continue;
      const std::string kind = NameOf(element, "/S");
      if (kind == "/LI") Item(element);
      if (kind == "/TH") Header(element);
      if (kind == "/Link") Link(element);
      if (kind == "/Figure") Group(element);
      for (Object& kid : KidsOf(element)) open.push_back(kid);
    }
  }

  // Chromium names elements by numbers that are others when the machine is busy; cells refer to their headers by them.
  // Here they are numbered as they stand in the document.
  void Names() {
    Object root = pdf_.getRoot().getKey("/StructTreeRoot");
    if (!root.isDictionary()) return;
    std::vector<Object> named;
    std::vector<Object> cells;
    std::vector<Object> open{root};
    std::set<QPDFObjGen> seen;
    while (!open.empty()) {
      Object element = open.back();
      open.pop_back();
      if (!element.isDictionary() || (element.isIndirect() && !seen.insert(element.getObjGen()).second)) continue;
      if (element.isIndirect() && element.getKey("/ID").isString()) named.push_back(element);
      if (const std::string kind = NameOf(element, "/S"); kind == "/TD" || kind == "/TH") cells.push_back(element);
      std::vector<Object> kids = KidsOf(element);
      for (auto kid = kids.rbegin(); kid != kids.rend(); ++kid) open.push_back(*kid);
    }
    std::map<std::string, Object> names;  // by what Chromium called it
    std::vector<Object> tree;
    for (Object& element : named) {
      const Object name = Object::newString(fmt::format("e{:08}", tree.size() / 2 + 1));
      names[element.getKey("/ID").getStringValue()] = name;
      element.replaceKey("/ID", name);
      tree.push_back(name);
      tree.push_back(element);
    }
    for (Object& cell : cells) Refer(cell, names);
    root.removeKey("/IDTree");
    if (tree.empty()) return;
    Object all = Object::newDictionary();
    all.replaceKey("/Names", Object::newArray(tree));
    root.replaceKey("/IDTree", pdf_.makeIndirectObject(all));
  }

 private:
  // The headers of a cell, by their new names.
  static void Refer(Object cell, const std::map<std::string, Object>& names) {
    for (Object& one : AttributesOf(cell)) {
      if (!one.isDictionary() || !one.getKey("/Headers").isArray()) continue;
      std::vector<Object> headers;
      for (Object& header : one.getKey("/Headers").getArrayAsVector()) {
        const auto found = header.isString() ? names.find(header.getStringValue()) : names.end();
        if (found != names.end()) headers.push_back(found->second);
      }
      one.replaceKey("/Headers", Object::newArray(headers));
    }
  }

  static std::vector<Object> AttributesOf(Object element) {
    Object attributes = element.getKey("/A");
    if (attributes.isArray()) return attributes.getArrayAsVector();
    if (attributes.isDictionary()) return {attributes};
    return {};
  }

  // Everything of an item but its label stands in its body.
  void Item(Object item) {
    std::vector<Object> kept;
    std::vector<Object> inside;
    for (Object& kid : KidsOf(item)) {
      const std::string kind = kid.isDictionary() ? NameOf(kid, "/S") : "";
      (kind == "/Lbl" || kind == "/LBody" ? kept : inside).push_back(kid);
    }
    if (inside.empty()) return;
    Object body = pdf_.makeIndirectObject(Object::parse("<< /Type /StructElem /S /LBody >>"));
    body.replaceKey("/P", item);
    if (Object page = item.getKey("/Pg"); !page.isNull()) body.replaceKey("/Pg", page);
    for (Object& kid : inside) {
      if (kid.isDictionary() && kid.hasKey("/S")) kid.replaceKey("/P", body);
    }
    // Content of the page belongs to the element that the tree of parents names for it: put it there too.
    for (Object& kid : inside) {
      if (kid.isInteger() || (kid.isDictionary() && !kid.hasKey("/S"))) moved_[item.getObjGen()] = body;
    }
    body.replaceKey("/K", Object::newArray(inside));
    kept.push_back(body);
    item.replaceKey("/K", Object::newArray(kept));
  }

  // A header says of what it is one; in the first column, of its row.
  static void Header(Object header) {
    std::vector<Object> all = AttributesOf(header);
    for (Object& one : all) {
      if (one.isDictionary() && one.hasKey("/Scope")) return;
    }
    Object row = header.getKey("/P");
    bool head = true;
    for (Object& cell : KidsOf(row)) {
      if (cell.isDictionary() && NameOf(cell, "/S") == "/TD") head = false;
    }
    all.push_back(Object::parse(head ? "<< /O /Table /Scope /Column >>" : "<< /O /Table /Scope /Row >>"));
    header.replaceKey("/A", Object::newArray(all));
  }

  // A figure that holds tags of its own (a list, a table) is read by them: words in its place would hide them.
  static void Group(Object figure) {
    for (Object& kid : KidsOf(figure)) {
      if (!kid.isDictionary() || !kid.hasKey("/S")) continue;
      figure.replaceKey("/S", Object::newName("/Div"));
      figure.removeKey("/Alt");
      return;
    }
  }

  // What a link leads to, in words, for those who hear it.
  void Link(Object element) {
    for (Object& kid : KidsOf(element)) {
      if (!kid.isDictionary() || NameOf(kid, "/Type") != "/OBJR") continue;
      Object annotation = kid.getKey("/Obj");
      if (!annotation.isDictionary() || annotation.hasKey("/Contents")) continue;
      annotation.replaceKey("/Contents", Object::newUnicodeString(WordsOf(annotation)));
    }
  }

  std::string WordsOf(Object annotation) const {
    Object action = annotation.getKey("/A");
    if (action.isDictionary() && action.getKey("/URI").isString()) return action.getKey("/URI").getUTF8Value();
    Object place = annotation.getKey("/Dest");
    std::string name = place.isName() ? place.getName().substr(1) : place.isString() ? place.getStringValue() : "";
    if (const std::size_t anchor = name.find("__"); anchor != std::string::npos) name.resize(anchor);
    const auto found = about_.titles.find(name);
    return found == about_.titles.end() ? about_.title : found->second;
  }

 public:
  // The tree of parents: for each piece of content, its element.
  void Parents() {
    if (moved_.empty()) return;
    std::vector<Object> open{pdf_.getRoot().getKey("/StructTreeRoot").getKey("/ParentTree")};
    while (!open.empty()) {
      Object node = open.back();
      open.pop_back();
      if (Object kids = node.getKey("/Kids"); kids.isArray()) {
        for (Object& kid : kids.getArrayAsVector()) open.push_back(kid);
      }
      Object numbers = node.getKey("/Nums");
      if (!numbers.isArray()) continue;
      for (int i = 1; i < numbers.getArrayNItems(); i += 2) {
        Object list = numbers.getArrayItem(i);
        if (!list.isArray()) continue;
        for (int k = 0; k < list.getArrayNItems(); ++k) {
          const auto found = moved_.find(list.getArrayItem(k).getObjGen());
          if (found != moved_.end()) list.setArrayItem(k, found->second);
        }
      }
    }
  }

 private:
  QPDF& pdf_;
  const PdfAbout& about_;
  std::map<QPDFObjGen, Object> moved_;  // item: its new body
};

// Text that stands in no tag is the head or foot of a sheet: "BT ... ET" outside marked content is made an artifact of
// pagination.  Marks without a number within it (the words of a sign that the font has not) are no tags.
class Artifacts : public QPDFObjectHandle::TokenFilter {
 public:
  void handleToken(const QPDFTokenizer::Token& token) override {
    const bool word = token.getType() == QPDFTokenizer::tt_word;
    const std::string name = word ? token.getValue() : "";
    if (name == "BDC" || name == "BMC") ++depth_;
    if (name == "EMC") --depth_;
    if (name == "BT" && depth_ == 0) {
      text_ = true;
      marked_ = false;
    }
    if (!text_) return writeToken(token);
    marked_ = marked_ || (token.getType() == QPDFTokenizer::tt_name && token.getValue() == "/MCID");
    held_.push_back(token);
    if (name != "ET") return;
    if (!marked_) write("/Artifact <</Type /Pagination>> BDC\n");
    for (const auto& one : held_) writeToken(one);
    if (!marked_) write("\nEMC\n");
    held_.clear();
    text_ = false;
  }
  void handleEOF() override {
    for (const auto& one : held_) writeToken(one);
  }

 private:
  int depth_ = 0;
  bool text_ = false;
  bool marked_ = false;
  std::vector<QPDFTokenizer::Token> held_;
};

core::Error Broken(const std::exception& why) {
  return {core::ErrorCode::kIo,
          std::string("what Chromium printed cannot be read (") + why.what() +
              "). Nothing was written; an older report stays as it was",
          {}};
}

}  // namespace

core::Result<PlacesInPdf> FindPlaces(const std::string& bytes) {
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("report", bytes.data(), bytes.size());
    std::map<QPDFObjGen, int> number;
    for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
      const int next = static_cast<int>(number.size()) + 1;
      number[page.getObjectHandle().getObjGen()] = next;
    }
    PlacesInPdf places;
    Object names = pdf.getRoot().getKey("/Dests");
    if (!names.isDictionary()) return places;
    for (const std::string& name : names.getKeys()) {
      Object place = names.getKey(name);
      if (place.isDictionary()) place = place.getKey("/D");
      if (!place.isArray() || place.getArrayNItems() == 0) continue;
      const auto found = number.find(place.getArrayItem(0).getObjGen());
      if (found != number.end()) places[name.substr(1)] = found->second;
    }
    return places;
  } catch (const std::exception& why) {
    return core::Fail(Broken(why));
  }
}

core::Result<std::string> PutPdfRight(const std::string& bytes, const PdfAbout& about) {
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("report", bytes.data(), bytes.size());
    Righter righter(pdf, about);
    righter.Document();
    righter.Tags();
    righter.Names();
    righter.Parents();
    for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
      page.addContentTokenFilter(std::make_shared<Artifacts>());
    }
    pdf.getTrailer().removeKey("/ID");  // it was made of what Chromium called its elements
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setCompressStreams(true);
    writer.setRecompressFlate(false);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return std::string(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
  } catch (const std::exception& why) {
    return core::Fail(Broken(why));
  }
}

}  // namespace commonground::publish
