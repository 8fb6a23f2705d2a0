// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Markup is escaped, whatever stands in it.

#include "publish/html/markup.h"

#include <gtest/gtest.h>

namespace commonground::publish {
namespace {

TEST(Markup, ClosesWhatItOpensAndEscapesAllThatIsText) {
  Markup markup;
  {
    const auto p = markup.In("p", {{"class", "a\"b"}, {"id", ""}});
    markup.Text("<a> & 'b'");
    markup.Void("br");
    markup.Leaf("i", {}, "</i>");
  }
  EXPECT_EQ(markup.Take(), "<p class=\"a&quot;b\">&lt;a&gt; &amp; &#39;b&#39;<br><i>&lt;/i&gt;</i></p>");
}

}  // namespace
}  // namespace commonground::publish
