// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// My work: the first page of who codes.  Coordinators see how far everybody is and give texts out.
import { Nothing } from "../pages/nothing";
import { me, mayDo } from "../session/session";
import { Page } from "../shell/page";
import { useResource } from "../store/resource";
import { plural, t } from "../words/words";
import { askAssignments, Mine } from "./mine";
import { Since } from "./since";
import { GiveOut, HowFar, WhoCodesWhat } from "./team";

// Who neither codes nor gives texts out has no such page.
export function MyWork(_: { path?: string }) {
  return mayDo("coordinator", "researcher", "reviewer") ? <Work /> : <Nothing />;
}

function Work() {
  const assignments = useResource("assignments", askAssignments);
  const open = assignments.data?.assignments.filter((one) => one.coder === me.value?.person && one.state === "open").length ?? null;
  const leads = mayDo("coordinator");
  return (
    <Page kind="narrow">
      <header class="stack-s">
        <h1>{leads && !open ? t("Who codes what, and how far") : open === null ? t("My work") : open === 0 ? t("Nothing waits for you to code") : plural("{1} text is yours to code", "{1} texts are yours to code", open)}</h1>
        {open !== null && open > 0 && <p class="lead">{t("Nobody sees what you code in them until you submit them, and you see nothing of the others' work.")}</p>}
        {open === 0 && !leads && <p class="lead">{t("A coordinator gives out texts. Until then you may read and code any text that you see.")} <a class="lnk" href="/texts">{t("All texts")}</a></p>}
      </header>
      <Mine />
      {leads && <><HowFar /><GiveOut /></>}
      {mayDo("coordinator", "reviewer") && <WhoCodesWhat />}
      <Since />
    </Page>
  );
}
