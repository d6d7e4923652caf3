add_executable(polylogue-media
    option_tree.cpp option_tree.h
    polylogue_media/media_main.cpp
    polylogue_media/media_server.cpp polylogue_media/media_server.h
    polylogue_media/question_line.cpp polylogue_media/question_line.h)
target_link_libraries(polylogue-media PRIVATE engine::confinement engine::decoding engine::media engine::media_messages nlohmann_json::nlohmann_json CLI11::CLI11 fmt::fmt)
target_compile_definitions(polylogue-media PRIVATE POLYLOGUE_VERSION="${PROJECT_VERSION}")
target_link_options(polylogue-media PRIVATE LINKER:--as-needed)
