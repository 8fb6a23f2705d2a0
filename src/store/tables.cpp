// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A table is three lambdas: where its items are, what its id is (none: the place is the key), and its columns.  The
// last one runs with each of the three visitors of rows.h.
#include "store/tables.h"

namespace commonground::store {

namespace {

[[noreturn]] void Misfit(const std::string& table) {
  throw Failure(core::ErrorCode::kCorrupt, Damaged("the rows of " + table).message);
}

struct NoId {};

// Ids become names of files and of pages.
template <typename Item>
bool IsKeyOf(std::string_view key) {
  if constexpr (std::is_same_v<Item, model::FileHash>) return !key.empty();  // a path: check_study.h
  if constexpr (std::is_same_v<Item, model::Document>) return model::IsValidDocumentId(key);
  return model::IsValidId(key);
}

// Fields(row, item, numbers) visits every column after the key, the position and the number.
template <typename Item, typename Items, typename IdOf, typename Fields>
class ItemTable : public Table {
 public:
  ItemTable(std::string table_name, const char* key, Numbers AllNumbers::*numbered, Items items, IdOf id_of,
            Fields fields)
      : items_(items), id_of_(id_of), fields_(fields), key_(key), numbered_(numbered) {
    name = std::move(table_name);
    position_column = kHasId ? 1 : 0;
    ColumnLister lister;
    if (kHasId) lister(key, std::string());
    lister("position", std::int64_t{0});
    if (numbered_) lister("number", std::int64_t{0});
    const Item item;
    AllNumbers numbers;
    fields_(lister, item, numbers);
    columns = lister.names;
  }

  std::size_t Size(const Saved& saved) const override { return items_(saved).size(); }

  const std::string& Id([[maybe_unused]] const Saved& saved, [[maybe_unused]] std::size_t item) const override {
    if constexpr (kHasId) {
      return id_of_(items_(saved)[item]);
    } else {
      static const std::string none;
      return none;
    }
  }

  void Write(const Saved& saved, std::size_t index, RowWriter& row) const override {
    const Item& item = items_(saved)[index];
    row.NextRow();
    if constexpr (kHasId) row(key_, id_of_(item));
    row("position", static_cast<std::int64_t>(index));
    if constexpr (kHasId) {
      if (numbered_) row("number", static_cast<std::int64_t>((saved.numbers.*numbered_).of_id.at(id_of_(item))));
    }
    fields_(row, item, saved.numbers);
  }

  void Read(RowReader& row, std::int64_t rows, Loaded& loaded) const override {
    auto& items = items_(loaded);
    Item item;
    std::int64_t position = 0;
    if constexpr (kHasId) {
      row(key_, id_of_(item));
      if (!IsKeyOf<Item>(id_of_(item))) Misfit(name);
    }
    row("position", position);
    if (position < 0 || (kHasId && position >= rows)) Misfit(name);
    if constexpr (kHasId) {
      if (numbered_) {
        std::int64_t number = 0;
        row("number", number);
        (loaded.numbers.*numbered_).Put(id_of_(item), number);
      }
    }
    fields_(row, item, loaded.numbers);
    if constexpr (kHasId) {  // rows come in the order of their ids
      if (items.size() < static_cast<std::size_t>(rows)) items.resize(static_cast<std::size_t>(rows));
      items[static_cast<std::size_t>(position)] = std::move(item);
    } else {  // in the order of their places, which may have gaps
      items.push_back(std::move(item));
    }
  }

