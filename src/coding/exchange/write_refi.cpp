// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Elements stand in the order that the schemas ask for: Users, CodeBook, Variables, Cases, Sources, Notes, Links, Sets,
// NoteRef.  A container with nothing in it is left out: the schemas do not allow it.
#include "coding/exchange/write_refi.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "coding/anchoring/code_points.h"
#include "coding/exchange/guids.h"
#include "coding/exchange/internal/code_writer.h"
#include "coding/exchange/sidecar.h"
#include "coding/exchange/xml_writer.h"
#include "core/text_range.h"
#include "model/guids.h"

namespace commonground::coding {

using model::MemoSubject;

namespace {

constexpr const char* kOrigin = "Common Ground";

std::string MemoGuid(const model::Memo& memo) {
  return Guid(memo.id.value, "memo");
}
std::string CodingGuid(const model::Coding& coding) {
  return Guid(model::IdOf(coding).value, "coding id");
}

// A text as the profile asks for it, and where each code point begins in its units.
struct Text {
  Text(const std::string& canonical, Profile profile) {
    if (profile == Profile::kStandard) {
      bytes = canonical;
      return;
    }
    bytes = "\xEF\xBB\xBF";
    for (const char c : canonical) {
      if (c == '\n') bytes += '\r';
      bytes += c;
    }
    std::int64_t unit = 0;
    for (const char32_t letter : ToLetters(canonical)) {
      starts.push_back(unit);
      unit += letter == '\n' || letter > 0xffff ? 2 : 1;
    }
    starts.push_back(unit);
  }
  std::int64_t Unit(std::int64_t code_point) const {
    return starts.empty() ? code_point : starts[static_cast<std::size_t>(code_point)];
  }
  std::string bytes;
  std::vector<std::int64_t> starts;  // empty: code points
};

class ProjectWriter {
 public:
  ProjectWriter(const model::Study& part, Profile profile, Report& report)
      : part_(part), profile_(profile), report_(report), codes_(part, xml_, report) {
    for (const model::Memo& memo : part.memos) notes_[{memo.about, memo.subject}].push_back(MemoGuid(memo));
    for (const model::Coding& coding : part.codings) by_document_[coding.document].push_back(&coding);
  }

  std::vector<std::pair<std::string, std::string>> Write() {
    files_.emplace_back("project.qde", std::string());
    xml_.Begin("Project")
        .Attribute("xmlns", "urn:QDA-XML:project:1.0")
        .Attribute("name", part_.settings.title)
        .Attribute("origin", kOrigin);
    Users();
    if (!part_.codebook.empty()) {
      xml_.Begin("CodeBook");
      codes_.Codes(notes_);
      xml_.End();
    }
    Variables();
    Cases();
    Sources();
    Notes();
    Links();
    codes_.Sets("targetGUID", true);
    NoteRefs(MemoSubject::kStudy, {});
    xml_.End();
    files_.front().second = xml_.Take();
    report_.Add("control characters in names and memos, which XML cannot hold", "U+FFFD", xml_.replaced());
    const Reading reading =
        profile_ == Profile::kNvivo ? Reading{Reading::Unit::kUtf16, Reading::LinePair::kTwo} : Reading{};
    files_.emplace_back(kSideFileName, WriteSidecar(part_, reading));
    return std::move(files_);
  }

 private:
  void User(const model::CoderId& coder) {
    if (!coder.empty()) users_.insert(coder);
  }
  void By(const char* attribute, const model::CoderId& coder) {
    if (!coder.empty()) xml_.Attribute(attribute, GuidOfCoder(coder));
  }
  void NoteRefs(MemoSubject about, const std::string& subject) {
    const auto found = notes_.find({about, subject});
    if (found == notes_.end()) return;
    for (const std::string& note : found->second) xml_.Begin("NoteRef").Attribute("targetGUID", note).End();
  }

  void Users() {
    for (const auto& coding : part_.codings) User(coding.coder);
    for (const auto& memo : part_.memos) User(memo.coder);
    for (const auto& one : part_.adjudications) User(one.decided_by);
    if (users_.empty()) return;
    xml_.Begin("Users");
    for (const auto& coder : users_) {
      xml_.Begin("User").Attribute("guid", GuidOfCoder(coder)).Attribute("name", coder.value).End();
    }
    xml_.End();
  }

  // What is known of a case and of a document, by the name of the variable.
  using Values = std::vector<std::pair<std::string, std::string>>;

  static void Add(Values& values, const char* name, const std::string& value) {
    if (!value.empty()) values.emplace_back(name, value);
  }

