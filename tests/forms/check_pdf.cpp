// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// check_pdf FILE LANGUAGE: the tree of tags of a PDF as a reader of screens meets it.
// check_pdf --unpack FILE: all its objects and streams, unpacked, for a search through every byte.
#include <cstdio>
#include <cstring>
#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <set>
#include <string>
#include <vector>

namespace {

using Object = QPDFObjectHandle;

std::map<std::string, int> problems;

void Say(const std::string& what) {
  ++problems[what];
}

std::vector<Object> KidsOf(Object element) {
  Object kids = element.getKey("/K");
  if (kids.isArray()) return kids.getArrayAsVector();
  if (kids.isNull()) return {};
  return {kids};
}

struct Walk {
  std::map<std::string, int> count;
  std::set<std::string> languages;
  int last_level = 0;

  static bool HasScope(Object header) {
    Object attributes = header.getKey("/A");
    if (attributes.isDictionary()) return attributes.hasKey("/Scope");
    if (!attributes.isArray()) return false;
    for (Object& one : attributes.getArrayAsVector()) {
      if (one.isDictionary() && one.hasKey("/Scope")) return true;
    }
    return false;
  }

  void Look(Object element, const std::string& parent) {
    const std::string kind = element.getKey("/S").getName();
    ++count[kind];
    if (element.getKey("/Lang").isString()) languages.insert(element.getKey("/Lang").getUTF8Value());
    if (kind == "/Figure" && (!element.getKey("/Alt").isString() || element.getKey("/Alt").getUTF8Value().empty()))
      Say("a figure without words");
    if (kind == "/Figure" && parent == "/Figure") Say("a figure around a figure");
    if (kind == "/TH" && !HasScope(element)) Say("a header without a scope");
    if (kind == "/LI") {
      for (Object& kid : KidsOf(element)) {
        const std::string of = kid.isDictionary() && kid.hasKey("/S") ? kid.getKey("/S").getName() : "content";
        if (of != "/Lbl" && of != "/LBody") Say("a list item with " + of + " outside its body");
      }
    }
    if (kind.size() == 3 && kind[1] == 'H' && kind[2] >= '1' && kind[2] <= '6') {
      const int level = kind[2] - '0';
      if (level > last_level + 1)
        Say("a heading of level " + std::to_string(level) + " after one of " + std::to_string(last_level));
      last_level = level;
    }
    if (kind == "/Link") {
      for (Object& kid : KidsOf(element)) {
        if (!kid.isDictionary() || !kid.getKey("/Type").isName() || kid.getKey("/Type").getName() != "/OBJR") continue;
        Object words = kid.getKey("/Obj").getKey("/Contents");
        if (!words.isString() || words.getUTF8Value().empty()) Say("a link without words");
      }
    }
    for (Object& kid : KidsOf(element)) {
      if (kid.isDictionary() && kid.hasKey("/S")) Look(kid, kind);
    }
  }
};

// What is drawn on a page stands in a tag or is said to be an artifact: between BMC or BDC and EMC.
class Content : public Object::ParserCallbacks {
 public:
  void handleObject(Object object, size_t, size_t) override {
    if (!object.isOperator()) {
      operands_.push_back(object);
      return;
    }
    const std::string name = object.getOperatorValue();
    if (name == "BDC" || name == "BMC") ++depth_;
    if (name == "EMC") --depth_;
    const bool shows = name == "Tj" || name == "TJ" || name == "'" || name == "\"";
    if (shows && depth_ <= 0) ++outside;
    operands_.clear();
  }
  void handleEOF() override {}
  int outside = 0;

 private:
  std::vector<Object> operands_;
  int depth_ = 0;
};

int Unpack(const char* path) {
  QPDF pdf;
  pdf.processFile(path);
  QPDFWriter writer(pdf);
  writer.setOutputFile("-", stdout, false);
  writer.setQDFMode(true);
  writer.setSuppressOriginalObjectIDs(true);
  writer.setStaticID(true);
  writer.write();
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  if (std::strcmp(argv[1], "--unpack") == 0) return Unpack(argv[2]);
  QPDF pdf;
  pdf.processFile(argv[1]);
  Object root = pdf.getRoot();
  if (!root.getKey("/Lang").isString() || root.getKey("/Lang").getUTF8Value() != argv[2])
    Say("its language is not told");
  if (!root.getKey("/MarkInfo").isDictionary()) Say("it is not tagged");
  if (!root.getKey("/Metadata").isStream()) {
    Say("no XMP");
  } else {
    const auto data = root.getKey("/Metadata").getStreamData();
    const std::string xmp(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    if (xmp.find("dc:title") == std::string::npos || xmp.find("dc:language") == std::string::npos)
      Say("XMP without title or language");
    if (xmp.find("pdfuaid") != std::string::npos) Say("it claims what nobody checked");
  }
  Object info = pdf.getTrailer().getKey("/Info");
  for (const char* key : {"/Creator", "/Producer"}) {
    if (info.hasKey(key)) Say(std::string("it tells its ") + (key + 1));
  }
  Walk walk;
  for (Object& kid : KidsOf(root.getKey("/StructTreeRoot"))) walk.Look(kid, {});
  if (walk.count["/H1"] != 1) Say(std::to_string(walk.count["/H1"]) + " titles");
  if (walk.languages.size() < 3) Say("words of other languages do not say so");
  int pages = 0;
  Content content;
  for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
    ++pages;
    page.parseContents(&content);
  }
  if (content.outside > 0) Say(std::to_string(content.outside) + " pieces of text outside tags and artifacts");
  for (const auto& [what, times] : problems) std::printf("%s: %s (%d times)\n", argv[1], what.c_str(), times);
  std::printf("%s: %d pages;", argv[1], pages);
  for (const auto& [kind, times] : walk.count) std::printf(" %s %d", kind.c_str() + 1, times);
  std::printf("\n");
  return problems.empty() ? 0 : 1;
}
