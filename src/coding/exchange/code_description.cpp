// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Puts a code's definition and rules into one description, and takes them apart again.

#include "coding/exchange/code_description.h"

namespace commonground::coding {

namespace {

constexpr std::string_view kInclude = "Include: ";
constexpr std::string_view kExclude = "Exclude: ";

void Append(std::string& text, std::string_view head, const std::string& words) {
  if (words.empty()) return;
  if (!text.empty()) text += "\n\n";
  text += head;
  text += words;
}

// Takes off what stands from the last paragraph that begins with `head`.
std::string TakeOff(std::string& text, std::string_view head) {
  std::size_t at = text.rfind("\n\n" + std::string(head));
  std::string words;
  if (at != std::string::npos) {
    words = text.substr(at + 2 + head.size());
  } else if (text.starts_with(head)) {
    at = 0;
    words = text.substr(head.size());
  } else {
    return words;
  }
  text.resize(at);
  return words;
}

}  // namespace

std::string WriteCodeDescription(const model::Code& code) {
  std::string text = code.definition;
  Append(text, kInclude, code.include);
  Append(text, kExclude, code.exclude);
  return text;
}

CodeDescription ReadCodeDescription(std::string_view description) {
  CodeDescription read;
  read.definition = description;
  read.exclude = TakeOff(read.definition, kExclude);
  read.include = TakeOff(read.definition, kInclude);
  return read;
}

}  // namespace commonground::coding
