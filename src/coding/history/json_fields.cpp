// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The forms of the values that are neither texts nor numbers.
#include "coding/history/json_fields.h"

#include <charconv>

namespace commonground::coding {

namespace {

template <typename Value>
bool Parse(const Json& said, Value& value) {
  if (!said.is_string()) return false;
  const auto parsed = Value::Parse(said.get<std::string>());
  if (parsed) value = *parsed;
  return parsed.has_value();
}

}  // namespace

Json Said(const model::Bound& bound) {
  if (bound.kind == model::Bound::Kind::kCount) return std::to_string(bound.count);
  return (bound.strict ? ">" : "") + bound.share.Text();
}

Json Said(const model::Criterion& criterion) {
  return {{"body", criterion.body},
          {"share", criterion.share.Text()},
          {"more_than", criterion.comparison == model::Comparator::kMoreThan},
          {"empty_is_not_applicable", criterion.when_empty == model::EmptyBody::kNotApplicable}};
}

bool Take(const Json& said, std::string& text) {
  if (said.is_string()) text = said.get<std::string>();
  return said.is_string();
}
bool Take(const Json& said, core::Date& date) {
  return Parse(said, date);
}
bool Take(const Json& said, core::Moment& moment) {
  return Parse(said, moment);
}
bool Take(const Json& said, core::Fraction& share) {
  return Parse(said, share);
}
bool Take(const Json& said, std::map<std::string, std::string>& claims) {
  if (!said.is_object()) return false;
  for (const auto& item : said.items()) {
    if (!Take(item.value(), claims[item.key()])) return false;
  }
  return true;
}
bool Take(const Json& said, bool& yes) {
  if (said.is_boolean()) yes = said.get<bool>();
  return said.is_boolean();
}
bool Take(const Json& said, std::int64_t& number) {
  if (said.is_number_integer()) number = said.get<std::int64_t>();
  return said.is_number_integer();
}
bool Take(const Json& said, int& number) {
  std::int64_t wide = 0;
  if (!Take(said, wide) || wide != static_cast<int>(wide)) return false;
  number = static_cast<int>(wide);
  return true;
}

bool Take(const Json& said, model::Bound& bound) {
  std::string text;
  if (!Take(said, text)) return false;
  if (text.find('/') == std::string::npos) {
    const char* end = text.data() + text.size();
    const auto [stop, problem] = std::from_chars(text.data(), end, bound.count);
    return problem == std::errc{} && stop == end;
  }
  bound.kind = model::Bound::Kind::kShare;
  bound.strict = text.front() == '>';
  return Parse(Json(text.substr(bound.strict ? 1 : 0)), bound.share);
}

bool Take(const Json& said, model::Criterion& criterion) {
  bool more_than = false;
  bool not_applicable = false;
  const bool good = said.is_object() && said.contains("body") && Take(said["body"], criterion.body) &&
                    said.contains("share") && Parse(said["share"], criterion.share) && said.contains("more_than") &&
                    Take(said["more_than"], more_than) && said.contains("empty_is_not_applicable") &&
                    Take(said["empty_is_not_applicable"], not_applicable);
  if (more_than) criterion.comparison = model::Comparator::kMoreThan;
  if (not_applicable) criterion.when_empty = model::EmptyBody::kNotApplicable;
  return good;
}

bool Take(const Json& said, std::map<std::string, std::vector<std::string>>& lists) {
  if (!said.is_object()) return false;
  for (const auto& item : said.items()) {
    if (!Take(item.value(), lists[item.key()])) return false;
  }
  return true;
}

}  // namespace commonground::coding
