// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How far the study is: the frame as regions and slots, what to do next, what was done last and how to undo it.
import { useState } from "preact/hooks";
import { api, ask, type Given } from "../api/client";
import { me } from "../session/session";
import { actionWords } from "../shell/actions";
import { Await } from "../shell/await";
import { Icon, type IconName } from "../shell/icons";
import { Page } from "../shell/page";
import { useOrganisationNames } from "../store/organisation_names";
import { countryName } from "../store/place_names";
import { useResource } from "../store/resource";
import { signOf } from "../text/address";
import { undosOf } from "../store/standing";
import { undoBack } from "../store/undo";
import { listed, plural, t, when } from "../words/words";
import { FirstPath } from "./first_path";
import { Next } from "./next";
import { hueOf } from "./regions";
import { stateLook, stateOfSo, stateWords, waitingStates } from "./slot_states";
import { InProgress } from "../work/in_progress";

type Status = Given<typeof showStatus>;
type Slot = Status["slots"][number];

const showStatus = () => api.GET("/status");

function SlotCard({ slot, hue, nameOf }: { slot: Slot; hue: string; nameOf: (id: string) => string }) {
  const look = stateLook(slot.state);
  const icons: Record<string, IconName> = { filled: "check", waits: "question", none: "none" };
  return (
    <a class={`slot ${look} ${hue}`} href={slot.organisation ? `/organisations/${signOf(slot.organisation)}` : "/organisations"}>
      <b>{slot.organisation ? nameOf(slot.organisation) : t("nobody yet")}</b>
      <small><Icon name={icons[look] ?? "question"} /> <span>{slot.country ? `${countryName(slot.country)} · ` : ""}{stateWords(slot.state)}</span></small>
    </a>
  );
}

const sheetOf = (slot: Slot) => `/settings/slots/${signOf(slot.slot)}`;
// Beside its card, since the card itself leads to the organisation.
function SlotSheet({ slot }: { slot: Slot }) {
  return <a class="slot-sheet" href={sheetOf(slot)} title={t("Change the slot")}><Icon name="note" /><span class="vh">{t("Change the slot")} {slot.slot}</span></a>;
}

