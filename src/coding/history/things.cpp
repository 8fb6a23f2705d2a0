// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A thing is described once, by a function that visits its fields; a writer and a reader run over it, so that they
// cannot differ.  A field that says nothing is left out.
#include "coding/history/things.h"

#include <nlohmann/json.hpp>

namespace commonground::coding {

namespace {

using Json = nlohmann::ordered_json;

class Writer {
 public:
  explicit Writer(const KeepText& keep) : keep_(keep) {}
  template <typename Tag>
  void Id(const char* name, const core::Id<Tag>& id) {
    if (!id.empty()) json_[name] = id.value;
  }
  template <typename Tag>
  void Id(const char* name, const std::optional<core::Id<Tag>>& id) {
    if (id) json_[name] = id->value;
  }
  template <typename Tag>
  void Ids(const char* name, const std::vector<core::Id<Tag>>& ids) {
    for (const auto& id : ids) json_[name].push_back(id.value);
  }
  template <typename Enum>
  void Word(const char* name, Enum value) {
    json_[name] = model::Word(value);
  }
  void Number(const char* name, std::int64_t number) { json_[name] = number; }
  void Flag(const char* name, bool flag) {
    if (flag) json_[name] = true;
  }
  template <typename Value>  // a date or a moment
  void Time(const char* name, const std::optional<Value>& value) {
    if (value) json_[name] = value->Text();
  }
  void Token(const char* name, const std::string& token) {  // a GUID, a colour: nobody's words
    if (!token.empty()) json_[name] = token;
  }
  void Text(const char* name, const std::string& text) {
    if (!text.empty()) json_[name] = keep_(text);
  }
  std::string Finish() { return json_.is_null() ? "{}" : json_.dump(); }

 private:
  const KeepText& keep_;
  Json json_;
};

class Reader {
 public:
  Reader(const std::string& json, const TextOf& text) : text_(text), json_(Json::parse(json, nullptr, false)) {
    good_ = json_.is_object();
  }
  template <typename Tag>
  void Id(const char* name, core::Id<Tag>& id) {
    Take(name, id.value);
  }
  template <typename Tag>
  void Id(const char* name, std::optional<core::Id<Tag>>& id) {
    if (good_ && json_.contains(name)) Take(name, id.emplace().value);
  }
  template <typename Tag>
  void Ids(const char* name, std::vector<core::Id<Tag>>& ids) {
    if (!good_ || !json_.contains(name)) return;
    const Json& list = json_[name];
    good_ = list.is_array() && std::all_of(list.begin(), list.end(), [](const Json& one) { return one.is_string(); });
    if (!good_) return;
    for (const Json& one : list) ids.emplace_back(one.get<std::string>());
  }
  template <typename Enum>
  void Word(const char* name, Enum& value) {
    std::string word;
    Take(name, word);
    const auto found = model::FromWord<Enum>(word);
    good_ = good_ && found;
    if (good_) value = *found;
  }
  template <typename Whole>
  void Number(const char* name, Whole& number) {
    good_ = good_ && json_.contains(name) && json_[name].is_number_integer();
    if (good_) number = json_[name].get<Whole>();
  }
  void Flag(const char* name, bool& flag) { flag = good_ && json_.contains(name); }
  template <typename Value>
  void Time(const char* name, std::optional<Value>& value) {
    std::string text;
    Take(name, text);
    if (!good_ || text.empty()) return;
    const auto parsed = Value::Parse(text);
    good_ = parsed.has_value();
    if (good_) value = *parsed;
  }
  void Token(const char* name, std::string& token) { Take(name, token); }
  void Text(const char* name, std::string& text) {
    std::string id;
    Take(name, id);
    if (good_ && !id.empty()) text = text_(id);
  }
  bool good() const { return good_; }

