// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The beginning: the language, who is here, then the pages.  Whoever is not signed in goes to the plain sign-in page.
import { render } from "preact";
import { LocationProvider, Router, useLocation } from "preact-iso";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { whenReached } from "./api/client";
import { hasLeft, listenForShift } from "./session/leave";
import { me, open, whenSessionBegins } from "./session/session";
import { listen } from "./store/news";
import { preference } from "./store/preferences";
import { readPlaceNames } from "./store/place_names";
import { reached } from "./store/saved";
import { followLooks } from "./shell/appearance";
import { keepFocus } from "./shell/keep_focus";
import { later } from "./shell/later";
import { Page } from "./shell/page";
import { firstPlace, mayOpen } from "./shell/places";
import { Shell, bringTheQueue } from "./shell/shell";
import { Overview } from "./pages/overview";
import { Forbidden } from "./pages/forbidden";
import { Nothing } from "./pages/nothing";
import { loadSaid } from "./words/said";
import { languageWanted, t, useLanguage } from "./words/words";

const Texts = later(() => import("./pages/texts").then((page) => page.Texts));
const BringIn = later(() => import("./pages/bring_in").then((page) => page.BringIn));
const Codebook = later(() => import("./codebook/codebook").then((page) => page.Codebook));
const Search = later(() => import("./pages/search").then((page) => page.Search));
const Compare = later(() => import("./pages/compare").then((page) => page.Compare));
const Gaps = later(() => import("./compare/gaps").then((page) => page.Gaps));
const Together = later(() => import("./compare/together").then((page) => page.Together));
const ImportProject = later(() => import("./pages/import_project").then((page) => page.ImportProject));
const ImportTable = later(() => import("./pages/import_table").then((page) => page.ImportTable));
const Agreement = later(() => import("./agreement/agreement").then((page) => page.Agreement));
const Suggest = later(() => import("./suggest/suggest").then((page) => page.Suggest));
const Screening = later(() => import("./suggest/screening").then((page) => page.Screening));
const MyWork = later(() => import("./work/my_work").then((page) => page.MyWork));
const Organisations = later(() => import("./pages/organisations").then((page) => page.Organisations));
const Us = later(() => import("./pages/us").then((page) => page.Us));
const UsConsents = later(() => import("./pages/us").then((page) => page.UsConsents));
const UsFacts = later(() => import("./pages/us").then((page) => page.UsFacts));
const Report = later(() => import("./pages/report").then((page) => page.Report));
const Countries = later(() => import("./pages/countries").then((page) => page.Countries));
const Findings = later(() => import("./pages/findings").then((page) => page.Findings));
const Settings = later(() => import("./pages/settings").then((page) => page.Settings));
const StudySettings = later(() => import("./pages/study_settings").then((page) => page.StudySettings));
const Definitions = later(() => import("./pages/things").then((page) => page.Definitions));
const LegalRules = later(() => import("./pages/things").then((page) => page.LegalRules));
const InventedCountries = later(() => import("./pages/things").then((page) => page.InventedCountries));
const Translations = later(() => import("./pages/things").then((page) => page.Translations));
const Sets = later(() => import("./pages/things").then((page) => page.Sets));
const Editions = later(() => import("./pages/things").then((page) => page.Editions));
const Sources = later(() => import("./pages/things").then((page) => page.Sources));
const Indicators = later(() => import("./pages/things").then((page) => page.Indicators));
const Statements = later(() => import("./pages/things").then((page) => page.Statements));
const Partners = later(() => import("./pages/things").then((page) => page.Partners));
const Ties = later(() => import("./pages/things").then((page) => page.Ties));
const Outcomes = later(() => import("./pages/things").then((page) => page.Outcomes));
const OwnStatements = later(() => import("./pages/things").then((page) => page.OwnStatements));
const OwnTies = later(() => import("./pages/things").then((page) => page.OwnTies));
const Slots = later(() => import("./pages/things").then((page) => page.Slots));
const Targets = later(() => import("./pages/things").then((page) => page.Targets));
const Answers = later(() => import("./pages/things").then((page) => page.Answers));
const Chapters = later(() => import("./pages/chapters").then((page) => page.Chapters));
const TwoCoders = later(() => import("./decide/two_coders").then((page) => page.TwoCoders));
const TwoVersions = later(() => import("./versions/two_versions").then((page) => page.TwoVersions));
const Reader = later(() => import("./reader/reader").then((page) => page.Reader));

