add_library(test_http_server STATIC support/http_server.cpp support/http_server.h)
target_include_directories(test_http_server PUBLIC ${PROJECT_SOURCE_DIR})
target_link_libraries(test_http_server PUBLIC Threads::Threads)

foreach(name download download_failures file_check partial_file)
    polylogue_test(engine/download/tst_${name}.cpp LIBRARIES engine::download test_http_server)
endforeach()
