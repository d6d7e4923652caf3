polylogue_tests(tier_export LIBRARIES engine::tier_export SOURCES
    engine/tier_export/tst_tier_folder.cpp)
