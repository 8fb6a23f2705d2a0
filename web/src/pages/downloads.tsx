// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A figure to take along: the report's own picture, as SVG, PNG or CSV.  The server draws it of what may be published; the
// PNG is that picture, drawn by the browser.
import { useEffect, useState } from "preact/hooks";
import { api, ask, type Problem } from "../api/client";
import { ProblemBanner } from "../shell/await";
import { Icon } from "../shell/icons";
import { language, t } from "../words/words";

// Of how far coders agree, counted as the page counts it.
export function agreementChoice(name: string, counted: { unit: string; with_below: boolean; after_adjudication: boolean }): FigureChoice {
  const query = { language: language(), unit: counted.unit as "paragraph", with_below: counted.with_below, after_adjudication: counted.after_adjudication, resamples: 400 };
  return {
    id: "agreement", name,
    path: `/agreement/figure?${new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]))}`,
    why: async () => {
      const answer = await ask(() => api.GET("/agreement/figure", { params: { query }, parseAs: "text" }));
      return answer.ok ? null : answer.problem;
    },
  };
}

export interface FigureChoice {
  id: string;
  name: string;
  path: string; // below /api/v1, with its query
  why: () => Promise<Problem | null>; // asked when the picture does not come
}

export type FigureName = "practices" | "barriers" | "outcomes" | "gap-barriers" | "gap-outcomes" | "coalitions";
export function figureChoice(figure: FigureName, name: string, by?: string): FigureChoice {
  const query = { language: language(), ...(by ? { by } : {}) };
  return {
    id: figure, name,
    path: `/figures/${figure}?${new URLSearchParams(query)}`,
    why: async () => {
      const answer = await ask(() => api.GET("/figures/{figure}", { params: { path: { figure }, query }, parseAs: "text" }));
      return answer.ok ? null : answer.problem;
    },
  };
}

// The same in every language.
const named = { svg: "SVG", png: "PNG", csv: "CSV" };
const twice = 2; // as sharp as a slide needs it

export async function asPng(address: string): Promise<Blob | null> {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * twice;
  canvas.height = image.naturalHeight * twice;
  const pen = canvas.getContext("2d");
  if (!pen) return null;
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

function give(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

export function Downloads({ choices, about }: { choices: readonly FigureChoice[]; about: string }) {
  const [open, setOpen] = useState(false);
  const [id, setId] = useState(choices[0]!.id);
  const [state, setState] = useState<"draws" | "there" | "failed">("draws");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [png, setPng] = useState<"" | "draws" | "failed">("");
  const [turn, setTurn] = useState(0);
  const chosen = choices.find((one) => one.id === id) ?? choices[0]!;
  const address = `/api/v1${chosen.path}`;
  const and = address.includes("?") ? "&" : "?";
  useEffect(() => {
    setState("draws");
    setProblem(null);
    setPng("");
  }, [address, turn]);
  const failed = () => {
    setState("failed");
    void chosen.why().then(setProblem);
  };
  const savePng = async () => {
    setPng("draws");
    const blob = await asPng(address).catch(() => null);
    setPng(blob ? "" : "failed");
    if (blob) give(blob, `${chosen.id}.png`);
  };
  return (
    <details class="box sect downloads" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary><b>{t("Download: SVG, PNG, CSV")}</b></summary>
      {open && (
        <div class="stack mt">
          <p class="small muted">{about}</p>
          {choices.length > 1 && <div class="w22"><label for="figure-of">{t("Figure")}</label>
            <select id="figure-of" value={id} onChange={(event) => setId(event.currentTarget.value)}>
              {choices.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
            </select></div>}
          {state === "failed" && (problem ? <ProblemBanner problem={problem} again={() => setTurn(turn + 1)} />
            : <p role="status"><button type="button" class="btn" onClick={() => setTurn(turn + 1)}>{t("Try again")}</button></p>)}
          {state === "draws" && <p class="small" role="status">{t("Drawing the figure")} …</p>}
          {state !== "failed" && (
            <div class="wide picture" tabIndex={0} role="region" aria-label={t("The picture that is downloaded")}>
              <img key={`${address} ${turn}`} src={address} alt={chosen.name} onLoad={() => setState("there")} onError={failed} />
            </div>
          )}
          {state === "there" && (
            <p class="row">
              <a class="btn" href={address} download><Icon name="download" /> {named.svg}</a>
              <button type="button" class="btn" disabled={png === "draws"} onClick={() => void savePng()}><Icon name="download" /> {named.png}</button>
              <a class="btn" href={`${address}${and}form=csv`} download><Icon name="download" /> {named.csv}</a>
              {png === "failed" && <span class="err small" role="alert">{t("This browser cannot draw it as PNG. Take the SVG.")}</span>}
            </p>
          )}
        </div>
      )}
    </details>
  );
}
