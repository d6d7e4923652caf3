foreach(name edits edits_at_random interval_index project_file word_edges)
    polylogue_test(engine/annotation/tst_${name}.cpp LIBRARIES engine::annotation)
endforeach()
target_link_libraries(tst_project_file PRIVATE SQLiteCpp)
