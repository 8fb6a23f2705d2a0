// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A place that is not for the role of who is here: nothing of it is asked for, and nothing of it shown.
import { forbidden } from "../api/client";
import { me } from "../session/session";
import { ProblemBanner } from "../shell/await";
import { Page } from "../shell/page";
import { firstPlace, placeOf } from "../shell/places";
import { t } from "../words/words";

export function Forbidden() {
  const first = me.value && placeOf(firstPlace(me.value.role));
  return (
    <Page kind="stack">
      <ProblemBanner problem={forbidden} />
      {first && <p><a class="btn" href={first.path}>{t("Go to {1}", first.name())}</a></p>}
    </Page>
  );
}
