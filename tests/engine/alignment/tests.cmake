add_library(test_sdk_cases STATIC support/csd_comparison.cpp support/csd_comparison.h support/sdk_case.cpp support/sdk_case.h)
target_include_directories(test_sdk_cases PUBLIC ${PROJECT_SOURCE_DIR})
target_link_libraries(test_sdk_cases PUBLIC engine::recipes PRIVATE fmt::fmt)

foreach(name align align_at_random video_steps) # step by step, through recipes in memory
    polylogue_test(engine/alignment/tst_${name}.cpp LIBRARIES engine::recipes)
endforeach()
foreach(name audit collapse coverage impute overlap segment_rows word_rule)
    polylogue_test(engine/alignment/tst_${name}.cpp LIBRARIES engine::alignment)
endforeach()
