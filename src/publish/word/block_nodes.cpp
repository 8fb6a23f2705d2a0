// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Texts, lists and tables.  A figure becomes a table: every number that it draws can be read, by eye or by ear.
#include "publish/word/block_nodes.h"

#include <algorithm>

#include "publish/html/address.h"
#include "publish/html/language.h"
#include "publish/word/reading_order.h"

namespace commonground::publish {

using namespace pandoc;

std::string BlockNodes::PlaceOfPage(const std::string& name) const {
  return PlaceOf(page_, name);
}

json BlockNodes::Text(const std::string& text, const std::string& language) {
  document_.text += text;
  document_.text += '\n';
  json inlines = json::array();
  std::size_t from = 0;
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', from)) {
    inlines.push_back(Str(text.substr(from, at - from)));
    inlines.push_back(Node("LineBreak"));
    from = at + 1;
  }
  inlines.push_back(Str(text.substr(from)));
  if (language.empty() || language == "und" || language == t.language()) return inlines;
  if (form_ == PandocFor::kDocx)
    return json::array({SpanOf(Attr({}, {{"custom-style", "Language " + language}}), inlines)});
  return json::array({SpanOf(Attr({}, {{"lang", language}, {"dir", DirectionOf(language)}}), inlines)});
}

namespace {

void Append(json more, json& inlines) {
  for (json& one : more) inlines.push_back(std::move(one));
}

}  // namespace

json BlockNodes::LinkTo(const Target& target, json inlines) {
  if (const auto* web = std::get_if<WebTarget>(&target)) {
    document_.text += web->address + "\n";
    return json::array({LinkNode(web->address, std::move(inlines))});
  }
  const std::string place = PlaceOf(target);
  return place.empty() ? inlines : json::array({LinkNode("#" + place, std::move(inlines))});
}

json BlockNodes::Inlines(const Spans& spans) {
  json inlines = json::array();
  for (const Span& span : spans) {
    if (span.text.empty()) continue;
    json one = Text(span.text, span.language);
    if (span.style == "strong") one = json::array({Strong(std::move(one))});
    if (span.style == "state") one = json::array({Emph(std::move(one))});
    Append(LinkTo(span.target, std::move(one)), inlines);
  }
  return inlines;
}

json BlockNodes::Inlines(const std::vector<Run>& runs, const std::string& language) {
  json inlines = json::array();
  for (const Run& run : runs) {
    if (run.marks == Run::kBreak) {
      inlines.push_back(Node("LineBreak"));
      continue;
    }
    std::string words = run.text;  // where a line ends in the source is nothing that people wrote
    std::ranges::replace(words, '\n', ' ');
    json one = Text(words, language);
    if ((run.marks & Run::kCode) != 0) one = json::array({Node("Code", json::array({Attr(), words}))});
    if ((run.marks & Run::kStrong) != 0) one = json::array({Strong(std::move(one))});
    if ((run.marks & Run::kEmphasis) != 0) one = json::array({Emph(std::move(one))});
    Append(LinkTo(run.target, std::move(one)), inlines);
  }
  return inlines;
}

json BlockNodes::Blocks(const std::vector<ProseBlock>& prose, const std::string& language) {
  json blocks = json::array();
  const auto items = [&](const ProseBlock& list) {
    json all = json::array();
    for (const ProseBlock& item : list.children) {
      json inside = json::array();
      if (!item.runs.empty()) inside.push_back(PlainNode(Inlines(item.runs, language)));
      Append(Blocks(item.children, language), inside);
      all.push_back(std::move(inside));
    }
    return all;
  };
  for (const ProseBlock& block : prose) {
    switch (block.kind) {
      case ProseBlock::Kind::kParagraph:
        blocks.push_back(Para(Inlines(block.runs, language)));
        break;
      case ProseBlock::Kind::kHeading:
        depth_ = std::clamp(base_ + block.level - 1, base_ + 1, depth_ + 1);
        blocks.push_back(Header(depth_, {}, Inlines(block.runs, language)));
        break;
      case ProseBlock::Kind::kCode: {
        std::string code;
        for (const Run& run : block.runs) code += run.text;
        document_.text += code + "\n";
        blocks.push_back(Node("CodeBlock", json::array({Attr(), code})));
        break;
      }
      case ProseBlock::Kind::kBullets:
        blocks.push_back(Node("BulletList", items(block)));
        break;
      case ProseBlock::Kind::kNumbers:
        blocks.push_back(Node(
            "OrderedList", json::array({json::array({block.start, Node("Decimal"), Node("Period")}), items(block)})));
        break;
      case ProseBlock::Kind::kItem:
        if (!block.runs.empty()) blocks.push_back(PlainNode(Inlines(block.runs, language)));
        Append(Blocks(block.children, language), blocks);
        break;
      case ProseBlock::Kind::kQuote:
        blocks.push_back(Node("BlockQuote", Blocks(block.children, language)));
        break;
      case ProseBlock::Kind::kRule:
        blocks.push_back(Node("HorizontalRule"));
        break;
    }
  }
  return blocks;
}

