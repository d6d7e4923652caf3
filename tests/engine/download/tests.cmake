add_library(test_http_server STATIC support/http_server.cpp support/http_server.h)
target_include_directories(test_http_server PUBLIC ${PROJECT_SOURCE_DIR})
target_link_libraries(test_http_server PUBLIC Threads::Threads)

polylogue_tests(download LIBRARIES engine::download test_http_server SOURCES
    engine/download/tst_download.cpp engine/download/tst_download_failures.cpp engine/download/tst_file_check.cpp
    engine/download/tst_partial_file.cpp)
