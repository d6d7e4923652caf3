polylogue_tests(raters LIBRARIES engine::raters engine::numbers SOURCES
    engine/raters/tst_category_votes.cpp engine/raters/tst_guideline_faults.cpp engine/raters/tst_influence.cpp
    engine/raters/tst_ordinal_model.cpp engine/raters/tst_routing.cpp engine/raters/tst_study_design.cpp)
