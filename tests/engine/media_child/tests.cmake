polylogue_tests(media_child LIBRARIES engine::media engine::media_child engine::media_messages test_odd_media DEPENDS polylogue-media SOURCES
    engine/media_child/tst_media_child.cpp engine/media_child/tst_media_messages.cpp)
set_target_properties(tests_media_child PROPERTIES MEDIA_IN_CHILDREN ON)
