// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// An organisation gives a consent itself, here: nothing else proves it than that it did.
import { api, ask, type Answer } from "../api/client";
import { type Scope, today } from "./consent_words";

// There is one row a scope: what was taken back or ended is given from today on.
export function giveOwn(subject: string, scope: Scope,
  old: { id: string; version: string; expires?: string | null | undefined } | undefined): Promise<Answer<unknown>> {
  return old
    ? ask(() => api.PATCH("/consents/{id}", { params: { path: { id: old.id }, header: { "If-Match": `"${old.version}"` } },
      body: { fields: { given: today(), withdrawn: null, ...(old.expires && old.expires < today() ? { expires: null } : {}) } } }))
    : ask(() => api.POST("/consents", { body: { fields: { subject, scope, basis: "written", given: today() } } }));
}