json BlockNodes::Words(const Tally& tally) {
  json inlines = json::array({Strong(Text(tally.number + tally.of))});
  if (!tally.text.empty()) {
    inlines.push_back(Str(" "));
    Append(Inlines(tally.text), inlines);
  }
  return inlines;
}

json BlockNodes::Anchored(const std::string& id, json inlines) {
  return json::array({SpanOf(Attr(id), std::move(inlines))});
}

json BlockNodes::Styled(const char* style, json blocks) {
  return form_ == PandocFor::kDocx ? Div(Attr({}, {{"custom-style", style}}), std::move(blocks))
                                   : Div(json::array({"", json::array({style}), json::array()}), std::move(blocks));
}

void BlockNodes::PutPara(json inlines) {
  if (!inlines.empty()) Put(Para(std::move(inlines)));
}

void BlockNodes::PutTitle(const std::string& text, int level, const std::string& id, const std::string& language) {
  if (text.empty()) return;
  depth_ = std::clamp(level, 1, std::min(6, depth_ + 1));
  Put(Header(depth_, id, Text(text, language)));
}

void BlockNodes::PutGrid(const Grid& grid) {
  if (grid.rows.empty() || grid.head.empty()) return;
  const std::size_t columns = grid.head.size();
  const double first = columns <= 2 ? 0.5 : 0.34;
  json specs = json::array();
  for (std::size_t c = 0; c < columns; ++c) {
    const double width = columns == 1 ? 1 : c == 0 ? first : (1 - first) / static_cast<double>(columns - 1);
    specs.push_back(json::array({Node("AlignDefault"), Node("ColWidth", width)}));
  }
  json head = json::array();
  for (const std::string& text : grid.head) head.push_back(Cell(json::array({PlainNode(Text(text, grid.language))})));
  json rows = json::array();
  for (std::size_t r = 0; r < grid.rows.size(); ++r) {
    const auto& row = grid.rows[r];
    json cells = json::array();
    for (std::size_t c = 0; c < columns; ++c) {
      json inlines = c < row.size() ? row[c] : json::array();
      if (c == 0) inlines = json::array({Strong(std::move(inlines))});
      // Pandoc carries shades into an e-book, and into no Word document.
      const bool shaded = form_ == PandocFor::kEpub && r < grid.shades.size() && c < grid.shades[r].size();
      const int shade = shaded ? grid.shades[r][c] : 0;
      cells.push_back(
          Cell(json::array({PlainNode(std::move(inlines))}), shade > 0 ? "s" + std::to_string(shade) : std::string()));
    }
    rows.push_back(Row(std::move(cells)));
  }
  json caption = json::array({nullptr, json::array()});
  if (!grid.caption.empty()) caption[1].push_back(PlainNode(Text(grid.caption)));
  json table = Node("Table", json::array({Attr(), std::move(caption), std::move(specs),
                                          json::array({Attr(), json::array({Row(std::move(head))})}),
                                          json::array({json::array({Attr(), 1, json::array(), std::move(rows)})}),
                                          json::array({Attr(), json::array()})}));
  // Pandoc gives a table no name in DOCX; what is around it has it.
  Put(grid.id.empty() ? std::move(table) : Div(Attr(IdOf(grid.id)), json::array({std::move(table)})));
  const int count = static_cast<int>(grid.rows.size());
  document_.tables.push_back({grid.caption.empty() ? t("Table") : grid.caption,
                              t("The first row names the columns, the first column the rows. Rows: {1}, columns: {2}.",
                                count, static_cast<int>(columns)),
                              grid.shades});
}

