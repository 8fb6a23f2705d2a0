// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A list that is answered one by one: the next is there at once, answers are sent in order behind it, and the order never
// changes under the reader's eyes; a new list is asked for when the old one is used up.
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Answer, Problem } from "../api/client";
import { changed } from "../store/news";
import { saving, settled } from "../store/saved";
import { undo, undone } from "../store/undo";

export interface Answered<Item> {
  item: Item;
  said: string;
  undoes: boolean; // the server keeps it; else it is only passed over here
}
export interface OneByOne<Item> {
  now: Item | null;
  next: readonly Item[];
  done: readonly Answered<Item>[];
  problem: Problem | null;
  loading: boolean;
  answer: (said: string, send: ((item: Item) => Promise<Answer<unknown>>) | null) => void;
  bring: (item: Item) => void; // before its turn
  back: () => Promise<void>; // the last answer is taken back
  reload: () => void;
}

// key: another one begins anew.  load: the best ones that nobody has answered.
export function useOneByOne<Item>(key: string | null, idOf: (item: Item) => string, load: (most: number) => Promise<Answer<readonly Item[]>>): OneByOne<Item> {
  const [items, setItems] = useState<readonly Item[]>([]);
  const [done, setDone] = useState<readonly Answered<Item>[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [loading, setLoading] = useState(true);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const latest = useRef({ load, done, key });
  latest.current = { load, done, key };

  const fetchMore = useCallback(async () => {
    if (key === null) return;
    setLoading(true);
    await line.current; // what is on its way would come again
    const passed = new Set(latest.current.done.map((one) => idOf(one.item)));
    const answer = await latest.current.load(20 + latest.current.done.filter((one) => !one.undoes).length);
    if (latest.current.key !== key) return;
    setLoading(false);
    if (answer.ok) setItems(answer.data.filter((item) => !passed.has(idOf(item))));
    setProblem(answer.ok ? null : answer.problem);
  }, [key]);
  useEffect(() => {
    setItems([]);
    setDone([]);
    latest.current.done = [];
    void fetchMore();
  }, [fetchMore]);

  const answer: OneByOne<Item>["answer"] = (said, send) => {
    const item = items[0];
    if (item === undefined) return;
    setItems(items.slice(1));
    const told = { item, said, undoes: send !== null };
    setDone([told, ...done]);
    latest.current.done = [told, ...done];
    setProblem(null);
    if (send) {
      saving();
      line.current = line.current.then(async () => {
        const kept = await send(item);
        settled(kept.ok);
        if (!kept.ok) {
          setProblem(kept.problem);
          setDone((before) => before.filter((one) => one !== told));
          if (kept.problem.kind === "offline" || kept.problem.kind === "failed") setItems((before) => [item, ...before]);
        }
        changed();
      });
    }
    if (items.length === 1) void fetchMore();
  };
  const back = async () => {
    const last = done[0];
    if (!last) return undo("undo");
    if (last.undoes) {
      await line.current;
      await undo("undo");
      if (undone.value?.kind === "problem") return;
    }
    setDone((before) => before.slice(1));
    setItems((before) => [last.item, ...before.filter((one) => idOf(one) !== idOf(last.item))]);
  };
  const bring = (item: Item) => setItems([item, ...items.filter((one) => one !== item)]);
  return { now: items[0] ?? null, next: items.slice(1), done, problem, loading, answer, bring, back, reload: () => void fetchMore() };
}
