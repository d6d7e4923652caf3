polylogue_tests(cli LIBRARIES engine::annotation engine::audit engine::conversation_sources engine::corpora engine::decoding engine::formats engine::media engine::npz engine::project_items engine::raters engine::synchrony engine::tier_completion nlohmann_json::nlohmann_json DEPENDS polylogue-cli polylogue-extract SOURCES
    engine/cli/tst_agreement_command.cpp engine/cli/tst_align_command.cpp engine/cli/tst_cli_program.cpp
    engine/cli/tst_conversation_commands.cpp engine/cli/tst_conversation_layouts.cpp engine/cli/tst_convert_command.cpp engine/cli/tst_demo_conversation.cpp engine/cli/tst_info_command.cpp engine/cli/tst_interrupted_run.cpp
    engine/cli/tst_odd_names.cpp engine/cli/tst_packed_commands.cpp engine/cli/tst_seamless_layout.cpp engine/cli/tst_raters_commands.cpp engine/cli/tst_recorded_raters.cpp
    engine/cli/tst_corpus_layouts.cpp engine/cli/tst_make_dataset_command.cpp engine/cli/tst_outputs_never_inputs.cpp engine/cli/tst_stats_command.cpp
    engine/cli/tst_terminal_output.cpp engine/cli/tst_validate_command.cpp engine/cli/tst_fuse_ratings_command.cpp engine/cli/tst_audit_command.cpp engine/cli/tst_complete_command.cpp engine/cli/tst_merge_command.cpp engine/cli/tst_merge_projects_command.cpp engine/cli/tst_export_command.cpp
    engine/cli/tst_run_command.cpp engine/cli/tst_edit_metadata_command.cpp engine/cli/tst_expression_command.cpp engine/cli/tst_face_mesh_command.cpp engine/cli/tst_speech_command.cpp engine/cli/tst_run_case_command.cpp engine/cli/tst_valence_command.cpp engine/cli/tst_turn_sources.cpp engine/cli/tst_words_commands.cpp)
polylogue_test(engine/cli/tst_large_sequences.cpp LIBRARIES engine::sequences fmt::fmt OPTIMISED)
add_dependencies(tst_large_sequences polylogue-cli)
polylogue_test(engine/cli/tst_fetch_command.cpp LIBRARIES engine::sequences test_http_server)
add_dependencies(tst_fetch_command polylogue-cli)
polylogue_test(engine/cli/tst_slurm_command.cpp LIBRARIES engine::sequences)
add_dependencies(tst_slurm_command polylogue-cli polylogue-extract polylogue-models)
target_compile_definitions(tst_slurm_command PRIVATE SUPPORT="${PROJECT_SOURCE_DIR}/tests/support")
polylogue_test(engine/cli/tst_mutated_files.cpp LIBRARIES engine::sequences)
target_sources(tst_mutated_files PRIVATE support/csd_mutator.cpp support/measured_program.cpp)
add_dependencies(tst_mutated_files polylogue-cli)
# 1500 programs run one after the other: minutes on a busy machine.
set_tests_properties(engine.cli.mutated_files PROPERTIES TIMEOUT 1200
    ENVIRONMENT "LC_ALL=C.UTF-8;QTEST_FUNCTION_TIMEOUT=1200000")
polylogue_test(engine/cli/tst_hostile_annotation.cpp)
target_sources(tst_hostile_annotation PRIVATE support/measured_program.cpp)
add_dependencies(tst_hostile_annotation polylogue-cli)
polylogue_test(engine/cli/tst_media_command.cpp LIBRARIES test_odd_media Qt6::Gui)
add_dependencies(tst_media_command polylogue-cli)