  Values ValuesOf(const model::CaseStudy& one, const model::Organisation* organisation) const {
    Values values;
    if (organisation != nullptr) {
      if (organisation->region) {
        const auto region = std::ranges::find(part_.regions, *organisation->region, &model::Region::id);
        Add(values, "region", region == part_.regions.end() ? organisation->region->value : region->label);
      }
      if (organisation->country) Add(values, "country", organisation->country->value);
      const std::string languages = fmt::format("{}", fmt::join(organisation->languages, ", "));
      Add(values, "languages", languages);
    }
    if (one.embargo_until) Add(values, "embargo until", one.embargo_until->Text());
    return values;
  }

  static Values ValuesOf(const model::Document& document) {
    Values values;
    Add(values, "language", document.language);
    Add(values, "kind", std::string(model::Word(document.kind)));
    if (document.date) Add(values, "date", document.date->Text());
    return values;
  }

  const model::Organisation* OrganisationOf(const model::OrganisationId& id) const {
    const auto found = std::ranges::find(part_.organisations, id, &model::Organisation::id);
    return found == part_.organisations.end() ? nullptr : &*found;
  }

  void Variables() {
    std::set<std::string> names;
    for (const auto& one : part_.cases) {
      for (const auto& [name, value] : ValuesOf(one, OrganisationOf(one.organisation))) names.insert(name);
    }
    for (const auto& document : part_.documents) {
      for (const auto& [name, value] : ValuesOf(document)) names.insert(name);
    }
    if (names.empty()) return;
    xml_.Begin("Variables");
    for (const std::string& name : names) {
      xml_.Begin("Variable")
          .Attribute("guid", GuidOfVariable(name))
          .Attribute("name", name)
          .Attribute("typeOfVariable", "Text")
          .End();
    }
    xml_.End();
  }

  void WriteValues(const Values& values) {
    for (const auto& [name, value] : values) {
      xml_.Begin("VariableValue").Begin("VariableRef").Attribute("targetGUID", GuidOfVariable(name)).End();
      xml_.Element("TextValue", value).End();
    }
  }

  void Cases() {
    if (part_.cases.empty()) return;
    xml_.Begin("Cases");
    for (const auto& one : part_.cases) {
      const model::Organisation* organisation = OrganisationOf(one.organisation);
      const std::string name =
          organisation != nullptr && !organisation->name.empty() ? organisation->name : one.organisation.value;
      xml_.Begin("Case").Attribute("guid", GuidOfCase(one.organisation)).Attribute("name", name);
      WriteValues(ValuesOf(one, organisation));
      for (const auto& document : part_.documents) {
        if (document.organisation != one.organisation) continue;
        xml_.Begin("SourceRef").Attribute("targetGUID", GuidOfDocument(document.id)).End();
      }
      xml_.End();
    }
    xml_.End();
  }

  void Sources() {
    if (part_.documents.empty()) return;
    xml_.Begin("Sources");
    for (const auto& document : part_.documents) Source(document);
    xml_.End();
  }

  void Source(const model::Document& document) {
    const std::string guid = GuidOfDocument(document.id);
    const Text text(document.text, profile_);
    xml_.Begin("TextSource")
        .Attribute("guid", guid)
        .Attribute("name", document.title.empty() ? document.id.value : document.title)
        .Attribute("plainTextPath", "internal://" + guid + ".txt");
    std::vector<const model::Coding*>& codings = by_document_[document.id];
    std::ranges::stable_sort(codings, [](const model::Coding* a, const model::Coding* b) {
      return std::tie(a->range, a->coder) < std::tie(b->range, b->coder);
    });
    for (std::size_t i = 0; i < codings.size();) {
      std::size_t end = i;
      while (end < codings.size() && codings[end]->range == codings[i]->range &&
             codings[end]->coder == codings[i]->coder)
        ++end;
      Passage(text,
              {codings.begin() + static_cast<std::ptrdiff_t>(i), codings.begin() + static_cast<std::ptrdiff_t>(end)});
      i = end;
    }
    NoteRefs(MemoSubject::kDocument, document.id.value);
    WriteValues(ValuesOf(document));
    xml_.End();
    const bool alike = profile_ == Profile::kStandard && std::ranges::none_of(document.text, [](char c) {
                         return static_cast<unsigned char>(c) >= 0xf0;
                       });
    report_.Add("documents in which every program counts characters alike", "places hold in all of them",
                alike ? 1 : 0);
    report_.Add("documents with characters that some programs count as two",
                profile_ == Profile::kNvivo ? "counted as NVivo for Windows does"
                                            : "counted as one, as the standard says: NVivo needs its own profile",
                alike ? 0 : 1);
    files_.emplace_back("sources/" + guid + ".txt", text.bytes);
  }

