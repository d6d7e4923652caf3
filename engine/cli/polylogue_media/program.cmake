add_executable(polylogue-media
    polylogue_media/media_main.cpp
    polylogue_media/media_server.cpp polylogue_media/media_server.h
    polylogue_media/question_line.cpp polylogue_media/question_line.h)
target_link_libraries(polylogue-media PRIVATE engine::confinement engine::decoding engine::media engine::media_messages CLI11::CLI11 fmt::fmt)
target_link_options(polylogue-media PRIVATE LINKER:--as-needed)
