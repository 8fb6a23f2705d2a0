// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Where a code stands among others, and where a key would put it: up and down among those of one parent, in below the one
// above, out behind its parent.  Never below itself.
export interface Node {
  code: string;
  parent?: string;
  retired: boolean;
}
export interface Place {
  parent?: string; // none: at the top
  before?: string; // none: as the last one
}
export type Step = "up" | "down" | "in" | "out";

const siblings = (codes: readonly Node[], code: string, parent?: string): string[] =>
  codes.filter((one) => !one.retired && one.code !== code && (one.parent ?? "") === (parent ?? "")).map((one) => one.code);

export function placeOf(codes: readonly Node[], code: string): Place {
  const index = codes.findIndex((one) => one.code === code);
  const parent = codes[index]?.parent;
  const before = codes.slice(index + 1).find((one) => !one.retired && (one.parent ?? "") === (parent ?? ""))?.code;
  return { ...(parent ? { parent } : {}), ...(before ? { before } : {}) };
}

export const samePlace = (a: Place, b: Place): boolean => (a.parent ?? "") === (b.parent ?? "") && (a.before ?? "") === (b.before ?? "");

export function stepped(codes: readonly Node[], code: string, place: Place, step: Step): Place {
  const around = siblings(codes, code, place.parent);
  const at = place.before ? around.indexOf(place.before) : around.length;
  const put = (parent: string | undefined, before: string | undefined): Place => ({ ...(parent ? { parent } : {}), ...(before ? { before } : {}) });
  switch (step) {
    case "up": return at > 0 ? put(place.parent, around[at - 1]) : place;
    case "down": return at < around.length ? put(place.parent, around[at + 1]) : place;
    case "in": return at > 0 ? put(around[at - 1], undefined) : place;
    case "out": {
      if (!place.parent) return place;
      const above = codes.find((one) => one.code === place.parent)?.parent;
      const uncles = siblings(codes, code, above);
      return put(above, uncles[uncles.indexOf(place.parent) + 1]);
    }
  }
}

// The codes in the order that they would have; those below it go along by their parent.
export function movedTo<Code extends Node>(codes: readonly Code[], code: string, place: Place): Code[] {
  const moving = codes.find((one) => one.code === code);
  if (!moving) return [...codes];
  const { parent: _was, ...rest } = moving;
  const there = { ...rest, ...(place.parent ? { parent: place.parent } : {}) } as Code;
  const others = codes.filter((one) => one.code !== code);
  const at = place.before ? others.findIndex((one) => one.code === place.before) : others.length;
  return [...others.slice(0, at), there, ...others.slice(at)];
}

// Codes that may be chosen as another's new home: not itself, not retired.
export const below = (codes: readonly Node[], code: string): Set<string> => {
  const found = new Set([code]);
  for (let grew = true; grew;) {
    grew = false;
    for (const one of codes) {
      if (one.parent && found.has(one.parent) && !found.has(one.code)) {
        found.add(one.code);
        grew = true;
      }
    }
  }
  return found;
};
