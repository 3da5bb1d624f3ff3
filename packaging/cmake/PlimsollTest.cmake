# plimsoll_test(NAME [LIBRARIES lib...] [LABELS label...]): one executable from NAME.cpp, one test, run without a display.
function(plimsoll_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT" "LIBRARIES;LABELS")
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 300)
    endif()
    add_executable(${name} ${name}.cpp)
    target_link_libraries(${name} PRIVATE plimsoll_core ${arg_LIBRARIES} Qt6::Test)
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;PLIMSOLL_SOURCE=${CMAKE_SOURCE_DIR}")
endfunction()
