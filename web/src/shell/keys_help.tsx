// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// All keys, by ?.
import { useEffect, useRef } from "preact/hooks";
import { t } from "../words/words";

const groups = (): { name: string; keys: [string, string][] }[] => [
  { name: t("Everywhere"), keys: [
    ["/", t("search")], ["g o, g t, g c, g p", t("go to a place")], ["Ctrl Z", t("undo")], ["Ctrl Shift Z", t("redo")],
    ["F6", t("next pane")], ["?", t("all keys")], [t("Shift three times"), t("Leave quickly")]] },
  { name: t("Reader"), keys: [
    ["j k", t("next, previous paragraph")], ["s", t("choose a sentence")], ["Shift ← →", t("longer or shorter by a word")],
    ["p", t("choose the paragraph")], ["c, Enter", t("give a code")], ["1 – 9", t("one of the last codes")],
    ["n, Shift n", t("next, previous coding")], ["m", t("memo on the coding")], ["x", t("remove the coding")],
    ["Esc", t("choose nothing")]] },
  { name: t("Codebook"), keys: [["Ctrl ↑ ↓", t("move")], ["F2", t("rename")], ["Ins", t("new one below")], ["m", t("merge")], ["p", t("split")]] },
  { name: t("Suggested passages"), keys: [["y, n, u", t("yes, no, not sure")], ["s", t("a sentence of it only")], ["o", t("open it in the text")]] },
  { name: t("Screening"), keys: [["i, o, t", t("belongs, leave out, talk about it")], ["1 – 5", t("the reason for leaving it out")], ["r", t("open the text")]] },
  { name: t("Compare coders"), keys: [
    ["1 2, 3 4", t("the code stands, it falls")], ["r", t("write the reason")], ["Ctrl Enter", t("decide, and go to the next")],
    ["n, p", t("next, previous passage")], ["t", t("talk about it first")]] },
];

export function KeysHelp({ close }: { close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="keys-h" onClose={close}>
      <div class="stack">
        <h2 id="keys-h">{t("Keys")}</h2>
        {groups().map((group) => (
          <section key={group.name}>
            <h3>{group.name}</h3>
            <dl class="key-list">
              {group.keys.map(([keys, what]) => (
                <div key={keys}><dt><kbd>{keys}</kbd></dt><dd>{what}</dd></div>
              ))}
            </dl>
          </section>
        ))}
        <p class="small muted">{t("Letters act outside of fields only.")}</p>
        <form method="dialog"><button class="btn main">{t("Close")}</button></form>
      </div>
    </dialog>
  );
}
