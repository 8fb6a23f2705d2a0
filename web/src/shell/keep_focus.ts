// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Where the focus goes when what had it is taken off the page, hidden or switched off by an act: to its row or the next
// one, else to the heading of the part of the page that it stood in.  A page that sets the focus itself comes first.

// What had the focus, and what it stood in, nearest first, each with the place of the next inner one among its children.
interface Had {
  element: HTMLElement;
  within: { element: Element; at: number; inner: Element }[];
}

const kSettles = 100; // ms: what a page sets itself after drawing
const kMayComeBack = 1500; // ms: a button that is off while something is sent

const isSeen = (element: Element): boolean => element.isConnected && element.getClientRects().length > 0;
const isOff = (element: Element): boolean => element.matches(":disabled");
const hasNone = (): boolean => document.activeElement === null || document.activeElement === document.body;

function standing(element: HTMLElement): Had {
  const within: Had["within"] = [];
  for (let inner: Element = element; inner.parentElement; inner = inner.parentElement) {
    within.push({ element: inner.parentElement, at: Array.prototype.indexOf.call(inner.parentElement.children, inner), inner });
  }
  return { element, within };
}

const allIn = (element: Element): HTMLElement[] =>
  [...element.querySelectorAll<HTMLElement>("a[href], button, summary")].filter((one) => isSeen(one) && !isOff(one));
const firstIn = (element: Element): HTMLElement | undefined => allIn(element)[0];
const headingIn = (element: Element): HTMLElement | undefined =>
  [...element.querySelectorAll<HTMLElement>("h1, h2, h3, h4")].find(isSeen);

// The row that it stood in, or what is now in its place: a row like it, or a part with a heading.
function inPlaceOf({ within }: Had): HTMLElement | undefined {
  const there = within.find((one) => isSeen(one.element));
  if (!there) return undefined;
  const { element, at, inner } = there;
  const next = element.children[at];
  if (next && isSeen(next)) {
    if (next.matches("form, section, aside, article, dialog")) return headingIn(next);
    if (next.tagName === inner.tagName && next.className === inner.className && inner.className !== "") return firstIn(next);
    // A question in place of the button that asked for it: its words, not the answer that cannot be undone.
    if ((next.tagName === inner.tagName || inner.matches("button, a")) && next instanceof HTMLElement && !next.matches("button, a, li, tr")) {
      const all = allIn(next);
      if (all.length > 0) return all.length === 1 ? all[0] : next;
    }
  }
  if (/^(UL|OL|TBODY)$/.test(element.tagName)) {
    const rows = [...element.children].filter(isSeen);
    const row = rows[Math.min(at, rows.length - 1)];
    return row && firstIn(row);
  }
  const row = element.closest("li, tr");
  return row ? firstIn(row) : undefined;
}

function placeFor(had: Had): HTMLElement | null {
  const there = inPlaceOf(had);
  if (there) return there;
  for (const { element } of had.within) {
    if (!isSeen(element) || !element.matches("section, aside, form, dialog, article, main")) continue;
    const heading = headingIn(element);
    if (heading) return heading;
  }
  return document.querySelector<HTMLElement>("main h1") ?? document.querySelector<HTMLElement>("h1") ?? document.getElementById("main");
}

function give(element: HTMLElement, scrolls: boolean): void {
  if (element.tabIndex < 0 && !element.hasAttribute("tabindex")) {
    element.tabIndex = -1;
    element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
  }
  element.focus({ preventScroll: !scrolls });
}

export function keepFocus(): void {
  let had: Had | null = null;
  let before: Had | null = null; // a dialog was opened
  let byKey = false;
  let due = 0;
  addEventListener("keydown", () => { byKey = true; }, true);
  addEventListener("pointerdown", () => { byKey = false; }, true);
  addEventListener("focusin", (event) => {
    if (!(event.target instanceof HTMLElement)) return;
    const inDialog = event.target.closest("dialog") !== null;
    if (!inDialog) before = null;
    else if (had && !had.element.closest("dialog")) before = had;
    had = standing(event.target);
  });
  // Taken away by the person, who pressed beside it: then nothing is to be given back.
  addEventListener("focusout", (event) => {
    const from = event.target as Element;
    if (event.relatedTarget === null) queueMicrotask(() => {
      if (hasNone() && had?.element === from && isSeen(from) && !isOff(from) && document.hasFocus()) had = null;
    });
  });
  const look = (since: number): void => {
    due = 0;
    const dialog = document.querySelector("dialog[open]");
    if (!had || !hasNone() || (dialog && !had.within.some((one) => one.element === dialog))) return;
    if (isSeen(had.element)) {
      if (!isOff(had.element)) {
        give(had.element, false);
        return;
      }
      if (performance.now() - since < kMayComeBack) {
        due = window.setTimeout(() => look(since), kSettles);
        return;
      }
    }
    if (dialog) {
      const place = placeFor(had);
      give(place && dialog.contains(place) ? place : firstIn(dialog) ?? (dialog as HTMLElement), byKey);
    } else if (before && isSeen(before.element) && !isOff(before.element)) give(before.element, byKey);
    else {
      const place = placeFor(before ?? had);
      if (place) give(place, byKey);
    }
  };
  new MutationObserver(() => {
    if (had && due === 0 && hasNone()) due = window.setTimeout(() => look(performance.now()), kSettles);
  }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["disabled", "hidden", "open", "class"] });
}
