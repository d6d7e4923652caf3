#include "engine/cli/polylogue_extract/face_mesh_command.h"

#include "engine/cli/ending.h"
#include "engine/cli/polylogue_extract/face_pictures.h"
#include "engine/cli/said.h"
#include "engine/cli/stop_on_signal.h"
#include "engine/core/error.h"
#include "engine/core/installation.h"
#include "engine/core/output_guard.h"
#include "engine/core/run_context.h"
#include "engine/core/text_file.h"
#include "engine/features/face/mesh_rows.h"
#include "engine/media/video_reader.h"
#include "engine/parts/installed_part.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <optional>

namespace engine::cli {

namespace {

namespace fs = std::filesystem;

struct FaceMeshArguments {
    FacePictures faces;
    bool points = false; ///< also all coordinates
};

/// What a row has behind its name; head_motion and head_turn, which a single picture has not, are left out.
std::vector<std::string> columnNames(bool withPoints)
{
    std::vector<std::string> names;
    for (const FeatureColumn& column : meshColumns()) {
        if (!column.name.starts_with("head_"))
            names.push_back(column.name);
    }
    if (withPoints) {
        for (const FeatureColumn& column : meshPointColumns())
            names.push_back(column.name);
    }
    return names;
}

std::string meshedRow(const std::string& name, const std::optional<MeshedFace>& face, bool withPoints)
{
    std::string row = name;
    const std::vector<std::string> names = columnNames(withPoints);
    if (!face)
        return row + ",0" + std::string(names.size() - 1, ',') + '\n';
    std::vector<float> values = meshMeasures(*face);
    values.resize(columnNames(false).size());
    if (withPoints) {
        for (float MeshPoint::*const axis : {&MeshPoint::x, &MeshPoint::y, &MeshPoint::z}) {
            for (const MeshPoint& point : face->points)
                values.push_back(point.*axis);
        }
    }
    for (const float value : values)
        row += fmt::format(",{:.6g}", value);
    return row + '\n';
}

/// A picture of grey bytes.
VideoFrame frameOfGreys(const std::string& greys, std::size_t side)
{
    VideoFrame frame;
    frame.width = frame.height = static_cast<int>(side);
    frame.bgra.reserve(4 * side * side);
    for (const char value : greys) {
        const auto grey = static_cast<std::uint8_t>(value);
        frame.bgra.insert(frame.bgra.end(), {grey, grey, grey, 255});
    }
    return frame;
}

/// Faces of 48 × 48 grey bytes, one after the other.
std::string rowsOfGreyFaces(const fs::path& file, const FaceMeshNets& nets, bool withPoints,
                            const RunContext& run)
{
    const std::vector<std::string> faces = greyFacesIn(file);
    std::string rows;
    for (std::size_t i = 0; i < faces.size(); ++i) {
        run.tick(i, faces.size());
        const MeshedFace face = meshOfCrop(frameOfGreys(faces[i], kCropSide), nets);
        rows += meshedRow(std::to_string(i), face, withPoints);
    }
    return rows;
}

int meshFaces(const FaceMeshArguments& options)
{
    const StopOnSignal stop;
    const RunContext run{stop.token(), {}};
    refuseInputsAsOutputs(options.faces.pictures, std::span(&options.faces.out, 1));
    const InstalledPart part = openPart(Installation::ofThisProgram(), kFaceMeshPart);
    const FaceMeshNets nets
        = FaceMeshNets::read(part.file(kFaceMeshDetectorFile), part.file(kFaceMeshPointsFile));
    std::string rows = options.faces.areCrops() ? "index" : "picture";
    for (const std::string& name : columnNames(options.points))
        rows += ',' + name;
    rows += '\n';
    int failed = 0;
    for (const fs::path& file : options.faces.pictures) {
        run.tick(0, 1);
        if (options.faces.areCrops()) {
            rows += rowsOfGreyFaces(file, nets, options.points, run);
            continue;
        }
        std::optional<MeshedFace> face;
        try {
            face = meshAtOnce(*VideoReader(MediaFile(file), VideoReader::kKeptInSequence).frame(0, 0, 0),
                              nets);
        } catch (const IoError& error) { // the others are looked at
            say(stderr, "{}: {}\n", error.code(), error.what());
            ++failed;
        }
        rows += meshedRow(tableCell(file.string()), face, options.points);
    }
    writeTextFile(options.faces.out, rows).commit();
    return failed > 0 ? 1 : 0;
}

}

int faceMeshCommand(int argc, char** argv)
{
    CLI::App program(
        "Finds 468 points in faces, and measures them: mouth, smile, brows, eyes, how the head is "
        "turned. These are distances, not expressions.",
        "polylogue-cli face-mesh");
    FaceMeshArguments options;
    options.faces.addTo(program, "and the columns of the set face_mesh, in the picture's pixels");
    program.add_flag("--points", options.points, "also x, y and z of each point");
    try {
        program.parse(argc, argv);
        options.faces.check();
    } catch (const CLI::ParseError& error) {
        return program.exit(error) == 0 ? 0 : 2;
    }
    return runToTheEnd([&] { return meshFaces(options); });
}

}
