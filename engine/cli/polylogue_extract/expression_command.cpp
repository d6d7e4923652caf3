#include "engine/cli/polylogue_extract/expression_command.h"

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
#include "engine/features/face/face_look.h"
#include "engine/media/video_reader.h"
#include "engine/parts/installed_part.h"

#include <CLI/CLI.hpp>
#include <array>
#include <fmt/format.h>
#include <optional>

namespace engine::cli {

namespace {

namespace fs = std::filesystem;

struct ExpressionArguments {
    FacePictures faces;
    fs::path inner; ///< file for what the last layer but one says of raw crops; empty: none
};

/// Rows of what the program writes: answers, and what they are made of.
struct ExpressionRows {
    std::string seen;
    std::string inner;
};

std::string expressionRow(const std::string& name, const std::optional<SeenExpression>& seen)
{
    std::string row = name;
    for (std::size_t i = 0; i < SeenExpression::kNames.size(); ++i)
        row += seen ? fmt::format(",{:.6f}", seen->chances[i]) : ",";
    return row + (seen ? fmt::format(",{:.6f},1\n", seen->valence) : ",,0\n");
}

void addInner(std::string& rows, const std::string& name, const std::vector<float>& inner)
{
    if (rows.empty()) {
        rows = "index";
        for (std::size_t i = 0; i < inner.size(); ++i)
            rows += fmt::format(",inner_{}", i);
        rows += '\n';
    }
    rows += name;
    for (const float value : inner)
        rows += fmt::format(",{:.6g}", value);
    rows += '\n';
}

/// Faces of 48 × 48 grey bytes, one after the other.
/// @param isInner  the inner numbers are wanted, too
ExpressionRows rowsOfCrops(const fs::path& file, const ExpressionNet& net, bool isInner,
                           const RunContext& run)
{
    static_assert(kCropSide == ExpressionNet::kSide);
    const std::vector<std::string> faces = greyFacesIn(file);
    ExpressionRows rows;
    for (std::size_t i = 0; i < faces.size(); ++i) {
        run.tick(i, faces.size());
        std::vector<float> face;
        for (const char value : faces[i])
            face.push_back(static_cast<float>(static_cast<unsigned char>(value)));
        rows.seen += expressionRow(std::to_string(i), net.of(face));
        if (isInner)
            addInner(rows.inner, std::to_string(i), net.inner(face));
    }
    return rows;
}

std::string rowOfPicture(const fs::path& file, const ExpressionNet& net)
{
    const auto frame = VideoReader(MediaFile(file), VideoReader::kKeptInSequence).frame(0, 1280, 1280);
    const std::optional<FaceLook> look = lookAtOnce(grayOf(*frame), net);
    return expressionRow(tableCell(file.string()), look ? std::optional(look->seen) : std::nullopt);
}

int lookAtFaces(const ExpressionArguments& options)
{
    const StopOnSignal stop;
    const RunContext run{stop.token(), {}};
    refuseInputsAsOutputs(options.faces.pictures, std::array{options.faces.out, options.inner});
    confineExtraction({options.faces.out, options.inner}, MayRun::Nothing);
    const LimitedWork limit;
    const ExpressionNet net = ExpressionNet::read(
        openPart(Installation::ofThisProgram(), kExpressionPart).file("expression.safetensors"));
    std::string rows = options.faces.areCrops() ? "index" : "picture";
    for (const std::string_view name : SeenExpression::kNames)
        rows += fmt::format(",{}", name);
    rows += ",valence,face_found\n";
    int failed = 0;
    for (const fs::path& file : options.faces.pictures) {
        limit.goesOn();
        run.tick(0, 1);
        if (options.faces.areCrops()) {
            const ExpressionRows crops = rowsOfCrops(file, net, !options.inner.empty(), run);
            if (!options.inner.empty())
                writeTextFile(options.inner, crops.inner).commit();
            rows += crops.seen;
            continue;
        }
        try {
            rows += rowOfPicture(file, net);
        } catch (const IoError& error) { // the others are looked at
            say(stderr, "{}: {}\n", error.code(), error.what());
            rows += expressionRow(tableCell(file.string()), std::nullopt);
            ++failed;
        }
    }
    writeTextFile(options.faces.out, rows).commit();
    return failed > 0 ? 1 : 0;
}

}

int expressionCommand(int argc, char** argv)
{
    CLI::App program("Says which expression raters see in faces: how often most of them name each of seven, "
                     "and their mean valence, from -1 to 1. No one can read off a face what a person feels.",
                     "polylogue-cli expression");
    ExpressionArguments options;
    options.faces.addTo(program, "seven chances, valence, face_found");
    program.add_option("--inner", options.inner,
                       "also write, of a file of faces, what the net's last layer but one says: a table of "
                       "numbers from which other models can learn");
    if (printsOptionTree(program, argc, argv))
        return 0;
    try {
        program.parse(argc, argv);
        options.faces.check();
        if (!options.inner.empty() && !options.faces.areCrops())
            throw CLI::ValidationError("--inner", "needs --size");
    } catch (const CLI::ParseError& error) {
        return program.exit(error) == 0 ? 0 : 2;
    }
    return runToTheEnd([&] { return lookAtFaces(options); });
}

}
