// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The hue of a region: by its place in the frame, the same on every page; always beside its name.
const hues = ["r-africa", "r-asia", "r-europe", "r-latin", "r-north"];

export const hueOf = (regions: { region: string }[], region: string): string => {
  const at = regions.findIndex((one) => one.region === region);
  return hues[at >= 0 ? at % hues.length : 0]!;
};
