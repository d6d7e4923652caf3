#pragma once

#include <filesystem>

namespace engine {

/// Where the package libdlib-data puts the model of 68 landmarks. It is a choice of who wants the sets `face`
/// and `face_landmarks`: all else works without it.
inline std::filesystem::path landmarkModelPath()
{
    return "/usr/share/dlib/shape_predictor_68_face_landmarks.dat";
}

}
