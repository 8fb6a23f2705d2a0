// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What rests on passages that lose their words with a new version: quotations of chapters and findings, findings,
// translations and consents, each with a link to it.  It follows the answers.
import { listChapters } from "../chapters/ask";
import { chapterWords } from "../chapters/names";
import { listFindings } from "../findings/ask";
import { scopeWords } from "../pages/consent_words";
import { Icon } from "../shell/icons";
import { useOrganisationNames } from "../store/organisation_names";
import { useResource } from "../store/resource";
import { askCodebook } from "../store/texts";
import type { Came } from "../store/uploads";
import { signOf } from "../text/address";
import { languageName, listed, plural, t } from "../words/words";
import type { Answers } from "./lost";
import { losesBy, losesNothing, type FindingLoses, type Loses } from "./rests";

// "2 quotes and 1 finding"
function countedIn({ quotes, findings, translations, consents }: Loses): string {
  const counted: [number, (n: number) => string][] = [
    [quotes.length, (n) => plural("{1} quote", "{1} quotes", n)],
    [findings.length, (n) => plural("{1} finding", "{1} findings", n)],
    [translations.length, (n) => plural("{1} translation", "{1} translations", n)],
    [consents.length, (n) => plural("{1} consent to a single passage", "{1} consents to single passages", n)],
  ];
  return listed(counted.filter(([n]) => n > 0).map(([n, words]) => words(n)));
}

function OfFinding({ one, statement }: { one: FindingLoses; statement: string }) {
  return (
    <li><span class="small muted">{t("Finding")}: </span><a class="lnk" href={`/findings/${signOf(one.finding)}`} dir="auto">{statement}</a>{" "}
      {one.for.lost > 0 && t("Passages for it that lose their words: {1} of {2}.", one.for.lost, one.for.lost + one.for.left)}{" "}
      {one.against.lost > 0 && t("Passages against it that lose their words: {1} of {2}.", one.against.lost, one.against.lost + one.against.left)}
      {one.for.lost > 0 && one.for.left === 0 && <> <Icon name="warn" /> {t("No passage for it is left then: it cannot be published as it is.")}</>}</li>
  );
}

export function RestsOnLost({ came, answers }: { came: Came; answers: Answers }) {
  const loses = losesBy(came.rests, answers);
  const hasAny = !losesNothing(losesBy(came.rests, {}));
  const findings = useResource(hasAny ? "findings" : null, listFindings);
  const chapters = useResource(hasAny ? "chapters" : null, listChapters);
  const codebook = useResource(hasAny ? "codebook" : null, askCodebook);
  const organisation = useOrganisationNames();
  if (losesNothing(loses)) {
    return came.lost.length + came.lost_unseen === 0 ? null
      : <p class="small muted">{hasAny ? t("As you have answered, no quote, finding, translation or consent loses its words.") : t("No quote, finding, translation or consent rests on what loses its words.")}</p>;
  }
  const names = { code: (id: string) => codebook.data?.codes.find((one) => one.code === id)?.label ?? id, organisation };
  const statement = (id: string) => (findings.data ? findings.data.things.find((one) => one.id === id)?.fields.statement ?? id : "…"); // until it has come
  const isThere = (id: string) => !chapters.data || chapters.data.things.some((one) => one.id === id);
  const words = (exact: string) => <q lang={came.language} dir="auto">{exact}</q>;
  const of = `/texts/${signOf(came.document)}`;
  const placeOf = (coding: string) => {
    const lost = came.lost.find((one) => one.coding === coding);
    return lost ? `${of}?at=${lost.range.start}` : of;
  };
  return (
    <section class="stack-s rests-on" aria-label={t("What rests on it")}>
      <p role="status"><Icon name="warn" /> {t("On what has lost its words rest: {1}.", countedIn(loses))}</p>
      <ul class="picks">
        {loses.quotes.map((one) => (
          <li key={`${one.kind} ${one.id} ${one.line}`}>
            <span class="small muted">{one.kind === "finding" ? t("Quote in a finding") : t("Quote in a chapter")}: </span>
            {one.kind === "finding" ? <a class="lnk" href={`/findings/${signOf(one.id)}`} dir="auto">{statement(one.id)}</a>
              : isThere(one.id) ? <a class="lnk" href={`/report/chapters/${signOf(one.id)}`} dir="auto">{chapterWords(one.id, names)}</a> : <span dir="auto">{one.id}</span>}
            {" "}{words(one.words)}{one.stays_with.length > 0 && <> {t("It stays if you put its coding there.")}</>}</li>
        ))}
        {loses.findings.map((one) => <OfFinding key={one.finding} one={one} statement={statement(one.finding)} />)}
        {loses.translations.map((one) => (
          <li key={one.translation}><span class="small muted">{t("Translation")}: </span>
            <a class="lnk" href={`/texts/translations/${signOf(one.translation)}`}>{languageName(one.language)}</a> {words(one.exact)} {t("It is not shown any more.")}</li>
        ))}
        {loses.consents.map((one) => (
          <li key={`${one.coding} ${one.scope} ${one.refused}`}><span class="small muted">{t("Consent to a single passage")}: </span>
            <a class="lnk" href={placeOf(one.coding)}>{scopeWords(one.scope)}</a>{" "}
            {one.refused ? t("Taken back. Until it has a place again, a report shows nothing of the whole text.") : t("Given. It holds nowhere until it has a place again.")}</li>
        ))}
      </ul>
    </section>
  );
}
