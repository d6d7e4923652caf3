add_library(test_timed_speech STATIC support/noise.cpp support/noise.h support/timed_speech.cpp support/timed_speech.h)
target_include_directories(test_timed_speech PUBLIC ${PROJECT_SOURCE_DIR})
target_link_libraries(test_timed_speech PUBLIC engine::features_speech engine::media engine::sequences
    PRIVATE nlohmann_json::nlohmann_json)

polylogue_tests(features_speech LIBRARIES test_timed_speech engine::model_files SOURCES
    engine/features/speech/tst_alignment_windows.cpp engine/features/speech/tst_boundary_net.cpp
    engine/features/speech/tst_guessed_phones.cpp
    engine/features/speech/tst_spelled_numbers.cpp engine/features/speech/tst_transcript_words.cpp
    engine/features/speech/tst_word_aligner.cpp)
