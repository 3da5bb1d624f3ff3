# Libzip: the imported target libzip::zip.
# libzip's own CMake package is not used because Debian's also demands the tools zipcmp, zipmerge and ziptool.
find_path(Libzip_INCLUDE_DIR zip.h)
find_library(Libzip_LIBRARY zip)
find_path(Libzip_CONFIG_DIR zipconf.h)
mark_as_advanced(Libzip_INCLUDE_DIR Libzip_LIBRARY Libzip_CONFIG_DIR)

if(Libzip_CONFIG_DIR)
    file(STRINGS ${Libzip_CONFIG_DIR}/zipconf.h Libzip_VERSION REGEX "^#define LIBZIP_VERSION \"")
    string(REGEX REPLACE "^#define LIBZIP_VERSION \"([^\"]*)\".*" "\\1" Libzip_VERSION "${Libzip_VERSION}")
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Libzip REQUIRED_VARS Libzip_LIBRARY Libzip_INCLUDE_DIR Libzip_CONFIG_DIR
    VERSION_VAR Libzip_VERSION)

if(Libzip_FOUND AND NOT TARGET libzip::zip)
    add_library(libzip::zip UNKNOWN IMPORTED GLOBAL)
    set_target_properties(libzip::zip PROPERTIES IMPORTED_LOCATION "${Libzip_LIBRARY}"
        INTERFACE_INCLUDE_DIRECTORIES "${Libzip_INCLUDE_DIR};${Libzip_CONFIG_DIR}")
endif()