  // What one coder coded at one place.
  void Passage(const Text& text, const std::vector<const model::Coding*>& codings) {
    const model::Coding& first = *codings.front();
    xml_.Begin("PlainTextSelection")
        .Attribute("guid", GuidOfPassage(first))
        .Attribute("name", Excerpt(first.exact))
        .Attribute("startPosition", std::to_string(text.Unit(first.range.start)))
        .Attribute("endPosition", std::to_string(text.Unit(first.range.end)));
    By("creatingUser", first.coder);
    if (const auto at = Made(first)) xml_.Attribute("creationDateTime", at->Text());
    for (const model::Coding* coding : codings) {
      xml_.Begin("Coding").Attribute("guid", CodingGuid(*coding));
      By("creatingUser", coding->coder);
      if (const auto at = Made(*coding)) xml_.Attribute("creationDateTime", at->Text());
      xml_.Begin("CodeRef").Attribute("targetGUID", codes_.GuidOf(coding->code)).End();
      if (!coding->memo.empty()) {
        xml_.Begin("NoteRef").Attribute("targetGUID", GuidOfCodingMemo(CodingGuid(*coding))).End();
      }
      NoteRefs(MemoSubject::kCoding, model::IdOf(*coding).value);
      xml_.End();
    }
    xml_.End();
  }

  static std::optional<core::Moment> Made(const model::Coding& coding) {
    if (coding.at) return coding.at;
    return coding.created ? std::optional(core::Moment::StartOf(*coding.created)) : std::nullopt;
  }

  static std::string Excerpt(const std::string& words) {
    constexpr std::int64_t kMax = 40;
    const core::TextIndex index(words);
    std::string excerpt(*index.Slice({0, std::min(index.length(), kMax)}));
    std::ranges::replace(excerpt, '\n', ' ');
    return excerpt;
  }

  void Note(const std::string& guid, std::string_view name, const model::CoderId& coder,
            const std::optional<core::Moment>& at, const std::string& text) {
    xml_.Begin("Note").Attribute("guid", guid).Attribute("name", name);
    By("creatingUser", coder);
    if (at) xml_.Attribute("creationDateTime", at->Text());
    xml_.Begin("PlainTextContent").Text(text).End().End();
  }

  void Notes() {
    const bool any = !part_.memos.empty() || std::ranges::any_of(part_.codings, [](const model::Coding& coding) {
      return !coding.memo.empty();
    });
    if (!any) return;
    xml_.Begin("Notes");
    for (const model::Memo& memo : part_.memos) {
      Note(MemoGuid(memo), model::Word(memo.kind), memo.coder, memo.at, memo.text);
    }
    for (const model::Coding& coding : part_.codings) {
      if (coding.memo.empty()) continue;
      Note(GuidOfCodingMemo(CodingGuid(coding)), model::Word(model::MemoKind::kNote), coding.coder, Made(coding),
           coding.memo);
    }
    xml_.End();
  }

  // A case has no place for notes: each is tied to it by a link, as NVivo does.
  void Links() {
    bool begun = false;
    for (const model::Memo& memo : part_.memos) {
      if (memo.about != MemoSubject::kCase) continue;
      if (!begun) xml_.Begin("Links");
      begun = true;
      xml_.Begin("Link")
          .Attribute("guid", core::GuidOf("link\n" + MemoGuid(memo)))
          .Attribute("direction", "OneWay")
          .Attribute("originGUID", MemoGuid(memo))
          .Attribute("targetGUID", GuidOfCase(model::OrganisationId(memo.subject)))
          .End();
    }
    if (begun) xml_.End();
  }

  const model::Study& part_;
  Profile profile_;
  Report& report_;
  XmlWriter xml_;
  CodeWriter codes_;
  NotesBySubject notes_;
  std::map<model::DocumentId, std::vector<const model::Coding*>> by_document_;
  std::set<model::CoderId> users_;
  std::vector<std::pair<std::string, std::string>> files_;
};

}  // namespace

std::string WriteCodebook(const model::Study& part, Report& report) {
  XmlWriter xml;
  CodeWriter codes(part, xml, report);
  xml.Begin("CodeBook").Attribute("xmlns", "urn:QDA-XML:codebook:1.0").Attribute("origin", kOrigin);
  codes.Codes({});
  codes.Sets("guid", false);
  xml.End();
  report.Add("control characters in names, which XML cannot hold", "U+FFFD", xml.replaced());
  return xml.Take();
}

std::vector<std::pair<std::string, std::string>> WriteProject(const model::Study& part, Profile profile,
                                                              Report& report) {
  return ProjectWriter(part, profile, report).Write();
}

}  // namespace commonground::coding
