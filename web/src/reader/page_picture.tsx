// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The page of the file beside its text, as it looks on paper: where reading a scan may have erred, eyes decide.  The
// passphrase that the files are kept under stays here, in memory, until the pages are closed.
import { useEffect, useRef, useState } from "preact/hooks";
import { api, ask, type Problem } from "../api/client";
import { problemWords } from "../shell/await";
import { t } from "../words/words";

interface Props {
  document: string;
  page: number; // where the reader is
  last: number; // the last page with words
  close: () => void;
}

export function PagePicture({ document, page, last, close }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const first = useRef<HTMLInputElement>(null);
  const [passphrase, setPassphrase] = useState("");
  const [shown, setShown] = useState(page);
  const [drawn, setDrawn] = useState(0); // the page that is seen; 0: none yet
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => first.current?.focus(), []);
  useEffect(() => setShown(page), [page]);

  useEffect(() => {
    if (!passphrase) return;
    let wanted = true;
    setProblem(null);
    const draw = async () => {
      const answer = await ask<Blob>(() => api.POST("/documents/{document}/page", {
        params: { path: { document } }, body: { passphrase, page: shown }, parseAs: "blob" }) as never);
      if (!wanted) return;
      if (!answer.ok) {
        setProblem(answer.problem);
        if (drawn === 0) setPassphrase("");
        return;
      }
      const picture = await createImageBitmap(answer.data);
      if (!wanted || !canvas.current) return;
      canvas.current.width = picture.width;
      canvas.current.height = picture.height;
      canvas.current.getContext("2d")?.drawImage(picture, 0, 0);
      picture.close();
      setDrawn(shown);
    };
    void draw();
    return () => { wanted = false; };
  }, [document, shown, passphrase]);

  return (
    <aside class="pane page-picture stack-s" data-pane tabIndex={-1} aria-labelledby="page-h">
      <h2 id="page-h">{t("The page as it looks")}</h2>
      {problem && <p class="banner warn" role="alert">{problem.kind === "invalid" ? t("This is not the passphrase of the study, or the file has no such page.") : problemWords(problem)}</p>}
      {!passphrase && (
        <form class="stack-s" onSubmit={(event) => {
          event.preventDefault();
          setPassphrase(String(new FormData(event.currentTarget).get("passphrase")));
        }}>
          <label for="page-p">{t("Passphrase of the study")} <span class="hint">{t("the files of texts are kept under it")}</span></label>
          <input id="page-p" name="passphrase" type="password" autocomplete="off" required ref={first} />
          <button class="btn main">{t("Show the page")}</button>
        </form>
      )}
      {passphrase && (
        <p class="row">
          <button type="button" class="btn" disabled={shown <= 1} onClick={() => setShown(shown - 1)}>{t("Previous page")}</button>
          <span role="status">{drawn === shown ? t("page {1}", shown) : t("Drawing page {1} …", shown)}</span>
          <button type="button" class="btn" disabled={shown >= last} onClick={() => setShown(shown + 1)}>{t("Next page")}</button>
        </p>
      )}
      <canvas ref={canvas} role="img" aria-label={t("A picture of page {1}; its words stand in the text", drawn)} hidden={drawn === 0} />
      <p><button type="button" class="btn" onClick={close}>{t("Close the pages")}</button></p>
    </aside>
  );
}
