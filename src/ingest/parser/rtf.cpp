// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// RTF's destinations: groups that say by their first word what they are for.  A group that begins with \* and that is
// not known is for another program; any other group is text.
#include <algorithm>
#include <array>
#include <unordered_map>

#include "ingest/parser/parsed.h"
#include "ingest/parser/rtf_text.h"

namespace commonground::ingest::parser {

namespace {

using model::PartKind;

enum class Place {
  kNothing,
  kContainer,
  kText,
  kFonts,
  kStyles,
  kNumber,
  kInstruction,
  kNote,
  kBox,
  kComment,
  kHeader,
  kIndex,
  kPicture,
  kShapeName,
  kShapeValue,
  kForm,
  kChoice
};

const std::unordered_map<std::string_view, Place>& Places() {
  static const std::unordered_map<std::string_view, Place> kPlaces = [] {
    std::unordered_map<std::string_view, Place> places;
    const auto all = [&places](Place place, std::initializer_list<std::string_view> names) {
      for (const std::string_view name : names) places.emplace(name, place);
    };
    all(Place::kNothing, {"colortbl",    "info",         "themedata", "colorschememapping",
                          "datastore",   "latentstyles", "listtable", "listoverridetable",
                          "rsidtbl",     "generator",    "revtbl",    "pgptbl",
                          "filetbl",     "xmlnstbl",     "mmathPr",   "pgdsctbl",
                          "userprops",   "objclass",     "objname",   "objdata",
                          "objalias",    "objsect",      "blipuid",   "shprslt",
                          "bkmkstart",   "bkmkend",      "atrfstart", "atrfend",
                          "atnid",       "atnauthor",    "atntime",   "atndate",
                          "atnref",      "atnicn",       "atnparent", "fldtype",
                          "datafield",   "pn",           "pnseclvl",  "nonesttables",
                          "ftnsep",      "ftnsepc",      "ftncn",     "aftnsep",
                          "aftnsepc",    "aftncn",       "template",  "background",
                          "nonshppict",  "mmathPict",    "listname",  "listpicture",
                          "picprop",     "private",      "keycode",   "annotationref",
                          "docvar",      "fchars",       "lchars",    "nesttableprops",
                          "protusertbl", "passwordhash", "xform",     "falt",
                          "panose",      "fontemb",      "fontfile"});
    all(Place::kContainer, {"shp", "shpinst", "sp", "shpgrp", "do", "object", "upr", "shppict"});
    all(Place::kText, {"fldrslt", "result", "ud", "moMath", "moMathPara", "mmath", "field", "rtf"});
    all(Place::kFonts, {"fonttbl"});
    all(Place::kStyles, {"stylesheet"});
    all(Place::kNumber, {"listtext", "pntext"});
    all(Place::kInstruction, {"fldinst"});
    all(Place::kNote, {"footnote"});
    all(Place::kBox, {"shptxt", "dptxbxtext"});
    all(Place::kComment, {"annotation"});
    all(Place::kHeader, {"header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"});
    all(Place::kIndex, {"xe", "tc", "tcn", "rxe", "txe"});
    all(Place::kPicture, {"pict"});
    all(Place::kShapeName, {"sn"});
    all(Place::kShapeValue, {"sv"});
    all(Place::kForm, {"formfield"});
    all(Place::kChoice, {"ffl"});
    return places;
  }();
  return kPlaces;
}

}  // namespace

void RtfText::Begin(LeftOut why) {
  states_.back().to = To::kText;
  if (!states_.back().why) states_.back().why = why;
}

void RtfText::BeginStory(As as) {
  State& state = states_.back();
  state.to = To::kText;
  if (state.why || state.deleted || state.hidden) return;
  state.opens_story = true;
  state.story_as = as;
  state.in_table = false;
  state.style = 0;
  state.outline = -1;
  stories_.emplace_back();
  stories_.back().as = as;
}

// Does this word say what its group is for?
bool RtfText::Destination(std::string_view name, bool star) {
  State& state = states_.back();
  if (state.to == To::kStyles && !star) {
    if (name == "s") return false;
  }
  const auto place = Places().find(name);
  if (state.to == To::kNothing) return true;
  if (place == Places().end()) {
    const bool formula_property = name.size() > 3 && name.starts_with('m') && name.ends_with("Pr");
    if (star || formula_property) state.to = To::kNothing;
    return star || formula_property;
  }
  switch (place->second) {
    case Place::kPicture:
      reading_.Remove("pictures");
      [[fallthrough]];
    case Place::kNothing:
      if (name == "annotationref" || name == "atnauthor") reading_.Remove("comments");
      state.to = To::kNothing;
      return true;
    case Place::kContainer:
      state.to = To::kContainer;
      return true;
    case Place::kText:
      if (name != "field" && state.to != To::kInstruction) state.to = To::kText;
      return true;
    case Place::kFonts:
      state.to = To::kFonts;
      return true;
    case Place::kStyles:
      state.to = To::kStyles;
      return true;
    case Place::kNumber:
      state.to = To::kNumber;
      return true;
    case Place::kInstruction:
      state.to = To::kInstruction;
      state.ends_instruction = true;
      return true;
    case Place::kShapeName:
      shape_name_.clear();
      state.to = To::kShapeName;
      return true;
    case Place::kShapeValue:  // words set as a drawing (WordArt)
      state.to = shape_name_ == "gtextUNICODE" ? To::kText : To::kNothing;
      return true;
    case Place::kForm:
      choices_.clear();
      form_type_ = 0;
      form_chosen_ = 25;
      form_first_ = 0;
      state.to = To::kForm;
      state.ends_form = true;
      return true;
    case Place::kChoice:
      choices_.emplace_back();
      state.to = To::kChoice;
      return true;
    case Place::kNote:
      BeginStory({PartKind::kFootnote, 0});
      return true;
    case Place::kBox:
      BeginStory({});
      return true;
    case Place::kComment:
      reading_.Remove("comments");
      Begin(LeftOut::kComment);
      return true;
    case Place::kHeader:
      Begin(LeftOut::kHeaderOrFooter);
      return true;
    case Place::kIndex:
      Begin(LeftOut::kIndexEntry);
      return true;
  }
  return false;
}

core::Result<Parsed> ParseRtf(std::string_view bytes, const ParseOptions&) {
  if (!bytes.starts_with("{\\rtf")) {
    return core::Fail(core::ErrorCode::kInvalidInput, "the file is named RTF but is none. Fix: check the file's name");
  }
  for (const std::string_view mark : {"\\objocx", "\\objautlink", "\\ddeauto"}) {
    if (bytes.find(mark) != std::string_view::npos) {
      return core::Fail(
          core::ErrorCode::kInvalidInput,
          "the file holds controls, or parts that are fetched from other files. Fix: save it as DOCX, or take "
          "them out and save it again");
    }
  }
  Reading reading;
  // What is shown of one are the words of its \\result; the other file in it is never opened.
  if (bytes.find("\\objdata") != std::string_view::npos) reading.Remove("embedded objects");
  if (bytes.find("{\\author") != std::string_view::npos || bytes.find("{\\operator") != std::string_view::npos)
    reading.Remove("author");
  if (bytes.find("{\\company") != std::string_view::npos) reading.Remove("company");
  RtfText text(reading);
  CG_RETURN_IF_ERROR(text.Read(bytes));
  return reading.Finish(text.own());
}

}  // namespace commonground::ingest::parser
