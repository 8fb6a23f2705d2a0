// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// All keys, by ? or Ctrl /.  Letters and signs can be changed here, one by one, or switched off all together.
import { signal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { me } from "../session/session";
import { t } from "../words/words";
import { placesOf } from "./places";
import { changeKey, keyFor, resetKeys, setLetters, shortcuts, type Place } from "./shortcuts";

export const keysOpen = signal(false);

interface Group {
  name: string;
  place?: Place;
  before?: string; // the key that is pressed first
  keys: [string, string][]; // of a place: its letters in the order of `usual`
  more: [string, string][];
}
const groups = (): Group[] => [
  { name: t("Everywhere"), place: "everywhere", keys: [["/", t("search")], ["g", t("a place: its letter comes next")], ["?", t("all keys")]],
    more: [["Ctrl Z", t("undo")], ["Ctrl Shift Z", t("redo")],
      ["F6", t("next pane")], ["Ctrl /", t("all keys")], [t("Shift three times"), t("Leave quickly")]] },
  { name: t("Places"), place: "places", before: keyFor("everywhere", "g"), keys: me.value ? placesOf(me.value.role).map((place): [string, string] => [place.key, place.name()]) : [], more: [] },
  { name: t("Reader"), place: "reader", keys: [
    ["j", t("next paragraph")], ["k", t("previous paragraph")], ["s", t("choose a sentence")], ["S", t("move the beginning")], ["E", t("move the end")],
    ["p", t("choose the paragraph")], ["c", t("give a code")], ["n", t("next coding")], ["N", t("previous coding")],
    ["o", t("the next one on the same words")], ["m", t("memo on the coding")], ["x", t("remove the coding")], ["w", t("consent for this passage")], ["v", t("the page as it looks, beside the text")], ["b", t("the outline, beside the text")]],
  more: [["Shift ← →", t("longer or shorter by a word")], ["Enter", t("give a code")], ["1 – 9", t("one of the last codes")], ["Alt Enter", t("new code from these words")], ["Esc", t("choose nothing")]] },
  { name: t("Compare coders"), place: "compare", keys: [
    ["n", t("next passage")], ["p", t("previous passage")], ["r", t("write the reason")], ["t", t("talk about it first")]],
  more: [["1 2, 3 4", t("the code stands, it falls")], ["Ctrl Enter", t("decide, and go to the next")]] },
  { name: t("Suggested passages"), place: "suggest", keys: [["y", t("yes")], ["n", t("no")], ["u", t("not sure")], ["s", t("a sentence of it only")], ["o", t("open it in the text")]], more: [] },
  { name: t("Screening"), place: "screening", keys: [["i", t("belongs")], ["o", t("leave it out")], ["t", t("talk about it first")], ["r", t("open the text")]],
    more: [["1 – 5", t("the reason for leaving it out")]] },
  { name: t("Codebook"), place: "codebook", keys: [["m", t("merge")], ["p", t("split")]],
    more: [["Ctrl ↑ ↓", t("move")], ["F2", t("rename")], ["Ins", t("new one below")]] },
  { name: t("Split a code"), place: "split", keys: [["j", t("next passage")], ["k", t("previous passage")]], more: [[t("Space"), t("choose")]] },
  { name: t("Gap map"), place: "gaps", keys: [["e", t("next empty cell")]], more: [] },
  { name: t("Texts"), place: "texts", keys: [["j", t("next text")], ["k", t("previous text")], ["x", t("choose it")]], more: [["Enter", t("open it")]] },
  { name: t("Search the texts"), place: "search", keys: [["j", t("next passage")], ["k", t("previous passage")]], more: [] },
];

function Changeable({ place, letter, what, before }: { place: Place; letter: string; what: string; before?: string }) {
  const [wrong, setWrong] = useState(false);
  const id = `key-${place}-${letter}`;
  return (
    <div>
      <dt>{before && <><kbd>{before}</kbd> </>}<input id={id} class="one-key" type="text" maxLength={2} autocomplete="off" autocapitalize="off" spellcheck={false} value={keyFor(place, letter)} aria-invalid={wrong}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          const kept = changeKey(place, letter, event.currentTarget.value.trim());
          setWrong(!kept);
          if (!kept) event.currentTarget.value = keyFor(place, letter);
        }} /></dt>
      <dd><label class="fw" for={id}>{what}</label>{wrong && <span class="err small" role="alert"> {t("That key is taken.")}</span>}</dd>
    </div>
  );
}

export function KeysHelp({ close }: { close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [changing, setChanging] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="keys-h" onClose={close}>
      <div class="stack">
        <h2 id="keys-h">{t("Keys")}</h2>
        <p class="choice"><input type="checkbox" id="letters-on" checked={shortcuts.value.letters} onChange={(event) => setLetters(event.currentTarget.checked)} />
          <label for="letters-on">{t("Letters act as shortcuts, outside of fields only")}</label></p>
        {groups().map((group) => (
          <section key={group.name}>
            <h3>{group.name}</h3>
            <dl class="key-list">
              {group.place && group.keys.map(([letter, what]) => (
                changing ? <Changeable key={letter} place={group.place!} letter={letter} what={what} before={group.before} />
                  : <div key={letter}><dt><kbd>{group.before && `${group.before} `}{keyFor(group.place!, letter)}</kbd></dt><dd>{what}</dd></div>
              ))}
              {group.more.map(([keys, what]) => (
                <div key={keys}><dt><kbd>{keys}</kbd></dt><dd>{what}</dd></div>
              ))}
            </dl>
          </section>
        ))}
        <form method="dialog" class="row"><button class="btn main">{t("Close")}</button>
          <button type="button" class="btn" onClick={() => setChanging(!changing)} aria-pressed={changing}>{t("Change letters")}</button>
          {changing && <button type="button" class="btn" onClick={resetKeys}>{t("As they were at first")}</button>}</form>
      </div>
    </dialog>
  );
}
