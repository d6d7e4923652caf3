add_library(test_format_samples STATIC support/format_samples.cpp support/format_samples.h support/whole_project_file.h)
target_include_directories(test_format_samples PRIVATE ${PROJECT_SOURCE_DIR})
target_link_libraries(test_format_samples PUBLIC engine::formats PRIVATE SQLiteCpp)
polylogue_tests(formats LIBRARIES engine::formats engine::npz test_format_samples nlohmann_json::nlohmann_json SOURCES
    engine/formats/tst_captions.cpp engine/formats/tst_containers.cpp engine/formats/tst_damaged_files.cpp
    engine/formats/tst_eaf.cpp engine/formats/tst_fixtures.cpp engine/formats/tst_format_registry.cpp
    engine/formats/tst_json_formats.cpp engine/formats/tst_label_table.cpp engine/formats/tst_line_formats.cpp
    engine/formats/tst_losses.cpp engine/formats/tst_losses_of_files.cpp engine/formats/tst_nova.cpp
    engine/formats/tst_round_trips.cpp engine/formats/tst_text_input.cpp engine/formats/tst_textgrid.cpp
    engine/formats/tst_word_sets_in_files.cpp)
