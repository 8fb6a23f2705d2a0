// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The states that every page has besides its own: loading, not reachable, forbidden, not there, failed.
import type { ComponentChildren } from "preact";
import type { Problem } from "../api/client";
import type { Resource } from "../store/resource";
import { saidWords } from "../words/said";
import { t } from "../words/words";
import { Icon } from "./icons";

export function problemWords(problem: Problem): string {
  switch (problem.kind) {
    case "offline":
      return t("The server cannot be reached. Nothing was changed. Try again in a moment.");
    case "signed_out":
      return t("Your session ended. Sign in again.");
    case "forbidden":
      return t("Your role may not see this. A coordinator can change that.");
    case "not_found":
      return t("There is nothing here.");
    case "conflict":
      return t("Somebody else changed this meanwhile. Nothing of theirs or yours was lost.");
    case "needs_passphrase":
      return t("Give your passphrase again first.");
    default:
      return problem.detail ? saidWords(problem.detail) ?? problem.detail : t("That did not work. Nothing was changed.");
  }
}
const isEnglish = (problem: Problem): boolean => problemWords(problem) === problem.detail;

export function ProblemBanner({ problem, again }: { problem: Problem; again?: () => void }) {
  return (
    <div class="banner warn" role="alert">
      <Icon name="warn" />
      <div class="stack-s">
        <p class="kept" lang={isEnglish(problem) ? "en" : undefined}>{problemWords(problem)}</p>
        {again && problem.kind !== "forbidden" && problem.kind !== "not_found"
          && <button type="button" class="btn" onClick={again}>{t("Try again")}</button>}
      </div>
    </div>
  );
}

interface AwaitProps<T> {
  of: Resource<T>;
  what: string; // "Reading the text", said when it takes longer than half a second
  children: (data: T) => ComponentChildren;
}

export function Await<T>({ of, what, children }: AwaitProps<T>) {
  return (
    <>
      {of.problem && <ProblemBanner problem={of.problem} again={of.reload} />}
      {of.slow && of.data === null && !of.problem && (
        <div class="banner" role="status">
          <span>{what} …</span>
          <button type="button" class="btn" onClick={of.stop}>{t("Stop")}</button>
        </div>
      )}
      {of.data !== null && children(of.data)}
    </>
  );
}
