# Installs and packs: `cpack --preset release` makes plimsoll.deb (the window), plimsollctl.deb (no widgets) and a .tar.gz of both.
set(linux ${CMAKE_SOURCE_DIR}/packaging/linux)

install(TARGETS plimsollctl COMPONENT ctl)
if(UNIX AND NOT APPLE)
    install(FILES ${linux}/plimsollctl.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT ctl)
    install(FILES ${linux}/plimsollctl.bash RENAME plimsollctl
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT ctl)
endif()
install(FILES README.md LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/plimsollctl COMPONENT ctl)

if(TARGET plimsoll)
    install(TARGETS plimsoll COMPONENT window)
    if(UNIX AND NOT APPLE)
        install(FILES ${linux}/org.plimsoll.Plimsoll.desktop
            DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT window)
        install(FILES ${linux}/org.plimsoll.Plimsoll.metainfo.xml
            DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo COMPONENT window)
        install(FILES resources/icons/plimsoll.svg
            DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps COMPONENT window)
    endif()
    install(FILES README.md LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/plimsoll COMPONENT window)
endif()

set(CPACK_GENERATOR "DEB;TGZ")
set(CPACK_PACKAGE_VENDOR "The Plimsoll authors")
set(CPACK_PACKAGE_CONTACT "The Plimsoll authors <authors@plimsoll.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "workbench for the security baseline of AI systems")
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL ctl window)
if(NOT TARGET plimsoll)
    set(CPACK_COMPONENTS_ALL ctl)
endif()

# What the linker cannot see: the database driver and the reader of PDF pages are plug-ins, and reports need fonts for
# every script.
set(runtime "libqt6sql6-sqlite, fonts-inter, fonts-dejavu-core, fonts-droid-fallback")
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_CTL_PACKAGE_NAME plimsollctl)
set(CPACK_DEBIAN_CTL_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_CTL_PACKAGE_DEPENDS ${runtime})
set(CPACK_DEBIAN_CTL_DESCRIPTION "${CPACK_PACKAGE_DESCRIPTION_SUMMARY} (command line)
 Checks, exports and verifies what teams record towards ETSI EN 304 223, from
 scripts, pipelines and release gates. Needs no display.")
set(CPACK_DEBIAN_WINDOW_PACKAGE_NAME plimsoll)
set(CPACK_DEBIAN_WINDOW_PACKAGE_SECTION office)
set(CPACK_DEBIAN_WINDOW_PACKAGE_DEPENDS "${runtime}, qt6-image-formats-plugin-pdf")
set(CPACK_DEBIAN_WINDOW_PACKAGE_RECOMMENDS "plimsollctl, qt6-wayland")
set(CPACK_DEBIAN_WINDOW_DESCRIPTION "${CPACK_PACKAGE_DESCRIPTION_SUMMARY} (window)
 Governance teams describe AI systems, settle roles, walk the checklists of
 ETSI EN 304 223, attach evidence, and hand over a report and a package that
 anyone can verify with standard tools.")
include(CPack)
