# SPDX-FileCopyrightText: The Common Ground developers
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# What is installed beside the programs (each room installs its own), and the package of Debian 12:  make package.
# The program finds its helpers from where it is, so that any prefix will do: BIN/../libexec/commonground.
include(GNUInstallDirs)
install(FILES LICENSE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES cmake/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY LICENSES docs DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES packaging/systemd/commonground@.service DESTINATION lib/systemd/system)
install(FILES packaging/systemd/example.conf DESTINATION ${CMAKE_INSTALL_DOCDIR})
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)  # tests are not needed to install

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME commonground)
set(CPACK_PACKAGE_VENDOR "The Common Ground developers")
set(CPACK_PACKAGE_CONTACT "The Common Ground developers <commonground@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "From case studies to a report that anyone can check")
set(CPACK_PACKAGE_DESCRIPTION "A research instrument of networks of sex workers: study folders, coding together, comparison, consent
at every step, and a report in which every number leads to its passages.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)  # libraries; below: programs and data that are started or read
set(CPACK_DEBIAN_PACKAGE_DEPENDS "bubblewrap, pandoc, tesseract-ocr, tesseract-ocr-eng, tesseract-ocr-osd")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
  "tesseract-ocr-fra, tesseract-ocr-spa, tesseract-ocr-rus, tesseract-ocr-chi-sim, tesseract-ocr-tha, tesseract-ocr-mya, tesseract-ocr-ara")
include(CPack)
