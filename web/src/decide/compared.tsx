// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The text once, a coder on each side, and below it the decision on one passage after the other.
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { api, ask, type Problem } from "../api/client";
import { clearMarks, drawChosen, hasHighlights } from "../reader/marks";
import { paragraphAt, type TextModel } from "../reader/model";
import type { Code } from "../reader/find_codes";
import { mayDo, me } from "../session/session";
import { actsAsLetter } from "../shell/keys";
import { keyFor, meant } from "../shell/shortcuts";
import { changed } from "../store/news";
import { saving, settled } from "../store/saved";
import { listed, plural, t } from "../words/words";
import { twoPlaces } from "../agreement/figures";
import { DecideForm } from "./decide_form";
import { byKey, decisionsIn, draftOf, isOvertaken, isWhole, type Draft } from "./draft";
import { drawLines } from "./lines";
import { decisionsOf, keyOf, marginOf, nextOpen, talkOf, type Decision, type Entry, type Passage } from "./passages";
import { Stepper } from "./stepper";
import { Trio } from "./trio";
import { readPassages, type Figures, type ReadText } from "./two_coders";
import { Views } from "./views";

interface Props {
  body: ReadText;
  model: TextModel;
  figures: Figures;
  passages: readonly Passage[];
  codes: readonly Code[];
}

const none: readonly Entry[] = [];
const noNumbers: readonly { start: number; number: number }[] = [];
const alphaOf = (figures: Figures): number | undefined => figures.all_codes.figures.find((one) => one.measure === "alpha")?.value;

// Why there is nothing to compare, if so.
function reasonOf(body: ReadText, figures: Figures, coders: readonly string[]): string | null {
  if (body.about.assignment === "open") return t("You code this text blind. You see what the others gave once you have submitted it.");
  if (body.about.is_blind || figures.still_coded.includes(body.about.document)) return t("Somebody still codes this text blind. It can be compared once everybody has submitted it.");
  if (coders.length === 0) return t("Nobody has submitted codings of this text yet.");
  if (coders.length === 1) return t("Only {1} has coded this text. Comparing needs a second coder who does not see the first one's work.", coders[0]!);
  return null;
}

