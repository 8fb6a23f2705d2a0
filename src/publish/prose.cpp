// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// "*Peers* go out. [@s1]" gives a paragraph of the runs "Peers" (emphasis), " go out. " and "[1]", which leads to its
// source.
#include "publish/prose.h"

#include <cmark.h>

#include <algorithm>
#include <memory>

#include "core/paragraphs.h"

namespace commonground::publish {

namespace {

bool IsOfAnId(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
}

// Reads "[@id; @id2]" at `at`; no citation: an empty list of sources.  It looks no further than what is one: there may
// be a million beginnings.
Citation ReadCitation(std::string_view text, std::size_t at) {
  const Citation none{at, at, {}};
  Citation citation = none;
  const auto skip_spaces = [&](std::size_t from) { return std::min(text.size(), text.find_first_not_of(' ', from)); };
  for (std::size_t next = at + 1;;) {
    next = skip_spaces(next);
    const std::size_t begin = next + 1;
    if (next >= text.size() || text[next] != '@') return none;
    for (++next; next < text.size() && IsOfAnId(text[next]);) ++next;
    if (next == begin) return none;
    citation.sources.emplace_back(text.substr(begin, next - begin));
    next = skip_spaces(next);
    if (next >= text.size()) return none;
    if (text[next] == ';') {
      ++next;
      if (text.substr(next, 1) != "]") continue;
    } else if (text[next] != ']') {
      return none;
    }
    citation.end = next + 1;
    return citation;
  }
}

}  // namespace

std::vector<Citation> FindCitations(std::string_view markdown) {
  std::vector<Citation> found;
  for (std::size_t at = markdown.find("[@"); at != std::string_view::npos; at = markdown.find("[@", at + 1)) {
    Citation citation = ReadCitation(markdown, at);
    if (!citation.sources.empty()) found.push_back(std::move(citation));
  }
  return found;
}

std::string WithoutCitations(std::string_view markdown) {
  std::string text;
  std::size_t from = 0;
  for (const Citation& citation : FindCitations(markdown)) {
    text += markdown.substr(from, citation.begin - from);
    while (!text.empty() && text.back() == ' ') text.pop_back();
    from = citation.end;
  }
  return text += markdown.substr(from);
}

namespace {

using Kind = ProseBlock::Kind;

bool LeadsToTheWeb(std::string_view url) {
  std::string scheme(url.substr(0, std::min(url.size(), std::string_view("https://").size())));
  for (char& c : scheme)
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;  // "Https://", as phones write
  return scheme.starts_with("https://") || scheme.starts_with("http://") || scheme.starts_with("mailto:");
}

// Builds the tree while the library walks its own.
class Reader {
 public:
  Reader(int shift, const std::function<Span(const std::string&)>& cite, const Placing& place)
      : shift_(shift), cite_(cite), place_(place) {
    open_.push_back(&root_);
  }

  void Visit(cmark_node* node, bool enter) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_BLOCK_QUOTE:
        enter ? Open({Kind::kQuote}) : open_.pop_back();
        break;
      case CMARK_NODE_LIST:
        OnList(node, enter);
        break;
      case CMARK_NODE_ITEM:
        enter ? Open({Kind::kItem}) : open_.pop_back();
        break;
      case CMARK_NODE_PARAGRAPH:
        if (enter) OnParagraph(node);
        break;
      case CMARK_NODE_HEADING:
        if (enter) StartRuns({Kind::kHeading, std::clamp(cmark_node_get_heading_level(node) + shift_, 2, 6)});
        break;
      case CMARK_NODE_CODE_BLOCK:
        StartRuns({Kind::kCode});
        runs_->push_back({cmark_node_get_literal(node)});
        break;
      case CMARK_NODE_THEMATIC_BREAK:
        open_.back()->children.push_back({Kind::kRule});
        break;
      case CMARK_NODE_TEXT:
        AddText(cmark_node_get_literal(node));
        break;
      case CMARK_NODE_SOFTBREAK:
        Add("\n", 0);
        break;
      case CMARK_NODE_LINEBREAK:
        if (runs_ != nullptr) runs_->push_back({"", Run::kBreak});
        break;
      case CMARK_NODE_CODE:
        Add(cmark_node_get_literal(node), Run::kCode);
        break;
      case CMARK_NODE_EMPH:
        emphasis_ += enter ? 1 : -1;
        break;
      case CMARK_NODE_STRONG:
        strong_ += enter ? 1 : -1;
        break;
      case CMARK_NODE_LINK:
        link_ =
            enter && LeadsToTheWeb(cmark_node_get_url(node)) ? Target(WebTarget{cmark_node_get_url(node)}) : Target();
        break;
      default:  // raw HTML is left out; of an image its words stay, because nothing is fetched
        break;
    }
  }