// The page of the address.  One that is still on its way is named already; where another is open, that stays until then.
function Pages() {
  const { path } = useLocation();
  const isComing = useRef(false);
  const [awaited, setAwaited] = useState(false); // nothing else is open
  const none = useRef(true);
  useLayoutEffect(() => { if (!isComing.current) none.current = false; });
  if (me.value && !mayOpen(me.value.role, path)) return <Forbidden key={path} />;
  const comes = () => {
    isComing.current = true;
    setAwaited(none.current);
  };
  const came = () => {
    isComing.current = false;
    setAwaited(false);
  };
  return (
    <>
      {awaited && <Page kind="stack"><p class="state" role="status">{t("Opening the page")} …</p></Page>}
      <Router onLoadStart={comes} onLoadEnd={came}>
        <Overview path="/overview" />
        <MyWork path="/work" />
        <Texts path="/texts" />
        <BringIn path="/texts/add" />
        <ImportProject path="/texts/project" />
        <Translations path="/texts/translations" />
        <Translations path="/texts/translations/:thing" />
        <Sets path="/texts/sets" />
        <Sets path="/texts/sets/:thing" />
        <Reader path="/texts/:text" />
        <TwoCoders path="/texts/:text/compare" />
        <TwoVersions path="/texts/:text/versions" />
        <Codebook path="/codebook" />
        <Codebook path="/codebook/:code" />
        <Search path="/search" />
        <Screening path="/suggest/texts" />
        <Suggest path="/suggest" />
        <Suggest path="/suggest/:code" />
        <Compare path="/compare" />
        <Gaps path="/compare/gaps" />
        <Together path="/compare/together" />
        <Agreement path="/compare/agreement" />
        <Organisations path="/organisations" />
        <ImportTable path="/organisations/import" />
        <Statements path="/organisations/statements" />
        <Statements path="/organisations/statements/:thing" />
        <Partners path="/organisations/partners" />
        <Partners path="/organisations/partners/:thing" />
        <Ties path="/organisations/partnerships" />
        <Ties path="/organisations/partnerships/:thing" />
        <Outcomes path="/organisations/outcomes" />
        <Outcomes path="/organisations/outcomes/:thing" />
        <Organisations path="/organisations/:organisation" />
        <Us path="/us" />
        <UsConsents path="/us/consents" />
        <UsFacts path="/us/facts" />
        <OwnStatements path="/us/statements" />
        <OwnStatements path="/us/statements/:thing" />
        <OwnTies path="/us/partnerships" />
        <OwnTies path="/us/partnerships/:thing" />
        <Countries path="/countries" />
        <Indicators path="/countries/indicators" />
        <Indicators path="/countries/indicators/:thing" />
        <Sources path="/countries/sources" />
        <Sources path="/countries/sources/:thing" />
        <Countries path="/countries/:code" />
        <Findings path="/findings" />
        <Answers path="/findings/answers" />
        <Answers path="/findings/answers/:thing" />
        <Findings path="/findings/:finding" />
        <Report path="/report" />
        <Chapters path="/report/chapters" />
        <Chapters path="/report/chapters/:chapter" />
        <Editions path="/report/editions" />
        <Editions path="/report/editions/:thing" />
        <Slots path="/settings/slots" />
        <Slots path="/settings/slots/:thing" />
        <Targets path="/settings/targets" />
        <Targets path="/settings/targets/:thing" />
        <Definitions path="/settings/definitions" />
        <Definitions path="/settings/definitions/:thing" />
        <LegalRules path="/settings/legal-rules" />
        <LegalRules path="/settings/legal-rules/:thing" />
        <InventedCountries path="/settings/invented-countries" />
        <InventedCountries path="/settings/invented-countries/:thing" />
        <Settings path="/settings" />
        <StudySettings path="/settings/study" />
        <Nothing default />
      </Router>
    </>
  );
}

function App() {
  return (
    <LocationProvider>
      <Shell><Pages /></Shell>
    </LocationProvider>
  );
}

// There is nothing to show: the server did not answer when the page began.
function NotReached() {
  return (
    <LocationProvider>
      <Page kind="stack">
        <h1>{t("No connection.")}</h1>
        <p class="lead">{t("The server cannot be reached. Nothing was changed. Try again in a moment.")}</p>
        <p><button type="button" class="btn main" onClick={() => location.reload()}>{t("Try again")}</button></p>
      </Page>
    </LocationProvider>
  );
}

async function begin() {
  followLooks();
  await useLanguage(languageWanted()).catch(() => useLanguage("en"));
  listenForShift();
  const here = await open();
  if (hasLeft()) return;
  if (here === "in") await useLanguage(languageWanted(preference("language"))).catch(() => {});
  if (here === "out") {
    location.replace("/");
    return;
  }
  if (here === "offline" || me.value === null) {
    render(<NotReached />, document.body);
    return;
  }
  whenReached((yes) => {
    if (reached.value !== yes) reached.value = yes;
  });
  if (location.pathname === "/overview" && firstPlace(me.value.role) !== "/overview") {
    history.replaceState(null, "", firstPlace(me.value.role));
  }
  listen();
  let isSame = true;
  whenSessionBegins(() => { if (!isSame) listen(); }); // somebody signed in again over the page
  isSame = false;
  keepFocus();
  readPlaceNames();
  render(<App />, document.body);
  loadSaid();
  bringTheQueue().catch(() => {}); // without it the reader brings it
}
void begin();
