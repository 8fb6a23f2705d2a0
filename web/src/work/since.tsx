// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What others did since one's own last change, and what one did last oneself.
import { api, ask } from "../api/client";
import { me } from "../session/session";
import { actionWords } from "../shell/actions";
import { Await } from "../shell/await";
import { Icon } from "../shell/icons";
import { useResource } from "../store/resource";
import { undo } from "../store/undo";
import { t, when } from "../words/words";

export function Since() {
  const name = me.value?.person ?? "";
  const own = useResource(`history of ${name}`, () => ask(() => api.GET("/history", { params: { query: { person: name, most: 5 } } })));
  const last = own.data ? Math.max(0, ...own.data.acts.map((one) => one.act)) : null;
  const others = useResource(last === null ? null : `history after ${last}`, () => ask(() => api.GET("/history", { params: { query: { after: last!, most: 100 } } })));
  const since = others.data?.acts.filter((one) => one.person !== name).slice(0, 8) ?? [];
  return (
    <div class="with-aside split-even">
      <section class="sect" aria-labelledby="since-h">
        <h2 id="since-h">{t("What others changed since you did something")}</h2>
        <Await of={others} what={t("Reading the history")}>
          {() => since.length === 0 ? <p class="state">{t("Nothing that you may see.")}</p> : (
            <ol class="log">{since.map((one) => (
              <li key={one.act}><time dateTime={one.at}>{when(one.at)}</time><span>{one.person}: {actionWords(one.action)}{one.things > 1 && <span class="muted"> ({one.things})</span>}</span><span /></li>
            ))}</ol>
          )}
        </Await>
      </section>
      <section class="sect" aria-labelledby="own-h">
        <h2 id="own-h">{t("Yours so far")}</h2>
        <Await of={own} what={t("Reading the history")}>
          {({ acts }) => acts.length === 0 ? <p class="state">{t("Nothing yet.")}</p> : (
            <ol class="log">{acts.map((one, at) => (
              <li key={one.act}><time dateTime={one.at}>{when(one.at)}</time><span>{actionWords(one.action)}{one.things > 1 && <span class="muted"> ({one.things})</span>}</span>
                {at === 0 ? <button type="button" class="btn" onClick={() => void undo("undo")}><Icon name="undo" /> {t("Undo")}</button> : <span />}</li>
            ))}</ol>
          )}
        </Await>
      </section>
    </div>
  );
}
