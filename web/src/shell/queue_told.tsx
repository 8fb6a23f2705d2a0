// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What became of changes that waited for a connection, on every page: those that the server did not take, and what could not
// be opened.  What waits from an earlier session is sent from here, whichever page is open.
import { forgetUnopened, refused, unopened } from "../store/queue";
import { t } from "../words/words";
import { problemWords } from "./await";
import { Icon } from "./icons";

export function QueueTold() {
  if (refused.value.length === 0 && !unopened.value) return null;
  const read = () => {
    refused.value = [];
    forgetUnopened();
  };
  return (
    <div class="banner warn" role="alert">
      <Icon name="warn" />
      <div class="stack-s">
        {refused.value.map(({ problem }, at) => <p key={at}>{problemWords(problem)}</p>)}
        {unopened.value && <p>{t("Changes of yours waited on this machine and could not be opened. They were not sent. Look at your last codings, and make again what is missing.")}</p>}
        <p><button type="button" class="btn" onClick={read}>{t("I have read this")}</button></p>
      </div>
    </div>
  );
}
