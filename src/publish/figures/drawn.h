// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Figures that a page shows as a grid, each once more as one picture of shapes, for whoever takes it elsewhere: the
// same values, shades and sizes.
#pragma once

#include "publish/book.h"

namespace commonground::publish {

// Five shades by share, 0: none.  Requires: of > 0.
int ShadeOf(int present, int of);
// Of a bubble, in the units of a cell that is 44 wide: its area is the share.
double RadiusOf(int cases, int of);

Figure Drawn(const Matrix& matrix, const Words& t);
Figure Drawn(const Bubbles& map, const Words& t);
Figure Drawn(const Dots& dots, const Words& t);

}  // namespace commonground::publish
