// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The regions of the frame: what each is called, and how many case studies it should have.
import { useState } from "preact/hooks";
import { api, ask } from "../api/client";
import { idOf } from "../pages/ids";
import { Await } from "../shell/await";
import { useGuarded } from "../shell/guarded";
import { mayDo } from "../session/session";
import { saving, settled } from "../store/saved";
import { useResource } from "../store/resource";
import { t } from "../words/words";
import { askRegions, type Region } from "./ask";

const numberOf = (typed: string): number | null => (typed.trim() === "" ? null : Number(typed));

interface LineProps {
  one: Region;
  keep: (one: Region, fields: { label: string; quota: string }) => void;
  takeOut: (one: Region) => void;
}

function Line({ one, keep, takeOut }: LineProps) {
  const [label, setLabel] = useState(one.fields.label ?? "");
  const [quota, setQuota] = useState(String(one.fields.quota ?? ""));
  const may = mayDo("coordinator");
  const isNew = label !== (one.fields.label ?? "") || quota !== String(one.fields.quota ?? "");
  const name = one.fields.label ?? one.id;
  return (
    <tr>
      <th scope="row" data-l={t("Name")}><label class="vh" for={`rl-${one.id}`}>{t("Name of {1}", name)}</label>
        <input id={`rl-${one.id}`} type="text" value={label} disabled={!may} maxLength={120} autocomplete="off" onInput={(event) => setLabel(event.currentTarget.value)} /></th>
      <td data-l={t("How many cases")}><label class="vh" for={`rq-${one.id}`}>{t("How many cases of {1}", name)}</label>
        <input id={`rq-${one.id}`} class="count" type="number" min={0} max={9999} value={quota} disabled={!may} onInput={(event) => setQuota(event.currentTarget.value)} /></td>
      {may && <td><span class="row"><button type="button" class="btn" disabled={!isNew || label.trim() === ""} onClick={() => keep(one, { label: label.trim(), quota })}>{t("Keep it")}<span class="vh"> {name}</span></button>
        <button type="button" class="btn" onClick={() => takeOut(one)}>{t("Take out")}<span class="vh"> {name}</span></button></span></td>}
    </tr>
  );
}

export function Regions() {
  const regions = useResource("regions of the frame", askRegions);
  const { run, view } = useGuarded();
  const may = mayDo("coordinator");
  const kept = async (act: Parameters<typeof run>[0]) => {
    saving();
    const done = await run(act);
    settled(done);
    return done;
  };
  const keep = (one: Region, fields: { label: string; quota: string }) => void kept(() => ask(() => api.PATCH("/regions/{id}",
    { params: { path: { id: one.id }, header: { "If-Match": `"${one.version}"` } }, body: { fields: { label: fields.label, quota: numberOf(fields.quota) } } })));
  const takeOut = (one: Region) => void kept(() => ask(() => api.DELETE("/regions/{id}",
    { params: { path: { id: one.id }, header: { "If-Match": `"${one.version}"` } } })));
  const add = async (event: SubmitEvent, taken: readonly string[]) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const given = new FormData(form);
    const label = String(given.get("label") ?? "").trim();
    const done = await kept(() => ask(() => api.POST("/regions", { body: { fields: { region: idOf(label, taken, "region"), label, quota: numberOf(String(given.get("quota") ?? "")) } } })));
    if (done) form.reset();
  };
  return (
    <section class="sect" aria-labelledby="regions-h">
      <h2 id="regions-h">{t("Regions, and how many case studies of each")}</h2>
      {view}
      <Await of={regions} what={t("Reading the regions")}>
        {({ things }) => (
          <>
            {things.length === 0 ? <p class="state">{t("No region yet.")}</p> : (
              <div class="wide">
                <table class="cards-s">
                  <thead><tr><th scope="col">{t("Name")}</th><th scope="col">{t("How many cases")}</th>{may && <th scope="col"><span class="vh">{t("Change")}</span></th>}</tr></thead>
                  <tbody>{things.map((one) => <Line key={`${one.id} ${one.version}`} one={one} keep={keep} takeOut={takeOut} />)}</tbody>
                </table>
              </div>
            )}
            {may && (
              <form class="field-2 mt" onSubmit={(event) => void add(event, things.map((one) => one.id))}>
                <div><label for="nr-label">{t("Another region")}</label><input id="nr-label" name="label" type="text" required maxLength={120} autocomplete="off" /></div>
                <div class="row"><div><label for="nr-quota">{t("How many cases")}</label><input id="nr-quota" name="quota" class="count" type="number" min={0} max={9999} /></div>
                  <button class="btn end">{t("Add the region")}</button></div>
              </form>
            )}
          </>
        )}
      </Await>
    </section>
  );
}
