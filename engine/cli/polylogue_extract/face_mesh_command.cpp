#include "engine/cli/polylogue_extract/face_mesh_command.h"

#include "engine/cli/ending.h"
#include "engine/cli/option_tree.h"
#include "engine/cli/polylogue_extract/extract_confinement.h"
#include "engine/cli/polylogue_extract/face_pictures.h"
#include "engine/cli/said.h"
#include "engine/cli/stop_on_signal.h"
#include "engine/core/error.h"
#include "engine/core/installation.h"
#include "engine/core/output_guard.h"
#include "engine/core/run_context.h"
#include "engine/core/text_file.h"
#include "engine/extraction/face_task_file.h"
#include "engine/features/face/blendshape_rows.h"
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
    fs::path blendshapes; ///< a `face_landmarker.task`; empty: none
};

/// The nets of the part, and those of a user's own file.
struct MeshingNets {
    FaceMeshNets own;
    std::optional<FaceTask> task;
};

/// A face by the one and by the other.
struct MeshedTwice {
    std::optional<MeshedFace> face;
    std::optional<Blendshapes> shapes;
};

/// What a row has behind its name; head_motion and head_turn, which a single picture has not, are left out.
std::vector<std::string> columnNames(bool withPoints, bool withShapes)
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
    if (withShapes)
        names.insert(names.end(), kBlendshapeNames.begin(), kBlendshapeNames.end());
    return names;
}

std::string meshedRow(const std::string& name, const MeshedTwice& seen, bool withPoints, bool withShapes)
{
    std::string row = name;
    if (seen.face) {
        std::vector<float> values = meshMeasures(*seen.face);
        values.resize(columnNames(false, false).size());
        if (withPoints) {
            for (float MeshPoint::*const axis : {&MeshPoint::x, &MeshPoint::y, &MeshPoint::z}) {
                for (const MeshPoint& point : seen.face->points)
                    values.push_back(point.*axis);
            }
        }
        for (const float value : values)
            row += fmt::format(",{:.6g}", value);
    } else {
        row += ",0" + std::string(columnNames(withPoints, false).size() - 1, ',');
    }
    if (seen.shapes) {
        for (const float value : *seen.shapes)
            row += fmt::format(",{:.6g}", value);
    } else if (withShapes) {
        row += std::string(kBlendshapes, ',');
    }
    return row + '\n';
}

/// A picture of grey bytes.
VideoFrame frameOfGreys(const std::string& greys, std::size_t side)
{
    VideoFrame frame;
    frame.width = frame.height = static_cast<int>(side);
    std::vector<std::uint8_t> bgra;
    bgra.reserve(4 * side * side);
    for (const char value : greys) {
        const auto grey = static_cast<std::uint8_t>(value);
        bgra.insert(bgra.end(), {grey, grey, grey, 255});
    }
    frame.bgra = std::move(bgra);
    return frame;
}

/// Faces of 48 × 48 grey bytes, one after the other.
std::string rowsOfGreyFaces(const fs::path& file, const MeshingNets& nets, bool withPoints,
                            const RunContext& run)
{
    const std::vector<std::string> faces = greyFacesIn(file);
    std::string rows;
    for (std::size_t i = 0; i < faces.size(); ++i) {
        run.tick(i, faces.size());
        const VideoFrame crop = frameOfGreys(faces[i], kCropSide);
        MeshedTwice seen{meshOfCrop(crop, nets.own), std::nullopt};
        if (nets.task)
            seen.shapes = nets.task->shapes.of(meshOfCrop(crop, nets.own.detector, nets.task->points));
        rows += meshedRow(std::to_string(i), seen, withPoints, nets.task.has_value());
    }
    return rows;
}

MeshedTwice lookedAt(const VideoFrame& picture, const MeshingNets& nets)
{
    MeshedTwice seen{meshAtOnce(picture, nets.own), std::nullopt};
    if (!nets.task)
        return seen;
    if (const auto face = meshAtOnce(picture, nets.own.detector, nets.task->points))
        seen.shapes = nets.task->shapes.of(*face);
    return seen;
}

int meshFaces(const FaceMeshArguments& options)
{
    const StopOnSignal stop;
    const RunContext run{stop.token(), {}};
    std::vector<fs::path> inputs = options.faces.pictures;
    inputs.push_back(options.blendshapes);
    refuseInputsAsOutputs(inputs, std::span(&options.faces.out, 1));
    confineExtraction({options.faces.out}, MayRun::Nothing);
    const LimitedWork limit;
    const InstalledPart part = openPart(Installation::ofThisProgram(), kFaceMeshPart);
    MeshingNets nets{FaceMeshNets::read(part.file(kFaceMeshDetectorFile), part.file(kFaceMeshPointsFile)),
                     std::nullopt};
    if (!options.blendshapes.empty())
        nets.task.emplace(openFaceTask(options.blendshapes));
    std::string rows = options.faces.areCrops() ? "index" : "picture";
    for (const std::string& name : columnNames(options.points, nets.task.has_value()))
        rows += ',' + name;
    rows += '\n';
    int failed = 0;
    for (const fs::path& file : options.faces.pictures) {
        limit.goesOn();
        run.tick(0, 1);
        if (options.faces.areCrops()) {
            rows += rowsOfGreyFaces(file, nets, options.points, run);
            continue;
        }
        MeshedTwice seen;
        try {
            seen = lookedAt(*VideoReader(MediaFile(file), VideoReader::kKeptInSequence).frame(0, 0, 0), nets);
        } catch (const IoError& error) { // the others are looked at
            say(stderr, "{}: {}\n", error.code(), error.what());
            ++failed;
        }
        rows += meshedRow(tableCell(file.string()), seen, options.points, nets.task.has_value());
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
    program
        .add_option("--blendshapes", options.blendshapes,
                    "a face_landmarker.task of yours: also its 52 blendshapes (smile, blink, brows, gaze), 0 "
                    "to 1. Google publishes that file for MediaPipe's Face Landmarker under the Apache-2.0 "
                    "licence")
        ->check(CLI::ExistingFile);
    if (printsOptionTree(program, argc, argv))
        return 0;
    try {
        program.parse(argc, argv);
        options.faces.check();
    } catch (const CLI::ParseError& error) {
        return program.exit(error) == 0 ? 0 : 2;
    }
    return runToTheEnd([&] { return meshFaces(options); });
}

}
