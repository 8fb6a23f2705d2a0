// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Names of the forms as readers see them.

#include "publish/front/form.h"

namespace commonground::publish {

std::string LabelOf(Form form, const Words& t) {
  switch (form) {
    case Form::kHtml:
      return t("Web pages");
    case Form::kPdf:
      return t("PDF");
    case Form::kDocx:
      return t("Word document");
    case Form::kEpub:
      return t("E-book (EPUB)");
    case Form::kData:
      return t("Open data");
  }
  return {};
}

}  // namespace commonground::publish
