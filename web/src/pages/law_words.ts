// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Values of indicators and legal models in words, as the report says them.
import { t } from "../words/words";

export function valueWords(value: string): string {
  switch (value) {
    case "unknown": return t("not sourced");
    case "disputed": return t("disputed");
    case "decriminalised": return t("decriminalised");
    case "legalised_regulated": return t("legalised and regulated");
    case "depenalised": return t("depenalised");
    case "end_demand": return t("end demand (buying criminalised)");
    case "partly_criminalised": return t("partly criminalised");
    case "fully_criminalised": return t("fully criminalised");
    case "mixed_subnational": return t("differs within the country");
    case "criminalised": return t("criminalised");
    case "not_criminalised": return t("not criminalised");
    case "administrative_offence": return t("administrative offence");
    case "none": return t("none");
    case "some_areas": return t("in some areas");
    case "national": return t("in the whole country");
    case "partly": return t("partly");
    default: return value.replaceAll("_", " ");
  }
}
