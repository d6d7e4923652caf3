if(POLYLOGUE_EXTRACT)
    polylogue_tests(deidentify LIBRARIES engine::deidentify engine::dataset_opening engine::features_face engine::media engine::project_items DEPENDS polylogue-cli polylogue-extract SOURCES
        engine/deidentify/tst_deidentify.cpp engine/deidentify/tst_hidden_names.cpp)
endif()
