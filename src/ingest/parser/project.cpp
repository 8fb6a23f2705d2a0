// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The layout that real programs write, not only the one that the standard asks for: Project.qde, a .qde that is named
// after the project (ATLAS.ti 26), Sources/ with a capital letter, stray files of the system.
#include "ingest/parser/project.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/small_ascii.h"
#include "ingest/exchange/project_frame.h"
#include "ingest/parser/xml_elements.h"
#include "ingest/parser/zip_file.h"
#include "ingest/text/utf8.h"

namespace commonground::ingest::parser {

namespace {

constexpr std::size_t kMaxFileBytes = 25'000'000;  // of one source that is given back

core::Status Bad(std::string_view what) {
  return core::Fail(core::ErrorCode::kInvalidInput, std::string(what));
}

// Does a system put it there by itself?
bool IsStray(const std::string& name) {
  const std::size_t slash = name.rfind('/');
  const std::string_view last =
      slash == std::string::npos ? std::string_view(name) : std::string_view(name).substr(slash + 1);
  return last.empty() || last.starts_with('.') || name.starts_with("__MACOSX/") || last == "Thumbs.db";
}

bool IsGivenBack(const std::string& small_name) {
  static constexpr std::array kEndings{".txt", ".md", ".docx", ".pdf", ".odt", ".rtf", ".html", ".htm", ".json"};
  return std::ranges::any_of(kEndings, [&](const char* ending) { return small_name.ends_with(ending); });
}

core::Status Elements(std::string_view xml, std::string_view root, ProjectFrames& frames) {
  bool first = true;
  bool right = true;
  XmlVisitor visitor;
  visitor.begin = [&](std::string_view name, const auto& attributes) {
    if (first) right = core::SmallAscii(name) == core::SmallAscii(root);
    first = false;
    frames.Begin(name, attributes);
  };
  visitor.end = [&](std::string_view, std::string_view text) {
    frames.Text(text);
    frames.End();
  };
  CG_RETURN_IF_ERROR(VisitXml(xml, visitor));
  if (!right) {
    return Bad("the XML is not REFI-QDA " + core::SmallAscii(root) +
               ": it begins with another element. Fix: give a .qdpx or "
               ".qdc file, as a coding program exports it");
  }
  return {};
}

bool IsProject(const std::string& small_name) {
  static constexpr std::array kEndings{".qdpx", ".qda", ".sqlite3", ".sqlite"};
  return std::ranges::any_of(kEndings, [&](const char* ending) { return small_name.ends_with(ending); });
}

// People pack a project once more to send it.
enum class Packed { kPerhaps, kNo };

core::Result<std::string> ParseContainer(std::string_view bytes, Packed packed) {
  ProjectFrames frames(model::ProjectFormat::kProject);
  std::vector<std::pair<std::string, std::string>> descriptions;  // .qde files
  std::vector<std::pair<std::string, std::string>> projects;
  std::size_t given = 0;
  const auto visit = [&](const std::string& name, std::string_view content) -> core::Status {
    if (!IsUtf8(name)) {
      return Bad(
          "a file in the container has a name that is not UTF-8. Fix: export it again from the program it was "
          "made with");
    }
    if (IsStray(name)) return {};
    const std::string small = core::SmallAscii(name);
    if (packed == Packed::kPerhaps && IsProject(small)) {
      projects.emplace_back(small, content);
      return {};
    }
    if (small.ends_with(".qde")) {
      descriptions.emplace_back(name, content);
      return {};
    }
    given += content.size();
    if (IsGivenBack(small) && content.size() <= kMaxFileBytes && given <= kMaxUnpacked) {
      frames.File(name, content);
    } else {
      frames.Left(name, content.size());
    }
    return {};
  };
  CG_RETURN_IF_ERROR(VisitZip(bytes, visit, Nested::kHandedOver));
  const auto at_root = [](const auto& one) { return one.first.find('/') == std::string::npos; };
  const auto rooted = std::ranges::count_if(descriptions, at_root);
  if (rooted > 1 || (rooted == 0 && descriptions.size() > 1)) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      "the container holds several projects (.qde files). Fix: export one project at a time");
  }
  if (descriptions.empty() && projects.size() == 1) {
    const auto& [name, content] = projects.front();
    return name.ends_with(".qdpx") ? ParseContainer(content, Packed::kNo) : ParseDatabase(content);
  }
  if (descriptions.empty() && projects.size() > 1) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      "the container holds several projects. Fix: unpack it and import one at a time");
  }
  for (const auto& [name, content] : projects) frames.Left(name, content.size());
  if (descriptions.empty()) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      "the container holds no project (no .qde file). Fix: give a .qdpx file, as a coding program "
                      "exports it");
  }
  const auto chosen = rooted == 1 ? std::ranges::find_if(descriptions, at_root) : descriptions.begin();
  CG_RETURN_IF_ERROR(Elements(chosen->second, "Project", frames));
  if (chosen->first != "project.qde") frames.Notice("the project's description is named " + chosen->first);
  return frames.Take();
}

}  // namespace

core::Result<std::string> ParseProject(std::string_view bytes) {
  return ParseContainer(bytes, Packed::kPerhaps);
}

core::Result<std::string> ParseDescription(std::string_view bytes) {
  ProjectFrames frames(model::ProjectFormat::kProject);
  CG_RETURN_IF_ERROR(Elements(bytes, "Project", frames));
  return frames.Take();
}

core::Result<std::string> ParseCodebook(std::string_view bytes) {
  ProjectFrames frames(model::ProjectFormat::kCodebook);
  CG_RETURN_IF_ERROR(Elements(bytes, "CodeBook", frames));
  return frames.Take();
}

}  // namespace commonground::ingest::parser
