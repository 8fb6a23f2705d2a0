// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Where somebody stopped: their newest coding in the text.
export const stoppedAt = (codings: readonly { document: string; start: number; at?: string }[], document: string): number | null =>
  codings.filter((one) => one.document === document)
    .reduce<{ start: number; at?: string } | null>((last, one) => (last === null || (one.at ?? "") >= (last.at ?? "") ? one : last), null)?.start ?? null;
