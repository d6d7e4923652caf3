# polylogue-extract: the only program that links what features are made with; polylogue-cli hands `arousal`, `deidentify`, `erase-person`, `expression`, `extract` and `face-mesh` to it. Linked into
# polylogue-cli, every one of its commands would load BLAS through sphinxbase.
set(sources arousal_command.cpp arousal_command.h deidentify_command.cpp deidentify_command.h erase_person_command.cpp erase_person_command.h expression_command.cpp expression_command.h face_mesh_command.cpp face_mesh_command.h face_pictures.cpp face_pictures.h extract_confinement.cpp extract_confinement.h extract_main.cpp extract_serve.cpp extract_serve.h ../ending.cpp ../ending.h ../option_tree.cpp ../option_tree.h ../probing.cpp ../probing.h ../project_dataset.cpp ../project_dataset.h ../share_option.cpp ../share_option.h ../whole_project.cpp ../whole_project.h ../said.h ../stop_on_signal.cpp ../extract_options.cpp ../extract_options.h ../terminal_pause.h
    ../stop_on_signal.h)
list(TRANSFORM sources PREPEND ${CMAKE_CURRENT_LIST_DIR}/)
add_executable(polylogue-extract ${sources})
target_link_libraries(polylogue-extract PRIVATE engine::confinement engine::dataset_opening engine::deidentify engine::erasure engine::extraction engine::features_sound engine::parts engine::parts_voice nlohmann_json::nlohmann_json CLI11::CLI11 fmt::fmt)
target_compile_definitions(polylogue-extract PRIVATE POLYLOGUE_VERSION="${PROJECT_VERSION}")
target_link_options(polylogue-extract PRIVATE LINKER:--as-needed)
