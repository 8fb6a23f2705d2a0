// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The pages of the report, drawn for this session when asked.
import { useState } from "preact/hooks";
import { api, ask, type Problem } from "../api/client";
import { mayDo } from "../session/session";
import { language } from "../words/words";
import { showPreview, type Preview } from "./ask";
import { useWork } from "./work";

interface Drawn {
  act: number;
  of: Preview;
}

export const lastAct = () => ask(() => api.GET("/history", { params: { query: { most: 1 } } }));

// Drawn once when the page opens, and again when asked: a study in which others work changes every minute.
export function usePages() {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [lang, setLang] = useState<string>(language());
  const work = useWork();
  const draw = async (to: typeof lang) => {
    setLang(to);
    setProblem(null);
    const before = mayDo("coordinator") ? await lastAct() : null;
    const { done } = await work.run(() => ask(() => api.POST("/report/preview", { body: { language: to as "en" } })));
    if (!done) return;
    const shown = await showPreview();
    if (!shown.ok) {
      setProblem(shown.problem);
      return;
    }
    setDrawn({ act: before?.ok ? before.data.acts[0]?.act ?? 0 : 0, of: shown.data });
  };
  return { drawn, problem, lang, draw, work };
}
