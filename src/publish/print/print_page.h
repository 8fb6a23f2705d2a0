// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The whole report as one HTML file for a printer: title, contents, then every page that is read, in order.  Links lead
// within the file, or nowhere; headings go one level at a time, under one title.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/progress.h"
#include "core/result.h"
#include "publish/book.h"

namespace commonground::publish {

using PlacesInPdf = std::map<std::string, int>;  // place of a link: page, from 1

class PrintPage {
 public:
  // With the page numbers that are known; an unknown one is 0 and takes as much room.
  std::string Html(const PlacesInPdf& pages) const;
  // The same up to the end of the contents.
  std::string FrontHtml(const PlacesInPdf& pages) const;
  // What each place is called, for what a link says to those who do not see it.
  const std::map<std::string, std::string>& titles() const { return titles_; }

 private:
  friend core::Result<PrintPage> PrintPageOf(const Book& book, core::Progress& progress);
  struct Entry {
    std::string place;
    std::string title;
    int level = 1;
  };
  std::string Contents(const PlacesInPdf& pages) const;

  std::string before_;  // up to the contents
  std::string after_;
  std::vector<Entry> contents_;
  std::map<std::string, std::string> titles_;
};

// Errors: Cancelled.  Cost: O(book); it is in memory.
core::Result<PrintPage> PrintPageOf(const Book& book, core::Progress& progress);

}  // namespace commonground::publish
