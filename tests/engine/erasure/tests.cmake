if(POLYLOGUE_EXTRACT)
    polylogue_tests(erasure LIBRARIES engine::erasure engine::dataset_opening engine::media engine::project_items DEPENDS polylogue-cli polylogue-extract SOURCES
        engine/erasure/tst_erasure.cpp)
endif()
