// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A table is where its items are and what its key is called; its columns are the fields of its noun (columns.h), which
// run with each of the three visitors of rows.h.
#include "store/tables.h"

#include "store/columns.h"

namespace commonground::store {

namespace {

[[noreturn]] void Misfit(const std::string& table) {
  throw Failure(core::ErrorCode::kCorrupt, Damaged("the rows of " + table).message);
}

// Ids become names of files and of pages.
template <typename Item>
bool IsKeyOf(std::string_view key) {
  if constexpr (std::is_same_v<Item, model::FileHash>) return !key.empty();  // a path: check_study.h
  if constexpr (std::is_same_v<Item, model::Document>) return model::IsValidDocumentId(key);
  return model::IsValidId(key);
}

template <auto list>
struct OfStudy {
  auto& operator()(auto& in) const { return in.study.*list; }
};
struct SettingsRows {
  auto& operator()(auto& in) const { return in.settings; }
};
struct CoderRows {
  auto& operator()(auto& in) const { return in.coders; }
};
struct FileRows {
  auto& operator()(auto& in) const { return in.files; }
};

// Without a key, the place is the key.
template <typename Items, bool kHasId>
class ItemTable : public Table {
  using Item = typename std::remove_reference_t<decltype(Items()(std::declval<Loaded&>()))>::value_type;

 public:
  ItemTable(std::string table_name, const char* key, Numbers AllNumbers::*numbered) : key_(key), numbered_(numbered) {
    name = std::move(table_name);
    position_column = kHasId ? 1 : 0;
    ColumnLister lister;
    if (kHasId) lister(key, std::string());
    lister("position", std::int64_t{0});
    if (numbered_) lister("number", std::int64_t{0});
    const Item item;
    Visit(lister, item, {});
    columns = lister.names;
  }

  std::size_t Size(const Saved& saved) const override { return Items()(saved).size(); }

  const std::string& Id([[maybe_unused]] const Saved& saved, [[maybe_unused]] std::size_t item) const override {
    if constexpr (kHasId) {
      return KeyOf(Items()(saved)[item]);
    } else {
      static const std::string none;
      return none;
    }
  }

  void Write(const Saved& saved, std::size_t index, RowWriter& row) const override {
    const Item& item = Items()(saved)[index];
    row.NextRow();
    if constexpr (kHasId) row(key_, KeyOf(item));
    row("position", static_cast<std::int64_t>(index));
    if constexpr (kHasId) {
      if (numbered_) row("number", static_cast<std::int64_t>((saved.numbers.*numbered_).of_id.at(KeyOf(item))));
    }
    Visit(row, item, saved.numbers);
  }

  void Read(RowReader& row, std::int64_t rows, Loaded& loaded) const override {
    auto& items = Items()(loaded);
    Item item;
    std::int64_t position = 0;
    if constexpr (kHasId) {
      row(key_, KeyOf(item));
      if (!IsKeyOf<Item>(KeyOf(item))) Misfit(name);
    }
    row("position", position);
    if (position < 0 || (kHasId && position >= rows)) Misfit(name);
    if constexpr (kHasId) {
      if (numbered_) {
        std::int64_t number = 0;
        row("number", number);
        (loaded.numbers.*numbered_).Put(KeyOf(item), number);
      }
    }
    Visit(row, item, loaded.numbers);
    if constexpr (kHasId) {  // rows come in the order of their ids
      if (items.size() < static_cast<std::size_t>(rows)) items.resize(static_cast<std::size_t>(rows));
      items[static_cast<std::size_t>(position)] = std::move(item);
    } else {  // in the order of their places, which may have gaps
      items.push_back(std::move(item));
    }
  }

 private:
  template <typename Row, typename Thing>
  static void Visit(Row& row, Thing& thing, const AllNumbers& numbers) {
    Columns<Item, Row> columns(row, numbers, kHasId);
    Fields(columns, thing);
  }
  const char* key_;
  Numbers AllNumbers::*numbered_;
};

template <typename Items>
std::unique_ptr<Table> List(const char* name) {
  return std::make_unique<ItemTable<Items, false>>(name, "position", nullptr);
}
template <auto list>
std::unique_ptr<Table> List(const char* name) {
  return List<OfStudy<list>>(name);
}
template <typename Items>
std::unique_ptr<Table> ById(const char* name, const char* key = "id", Numbers AllNumbers::*numbered = nullptr) {
  return std::make_unique<ItemTable<Items, true>>(name, key, numbered);
}
template <auto list>
std::unique_ptr<Table> ById(const char* name, const char* key = "id", Numbers AllNumbers::*numbered = nullptr) {
  return ById<OfStudy<list>>(name, key, numbered);
}
std::unique_ptr<Table> Texts(std::unique_ptr<Table> table) {
  table->is_text = true;
  return table;
}

// The texts, and what is known of them.
template <typename Row>
class TextColumn : public OtherFields {
 public:
  explicit TextColumn(Row& row) : row_(row) {}
  void Body(const char* name, auto& text) { row_(name, text); }

