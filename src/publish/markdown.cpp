// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

#include "publish/markdown.h"

#include <cmark.h>
#include <ctemplate/template_modifiers.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace commonground::publish {

namespace {

// Reads "[@id; @id2]" at `at`; no citation: an empty list of sources.
Citation ReadCitation(std::string_view text, std::size_t at) {
  Citation citation{at, at, {}};
  const std::size_t close = text.find(']', at);
  if (close == std::string_view::npos) return citation;
  std::string_view inside = text.substr(at + 1, close - at - 1);
  while (!inside.empty()) {
    const std::size_t semicolon = inside.find(';');
    std::string_view item = inside.substr(0, semicolon);
    while (!item.empty() && item.front() == ' ') item.remove_prefix(1);
    while (!item.empty() && item.back() == ' ') item.remove_suffix(1);
    const bool plain = std::all_of(item.begin() + (item.empty() ? 0 : 1), item.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
             c == '-';
    });
    if (item.size() < 2 || item.front() != '@' || !plain) return {at, at, {}};
    citation.sources.emplace_back(item.substr(1));
    inside = semicolon == std::string_view::npos ? std::string_view() : inside.substr(semicolon + 1);
  }
  citation.end = close + 1;
  return citation;
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

std::string MarkdownToHtml(std::string_view markdown, int shift,
                           const std::function<std::string(const std::string& source)>& cite) {
  std::string text;
  std::size_t from = 0;
  for (const Citation& citation : FindCitations(markdown)) {
    text += markdown.substr(from, citation.begin - from);
    std::string marks;
    for (const std::string& source : citation.sources) marks += (marks.empty() ? "" : " ") + cite(source);
    text += marks;
    from = citation.end;
  }
  text += markdown.substr(from);
  const std::unique_ptr<cmark_node, void (*)(cmark_node*)> document(
      cmark_parse_document(text.data(), text.size(), CMARK_OPT_DEFAULT), cmark_node_free);
  const std::unique_ptr<cmark_iter, void (*)(cmark_iter*)> walk(cmark_iter_new(document.get()), cmark_iter_free);
  std::vector<cmark_node*> images;
  for (cmark_event_type event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(walk.get())) {
    cmark_node* node = cmark_iter_get_node(walk.get());
    if (event != CMARK_EVENT_ENTER) continue;
    if (cmark_node_get_type(node) == CMARK_NODE_HEADING) {
      cmark_node_set_heading_level(node, std::clamp(cmark_node_get_heading_level(node) + shift, 2, 6));
    }
    if (cmark_node_get_type(node) == CMARK_NODE_IMAGE) images.push_back(node);
    if (cmark_node_get_type(node) == CMARK_NODE_LINK) {
      const std::string_view url = cmark_node_get_url(node);
      const bool within = url.find(':') == std::string_view::npos && !url.starts_with("//");
      if (!within && !url.starts_with("https://") && !url.starts_with("http://") && !url.starts_with("mailto:")) {
        cmark_node_set_url(node, "");
      }
    }
  }
  for (cmark_node* image : images) {  // nothing is fetched, so an image is its words
    while (cmark_node* child = cmark_node_first_child(image)) cmark_node_insert_before(image, child);
    cmark_node_unlink(image);
    cmark_node_free(image);
  }
  const std::unique_ptr<char, void (*)(void*)> html(cmark_render_html(document.get(), CMARK_OPT_DEFAULT), std::free);
  std::string result = html.get();
  // The library writes links without rel; ours never tell where the reader comes from.
  for (const std::string_view open : {"<a href=\"http", "<a href=\"mailto:"}) {
    for (std::size_t at = result.find(open); at != std::string::npos; at = result.find(open, at + open.size() + 30)) {
      result.insert(at + 2, " rel=\"noopener noreferrer\"");
    }
  }
  return result;
}

std::string TextToHtml(std::string_view text) {
  std::string out;
  ctemplate::StringEmitter emitter(&out);
  out = "<p>";
  ctemplate::html_escape.Modify(text.data(), text.size(), nullptr, &emitter, "");
  return out + "</p>";
}

std::string PartToHtml(std::string_view text, model::PartKind kind, int level) {
  const std::string paragraph = TextToHtml(text);
  const std::string inner = paragraph.substr(3, paragraph.size() - 7);  // without <p> and </p>
  switch (kind) {
    case model::PartKind::kHeading: {
      const std::string tag = "h" + std::to_string(level);
      return "<" + tag + ">" + inner + "</" + tag + ">";
    }
    case model::PartKind::kListItem:
      return "<ul><li>" + inner + "</li></ul>";
    case model::PartKind::kQuotation:
      return "<blockquote>" + paragraph + "</blockquote>";
    case model::PartKind::kCode:
      return "<pre>" + inner + "</pre>";
    case model::PartKind::kParagraph:
    case model::PartKind::kTableCell:
    case model::PartKind::kFootnote:
    case model::PartKind::kCaption:
      break;
  }
  return paragraph;
}

std::vector<TextBlock> SplitBlocks(std::string_view text) {
  std::vector<TextBlock> blocks;
  std::size_t at = 0;
  while (at < text.size()) {
    while (at < text.size() && text[at] == '\n') ++at;
    if (at == text.size()) break;
    std::size_t end = text.find("\n\n", at);
    if (end == std::string_view::npos) end = text.size();
    while (end > at && text[end - 1] == '\n') --end;
    blocks.push_back({at, end});
    at = end;
  }
  return blocks;
}

}  // namespace commonground::publish