  std::vector<ProseBlock> Take() { return std::move(root_.children); }

 private:
  void Open(ProseBlock block) {
    if (open_.size() > kMaxProseDepth) {
      open_.push_back(open_.back());
      return;
    }
    open_.back()->children.push_back(std::move(block));
    open_.push_back(&open_.back()->children.back());
  }
  void OnList(cmark_node* node, bool enter) {
    if (!enter) return open_.pop_back();
    const bool numbers = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    Open({numbers ? Kind::kNumbers : Kind::kBullets, 0, numbers ? cmark_node_get_list_start(node) : 1});
  }
  // The first words of an item of a tight list are the item's own.
  void OnParagraph(cmark_node* node) {
    cmark_node* parent = cmark_node_parent(node);
    const bool tight = cmark_node_get_type(parent) == CMARK_NODE_ITEM && cmark_node_previous(node) == nullptr &&
                       cmark_node_get_list_tight(cmark_node_parent(parent)) != 0;
    if (tight && open_.back()->kind == Kind::kItem && open_.back()->runs.empty()) {
      runs_ = &open_.back()->runs;
    } else {
      StartRuns({Kind::kParagraph});
    }
  }
  void StartRuns(ProseBlock block) {
    open_.back()->children.push_back(std::move(block));
    runs_ = &open_.back()->children.back().runs;
  }

  void AddText(std::string_view text) {
    std::size_t from = 0;
    for (const rules::Placeholder& one : place_ ? rules::FindPlaceholders(text) : std::vector<rules::Placeholder>()) {
      std::optional<Spans> placed = place_(one);
      if (!placed) continue;
      AddCited(text.substr(from, one.begin - from));
      from = one.end;
      for (Span& span : *placed) {
        if (runs_ != nullptr) runs_->push_back({std::move(span.text), 0, std::move(span.target)});
      }
    }
    AddCited(text.substr(from));
  }
  void AddCited(std::string_view text) {
    std::size_t from = 0;
    for (const Citation& citation : FindCitations(text)) {
      Add(text.substr(from, citation.begin - from), 0);
      bool first = true;
      for (const std::string& source : citation.sources) {
        if (!first) Add(" ", 0);
        first = false;
        Span link = cite_(source);
        if (runs_ != nullptr) runs_->push_back({std::move(link.text), 0, std::move(link.target)});
      }
      from = citation.end;
    }
    Add(text.substr(from), 0);
  }
  void Add(std::string_view text, std::uint8_t mark) {
    if (text.empty() || runs_ == nullptr) return;
    const auto marks =
        static_cast<std::uint8_t>(mark | (emphasis_ > 0 ? Run::kEmphasis : 0) | (strong_ > 0 ? Run::kStrong : 0));
    const bool joins = !runs_->empty() && runs_->back().marks == marks && !Leads(runs_->back().target) && !Leads(link_);
    if (joins) {
      runs_->back().text += text;
    } else {
      runs_->push_back({std::string(text), marks, link_});
    }
  }

  int shift_;
  const std::function<Span(const std::string&)>& cite_;
  const Placing& place_;
  ProseBlock root_;
  std::vector<ProseBlock*> open_;     // where the next block goes; a parent grows only when its children are closed
  std::vector<Run>* runs_ = nullptr;  // where the next words go
  int emphasis_ = 0;
  int strong_ = 0;
  Target link_;
};

}  // namespace

std::vector<ProseBlock> ReadMarkdown(std::string_view markdown, int shift,
                                     const std::function<Span(const std::string& source)>& cite, const Placing& place) {
  const std::unique_ptr<cmark_node, void (*)(cmark_node*)> document(
      cmark_parse_document(markdown.data(), markdown.size(), CMARK_OPT_DEFAULT), cmark_node_free);
  cmark_consolidate_text_nodes(document.get());  // else "[@s1]" would come in three
  const std::unique_ptr<cmark_iter, void (*)(cmark_iter*)> walk(cmark_iter_new(document.get()), cmark_iter_free);
  Reader reader(shift, cite, place);
  for (cmark_event_type event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(walk.get())) {
    reader.Visit(cmark_iter_get_node(walk.get()), event == CMARK_EVENT_ENTER);
  }
  return reader.Take();
}

