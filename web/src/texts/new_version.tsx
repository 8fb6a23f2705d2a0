// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a new version of a text would make of its codings, before it is taken: those that lost their words, the nearest
// words, and an answer for each; then what rests on them.  Nothing changes until it is taken.
import { Icon } from "../shell/icons";
import { useResource } from "../store/resource";
import { askCodebook } from "../store/texts";
import type { Came } from "../store/uploads";
import { kindClass } from "../reader/model";
import { listed, plural, t } from "../words/words";
import { openOf, rowsOf, type Answers, type LostRow } from "./lost";
import { RestsOnLost } from "./rests_on_lost";

type Parts = Came["lost"][number]["was"];

function Was({ parts }: { parts: Parts }) {
  return <>{parts.map((one, at) => (one.only_here ? <del key={at}><bdi class="vh">{t("gone:")} </bdi>{one.words}</del> : <span key={at}>{one.words}</span>))}</>;
}
function Is({ parts }: { parts: Parts }) {
  return <>{parts.map((one, at) => (one.only_here ? <ins key={at}><bdi class="vh">{t("new:")} </bdi>{one.words}</ins> : <span key={at}>{one.words}</span>))}</>;
}

interface Props {
  came: Came;
  answers: Answers;
  answer: (codings: string[], what: "put" | "go") => void;
  take: () => void;
  keep: () => void;
}

function Row({ row, answers, answer, label, kind }: { row: LostRow; answers: Answers; answer: Props["answer"]; label: string; kind: string }) {
  const first = row.codings[0]!;
  const codings = row.codings.map((one) => one.coding);
  const said = answers[first.coding];
  const many = codings.length > 1;
  return (
    <tr>
      <th scope="row"><span class={kind}><b class="kc">{row.code}</b> {label}</span></th>
      <td data-l={t("By")}>{listed(row.coders)}</td>
      <td data-l={t("It stood on")} dir="auto"><Was parts={first.was} /></td>
      <td data-l={t("Nearest in the new version")} dir="auto">{first.nearest ? <Is parts={first.is} /> : <i class="state">{t("nothing there is like it")}</i>}</td>
      <td data-l={t("What to do")}><span class="row">
        {first.nearest && <button type="button" class="btn" aria-pressed={said === "put"} onClick={() => answer(codings, "put")}>
          {said === "put" && <Icon name="check" />} {many ? t("Put them there") : t("Put it there")}<span class="vh">: {row.code}</span></button>}
        <button type="button" class="btn" aria-pressed={said === "go"} onClick={() => answer(codings, "go")}>
          {said === "go" && <Icon name="check" />} {many ? t("Let them go") : t("Let it go")}<span class="vh">: {row.code}</span></button></span></td>
    </tr>
  );
}

export function NewVersion({ came, answers, answer, take, keep }: Props) {
  const codebook = useResource("codebook", askCodebook);
  const moves = came.moves;
  const all = moves ? moves.kept + moves.moved + moves.edited + moves.orphaned : 0;
  const stay = moves ? all - moves.orphaned : 0;
  const lost = moves?.orphaned ?? 0;
  const open = openOf(came.lost, answers);
  const codeOf = (id: string) => codebook.data?.codes.find((one) => one.code === id);
  return (
    <section class="stack-s" aria-label={t("A new version")}>
      <h3 tabIndex={-1} data-moved>{all === 0 ? t("A new version: no coding stands on this text")
        : lost === 0 ? plural("A new version: its {1} coding stays", "A new version: all {1} codings stay", all)
        : t("A new version: {1}, {2}", plural("{1} of {2} codings stays", "{1} of {2} codings stay", stay, all), plural("{1} has lost its words", "{1} have lost their words", lost))}</h3>
      <p>{t("“{1}”, version {2}.", came.title, came.version)} {t("Nothing changes until you say so.")}
        {moves && moves.edited > 0 && <> {plural("{1} coding stands on words that changed a little.", "{1} codings stand on words that changed a little.", moves.edited)}</>}</p>
      {came.lost.length > 0 && (
        <div class="wide">
          <table class="cards-s lost">
            <caption class="vh">{t("Codings that lost their words")}</caption>
            <thead><tr><th scope="col">{t("Code")}</th><th scope="col">{t("By")}</th><th scope="col">{t("It stood on")}</th><th scope="col">{t("Nearest in the new version")}</th><th scope="col">{t("What to do")}</th></tr></thead>
            <tbody>{rowsOf(came.lost).map((row) => {
              const code = codeOf(row.code);
              return <Row key={row.codings[0]!.coding} row={row} answers={answers} answer={answer} label={code?.label ?? ""} kind={kindClass(code?.kind)} />;
            })}</tbody>
          </table>
        </div>
      )}
      {came.lost_unseen > 0 && <p><Icon name="warn" /> {plural("{1} more has lost its words in work that is not submitted yet: it is not shown, and would lose its place. Wait until it is submitted, if you can.",
        "{1} more have lost their words in work that is not submitted yet: they are not shown, and would lose their place. Wait until it is submitted, if you can.", came.lost_unseen)}</p>}
      <RestsOnLost came={came} answers={answers} />
      <p class="row"><button type="button" class="btn main" disabled={open > 0} onClick={take}>{t("Take version {1}", came.version)}</button>
        <button type="button" class="btn" onClick={keep}>{t("Keep version {1} for now", came.version - 1)}</button>
        <span class="small muted" role="status">{open > 0 && plural("{1} coding has no answer yet.", "{1} codings have no answer yet.", open)}</span></p>
      {came.lost.length > 0 && <p class="small muted">{t("What is let go is kept without a place: it counts nowhere.")}</p>}
    </section>
  );
}