 private:
  void Take(const char* name, std::string& value) {
    if (!good_ || !json_.contains(name)) return;
    good_ = json_[name].is_string();
    if (good_) value = json_[name].get<std::string>();
  }
  const TextOf& text_;
  Json json_;
  bool good_ = false;
};

template <typename Visit, typename Code, typename Place>
void Fields(Visit& visit, Code& code, Place& place) {
  visit.Number("place", place);
  visit.Id("parent", code.parent);
  visit.Word("kind", code.kind);
  visit.Text("label", code.label);
  visit.Text("definition", code.definition);
  visit.Text("basis", code.basis);
  visit.Ids("sources", code.sources);
  visit.Text("include", code.include);
  visit.Text("exclude", code.exclude);
  visit.Token("colour", code.colour);
  visit.Flag("retired", code.retired);
  visit.Id("merged_into", code.merged_into);
  visit.Token("guid", code.guid);
}

template <typename Visit, typename Coding, typename Version, typename Bare>
void CodingFields(Visit& visit, Coding& coding, Version& version, Bare& is_bare) {
  visit.Number("version", version);
  visit.Number("start", coding.range.start);
  visit.Number("end", coding.range.end);
  visit.Id("code", coding.code);
  visit.Id("coder", coding.coder);
  visit.Word("status", coding.status);
  visit.Word("grade", coding.grade);
  visit.Time("created", coding.created);
  visit.Time("at", coding.at);
  visit.Ids("sources", coding.sources);
  visit.Text("memo", coding.memo);
  visit.Flag("bare", is_bare);
}

template <typename Visit, typename Memo>
void MemoFields(Visit& visit, Memo& memo) {
  visit.Word("kind", memo.kind);
  visit.Word("about", memo.about);
  visit.Token("subject", memo.subject);
  visit.Id("coder", memo.coder);
  visit.Time("at", memo.at);
  visit.Text("text", memo.text);
}

template <typename Visit, typename Assignment>
void AssignmentFields(Visit& visit, Assignment& assignment) {
  visit.Id("coder", assignment.coder);
  visit.Word("state", assignment.state);
  visit.Time("given", assignment.given);
  visit.Time("submitted", assignment.submitted);
}

template <typename Visit, typename Adjudication>
void AdjudicationFields(Visit& visit, Adjudication& adjudication) {
  visit.Id("code", adjudication.code);
  visit.Number("start", adjudication.range.start);
  visit.Number("end", adjudication.range.end);
  visit.Ids("originals", adjudication.originals);
  visit.Id("result", adjudication.result);
  visit.Id("decided_by", adjudication.decided_by);
  visit.Time("at", adjudication.at);
  visit.Text("why", adjudication.why);
}

template <typename Visit, typename Decision>
void DecisionFields(Visit& visit, Decision& decision) {
  visit.Word("kind", decision.kind);
  visit.Id("code", decision.code);
  visit.Number("start", decision.range.start);
  visit.Number("end", decision.range.end);
  visit.Word("outcome", decision.outcome);
  visit.Id("coder", decision.coder);
  visit.Time("at", decision.at);
  visit.Text("reason", decision.reason);
}

template <typename Thing>
void OwnedBy(const std::string& subject, const std::optional<model::DocumentId>& document, Thing& thing) {
  thing.id.value = subject;
  thing.document = document.value_or(model::DocumentId());
}

}  // namespace

std::string ToJson(const model::Code& code, std::int64_t place, const KeepText& keep) {
  Writer writer(keep);
  Fields(writer, code, place);
  return writer.Finish();
}
std::string ToJson(const model::Coding& coding, int version, const KeepText& keep) {
  Writer writer(keep);
  const bool is_bare = coding.hint.empty();
  CodingFields(writer, coding, version, is_bare);
  return writer.Finish();
}
std::string ToJson(const model::Memo& memo, const KeepText& keep) {
  Writer writer(keep);
  MemoFields(writer, memo);
  return writer.Finish();
}
std::string ToJson(const model::Assignment& assignment, const KeepText& keep) {
  Writer writer(keep);
  AssignmentFields(writer, assignment);
  return writer.Finish();
}
std::string ToJson(const model::Adjudication& adjudication, const KeepText& keep) {
  Writer writer(keep);
  AdjudicationFields(writer, adjudication);
  return writer.Finish();
}
std::string ToJson(const model::Decision& decision, const KeepText& keep) {
  Writer writer(keep);
  DecisionFields(writer, decision);
  return writer.Finish();
}

std::optional<PlacedCode> CodeFrom(const std::string& json, const std::string& subject, const TextOf& text) {
  Reader reader(json, text);
  PlacedCode placed;
  placed.code.id.value = subject;
  Fields(reader, placed.code, placed.place);
  return reader.good() ? std::optional(placed) : std::nullopt;
}
std::optional<VersionedCoding> CodingFrom(const std::string& json, const std::string& subject,
                                          const std::optional<model::DocumentId>& document, const TextOf& text) {
  Reader reader(json, text);
  VersionedCoding versioned;
  OwnedBy(subject, document, versioned.coding);
  CodingFields(reader, versioned.coding, versioned.version, versioned.is_bare);
  return reader.good() ? std::optional(versioned) : std::nullopt;
}
std::optional<model::Memo> MemoFrom(const std::string& json, const std::string& subject,
                                    const std::optional<model::DocumentId>& document, const TextOf& text) {
  Reader reader(json, text);
  model::Memo memo;
  memo.id.value = subject;
  memo.document = document;
  MemoFields(reader, memo);
  return reader.good() ? std::optional(memo) : std::nullopt;
}
std::optional<model::Assignment> AssignmentFrom(const std::string& json, const std::string& subject,
                                                const std::optional<model::DocumentId>& document, const TextOf& text) {
  Reader reader(json, text);
  model::Assignment assignment;
  OwnedBy(subject, document, assignment);
  AssignmentFields(reader, assignment);
  return reader.good() ? std::optional(assignment) : std::nullopt;
}
std::optional<model::Adjudication> AdjudicationFrom(const std::string& json, const std::string& subject,
                                                    const std::optional<model::DocumentId>& document,
                                                    const TextOf& text) {
  Reader reader(json, text);
  model::Adjudication adjudication;
  OwnedBy(subject, document, adjudication);
  AdjudicationFields(reader, adjudication);
  return reader.good() ? std::optional(adjudication) : std::nullopt;
}
std::optional<model::Decision> DecisionFrom(const std::string& json, const std::string& subject,
                                            const std::optional<model::DocumentId>& document, const TextOf& text) {
  Reader reader(json, text);
  model::Decision decision;
  OwnedBy(subject, document, decision);
  DecisionFields(reader, decision);
  return reader.good() ? std::optional(decision) : std::nullopt;
}

}  // namespace commonground::coding