namespace {

// "|---|:--:|", the line below the head of a table.
bool IsTableRule(std::string_view line) {
  return line.find_first_not_of("|-: \t\r") == std::string_view::npos && line.find('-') != std::string_view::npos &&
         line.find('|') != std::string_view::npos;
}

std::vector<std::string_view> LinesOf(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.size(), text.find('\n', begin));
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

}  // namespace

std::vector<LeftOut> FindLeftOut(std::string_view markdown) {
  const std::unique_ptr<cmark_node, void (*)(cmark_node*)> document(
      cmark_parse_document(markdown.data(), markdown.size(), CMARK_OPT_DEFAULT), cmark_node_free);
  const std::unique_ptr<cmark_iter, void (*)(cmark_iter*)> walk(cmark_iter_new(document.get()), cmark_iter_free);
  std::vector<LeftOut> found;
  const std::vector<std::string_view> lines = LinesOf(markdown);
  int line = 1;
  const auto said = [](const char* text) { return std::string(text == nullptr ? "" : text); };
  for (cmark_event_type event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(walk.get())) {
    if (event != CMARK_EVENT_ENTER) continue;
    cmark_node* node = cmark_iter_get_node(walk.get());
    // Of what stands within a line, only some versions of the library know where: that of its block is close.
    line = std::max(line, cmark_node_get_start_line(node));
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_PARAGRAPH: {
        const auto end = std::min(lines.size(), static_cast<std::size_t>(std::max(0, cmark_node_get_end_line(node))));
        for (auto rule = static_cast<std::size_t>(line); rule < end; ++rule) {  // counted from 0: the second line
          if (!IsTableRule(lines[rule]) || lines[rule - 1].find('|') == std::string_view::npos) continue;
          found.push_back({LeftOut::What::kTable, static_cast<int>(rule), std::string(lines[rule - 1])});
        }
        break;
      }
      case CMARK_NODE_HTML_BLOCK:
      case CMARK_NODE_HTML_INLINE:
        found.push_back({LeftOut::What::kHtml, line, said(cmark_node_get_literal(node))});
        break;
      case CMARK_NODE_IMAGE:
        found.push_back({LeftOut::What::kPicture, line, said(cmark_node_get_url(node))});
        break;
      case CMARK_NODE_LINK:
        if (!LeadsToTheWeb(said(cmark_node_get_url(node)))) {
          found.push_back({LeftOut::What::kLink, line, said(cmark_node_get_url(node))});
        }
        break;
      default:
        break;
    }
  }
  return found;
}

ProseBlock ReadPart(std::string_view text, model::PartKind kind, int level) {
  const std::vector<Run> runs{{std::string(text)}};
  switch (kind) {
    case model::PartKind::kHeading:
      return {Kind::kHeading, level, 1, runs};
    case model::PartKind::kListItem:
      return {Kind::kBullets, 0, 1, {}, {{Kind::kItem, 0, 1, runs}}};
    case model::PartKind::kQuotation:
      return {Kind::kQuote, 0, 1, {}, {{Kind::kParagraph, 0, 1, runs}}};
    case model::PartKind::kCode:
      return {Kind::kCode, 0, 1, runs};
    case model::PartKind::kParagraph:
    case model::PartKind::kTableCell:
    case model::PartKind::kFootnote:
    case model::PartKind::kCaption:
      break;
  }
  return {Kind::kParagraph, 0, 1, runs};
}

std::string WordsOf(const std::vector<ProseBlock>& blocks) {
  std::string words;
  std::vector<const ProseBlock*> todo;
  const auto add = [&](const std::vector<ProseBlock>& list) {
    for (auto at = list.rbegin(); at != list.rend(); ++at) todo.push_back(&*at);
  };
  add(blocks);
  while (!todo.empty()) {
    const ProseBlock& block = *todo.back();
    todo.pop_back();
    if (!block.runs.empty() && !words.empty()) words += '\n';
    for (const Run& run : block.runs) words += run.marks == Run::kBreak ? "\n" : run.text;
    add(block.children);
  }
  return words;
}

std::vector<TextBlock> SplitBlocks(std::string_view text) {
  std::vector<TextBlock> blocks;
  for (const core::Bytes& paragraph : core::ParagraphBytes(text)) {
    // In Markdown the white space that a line begins with says something.
    const std::size_t line = text.rfind('\n', paragraph.start);
    blocks.push_back({line == std::string_view::npos ? 0 : line + 1, paragraph.end});
  }
  return blocks;
}

}  // namespace commonground::publish
