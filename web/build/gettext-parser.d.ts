// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is used of gettext-parser, which brings no types.
declare module "gettext-parser" {
  interface Entry {
    msgid: string;
    msgid_plural?: string;
    msgstr: string[];
  }
  interface Parsed {
    headers: Record<string, string>;
    translations: Record<string, Record<string, Entry>>;
  }
  const gettext: { po: { parse(file: Uint8Array | string): Parsed } };
  export default gettext;
}
