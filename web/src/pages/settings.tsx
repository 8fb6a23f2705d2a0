// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// People and settings: for everybody the language and where they are signed in; for coordinators people, roles, invitations,
// a backup and the log.
import { useState } from "preact/hooks";
import { api, ask } from "../api/client";
import { signOut } from "../session/leave";
import { mayDo, me } from "../session/session";
import { Backup } from "../settings/backup";
import { Log } from "../settings/log";
import { Await } from "../shell/await";
import { useGuarded } from "../shell/guarded";
import { keysOpen } from "../shell/keys_help";
import { looks, setLooks } from "../shell/appearance";
import { textSizes, type Looks } from "../shell/looks";
import { Page } from "../shell/page";
import { roleWords } from "../shell/roles";
import { namesIn } from "../store/organisation_names";
import { changed } from "../store/news";
import { setPreferences } from "../store/preferences";
import { readPlaceNames } from "../store/place_names";
import { useResource } from "../store/resource";
import { askOrganisations } from "../store/things";
import { SettingsTabs } from "./settings_tabs";
import { language, languages, percent, t, useLanguage, when, type Language } from "../words/words";

const roles = ["coordinator", "researcher", "reviewer", "member", "reader"] as const;
type RoleName = (typeof roles)[number];

function RolePick({ id, value, set }: { id: string; value: RoleName; set: (role: RoleName) => void }) {
  return (
    <select id={id} value={value} onChange={(event) => set(event.currentTarget.value as RoleName)}>
      {roles.map((role) => <option key={role} value={role}>{roleWords(role)}</option>)}
    </select>
  );
}

