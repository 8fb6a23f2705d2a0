// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads the line that places a quotation in a chapter.

#include "publish/quote_line.h"

#include <algorithm>

#include "core/text_range.h"

namespace commonground::publish {

namespace {

constexpr std::string_view kOpen = "[[quote:";

std::string_view Trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

}  // namespace

std::optional<QuoteLine> ReadQuoteLine(std::string_view line) {
  line = Trimmed(line);
  if (!line.starts_with(kOpen) || !line.ends_with("]]")) return std::nullopt;
  const std::string_view inside = line.substr(kOpen.size(), line.size() - kOpen.size() - 2);
  const std::size_t bar = inside.find('|');
  if (bar == std::string_view::npos) return QuoteLine{std::string(Trimmed(inside)), {}, 1};
  return QuoteLine{std::string(Trimmed(inside.substr(0, bar))), std::string(Trimmed(inside.substr(bar + 1))), 1};
}

std::vector<QuoteLine> FindQuoteLines(std::string_view text) {
  std::vector<QuoteLine> found;
  int number = 1;
  for (std::size_t at = 0; at < text.size(); ++number) {
    const std::size_t end = std::min(text.size(), text.find('\n', at));
    if (auto line = ReadQuoteLine(text.substr(at, end - at))) {
      line->line = number;
      found.push_back(std::move(*line));
    }
    at = end + 1;
  }
  return found;
}

const model::CodingColumn* FindQuote(const model::Publication& publication, const QuoteLine& line) {
  const auto& documents = publication.study.documents;
  const auto document = std::ranges::find_if(documents, [&](const auto& one) { return one.id.value == line.document; });
  if (document == documents.end() || document->text.empty() || line.words.empty()) return nullptr;
  const auto scopes = publication.scopes.find(document->organisation);
  const bool quoted = scopes != publication.scopes.end() &&
                      std::ranges::find(scopes->second, model::ConsentScope::kQuote) != scopes->second.end();
  if (!quoted) return nullptr;
  const auto index = static_cast<std::int32_t>(document - documents.begin());
  const core::TextIndex text(document->text);
  const model::CodingColumn* best = nullptr;
  for (const model::CodingColumn& coding : publication.snapshot.codings) {
    if (coding.document_index != index) continue;
    const auto slice = text.Slice({coding.start, coding.end});
    if (!slice || !slice->starts_with(line.words)) continue;
    if (best == nullptr || coding.start < best->start) best = &coding;
  }
  return best;
}

}  // namespace commonground::publish
