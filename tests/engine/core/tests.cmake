polylogue_tests(core LIBRARIES engine::core nlohmann_json::nlohmann_json SOURCES
    engine/core/tst_error.cpp engine/core/tst_feature_array.cpp engine/core/tst_feature_matrix.cpp
    engine/core/tst_file_lock.cpp engine/core/tst_folded_text.cpp engine/core/tst_file_sums.cpp engine/core/tst_installation.cpp
    engine/core/tst_file_system.cpp engine/core/tst_interval.cpp engine/core/tst_json_fields.cpp engine/core/tst_json_text.cpp engine/core/tst_output_guard.cpp engine/core/tst_pending_file.cpp
    engine/core/tst_run_context.cpp engine/core/tst_scratch_file.cpp engine/core/tst_segment_input.cpp engine/core/tst_sha256.cpp
    engine/core/tst_seeded_draws.cpp engine/core/tst_seeded_shuffle.cpp engine/core/tst_segment_id.cpp engine/core/tst_table_text.cpp engine/core/tst_tar_archive.cpp engine/core/tst_tar_writer.cpp engine/core/tst_window_lock.cpp
    engine/core/tst_terminal_text.cpp engine/core/tst_utf8.cpp engine/core/tst_writable_folder.cpp)
