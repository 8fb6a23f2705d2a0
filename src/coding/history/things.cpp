// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A writer and a reader run over the fields of a thing (model/fields.h), so that they cannot differ.
#include "coding/history/things.h"

#include <algorithm>

#include "coding/history/json_fields.h"
#include "model/chapters.h"

namespace commonground::coding {

namespace {

// An event has the id and the document of its thing; what follows from a text is not kept.
class Writer : public JsonWriter {
 public:
  explicit Writer(const KeepText& keep) : keep_(keep) {}
  void Key(const char*, const auto&) {}
  void OwnId(const char*, const auto&) {}
  void Owner(const char*, const auto&) {}
  void Derived(const char*, const auto&) {}
  void Subject(const char* name, const std::string& subject) { (*this)(name, subject); }
  void Words(const char* name, const std::string& text) {
    if (!text.empty()) json()[name] = keep_(text);
  }
  void Words(const char* name, const auto& lists) { (*this)(name, lists); }
  void Remark(const char* name, const std::string& text) { Words(name, text); }
  void Body(const char* name, const std::string& text) { Words(name, text); }

 private:
  const KeepText& keep_;
};

class Reader : public JsonReader {
 public:
  Reader(const std::string& json, const std::string& subject, const std::optional<model::DocumentId>& document,
         const TextOf& text)
      : JsonReader(json), subject_(subject), document_(document), text_(text) {}
  void Key(const char*, auto& id) { id.value = subject_; }
  void OwnId(const char*, auto& id) { id.value = subject_; }
  void Owner(const char*, model::DocumentId& document) { document = document_.value_or(model::DocumentId()); }
  void Owner(const char*, std::optional<model::DocumentId>& document) { document = document_; }
  void Derived(const char*, auto&) {}
  void Subject(const char* name, std::string& subject) { (*this)(name, subject); }
  void Words(const char* name, std::string& text) {
    std::string id;
    (*this)(name, id);
    if (good() && !id.empty()) text = text_(id);
  }
  void Words(const char* name, auto& lists) { (*this)(name, lists); }
  void Remark(const char* name, std::string& text) { Words(name, text); }
  void Body(const char* name, std::string& text) { Words(name, text); }

