// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Code points to UTF-16 units and back.  The server counts code points; the browser counts units, of which a character
// outside the basic plane (an emoji, many rare letters) has two.  Only such characters are listed: most texts have none.
// Cost: O(length) once, then O(log n) a question, n: characters of two units.
export class Points {
  readonly length: number; // in code points
  private readonly wide: Uint32Array; // which code points have two units

  constructor(readonly text: string) {
    const wide: number[] = [];
    let point = 0;
    for (let unit = 0; unit < text.length; unit += 1, point += 1) {
      if (text.codePointAt(unit)! > 0xffff) {
        wide.push(point);
        unit += 1;
      }
    }
    this.length = point;
    this.wide = Uint32Array.from(wide);
  }

  // How many of two units stand before the first for which stop() holds; stop() must hold for all behind it.
  private before(stop: (at: number) => boolean): number {
    let low = 0;
    let high = this.wide.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (stop(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  // The unit at which a code point begins.
  startUtf16(point: number): number {
    return point + this.before((at) => this.wide[at]! >= point);
  }

  // The code point that a unit belongs to; the second unit of a character counts as its first.
  pointAt(unit: number): number {
    return unit - this.before((at) => this.wide[at]! + at >= unit);
  }

  slice(start: number, end: number): string {
    return this.text.slice(this.startUtf16(start), this.startUtf16(end));
  }
}
