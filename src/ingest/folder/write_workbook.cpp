// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes a study's tables as sheets, with help and lists of allowed values.

#include "ingest/folder/write_workbook.h"

#include <algorithm>

#include "ingest/exchange/xlsx_book.h"
#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

namespace {

constexpr lxw_row_t kLastRow = 1'048'575;
constexpr std::size_t kMaxListBytes = 255;     // of the values that a cell offers
constexpr std::size_t kMaxMessageUnits = 240;  // of what is shown beside a cell
constexpr double kWidth = 22;

std::string_view Stem(std::string_view table) {
  return table.substr(0, table.size() - 4);
}

// UTF-16 units; bytes are never fewer.
std::size_t Units(std::string_view text) {
  std::size_t units = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) != 0x80U) units += byte >= 0xF0U ? 2 : 1;
  }
  return units;
}

std::string Cut(const std::string& text, std::size_t most) {
  if (Units(text) <= most) return text;
  std::string cut = text.substr(0, most);
  while (!cut.empty() && (static_cast<unsigned char>(cut.back()) & 0xC0U) == 0x80U) cut.pop_back();
  if (!cut.empty() && static_cast<unsigned char>(cut.back()) >= 0x80U) cut.pop_back();
  return cut + "…";
}

std::vector<std::string> ItemsOf(const std::string& words) {
  std::vector<std::string> items;
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(", ", begin), words.size());
    items.push_back(words.substr(begin, end - begin));
    begin = end + 2;
  }
  return items;
}

class Writer {
 public:
  Writer(const model::Study& study, const WorkbookWords& words, Examples examples, XlsxBook book)
      : study_(study), words_(words), examples_(examples), book_(std::move(book)) {
    head_ = workbook_add_format(book_.get());
    format_set_bold(head_);
    format_set_text_wrap(head_);
    format_set_bg_color(head_, 0xE8E4DC);
    format_set_bottom(head_, LXW_BORDER_THIN);
    cell_ = workbook_add_format(book_.get());
    format_set_num_format(cell_, "@");  // text: nothing becomes a day or a number
    format_set_unlocked(cell_);
    example_ = workbook_add_format(book_.get());
    format_set_num_format(example_, "@");
    format_set_unlocked(example_);
    format_set_italic(example_);
    format_set_font_color(example_, 0x777777);
  }

  core::Result<Workbook> Write() {
    // What people fill in stands first.
    for (const bool program : {false, true}) {
      ForEachTable([&](const auto& table) {
        if (words_.written_by_program(Stem(table.file)) == program) WriteSheet(table, program);
      });
    }
    CG_ASSIGN_OR_RETURN(workbook_.bytes, book_.Take());
    return std::move(workbook_);
  }

