// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Boost.URL, compiled into the program: Debian's library of it would be one package more for two functions.

#include <boost/url/src.hpp>
