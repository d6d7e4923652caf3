#include "engine/core/installation.h"
#include "engine/extraction/face_task_file.h"
#include "engine/faces/face_measures.h"
#include "engine/features/face/face_detector.h"
#include "engine/features/face/mesh_look.h"
#include "engine/features/face/resample.h"
#include "engine/features/face/track_faces.h"
#include "engine/media/video_reader.h"
#include "engine/parts/installed_part.h"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/bench/bench_row.h"

using namespace engine;

namespace {

/// What the process has computed so far, on all cores: other programs on the machine do not count.
double secondsComputed()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// The most memory that the process had, in MiB.
double peakMemory()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:"))
            return std::stod(line.substr(6)) / 1024.0;
    }
    return 0.0;
}

/// The smile of `face` in faces of 48 × 48 grey bytes, a line each: in the detector's box, where it sees one
/// in four times the size, else in the box that it has in such pictures on the whole (expressionPart()).
int printSmiles(const char* path)
{
    constexpr int kSide = 48;
    constexpr int kLarge = 4 * kSide;
    std::ifstream stream(path, std::ios::binary);
    const std::vector<char> bytes{std::istreambuf_iterator<char>(stream), {}};
    const LandmarkModel model;
    FaceDetector detector;
    for (std::size_t first = 0; first + kSide * kSide <= bytes.size(); first += kSide * kSide) {
        const auto* face = reinterpret_cast<const std::uint8_t*>(bytes.data() + first);
        const std::vector<float> values
            = resample({{face, kSide * kSide}, kSide, kSide}, {0.0F, 0.0F, kSide, kSide}, kLarge, kLarge);
        GrayPicture picture{kLarge, kLarge, {}};
        std::ranges::transform(values, std::back_inserter(picture.pixels), [](float value) {
            return static_cast<std::uint8_t>(std::clamp(std::lround(value), 0L, 255L));
        });
        const std::vector<DetectedFace> found = detector.detect(picture);
        const float half = 0.93F * kLarge / 2.0F;
        const FacePoint middle{0.52F * kLarge, 0.55F * kLarge};
        const FaceBox usual{middle.x - half, middle.y - half, middle.x + half, middle.y + half};
        const FaceBox box = found.empty() ? usual : found.front().box;
        std::printf("%.6f\n", static_cast<double>(measuresOf(model.steady(picture, box)).smile));
    }
    return 0;
}

/// What the nets of a `face_landmarker.task` make of the same part of each of some faces of 48 × 48 grey
/// bytes: a line of x, y, z of 478 points and 52 blendshapes for each.
int printBlendshapes(const char* path, const char* task, std::size_t count)
{
    constexpr int kSide = 48;
    const FaceTask nets = openFaceTask(task);
    std::ifstream stream(path, std::ios::binary);
    std::string bytes(kSide * kSide, '\0');
    double seconds = 0.0;
    for (std::size_t i = 0; i < count && stream.read(bytes.data(), kSide * kSide); ++i) {
        VideoFrame picture;
        picture.width = picture.height = kSide;
        std::vector<std::uint8_t> bgra;
        for (const char value : bytes) {
            const auto grey = static_cast<std::uint8_t>(value);
            bgra.insert(bgra.end(), {grey, grey, grey, 255});
        }
        picture.bgra = std::move(bgra);
        if (i == 0) // products are compiled when they are first asked for
            (void)nets.shapes.of(nets.points.of(picture, {24.0F, 24.0F, 72.0F, 0.1F}));
        const double begun = secondsComputed();
        const MeshedFace face = nets.points.of(picture, {24.0F, 24.0F, 72.0F, 0.1F});
        const Blendshapes shapes = nets.shapes.of(face);
        seconds += secondsComputed() - begun;
        for (std::size_t point = 0; point < kMeshPoints + kIrisPoints; ++point)
            std::printf("%.7g %.7g %.7g ", static_cast<double>(face.point(point).x),
                        static_cast<double>(face.point(point).y), static_cast<double>(face.point(point).z));
        for (const float shape : shapes)
            std::printf("%.7g ", static_cast<double>(shape));
        std::printf("\n");
    }
    std::fprintf(stderr, "%.2f\n", 1000.0 * seconds / static_cast<double>(count));
    return 0;
}

/// The points of one face after the other, the detector included where it is due.
bool printMeshRows()
{
    const InstalledPart part = openPart(Installation::ofThisProgram(), kFaceMeshPart);
    const FaceMeshNets nets
        = FaceMeshNets::read(part.file(kFaceMeshDetectorFile), part.file(kFaceMeshPointsFile));
    VideoReader reader(MediaFile(std::filesystem::path(DEMO "/media/grid_talk_a.mp4")));
    std::vector<std::shared_ptr<const VideoFrame>> frames;
    for (std::size_t k = 0; k < 50; ++k)
        frames.push_back(reader.frame(k, 640, 640));
    MeshLooker looker(nets);
    std::size_t seen = 0;
    const double begun = secondsComputed();
    for (int round = 0; round < 8; ++round) {
        for (const auto& frame : frames)
            seen += looker.lookAt(*frame, 16.0 * round + frame->time) ? 1 : 0;
    }
    const double seconds = secondsComputed() - begun;
    std::fprintf(stderr, "face_mesh: %.0f faces a second on one core\n", static_cast<double>(seen) / seconds);
    const double each = 1000.0 * seconds / static_cast<double>(seen);
    const bool ok = each <= 1000.0 / 300.0;
    std::printf("face_mesh_ms_a_face\t%.3g\tms\t%.3g\tnull\t%s\n", each, 1000.0 / 300.0, ok ? "yes" : "no");
    return ok;
}

}

int main(int argc, char** argv)
{
    if (argc > 3)
        return printBlendshapes(argv[1], argv[2], std::stoul(argv[3]));
    if (argc > 1)
        return printSmiles(argv[1]);
    bool ok = printMeshRows();
    const LandmarkModel model;
    std::size_t faces = 0;
    double seconds = 0.0;
    for (const char* name : {"ada_1", "bert_1", "cleo_1", "dan_1", "grid_talk_a"}) {
        const double begun = secondsComputed();
        const FaceTracks tracks = trackFaces(std::string(DEMO "/media/") + name + ".mp4", model);
        seconds += secondsComputed() - begun;
        for (const FacePerson& person : tracks.people)
            faces += person.sights.size();
    }
    std::fprintf(stderr, "%.0f faces a second, decoding included\n", static_cast<double>(faces) / seconds);
    ok = bench::printRow("face_ms_a_face", 1000.0 * seconds / static_cast<double>(faces), "ms",
                         1000.0 / 300.0, 2.0)
        && ok;
    const double threeHours
        = 3.0 * 3600.0 * 25.0 * static_cast<double>(sizeof(StoredSight) + sizeof(Interval)) / 1048576.0;
    ok = bench::printRow("face_mib_for_3_h", peakMemory() + threeHours, "MiB", 300.0, 250.0) && ok;
    return ok ? 0 : 1;
}
