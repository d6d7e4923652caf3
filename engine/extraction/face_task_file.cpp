#include "engine/extraction/face_task_file.h"

#include "engine/core/sha256.h"
#include "engine/npz/zip_member.h"

namespace engine {

namespace {

constexpr std::size_t kMostMemberBytes = std::size_t{32} << 20; // Google's have 2.6 MB and 1 MB

}

FaceTask openFaceTask(const std::filesystem::path& path)
{
    const auto member = [&](const char* name) {
        return readZipMember(path, name, "a face_landmarker.task", kMostMemberBytes);
    };
    const std::string points = member(kTaskPointsMember);
    const std::string shapes = member(kTaskShapesMember);
    return {TaskPointsNet({points, path.string(), kTaskPointsMember, "face_landmarker"}),
            TaskShapesNet({shapes, path.string(), kTaskShapesMember, "face_landmarker"}),
            hexadecimal(sha256OfFile(path))};
}

}