 private:
  const std::string& subject_;
  const std::optional<model::DocumentId>& document_;
  const TextOf& text_;
};

class About {
 public:
  void Key(const char*, const auto& id) { (*this)("", id); }
  void OwnId(const char*, const auto&) {}
  void Subject(const char*, const std::string& subject) { all.push_back(subject.substr(0, subject.find('/'))); }
  void Words(const char*, const auto&) {}
  void Remark(const char*, const auto&) {}
  void Body(const char*, const auto&) {}
  void operator()(const char*, const model::OrganisationId& id) { all.push_back(id.value); }
  void operator()(const char*, const std::optional<model::OrganisationId>& id) {
    if (id) all.push_back(id->value);
  }
  void operator()(const char*, const std::vector<model::OrganisationId>& ids) {
    for (const auto& id : ids) all.push_back(id.value);
  }
  void operator()(const char*, const std::vector<model::DocumentId>& ids) {
    for (const auto& id : ids) {
      const std::string organisation = id.value.substr(0, id.value.find('/'));
      if (std::ranges::find(all, organisation) == all.end()) all.push_back(organisation);
    }
  }
  void operator()(const char*, const auto&) {}
  std::vector<std::string> all;
};

// Versions of codings follow from the order in which their fields were first written.
constexpr const char* kOrderOfACoding[] = {"version",       "start",   "end", "code",    "coder", "status",
                                           "evidence_type", "created", "at",  "sources", "memo"};

}  // namespace

template <typename Thing>
std::string FieldsToJson(const Thing& thing, const KeepText& keep) {
  Writer writer(keep);
  Fields(writer, thing);
  return writer.json().dump();
}

template <typename Thing>
std::string ToJson(const Thing& thing, const KeepText& keep) {
  return FieldsToJson(thing, keep);
}

std::string ToJson(const model::Code& code, std::int64_t place, const KeepText& keep) {
  Writer writer(keep);
  writer("place", place);
  Fields(writer, code);
  return writer.json().dump();
}

std::string ToJson(const model::Coding& coding, int version, const KeepText& keep) {
  Writer writer(keep);
  for (const char* name : kOrderOfACoding) writer.json()[name] = nullptr;
  writer("version", version);
  Fields(writer, coding);
  writer("bare", coding.hint.empty());
  for (const char* name : kOrderOfACoding) {
    if (writer.json()[name].is_null()) writer.json().erase(name);
  }
  return writer.json().dump();
}

template <typename Thing>
std::vector<std::string> AboutOf(const Thing& thing) {
  About about;
  Fields(about, thing);
  if constexpr (std::is_same_v<Thing, model::Chapter>) {
    for (const std::string_view subject : model::SubjectsOfChapter(thing.id.value, model::kCaseChapter)) {
      about.all.emplace_back(subject);
    }
  }
  return std::move(about.all);
}

template <typename Thing>
std::string ToJson(const Thing& thing, std::int64_t place, const KeepText& keep) {
  JsonWriter writer;
  writer("place", place);
  writer("about", AboutOf(thing));
  writer("kept", keep(FieldsToJson(thing, [](const std::string& text) { return text; })));
  return writer.json().dump();
}

template <typename Thing>
std::optional<Thing> From(const std::string& json, const std::string& subject,
                          const std::optional<model::DocumentId>& document, const TextOf& text) {
  Reader reader(json, subject, document, text);
  Thing thing;
  Fields(reader, thing);
  return reader.good() ? std::optional(std::move(thing)) : std::nullopt;
}

std::optional<VersionedCoding> CodingFrom(const std::string& json, const std::string& subject,
                                          const std::optional<model::DocumentId>& document, const TextOf& text) {
  Reader reader(json, subject, document, text);
  VersionedCoding versioned;
  reader("version", versioned.version);
  Fields(reader, versioned.coding);
  reader("bare", versioned.is_bare);
  return reader.good() ? std::optional(std::move(versioned)) : std::nullopt;
}

template <typename Thing>
std::optional<Placed<Thing>> PlacedFrom(const std::string& json, const std::string& subject, const TextOf& text) {
  static const std::optional<model::DocumentId> kNone;
  Reader reader(json, subject, kNone, text);
  Placed<Thing> placed;
  reader("place", placed.place);
  if constexpr (std::is_same_v<Thing, model::Code>) {
    Fields(reader, placed.thing);
  } else {
    std::string kept;
    reader.Words("kept", kept);
    auto thing = From<Thing>(kept, subject, std::nullopt, [](const std::string& said) { return said; });
    if (!thing) return std::nullopt;
    placed.thing = std::move(*thing);
  }
  return reader.good() ? std::optional(std::move(placed)) : std::nullopt;
}

std::vector<std::string> AboutIn(const std::string& json) {
  JsonReader reader(json);
  std::vector<std::string> about;
  reader("about", about);
  return about;
}

bool IsOfNoCase(const std::string& about) {
  return about == "study" ||
         (about.size() == 3 && about.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos);
}

#define CG_THING(Thing)                                                                                               \
  template std::string ToJson(const Thing&, const KeepText&);                                                         \
  template std::optional<Thing> From(const std::string&, const std::string&, const std::optional<model::DocumentId>&, \
                                     const TextOf&);                                                                  \
  template std::string FieldsToJson(const Thing&, const KeepText&);
CG_THING(model::Memo)
CG_THING(model::Assignment)
CG_THING(model::Adjudication)
CG_THING(model::Decision)
#define CG_NOUN(Thing)                                                                                                \
  template std::vector<std::string> AboutOf(const Thing&);                                                            \
  template std::string ToJson(const Thing&, std::int64_t, const KeepText&);                                           \
  template std::optional<Placed<Thing>> PlacedFrom(const std::string&, const std::string&, const TextOf&);            \
  template std::optional<Thing> From(const std::string&, const std::string&, const std::optional<model::DocumentId>&, \
                                     const TextOf&);                                                                  \
  template std::string FieldsToJson(const Thing&, const KeepText&);
CG_NOUN(model::Settings)
CG_NOUN(model::Region)
CG_NOUN(model::InventedCountry)
CG_NOUN(model::Slot)
CG_NOUN(model::Source)
CG_NOUN(model::Organisation)
CG_NOUN(model::Statement)
CG_NOUN(model::LeadershipRecord)
CG_NOUN(model::Definition)
CG_NOUN(model::Indicator)
CG_NOUN(model::LegalModelRule)
CG_NOUN(model::ContextFact)
CG_NOUN(model::CaseStudy)
CG_NOUN(model::Consent)
CG_NOUN(model::Partner)
CG_NOUN(model::Partnership)
CG_NOUN(model::Finding)
CG_NOUN(model::Chapter)
CG_NOUN(model::Set)
CG_NOUN(model::Outcome)
CG_NOUN(model::Answer)
CG_NOUN(model::Target)
CG_NOUN(model::Translation)
CG_NOUN(model::Edition)
#undef CG_THING
#undef CG_NOUN
template std::optional<Placed<model::Code>> PlacedFrom(const std::string&, const std::string&, const TextOf&);

}  // namespace commonground::coding
