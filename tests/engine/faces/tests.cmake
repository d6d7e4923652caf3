polylogue_tests(faces LIBRARIES engine::faces engine::media SOURCES
    engine/faces/tst_face_corrections.cpp engine/faces/tst_face_depth.cpp engine/faces/tst_face_lanes.cpp engine/faces/tst_face_measures.cpp engine/faces/tst_face_pose.cpp
    engine/faces/tst_landmark_rows.cpp engine/faces/tst_people_operations.cpp)
