// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the study asks for and holds its findings against: slots of the frame, targets, and which practice answers which
// barrier.
import { regionName } from "../store/place_names";
import { t } from "../words/words";
import { cut, text, type Kind } from "./kinds";

export const slots: Kind = {
  route: "slots", path: "/settings/slots", beside: "settings", about: "organisation",
  title: () => t("Slots of the frame"),
  lead: () => t("A slot is a place for one case study: of a region, perhaps of a country, and of an organisation once one is found."),
  none: () => t("No slot yet."),
  add: () => t("Add a slot"),
  fields: [
    { name: "slot", label: () => t("Id"), hint: () => t("A number or a short word."), form: "line", needed: true, stays: true },
    { name: "region", label: () => t("Region"), form: "choice", of: "regions", needed: true },
    { name: "country", label: () => t("Country"), form: "choice", of: "countries" },
    { name: "organisation", label: () => t("Organisation"), hint: () => t("Not known: nobody yet."), form: "choice", of: "organisations" },
    { name: "source", label: () => t("Sources"), form: "members", of: "sources" },
    { name: "note", label: () => t("Note"), form: "lines" },
  ],
  nameOf: (thing) => t("Slot {1}", thing.id),
  told: (thing, said) => [regionName(text(thing, "region")), said("country"), said("organisation") || t("nobody yet")].filter(Boolean).join(" · "),
};

export const targets: Kind = {
  route: "targets", path: "/settings/targets", beside: "settings",
  title: () => t("Targets that findings are held against"),
  lead: () => t("What governments, donors or networks promised, in their words, with the source."),
  none: () => t("No target yet."),
  add: () => t("Add a target"),
  fields: [
    { name: "target", label: () => t("Id"), hint: () => t("A short word."), form: "line", needed: true, stays: true },
    { name: "series", label: () => t("Whose promise it is"), hint: () => t("Targets of one promise stand together."), form: "line" },
    { name: "statement", label: () => t("What was promised"), form: "lines", needed: true },
    { name: "value", label: () => t("Value"), form: "line" },
    { name: "unit", label: () => t("Unit"), hint: () => t("As %, or blank for a number of things."), form: "line" },
    { name: "due", label: () => t("Until when"), hint: () => t("As 2026, 2026-06 or 2026-06-30."), form: "line" },
    { name: "source", label: () => t("Sources"), hint: () => t("At least one: what is said without a source is not kept."), form: "members", of: "sources", needed: true },
    { name: "note", label: () => t("Note"), form: "lines" },
  ],
  nameOf: (thing) => cut(text(thing, "statement")),
  told: (thing) => [text(thing, "series"), `${text(thing, "value")} ${text(thing, "unit")}`.trim(), text(thing, "due")].filter(Boolean).join(" · "),
};

export const answers: Kind = {
  route: "answers", path: "/findings/answers", beside: "findings", about: "organisation",
  title: () => t("Practices that answer barriers"),
  lead: () => t("Which practice answers which barrier, and where that is told: in the passages of a case, or in a source."),
  none: () => t("No barrier has an answer yet."),
  add: () => t("Add an answer"),
  fields: [
    { name: "practice", label: () => t("Practice"), form: "choice", of: "practices", needed: true },
    { name: "barrier", label: () => t("Barrier"), form: "choice", of: "barriers", needed: true },
    { name: "organisation", label: () => t("Case whose passages tell it"), hint: () => t("A case, or a source, or both."), form: "choice", of: "organisations" },
    { name: "source", label: () => t("Sources"), form: "members", of: "sources" },
    { name: "text", label: () => t("How, in a sentence"), form: "lines" },
    { name: "note", label: () => t("Note"), form: "lines" },
  ],
  nameOf: (_, said) => t("{1} answers {2}", said("practice"), said("barrier")),
  told: (thing, said) => [said("organisation"), cut(text(thing, "text"))].filter(Boolean).join(" · "),
};
