// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The few pictures of the workbench, drawn in the colour of the words beside them.
const paths = {
  check: ["M3 8.5l3.2 3.2L13 4.8"],
  undo: ["M3 6.2h6.2a3.6 3.6 0 1 1 0 7.2H5", "M5.6 3.4L2.8 6.2l2.8 2.8"],
  leave: ["M6.5 3H3v10h3.5M7 8h7M11.3 5.2L14 8l-2.7 2.8"],
  menu: ["M2.5 4.5h11M2.5 8h11M2.5 11.5h11"],
  question: ["M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0 -12", "M6.2 6.3a1.9 1.9 0 1 1 2.6 1.8c-.6.3-.8.6-.8 1.3M8 11.4v.1"],
  none: ["M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0 -12", "M3.8 12.2l8.4-8.4"],
  clock: ["M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0 -12", "M8 4.6V8l2.4 1.6"],
  note: ["M3 2.8h10v7.4l-3 3H3z", "M5.3 6h5.4M5.3 8.6h3"],
  warn: ["M8 2.5L14.5 13.5H1.5z", "M8 6.5v3.2M8 11.6v.1"],
  download: ["M8 2.5v7.6M4.9 7.2L8 10.3l3.1-3.1", "M2.8 13.3h10.4"],
  lock: ["M3.5 7h9v6.5h-9z", "M5.5 7V5a2.5 2.5 0 0 1 5 0v2"],
  plus: ["M8 3v10M3 8h10"],
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  const turns = name === "undo" || name === "leave";
  return (
    <svg class={turns ? "i turns" : "i"} viewBox="0 0 16 16" aria-hidden="true">
      {paths[name].map((d) => <path key={d} d={d} />)}
    </svg>
  );
}
