// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Moving a code is a state with its own words and keys: arrows place it, Enter puts it there, Escape leaves it.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { api, ask, type Problem } from "../api/client";
import { changed } from "../store/news";
import { saving, settled } from "../store/saved";
import { t } from "../words/words";
import type { WholeCode } from "./meaning";
import { movedTo, placeOf, samePlace, stepped, type Place, type Step } from "./moves";

export interface Moving {
  code: WholeCode;
  place: Place;
}

export function useMoving(codes: readonly WholeCode[]) {
  const [moving, setMoving] = useState<Moving | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const begin = (code: WholeCode, step?: Step) => {
    const place = placeOf(codes, code.code);
    setProblem(null);
    setMoving({ code, place: step ? stepped(codes, code.code, place, step) : place });
  };
  const step = (way: Step) => setMoving((now) => now && { ...now, place: stepped(codes, now.code.code, now.place, way) });
  const leave = () => setMoving(null);
  const put = async () => {
    if (!moving) return;
    setMoving(null);
    if (samePlace(moving.place, placeOf(codes, moving.code.code))) return;
    saving();
    const answer = await ask(() => api.POST("/codebook/{code}/move", {
      params: { path: { code: moving.code.code }, header: { "If-Match": `"${moving.code.version}"` } }, body: { ...moving.place } }));
    settled(answer.ok);
    setProblem(answer.ok ? null : answer.problem);
    changed();
  };

  const press = useRef<(event: KeyboardEvent) => void>(() => {});
  press.current = (event) => {
    if (!moving || document.querySelector("dialog[open]")) return;
    const inwards = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const outwards = inwards === "ArrowRight" ? "ArrowLeft" : "ArrowRight";
    const keys: Record<string, () => void> = { ArrowUp: () => step("up"), ArrowDown: () => step("down"), [inwards]: () => step("in"), [outwards]: () => step("out"),
      Enter: () => void put(), Escape: leave };
    const act = keys[event.key];
    // A button of the notice is pressed by Enter as everywhere.
    if (!act || (event.key === "Enter" && event.target instanceof HTMLElement && event.target.closest(".moving button"))) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  useLayoutEffect(() => {
    const act = (event: KeyboardEvent) => press.current(event);
    addEventListener("keydown", act, true);
    return () => removeEventListener("keydown", act, true);
  }, []);
  return { moving, problem, begin, step, put: () => void put(), leave, shown: moving ? movedTo(codes, moving.code.code, moving.place) : codes };
}

export function MovingNotice({ moving, step, put, leave }: { moving: Moving; step: (way: Step) => void; put: () => void; leave: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => box.current?.focus(), []);
  const { parent, before } = moving.place;
  return (
    <div class="banner moving" ref={box} tabIndex={-1} role="group" aria-label={t("Moving {1}", moving.code.code)}>
      <div class="stack-s">
        <p role="status"><b>{t("Moving {1}", moving.code.code)}.</b> {parent ? t("It is now below {1},", parent) : t("It is now at the top,")} {before ? t("before {1}.", before) : t("as the last one.")}</p>
        <p class="row small">
          <button type="button" class="btn" onClick={() => step("up")}><kbd aria-hidden="true">↑</kbd> {t("up")}</button>
          <button type="button" class="btn" onClick={() => step("down")}><kbd aria-hidden="true">↓</kbd> {t("down")}</button>
          <button type="button" class="btn" onClick={() => step("in")}><kbd aria-hidden="true">→</kbd> {t("below the one above")}</button>
          <button type="button" class="btn" onClick={() => step("out")}><kbd aria-hidden="true">←</kbd> {t("out")}</button>
        </p>
        <p class="row small">
          <button type="button" class="btn main" onClick={put}>{t("Put it here")} <kbd class="bare" aria-hidden="true">Enter</kbd></button>
          <button type="button" class="btn" onClick={leave}>{t("Leave it as it was")} <kbd aria-hidden="true">Esc</kbd></button>
        </p>
      </div>
    </div>
  );
}