function Frame({ status }: { status: Status }) {
  const [table, setTable] = useState(false);
  const [all, setAll] = useState(false);
  const nameOf = useOrganisationNames();
  // Those beyond what was asked for that have no text yet stand behind a button.
  const later = (slot: Slot) => slot.state === "no document yet";
  const hidden = all ? 0 : status.slots.filter(later).length;
  const slotsOf = (region: string) => status.slots.filter((slot) => slot.region === region && (all || !later(slot)));
  const rows = Math.max(1, ...status.regions.map((region) => slotsOf(region.region).length)) + 1;
  const toggle = (
    <span class="seg" role="group" aria-label={t("Show the frame as")}>
      <button type="button" aria-pressed={!table} onClick={() => setTable(false)}>{t("Picture")}</button>
      <button type="button" aria-pressed={table} onClick={() => setTable(true)}>{t("Table")}</button>
    </span>
  );
  return (
    <section aria-labelledby="frame-h">
      <div class="row spread"><h2 id="frame-h">{t("The frame")}</h2>{toggle}</div>
      {table ? (
        <div class="wide" tabIndex={0} role="region" aria-labelledby="frame-h">
          <table>
            <thead><tr><th scope="col">{t("Region")}</th><th scope="col">{t("Slot")}</th><th scope="col">{t("Organisation")}</th>
              <th scope="col">{t("Country")}</th><th scope="col">{t("State")}</th></tr></thead>
            <tbody>
              {status.slots.map((slot) => (
                <tr key={slot.slot}>
                  <th scope="row">{status.regions.find((one) => one.region === slot.region)?.label ?? slot.region}</th>
                  <td><a class="lnk" href={sheetOf(slot)}><span class="vh">{t("Change the slot")} </span>{slot.slot}</a></td><td>{slot.organisation ? nameOf(slot.organisation) : <i class="state">{t("nobody yet")}</i>}</td>
                  <td>{slot.country ? countryName(slot.country) : "–"}</td><td>{stateWords(slot.state)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <div class="frame" style={{ gridTemplateRows: `auto repeat(${rows - 1}, minmax(3.2rem, auto))` }}>
          {status.regions.map((region) => {
            const hue = hueOf(status.regions, region.region);
            return (
              <section key={region.region} aria-label={region.label} style={{ gridRow: `span ${rows}` }}>
                <h3><span class={`sw ${hue}`} aria-hidden="true" /><span>{region.label} <span class="of">{t("{1} of {2} filled", region.filled, region.quota)}</span></span></h3>
                <ul>
                  {slotsOf(region.region).map((slot) => (
                    <li key={slot.slot} class="slot-line"><SlotCard slot={slot} hue={hue} nameOf={nameOf} /><SlotSheet slot={slot} /></li>
                  ))}
                </ul>
              </section>
            );
          })}
        </div>
      )}
      <p class="row small"><a class="lnk" href="/settings/slots">{t("All slots")}</a> <a class="lnk" href="/settings/slots/new">{t("Add a slot")}</a></p>
      <p class="small muted">{t("Solid edge: filled. Hatched: waiting. Dotted: no consent, or nobody yet.")}
        {hidden > 0 && <> {plural("{1} more organisation is known and has no text yet.", "{1} more organisations are known and have no text yet.", hidden)}{" "}
          <button type="button" class="btn plain small" onClick={() => setAll(true)}>{t("Show them")}</button></>}
      </p>
    </section>
  );
}

function Recent() {
  const history = useResource("history", () => ask(() => api.GET("/history", { params: { query: { most: 8 } } })));
  return (
    <section class="sect" aria-labelledby="recent-h">
      <h2 id="recent-h">{t("Recent changes")}</h2>
      <Await of={history} what={t("Reading the history")}>
        {(data) => {
          if (data.acts.length === 0) return <p class="state">{t("Nothing was changed in the workbench yet.")}</p>;
          const undos = undosOf(data.acts, me.value?.person ?? "");
          return (
            <ol class="log">
              {data.acts.map((act) => {
                const steps = undos.get(act.act);
                return (
                  <li key={act.act}>
                    <time dateTime={act.at}>{when(act.at)}</time>
                    <span>{act.person === me.value?.person ? t("You") : act.person}: {actionWords(act.action)}
                      {act.things > 1 && <span class="muted"> ({act.things})</span>}</span>
                    {steps === undefined ? <span />
                      : <button type="button" class={steps === 1 ? "btn" : "btn plain small"} onClick={() => void undoBack(steps)}><Icon name="undo" /> {steps === 1 ? t("Undo") : plural("Undo {1} change", "Undo {1} changes", steps)}</button>}
                  </li>
                );
              })}
            </ol>
          );
        }}
      </Await>
      <p class="small muted">{t("You can undo what you did, last first, also after a restart. What others changed since stays as it is.")}</p>
    </section>
  );
}

export function Overview(_: { path?: string }) {
  const status = useResource("status", () => ask(showStatus));
  return (
    <Page>
      <Await of={status} what={t("Counting what is filled")}>
        {(data) => {
          const filled = data.slots.filter((slot) => slot.state === "filled").length;
          const asked = Math.max(filled, data.regions.reduce((sum, region) => sum + region.quota, 0));
          const waiting = data.slots.filter((slot) => slot.state !== "filled" && slot.state !== "no document yet").length;
          const why = waitingStates
            .map((state) => ({ state, slots: data.slots.filter((slot) => slot.state === state).length }))
            .filter((one) => one.slots > 0)
            .map((one) => stateOfSo(one.state, one.slots));
          return (
            <>
              <header class="stack-s">
                <p class="crumbs">{data.title}</p>
                <h1>{data.slots.length === 0 ? t("The frame is empty") : plural("{1} of {2} slots is filled", "{1} of {2} slots are filled", filled, asked)}</h1>
                <p class="lead">{data.slots.length === 0
                  ? t("Say on the page of the study how many cases each region should have.")
                  : waiting === 0 ? t("Every slot has a case that may be compared.") : plural("{1} waits: {2}.", "{1} wait: {2}.", waiting, listed(why))}</p>
              </header>
              <div class="with-aside">
                <div><Frame status={data} /><InProgress /></div>
                <aside class="stack" aria-label={t("What to do and what changed")}>
                  <FirstPath slots={Math.max(asked, data.slots.length)} />
                  <Next />
                  <Recent />
                </aside>
              </div>
            </>
          );
        }}
      </Await>
    </Page>
  );
}
