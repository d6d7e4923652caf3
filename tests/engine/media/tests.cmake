add_library(test_odd_media STATIC support/odd_media.cpp support/odd_media.h support/packed_avi.cpp support/packed_avi.h support/truth_media.cpp support/truth_media.h)
target_include_directories(test_odd_media PUBLIC ${PROJECT_SOURCE_DIR})
target_link_libraries(test_odd_media PUBLIC engine::media Qt6::Core)

polylogue_tests(media LIBRARIES test_odd_media SOURCES
    engine/media/tst_audio_reader.cpp engine/media/tst_clip_recorder.cpp engine/media/tst_clip_writer.cpp engine/media/tst_damaged_media.cpp
    engine/media/tst_every_odd_file.cpp engine/media/tst_fourier.cpp engine/media/tst_frame_index.cpp engine/media/tst_frame_server.cpp
    engine/media/tst_frame_times.cpp engine/media/tst_media_info.cpp engine/media/tst_peak_cache.cpp
    engine/media/tst_peak_pyramid.cpp engine/media/tst_playback_clock.cpp engine/media/tst_rendered_clip.cpp engine/media/tst_sound_and_picture.cpp
    engine/media/tst_sound_piece.cpp engine/media/tst_spectrogram.cpp engine/media/tst_spectrogram_tiles.cpp
    engine/media/tst_spectrum.cpp engine/media/tst_sound_levels.cpp engine/media/tst_speech_spans.cpp engine/media/tst_tar_members.cpp engine/media/tst_thumbnails.cpp engine/media/tst_time_stretch.cpp
    engine/media/tst_truth.cpp engine/media/tst_video_reader.cpp)
# Some 300 files' worth of decoding, by ffmpeg and by us: minutes on a busy machine.
set_tests_properties(engine.media.truth PROPERTIES TIMEOUT 900)

# The same once more as the window has it, with every file in a process of its own.
if(testsTogether)
    add_executable(tests_media_children ${CMAKE_CURRENT_BINARY_DIR}/united/tests_media.cpp support/media_template_at_start.cpp)
    prepare_test_program(tests_media_children engine/media/tst_truth.cpp LIBRARIES test_odd_media engine::media_child)
    precompile_for_test(tests_media_children engine/media/tst_truth.cpp)
    set_target_properties(tests_media_children PROPERTIES MEDIA_IN_CHILDREN ON)
    add_dependencies(tests_media_children tests_media polylogue-media)
    foreach(name truth video_reader audio_reader frame_server frame_times peak_pyramid sound_piece thumbnails clip_writer damaged_media every_odd_file
            media_info spectrogram tar_members)
        add_test(NAME engine.media.${name}_in_children COMMAND tests_media_children tst_${name})
        set_tests_properties(engine.media.${name}_in_children PROPERTIES LABELS engine TIMEOUT 900 ENVIRONMENT "LC_ALL=C.UTF-8")
    endforeach()
endif()
