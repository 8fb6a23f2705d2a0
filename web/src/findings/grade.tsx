// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How sure a finding is: four components with a level and a reason, one level over all, two people who sign, each for
// themselves.  Nothing is proposed.
import { me } from "../session/session";
import { t } from "../words/words";
import { gradeState, withAt, type Fields } from "./edit";
import { components, concerns, concernWords, confidences, confidenceWords } from "./words";

interface GradeProps {
  fields: Fields;
  set: (change: Partial<Fields>) => void;
}

export function Grade({ fields, set }: GradeProps) {
  const signed = fields.graded_by ?? [];
  const mine = me.value?.person ?? "";
  const state = gradeState(fields);
  return (
    <section class="sect" aria-labelledby="grade-h">
      <h2 id="grade-h">{t("How confident are we? Two people sign")}</h2>
      <p class="small muted">{t("People grade, the program proposes nothing. Until all four have a level and a reason and two have signed, it is not graded.")}</p>
      {components().map(({ name, question }, i) => (
        <div class="grade" key={name}>
          <p id={`g-${i}`}><b>{name}</b><br /><span class="small muted">{question}</span></p>
          <div class="stack-s">
            <label class="vh" for={`g-level-${i}`}>{t("{1}: level", name)}</label>
            <select id={`g-level-${i}`} value={fields.concerns?.[i] ?? ""} onChange={(event) => set({ concerns: withAt(fields.concerns, i, event.currentTarget.value) })}>
              <option value="">{t("choose …")}</option>{concerns.map((one) => <option key={one} value={one}>{concernWords(one)}</option>)}</select>
            <label class="vh" for={`g-why-${i}`}>{t("{1}: why", name)}</label>
            <textarea id={`g-why-${i}`} rows={2} placeholder={t("Why?")} value={fields.reasons?.[i] ?? ""} onInput={(event) => set({ reasons: withAt(fields.reasons, i, event.currentTarget.value) })} />
          </div>
        </div>
      ))}
      <fieldset class="mt"><legend>{t("All in all, our confidence")}</legend>
        <div class="row">{[...confidences, null].map((one) => (
          <span class="choice" key={one ?? "none"}><input type="radio" name="confidence" id={`g-all-${one ?? "none"}`} checked={(fields.confidence ?? null) === one} onChange={() => set({ confidence: one })} />
            <label for={`g-all-${one ?? "none"}`}>{confidenceWords(one)}</label></span>))}</div></fieldset>
      <p class="row mt"><b>{t("Signed by")}</b> {signed.length === 0 && <i class="state">{t("nobody yet")}</i>}
        {signed.map((one) => <span class="tag" key={one}>{one}</span>)}
        {signed.includes(mine)
          ? <button type="button" class="btn" onClick={() => set({ graded_by: signed.filter((one) => one !== mine) })}>{t("Take my name off")}</button>
          : <button type="button" class="btn" onClick={() => set({ graded_by: [...signed, mine] })}>{t("Sign as {1}", mine)}</button>}</p>
      <p class="small muted">{t("Each signs in a session of their own. Whoever changes the grade signs it again, and so does the other.")}</p>
      {state === "begun" && <p class="small" role="status">{t("A grade is kept when it is whole: four levels with reasons, one over all, your name.")}{" "}
        <button type="button" class="btn" onClick={() => set({ concerns: [], reasons: [], confidence: null, graded_by: [] })}>{t("No grade yet")}</button></p>}
      {state === "waits" && <p class="small" role="status"><b>{t("Signed by one: it waits for a second person, and so does the report.")}</b></p>}
    </section>
  );
}
