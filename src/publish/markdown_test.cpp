// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

#include "publish/markdown.h"

#include <gtest/gtest.h>

namespace commonground::publish {
namespace {

std::string Html(std::string_view markdown, int shift = 0) {
  return MarkdownToHtml(markdown, shift, [](const std::string& id) { return "[" + id + "](sources.html#" + id + ")"; });
}

TEST(MarkdownToHtml, DropsMarkupAndUnsafeLinks) {
  for (const char* text :
       {"<script>alert(1)</script>", "a <b onclick=x>b</b>", "[a](javascript:alert(1))", "[a](JAVASCRIPT:alert(1))",
        "[a](data:text/html,x)", "[a](file:///etc/passwd)", "![a](https://example.org/a.png)", "[a](//example.org)"}) {
    const std::string html = Html(text);
    for (const char* bad : {"<script", "<b", "javascript:", "JAVASCRIPT:", "data:", "file:", "<img", "//example"}) {
      EXPECT_EQ(html.find(bad), std::string::npos) << text << " gives " << html;
    }
  }
}

TEST(MarkdownToHtml, LinksOutTellTheOtherSideNothing) {
  EXPECT_NE(Html("[a](https://example.org)").find("<a rel=\"noopener noreferrer\" href=\"https://example.org\">"),
            std::string::npos);
}

TEST(MarkdownToHtml, CitationsLeadToTheirSources) {
  const std::string html = Html("Yes. [@one; @two]");
  EXPECT_NE(html.find("href=\"sources.html#one\""), std::string::npos);
  EXPECT_NE(html.find("href=\"sources.html#two\""), std::string::npos);
  EXPECT_EQ(WithoutCitations("Yes. [@one; @two] No."), "Yes. No.");
  EXPECT_TRUE(FindCitations("[@one two] [@] [not]").empty());
}

TEST(MarkdownToHtml, HeadingsStayBelowThePage) {
  EXPECT_NE(Html("# Top").find("<h2>"), std::string::npos);
  EXPECT_NE(Html("## Next", 1).find("<h3>"), std::string::npos);
}

TEST(TextToHtml, EscapesAll) {
  EXPECT_EQ(TextToHtml("<a> & \"b\""), "<p>&lt;a&gt; &amp; &quot;b&quot;</p>");
}

}  // namespace
}  // namespace commonground::publish
