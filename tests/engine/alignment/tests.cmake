add_library(test_sdk_cases STATIC support/csd_comparison.cpp support/csd_comparison.h support/sdk_case.cpp support/sdk_case.h)
target_include_directories(test_sdk_cases PUBLIC ${PROJECT_SOURCE_DIR})
target_link_libraries(test_sdk_cases PUBLIC engine::recipes PRIVATE fmt::fmt)

polylogue_tests(alignment LIBRARIES engine::recipes SOURCES
    engine/alignment/tst_align.cpp engine/alignment/tst_align_at_random.cpp engine/alignment/tst_video_steps.cpp
    engine/alignment/tst_audit.cpp engine/alignment/tst_collapse.cpp engine/alignment/tst_coverage.cpp
    engine/alignment/tst_filled_segments.cpp engine/alignment/tst_impute.cpp engine/alignment/tst_overlap.cpp engine/alignment/tst_segment_rows.cpp engine/alignment/tst_sentences.cpp
    engine/alignment/tst_timed_segments.cpp engine/alignment/tst_word_rule.cpp)
