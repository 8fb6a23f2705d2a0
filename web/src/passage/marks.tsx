// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Passages with a consent of their own, as they are marked beside a text and in a list.
import { useMemo, useRef } from "preact/hooks";
import { mayDo } from "../session/session";
import { Icon } from "../shell/icons";
import { useResource } from "../store/resource";
import { t } from "../words/words";
import { askSaid, ofTheirOwn, organisationOf, shownBy } from "./holds";

type Own = ReadonlyMap<string, "hidden" | "open">;
const none: Own = new Map();

// Only coordinators and the organisation itself see consents; for others nothing is marked.
export function useOwnConsents(about: { document: string; kind: string }, codings: readonly { coding: string; start: number; end: number }[]): Own {
  const organisation = organisationOf(about.document);
  const said = useResource(mayDo("coordinator", "member") ? `said ${organisation}` : null, () => askSaid(organisation));
  const before = useRef<Own>(none);
  return useMemo(() => {
    const now = said.data ? ofTheirOwn(said.data.consents, about.document, codings, shownBy(about.kind)) : none;
    const isSame = now.size === before.current.size && [...now].every(([coding, how]) => before.current.get(coding) === how);
    if (!isSame) before.current = now;
    return before.current;
  }, [said.data, codings, about.document, about.kind]);
}

export function OwnConsent({ how }: { how: "hidden" | "open" }) {
  return how === "hidden"
    ? <span class="own-consent"><Icon name="none" /> {t("not shown in the report")}</span>
    : <span class="own-consent"><Icon name="check" /> {t("may be shown by itself")}</span>;
}
