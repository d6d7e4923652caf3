foreach(name error feature_array feature_matrix file_lock file_sums installation interval output_guard pending_file run_context segment_input sha256 terminal_text utf8)
    polylogue_test(engine/core/tst_${name}.cpp LIBRARIES engine::core)
endforeach()