export function Compared({ body, model, figures, passages, codes }: Props) {
  const id = body.about.document;
  const mayDecide = mayDo("coordinator");
  const coders = useMemo(() => {
    const compared = figures.by_document.find((one) => one.document === id)?.coders ?? [];
    if (compared.length > 0) return compared;
    return [...new Set(body.codings.filter((one) => one.status === "submitted" || one.status === "accepted").map((one) => one.coder))].sort();
  }, [figures, body, id]);
  const reason = reasonOf(body, figures, coders);
  const [pair, setPair] = useState<[number, number]>([0, 1]);
  const names = useMemo<[string, string]>(() => [coders[pair[0]] ?? "", coders[pair[1]] ?? ""], [coders, pair]);

  const [at, setAt] = useState(() => {
    const start = Number(new URLSearchParams(location.search).get("at") ?? -1);
    const asked = passages.findIndex((one) => start >= one.range.start && start < one.range.end);
    return asked >= 0 ? asked : Math.max(0, passages.findIndex((one) => one.is_open));
  });
  const [drafts, setDrafts] = useState<Record<string, Draft>>({});
  const [asked, setAsked] = useState(false);
  const [theirs, setTheirs] = useState<readonly Decision[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [told, setTold] = useState("");
  const busy = useRef(false);
  const head = useRef<HTMLHeadingElement>(null);
  const why = useRef<HTMLTextAreaElement>(null);
  const elements = useRef<(Element | null)[]>([]);

  const passage = passages[Math.min(at, passages.length - 1)];
  const draft = passage && (drafts[keyOf(passage)] ?? draftOf(passage));
  const codeOf = useMemo(() => {
    const byId = new Map(codes.map((one) => [one.code, one]));
    return (code: string) => byId.get(code);
  }, [codes]);
  const counted = useMemo(() => body.codings.filter((one) => one.status === "submitted" || one.status === "accepted"), [body]);
  const rows = useMemo(() => {
    const split = (entries: readonly { start: number; entry: Entry }[]) => {
      const found: Entry[][] = model.paragraphs.map(() => []);
      for (const { start, entry } of entries) found[paragraphAt(model.paragraphs, start)]?.push(entry);
      return found;
    };
    const decided = decisionsOf(passages);
    const numbers: { start: number; number: number }[][] = model.paragraphs.map(() => []);
    passages.forEach((one, i) => numbers[paragraphAt(model.paragraphs, one.range.start)]?.push({ start: one.range.start, number: i + 1 }));
    return { numbers, first: split(marginOf(counted, passages, names[0])), second: split([...marginOf(counted, passages, names[1]), ...decided].sort((a, b) => a.start - b.start)) };
  }, [counted, passages, names[0], names[1], model]);
  const spans = useMemo(() => [
    ...counted.filter((one) => one.coder === names[0]).map((span) => ({ span, line: "ua" as const })),
    ...counted.filter((one) => one.coder === names[1]).map((span) => ({ span, line: "ub" as const })),
    ...(passage ? [{ span: passage.range, line: "cur" as const }] : []),
  ], [counted, names[0], names[1], passage]);

  useLayoutEffect(() => {
    if (!hasHighlights() || reason) return;
    const of = (line: string) => spans.filter((one) => one.line === line).map((one) => one.span);
    drawLines(model, elements.current, of("ua"), of("ub"));
    drawChosen("current", model, elements.current, passage?.range ?? null);
  }, [spans, model, passages, reason]);
  useEffect(() => clearMarks, []);
  useEffect(() => {
    if (passage) elements.current[paragraphAt(model.paragraphs, passage.range.start)]?.scrollIntoView({ block: "center" });
  }, [at, reason === null]);

  const register = useCallback((index: number, element: Element | null) => { elements.current[index] = element; }, []);
  const go = useCallback((index: number) => {
    setAt(Math.max(0, Math.min(passages.length - 1, index)));
    setAsked(false);
    setTheirs(null);
    setProblem(null);
    head.current?.focus({ preventScroll: true });
  }, [passages.length]);
  const open = useCallback((number: number) => go(number - 1), [go]);
  const set = (next: Draft) => {
    if (passage) setDrafts((before) => ({ ...before, [keyOf(passage)]: next }));
  };
  const nextAt = nextOpen(passages, at);

  const decide = async () => {
    if (!passage || !draft || !mayDecide || busy.current) return;
    if (!isWhole(draft)) {
      setAsked(true);
      if (!draft.stands.includes(null)) why.current?.focus();
      return;
    }
    busy.current = true;
    saving();
    let kept = false;
    try {
      const now = await ask(() => readPassages(id));
      if (!now.ok) return setProblem(now.problem);
      const same = now.data.passages.find((one) => keyOf(one) === keyOf(passage));
      if (!same) return setProblem({ kind: "conflict", status: 412, name: "", detail: "", body: null });
      if (isOvertaken(draft, same)) {
        setTheirs(same.decided);
        set({ ...draft, seen: same.decided.map((one) => one.adjudication).sort() });
        return;
      }
      const answer = await ask(() => api.POST("/documents/{document}/adjudications",
        { params: { path: { document: id } }, body: { decisions: decisionsIn(passage, draft), why: draft.why.trim() } }));
      if (!answer.ok) return setProblem(answer.problem);
      kept = true;
      setDrafts(({ [keyOf(passage)]: _done, ...others }) => others);
      setTold(t("Passage {1} is decided.", at + 1));
      go(nextAt ?? at);
    } finally {
      busy.current = false;
      settled(kept);
      changed();
    }
  };
  const talk = async () => {
    if (!passage || !mayDecide) return;
    const found = talkOf(passage, body.memos);
    const coding = passage.codes.flatMap((one) => one.codings)[0];
    if (!coding) return;
    const answer = found
      ? await ask(() => api.DELETE("/memos/{memo}", { params: { path: { memo: found.memo }, header: { "If-Match": `"${found.version}"` } } }))
      : await ask(() => api.PUT("/memos/{memo}", { params: { path: { memo: crypto.randomUUID() } },
        body: { kind: "to do", about: "coding", subject: coding.coding, document: id, text: t("Talk about it before it is decided.") } }));
    if (!answer.ok) setProblem(answer.problem);
    else if (!found && nextAt !== null) go(nextAt);
    changed();
  };

  const press = useRef<(event: KeyboardEvent) => void>(() => {});
  press.current = (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && document.querySelector("dialog[open]") === null) {
      event.preventDefault();
      void decide();
      return;
    }
    if (!passage || !draft || !actsAsLetter(event)) return;
    const key = meant("compare", event.key);
    const choice = mayDecide && passage.codes.length <= 4 ? byKey(event.key, passage.codes.length) : null;
    if (choice) set({ ...draft, stands: draft.stands.map((was, i) => (i === choice.at ? choice.stands : was)) });
    else if (key === "n" || key === "p") go(at + (key === "n" ? 1 : -1));
    else if (key === "r" && mayDecide) why.current?.focus();
    else if (key === "t" && mayDecide) void talk();
    else return;
    event.preventDefault();
  };
  useLayoutEffect(() => {
    const act = (event: KeyboardEvent) => press.current(event);
    addEventListener("keydown", act, true);
    return () => removeEventListener("keydown", act, true);
  }, []);

  const alpha = alphaOf(figures);
  const undecided = passages.filter((one) => one.is_open).length;
  return (
    <>
      <div class="tools" role="region" aria-label={t("This text")}>
        <p class="crumbs"><a href="/texts">{t("Texts")}</a> ›</p>
        <h1 dir="auto" lang={model.language}>{body.about.title}</h1>
        <Views about={body.about} here="compare" />
        {!reason && (
          <p class="small sum">{plural("{1} code given alike", "{1} codes given alike", figures.all_codes.all)}, {plural("{1} passage coded differently", "{1} passages coded differently", passages.length)}.
            {alpha !== undefined && <> {t("alpha {1} over the codes used here; chance alone gives 0.", twoPlaces(alpha))}</>} <a class="lnk" href="/compare/agreement">{t("How far, code by code")}</a></p>
        )}
        {!reason && passages.length > 0 && <Stepper passages={passages} memos={body.memos} at={at} go={go} />}
      </div>
      {reason ? (
        <main class="page stack" id="main" tabIndex={-1}>
          <p class="lead">{reason}</p>
          <p><a class="btn" href={location.pathname.replace(/\/compare$/, "")}>{t("Read the text")}</a></p>
        </main>
      ) : (
        <main class="pane" id="main" data-pane tabIndex={0} aria-label={t("The text between both coders")}>
          <p class="vh" role="status">{told}</p>
          <div class="three">
            <div class="trio heads">
              {([0, 1] as const).map((side) => (
                <div key={side} class={`who col ${side === 0 ? "a" : "b"}`}>
                  <span class={`${side === 0 ? "ua" : "ub"} small`} aria-hidden="true">{"\u00a0\u00a0\u00a0\u00a0"}</span>{" "}
                  {coders.length > 2
                    ? (
                      <select aria-label={side === 0 ? t("Coder with the solid line") : t("Coder with the broken line")} value={pair[side]}
                        onChange={(event) => {
                          const chosen = Number(event.currentTarget.value);
                          setPair(([a, b]) => (side === 0 ? [chosen, chosen === b ? a : b] : [chosen === a ? b : a, chosen]));
                        }}>
                        {coders.map((name, i) => <option key={name} value={i}>{name}</option>)}
                      </select>
                    ) : names[side]}{" "}
                  <span class="muted small num">{plural("{1} coding", "{1} codings", counted.filter((one) => one.coder === names[side]).length)}</span>
                </div>
              ))}
              <div class="who mid">{t("The text")}</div>
            </div>
            {model.paragraphs.map((paragraph, index) => (
              <Trio key={index} index={index} model={model} paragraph={paragraph} spans={spans} codeOf={codeOf} names={names} at={at + 1}
                first={rows.first[index] ?? none} second={rows.second[index] ?? none} open={open}
                numbers={rows.numbers[index] ?? noNumbers} register={register} />
            ))}
          </div>
          {passages.length === 0 && <p class="lead">{t("{1} gave the same codes everywhere: there is nothing to decide.", listed([...coders]))}</p>}
        </main>
      )}
      {!reason && passage && draft && (
        <DecideForm key={keyOf(passage)} passage={passage} number={at + 1} language={model.language} draft={draft} codeOf={codeOf} mayDecide={mayDecide}
          next={nextAt === null ? null : nextAt + 1} talks={talkOf(passage, body.memos)?.person === me.value?.person} asked={asked} theirs={theirs}
          problem={problem} head={head} why={why} set={set} decide={() => void decide()} talk={() => void talk()} />
      )}
      {!reason && (
        <footer class="foot">
          <span>{t("{1} of {2} decided", passages.length - undecided, passages.length)}</span>
          <span class="keys">{t("A solid line is {1}'s, a broken line {2}'s; numbers mark what differs.", names[0], names[1])}</span>
          <span class="keys"><kbd>{keyFor("everywhere", "?")}</kbd> {t("all keys")}</span>
        </footer>
      )}
    </>
  );
}
