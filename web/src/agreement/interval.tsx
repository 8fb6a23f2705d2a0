// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A figure with its interval, in numbers and as a line from -0.2 to 1; marks stand at 0, two thirds and 1.
import { t } from "../words/words";
import { twoPlaces, type Figure } from "./figures";
import { undefinedWords } from "./words";

const x = (value: number): number => 4 + ((Math.max(-0.2, Math.min(1, value)) + 0.2) / 1.2) * 112;

export function IntervalLine({ figure }: { figure: Figure | undefined }) {
  if (figure?.value === undefined) return null;
  return (
    <svg class="ival" viewBox="0 0 120 14" width="120" height="14" aria-hidden="true">
      {[0, 2 / 3, 1].map((at) => <path key={at} class="tick" d={`M${x(at)} 1V13`} />)}
      {figure.low !== undefined && figure.high !== undefined && <path class="bar" d={`M${x(figure.low)} 7H${x(figure.high)}`} />}
      <circle cx={x(figure.value)} cy="7" r="3.4" />
    </svg>
  );
}

export function FigureWords({ figure }: { figure: Figure | undefined }) {
  if (figure?.value === undefined) return <i class="state">{undefinedWords(figure?.undefined)}</i>;
  return (
    <>
      <b>{twoPlaces(figure.value)}</b>{" "}
      {figure.low !== undefined && figure.high !== undefined
        ? <span class="muted">{t("{1} to {2}", twoPlaces(figure.low), twoPlaces(figure.high))}</span>
        : <span class="muted">{t("no interval")}</span>}
    </>
  );
}
