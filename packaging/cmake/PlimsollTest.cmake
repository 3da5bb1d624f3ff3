# plimsoll_test(NAME [LIBRARIES lib...] [LABELS label...]): one executable from NAME.cpp, one test, run without a display.
function(plimsoll_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT" "LIBRARIES;LABELS")
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 300)
    endif()
    add_executable(${name} ${name}.cpp)
    target_link_libraries(${name} PRIVATE plimsoll_core ${arg_LIBRARIES} Qt6::Test)
    if("${arg_LIBRARIES}" MATCHES "_ui(;|$)")
        target_precompile_headers(${name} REUSE_FROM plimsoll_window_headers)
    else()
        target_precompile_headers(${name} REUSE_FROM plimsoll_core_headers)
    endif()
    # Empty: what moc makes for a test is included by the test itself.
    set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/${name}_autogen/mocs_compilation.cpp
        PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;PLIMSOLL_SOURCE=${CMAKE_SOURCE_DIR}")
endfunction()
