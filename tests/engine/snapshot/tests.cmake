polylogue_tests(snapshot LIBRARIES engine::snapshot nlohmann_json::nlohmann_json DEPENDS polylogue-cli SOURCES
    engine/snapshot/tst_edited_words.cpp engine/snapshot/tst_label_change.cpp engine/snapshot/tst_labels_to_learn.cpp engine/snapshot/tst_snapshot.cpp engine/snapshot/tst_snapshot_command.cpp)
