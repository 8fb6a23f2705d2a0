// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Carries a project out of the sandbox, believing nothing that comes.

#include "ingest/exchange/project_frame.h"

#include <charconv>
#include <optional>

#include "ingest/sandbox/frames.h"
#include "ingest/text/utf8.h"

namespace commonground::ingest {

using model::Element;
using model::ProjectFile;
using model::ProjectFormat;

namespace {

constexpr char kVersion = 1;
constexpr std::size_t kMaxNotices = 100;
constexpr std::size_t kMaxNoticeBytes = 1'000;
constexpr std::size_t kMaxNameBytes = 500;

constexpr std::string_view kFix = "open it in the program it was made with, and export it again";

// The parts of `bytes` between NULs.
std::optional<std::vector<std::string>> Fields(std::string_view bytes) {
  std::vector<std::string> fields;
  for (;;) {
    const std::size_t end = std::min(bytes.find('\0'), bytes.size());
    fields.emplace_back(bytes.substr(0, end));
    if (!IsUtf8(fields.back())) return std::nullopt;
    if (end == bytes.size()) return fields;
    bytes.remove_prefix(end + 1);
  }
}

class Reader {
 public:
  // nullptr when it is good.
  const char* Take(char kind, std::string_view bytes) {
    if (kind == 'V') {
      // A failure (ingest/sandbox/frame.h) has no format.
      if (bytes.empty() || bytes.size() > 2 || bytes[0] != kVersion) return "an unknown version";
      if (bytes.size() == 2 && (bytes[1] < 0 || bytes[1] > 2)) return "an unknown format";
      if (bytes.size() == 2) file_.format = static_cast<ProjectFormat>(bytes[1]);
      return nullptr;
    }
    total_ += bytes.size();
    if (total_ > kMaxProjectBytes) return "more than a project may have";
    switch (kind) {
      case 'S':
        return Begin(bytes);
      case 'T':
        if (open_.empty() || !open_.back()->text.empty() || bytes.empty() || !IsUtf8(bytes)) return "a bad text";
        open_.back()->text = bytes;
        return nullptr;
      case 'X':
        if (open_.empty() || !bytes.empty()) return "a bad end";
        open_.pop_back();
        return nullptr;
      case 'F':
      case 'L':
        return OneFile(kind, bytes);
      case 'N':
        if (file_.notices.size() >= kMaxNotices || bytes.empty() || bytes.size() > kMaxNoticeBytes || !IsUtf8(bytes))
          return "a bad notice";
        file_.notices.emplace_back(bytes);
        return nullptr;
      default:
        return "an unknown part";
    }
  }

  bool IsWhole() const { return has_root_ && open_.empty(); }
  ProjectFile TakeFile() { return std::move(file_); }

 private:
  const char* Begin(std::string_view bytes) {
    if (++elements_ > kMaxElements || open_.size() >= kMaxElementDepth) return "too many elements";
    auto fields = Fields(bytes);
    if (!fields || fields->size() % 2 == 0 || fields->front().empty()) return "a bad element";
    Element element;
    element.name = std::move(fields->front());
    for (std::size_t i = 1; i < fields->size(); i += 2) {
      element.attributes.emplace_back(std::move((*fields)[i]), std::move((*fields)[i + 1]));
    }
    if (open_.empty()) {
      if (has_root_) return "a second root";
      has_root_ = true;
      file_.root = std::move(element);
      open_.push_back(&file_.root);
      return nullptr;
    }
    // Siblings may move while more of them come, but no sibling of an open element is open.
    open_.push_back(&open_.back()->children.emplace_back(std::move(element)));
    return nullptr;
  }

  const char* OneFile(char kind, std::string_view bytes) {
    const std::size_t end = bytes.find('\0');
    if (end == std::string_view::npos || end == 0 || end > kMaxNameBytes) return "a bad file";
    const std::string name(bytes.substr(0, end));
    if (!IsUtf8(name) || file_.files.size() + file_.left.size() >= kMaxProjectFiles) return "a bad file";
    const std::string_view rest = bytes.substr(end + 1);
    if (kind == 'F') return file_.files.emplace(name, rest).second ? nullptr : "a file comes twice";
    std::uint64_t size = 0;
    const auto [stopped, code] = std::from_chars(rest.data(), rest.data() + rest.size(), size);
    if (code != std::errc() || stopped != rest.data() + rest.size()) return "a bad file";
    file_.left.push_back({name, size});
    return nullptr;
  }

  ProjectFile file_;
  std::vector<Element*> open_;
  std::size_t elements_ = 0;
  std::size_t total_ = 0;
  bool has_root_ = false;
};

void EncodeElement(const Element& element, ProjectFrames& frames) {
  frames.Begin(element.name, element.attributes);
  for (const Element& child : element.children) EncodeElement(child, frames);
  frames.Text(element.text);
  frames.End();
}

}  // namespace

ProjectFrames::ProjectFrames(ProjectFormat format) {
  const char head[] = {kVersion, static_cast<char>(format)};
  Frame('V', {head, 2});
}

void ProjectFrames::Frame(char kind, std::string_view bytes) {
  AppendFrame(answer_, kind, bytes);
}

void ProjectFrames::Begin(std::string_view name, const std::vector<std::pair<std::string, std::string>>& attributes) {
  scratch_ = name;
  for (const auto& [attribute, value] : attributes) {
    scratch_ += '\0';
    scratch_ += attribute;
    scratch_ += '\0';
    scratch_ += value;
  }
  Frame('S', scratch_);
}

void ProjectFrames::Text(std::string_view text) {
  if (!text.empty()) Frame('T', text);
}

void ProjectFrames::End() {
  Frame('X', {});
}

void ProjectFrames::File(std::string_view name, std::string_view bytes) {
  scratch_ = name;
  scratch_ += '\0';
  scratch_ += bytes;
  Frame('F', scratch_);
}

void ProjectFrames::Left(std::string_view name, std::uint64_t bytes) {
  scratch_ = name;
  scratch_ += '\0';
  scratch_ += std::to_string(bytes);
  Frame('L', scratch_);
}

void ProjectFrames::Notice(std::string_view notice) {
  if (!notice.empty()) Frame('N', notice);
}

std::string ProjectFrames::Take() {
  Frame('Z', {});
  return std::move(answer_);
}

core::Result<ProjectFile> DecodeProject(std::string_view answer) {
  if (answer.size() > kMaxProjectBytes * 2) return core::Fail(Untrusted("it is too long", kFix));
  Reader reader;
  CG_RETURN_IF_ERROR(
      ReadFrames(answer, kFix, [&](char kind, std::string_view bytes) { return reader.Take(kind, bytes); }));
  if (!reader.IsWhole()) return core::Fail(Untrusted("an element does not end", kFix));
  return reader.TakeFile();
}

std::string EncodeProject(const ProjectFile& file) {
  ProjectFrames frames(file.format);
  EncodeElement(file.root, frames);
  for (const auto& [name, bytes] : file.files) frames.File(name, bytes);
  for (const auto& left : file.left) frames.Left(left.name, left.bytes);
  for (const std::string& notice : file.notices) frames.Notice(notice);
  return frames.Take();
}

}  // namespace commonground::ingest
