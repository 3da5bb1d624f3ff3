# One place for what every target of ours is compiled with.
add_library(plimsoll_compiler INTERFACE)
target_include_directories(plimsoll_compiler INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_definitions(plimsoll_compiler INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_KEYWORDS QT_NO_FOREACH QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400
    PLIMSOLL_VERSION="${PROJECT_VERSION}")
if(NOT MSVC)
    target_compile_options(plimsoll_compiler INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual)
    # Clang wants braces for every base of an aggregate; Fields (core/record/described.h) has one for each field.
    target_compile_options(plimsoll_compiler INTERFACE
        $<$<CXX_COMPILER_ID:Clang,AppleClang>:-Wno-missing-braces>)
endif()

if(CMAKE_CXX_CLANG_TIDY)
    # What moc and rcc write lies here, and is not ours to mend; clang-tidy wants at least one check.
    file(WRITE ${CMAKE_BINARY_DIR}/.clang-tidy "Checks: '-*,misc-definitions-in-headers'\n")
endif()

find_program(PLIMSOLL_CCACHE ccache)
if(PLIMSOLL_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # With precompiled headers ccache wants these words; it would read hundreds of megabytes for each file otherwise. Paths
    # are taken from the source folder on, so that another clone finds what this one compiled.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}
        CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_DEPEND=1 CCACHE_INODECACHE=1 ${PLIMSOLL_CCACHE})
endif()

find_program(PLIMSOLL_MOLD mold)
if(PLIMSOLL_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_link_options(-fuse-ld=mold)
endif()
