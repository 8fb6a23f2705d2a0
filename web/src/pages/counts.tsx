// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Leadership counts with the definitions side by side: what is saved, and new numbers as they are typed, with the room
// that is left and what would change a verdict.  Nothing is kept until somebody says so: half of the numbers would be
// wrong.
import { useEffect, useState } from "preact/hooks";
import { api, ask, type Given, type Problem } from "../api/client";
import { Await, ProblemBanner } from "../shell/await";
import { Icon, type IconName } from "../shell/icons";
import { changed } from "../store/news";
import { saving, settled } from "../store/saved";
import { askCounts, type Count } from "../store/things";
import { useResource } from "../store/resource";
import { definitionName } from "../study/definition_name";
import { plural, t } from "../words/words";
import { askedWords, bodyWords, moreWays, turnWords, verdictWords } from "./turns";

const verify = (organisation: string) => api.GET("/verification", { params: { query: { organisation } } });
type Verified = Given<() => ReturnType<typeof verify>>;

const kBodies = ["decision_making_body", "spokespeople", "paid_staff"];
const kBases = ["self-declared", "attested by a regional network", "anonymous ballot", "published claim"] as const;
type Basis = (typeof kBases)[number];
function basisWords(basis: string): string {
  switch (basis) {
    case "self-declared": return t("they did (self-declared)");
    case "attested by a regional network": return t("attested by a regional network");
    case "anonymous ballot": return t("an anonymous ballot");
    case "published claim": return t("a published claim");
    default: return basis;
  }
}

interface Numbers {
  members: string;
  sex_workers: string;
  undisclosed: string;
}
type Typed = Record<string, Numbers>;
const nothing: Numbers = { members: "", sex_workers: "", undisclosed: "" };
const numberOf = (text: string): number | undefined => (/^\d{1,7}$/.test(text.trim()) ? Number(text) : undefined);
const filled = (one: Numbers): number => [one.members, one.sex_workers, one.undisclosed].filter((text) => text.trim() !== "").length;

const verdictIcons: Record<string, IconName> = { meets: "check", fails: "none", undetermined: "question" };
function Verdict({ verdict }: { verdict: string }) {
  return <><Icon name={verdictIcons[verdict] ?? "question"} /> <b>{verdictWords(verdict)}</b></>;
}

function Cell({ criterion }: { criterion: Verified["assessments"][number]["criteria"][number] | undefined }) {
  if (!criterion) return <span class="muted">{t("not asked")}</span>;
  return (
    <><Verdict verdict={criterion.verdict} /><br />{askedWords(criterion)}
      {criterion.verdict === "meets" && criterion.headroom !== undefined && <><br /><span class="small muted">{plural("room: {1} change", "room: {1} changes", criterion.headroom)}</span></>}
      {criterion.verdict === "fails" && criterion.shortfall !== undefined && <><br /><span class="small muted">{plural("{1} change short", "{1} changes short", criterion.shortfall)}</span></>}</>
  );
}

function WhatWouldChange({ verified }: { verified: Verified }) {
  const sentences = verified.assessments.flatMap((assessment) => assessment.criteria.flatMap((criterion) => {
    const words = turnWords(criterion);
    const label = definitionName(verified.definitions.find((one) => one.definition === assessment.definition) ?? { definition: assessment.definition, label: "" });
    return words ? [{ key: `${assessment.definition} ${criterion.body}`, head: t("{1}, {2}:", label, bodyWords(criterion.body)), words, more: moreWays(criterion) }] : [];
  }));
  if (sentences.length === 0) return null;
  return (
    <section class="box stack-s" aria-labelledby="turn-h">
      <h3 id="turn-h">{t("What would change this")}</h3>
      <ul class="turns">{sentences.map((one) => (
        <li key={one.key}><b>{one.head}</b> {one.words}
          {one.more.length > 0 && (
            <details><summary>{t("{1} more", one.more.length)}<span class="vh">: {one.head}</span></summary>
              <ul>{one.more.map((way) => <li key={way}>{way}</li>)}</ul></details>
          )}</li>
      ))}</ul>
    </section>
  );
}

