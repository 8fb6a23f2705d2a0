// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The summary that stands alone on two printed pages: the answer and the strongest findings, then what is shared, what
// follows, and what is missing.
#pragma once

#include <string>
#include <vector>

#include "publish/pieces.h"

namespace commonground::publish {

struct TwoPages {
  struct Advice {
    std::string to;  // an addressee; empty: the one before
    std::string text;
    std::string language = {};
  };
  Cover cover;
  std::vector<Card> cards;        // at most six, with the quotation
  std::vector<Quotation> quotes;  // one or none
  std::string cards_note;
  Matrix practices;  // of common ground alone; without rows: left out
  Matrix barriers;
  std::string advice_title;
  std::vector<Advice> advice;
  std::string missing_title;
  Numbers missing;
  std::string foot;
};

}  // namespace commonground::publish
