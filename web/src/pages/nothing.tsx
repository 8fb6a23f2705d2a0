// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is hidden and what is not there: the same page.  It says nothing of what was asked for.
import { useLayoutEffect, useRef } from "preact/hooks";
import { me } from "../session/session";
import { Page } from "../shell/page";
import { placesOf } from "../shell/places";
import { t } from "../words/words";

export function Nothing(_: { default?: boolean; path?: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <Page kind="stack">
      <h1 ref={heading} tabIndex={-1}>{t("There is nothing here.")}</h1>
      <p class="lead">{t("It may have been withdrawn, it is not for your role, or the address is mistyped.")}</p>
      {me.value && (
        <div class="stack-s">
          <p>{t("Go on here:")}</p>
          <ul class="row">{placesOf(me.value.role).map((place) => <li key={place.path}><a class="btn" href={place.path}>{place.name()}</a></li>)}</ul>
        </div>
      )}
    </Page>
  );
}
