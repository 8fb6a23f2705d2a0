// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes what a thing says as bytes that tell every two different things apart, and takes ids and versions from them.
//
//   5:value4:20128:property7:founded ...      a field that says nothing is left out
#include "model/identity.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/content_hash.h"
#include "core/guid.h"

namespace commonground::model {

namespace {

constexpr std::size_t kVersionDigits = 8;

// Ids are stored in histories: a field that got another name goes on under its first one.
std::string_view FirstName(std::string_view name) {
  return name == "evidence_type" ? "grade" : name;
}

class Bytes {
 public:
  template <typename Tag>
  void Key(const char*, const core::Id<Tag>& id) {
    key_ = id.value;
  }
  template <typename Tag>
  void OwnId(const char*, const core::Id<Tag>& id) {
    key_ = id.value;
  }
  template <typename Value>
  void Subject(const char* name, const Value& value) {
    (*this)(name, value);
  }
  template <typename Value>
  void Words(const char* name, const Value& value) {
    (*this)(name, value);
  }
  template <typename Value>
  void Remark(const char* name, const Value& value) {
    (*this)(name, value);
  }
  template <typename Value>
  void Body(const char* name, const Value& value) {
    (*this)(name, value);
  }
  template <typename Value>
  void operator()(const char* name, const Value& value) {
    std::string said;
    Say(value, said);
    if (said.empty()) return;
    Put(FirstName(name), bytes_);
    Put(said, bytes_);
  }

  const std::string& key() const { return key_; }
  const std::string& bytes() const { return bytes_; }

 private:
  static void Put(std::string_view text, std::string& out) {
    out += std::to_string(text.size());
    out += ':';
    out += text;
  }

  static void Say(const std::string& text, std::string& out) { out += text; }
  template <typename Tag>
  static void Say(const core::Id<Tag>& id, std::string& out) {
    out += id.value;
  }
  static void Say(const core::Date& date, std::string& out) { out += date.Text(); }
  template <typename Number>
  requires std::is_integral_v<Number>
  static void Say(Number number, std::string& out) {
    if (number != 0) out += std::to_string(number);
  }
  template <typename Enum>
  requires std::is_enum_v<Enum>
  static void Say(Enum value, std::string& out) { out += Word(value); }
  static void Say(const core::Fraction& share, std::string& out) { out += share.Text(); }
  static void Say(const std::optional<std::int64_t>& count, std::string& out) {
    if (count) out += std::to_string(*count);  // a nought says something
  }
  template <typename Value>
  static void Say(const std::optional<Value>& value, std::string& out) {
    if (value) Say(*value, out);
  }
  static void Say(const Bound& bound, std::string& out) {
    out += bound.kind == Bound::Kind::kCount ? std::to_string(bound.count)
                                             : (bound.strict ? ">" : "") + bound.share.Text();
  }
  static void Say(const Criterion& criterion, std::string& out) {
    Put(criterion.body, out);
    out += criterion.share.Text();
    out += criterion.comparison == Comparator::kMoreThan ? '>' : '=';
    out += criterion.when_empty == EmptyBody::kNotApplicable ? '-' : '?';
  }
  template <typename Value>
  static void Say(const std::vector<Value>& list, std::string& out) {
    for (const Value& value : list) {
      std::string one;
      Say(value, one);
      Put(one, out);
    }
  }
  template <typename Value>
  static void Say(const std::map<std::string, Value>& map, std::string& out) {
    for (const auto& [key, value] : map) {
      Put(key, out);
      std::string one;
      Say(value, one);
      Put(one, out);
    }
  }

  std::string key_;
  std::string bytes_;
};

template <typename Thing>
Bytes BytesOf(const Thing& thing) {
  Bytes bytes;
  Fields(bytes, thing);
  return bytes;
}

// `same`: how many of the list that say the same have been named.
template <typename Thing>
std::string Derived(const Bytes& bytes, int same) {
  return core::GuidOf(std::string(Word(Noun<Thing>::kThing)) + "\n" + std::to_string(same) + "\n" + bytes.bytes());
}

}  // namespace

template <typename Thing>
std::string IdOf(const Thing& thing) {
  const Bytes bytes = BytesOf(thing);
  return bytes.key().empty() && kHasOwnId<Thing> ? Derived<Thing>(bytes, 0) : bytes.key();
}

template <typename Thing>
std::vector<std::string> IdsOf(const std::vector<Thing>& list) {
  std::vector<std::string> ids;
  if constexpr (!kHasOwnId<Thing>) {
    for (const Thing& thing : list) ids.push_back(IdOf(thing));
  } else {
    std::set<std::string> taken;
    for (const Thing& thing : list) {
      if (!thing.id.empty()) taken.insert(thing.id.value);
    }
    for (const Thing& thing : list) {
      std::string id = thing.id.value;
      if (id.empty()) {
        const Bytes bytes = BytesOf(thing);
        for (int same = 0; id.empty() || !taken.insert(id).second; ++same) id = Derived<Thing>(bytes, same);
      }
      ids.push_back(std::move(id));
    }
  }
  return ids;
}

template <typename Thing>
std::string VersionOf(const Thing& thing) {
  return core::ContentHash(BytesOf(thing).bytes()).substr(0, kVersionDigits);
}

template std::string VersionOf(const Settings&);

#define CG_NOUN(Thing)                          \
  template std::string IdOf(const Thing&);      \
  template std::string VersionOf(const Thing&); \
  template std::vector<std::string> IdsOf(const std::vector<Thing>&);
CG_NOUN(Region)
CG_NOUN(InventedCountry)
CG_NOUN(Slot)
CG_NOUN(Source)
CG_NOUN(Organisation)
CG_NOUN(Statement)
CG_NOUN(LeadershipRecord)
CG_NOUN(Definition)
CG_NOUN(Indicator)
CG_NOUN(LegalModelRule)
CG_NOUN(ContextFact)
CG_NOUN(CaseStudy)
CG_NOUN(Consent)
CG_NOUN(Partner)
CG_NOUN(Partnership)
CG_NOUN(Finding)
CG_NOUN(Chapter)
CG_NOUN(Set)
CG_NOUN(Outcome)
CG_NOUN(Answer)
CG_NOUN(Target)
CG_NOUN(Translation)
CG_NOUN(Edition)
#undef CG_NOUN

}  // namespace commonground::model
