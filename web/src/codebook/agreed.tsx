// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How far coders agree on one code, and where they do not.
import { api, ask } from "../api/client";
import { figureOf } from "../agreement/figures";
import { FigureWords, IntervalLine } from "../agreement/interval";
import { useResource } from "../store/resource";
import { mayDo } from "../session/session";
import { t } from "../words/words";

export function Agreed({ code }: { code: string }) {
  const may = mayDo("coordinator", "researcher", "reviewer");
  const found = useResource(may ? `agreement on ${code}` : null, () => ask(() => api.GET("/agreement", { params: { query: { code: [code], resamples: 400 } } })));
  const row = found.data?.by_code.find((one) => one.code === code);
  if (!row || row.all + row.some === 0) return null;
  return (
    <section class="sect" aria-labelledby="agreed-h">
      <h2 id="agreed-h">{t("How far coders agree")}</h2>
      <p>{t("Given alike in {1} of {2} paragraphs, by one only in {3}.", row.all, row.all + row.some, row.some)} {t("Krippendorff's alpha")}: <FigureWords figure={figureOf(row, "alpha")} /></p>
      <IntervalLine figure={figureOf(row, "alpha")} />
      <p class="small"><a class="lnk" href="/compare/agreement">{t("How far, code by code")}</a></p>
    </section>
  );
}
