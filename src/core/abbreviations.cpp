// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Lists abbreviations whose full stop ends no sentence, by language.

#include "core/abbreviations.h"

#include <algorithm>
#include <array>

namespace commonground::core {

namespace {

using std::string_view;

constexpr string_view kEnglish[] = {
    "dr.",  "mr.",   "mrs.", "ms.",   "prof.", "rev.", "hon.", "st.", "sr.", "jr.",  "gov.",    "sen.",  "rep.", "gen.",
    "col.", "capt.", "sgt.", "supt.", "e.g.",  "i.e.", "cf.",  "vs.", "v.",  "viz.", "approx.", "dept.", "mt.",
};
constexpr string_view kEnglishFigure[] = {"no.",  "nos.",  "art.", "arts.", "sec.", "sect.", "ch.",   "chap.",
                                          "par.", "para.", "p.",   "pp.",   "vol.", "fig.",  "figs.", "tab.",
                                          "app.", "ca.",   "c.",   "jan.",  "feb.", "mar.",  "apr.",  "jun.",
                                          "jul.", "aug.",  "sep.", "sept.", "oct.", "nov.",  "dec.",  "res."};

constexpr string_view kFrench[] = {"m.",  "mm.",    "mme.",    "mlle.", "dr.", "pr.", "me.", "st.",  "ste.",
                                   "cf.", "p. ex.", "c.-à-d.", "env.",  "av.", "bd.", "éd.", "dir.", "n.d.l.r."};
constexpr string_view kFrenchFigure[] = {"art.",  "al.",   "chap.", "p.",   "pp.",   "n.",    "no.",
                                         "vol.",  "fig.",  "tab.",  "ann.", "janv.", "févr.", "avr.",
                                         "juil.", "sept.", "oct.",  "nov.", "déc.",  "sect."};

constexpr string_view kSpanish[] = {"sr.",   "sra.",  "sres.",  "srta.",  "dr.",     "dra.", "d.",   "dña.", "lic.",
                                    "ing.",  "prof.", "profa.", "gral.",  "p. ej.",  "ej.",  "vs.",  "cf.",  "av.",
                                    "avda.", "col.",  "dpto.",  "depto.", "ee. uu.", "ud.",  "uds.", "sto.", "sta."};
constexpr string_view kSpanishFigure[] = {"art.", "arts.", "núm.", "núms.", "nro.", "no.",  "n.º",   "pág.",  "págs.",
                                          "p.",   "pp.",   "cap.", "vol.",  "fig.", "inc.", "apdo.", "párr.", "tel."};

constexpr string_view kRussian[] = {"г.",  "гг.", "т. е.", "т. к.", "т. н.",  "напр.", "проф.", "д-р.",
                                    "им.", "ул.", "пр.",   "пер.",  "просп.", "обл.",  "р-н.",  "респ.",
                                    "см.", "ср.", "св.",   "акад.", "пос.",   "дер.",  "с."};
constexpr string_view kRussianFigure[] = {"ст.", "ч.", "п.",  "пп.", "пункт.", "стр.", "гл.",  "рис.",  "табл.",
                                          "№.",  "д.", "кв.", "оф.", "тел.",   "т.",   "вып.", "прил.", "руб."};

constexpr string_view kGerman[] = {"dr.",  "prof.", "hr.", "fr.",      "z. b.", "d. h.", "u. a.", "vgl.",
                                   "bzw.", "ca.",   "st.", "i. d. r.", "o. g.", "sog.",  "inkl."};
constexpr string_view kGermanFigure[] = {"nr.", "art.", "abs.", "s.", "bd.", "kap.", "abb.", "tab.", "ziff.", "tel."};

constexpr string_view kPortuguese[] = {"sr.",    "sra.", "dr.", "dra.", "prof.", "profa.",
                                       "p. ex.", "ex.",  "av.", "d.",   "cf.",   "vs."};
constexpr string_view kPortugueseFigure[] = {"art.", "arts.", "n.º",  "núm.", "pág.",
                                             "p.",   "pp.",   "cap.", "vol.", "fig."};

constexpr std::array<Abbreviations, 6> kAll{{{"en", kEnglish, kEnglishFigure},
                                             {"fr", kFrench, kFrenchFigure},
                                             {"es", kSpanish, kSpanishFigure},
                                             {"ru", kRussian, kRussianFigure},
                                             {"de", kGerman, kGermanFigure},
                                             {"pt", kPortuguese, kPortugueseFigure}}};

}  // namespace

Abbreviations AbbreviationsOf(string_view language) {
  const string_view first = language.substr(0, language.find('-'));
  const auto found = std::ranges::find(kAll, first, &Abbreviations::language);
  return found == kAll.end() ? Abbreviations{} : *found;
}

}  // namespace commonground::core