 private:
  template <typename Row>
  void WriteSheet(const Table<Row>& table, bool program) {
    const std::vector<Row>& rows = study_.*table.rows;
    const auto columns = ColumnsToWrite(table, study_);
    if (!Fits(rows, columns)) {
      workbook_.left_out.emplace(table.file);
      return;
    }
    const std::string name(Stem(table.file));
    lxw_worksheet* sheet = workbook_add_worksheet(book_.get(), name.c_str());
    if (program) worksheet_set_tab_color(sheet, 0xAAAAAA);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      worksheet_set_column(sheet, column, column, kWidth, cell_);
      WriteHead(sheet, column, name, columns[i]->name, columns[i]->need, WordsOf(*columns[i]));
    }
    worksheet_freeze_panes(sheet, 1, 0);
    Protect(sheet);
    lxw_row_t number = 1;
    if (rows.empty() && examples_ == Examples::kInEmptyTables && !program) {
      for (std::size_t i = 0; i < columns.size(); ++i) {
        std::string value(words_.example(name, columns[i]->name));
        if (i == 0) value = words_.example_mark + " " + value;
        if (!value.empty()) Put(sheet, number, i, value, example_);
      }
    }
    for (const Row& row : rows) {
      for (std::size_t i = 0; i < columns.size(); ++i) {
        if (const std::string value = columns[i]->write(row); !value.empty()) Put(sheet, number, i, value, cell_);
      }
      ++number;
    }
  }

  template <typename Row, typename Columns>
  static bool Fits(const std::vector<Row>& rows, const Columns& columns) {
    if (rows.size() > kLastRow - 1) return false;
    return std::ranges::all_of(rows, [&](const Row& row) {
      return std::ranges::all_of(columns, [&](const auto* column) {
        const std::string text = CellText(column->write(row));
        return text.size() <= kMaxCellUnits || Units(text) <= kMaxCellUnits;
      });
    });
  }

  template <typename Row>
  std::string WordsOf(const Column<Row>& column) const {
    if (column.words != nullptr) return column.words();
    if (column.name != "region") return {};
    std::string regions;
    for (const model::Region& region : study_.regions) regions += (regions.empty() ? "" : ", ") + region.id.value;
    return regions;
  }

  void WriteHead(lxw_worksheet* sheet, lxw_col_t column, const std::string& table, std::string_view name, Need need,
                 const std::string& values) {
    worksheet_write_string(sheet, 0, column, std::string(name).c_str(), head_);
    std::string help = words_.help(table, name);
    const bool required = need == kRequired || need == kKey;
    if (required && !words_.written_by_program(table)) help += " " + words_.required;
    std::string message = Cut(help, kMaxMessageUnits);
    if (!values.empty()) {
      std::string one_of = words_.one_of;
      if (const std::size_t at = one_of.find("{1}"); at != std::string::npos) one_of.replace(at, 3, values);
      help += "\n" + one_of;
    }
    if (column == 0) help = words_.help(table, "") + "\n\n" + help;
    lxw_comment_options options{};
    options.x_scale = 2.5;
    options.y_scale = 2;
    worksheet_write_comment_opt(sheet, 0, column, help.c_str(), &options);
    Offer(sheet, column, message, values);
  }

  // The help of the column beside each of its cells, and the values to choose from.
  void Offer(lxw_worksheet* sheet, lxw_col_t column, std::string message, const std::string& values) {
    std::vector<std::string> items = ItemsOf(values);
    std::vector<char*> list;  // the library copies what it is given, but does not say so
    for (std::string& item : items) list.push_back(item.data());
    std::string choose = words_.choose;
    list.push_back(nullptr);
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_ANY;
    validation.ignore_blank = LXW_VALIDATION_ON;
    if (!items.empty() && values.size() <= kMaxListBytes) {
      validation.validate = LXW_VALIDATION_TYPE_LIST;
      validation.value_list = list.data();
      validation.error_message = choose.data();
    }
    validation.input_message = message.data();
    worksheet_data_validation_range(sheet, 1, column, kLastRow, column, &validation);
  }

  // The names of the columns are locked; rows can be added, deleted, sorted and formatted.
  static void Protect(lxw_worksheet* sheet) {
    lxw_protection options{};
    options.format_cells = 1;
    options.format_columns = 1;
    options.format_rows = 1;
    options.insert_rows = 1;
    options.delete_rows = 1;
    options.sort = 1;
    options.autofilter = 1;
    worksheet_protect(sheet, nullptr, &options);
  }

  static void Put(lxw_worksheet* sheet, lxw_row_t row, std::size_t column, const std::string& text,
                  lxw_format* format) {
    worksheet_write_string(sheet, row, static_cast<lxw_col_t>(column), CellText(text).c_str(), format);
  }

  const model::Study& study_;
  const WorkbookWords& words_;
  Examples examples_;
  XlsxBook book_;
  Workbook workbook_;
  lxw_format* head_ = nullptr;
  lxw_format* cell_ = nullptr;
  lxw_format* example_ = nullptr;
};

}  // namespace

core::Result<Workbook> WriteWorkbook(const model::Study& study, const WorkbookWords& words, Examples examples) {
  CG_ASSIGN_OR_RETURN(XlsxBook book, XlsxBook::Create());
  return Writer(study, words, examples, std::move(book)).Write();
}

}  // namespace commonground::ingest
