// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A thing is compared as the history writes it down, so that a field that the history learns is combined as well. Texts
// stand in that form as their hashes.  Three-way merge by fields, as version control does it by lines:
//
//   seen:   label "Centre"   definition ""         kind other
//   theirs: label "Centre"   definition "A place"  kind practice
//   yours:  label "House"    definition ""         kind barrier      ->  label "House", definition "A place", kind: ask
#include "coding/history/three_way_merge.h"

#include <nlohmann/json.hpp>
#include <set>

#include "coding/history/things.h"
#include "core/check.h"
#include "core/content_hash.h"
#include "model/guids.h"

namespace commonground::coding {

namespace {

using Json = nlohmann::ordered_json;
using Texts = std::map<std::string, std::string>;  // by hash
constexpr std::size_t kVersionDigits = 8;

std::string Written(const model::Code& code, const KeepText& keep) {
  return ToJson(code, 0, keep);
}
std::string Written(const model::Coding& coding, const KeepText& keep) {
  model::Coding one = coding;
  one.range = {};
  one.hint = "as the text gives it";
  return ToJson(one, 1, keep);
}
template <typename Thing>
std::string Written(const Thing& thing, const KeepText& keep) {
  return FieldsToJson(thing, keep);
}

// As `like`, with the fields of `json`.
std::optional<model::Code> Read(const std::string& json, const model::Code& like, const TextOf& text) {
  const auto placed = PlacedFrom<model::Code>(json, like.id.value, text);
  return placed ? std::optional(placed->thing) : std::nullopt;
}
std::optional<model::Coding> Read(const std::string& json, const model::Coding& like, const TextOf& text) {
  auto versioned = CodingFrom(json, like.id.value, like.document, text);
  if (!versioned) return std::nullopt;
  model::Coding& coding = versioned->coding;
  coding.exact = like.exact;
  coding.prefix = like.prefix;
  coding.suffix = like.suffix;
  coding.range = like.range;
  coding.hint = like.hint;
  return std::move(coding);
}
std::optional<model::Memo> Read(const std::string& json, const model::Memo& like, const TextOf& text) {
  return From<model::Memo>(json, like.id.value, like.document, text);
}

template <typename Thing>
Json FieldsOf(const Thing& thing, Texts& texts) {
  const KeepText keep = [&](const std::string& text) {
    std::string hash = core::ContentHash(text);
    texts.emplace(hash, text);
    return hash;
  };
  return Json::parse(Written(thing, keep));
}

std::string Shown(const Json& fields, const std::string& field, const Texts& texts) {
  if (!fields.contains(field)) return {};
  const Json& value = fields.at(field);
  if (value.is_boolean()) return "yes";
  if (!value.is_string()) return value.dump();
  const auto text = texts.find(value.get<std::string>());
  return text == texts.end() ? value.get<std::string>() : text->second;
}

bool Same(const Json& a, const Json& b, const std::string& field) {
  return a.contains(field) == b.contains(field) && (!a.contains(field) || a.at(field) == b.at(field));
}

std::set<std::string> FieldsIn(std::initializer_list<const Json*> all) {
  std::set<std::string> names;
  for (const Json* one : all) {
    for (const auto& item : one->items()) names.insert(item.key());
  }
  return names;
}

template <typename Thing>
std::string Version(const Thing& thing) {
  return core::ContentHash(Written(thing, core::ContentHash)).substr(0, kVersionDigits);
}

template <typename Thing>
MergeResult<Thing> CombineFields(const Thing& seen, const Thing& theirs, const Thing& yours) {
  Texts texts;
  const Json base = FieldsOf(seen, texts);
  const Json left = FieldsOf(theirs, texts);
  const Json right = FieldsOf(yours, texts);
  MergeResult<Thing> combined;
  Json fields = left;
  for (const auto& field : FieldsIn({&base, &left, &right})) {
    if (Same(left, right, field)) continue;
    if (Same(base, right, field)) {
      combined.theirs.push_back(field);
    } else if (!Same(base, left, field)) {
      combined.conflicts.push_back(
          {field, Shown(base, field, texts), Shown(left, field, texts), Shown(right, field, texts)});
    } else if (right.contains(field)) {
      fields[field] = right.at(field);
    } else {
      fields.erase(field);
    }
  }
  const auto thing = Read(fields.dump(), theirs, [&](const std::string& hash) { return texts.at(hash); });
  CG_CHECK(thing.has_value(), "fields of things that could be written can be read");
  combined.thing = *thing;
  return combined;
}

template <typename Thing>
LookedUp<Thing> LookUpIn(const std::string& version, const Thing& now, std::span<const model::Event> events,
                         std::span<const model::HistoryText> history_texts) {
  std::map<std::string, const std::string*> kept;
  for (const auto& history_text : history_texts) kept[history_text.id.value] = &history_text.text;
  LookedUp<Thing> looked;
  bool is_whole = true;
  const TextOf text = [&](const std::string& id) {
    const auto found = kept.find(id);
    if (found == kept.end()) is_whole = false;
    return found == kept.end() ? "erased " + id : *found->second;
  };
  // Every state that the thing had, with who made it of the one before.
  std::optional<Json> before;
  Texts texts;
  const auto take = [&](const Thing& state, const FieldChange& change) {
    const Json fields = FieldsOf(state, texts);
    if (before) {
      for (const auto& field : FieldsIn({&*before, &fields})) {
        if (!Same(*before, fields, field)) looked.changed[field] = change;
      }
    }
    before = fields;
    if (Version(state) != version) return;
    looked.seen = state;
    looked.changed.clear();
  };
  for (const auto& event : events) {
    for (const std::string* json : {&event.before, &event.after}) {
      if (json->empty()) continue;
      is_whole = true;
      const auto state = Read(*json, now, text);
      looked.is_erased = looked.is_erased || !is_whole;
      if (!state) continue;
      take(*state, json == &event.before ? FieldChange{} : FieldChange{event.person, event.at});
    }
  }
  take(now, {});
  looked.is_erased = looked.is_erased && !looked.seen;
  return looked;
}

}  // namespace

std::string VersionOf(const model::Code& code) {
  return Version(code);
}
std::string VersionOf(const model::Coding& coding) {
  return Version(coding);
}
std::string VersionOf(const model::Memo& memo) {
  return Version(memo);
}

MergeResult<model::Code> Combine(const model::Code& seen, const model::Code& theirs, const model::Code& yours) {
  return CombineFields(seen, theirs, yours);
}
MergeResult<model::Coding> Combine(const model::Coding& seen, const model::Coding& theirs, const model::Coding& yours) {
  return CombineFields(seen, theirs, yours);
}
MergeResult<model::Memo> Combine(const model::Memo& seen, const model::Memo& theirs, const model::Memo& yours) {
  return CombineFields(seen, theirs, yours);
}

LookedUp<model::Code> LookUp(const std::string& version, const model::Code& now, std::span<const model::Event> events,
                             std::span<const model::HistoryText> history_texts) {
  return LookUpIn(version, now, events, history_texts);
}
LookedUp<model::Coding> LookUp(const std::string& version, const model::Coding& now,
                               std::span<const model::Event> events,
                               std::span<const model::HistoryText> history_texts) {
  return LookUpIn(version, now, events, history_texts);
}
LookedUp<model::Memo> LookUp(const std::string& version, const model::Memo& now, std::span<const model::Event> events,
                             std::span<const model::HistoryText> history_texts) {
  return LookUpIn(version, now, events, history_texts);
}

}  // namespace commonground::coding
