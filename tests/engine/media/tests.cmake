add_library(test_odd_media STATIC support/odd_media.cpp support/odd_media.h support/packed_avi.cpp support/packed_avi.h support/truth_media.cpp support/truth_media.h)
target_include_directories(test_odd_media PUBLIC ${PROJECT_SOURCE_DIR})
target_link_libraries(test_odd_media PUBLIC engine::media Qt6::Core)

foreach(name audio_reader clip_writer damaged_media every_odd_file frame_index frame_server frame_times media_info peak_cache peak_pyramid
        playback_clock sound_and_picture sound_piece spectrogram spectrogram_tiles spectrum thumbnails time_stretch truth video_reader)
    polylogue_test(engine/media/tst_${name}.cpp LIBRARIES test_odd_media)
endforeach()
# Some 300 files' worth of decoding, by ffmpeg and by us: minutes on a busy machine.
set_tests_properties(engine.media.truth PROPERTIES TIMEOUT 900)
