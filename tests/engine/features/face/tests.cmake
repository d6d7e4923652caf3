polylogue_tests(features_face LIBRARIES engine::features_face engine::features_sound engine::model_files engine::parts engine::sequences test_odd_media SOURCES
    engine/features/face/tst_expression_net.cpp engine/features/face/tst_face_crop.cpp engine/features/face/tst_face_mesh.cpp
    engine/features/face/tst_face_tracks.cpp
    engine/features/face/tst_features_of_odd_media.cpp engine/features/face/tst_landmark_model.cpp
    engine/features/face/tst_speaking.cpp)
