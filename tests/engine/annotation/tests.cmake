polylogue_tests(annotation LIBRARIES engine::annotation SOURCES engine/annotation/tst_aligned_words.cpp
    engine/annotation/tst_collect_files.cpp engine/annotation/tst_difference.cpp engine/annotation/tst_edge_drag.cpp
    engine/annotation/tst_edits.cpp engine/annotation/tst_edits_at_random.cpp engine/annotation/tst_interval_index.cpp
    engine/annotation/tst_label_sets.cpp engine/annotation/tst_layers.cpp engine/annotation/tst_merge_projects.cpp engine/annotation/tst_pass_mix.cpp engine/annotation/tst_recorded_tiers.cpp
    engine/annotation/tst_review_queue.cpp engine/annotation/tst_segments_edit.cpp engine/annotation/tst_snapshots.cpp engine/annotation/tst_source_files.cpp
    engine/annotation/tst_tier_edits.cpp engine/annotation/tst_tier_roles.cpp engine/annotation/tst_trace_edits.cpp
    engine/annotation/tst_transcript_edits.cpp engine/annotation/tst_untimed_words.cpp engine/annotation/tst_word_sets.cpp engine/annotation/tst_work_sharing.cpp)
foreach(name history journaling project_file project_store)
    polylogue_test(engine/annotation/tst_${name}.cpp LIBRARIES engine::annotation)
    target_link_libraries(tst_${name} PRIVATE SQLiteCpp)
endforeach()
add_library(test_faulty_disk STATIC support/faulty_disk.cpp support/faulty_disk.h)
target_include_directories(test_faulty_disk PUBLIC ${PROJECT_SOURCE_DIR})
target_link_libraries(test_faulty_disk PRIVATE sqlite3)
polylogue_test(faults/tst_project_faults.cpp LIBRARIES engine::annotation test_faulty_disk)
polylogue_test(faults/tst_damaged_project.cpp LIBRARIES engine::annotation)
polylogue_test(faults/tst_two_writers.cpp LIBRARIES engine::annotation)
target_link_libraries(tst_two_writers PRIVATE SQLiteCpp)
target_link_libraries(tst_project_file PRIVATE test_faulty_disk engine::formats)