 private:
  Row& row_;
};
template <typename Row>
class OfTextColumns : public OtherFields {
 public:
  explicit OfTextColumns(Row& row) : row_(row) {}
  void OfText(const char* name, auto& value) { row_(name, value); }

 private:
  Row& row_;
};

// Beside the documents and not in them: a study can be looked at without their texts, and study files of the first
// schema hold nothing of their parts.
template <template <typename> typename FieldsOf>
class BesideDocuments : public Table {
 public:
  explicit BesideDocuments(const char* table_name) {
    name = table_name;
    position_column = 1;
    rows_at_once = 16;  // a text has up to 25 MB
    is_text = true;
    ColumnLister lister;
    lister("document", std::string());
    lister("position", std::int64_t{0});
    const model::Document document;
    Visit(lister, document);
    columns = lister.names;
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
    Visit(row, document);
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
    Visit(row, document);
  }

 private:
  template <typename Row, typename Document>
  static void Visit(Row& row, Document& document) {
    FieldsOf<Row> fields(row);
    Fields(fields, document);
  }
};

std::vector<std::unique_ptr<Table>> MakeTables() {
  using model::Study;
  std::vector<std::unique_ptr<Table>> tables;
  tables.push_back(List<SettingsRows>("settings"));
  tables.push_back(ById<&Study::regions>("regions"));
  tables.push_back(ById<&Study::invented_countries>("invented_countries", "code"));
  tables.push_back(ById<&Study::sources>("sources"));
  tables.push_back(ById<&Study::organisations>("organisations"));
  tables.push_back(ById<&Study::slots>("slots"));
  tables.push_back(List<&Study::statements>("statements"));
  tables.push_back(List<&Study::leadership>("leadership"));
  tables.push_back(ById<&Study::definitions>("definitions"));
  tables.push_back(ById<&Study::indicators>("indicators"));
  tables.push_back(List<&Study::legal_model>("legal_rules"));
  tables.push_back(List<&Study::contexts>("contexts"));
  tables.push_back(ById<&Study::codebook>("codes", "id", &AllNumbers::codes));
  tables.push_back(ById<&Study::cases>("cases", "organisation"));
  tables.push_back(ById<&Study::documents>("documents", "id", &AllNumbers::documents));
  tables.push_back(std::make_unique<BesideDocuments<TextColumn>>(kTextTable));
  tables.push_back(std::make_unique<BesideDocuments<OfTextColumns>>("document_parts"));
  tables.push_back(Texts(List<&Study::old_versions>("old_versions")));
  tables.back()->rows_at_once = 16;
  tables.push_back(ById<CoderRows>("coders", "id", &AllNumbers::coders));
  tables.push_back(List<&Study::codings>(kCodingTable));
  tables.push_back(Texts(List<&Study::orphans>("orphans")));
  tables.push_back(Texts(List<&Study::memos>("memos")));
  tables.push_back(List<&Study::assignments>("assignments"));
  tables.push_back(List<&Study::adjudications>("adjudications"));
  tables.push_back(List<&Study::decisions>("decisions"));
  tables.push_back(Texts(List<&Study::history>(kEventTable)));
  tables.push_back(ById<&Study::sets>("sets"));
  tables.push_back(Texts(List<&Study::history_texts>("history_texts")));
  tables.push_back(List<&Study::consents>("consents"));
  tables.push_back(ById<&Study::partners>("partners"));
  tables.push_back(List<&Study::partnerships>("partnerships"));
  tables.push_back(List<&Study::outcomes>("outcomes"));
  tables.push_back(List<&Study::answers>("answers"));
  tables.push_back(ById<&Study::targets>("targets"));
  tables.push_back(List<&Study::translations>("translations"));
  tables.push_back(ById<&Study::findings>("findings"));
  tables.push_back(ById<&Study::chapters>("chapters"));
  tables.push_back(ById<&Study::editions>("editions"));
  tables.push_back(ById<FileRows>("imported_files", "path"));
  return tables;
}

}  // namespace

const std::vector<std::unique_ptr<Table>>& Tables() {
  static const auto tables = MakeTables();
  return tables;
}

}  // namespace commonground::store
