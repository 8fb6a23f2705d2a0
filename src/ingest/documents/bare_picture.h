// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A second look, outside the sandbox, at an image that was made anew in it.
#pragma once

#include <string_view>

namespace commonground::ingest {

// Is this a PNG, JPEG or TIFF with nothing in it but a picture: only the parts without which it cannot be shown, and
// its dots an inch?  No EXIF, XMP, comment, colour profile, preview, name, time; nothing after the end.  Strict: what
// is not known is refused.  It does not open the image, so hidden bits in its points are not seen.
// Threads: any.  Cost: linear.
bool IsBarePicture(std::string_view bytes);

}  // namespace commonground::ingest
