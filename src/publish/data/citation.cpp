// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every value is quoted as its format wants it: YAML takes JSON's strings, BibTeX escapes ten characters.
#include "publish/data/citation.h"

#include <array>
#include <nlohmann/json.hpp>
#include <utility>

namespace commonground::publish {

namespace {

std::string Quoted(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string ForTex(const std::string& text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '\\':
        out += "\\textbackslash{}";
        break;
      case '~':
        out += "\\textasciitilde{}";
        break;
      case '^':
        out += "\\textasciicircum{}";
        break;
      case '{':
      case '}':
      case '%':
      case '&':
      case '#':
      case '_':
      case '$':
        out += '\\';
        out += c;
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace

std::string SpdxOf(const std::string& licence) {
  static constexpr std::array<std::pair<const char*, const char*>, 10> kKnown{{{"CC0 1.0", "CC0-1.0"},
                                                                               {"CC BY 4.0", "CC-BY-4.0"},
                                                                               {"CC BY-SA 4.0", "CC-BY-SA-4.0"},
                                                                               {"CC BY-NC 4.0", "CC-BY-NC-4.0"},
                                                                               {"CC BY-NC-SA 4.0", "CC-BY-NC-SA-4.0"},
                                                                               {"CC BY-NC-ND 4.0", "CC-BY-NC-ND-4.0"},
                                                                               {"CC BY-ND 4.0", "CC-BY-ND-4.0"},
                                                                               {"CC BY-SA 3.0", "CC-BY-SA-3.0"},
                                                                               {"CC BY 3.0", "CC-BY-3.0"},
                                                                               {"ODbL 1.0", "ODbL-1.0"}}};
  for (const auto& [words, spdx] : kKnown) {
    if (licence == words || licence == spdx) return spdx;
  }
  return {};
}

std::string LicenceAddressOf(const std::string& licence) {
  const std::string spdx = SpdxOf(licence);
  if (spdx == "CC0-1.0") return "https://creativecommons.org/publicdomain/zero/1.0/";
  if (spdx == "ODbL-1.0") return "https://opendatacommons.org/licenses/odbl/1-0/";
  if (!spdx.starts_with("CC-")) return {};
  std::string terms = spdx.substr(3, spdx.size() - 7);  // "BY-NC-SA" of "CC-BY-NC-SA-4.0"
  for (char& c : terms) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return "https://creativecommons.org/licenses/" + terms + "/" + spdx.substr(spdx.size() - 3) + "/";
}

std::string CffOf(const Citation& citation) {
  std::string cff = "cff-version: 1.2.0\nmessage: \"Please cite this edition as below.\"\ntype: dataset\n";
  cff += "title: " + Quoted(citation.title) + "\n";
  cff += "authors:\n  - name: " + Quoted(citation.publisher.empty() ? citation.authors : citation.publisher) + "\n";
  cff += "date-released: " + Quoted(citation.day.Text()) + "\n";
  if (const std::string spdx = SpdxOf(citation.licence); !spdx.empty()) cff += "license: " + spdx + "\n";
  return cff;
}

std::string BibTexOf(const Citation& citation) {
  std::string text = "@dataset{common-ground-" + citation.day.Text() + ",\n";
  const auto add = [&text](const char* field, const std::string& value) {
    text += std::string("  ") + field + " = {" + value + "},\n";
  };
  if (!citation.publisher.empty()) add("author", "{" + ForTex(citation.publisher) + "}");
  add("title", "{" + ForTex(citation.title) + "}");
  add("date", citation.day.Text());
  if (!citation.publisher.empty()) add("publisher", ForTex(citation.publisher));
  if (!citation.licence.empty()) add("note", ForTex(citation.licence));
  add("langid", citation.language);
  return text + "}\n";
}

std::string CslOf(const Citation& citation) {
  using nlohmann::ordered_json;
  const std::string day = citation.day.Text();
  ordered_json one{{"id", "common-ground-" + day},
                   {"type", "dataset"},
                   {"title", citation.title},
                   {"issued", {{"raw", day}}},
                   {"language", citation.language}};
  if (!citation.publisher.empty()) {
    one["author"] = ordered_json::array({{{"literal", citation.publisher}}});
    one["publisher"] = citation.publisher;
  }
  if (!citation.licence.empty()) one["license"] = citation.licence;
  return ordered_json::array({one}).dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace commonground::publish
