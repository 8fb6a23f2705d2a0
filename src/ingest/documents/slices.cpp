// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A slice that fails is halved until the page that is to blame is alone: one page in 900 costs eight more slices.
#include "ingest/documents/slices.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "ingest/text/language.h"

namespace commonground::ingest {

namespace {

using core::ErrorCode;
using parser::Block;
using parser::PageRange;
using parser::Parsed;
using parser::ParseOptions;

constexpr int kHardToRead = 70;   // percent; below it, a person should compare
constexpr int kMaxFailures = 20;  // then what is left of a PDF is not tried in smaller slices

core::Status Stopped(const core::Progress& progress) {
  if (progress.Cancelled()) return core::Fail(ErrorCode::kCancelled, "stopped. Nothing was changed");
  return {};
}

// "3, 7 to 9"; ascending numbers.
std::string List(const std::vector<int>& pages) {
  std::string list;
  for (std::size_t i = 0; i < pages.size();) {
    std::size_t end = i + 1;
    while (end < pages.size() && pages[end] == pages[end - 1] + 1) ++end;
    list += fmt::format("{}{}", list.empty() ? "" : ", ", pages[i]);
    if (end - i == 2) list += fmt::format(", {}", pages[end - 1]);
    if (end - i > 2) list += fmt::format(" to {}", pages[end - 1]);
    i = end;
  }
  return list;
}

void AddOnce(std::vector<std::string>& list, std::vector<std::string>& more) {
  for (std::string& one : more) {
    if (std::ranges::find(list, one) == list.end()) list.push_back(std::move(one));
  }
}

// What has been read so far, and what could not be.
class Pages {
 public:
  Pages(const WrittenIn& written_in, const AskParser& ask, core::Progress& progress)
      : written_in_(written_in), ask_(ask), progress_(progress) {}

  Parsed& parsed() { return parsed_; }
  void Likely(const std::string& language) { likely_first_ = language; }

  // The languages of the pages before are the likeliest.
  ParseOptions WishesFor(PageRange range) const {
    ParseOptions wishes{written_in_.language, {}, range};
    const auto add = [&likely = wishes.likely](const std::string& language) {
      if (!language.empty() && std::ranges::find(likely, language) == likely.end()) likely.push_back(language);
    };
    std::ranges::for_each(parsed_.read_in, add);
    add(likely_first_);
    std::ranges::for_each(written_in_.likely, add);
    return wishes;
  }

  // One page that is a picture.  The answer is empty when it could not be read, which is then kept.
  core::Result<std::optional<Parsed>> AskForPage(std::string_view kind, std::string_view bytes, int number) {
    CG_RETURN_IF_ERROR(Stopped(progress_));
    auto answer = ask_(kind, bytes, WishesFor({number, number}));
    if (!answer) {
      if (answer.error().code != ErrorCode::kInvalidInput) return core::Fail(std::move(answer).error());
      Unread(number, answer.error().message);
      return std::optional<Parsed>();
    }
    if (!answer->unread_pages.empty() && !answer->notices.empty()) {
      Unread(number, answer->notices.front());
      answer->notices.clear();
      answer->unread_pages.clear();
    } else if (answer->blocks.empty() && number <= answer->pages) {
      empty_.push_back(number);
    }
    return std::optional(std::move(*answer));
  }

  void Take(Parsed& answer) {
    const int page = answer.blocks.empty() ? 0 : answer.blocks.front().page;
    const auto at = std::ranges::upper_bound(parsed_.blocks, page, {}, &Block::page);
    parsed_.blocks.insert(at, std::make_move_iterator(answer.blocks.begin()),
                          std::make_move_iterator(answer.blocks.end()));
    AddOnce(parsed_.removed, answer.removed);
    AddOnce(parsed_.notices, answer.notices);
    AddOnce(parsed_.read_in, answer.read_in);
    parsed_.pages = std::max(parsed_.pages, answer.pages);
  }

  void Unread(int number, const std::string& why) {
    if (first_reason_.empty()) first_reason_ = why;
    unread_[why].push_back(number);
  }

  core::Result<Parsed> Finish() {
    progress_.End();
    if (parsed_.blocks.empty() && !unread_.empty()) return core::Fail(ErrorCode::kInvalidInput, first_reason_);
    for (auto& [why, pages] : unread_) {
      std::ranges::sort(pages);
      parsed_.notices.push_back(fmt::format("{} {} could not be read, and {} not in the text: {}",
                                            pages.size() == 1 ? "Page" : "Pages", List(pages),
                                            pages.size() == 1 ? "is" : "are", why));
    }
    if (!empty_.empty()) {
      parsed_.notices.push_back(
          fmt::format("No words were found on {} {}.", empty_.size() == 1 ? "page" : "pages", List(empty_)));
    }
    SayWhatWasHardToRead();
    parsed_.unread_pages.clear();
    return std::move(parsed_);
  }

