// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Whatever the log can hold has words: each route that changes something, and what the sources write there themselves.
import { expect, it } from "vitest";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { logWords } from "./log_words";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const api = JSON.parse(readFileSync(path.join(root, "docs/api/openapi.json"), "utf8")) as { paths: Record<string, Record<string, { operationId: string }>> };
// Nobody is signed in yet, or nothing is changed.
const kNotKept = ["lookAtLink", "signIn", "signOut", "tryCounts"];
const routes = Object.values(api.paths).flatMap((methods) => Object.entries(methods).filter(([method]) => method !== "get")
  .map(([, route]) => route.operationId)).filter((name) => !kNotKept.includes(name));
const sources = ["gate.cpp", "manage_people.cpp", "approvals.cpp"].map((file) => readFileSync(path.join(root, "src/app/people", file), "utf8")).join("");
const own = [...sources.matchAll(/(?:AddAudit|EditOwn)\([^;{]*?"([a-z][a-z {}]+)"/g)].map((found) => found[1]!.replace("{}", "coordinator"));

it.each([...routes, ...own])("%s has words", (action) => {
  expect(logWords(action)).not.toBe(action);
});

it("finds what the sources write themselves", () => {
  expect(own).toEqual(expect.arrayContaining(["join", "sign in", "invite", "make a person coordinator", "approve the report", "take an approval back"]));
});
