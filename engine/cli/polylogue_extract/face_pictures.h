#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace engine::cli {

/// What commands about faces take: pictures, or one file of faces that are cut out already.
struct FacePictures {
    std::vector<std::filesystem::path> pictures;
    std::filesystem::path out;
    std::string size; ///< of raw crops: `48x48`; empty: pictures

    bool areCrops() const { return !size.empty(); }
    /// Adds PICTURES, --out and --size. @param columns  what the rows hold, for the help of --out
    void addTo(CLI::App& program, const std::string& columns);
    /// To be called when the arguments were parsed. @throws CLI::ValidationError.
    void check() const;
};

/// Faces of kCropSide × kCropSide grey bytes, each as its bytes.
inline constexpr std::size_t kCropSide = 48;
/// @throws IoError (`io`), FormatError (`data_invalid`) for a file that does not hold whole faces.
std::vector<std::string> greyFacesIn(const std::filesystem::path& file);

}