 private:
  void SayWhatWasHardToRead() {
    std::map<int, std::pair<int, int>> pages;  // page: sum of what was sure, number of blocks
    for (const Block& block : parsed_.blocks) {
      if (!block.confidence) continue;
      pages[block.page].first += *block.confidence;
      ++pages[block.page].second;
    }
    std::vector<int> hard;
    int sum = 0;
    int count = 0;
    for (const auto& [page, sure] : pages) {
      if (sure.first >= kHardToRead * sure.second) continue;
      hard.push_back(page);
      sum += sure.first;
      count += sure.second;
    }
    if (hard.empty()) return;
    const std::string what = parsed_.pages <= 1 ? "The image was"
                             : hard.size() == 1 ? fmt::format("Page {} was", hard[0])
                                                : fmt::format("Pages {} were", List(hard));
    parsed_.notices.push_back(
        fmt::format("{} hard to read ({}% sure): compare the text with the original before you code it.", what,
                    (sum + count / 2) / count));
  }

  const WrittenIn& written_in_;
  const AskParser& ask_;
  core::Progress& progress_;
  Parsed parsed_;
  std::string likely_first_;
  std::map<std::string, std::vector<int>> unread_;  // why: pages
  std::vector<int> empty_;                          // pages that were read and hold no words
  std::string first_reason_;
};

// The words of all pages, a hundred at a time.
core::Result<std::string> WordsOfLongPdf(std::string_view bytes, int count, Pages& pages, const AskParser& ask,
                                         core::Progress& progress) {
  std::vector<PageRange> ranges;  // still to be read, the next one last
  for (int first = 1; first <= count; first += parser::kMaxPagesAtOnce) {
    ranges.push_back({first, std::min(first + parser::kMaxPagesAtOnce - 1, count)});
  }
  std::ranges::reverse(ranges);
  std::string words;
  int failures = 0;
  progress.Begin("Reading pages", count);
  while (!ranges.empty()) {
    const PageRange range = ranges.back();
    ranges.pop_back();
    CG_RETURN_IF_ERROR(Stopped(progress));
    auto answer = ask("pdf", bytes, pages.WishesFor(range));
    if (answer) {
      words += answer->words;
      auto& unread = pages.parsed().unread_pages;
      unread.insert(unread.end(), answer->unread_pages.begin(), answer->unread_pages.end());
      pages.Take(*answer);
      progress.Advance(range.last);
    } else if (answer.error().code != ErrorCode::kInvalidInput) {
      return core::Fail(std::move(answer).error());
    } else if (range.first < range.last && ++failures <= kMaxFailures) {
      const int middle = range.first + (range.last - range.first) / 2;
      ranges.push_back({middle + 1, range.last});
      ranges.push_back({range.first, middle});
    } else {
      for (int page = range.first; page <= range.last; ++page) pages.Unread(page, answer.error().message);
    }
  }
  return words;
}

}  // namespace

core::Result<Parsed> ReadScan(std::string_view bytes, const WrittenIn& written_in, const AskParser& ask,
                              core::Progress& progress) {
  Pages pages(written_in, ask, progress);
  // How many there are is known when one was looked at: of a TIFF whose first page is too bad for that, the second.
  const bool may_have_more = bytes.starts_with("II") || bytes.starts_with("MM");
  int count = may_have_more ? 2 : 1;
  for (int number = 1; number <= count; ++number) {
    CG_ASSIGN_OR_RETURN(auto answer, pages.AskForPage("scan", bytes, number));
    if (answer) {
      if (number == 1 && answer->pages > 1) progress.Begin("Reading pages", answer->pages);
      count = std::max(answer->pages, 1);
      pages.Take(*answer);
    } else if (number == 2 && pages.parsed().pages == 0) {
      break;
    }
    if (count > 1) progress.Advance(number);
  }
  return pages.Finish();
}

core::Result<Parsed> ReadPdf(std::string_view bytes, const WrittenIn& written_in, const AskParser& ask,
                             core::Progress& progress) {
  Pages pages(written_in, ask, progress);
  CG_ASSIGN_OR_RETURN(pages.parsed(), ask("pdf", bytes, pages.WishesFor({})));
  const int count = pages.parsed().pages;
  if (count > parser::kMaxPagesAtOnce) {
    CG_ASSIGN_OR_RETURN(const std::string words, WordsOfLongPdf(bytes, count, pages, ask, progress));
    if (!words.empty()) {
      CG_ASSIGN_OR_RETURN(Parsed laid_out, ask("pdf-words", words, {}));
      pages.Take(laid_out);
    }
  }
  const std::vector<int> pictures = std::exchange(pages.parsed().unread_pages, {});
  if (pictures.size() > static_cast<std::size_t>(parser::kMaxPictures)) {
    return core::Fail(ErrorCode::kInvalidInput,
                      fmt::format("{} pages of the PDF have to be read as images; at most {} are. Fix: split it",
                                  pictures.size(), parser::kMaxPictures));
  }
  std::string text;
  for (const Block& block : pages.parsed().blocks) {
    if (text.size() < 10'000) text += block.text + "\n\n";
  }
  const TextLanguage told = DetectLanguage(text);
  if (told.reliable) pages.Likely(told.code);
  if (pictures.size() > 1) progress.Begin("Reading pages", std::ssize(pictures));
  std::int64_t done = 0;
  for (const int number : pictures) {
    CG_ASSIGN_OR_RETURN(auto answer, pages.AskForPage("pdf-pictures", bytes, number));
    if (answer) pages.Take(*answer);
    if (pictures.size() > 1) progress.Advance(++done);
  }
  return pages.Finish();
}

}  // namespace commonground::ingest
