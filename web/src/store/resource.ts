// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a page shows: asked for when it opens, asked anew when something changed; what was there stays until then.
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Answer, Problem } from "../api/client";
import { onNews } from "./news";

export interface Resource<T> {
  data: T | null;
  problem: Problem | null;
  slow: boolean; // longer than half a second
  reload: () => void;
  stop: () => void;
}

// The key says what is asked for; another key begins anew.  null: nothing is asked for.
export function useResource<T>(key: string | null, load: () => Promise<Answer<T>>): Resource<T> {
  const [state, setState] = useState<{ key: string | null; data: T | null; problem: Problem | null }>(
    { key: null, data: null, problem: null });
  const [slow, setSlow] = useState(false);
  const turn = useRef(0);
  const latest = useRef(load);
  latest.current = load;

  const reload = useCallback(() => {
    if (key === null) return;
    const mine = (turn.current += 1);
    const timer = window.setTimeout(() => setSlow(true), 500);
    void latest.current().then((answer) => {
      clearTimeout(timer);
      if (mine !== turn.current) return;
      setSlow(false);
      setState((before) => answer.ok
        ? { key, data: answer.data, problem: null }
        : { key, data: before.key === key ? before.data : null, problem: answer.problem });
    });
  }, [key]);
  const stop = useCallback(() => {
    turn.current += 1;
    setSlow(false);
  }, []);

  useEffect(() => {
    reload();
    const off = onNews(reload);
    return () => {
      turn.current += 1;
      off();
    };
  }, [reload]);

  const fresh = state.key === key;
  return { data: fresh ? state.data : null, problem: fresh ? state.problem : null, slow, reload, stop };
}
