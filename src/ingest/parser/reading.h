// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a reader of a document hands over: blocks in reading order, and an account of every word that is not in them.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/parser/parsed.h"

namespace commonground::ingest::parser {

// Why words that the file holds do not stand in its text.
enum class LeftOut { kHidden, kDeleted, kComment, kHeaderOrFooter, kInstead, kWindowTitle, kIndexEntry };
inline constexpr std::size_t kLeftOuts = 7;

// What a paragraph counts as.
struct As {
  model::PartKind kind = model::PartKind::kParagraph;
  int level = 0;
};

class Reading {
 public:
  // A block; one without a visible character is dropped.
  void Emit(As as, std::string text);
  // Part of what is emitted does not stand in the file's own text: a list's number, the description of a picture.
  void Made(std::string_view text) { made_ += ' ', made_ += text; }
  // Words that do not become text.  Those that follow each other directly are one place.
  void Leave(LeftOut why, std::string_view words);
  // What the program needs and nobody is told of: who wrote a comment, and when.
  void Ignore(std::string_view words) { ignored_ += ' ', ignored_ += words; }
  // A format's own word for what else is not taken over, or a sentence to look at; each is kept once.
  void Remove(const std::string& what);
  void Notice(const std::string& what);
  // A language (BCP 47) that the file says of some letters.
  void Language(std::string_view tag, std::int64_t letters);

  std::size_t blocks() const { return parsed_.blocks.size(); }
  std::size_t notices() const { return parsed_.notices.size(); }

  // `own`: all text of the file's own markup, however it is marked up, with a space between words; what of it is
  // neither in a block nor left out for a reason is named in a notice, so that no word is lost unsaid.
  // Errors: InvalidInput: more text than a document may have.  Cost: linear.
  core::Result<Parsed> Finish(std::string_view own);

 private:
  struct Left {
    std::string words;
    std::vector<std::size_t> places;  // numbers of blocks, from 1
    std::size_t paragraph = 0;        // the last one that it stands in
  };
  void Tell(LeftOut why, const Left& left);

  Parsed parsed_;
  std::array<Left, kLeftOuts> left_;
  std::string made_;
  std::string ignored_;
  std::size_t emitted_bytes_ = 0;
  std::size_t paragraphs_ = 0;  // those that were left out whole too
  std::vector<std::pair<std::string, std::int64_t>> languages_;
};

}  // namespace commonground::ingest::parser