// The newest record of a body, as it was said.
function Last({ counts, body }: { counts: readonly Count[]; body: string }) {
  const last = counts.filter((one) => one.fields.body === body).sort((a, b) => (a.fields.as_of ?? "").localeCompare(b.fields.as_of ?? "")).at(-1);
  if (!last) return <span class="small muted">{t("no record")}</span>;
  const { members, sex_workers, at_least, at_most, as_of } = last.fields;
  return <span class="small muted">{as_of}: {members ?? "?"} / {sex_workers ?? (at_least || at_most ? `${at_least ?? "?"} – ${at_most ?? "?"}` : "?")}</span>;
}

function Sheet({ organisation, counts, saved }: { organisation: string; counts: readonly Count[]; saved: Verified }) {
  const today = new Date().toISOString().slice(0, 10);
  const [day, setDay] = useState(today);
  const [basis, setBasis] = useState<Basis>("self-declared");
  const [typed, setTyped] = useState<Typed>({});
  const [tried, setTried] = useState<Verified | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [kept, setKept] = useState("");
  const bodies = [...new Set([...kBodies, ...saved.assessments.flatMap((one) => one.criteria.map((criterion) => criterion.body)), ...counts.map((one) => one.fields.body ?? "")])].filter(Boolean);
  const numbers = Object.values(typed).reduce((sum, one) => sum + filled(one), 0);
  const rows = bodies.filter((body) => filled(typed[body] ?? nothing) > 0);
  const wrong = rows.filter((body) => [typed[body]!.members, typed[body]!.sex_workers, typed[body]!.undisclosed].some((text) => text.trim() !== "" && numberOf(text) === undefined));

  const asTyped = JSON.stringify([day, basis, typed]);
  useEffect(() => {
    if (numbers === 0 || wrong.length > 0 || !/^\d{4}-\d{2}-\d{2}$/.test(day)) {
      setTried(null);
      return;
    }
    let wanted = true;
    const timer = window.setTimeout(() => {
      void ask(() => api.POST("/verification", { body: { organisation, on: day > saved.on ? day : saved.on, counts: rows.map((body) => {
        const one = typed[body]!;
        const [members, sex_workers, undisclosed] = [numberOf(one.members), numberOf(one.sex_workers), numberOf(one.undisclosed)];
        return { body, as_of: day, basis, ...(members !== undefined ? { members } : {}), ...(sex_workers !== undefined ? { sex_workers } : {}), ...(undisclosed !== undefined ? { undisclosed } : {}) };
      }) } })).then((answer) => {
        if (!wanted) return;
        setTried(answer.ok ? answer.data : null);
        setProblem(answer.ok ? null : answer.problem);
      });
    }, 200);
    return () => { wanted = false; clearTimeout(timer); };
  }, [asTyped, organisation]);

  const put = (body: string, name: keyof Numbers, text: string) => {
    setKept("");
    setTyped({ ...typed, [body]: { ...(typed[body] ?? nothing), [name]: text } });
  };
  const clear = () => { setTyped({}); setTried(null); setProblem(null); };
  const keep = async (event: SubmitEvent) => {
    event.preventDefault();
    saving();
    let left = typed;
    for (const body of rows) {
      const one = typed[body]!;
      const answer = await ask(() => api.POST("/leadership", { body: { fields: { organisation, as_of: day, body, basis, members: numberOf(one.members) ?? null,
        sex_workers: numberOf(one.sex_workers) ?? null, undisclosed: numberOf(one.undisclosed) ?? null } } }));
      if (!answer.ok) {
        setTyped(left);
        setProblem(answer.problem);
        settled(false);
        changed();
        return;
      }
      left = Object.fromEntries(Object.entries(left).filter(([name]) => name !== body));
    }
    settled(true);
    clear();
    setKept(plural("{1} body is kept.", "{1} bodies are kept.", rows.length));
    changed();
  };

  const shown = tried ?? saved;
  const criterionOf = (of: Verified, definition: string, body: string) => of.assessments.find((one) => one.definition === definition)?.criteria.find((one) => one.body === body);
  const verdictOf = (of: Verified, definition: string) => of.assessments.find((one) => one.definition === definition)?.verdict;
  const field = (body: string, name: keyof Numbers, label: string) => (
    <td class="num-in" data-l={label}><label class="vh" for={`n-${body}-${name}`}>{t("{1}: {2}", bodyWords(body), label)}</label>
      <input id={`n-${body}-${name}`} class="count" type="text" inputMode="numeric" autocomplete="off" maxLength={7} value={typed[body]?.[name] ?? ""}
        aria-invalid={(typed[body]?.[name] ?? "").trim() !== "" && numberOf(typed[body]![name]) === undefined} onInput={(event) => put(body, name, event.currentTarget.value)} /></td>
  );
  return (
    <form class="stack" onSubmit={keep}>
      <div class="row pairs">
        <div class="row"><label class="m0" for="n-day">{t("New record as of")}</label><input id="n-day" class="w9" type="date" value={day} max={today} required onInput={(event) => setDay(event.currentTarget.value)} /></div>
        <div class="row"><label class="m0" for="n-basis">{t("Who counted")}</label>
          <select id="n-basis" class="w15" value={basis} onChange={(event) => setBasis(event.currentTarget.value as Basis)}>{kBases.map((one) => <option key={one} value={one}>{basisWords(one)}</option>)}</select></div>
      </div>
      <div class="wide" tabIndex={0} role="region" aria-label={t("Counts and definitions")}>
        <table class="cards-s sheet">
          <thead><tr><th scope="col">{t("Body")}</th><th scope="col">{t("People")}</th><th scope="col">{t("Sex workers, now or before")}</th><th scope="col">{t("Not said")}</th>
            {shown.definitions.map((one) => <th scope="col" key={one.definition}>{definitionName(one)}</th>)}</tr></thead>
          <tbody>
            {bodies.map((body) => (
              <tr key={body}>
                <th scope="row"><b>{bodyWords(body)}</b><br /><Last counts={counts} body={body} /></th>
                {field(body, "members", t("People"))}{field(body, "sex_workers", t("Sex workers, now or before"))}{field(body, "undisclosed", t("Not said"))}
                {shown.definitions.map((one) => <td key={one.definition} data-l={definitionName(one)}><Cell criterion={criterionOf(shown, one.definition, body)} /></td>)}
              </tr>
            ))}
            <tr><th scope="row"><b>{t("All together")}</b></th><td colSpan={3}>{tried ? t("with these counts") : t("as it is kept")}</td>
              {shown.definitions.map((one) => <td key={one.definition} data-l={definitionName(one)}><Verdict verdict={verdictOf(shown, one.definition) ?? "undetermined"} /></td>)}</tr>
            {tried && <tr><th scope="row">{t("As it is kept")}</th><td colSpan={3} />
              {shown.definitions.map((one) => <td key={one.definition} data-l={definitionName(one)}>{verdictWords(verdictOf(saved, one.definition) ?? "undetermined")}</td>)}</tr>}
          </tbody>
        </table>
      </div>
      {problem && <ProblemBanner problem={problem} />}
      {wrong.length > 0 && <p class="err" role="alert">{t("A count is a number, or stays blank.")}</p>}
      <WhatWouldChange verified={shown} />
      <p class="row">
        <button class="btn main" disabled={numbers === 0 || wrong.length > 0}>{t("Keep this record")}</button>
        <button type="button" class="btn" disabled={numbers === 0} onClick={clear}>{t("Leave it as it was")}</button>
        <span class="small muted" role="status">{numbers > 0 ? plural("Not kept yet: {1} number", "Not kept yet: {1} numbers", numbers) : kept}</span>
      </p>
    </form>
  );
}

export function CountsSheet({ organisation }: { organisation: string }) {
  const counts = useResource(`counts ${organisation}`, () => askCounts(organisation));
  const verified = useResource(`verdicts ${organisation}`, () => ask(() => verify(organisation)));
  return (
    <section class="sect" aria-labelledby="counts-h">
      <div class="row spread"><h2 id="counts-h">{t("Leadership counts")}</h2><span class="tag">{t("Private: the organisation and coordinators only")}</span></div>
      <p class="small muted mb">{t("Counts, never names. Nobody is recorded as being a sex worker. What is not known stays blank.")}</p>
      <Await of={counts} what={t("Reading the counts")}>
        {(all) => <Await of={verified} what={t("Comparing with the definitions")}>{(data) => <Sheet organisation={organisation} counts={all} saved={data} />}</Await>}
      </Await>
      <p class="small muted">{t("Where definitions disagree, both stand: the program does not choose.")}</p>
    </section>
  );
}
