// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Texts in pieces (sentences, words), and which pieces of two texts are surely the same.
#pragma once

#include <cstddef>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "coding/anchoring/code_points.h"

namespace commonground::coding {

struct Piece {
  std::size_t start = 0;
  std::size_t length = 0;
  int name = 0;           // equal pieces of both texts have equal names
  bool has_word = false;  // a letter or figure: not only white space and marks
};

// Owns: nothing; the texts must outlive it.
class Names {
 public:
  int Of(CodePointsView piece) { return names_.emplace(piece, static_cast<int>(names_.size())).first->second; }
  int size() const { return static_cast<int>(names_.size()); }

 private:
  std::unordered_map<CodePointsView, int> names_;
};

// Sentences, and the white space between them as pieces of its own, so that a sentence at the end of a paragraph is the
// same one elsewhere.  A sentence ends at a line's end, and at a full stop, a question or exclamation mark of any
// script before white space (those of Chinese and Japanese anywhere).  Not the sentences of a language: what is cut
// here once too often, in both texts alike, does no harm.
std::vector<Piece> SentencePieces(CodePointsView text, Names& names);

// Adds the tokens of text[begin, end).
void AddTokens(CodePointsView text, std::size_t begin, std::size_t end, Names& names, std::vector<Piece>& tokens);

// Pairs (old, new) of pieces that are equal, in the order of both.
using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

// Pieces with a word that are in each stretch once, in their longest common order (patience, B. Cohen).
Pairs UniquePairs(std::span<const Piece> a, std::span<const Piece> b);

// Where a few words in a row begin that are in each text once, in their longest common order: what sentences are to a
// text that was left as it is here and there, these are to one that was edited all over.  One in four is looked at, the
// same in both texts since the words choose (U. Manber, "Finding similar files in a large file system", 1994).
Pairs UniqueWordRuns(std::span<const Piece> a, std::span<const Piece> b);

}  // namespace commonground::coding
