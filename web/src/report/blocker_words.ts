// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What blocks the report, in the reader's language.  The server says it in English, as the command line does; a test holds
// this table against the sources that say it.  Each goes on after what stands in the study: “lamp” is not in this report.
import { t } from "../words/words";

interface Said {
  words: RegExp;
  say: (found: readonly string[]) => string;
}

const messages: readonly Said[] = [
  { words: /^is not a code of this study$/, say: () => t("is not a code of this study") },
  { words: /^is not in this report: it has no document, no consent, is under embargo, or may be counted only$/,
    say: () => t("is not in this report: it has no text, no consent, is under embargo, or may be counted only") },
  { words: /^has no accepted passage under the codes of the finding$/, say: () => t("has no accepted passage under the codes of the finding") },
  { words: /^is empty: a finding needs at least one case$/, say: () => t("is empty: a finding needs at least one case") },
  { words: /^is a grade without four levels, four reasons and two people who sign$/, say: () => t("is a grade without four levels, four reasons and two people who sign") },
  { words: /^has no accepted passage in the case (.*)$/, say: ([id]) => t("has no accepted passage in the case {1}", id ?? "") },
  { words: /^cites a source that is not in .* or may not be shown$/, say: () => t("cites a source that is not there, or may not be shown") },
  { words: /^places no quotation: no coded passage of it begins so, or it may not be quoted by name$/,
    say: () => t("places no quotation: no coded passage of it begins so, or it may not be quoted by name") },
  { words: /^places nothing: what it names is not in this report, or may not be named in it$/,
    say: () => t("places nothing: what it names is not in this report, or may not be named in it") },
  { words: /^is HTML: the report leaves it out$/, say: () => t("is HTML: the report leaves it out") },
  { words: /^is a picture: the report shows its words only$/, say: () => t("is a picture: the report shows its words only") },
  { words: /^begins a table: the report shows its bars$/, say: () => t("begins a table: the report shows its bars") },
  { words: /^leads nowhere on the web: the report shows its words$/, say: () => t("leads nowhere on the web: the report shows its words") },
  { words: /^is not in this edition: its passages are being coded, or it rests on such$/, say: () => t("is not in this edition: its passages are being coded, or it rests on such") },
  { words: /^is not in this edition: it has lost its evidence, or rests on what has$/, say: () => t("is not in this edition: it has lost its evidence, or rests on what has") },
  { words: /^something that it rests on changed since then: (.*)$/, say: () => t("something that it rests on changed since then: passages, codings or consents") },
  { words: /^this passage was taken back and is not found in its text any more, so nothing of the text is shown$/,
    say: () => t("this passage was taken back and is not found in its text any more, so nothing of the text is shown") },
  { words: /^is the name of an organisation that has not consented to be named$/, say: () => t("is the name of an organisation that has not consented to be named") },
  { words: /^is what tells the name of an organisation from others, and it has not consented to be named$/,
    say: () => t("is what tells the name of an organisation from others, and it has not consented to be named") },
  { words: /^is the id of an organisation that has not consented to be named$/, say: () => t("is the id of an organisation that has not consented to be named") },
  { words: /^is an address of an organisation that has not consented to be named$/, say: () => t("is an address of an organisation that has not consented to be named") },
  { words: /^is the place of an organisation that has not consented to be placed$/, say: () => t("is the place of an organisation that has not consented to be placed") },
];

const fixes: readonly Said[] = [
  { words: /^correct the code, or take it out of the finding$/, say: () => t("Correct the code, or take it out of the finding.") },
  { words: /^take the case out of the finding, or record its consent in /, say: () => t("Take the case out of the finding, or record its consent.") },
  { words: /^code the passage that shows it, or take the case out of the finding$/, say: () => t("Code the passage that shows it, or take the case out of the finding.") },
  { words: /^name the cases that support it, or remove the finding$/, say: () => t("Name the cases that support it, or remove the finding.") },
  { words: /^give the levels, the reasons and both signatures, or leave the finding ungraded$/, say: () => t("Give the levels, the reasons and both signatures, or leave the finding ungraded.") },
  { words: /^code the passage that tells it, or name a source$/, say: () => t("Code the passage that tells it, or name a source.") },
  { words: /^add the source, or correct the citation$/, say: () => t("Add the source, or correct the citation.") },
  { words: /^write \[\[quote:/, say: () => t("Write [[quote:ORGANISATION/FILE|the first words of a coded passage]], or take the line out.") },
  { words: /^name something that the report shows, or take it out$/, say: () => t("Name something that the report shows, or take it out.") },
  { words: /^write it in Markdown, or take it out$/, say: () => t("Write it in Markdown, or take it out.") },
  { words: /^place a table with \[\[table:NAME\]\], or write a list$/, say: () => t("Place a table with [[table:NAME]], or write a list.") },
  { words: /^make the report again when they are submitted$/, say: () => t("Make the report again when they are submitted.") },
  { words: /^look at it again$/, say: () => t("Look at it again.") },
  { words: /^look at it again, and write the day on which you did$/, say: () => t("Look at it again, and write the day on which you did.") },
  { words: /^look whether the text still says it: /,
    say: () => t("Look whether the text still says it: if it does not, give the consent of the passage again; if it does, withdraw the text.") },
  { words: /^take it out, or record the consent \(name organisation\) in /, say: () => t("Take it out, or record the consent to name the organisation.") },
  { words: /^take it out, give the organisation another id, or record the consent \(name organisation\) in /,
    say: () => t("Take it out, give the organisation another id, or record the consent to name it.") },
  { words: /^take it out, or record the consent \(name place\) in /, say: () => t("Take it out, or record the consent to say the place.") },
];

const first = (table: readonly Said[], text: string): string | null => {
  for (const one of table) {
    const found = one.words.exec(text);
    if (found) return one.say(found.slice(1));
  }
  return null;
};
// null: the server says something that is not known here; it is shown as it says it, marked as English.
export const messageWords = (message: string): string | null => first(messages, message);
export const fixWords = (fix: string): string | null => first(fixes, fix);
