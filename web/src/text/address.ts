// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The sign of a thing in an address: ten letters and digits made of its id, so that no name of an organisation or file
// stands in a browser's history.  Not a secret: whoever has the list of ids can make it too.
const letters = "0123456789abcdefghjkmnpqrstvwxyz";

export function signOf(id: string): string {
  // cyrb53 (bryc, public domain): two mixed 32-bit states; 50 bits are shown.
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (const letter of id) {
    const code = letter.codePointAt(0)!;
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  let sign = "";
  for (let i = 0; i < 5; i += 1) sign += letters[(a >>> (i * 5)) & 31];
  for (let i = 0; i < 5; i += 1) sign += letters[(b >>> (i * 5)) & 31];
  return sign;
}