void BlockNodes::Add(const Page& page) {
  page_ = page.id;
  base_ = LevelOf(page.id);
  const Head& head = page.head;
  // Contents name the page; a title in people's own words stands below it.
  const bool theirs = !head.title_language.empty();
  PutTitle(head.title.empty() || theirs ? page.title : head.title, base_, PlaceOf(Target(page.id)));
  if (!head.over.empty()) Put(Styled("Over", json::array({Para(Text(head.over))})));
  if (theirs) Put(Styled("Lead", json::array({Para(json::array({Strong(Text(head.title, head.title_language))}))})));
  if (!head.answer.empty()) Put(Styled("Lead", json::array({Para(Inlines(head.answer))})));
  if (!head.consent.empty()) Put(Styled("Note", json::array({Para(Text(head.consent))})));
  json tallies = json::array();
  for (const Tally& tally : head.tally) tallies.push_back(json::array({PlainNode(Words(tally))}));
  if (!tallies.empty()) Put(Node("BulletList", std::move(tallies)));
  if (!head.count.number.empty()) {
    json inlines = Words(head.count);
    inlines.push_back(Str(" "));
    Append(Inlines(head.count_note), inlines);
    PutPara(std::move(inlines));
  }
  if (!head.strips.rows.empty()) PutStrips(head.strips);
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    // What only leads on to other pages has no heading here either.
    if (std::holds_alternative<Heading>(page.blocks[i]) && i + 1 < page.blocks.size() &&
        std::holds_alternative<Ways>(page.blocks[i + 1]))
      continue;
    std::visit(*this, page.blocks[i]);
  }
}

void BlockNodes::operator()(const Heading& heading) {
  PutTitle(heading.text, base_ + heading.level - 1, IdOf(heading.id), heading.language);
  const Spans& note = heading.table_cap.empty() ? heading.cap : heading.table_cap;
  if (!note.empty()) Put(Styled("Note", json::array({Para(Inlines(note))})));
}

void BlockNodes::operator()(const Paragraph& paragraph) {
  json inlines = Inlines(paragraph.spans);
  if (inlines.empty()) return;
  if (paragraph.style == "lead") return Put(Styled("Lead", json::array({Para(std::move(inlines))})));
  if (!paragraph.style.empty()) return Put(Styled("Note", json::array({Para(std::move(inlines))})));
  PutPara(std::move(inlines));
}

void BlockNodes::operator()(const Bullets& bullets) {
  json items = json::array();
  for (const Spans& item : bullets.items) items.push_back(json::array({PlainNode(Inlines(item))}));
  if (!items.empty()) Put(Node("BulletList", std::move(items)));
}

void BlockNodes::operator()(const Table& table) {
  Grid grid{table.id, table.caption, table.head};
  for (const auto& row : table.rows) {
    auto& cells = grid.rows.emplace_back();
    for (const Spans& cell : row) cells.push_back(Inlines(cell));
  }
  PutGrid(grid);
}

void BlockNodes::operator()(const Figure& figure) {
  PutTitle(figure.title, base_ + 2, IdOf(figure.id));
  PutPara(Text(figure.subtitle));
  PutPara(Text(figure.description));
  if (!figure.twin.rows.empty()) (*this)(figure.twin);
}

void BlockNodes::operator()(const Prose& prose) {
  Append(Blocks(prose.blocks, prose.language), blocks_);
}

