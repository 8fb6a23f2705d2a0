// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// internal://NAME is the file NAME of the folder sources, in any case, and with or without that prefix.  relative://
// and absolute:// lead to somebody's disk: they are named in the report and never followed.
#include "coding/exchange/refi_sources.h"

#include <algorithm>
#include <cctype>
#include <map>

#include "core/small_ascii.h"

namespace commonground::coding {

using model::Element;

namespace {

std::string_view LastPart(std::string_view path) {
  const std::size_t slash = path.find_last_of("/\\");
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

bool LeadsOut(std::string_view path) {
  const std::string small = core::SmallAscii(path);
  return small.starts_with("relative:") || small.starts_with("absolute:") || small.starts_with("file:") ||
         small.starts_with("http:") || small.starts_with("https:") || small.find("..") != std::string::npos;
}

std::string_view WithoutPrefix(std::string_view path) {
  static constexpr std::string_view kInternal = "internal://";
  return core::SmallAscii(path).starts_with(kInternal) ? path.substr(kInternal.size()) : path;
}

// "My%20file.txt"
std::string Unescaped(std::string_view path) {
  std::string plain;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const auto hex = [&](std::size_t at) {
      const int c = std::tolower(static_cast<unsigned char>(path[at]));
      return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    };
    if (path[i] == '%' && i + 2 < path.size() && hex(i + 1) >= 0 && hex(i + 2) >= 0) {
      plain += static_cast<char>(hex(i + 1) * 16 + hex(i + 2));
      i += 2;
    } else {
      plain += path[i];
    }
  }
  return plain;
}

bool IsText(std::string_view path) {
  return core::SmallAscii(path).ends_with(".txt") || core::SmallAscii(path).ends_with(".md");
}

std::string Number(const Element& element, const char* name) {
  return std::string(element.Attribute(name));
}

// What a part of a picture, page or recording is, for people.
std::string Region(const Element& element) {
  if (!element.Attribute("begin").empty()) return Number(element, "begin") + " to " + Number(element, "end") + " ms";
  std::string region = Number(element, "firstX") + "," + Number(element, "firstY") + " to " +
                       Number(element, "secondX") + "," + Number(element, "secondY");
  if (!element.Attribute("page").empty()) return "page " + Number(element, "page") + ", " + region + " points";
  return region + " pixels";
}

}  // namespace

RefiReader::RefiReader(const model::ProjectFile& file, Report& report) : file_(file), report_(report), guids_(report) {
  for (const auto& [name, bytes] : file.files) files_.emplace(core::SmallAscii(LastPart(name)), &bytes);
}

const std::string* RefiReader::File(std::string_view path) const {
  const std::string_view name = LastPart(WithoutPrefix(path));
  for (const std::string& wanted : {core::SmallAscii(name), core::SmallAscii(Unescaped(name))}) {
    if (const auto found = files_.find(wanted); found != files_.end()) return found->second;
  }
  return nullptr;
}

std::optional<core::Moment> RefiReader::At(std::string_view text) {
  if (text.empty()) return std::nullopt;
  const auto read = ReadMoment(text);
  if (!read) {
    report_.Add("times that are none", "left out");
    return std::nullopt;
  }
  if (!read->has_zone) report_.Add("times without a zone", "taken as UTC");
  return read->at;
}

std::vector<std::string> RefiReader::NoteRefs(const Element& element) {
  std::vector<std::string> notes;
  for (const Element& child : element.children) {
    if (child.name == "NoteRef") notes.push_back(guids_.Refer(child.Attribute("targetGUID")));
  }
  return notes;
}

std::pair<std::string, std::string> RefiReader::Variable(const Element& value) {
  std::pair<std::string, std::string> variable;
  for (const Element& child : value.children) {
    if (child.name == "VariableRef") {
      variable.first = guids_.Refer(child.Attribute("targetGUID"));
    } else if (child.name.ends_with("Value")) {
      variable.second = CanonicalLine(child.text);
    }
  }
  return variable;
}

RefiCoding RefiReader::Coding(const Element& element, const std::string& where) {
  RefiCoding coding;
  for (const Element& child : element.children) {
    if (child.name == "CodeRef") coding.code = guids_.Refer(child.Attribute("targetGUID"));
  }
  coding.guid = guids_.Define(element.Attribute("guid"), where + "\n" + coding.code);
  coding.user = guids_.Refer(element.Attribute("creatingUser"));
  coding.at = At(element.Attribute("creationDateTime"));
  coding.notes = NoteRefs(element);
  return coding;
}

RefiPassage RefiReader::Passage(const Element& element, const std::string& where) {
  RefiPassage passage;
  if (element.name != "PlainTextSelection" && element.name != "TranscriptSelection") passage.region = Region(element);
  const std::string place = where + "\n" + std::string(element.Attribute("startPosition")) + "\n" +
                            std::string(element.Attribute("endPosition")) + passage.region;
  passage.guid = guids_.Define(element.Attribute("guid"), "passage\n" + place);
  passage.start = ReadInteger(element.Attribute("startPosition"));
  passage.end = ReadInteger(element.Attribute("endPosition"));
  passage.name = CanonicalLine(element.Attribute("name"));
  passage.user = guids_.Refer(element.Attribute("creatingUser"));
  passage.modifier = guids_.Refer(element.Attribute("modifyingUser"));
  passage.at = At(element.Attribute("creationDateTime"));
  passage.notes = NoteRefs(element);
  for (const Element& child : element.children) {
    if (child.name == "Coding") {
      passage.codings.push_back(Coding(child, "coding\n" + place));
    } else if (child.name == "Description") {
      passage.description = Canonical(child.text);
    } else if (child.name == "Representation") {
      // Of an area of a page: the words that stand there.
      for (const Element& part : child.children) {
        if (part.name == "PlainTextContent" && passage.name.empty()) passage.name = CanonicalLine(part.text);
      }
    } else if (child.name != "NoteRef") {
      report_.Add("elements " + child.name + " in passages", "left out");
    }
  }
  return passage;
}

void RefiReader::FindText(const Element& element, RefiSource& source) {
  for (const Element& child : element.children) {
    if (child.name != "PlainTextContent") continue;
    source.text = ReadRawText(child.text);
    source.has_text = true;
    const std::string beside(element.Attribute("plainTextPath"));
    const std::string* bytes = beside.empty() || LeadsOut(beside) ? nullptr : File(beside);
    if (bytes != nullptr && ReadRawText(*bytes).canonical != source.text.canonical) {
      report_.Add("texts that stand in the project and, in other words, in a file of it",
                  "read as they stand in the project; the file is left out");
    }
    return;
  }
  std::vector<std::string> paths;
  for (const char* name : {"plainTextPath", "richTextPath", "path"}) {
    if (!element.Attribute(name).empty()) paths.emplace_back(element.Attribute(name));
  }
  for (const std::string& path : paths) {
    if (LeadsOut(path)) {
      report_.Add("sources outside of the file (relative or absolute paths)", "never followed: their text is missing");
      continue;
    }
    // An old program names its text as the styled one; a file that was turned into text has ".txt" added.
    const std::string* bytes = IsText(path) ? File(path) : File(path + ".txt");
    if (bytes == nullptr) continue;
    source.text = ReadRawText(*bytes);
    source.has_text = true;
    source.text_file = core::SmallAscii(Unescaped(LastPart(WithoutPrefix(path))));
    if (!IsText(path)) report_.Add("sources whose text was read from their PDF or office file", "a document each");
    return;
  }
}

void RefiReader::Head(const Element& element, const std::string& where, RefiSource& source) {
  source.element = element.name;
  source.name = CanonicalLine(element.Attribute("name"));
  source.guid = guids_.Define(element.Attribute("guid"), where + "\n" + source.name);
  source.user = guids_.Refer(element.Attribute("creatingUser"));
  source.at = At(element.Attribute("creationDateTime"));
}

// Children that every kind of source has.
bool RefiReader::Common(const Element& child, RefiSource& source) {
  if (child.name == "Description") {
    source.description = Canonical(child.text);
  } else if (child.name == "Coding") {
    source.whole.push_back(Coding(child, "coding of source\n" + source.guid));
  } else if (child.name == "NoteRef") {
    source.notes.push_back(guids_.Refer(child.Attribute("targetGUID")));
  } else if (child.name == "VariableValue") {
    source.variables.push_back(Variable(child));
  } else {
    return false;
  }
  return true;
}

RefiSource RefiReader::Text(const Element& element, const std::string& where) {
  RefiSource source;
  Head(element, where, source);
  FindText(element, source);
  for (const std::string& notice : source.text.notices)
    report_.Add("sources whose text " + notice, "read all the same");
  if (!element.Attribute("richTextPath").empty() && !IsText(element.Attribute("richTextPath"))) {
    report_.Add("styled texts (richTextPath)", "not kept; their plain text is");
  }
  for (const Element& child : element.children) {
    if (child.name == "PlainTextSelection") {
      source.passages.push_back(Passage(child, source.guid));
    } else if (child.name != "PlainTextContent" && !Common(child, source)) {
      report_.Add("elements " + child.name + " in sources", "left out");
    }
  }
  return source;
}

RefiSource RefiReader::Pages(const Element& element, const std::string& where) {
  RefiSource source;
  Head(element, where, source);
  for (const Element& child : element.children) {
    if (child.name == "PDFSelection" || child.name == "PictureSelection") {
      source.passages.push_back(Passage(child, source.guid));
    } else if (child.name == "Representation" || child.name == "TextDescription") {
      RefiSource text = Text(child, where + "\ntext");
      source.other_guids.push_back(text.guid);
      source.text = std::move(text.text);
      source.has_text = text.has_text;
      std::ranges::move(text.passages, std::back_inserter(source.passages));
      std::ranges::move(text.whole, std::back_inserter(source.whole));
      std::ranges::move(text.notes, std::back_inserter(source.notes));
    } else if (!Common(child, source)) {
      report_.Add("elements " + child.name + " in sources", "left out");
    }
  }
  if (!source.has_text) FindText(element, source);
  report_.Add(element.name == "PDFSource" ? "PDF files" : "pictures",
              "not kept as files; their text is, where there is one");
  return source;
}

RefiSource RefiReader::Recording(const Element& element, const std::string& where,
                                 std::vector<RefiSource>& transcripts) {
  RefiSource source;
  Head(element, where, source);
  report_.Add("recordings", "not kept as files; their transcripts are");
  for (const Element& child : element.children) {
    if (child.name == "AudioSelection" || child.name == "VideoSelection") {
      source.passages.push_back(Passage(child, source.guid));
      continue;
    }
    if (child.name != "Transcript") {
      if (!Common(child, source)) report_.Add("elements " + child.name + " in sources", "left out");
      continue;
    }
    RefiSource transcript;
    Head(child, where + "\ntranscript", transcript);
    if (transcript.name.empty()) transcript.name = source.name;
    FindText(child, transcript);
    std::map<std::string, std::string> positions;  // of moments of the recording, in the text
    for (const Element& part : child.children) {
      if (part.name == "SyncPoint") positions[guids_.Refer(part.Attribute("guid"))] = part.Attribute("position");
    }
    for (const Element& part : child.children) {
      if (part.name == "TranscriptSelection") {
        RefiPassage passage = Passage(part, transcript.guid);
        passage.start = ReadInteger(positions[guids_.Refer(part.Attribute("fromSyncPoint"))]);
        passage.end = ReadInteger(positions[guids_.Refer(part.Attribute("toSyncPoint"))]);
        transcript.passages.push_back(std::move(passage));
      } else if (part.name != "SyncPoint" && part.name != "PlainTextContent") {
        Common(part, transcript);
      }
    }
    transcripts.push_back(std::move(transcript));
  }
  return source;
}

namespace {

// A transcript that is a source of its own and stands below its recording too (ATLAS.ti): one text, read once.  What
// is said of it in either place goes to the first.
void JoinByFile(std::vector<RefiSource>& sources, Report& report) {
  std::map<std::string, std::size_t> first;
  std::vector<RefiSource> kept;
  for (RefiSource& source : sources) {
    const auto [found, is_new] =
        source.text_file.empty() ? std::pair(first.end(), true) : first.emplace(source.text_file, kept.size());
    if (is_new) {
      kept.push_back(std::move(source));
      continue;
    }
    RefiSource& one = kept[found->second];
    report.Add("texts that several sources share (a transcript beside its recording)", "one document");
    one.other_guids.push_back(source.guid);
    std::ranges::move(source.other_guids, std::back_inserter(one.other_guids));
    std::ranges::move(source.passages, std::back_inserter(one.passages));
    std::ranges::move(source.whole, std::back_inserter(one.whole));
    std::ranges::move(source.notes, std::back_inserter(one.notes));
    std::ranges::move(source.variables, std::back_inserter(one.variables));
    if (IsBlank(one.description)) one.description = std::move(source.description);
    if (one.user.empty()) one.user = source.user;
    if (!one.at) one.at = source.at;
  }
  sources = std::move(kept);
}

}  // namespace

std::vector<RefiSource> RefiReader::Sources(const Element& list) {
  std::vector<RefiSource> sources;
  for (const Element& element : list.children) {
    const std::string where = "source " + std::to_string(sources.size());
    if (element.name == "TextSource") {
      sources.push_back(Text(element, where));
    } else if (element.name == "PDFSource" || element.name == "PictureSource") {
      sources.push_back(Pages(element, where));
    } else if (element.name == "AudioSource" || element.name == "VideoSource") {
      std::vector<RefiSource> transcripts;
      sources.push_back(Recording(element, where, transcripts));
      std::ranges::move(transcripts, std::back_inserter(sources));
    } else {
      report_.Add("sources of an unknown kind (" + element.name + ")", "left out");
    }
  }
  JoinByFile(sources, report_);
  return sources;
}

std::vector<std::string> FilesWithoutText(const model::ProjectFile& file) {
  std::vector<std::string> names;
  for (const Element& list : file.root.children) {
    if (list.name != "Sources") continue;
    for (const Element& source : list.children) {
      const bool has_text = std::ranges::any_of(source.children, [](const Element& child) {
        return child.name == "Representation" || child.name == "PlainTextContent";
      });
      if (has_text || IsText(source.Attribute("plainTextPath")) || IsText(source.Attribute("richTextPath"))) continue;
      for (const char* attribute : {"path", "richTextPath", "plainTextPath"}) {
        const std::string_view path = source.Attribute(attribute);
        if (path.empty() || LeadsOut(path)) continue;
        const std::string wanted = core::SmallAscii(LastPart(WithoutPrefix(path)));
        for (const auto& [name, bytes] : file.files) {
          if (core::SmallAscii(LastPart(name)) == wanted) names.push_back(name);
        }
      }
    }
  }
  return names;
}

}  // namespace commonground::coding
