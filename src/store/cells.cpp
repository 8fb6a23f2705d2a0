// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Turns values of the model into cells of the database and back.

#include "store/cells.h"

#include <unicode/utf8.h>

#include <charconv>
#include <cstring>
#include <limits>
#include <nlohmann/json.hpp>

#include "store/failure.h"

namespace commonground::store {

using nlohmann::json;

namespace {

std::string Dump(const json& value) {
  try {
    return value.dump();
  } catch (const json::exception&) {  // text that is not UTF-8
    throw Failure(core::ErrorCode::kInvalidInput, "a text of the study is not UTF-8. Nothing was changed");
  }
}

template <typename Value>
bool Read(const std::string& text, Value& value) {
  try {
    value = json::parse(text).get<Value>();
    return true;
  } catch (const json::exception&) {
    return false;
  }
}

}  // namespace

std::string ToText(const std::vector<std::string>& list) {
  return list.empty() ? "[]" : Dump(json(list));
}
std::string ToText(const StringLists& lists) {
  return Dump(json(lists));
}
std::string ToText(const Strings& strings) {
  return Dump(json(strings));
}

std::string ToText(const std::vector<model::Criterion>& criteria) {
  json rows = json::array();
  for (const auto& criterion : criteria) {
    rows.push_back({{"body", criterion.body},
                    {"share", criterion.share.Text()},
                    {"more_than", criterion.comparison == model::Comparator::kMoreThan},
                    {"empty_is_not_applicable", criterion.when_empty == model::EmptyBody::kNotApplicable}});
  }
  return Dump(rows);
}

std::string ToText(const std::vector<model::Part>& parts) {
  json rows = json::array();
  for (const auto& part : parts) {
    rows.push_back({model::Word(part.kind), part.level, part.range.start, part.range.end, part.page,
                    part.confidence ? json(*part.confidence) : json()});
  }
  return Dump(rows);
}

std::string ToText(const model::Bound& bound) {
  if (bound.kind == model::Bound::Kind::kCount) return std::to_string(bound.count);
  return (bound.strict ? ">" : "") + bound.share.Text();
}

bool IsText(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  if (text.size() > std::numeric_limits<std::int32_t>::max()) return false;
  for (std::int32_t at = 0; at < size;) {
    // Eight letters of English at once.
    std::uint64_t word = 0;
    if (size - at >= 8) std::memcpy(&word, bytes + at, sizeof word);
    const std::uint64_t zeros = (word - 0x0101010101010101ULL) & ~word;
    if (size - at >= 8 && ((word | zeros) & 0x8080808080808080ULL) == 0) {
      at += 8;
      continue;
    }
    UChar32 letter = 0;
    U8_NEXT(bytes, at, size, letter);
    if (letter <= 0) return false;
  }
  return true;
}

bool FromText(const std::string& text, std::vector<std::string>& list) {
  if (text == "[]") return true;
  // Most lists hold few words and no backslash, and then no quotation mark either: a hundred thousand codings hold one
  // each.
  const bool is_plain = text.size() > 4 && text.starts_with("[\"") && text.ends_with("\"]") && IsText(text) &&
                        std::ranges::none_of(text, [](unsigned char c) { return c == '\\' || c < 0x20; });
  if (!is_plain) return Read(text, list);
  std::string_view rest(text);
  rest = rest.substr(2, rest.size() - 4);
  for (std::size_t end = 0; end != std::string_view::npos;) {
    end = rest.find('"');
    list.emplace_back(rest.substr(0, end));
    if (end != std::string_view::npos && !rest.substr(end).starts_with("\",\"")) return false;
    if (end != std::string_view::npos) rest.remove_prefix(end + 3);
  }
  return true;
}
bool FromText(const std::string& text, StringLists& lists) {
  return Read(text, lists);
}
bool FromText(const std::string& text, Strings& strings) {
  return Read(text, strings);
}

bool FromText(const std::string& text, std::vector<model::Criterion>& criteria) {
  try {
    for (const json& row : json::parse(text)) {
      model::Criterion criterion;
      criterion.body = row.at("body").get<std::string>();
      if (!FromText(row.at("share").get<std::string>(), criterion.share)) return false;
      criterion.comparison =
          row.at("more_than").get<bool>() ? model::Comparator::kMoreThan : model::Comparator::kAtLeast;
      criterion.when_empty = row.at("empty_is_not_applicable").get<bool>() ? model::EmptyBody::kNotApplicable
                                                                           : model::EmptyBody::kUndetermined;
      criteria.push_back(std::move(criterion));
    }
    return true;
  } catch (const json::exception&) {
    return false;
  }
}

bool FromText(const std::string& text, std::vector<model::Part>& parts) {
  if (text == "[]") return true;
  try {
    for (const json& row : json::parse(text)) {
      model::Part part;
      const auto kind = model::FromWord<model::PartKind>(row.at(0).get<std::string>());
      if (!kind || row.size() != 6) return false;
      part.kind = *kind;
      part.level = row.at(1).get<int>();
      part.range = {row.at(2).get<std::int64_t>(), row.at(3).get<std::int64_t>()};
      part.page = row.at(4).get<int>();
      if (!row.at(5).is_null()) part.confidence = row.at(5).get<int>();
      parts.push_back(part);
    }
    return true;
  } catch (const json::exception&) {
    return false;
  }
}

bool FromText(const std::string& text, model::Bound& bound) {
  if (text.find('/') == std::string::npos) {
    bound.kind = model::Bound::Kind::kCount;
    const char* end = text.data() + text.size();
    const auto [stop, problem] = std::from_chars(text.data(), end, bound.count);
    return problem == std::errc{} && stop == end;
  }
  bound.kind = model::Bound::Kind::kShare;
  bound.strict = text.front() == '>';
  return FromText(bound.strict ? text.substr(1) : text, bound.share);
}

bool FromText(const std::string& text, core::Fraction& share) {
  const auto read = core::Fraction::Parse(text);
  if (read) share = *read;
  return read.has_value();
}

bool FromText(const std::string& text, core::Moment& moment) {
  const auto parsed = core::Moment::Parse(text);
  if (parsed) moment = *parsed;
  return parsed.has_value();
}

bool FromText(const std::string& text, core::Date& date) {
  const auto read = core::Date::Parse(text);
  if (read) date = *read;
  return read.has_value();
}

bool FromText(const std::string& text, model::GapUnit& unit) {
  unit = text == "passage" ? model::GapUnit::kPassage : model::GapUnit::kDocument;
  return text == "passage" || text == "document";
}

}  // namespace commonground::store
