// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The modules that build/words.ts makes.
declare module "words:*" {
  export const rule: (n: number) => number;
  export const words: Record<string, string | string[]>;
}
declare module "said:*" {
  export const said: [english: string, ours: string][];
}
declare module "more:*" {
  export const rule: (n: number) => number;
  export const words: Record<string, string | string[]>;
}
