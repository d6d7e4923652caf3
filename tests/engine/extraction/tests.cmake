polylogue_tests(extraction LIBRARIES engine::conversations engine::extraction engine::media test_odd_media test_timed_speech DEPENDS polylogue-cli polylogue-extract SOURCES
    engine/extraction/tst_extraction.cpp engine/extraction/tst_extraction_progress.cpp engine/extraction/tst_extraction_shards.cpp engine/extraction/tst_extract_command.cpp engine/extraction/tst_extract_grid.cpp
    engine/extraction/tst_extract_odd_media.cpp engine/extraction/tst_face_task.cpp
    engine/extraction/tst_listed_recordings.cpp engine/extraction/tst_raw_material.cpp engine/extraction/tst_stretch_aligner.cpp engine/extraction/tst_transcript_file.cpp
    engine/extraction/tst_voicing_check.cpp)