 private:
  static constexpr bool kHasId = !std::is_same_v<IdOf, NoId>;
  Items items_;
  IdOf id_of_;
  Fields fields_;
  const char* key_;
  Numbers AllNumbers::*numbered_;
};

template <typename Item, typename Items, typename Fields>
std::unique_ptr<Table> List(const char* name, Items items, Fields fields) {
  return std::make_unique<ItemTable<Item, Items, NoId, Fields>>(name, "position", nullptr, items, NoId{}, fields);
}

template <typename Item, typename Items, typename IdOf, typename Fields>
std::unique_ptr<Table> ById(const char* name, const char* key, Items items, IdOf id_of, Fields fields,
                            Numbers AllNumbers::*numbered = nullptr) {
  return std::make_unique<ItemTable<Item, Items, IdOf, Fields>>(name, key, numbered, items, id_of, fields);
}

// The texts lie apart, so that a study can be looked at without them.
class DocumentTexts : public Table {
 public:
  DocumentTexts() {
    name = kTextTable;
    columns = {{"document", true}, {"position", false}, {"text", true}};
    position_column = 1;
    rows_at_once = 16;  // a text has up to 25 MB
    is_text = true;
  }
  std::size_t Size(const Saved& saved) const override { return saved.study.documents.size(); }
  const std::string& Id(const Saved& saved, std::size_t item) const override {
    return saved.study.documents[item].id.value;
  }
  void Write(const Saved& saved, std::size_t item, RowWriter& row) const override {
    const auto& document = saved.study.documents[item];
    row.NextRow();
    row("document", document.id);
    row("position", static_cast<std::int64_t>(item));
    row("text", document.text);
  }
  void Read(RowReader& row, std::int64_t, Loaded& loaded) const override {
    model::DocumentId id;
    std::int64_t position = 0;
    row("document", id);
    row("position", position);
    auto& documents = loaded.study.documents;
    if (position < 0 || position >= std::ssize(documents)) Misfit(name);
    auto& document = documents[static_cast<std::size_t>(position)];
    if (document.id != id) Misfit(name);
    row("text", document.text);
  }
};

// Beside the documents and not in them: study files of the first schema have none.
class DocumentParts : public Table {
 public:
  DocumentParts() {
    name = "document_parts";
    columns = {{"document", true}, {"position", false}, {"original_hash", true}, {"parts", true}};
    position_column = 1;
    rows_at_once = 16;
    is_text = true;
  }
  std::size_t Size(const Saved& saved) const override { return saved.study.documents.size(); }
  const std::string& Id(const Saved& saved, std::size_t item) const override {
    return saved.study.documents[item].id.value;
  }
  void Write(const Saved& saved, std::size_t item, RowWriter& row) const override {
    const auto& document = saved.study.documents[item];
    row.NextRow();
    row("document", document.id);
    row("position", static_cast<std::int64_t>(item));
    row("original_hash", document.original_hash);
    row("parts", document.parts);
  }
  void Read(RowReader& row, std::int64_t, Loaded& loaded) const override {
    model::DocumentId id;
    std::int64_t position = 0;
    row("document", id);
    row("position", position);
    auto& documents = loaded.study.documents;
    if (position < 0 || position >= std::ssize(documents)) Misfit(name);
    auto& document = documents[static_cast<std::size_t>(position)];
    if (document.id != id) Misfit(name);
    row("original_hash", document.original_hash);
    row("parts", document.parts);
  }
};

#define CG_ITEMS(member)  \
  [](auto& in) -> auto& { \
    return in.member;     \
  }
#define CG_ID(member)       \
  [](auto& item) -> auto& { \
    return item.member;     \
  }

std::vector<std::unique_ptr<Table>> MakeTables() {
  using namespace model;
  std::vector<std::unique_ptr<Table>> tables;

  tables.push_back(List<Settings>("settings", CG_ITEMS(settings), [](auto& row, auto& s, auto&) {
    row("title", s.title);
    row("subtitle", s.subtitle);
    row("publisher", s.publisher);
    row("language", s.language);
    row("reference_date", s.reference_date);
    row("invented", s.invented);
    row("frame_note", s.frame_note);
    row("frame_sources", s.frame_sources);
    row("at_most_per_country", s.at_most_per_country);
    row("definitions", s.definitions);
    row("record_months", s.record_months);
    row("claims_about", s.claims_about);
    row("common_ground_share", s.common_ground_share);
    row("widespread_share", s.widespread_share);
    row("gap_unit", s.gap_unit);
    row("smallest_cell", s.smallest_cell);
    row("many_valued", s.many_valued);
    row("licence", s.licence);
  }));

  tables.push_back(
      ById<Region>("regions", "id", CG_ITEMS(study.regions), CG_ID(id.value), [](auto& row, auto& r, auto&) {
        row("label", r.label);
        row("aliases", r.aliases);
        row("quota", r.quota);
      }));

  tables.push_back(ById<Place>("places", "code", CG_ITEMS(study.places), CG_ID(code.value),
                               [](auto& row, auto& p, auto&) { row("name", p.name); }));

  tables.push_back(
      ById<Source>("sources", "id", CG_ITEMS(study.sources), CG_ID(id.value), [](auto& row, auto& s, auto&) {
        row("title", s.title);
        row("site", s.site);
        row("address", s.address);
        row("kind", s.kind);
        row("accessed", s.accessed);
        row("note", s.note);
      }));

  tables.push_back(ById<Organisation>("organisations", "id", CG_ITEMS(study.organisations), CG_ID(id.value),
                                      [](auto& row, auto& o, auto&) {
                                        row("name", o.name);
                                        row("short_name", o.short_name);
                                        row("country", o.country);
                                        row("region", o.region);
                                        row("languages", o.languages);
                                        row("visibility", o.visibility);
                                        row("note", o.note);
                                      }));

  tables.push_back(ById<Slot>("slots", "id", CG_ITEMS(study.slots), CG_ID(id.value), [](auto& row, auto& s, auto&) {
    row("region", s.region);
    row("country", s.country);
    row("organisation", s.organisation);
    row("sources", s.sources);
    row("note", s.note);
  }));

  tables.push_back(List<Statement>("statements", CG_ITEMS(study.statements), [](auto& row, auto& s, auto&) {
    row("subject", s.subject);
    row("property", s.property);
    row("value", s.value);
    row("valid_from", s.valid_from);
    row("valid_to", s.valid_to);
    row("as_of", s.as_of);
    row("grade", s.grade);
    row("sources", s.sources);
    row("validated_by", s.validated_by);
    row("note", s.note);
  }));

  tables.push_back(List<LeadershipRecord>("leadership", CG_ITEMS(study.leadership), [](auto& row, auto& l, auto&) {
    row("organisation", l.organisation);
    row("as_of", l.as_of);
    row("body", l.body);
    row("members", l.members);
    row("sex_workers", l.sex_workers);
    row("undisclosed", l.undisclosed);
    row("at_least", l.at_least);
    row("at_most", l.at_most);
    row("basis", l.basis);
    row("sources", l.sources);
  }));

  tables.push_back(ById<Definition>("definitions", "id", CG_ITEMS(study.definitions), CG_ID(id.value),
                                    [](auto& row, auto& d, auto&) {
                                      row("version", d.version);
                                      row("label", d.label);
                                      row("kind", d.kind);
                                      row("summary", d.summary);
                                      row("criteria", d.criteria);
                                      row("not_sourced", d.not_sourced);
                                      row("sources", d.sources);
                                    }));

  tables.push_back(
      ById<Indicator>("indicators", "id", CG_ITEMS(study.indicators), CG_ID(id.value), [](auto& row, auto& i, auto&) {
        row("code", i.code);
        row("label", i.label);
        row("side", i.side);
        row("type", i.type);
        row("allowed", i.values);
        row("sources", i.sources);
        row("note", i.note);
      }));

  tables.push_back(List<LegalModelRule>("legal_rules", CG_ITEMS(study.legal_model), [](auto& row, auto& r, auto&) {
    row("conditions", r.when);
    row("model", r.model);
    row("reason", r.reason);
  }));

  tables.push_back(List<ContextFact>("contexts", CG_ITEMS(study.contexts), [](auto& row, auto& c, auto&) {
    row("country", c.country);
    row("area", c.area);
    row("indicator", c.indicator);
    row("value", c.value);
    row("valid_from", c.valid_from);
    row("valid_to", c.valid_to);
    row("as_of", c.as_of);
    row("citation", c.citation);
    row("sources", c.sources);
    row("validated_by", c.validated_by);
    row("note", c.note);
  }));

  tables.push_back(ById<Code>(
      "codes", "id", CG_ITEMS(study.codebook), CG_ID(id.value),
      [](auto& row, auto& c, auto&) {
        row("parent", c.parent);
        row("kind", c.kind);
        row("label", c.label);
        row("definition", c.definition);
        row("basis", c.basis);
        row("sources", c.sources);
        row("include", c.include);
        row("exclude", c.exclude);
        row("colour", c.colour);
        row("retired", c.retired);
        row("merged_into", c.merged_into);
        row("guid", c.guid);
      },
      &AllNumbers::codes));

  tables.push_back(ById<CaseStudy>("cases", "organisation", CG_ITEMS(study.cases), CG_ID(organisation.value),
                                   [](auto& row, auto& c, auto&) {
                                     row("title", c.title);
                                     row("embargo_until", c.embargo_until);
                                   }));

  tables.push_back(ById<Document>(
      "documents", "id", CG_ITEMS(study.documents), CG_ID(id.value),
      [](auto& row, auto& d, auto&) {
        row("organisation", d.organisation);
        row("title", d.title);
        row("language", d.language);
        row("kind", d.kind);
        row("date", d.date);
        row("sources", d.sources);
        row("version", d.version);
        row("hash", d.hash);
      },
      &AllNumbers::documents));

  tables.push_back(std::make_unique<DocumentTexts>());
  tables.push_back(std::make_unique<DocumentParts>());

  tables.push_back(List<OldVersion>("old_versions", CG_ITEMS(study.old_versions), [](auto& row, auto& v, auto&) {
    row("document", v.document);
    row("version", v.version);
    row("text", v.text);
  }));
  tables.back()->rows_at_once = 16;
  tables.back()->is_text = true;

  tables.push_back(ById<CoderId>(
      "coders", "id", CG_ITEMS(coders), CG_ID(value), [](auto&, auto&, auto&) {}, &AllNumbers::coders));

  tables.push_back(List<Coding>(kCodingTable, CG_ITEMS(study.codings), [](auto& row, auto& c, auto& numbers) {
    row.Reference("document", c.document, numbers.documents);
    row.Reference("code", c.code, numbers.codes);
    row.Reference("coder", c.coder, numbers.coders);
    row("range_start", c.range.start);
    row("range_end", c.range.end);
    row("status", c.status);
    row("grade", c.grade);
    row("created", c.created);
    row("exact", c.exact);
    row("prefix", c.prefix);
    row("suffix", c.suffix);
    row("sources", c.sources);
    row("memo", c.memo);
    row("id", c.id);
    row("made_at", c.at);
    row("hint", c.hint);
  }));

  tables.push_back(List<Orphan>("orphans", CG_ITEMS(study.orphans), [](auto& row, auto& o, auto&) {
    row("document", o.coding.document);
    row("version", o.version);
    row("code", o.coding.code);
    row("coder", o.coding.coder);
    row("range_start", o.coding.range.start);
    row("range_end", o.coding.range.end);
    row("status", o.coding.status);
    row("grade", o.coding.grade);
    row("created", o.coding.created);
    row("exact", o.coding.exact);
    row("prefix", o.coding.prefix);
    row("suffix", o.coding.suffix);
    row("sources", o.coding.sources);
    row("memo", o.coding.memo);
    row("id", o.coding.id);
    row("made_at", o.coding.at);
    row("hint", o.coding.hint);
  }));
  tables.back()->is_text = true;

  tables.push_back(List<Memo>("memos", CG_ITEMS(study.memos), [](auto& row, auto& m, auto&) {
    row("id", m.id);
    row("kind", m.kind);
    row("about", m.about);
    row("subject", m.subject);
    row("document", m.document);
    row("coder", m.coder);
    row("made_at", m.at);
    row("text", m.text);
  }));
  tables.back()->is_text = true;

  tables.push_back(List<Assignment>("assignments", CG_ITEMS(study.assignments), [](auto& row, auto& a, auto&) {
    row("id", a.id);
    row("document", a.document);
    row("coder", a.coder);
    row("state", a.state);
    row("given", a.given);
    row("submitted", a.submitted);
  }));

  tables.push_back(List<Adjudication>("adjudications", CG_ITEMS(study.adjudications), [](auto& row, auto& a, auto&) {
    row("id", a.id);
    row("document", a.document);
    row("code", a.code);
    row("range_start", a.range.start);
    row("range_end", a.range.end);
    row("originals", a.originals);
    row("result", a.result);
    row("decided_by", a.decided_by);
    row("why", a.why);
    row("made_at", a.at);
  }));

  tables.push_back(List<Decision>("decisions", CG_ITEMS(study.decisions), [](auto& row, auto& d, auto&) {
    row("id", d.id);
    row("kind", d.kind);
    row("document", d.document);
    row("code", d.code);
    row("range_start", d.range.start);
    row("range_end", d.range.end);
    row("outcome", d.outcome);
    row("reason", d.reason);
    row("coder", d.coder);
    row("made_at", d.at);
  }));

  tables.push_back(List<Event>(kEventTable, CG_ITEMS(study.history), [](auto& row, auto& e, auto&) {
    row("number", e.number);
    row("made_at", e.at);
    row("person", e.person);
    row("action", e.action);
    row("undoes", e.undoes);
    row("thing", e.thing);
    row("subject", e.subject);
    row("document", e.document);
    row("before", e.before);
    row("after", e.after);
  }));
  tables.back()->is_text = true;

  tables.push_back(ById<Set>("sets", "id", CG_ITEMS(study.sets), CG_ID(id.value), [](auto& row, auto& s, auto&) {
    row("name", s.name);
    row("description", s.description);
    row("codes", s.codes);
    row("documents", s.documents);
  }));

  tables.push_back(List<Wording>("wordings", CG_ITEMS(study.wordings), [](auto& row, auto& w, auto&) {
    row("id", w.id);
    row("document", w.document);
    row("text", w.text);
  }));
  tables.back()->is_text = true;

  tables.push_back(List<Consent>("consents", CG_ITEMS(study.consents), [](auto& row, auto& c, auto&) {
    constexpr bool kReads = std::decay_t<decltype(row)>::kReads;
    std::optional<std::string> organisation;
    std::optional<std::string> document;
    // Only a document's id holds a '/'.
    if constexpr (!kReads) (c.subject.find('/') == std::string::npos ? organisation : document) = c.subject;
    row("organisation", organisation);
    row("document", document);
    if constexpr (kReads) c.subject = organisation ? *organisation : document.value_or("");
    row("scope", c.scope);
    row("basis", c.basis);
    row("given", c.given);
    row("expires", c.expires);
    row("withdrawn", c.withdrawn);
    row("evidence", c.evidence);
  }));

  tables.push_back(
      ById<Partner>("partners", "id", CG_ITEMS(study.partners), CG_ID(id.value), [](auto& row, auto& p, auto&) {
        row("name", p.name);
        row("sector", p.sector);
        row("country", p.country);
        row("note", p.note);
      }));

  tables.push_back(List<Tie>("ties", CG_ITEMS(study.ties), [](auto& row, auto& t, auto&) {
    row("organisation", t.organisation);
    row("partner", t.partner);
    row("kind", t.kind);
    row("since", t.since);
    row("sources", t.sources);
    row("publish", t.publish);
  }));

  tables.push_back(
      ById<Finding>("findings", "id", CG_ITEMS(study.findings), CG_ID(id.value), [](auto& row, auto& f, auto&) {
        row("statement", f.statement);
        row("codes", f.codes);
        row("cases_for", f.cases_for);
        row("cases_against", f.cases_against);
        row("confidence", f.confidence);
        row("reasons", f.reasons);
        row("graded_by", f.graded_by);
        row("text", f.text);
      }));

  tables.push_back(ById<Chapter>("chapters", "id", CG_ITEMS(study.chapters), CG_ID(id.value),
                                 [](auto& row, auto& c, auto&) { row("text", c.text); }));

  tables.push_back(
      ById<FileHash>("imported_files", "path", CG_ITEMS(files), CG_ID(path), [](auto& row, auto& f, auto&) {
        row("hash", f.hash);
        row("bytes", f.bytes);
      }));
  return tables;
}

#undef CG_ITEMS
#undef CG_ID

}  // namespace

const std::vector<std::unique_ptr<Table>>& Tables() {
  static const auto tables = MakeTables();
  return tables;
}

}  // namespace commonground::store
