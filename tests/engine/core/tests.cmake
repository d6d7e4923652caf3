foreach(name error feature_matrix interval run_context segment_input)
    polylogue_test(engine/core/tst_${name}.cpp LIBRARIES engine::core)
endforeach()
