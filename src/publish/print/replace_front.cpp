// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The tag tree leads to a page's contents by numbers of its marks: where these are the same, one after another, the
// contents can be exchanged.
#include "publish/print/replace_front.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <vector>

namespace commonground::publish {

namespace {

using Object = QPDFObjectHandle;

// "/P 3 EMC /Artifact EMC": every mark in the order of the page.
class Marks : public Object::ParserCallbacks {
 public:
  void handleObject(Object object, std::size_t, std::size_t) override {
    if (!object.isOperator()) {
      operands_.push_back(object);
      return;
    }
    const std::string name = object.getOperatorValue();
    if (name == "BDC" || name == "BMC") {
      for (Object& operand : operands_) {
        Object number = operand.isDictionary() ? operand.getKey("/MCID") : operand;
        text_ += (number.isInteger() || number.isName() ? number.unparse() : std::string("-")) + " ";
      }
    } else if (name == "EMC") {
      text_ += "EMC ";
    }
    operands_.clear();
  }
  void handleEOF() override {}
  const std::string& text() const { return text_; }

 private:
  std::vector<Object> operands_;
  std::string text_;
};

std::string MarksOf(QPDFPageObjectHelper& page) {
  Marks marks;
  page.parseContents(&marks);
  return marks.text();
}

}  // namespace

core::Result<std::optional<std::string>> ReplaceFront(const std::string& whole, const std::string& front) {
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("report", whole.data(), whole.size());
    QPDF first;
    first.setSuppressWarnings(true);
    first.processMemoryFile("front", front.data(), front.size());
    std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(pdf).getAllPages();
    std::vector<QPDFPageObjectHelper> newer = QPDFPageDocumentHelper(first).getAllPages();
    if (newer.size() > pages.size()) return std::nullopt;
    for (std::size_t i = 0; i < newer.size(); ++i) {
      Object from = newer[i].getObjectHandle();
      Object to = pages[i].getObjectHandle();
      if (from.getKey("/MediaBox").unparse() != to.getKey("/MediaBox").unparse()) return std::nullopt;
      if (MarksOf(newer[i]) != MarksOf(pages[i])) return std::nullopt;
      for (const char* key : {"/Resources", "/Contents"}) {
        Object object = from.getKey(key);
        if (!object.isIndirect()) object = first.makeIndirectObject(object);
        to.replaceKey(key, pdf.copyForeignObject(object));
      }
    }
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setStaticID(true);
    writer.setCompressStreams(false);
    writer.setDecodeLevel(qpdf_dl_none);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return std::string(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
  } catch (const std::exception& why) {
    return core::Fail(core::Error{core::ErrorCode::kIo,
                                  std::string("what Chromium printed cannot be read (") + why.what() +
                                      "). Nothing was written; an older report stays as it was",
                                  {}});
  }
}

}  // namespace commonground::publish
