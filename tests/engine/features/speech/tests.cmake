add_library(test_timed_speech STATIC support/timed_speech.cpp support/timed_speech.h)
target_include_directories(test_timed_speech PUBLIC ${PROJECT_SOURCE_DIR})
target_link_libraries(test_timed_speech PUBLIC engine::features_speech engine::media engine::sequences
    PRIVATE nlohmann_json::nlohmann_json)
