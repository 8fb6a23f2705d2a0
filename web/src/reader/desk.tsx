// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Text in the middle, codes on one side, codings beside their paragraphs; keys, pointer and touch choose words.
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { hand } from "../nouns/handed";
import { me, mayDo } from "../session/session";
import { Icon } from "../shell/icons";
import { actsAsLetter } from "../shell/keys";
import { keyFor, meant } from "../shell/shortcuts";
import { useFilters } from "../store/filters";
import { send, waiting } from "../store/queue";
import type { Span } from "../text/units";
import { directionOf, plural, t } from "../words/words";
import { byWord, nextOverlap, nextSentence, paragraphSpan, pointOf, selectedSpan, sentenceAt, startByWord } from "./choosing";
import { CodesPane } from "./codes_pane";
import type { Code } from "./find_codes";
import { clearMarks, drawChosen, drawCodings, hasHighlights, hasRegistry } from "./marks";
import { MemoDialog } from "./memo_dialog";
import { drawn, isSame, paragraphAt, withWaiting, type Coding, type Drawn, type TextModel } from "./model";
import { useNear } from "./near";
import { ParagraphRow, type Marked } from "./paragraph";
import { Picker } from "./picker";
import { recent, usedNow } from "./recent";
import { Accept, acceptable } from "./accept";
import { Submit } from "./submit";
import { useOwnConsents } from "../passage/marks";
import { Outline } from "./outline";
import { PagePicture } from "./page_picture";
import { PassageConsent } from "../passage/passage_consent";
import { placed, TranslatedHere, useTranslations } from "../passage/translated";
import { Views } from "../decide/views";
import { sectionsOf } from "./sections";
import { Strip } from "./strip";
import { placeDrawnAt, touched } from "./touching";

interface Props {
  about: { document: string; title: string; kind: string; version: number; is_blind: boolean; assignment?: string };
  model: TextModel;
  codings: readonly Coding[];
  codes: readonly Code[];
  hasPictures: boolean; // of its pages
}

const none: readonly Drawn[] = [];
const unmarked: readonly Marked[] = [];
type Beside = "page" | "outline" | "";