void BlockNodes::operator()(const Passage& passage) {
  const auto place = [&](const PassageTarget& at) { return passage.has_place ? PlaceOf(Target(at)) : std::string(); };
  Grid grid;
  grid.language = passage.language;
  for (std::size_t r = 0; r < passage.rows.size(); ++r) {
    if (r > 0) grid.rows.emplace_back();
    for (const Passage::Cell& cell : passage.rows[r]) {
      if (r == 0) {
        grid.head.push_back(cell.text);
      } else {
        grid.rows.back().push_back(Anchored(place(cell.at), Text(cell.text, passage.language)));
      }
    }
  }
  if (!passage.rows.empty() && passage.has_place) {  // pandoc has no place for a name in a head
    json places = json::array();
    for (const Passage::Cell& cell : passage.rows.front()) Append(Anchored(place(cell.at), json::array()), places);
    PutPara(std::move(places));
  }
  PutGrid(grid);
  json blocks = Blocks(passage.blocks, passage.language);
  if (!blocks.empty()) Put(Div(Attr(place(passage.at)), std::move(blocks)));
  if (passage.codes.empty()) return;
  json inlines = Text(t("{1}: {2}", t("Coded here"), ""));
  for (std::size_t i = 0; i < passage.codes.size(); ++i) {
    if (i > 0) inlines.push_back(Str(" · "));
    for (const Span& span : passage.codes[i]) {
      if (&span != &passage.codes[i].front()) inlines.push_back(Str(" "));
      Append(Inlines(span), inlines);
    }
  }
  Put(Styled("Note", json::array({Para(std::move(inlines))})));
}

void BlockNodes::operator()(const WholeTexts& whole) {
  for (const WholeTexts::Text& text : whole.texts) {
    PutTitle(text.title, base_ + 2, IdOf(text.id), text.language);
    if (!text.cap.empty()) PutPara(Inlines(text.cap));
    if (!text.state.empty()) PutPara(Inlines(text.state));
    for (const Passage& passage : text.passages) (*this)(passage);
  }
}

void BlockNodes::operator()(const Evidence& evidence) {
  for (const EvidenceGroup& group : evidence.groups) {
    PutTitle(group.title, base_ + 2);
    PutPara(Text(group.count));
    for (const CaseQuotes& one : group.cases) {
      PutPara(Inlines(one.who));
      for (const Quote& quote : one.quotes) {
        Put(Node("BlockQuote",
                 json::array({Para(quote.text.empty() ? Inlines(quote.state) : Text(quote.text, quote.language))})));
      }
    }
  }
}

void BlockNodes::operator()(const SourceEntry& source) {
  json inlines =
      Anchored(PlaceOf(Target(source.at)), Text("[" + std::to_string(source.at.number) + "] " + source.title + ". "));
  Append(Inlines(source.about), inlines);
  PutPara(std::move(inlines));
}

void BlockNodes::operator()(const Sides& sides) {
  PutPara(Anchored(IdOf(sides.id), json::array({Strong(Inlines(sides.title))})));
  for (const Side& side : sides.sides) {
    PutPara(json::array({Strong(Text(side.heading)), Str(" "), SpanOf(Attr(), Text(side.state))}));
    for (const Side::Given& given : side.quotes) {
      Put(Node("BlockQuote", json::array({Para(Text(given.text, given.language)), Para(Inlines(given.label))})));
    }
  }
}

void BlockNodes::operator()(const Ways&) {}   // leads on to pages that stand in the contents here
void BlockNodes::operator()(const Index&) {}  // such a form has a search

void BlockNodes::operator()(const Filters&) {}   // such a form hides nothing
void BlockNodes::operator()(const TwoPages&) {}  // a form of its own: it says nothing that is not here

void BlockNodes::operator()(const Notes& notes) {
  for (const Notes::Note& note : notes.notes) {
    PutPara(Inlines(note.text));
    if (!note.beside.empty()) Put(Styled("Note", json::array({Para(Inlines(note.beside))})));
  }
}

void BlockNodes::PutQuote(const Quotation& quote) {
  json by = Inlines(quote.who);
  if (!quote.where.empty()) Append(Text(" · " + quote.where), by);
  if (!quote.consent.empty()) Append(Text(" · " + quote.consent), by);
  if (!quote.translated.text.empty()) {
    Put(Node("BlockQuote", json::array({Para(Text(quote.translated.text))})));
    Put(Styled("Note", json::array({Para(Inlines(quote.translated.original))})));
  }
  Put(Node("BlockQuote", json::array({Para(Text(quote.text, quote.language))})));
  Put(Styled("Note", json::array({Para(std::move(by))})));
}

void BlockNodes::operator()(const Quotations& quotations) {
  for (const Quotation& quote : quotations.quotes) PutQuote(quote);
}

void BlockNodes::operator()(const Pull& pull) {
  PutQuote(pull.quote);
}

}  // namespace commonground::publish
