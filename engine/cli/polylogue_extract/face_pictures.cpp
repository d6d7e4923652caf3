#include "engine/cli/polylogue_extract/face_pictures.h"

#include "engine/core/error.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace engine::cli {

void FacePictures::addTo(CLI::App& program, const std::string& columns)
{
    program
        .add_option("PICTURES", pictures,
                    "pictures, of whose largest face a row is written; or, with --size, one file of faces")
        ->required();
    program
        .add_option("--out", out, "file for the rows: the picture, or a face's number from 0 on, " + columns)
        ->required();
    program
        .add_option("--size", size,
                    "48x48: the file holds grey bytes, faces of that size one after the other")
        ->check(CLI::IsMember({"48x48"}));
}

void FacePictures::check() const
{
    if (areCrops() && pictures.size() != 1)
        throw CLI::ValidationError("--size", "takes one file of faces");
}

std::vector<std::string> greyFacesIn(const std::filesystem::path& file)
{
    constexpr std::size_t kBytes = kCropSide * kCropSide;
    std::ifstream stream(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    if (!stream)
        throw IoError("io", file.string(), "cannot be read");
    if (bytes.empty() || bytes.size() % kBytes != 0)
        throw FormatError(
            "data_invalid", file.string(),
            fmt::format("has {} bytes, which are not faces of 48 × 48 bytes each", bytes.size()));
    std::vector<std::string> faces;
    for (std::size_t first = 0; first < bytes.size(); first += kBytes)
        faces.push_back(bytes.substr(first, kBytes));
    return faces;
}

}
