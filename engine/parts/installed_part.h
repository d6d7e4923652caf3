#pragma once

#include "engine/core/installation.h"
#include "engine/parts/part_card.h"

namespace engine {

/// A part that is there, whole and as its card says.
struct InstalledPart {
    std::filesystem::path folder;
    PartCard card;

    /// @throws FormatError (`part_damaged`) when the card does not list the file.
    std::filesystem::path file(const std::string& name) const;
};

/// The names of the parts that may be installed, each a folder of `resources/parts`.
inline constexpr const char* kArousalPart = "arousal";
inline constexpr const char* kExpressionPart = "expression";
inline constexpr const char* kReadyPart = "ready";
inline constexpr const char* kFaceMeshPart = "face_mesh";
inline constexpr const char* kValencePart = "valence";
inline constexpr const char* kWordVectorsPart = "word_vectors";

/// Whether a part is installed; it may be damaged.
bool hasPart(const Installation& installation, const std::string& name);

/// Opens a part and checks the SHA-256 of each of its files, some milliseconds for each MiB.
/// @throws IoError (`part_missing`) when it is not installed; FormatError (`part_damaged`) when a file is
/// missing or is another than the card says.
InstalledPart openPart(const Installation& installation, const std::string& name);

/// The same of a folder that is named.
InstalledPart openPartIn(const std::filesystem::path& folder, const std::string& name);

}
