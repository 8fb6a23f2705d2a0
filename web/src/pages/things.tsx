// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Things of one kind that are edited one at a time (nouns/kinds.ts): the list, one of them, and a new one.
import { listThings, showThing, type Listed, type Thing } from "../nouns/ask";
import * as theirs from "../nouns/about_organisations";
import { saidBy, useChoices } from "../nouns/choices";
import { handed } from "../nouns/handed";
import * as kinds from "../nouns/kinds";
import * as study from "../nouns/of_the_study";
import { Sheet } from "../nouns/sheet";
import { ReportTabs } from "../report/report_tabs";
import { mayDo } from "../session/session";
import { Await } from "../shell/await";
import { Icon } from "../shell/icons";
import { Page } from "../shell/page";
import { useResource } from "../store/resource";
import { TextsTabs } from "../suggest/tabs";
import { signOf } from "../text/address";
import { plural, t } from "../words/words";
import { CountriesTabs } from "./countries_tabs";
import { FindingsTabs } from "./findings_tabs";
import { Nothing } from "./nothing";
import { OrganisationsTabs } from "./organisations_tabs";
import { SettingsTabs } from "./settings_tabs";
import { UsTabs } from "./us_tabs";

function Tabs({ kind }: { kind: kinds.Kind }) {
  switch (kind.beside) {
    case "countries": return <CountriesTabs here={kind.route as "sources"} />;
    case "settings": return <SettingsTabs here={kind.route as "definitions"} />;
    case "organisations": return <OrganisationsTabs here={kind.route as "partners"} />;
    case "findings": return <FindingsTabs here="answers" />;
    case "us": return <UsTabs at="/us/facts" />;
    case "texts": return <TextsTabs here={kind.route as "sets"} />;
    case "report": return <ReportTabs here="editions" />;
  }
}

type SaidOf = (thing: Thing) => kinds.Said;

// ?of=SIGN: of one text or organisation only.
function List({ kind, listed, saidOf }: { kind: kinds.Kind; listed: Listed; saidOf: SaidOf }) {
  const of = kind.about === undefined ? null : new URLSearchParams(location.search).get("of");
  const things = listed.things.filter((one) => of === null || signOf(String(one.fields[kind.about!] ?? "")) === of);
  return (
    <>
      {of !== null && <p><a class="lnk" href={kind.path}>{kind.about === "document" ? t("Those of all texts") : t("Those of all organisations")}</a></p>}
      {things.length === 0 ? <p class="state">{kind.none()}</p> : (
        <ul class="things">
          {things.map((one) => <li key={one.id}><a href={`${kind.path}/${signOf(one.id)}`} dir="auto">{kind.nameOf(one, saidOf(one))}</a> <small class="muted" dir="auto">{kind.told(one, saidOf(one))}</small></li>)}
        </ul>
      )}
      {listed.withheld > 0 && <p class="small muted">{plural("{1} is not shown, for want of consent.", "{1} are not shown, for want of consent.", listed.withheld)}</p>}
    </>
  );
}

function One({ kind, thing, may }: { kind: kinds.Kind; thing: Thing; may: boolean }) {
  const one = useResource(`${kind.route} ${thing.id}`, () => showThing(kind.route, thing.id));
  return <Await of={one} what={t("Reading it")}>{(data) => <Sheet key={thing.id} kind={kind} thing={data.thing} history={data.history} may={may} />}</Await>;
}

function Things({ kind, sign }: { kind: kinds.Kind; sign: string }) {
  const all = useResource(kind.route, () => listThings(kind.route));
  const may = mayDo(...(kind.by ?? ["coordinator"]));
  const choicesOf = useChoices(kind);
  const saidOf: SaidOf = (thing) => saidBy(kind, choicesOf, thing.fields);
  const isNew = sign === "new";
  const one = sign === "" || isNew ? undefined : all.data?.things.find((other) => signOf(other.id) === sign);
  if ((isNew && !may) || (sign !== "" && !isNew && all.data && !one)) return <Nothing />;
  // Back to the organisation that it is of, if this person has a page of it.
  const whose = one && kind.beside === "organisations" && kind.about ? String(one.fields[kind.about] ?? "") : "";
  const named = whose && saidBy(kind, choicesOf, { [kind.about!]: whose })(kind.about!);
  const crumbs = <p class="crumbs"><a href={kind.path}>{kind.title()}</a> ›{named && named !== whose && <> <a href={`/organisations/${signOf(whose)}`}>{named}</a> ›</>}</p>;
  return (
    <Page kind="narrow" called={isNew ? kind.add() : kind.title()}>
      <Await of={all} what={t("Reading the list")}>
        {(data) => isNew ? <><header class="stack-s">{crumbs}<h1>{kind.add()}</h1></header><Sheet key="new" kind={kind} thing={null} begin={{ ...kind.begin?.(), ...handed(kind.route) }} may={may} /></>
          : one ? <><header class="stack-s">{crumbs}<h1 dir="auto">{kind.nameOf(one, saidOf(one))}</h1></header><One key={one.id} kind={kind} thing={one} may={may} /></>
            : (
              <>
                <header class="stack-s">
                  <div class="row spread"><h1>{kind.title()}</h1>{may && <a class="btn main" href={`${kind.path}/new`}><Icon name="plus" /> {kind.add()}</a>}</div>
                  <p class="lead">{kind.lead()}</p>
                </header>
                <Tabs kind={kind} />
                <List kind={kind} listed={data} saidOf={saidOf} />
              </>
            )}
      </Await>
    </Page>
  );
}

interface PageProps {
  path?: string;
  thing?: string;
}
export const Definitions = ({ thing = "" }: PageProps) => <Things kind={kinds.definitions} sign={thing} />;
export const LegalRules = ({ thing = "" }: PageProps) => <Things kind={kinds.legalRules} sign={thing} />;
export const InventedCountries = ({ thing = "" }: PageProps) => <Things kind={kinds.inventedCountries} sign={thing} />;
export const Translations = ({ thing = "" }: PageProps) => <Things kind={kinds.translations} sign={thing} />;
export const Sets = ({ thing = "" }: PageProps) => <Things kind={kinds.sets} sign={thing} />;
export const Editions = ({ thing = "" }: PageProps) => <Things kind={kinds.editions} sign={thing} />;
export const Sources = ({ thing = "" }: PageProps) => <Things kind={kinds.sources} sign={thing} />;
export const Indicators = ({ thing = "" }: PageProps) => <Things kind={kinds.indicators} sign={thing} />;
export const Statements = ({ thing = "" }: PageProps) => <Things kind={theirs.statements} sign={thing} />;
export const Partners = ({ thing = "" }: PageProps) => <Things kind={theirs.partners} sign={thing} />;
export const Ties = ({ thing = "" }: PageProps) => <Things kind={theirs.ties} sign={thing} />;
export const Outcomes = ({ thing = "" }: PageProps) => <Things kind={theirs.outcomes} sign={thing} />;
export const OwnStatements = ({ thing = "" }: PageProps) => (mayDo("member") ? <Things kind={theirs.ownStatements} sign={thing} /> : <Nothing />);
export const OwnTies = ({ thing = "" }: PageProps) => (mayDo("member") ? <Things kind={theirs.ownTies} sign={thing} /> : <Nothing />);
export const Slots = ({ thing = "" }: PageProps) => <Things kind={study.slots} sign={thing} />;
export const Targets = ({ thing = "" }: PageProps) => <Things kind={study.targets} sign={thing} />;
export const Answers = ({ thing = "" }: PageProps) => <Things kind={study.answers} sign={thing} />;