function People() {
  const people = useResource("people", () => ask(() => api.GET("/people")));
  const organisations = useResource("organisations", askOrganisations);
  const nameOf = namesIn(organisations);
  const { run, view } = useGuarded();
  const [name, setName] = useState("");
  const [role, setRole] = useState<RoleName>("researcher");
  const [organisation, setOrganisation] = useState("");
  const [link, setLink] = useState<{ name: string; address: string } | null>(null);
  const [ending, setEnding] = useState<string | null>(null);

  const invite = async (event: SubmitEvent) => {
    event.preventDefault();
    await run(async () => {
      const answer = await ask(() => api.PUT("/people/{person}/invitation", { params: { path: { person: name } },
        body: { role, ...(role === "member" ? { organisation } : {}) } }));
      if (answer.ok) {
        setLink({ name, address: new URL(answer.data.path, location.origin).href });
        setName("");
      }
      return answer;
    });
  };

  return (
    <section class="sect" aria-labelledby="people-h">
      <h2 id="people-h">{t("People and roles")}</h2>
      {view}
      <Await of={people} what={t("Reading the list of people")}>
        {(data) => {
          const active = data.people.filter((one) => !one.ended);
          const coordinators = active.filter((one) => one.role === "coordinator").length;
          return (
            <>
              {coordinators === 1 && <div class="banner"><p><b>{t("There is only one coordinator.")}</b> {t("If that person loses phone and codes, nobody can invite or decide.")}</p></div>}
              <div class="wide">
                <table class="cards-s">
                  <thead><tr><th scope="col">{t("Name here")}</th><th scope="col">{t("Role")}</th><th scope="col">{t("Second key")}</th><th scope="col">{t("Since")}</th><th scope="col"><span class="vh">{t("Change")}</span></th></tr></thead>
                  <tbody>
                    {active.map((one) => (
                      <tr key={one.person}>
                        <th scope="row"><b>{one.person}</b>{one.person === me.value?.person && <span class="muted"> {t("you")}</span>}
                          {one.organisation && <span class="small muted"> · <span dir="auto">{nameOf(one.organisation)}</span></span>}</th>
                        <td data-l={t("Role")}>
                          {one.person === me.value?.person || one.role === "member" ? roleWords(one.role) : (
                            <><label class="vh" for={`r-${one.person}`}>{t("Role of {1}", one.person)}</label>
                              <RolePick id={`r-${one.person}`} value={one.role} set={(to) => void run(() => ask(() => api.PUT("/people/{person}/role",
                                { params: { path: { person: one.person } }, body: { role: to } })))} /></>
                          )}
                        </td>
                        <td data-l={t("Second key")}>{one.has_second_key ? t("yes") : t("no")}</td>
                        <td data-l={t("Since")}>{when(one.since)}</td>
                        <td>
                          {one.person !== me.value?.person && (ending === one.person ? (
                            <span class="row">
                              <span class="small">{t("Their sessions end at once; their codings stay, under the name.")}</span>
                              <button type="button" class="btn main" onClick={() => {
                                setEnding(null);
                                void run(() => ask(() => api.DELETE("/people/{person}", { params: { path: { person: one.person } } })));
                              }}>{t("End access of {1}", one.person)}</button>
                              <button type="button" class="btn" onClick={() => setEnding(null)}>{t("Not now")}</button>
                            </span>
                          ) : <button type="button" class="btn" onClick={() => setEnding(one.person)}>{t("End access")}<span class="vh"> {one.person}</span></button>)}
                        </td>
                      </tr>
                    ))}
                    {data.invitations.map((one) => (
                      <tr key={`invited ${one.person}`}>
                        <th scope="row">{one.person} <i class="state">{t("invited")}</i></th>
                        <td data-l={t("Role")}>{roleWords(one.role)}</td><td /><td data-l={t("until")}>{t("until {1}", when(one.expires))}</td><td />
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
              <p class="small muted">{t("Names are made up and tell nothing about who somebody is.")}</p>
            </>
          );
        }}
      </Await>
      <form class="box stack" onSubmit={invite}>
        <h3>{t("Invite somebody")}</h3>
        <div class="field-3">
          <div><label for="i-name">{t("Name here")}</label>
            <input id="i-name" type="text" value={name} onInput={(event) => setName(event.currentTarget.value)} pattern="[A-Za-z0-9][A-Za-z0-9._\-]*" maxLength={40} required autocomplete="off" /></div>
          <div><label for="i-role">{t("Role")}</label><RolePick id="i-role" value={role} set={setRole} /></div>
          {role === "member" && <div><label for="i-org">{t("Organisation")}</label>
            <select id="i-org" value={organisation} onChange={(event) => setOrganisation(event.currentTarget.value)} required>
              <option value="">{t("choose …")}</option>
              {(organisations.data ?? []).map((one) => <option key={one.id} value={one.id}>{one.fields.name ?? one.id}</option>)}
            </select></div>}
        </div>
        <p class="row"><button class="btn main">{t("Make the link")}</button>
          <span class="small muted">{t("Give it by a way that you trust. It works once, for a week, and does not say what it is for.")}</span></p>
        {link && <p role="status">{t("For {1}:", link.name)} <code class="key">{link.address}</code></p>}
      </form>
    </section>
  );
}

function Sessions() {
  const sessions = useResource("sessions", () => ask(() => api.GET("/sessions")));
  const { run, view } = useGuarded();
  return (
    <section class="sect" aria-labelledby="sessions-h">
      <h2 id="sessions-h">{t("Your sessions")}</h2>
      {view}
      <Await of={sessions} what={t("Reading your sessions")}>
        {(data) => (
          <ul class="picks">
            {data.sessions.map((one) => (
              <li key={one.session} class="row spread">
                <span><b>{one.is_this ? t("This one") : t("Another")}</b>, {t("since {1}, last used {2}", when(one.began), when(one.used))}</span>
                {one.is_this
                  ? <button type="button" class="btn" onClick={() => void signOut()}>{t("Sign out")}</button>
                  : <button type="button" class="btn" onClick={() => void run(() => ask(() => api.DELETE("/sessions/{session}",
                    { params: { path: { session: one.session } } })))}>{t("End it")}</button>}
              </li>
            ))}
          </ul>
        )}
      </Await>
      <p class="small muted">{t("A session ends by itself after 30 minutes of nothing, and after 12 hours.")}</p>
    </section>
  );
}

function Appearance() {
  const now = looks.value;
  return (
    <section class="sect" aria-labelledby="looks-h">
      <h2 id="looks-h">{t("How it looks")}</h2>
      <div class="field-3">
        <div><label for="looks-theme">{t("Light or dark")}</label>
          <select id="looks-theme" value={now.theme} onChange={(event) => setLooks({ theme: event.currentTarget.value as Looks["theme"] })}>
            <option value="system">{t("as this machine has it")}</option>
            <option value="light">{t("light")}</option>
            <option value="dark">{t("dark")}</option>
          </select></div>
        <div><label for="looks-contrast">{t("Contrast")}</label>
          <select id="looks-contrast" value={now.contrast} onChange={(event) => setLooks({ contrast: event.currentTarget.value as Looks["contrast"] })}>
            <option value="system">{t("as this machine has it")}</option>
            <option value="more">{t("more")}</option>
          </select></div>
        <div><label for="looks-text">{t("Size of the text")}</label>
          <select id="looks-text" value={String(now.text)} onChange={(event) => setLooks({ text: Number(event.currentTarget.value) })}>
            {textSizes.map((size) => <option key={size} value={String(size)}>{percent(size)}</option>)}
          </select></div>
      </div>
      <p class="small muted">{t("Kept with your account, as are the language and the keys that you changed.")}</p>
    </section>
  );
}

export function Settings(_: { path?: string }) {
  const [, redraw] = useState(0);
  const change = async (code: Language) => {
    sessionStorage.setItem("language", code);
    await useLanguage(code);
    setPreferences("language", { language: code });
    readPlaceNames();
    redraw((n) => n + 1);
    changed();
  };
  return (
    <Page kind="narrow">
      <header class="stack-s">
        <h1>{t("People and settings")}</h1>
        <p class="lead">{t("You are {1}, {2}.", me.value?.person ?? "", roleWords(me.value?.role ?? ""))}</p>
      </header>
      <SettingsTabs here="people" />
      {mayDo("coordinator") && <People />}
      <section class="sect" aria-labelledby="language-h">
        <h2 id="language-h"><label for="language">{t("Language")}</label></h2>
        <select id="language" class="w13" value={language()} onChange={(event) => void change(event.currentTarget.value as Language)}>
          {languages.map((one) => <option key={one.code} value={one.code} lang={one.code}>{one.name}</option>)}
        </select>
        <p class="small muted">{t("Texts stay in the language they came in.")}</p>
        <p class="mt"><button type="button" class="btn" onClick={() => { keysOpen.value = true; }}>{t("Keys")} …</button></p>
      </section>
      <Appearance />
      <Sessions />
      {mayDo("coordinator") && <Backup />}
      {mayDo("coordinator") && <Log />}
    </Page>
  );
}
