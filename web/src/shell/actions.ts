// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the history says was done, in words.
import { t } from "../words/words";

export function actionWords(action: string): string {
  switch (action) {
    case "apply": return t("coded a passage");
    case "change": return t("changed a coding");
    case "remove": return t("removed a coding");
    case "review": return t("reviewed codings");
    case "adjudicate": return t("decided where coders differ");
    case "add code": return t("added a code");
    case "edit code": return t("changed what a code means");
    case "move code": return t("moved a code");
    case "merge codes": return t("merged codes");
    case "split code": return t("split a code");
    case "retire code": return t("retired a code");
    case "restore code": return t("restored a code");
    case "memo": return t("wrote a memo");
    case "assign": return t("assigned a text");
    case "unassign": return t("took an assignment back");
    case "submit": return t("submitted a text");
    case "decide": return t("decided on suggestions");
    case "import": return t("imported the study");
    case "import codings": return t("imported codings");
    case "add": return t("added an entry");
    case "edit": return t("changed an entry");
    case "take out": return t("removed an entry");
    case "undo": return t("undid a change");
    case "redo": return t("did a change again");
    default: return action;
  }
}
