// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A member organisation's own page: what is said of it, its consents, its facts.  It gives and takes back consent alone.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ownStatements, ownTies } from "../nouns/about_organisations";
import { me } from "../session/session";
import { Await } from "../shell/await";
import { useGuarded } from "../shell/guarded";
import { Icon } from "../shell/icons";
import { Page } from "../shell/page";
import { askConsents, askOrganisations } from "../store/things";
import { useResource } from "../store/resource";
import { askAllCodings } from "../passage/own_codings";
import { passagesOf, SaidOfUs } from "../passage/said_of_us";
import { plural, t } from "../words/words";
import { holds, ofScope, type Scope, scopes, scopeWords } from "./consent_words";
import { CountsSheet } from "./counts";
import { ConsentClash, daysNow, type Clash } from "./consent_clash";
import { giveOwn } from "./give_consent";
import { Nothing } from "./nothing";
import { nameOf } from "./organisations";
import { CountedForUs, RestsOnUs } from "./rests_on_us";
import { SaidOfIt } from "./said_of_it";
import { TakeBack } from "./take_back";
import { TiesOf } from "./ties_of";
import { UsTabs } from "./us_tabs";

const mine = (): string => me.value?.organisation ?? "";

function useName(): string {
  const all = useResource("organisations", askOrganisations);
  const one = all.data?.find((other) => other.id === mine());
  return one ? nameOf(one) : mine();
}

// Of nobody else is there such a page.
const ofMembers = (Page: () => JSX.Element) => (_: { path?: string }) => (mine() === "" ? <Nothing /> : <Page />);

export const Us = ofMembers(function Us() {
  const name = useName();
  const codings = useResource("codings of us", askAllCodings);
  return (
    <Page kind="phone-page">
      <h1>{name}</h1>
      <UsTabs at="/us" />
      <Await of={codings} what={t("Reading the codings")}>
        {(all) => (
          <>
            <p class="lead">{all.length === 0 ? t("Nothing that you may see is said of you now.")
              : plural("{1} passage of your texts has a code.", "{1} passages of your texts have a code.", passagesOf(all).length)}</p>
            <RestsOnUs organisation={mine()} />
            <CountedForUs codings={all} />
            <section class="sect" aria-labelledby="words-h">
              <h2 id="words-h">{t("Our words")}</h2>
              <SaidOfUs codings={all} />
            </section>
          </>
        )}
      </Await>
    </Page>
  );
});

export const UsFacts = ofMembers(function UsFacts() {
  const name = useName();
  return <Page kind="phone-page"><h1>{name}</h1><UsTabs at="/us/facts" />
    <p class="small muted">{t("Sources and partners have numbers here. Those who coordinate have their titles and names: ask them.")}</p>
    <SaidOfIt organisation={mine()} kind={ownStatements} may /><TiesOf organisation={mine()} kind={ownTies} may /><CountsSheet organisation={mine()} /></Page>;
});

export const UsConsents = ofMembers(function UsConsents() {
  const name = useName();
  const consents = useResource("consents of us", () => askConsents(mine()));
  const [taking, setTaking] = useState<Scope | null>(null);
  const { run, view } = useGuarded();
  const [clash, setClash] = useState<(Clash & { scope: Scope }) | null>(null);
  const give = (scope: Scope) => {
    const old = ofScope(consents.data ?? [], scope).find((one) => one.fields.subject === mine());
    setClash(null);
    return run(async () => {
      const answer = await giveOwn(mine(), scope, old && { id: old.id, version: old.version, expires: old.fields.expires });
      const now = daysNow(answer);
      if (!now || !old) return answer;
      setClash({ scope, seen: old.fields, now }); // in place of the banner
      return { ok: true, data: null, tag: "" };
    });
  };
  if (taking) {
    return <Page kind="phone-page"><TakeBack scope={taking} subject={mine()} name={name}
      done={() => { setTaking(null); scrollTo(0, 0); }} /></Page>;
  }
  return (
    <Page kind="phone-page">
      <h1>{name}</h1>
      <UsTabs at="/us/consents" />
      {view}
      <p class="lead">{t("What is not given is not allowed. You can take anything back, at any time, without a reason.")}</p>
      <Await of={consents} what={t("Reading the consents")}>
        {(all) => (
          <ul>
            {scopes.map((scope) => {
              const held = ofScope(all, scope).filter((one) => holds(one));
              return (
                <li key={scope} class="switch">
                  <b><Icon name={held.length > 0 ? "check" : "none"} /> {scopeWords(scope)}</b>
                  {held.length > 0
                    ? <button type="button" class="btn" onClick={() => { setTaking(scope); scrollTo(0, 0); }}>{t("Take back")}<span class="vh"> {scopeWords(scope)}</span></button>
                    : <button type="button" class="btn" onClick={() => void give(scope)}>{t("Give")}<span class="vh"> {scopeWords(scope)}</span></button>}
                  <p>{held.length > 0 ? t("given {1}", held[0]!.fields.given ?? "") : t("not given")}</p>
                  {clash?.scope === scope && <ConsentClash name={scopeWords(scope)} clash={clash} />}
                </li>
              );
            })}
          </ul>
        )}
      </Await>
    </Page>
  );
});