export function Desk({ about, model, codings, codes, hasPictures }: Props) {
  const id = about.document;
  const [current, setCurrent] = useState(0);
  const [chosen, setChosen] = useState<Span | null>(null);
  const [byTouch, setByTouch] = useState<Span | null>(null); // what is chosen, where fingers chose it
  const [chosenCoding, setChosenCoding] = useState<string | null>(null);
  const [picking, setPicking] = useState(false);
  const [writing, setWriting] = useState(false);
  const [consenting, setConsenting] = useState(false);
  const [{ beside: wanted }, setFilters] = useFilters({ beside: "" });
  // Which end Shift and an arrow move; of a coding of one's own whose words are being changed, its id.
  const [edge, setEdge] = useState<"start" | "end">("end");
  const [adjusted, setAdjusted] = useState<string | null>(null);
  const early = useRef<string[] | null>(null); // keys pressed after the one that opens the picker, before it has drawn
  const elements = useRef<(Element | null)[]>([]);
  const pane = useRef<HTMLElement>(null);
  const mayCode = mayDo("coordinator", "researcher");
  const mayConsent = mayDo("coordinator", "member");

  const byCode = useMemo(() => new Map(codes.map((code) => [code.code, code])), [codes]);
  const kindOf = useCallback((code: string) => byCode.get(code)?.kind, [byCode]);
  const labelOf = useCallback((code: string) => byCode.get(code)?.label ?? (code ? "" : t("new code from these words")), [byCode]);
  const shown = useMemo(() => drawn(withWaiting(codings, waiting.value, id, me.value?.person ?? "")), [codings, waiting.value, id]);

  // What stands beside the text: what was asked for, if the text has it.
  const sections = useMemo(() => sectionsOf(model.paragraphs, shown), [model, shown]);
  const can: readonly Beside[] = [...(hasPictures ? ["page" as const] : []), ...(sections.length > 0 ? ["outline" as const] : [])];
  const beside: Beside = can.find((one) => one === wanted) ?? "";
  const show = (what: Beside) => setFilters({ beside: what });
  const hide = () => { show(""); pane.current?.focus(); };

  const own = useOwnConsents(about, shown);
  const { route } = useLocation();
  const translations = useTranslations();
  const translated = useMemo(() => placed(model, translations, id), [model, translations, id]);

  // Of each paragraph: the codings that touch it, and those that begin in it.  What did not change stays the same list, so
  // that only paragraphs whose codings changed are drawn anew.
  const before = useRef<{ touching: (readonly Drawn[])[]; starting: (readonly Drawn[])[] }>({ touching: [], starting: [] });
  const rows = useMemo(() => {
    const touching: Drawn[][] = model.paragraphs.map(() => []);
    const starting: Drawn[][] = model.paragraphs.map(() => []);
    for (const one of shown) {
      const first = paragraphAt(model.paragraphs, one.start);
      starting[first]?.push(one);
      for (let at = first; at < model.paragraphs.length && model.paragraphs[at]!.start < one.end; at += 1) touching[at]!.push(one);
    }
    const same = (was: readonly Drawn[] | undefined, is: Drawn[]): readonly Drawn[] =>
      is.length === 0 ? none : was && was.length === is.length && is.every((one, at) => isSame(one, was[at]!)) ? was : is;
    before.current = {
      touching: touching.map((is, at) => same(before.current.touching[at], is)),
      starting: starting.map((is, at) => same(before.current.starting[at], is)),
    };
    return before.current;
  }, [shown, model]);

  const near = useNear(elements, model.paragraphs.length);
  const register = useCallback((index: number, element: Element | null) => { elements.current[index] = element; }, []);
  useLayoutEffect(() => {
    if (hasHighlights()) drawCodings(model, elements.current, [...new Set(rows.touching.slice(near.from, near.to).flat())], kindOf, near);
  }, [model, rows, kindOf, near]);
  useLayoutEffect(() => drawChosen("chosen", model, elements.current, chosen), [model, shown, chosen, near]);
  useLayoutEffect(() => {
    const one = shown.find((coding) => coding.coding === chosenCoding);
    drawChosen("current", model, elements.current, one ?? null);
  }, [model, shown, chosenCoding, near]);
  // The same in the text itself, of the paragraphs that have any of it, where the browser cannot draw over it.
  const marked = useMemo(() => {
    const found = new Map<number, Marked[]>();
    if (hasRegistry()) return found;
    const here = shown.find((coding) => coding.coding === chosenCoding);
    for (const one of [...(here ? [{ start: here.start, end: here.end, as: "current" as const }] : []), ...(chosen ? [{ ...chosen, as: "chosen" as const }] : [])]) {
      for (let at = paragraphAt(model.paragraphs, one.start); at < model.paragraphs.length && model.paragraphs[at]!.start < one.end; at += 1) {
        found.set(at, [...(found.get(at) ?? []), one]);
      }
    }
    return found;
  }, [model, shown, chosen, chosenCoding]);
  useEffect(() => clearMarks, []);
  // ?at=START: where a link to a passage leads.
  useEffect(() => {
    const at = Number(new URLSearchParams(location.search).get("at") ?? -1);
    if (at < 0 || Number.isNaN(at)) return;
    const index = paragraphAt(model.paragraphs, at);
    setCurrent(index);
    const there = shown.find((one) => one.start === at);
    if (there) setChosenCoding(there.coding);
    requestAnimationFrame(() => elements.current[index]?.scrollIntoView({ block: "center" }));
  }, []);

  const goTo = (index: number) => {
    const at = Math.max(0, Math.min(model.paragraphs.length - 1, index));
    setCurrent(at);
    elements.current[at]?.scrollIntoView({ block: "nearest" });
  };
  const goMiddle = useCallback((index: number) => {
    setCurrent(index);
    elements.current[index]?.scrollIntoView({ block: "center" });
  }, []);
  const goSection = (index: number) => {
    setCurrent(index);
    elements.current[index]?.scrollIntoView({ block: "start" });
    // Where the outline stands above the text, it makes room for what was asked for.
    if (matchMedia("(max-width: 62rem)").matches) {
      hide();
      requestAnimationFrame(() => elements.current[index]?.scrollIntoView({ block: "start" }));
    }
  };
  const choose = useCallback((span: Span | null) => {
    setChosen(span);
    setChosenCoding(null);
    setAdjusted(null);
    if (span) setCurrent(paragraphAt(model.paragraphs, span.start));
  }, [model]);
  const chooseCoding = useCallback((coding: string) => setChosenCoding((was) => (was === coding ? null : coding)), []);
  const goToCoding = (step: 1 | -1) => {
    if (shown.length === 0) return;
    const at = shown.findIndex((one) => one.coding === chosenCoding);
    const next = at >= 0 ? shown[(at + step + shown.length) % shown.length]!
      : shown.find((one) => one.start >= (model.paragraphs[current]?.start ?? 0)) ?? shown[0]!;
    setChosenCoding(next.coding);
    goTo(paragraphAt(model.paragraphs, next.start));
  };

  const give = useCallback((code: string, goOn: boolean) => {
    const span = chosen;
    if (!span || !mayCode) return;
    if (code) usedNow(code);
    void send({ kind: "apply", document: id, coding: crypto.randomUUID(), code, start: span.start, end: span.end });
    if (goOn) return;
    setPicking(false);
    // Enter goes on: the next sentence is chosen, so that a whole text is coded without leaving the keys.
    setChosen(nextSentence(model, paragraphAt(model.paragraphs, span.start), span));
    pane.current?.focus();
  }, [chosen, id, mayCode, model]);
  const codeAll = useCallback((index: number) => {
    choose(paragraphSpan(model, index));
    setPicking(true);
  }, [choose, model]);
  const openPicker = () => {
    const span = chosen ?? nextSentence(model, current, null);
    if (!span) return;
    if (!chosen) choose(span);
    early.current = [];
    setPicking(true);
  };
  const takeEarly = useCallback((): readonly string[] => {
    const keys = early.current ?? [];
    early.current = null;
    return keys;
  }, []);
  // The words of a coding of one's own are chosen anew: it is given to the new ones with its memo, then removed from the old.
  const adjust = (which: "start" | "end") => {
    setEdge(which);
    const own = shown.find((one) => one.coding === chosenCoding && one.coder === me.value?.person);
    if (chosen || !own || !mayCode) return;
    setChosen({ start: own.start, end: own.end });
    setAdjusted(own.coding);
  };
  const keepAdjusted = () => {
    const was = shown.find((one) => one.coding === adjusted);
    if (!was || !chosen) return;
    if (was.start !== chosen.start || was.end !== chosen.end) {
      const coding = crypto.randomUUID();
      void send({ kind: "apply", document: id, coding, code: was.code, start: chosen.start, end: chosen.end, memo: was.memo });
      void send({ kind: "remove", document: id, coding: was.coding });
      setChosenCoding(coding);
    }
    setChosen(null);
    setAdjusted(null);
  };
  const remove = () => {
    if (!chosenCoding || !mayCode) return;
    void send({ kind: "remove", document: id, coding: chosenCoding });
    setChosenCoding(null);
  };

  const press = useRef<(event: KeyboardEvent) => void>(() => {});
  press.current = (event) => {
    if (early.current && !event.ctrlKey && !event.metaKey && !event.altKey && ([...event.key].length === 1 || /^(Enter|Escape|Backspace)$/.test(event.key))) {
      event.preventDefault();
      event.stopPropagation();
      early.current.push(event.key);
      return;
    }
    if (picking || writing || consenting || !actsAsLetter(event)) return;
    if (event.target instanceof HTMLElement && event.target.closest("button, a, summary, [role=treeitem]") && event.key === "Enter") return;
    const done = () => event.preventDefault();
    const key = meant("reader", event.key);
    if (key === "j" || key === "k") { done(); choose(null); goTo(current + (key === "j" ? 1 : -1)); }
    else if (key === "s") { done(); choose(nextSentence(model, current, chosen)); }
    else if (key === "p") { done(); choose(paragraphSpan(model, current)); }
    else if (event.shiftKey && (key === "ArrowRight" || key === "ArrowLeft") && chosen) {
      done();
      const forward = directionOf(model.language) === "rtl" ? "ArrowLeft" : "ArrowRight";
      const step = key === forward ? 1 : -1;
      const longer = edge === "end" ? byWord(model, chosen, step) : startByWord(model, chosen, step);
      if (adjusted) setChosen(longer);
      else choose(longer);
    }
    else if (key === "S" || key === "E") { done(); adjust(key === "S" ? "start" : "end"); }
    else if (key === "Enter" && adjusted) { done(); keepAdjusted(); }
    else if ((key === "c" || key === "Enter") && mayCode) { done(); openPicker(); }
    else if (key === "o" || key === "O") {
      done();
      const next = chosenCoding ? nextOverlap(shown, chosenCoding) : null;
      if (next) setChosenCoding(next.coding);
    }
    else if (/^[1-9]$/.test(key) && chosen && recent.value[Number(key) - 1]) { done(); give(recent.value[Number(key) - 1]!, false); }
    else if (key === "n" || key === "N") { done(); goToCoding(key === "n" ? 1 : -1); }
    else if (key === "m" && chosenCoding && mayCode) { done(); setWriting(true); }
    else if (key === "x") { done(); remove(); }
    else if (key === "w" && chosenCoding && mayConsent) { done(); setConsenting(true); }
    else if (key === "v" && hasPictures) { done(); show(beside === "page" ? "" : "page"); }
    else if (key === "b" && sections.length > 0) { done(); if (beside === "outline") hide(); else show("outline"); }
    else if (key === "Escape") { choose(null); }
  };
  // Before the text is seen, so that no key is lost.
  useLayoutEffect(() => {
    const act = (event: KeyboardEvent) => press.current(event);
    addEventListener("keydown", act, true);
    return () => removeEventListener("keydown", act, true);
  }, []);

  // A mouse chooses words; a finger a sentence, then others to which it extends.
  const pointed = (event: PointerEvent) => {
    const span = selectedSpan(model);
    if (span) {
      choose(span);
      getSelection()?.removeAllRanges();
      return;
    }
    if (event.pointerType === "mouse" || !(event.target as Element).closest("[data-p]")) return;
    const place = placeDrawnAt(event.clientX, event.clientY);
    const point = place && pointOf(model, ...place);
    const sentence = point == null ? null : sentenceAt(model, point);
    if (!sentence) return;
    // Only what was touched is extended: the sentence that is chosen after a code was given is not where a finger began.
    const next = touched(byTouch === chosen ? chosen : null, sentence);
    choose(next);
    setByTouch(next);
  };

  const counts = useMemo(() => {
    const found = new Map<string, number>();
    for (const one of shown) {
      for (let code = byCode.get(one.code); code; code = code.parent ? byCode.get(code.parent) : undefined) {
        found.set(code.code, (found.get(code.code) ?? 0) + 1);
      }
    }
    return found;
  }, [shown, byCode]);
  const selected = shown.find((one) => one.coding === chosenCoding);
  const chosenWords = chosen ? model.points.slice(chosen.start, chosen.end) : "";
  const pickerAt = picking && chosen ? paragraphAt(model.paragraphs, chosen.start) : -1;

  // The words that a code is given to stay in sight, with the picker below them.
  useLayoutEffect(() => {
    if (pickerAt >= 0) document.getElementById(`p${pickerAt}`)?.scrollIntoView({ block: "start" });
  }, [pickerAt]);

  return (
    <>
      <div class="tools" role="region" aria-label={t("This text")}>
        <p class="crumbs"><a href="/texts">{t("Texts")}</a> ›</p>
        <h1 dir="auto" lang={model.language}>{about.title}</h1>
        <Views about={about} here="read" />
        {selected && (mayCode || mayConsent) && (
          <span class="row">
            {mayCode && <button type="button" class="btn" onClick={() => setWriting(true)}>{t("Memo")}</button>}
            {mayCode && <button type="button" class="btn" onClick={remove}>{t("Remove the coding {1}", selected.number)}</button>}
            {mayConsent && !selected.waits && <button type="button" class="btn" onClick={() => setConsenting(true)}>{t("Consent …")}<span class="vh"> {t("for the passage {1}", selected.number)}</span></button>}
          </span>
        )}
        {can.length > 0 && (
          <span class="seg beside-what" role="group" aria-label={t("Beside the text")}>
            {can.map((one) => <button type="button" key={one} aria-pressed={beside === one} onClick={() => show(one)}>{one === "page" ? t("The page as it looks") : t("Outline")}</button>)}
            <button type="button" aria-pressed={beside === ""} onClick={() => show("")}>{t("Nothing")}</button>
          </span>
        )}
        {about.assignment === "open" && mayCode && <Submit document={id} codings={shown.filter((one) => one.coder === me.value?.person).length} />}
        {mayDo("coordinator") && about.assignment !== "open" && !about.is_blind && <Accept document={id} codings={acceptable(shown, me.value?.person ?? "")} />}
        {chosen && mayDo("coordinator") && <button type="button" class="btn" onClick={() => { hand("translations", { document: id, exact: chosenWords }); route("/texts/translations/new"); }}>{t("Translate")}</button>}
        {chosen && chosen !== byTouch && mayCode && !picking && !adjusted && <button type="button" class="btn main to-end" onClick={() => setPicking(true)}>{t("Give a code")}</button>}
        {adjusted && <span class="small" role="status">{edge === "start" ? t("Shift and an arrow move the beginning; Enter keeps it.") : t("Shift and an arrow move the end; Enter keeps it.")}</span>}
      </div>
      {about.is_blind && (
        <p class="mode" role="region" aria-label={t("Mode")}>
          <Icon name="none" /> <span><b>{t("Blind until it is submitted.")}</b> {t("Who codes this text sees nothing of the others' codings, and the others see nothing of theirs.")}</span>
        </p>
      )}
      <div class={`panes reader-panes${beside === "page" ? " with-page" : beside === "outline" ? " with-outline" : ""}`}>
        <CodesPane codes={codes} counts={counts} on={selected?.code ?? null} mayGive={chosen !== null && mayCode} give={give} />
        <main class="pane doc" id="main" data-pane tabIndex={-1} ref={pane} onPointerUp={pointed}>
          <p class="vh" role="status">{chosenWords && t("Chosen: {1}", chosenWords)}</p>
          {model.paragraphs.map((paragraph, index) => (
            <>
              {index > 0 && paragraph.page > 0 && paragraph.page !== model.paragraphs[index - 1]!.page && (
                <p class="pagebreak" key={`page-${index}`}>{t("page {1}", paragraph.page)}</p>
              )}
              <ParagraphRow key={index} index={index} near={index === current || (index >= near.from && index < near.to)} paragraph={paragraph} model={model} codings={rows.touching[index] ?? none}
                starting={rows.starting[index] ?? none} labelOf={labelOf} kindOf={kindOf} current={index === current}
                chosenCoding={chosenCoding} mayCode={mayCode} marked={marked.get(index) ?? unmarked} own={own} register={register} choose={chooseCoding} codeAll={codeAll} />
              <TranslatedHere things={translated.get(index)} />
              {pickerAt === index && (
                <Picker codes={codes} recent={recent.value} words={chosenWords} early={takeEarly} give={give}
                  close={() => { setPicking(false); pane.current?.focus(); }} />
              )}
            </>
          ))}
          {chosen && chosen === byTouch && !picking && (
            <div class="by-touch">
              <p class="small">{t("Touch another sentence to take it in, or the chosen one to choose nothing.")}</p>
              {mayCode && <button type="button" class="btn main" onClick={() => setPicking(true)}>{t("Give a code")}</button>}
            </div>
          )}
        </main>
        <Strip model={model} codings={shown} kindOf={kindOf} elements={elements} go={goMiddle} />
        {beside === "outline" && <Outline model={model} sections={sections} codings={shown} current={current} go={goSection} close={hide} />}
        {beside === "page" && <PagePicture document={id} page={Math.max(1, model.paragraphs[current]?.page ?? 1)}
          last={Math.max(1, ...model.paragraphs.map((one) => one.page))}
          close={hide} />}
      </div>
      <footer class="foot">
        <span>{plural("{1} coding", "{1} codings", shown.length)}</span>
        <span class="keys"><kbd>{keyFor("reader", "s")}</kbd> {t("choose a sentence")}</span>
        <span class="keys"><kbd>Shift →</kbd> {t("longer or shorter by a word")}</span>
        {mayCode && <span class="keys"><kbd>{keyFor("reader", "c")}</kbd> {t("give a code")}</span>}
        <span class="keys"><kbd>{keyFor("reader", "n")}</kbd> {t("next, previous coding")}</span>
        <span class="keys"><kbd>{keyFor("everywhere", "?")}</kbd> {t("all keys")}</span>
      </footer>
      {consenting && selected && <PassageConsent document={id} coding={selected.coding} kind={about.kind} language={model.language}
        words={model.points.slice(selected.start, selected.end)} close={() => { setConsenting(false); pane.current?.focus(); }} />}
      {writing && selected && <MemoDialog document={id} coding={selected} close={() => setWriting(false)} />}
    </>
  );
}
