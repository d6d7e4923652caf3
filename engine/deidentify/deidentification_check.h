#pragma once

#include "engine/core/run_context.h"
#include "engine/deidentify/hidden_names.h"
#include "engine/deidentify/voice_check.h"
#include "engine/faces/face_geometry.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// What ties a de-identified folder to the people in it: kept outside of it, readable by its owner alone.
struct DeidentificationKey {
    std::map<std::string, std::string> names; ///< what stands in place of names and words, by these
    std::map<std::string, std::string> videos; ///< new names by old ones
    /// Faces of consenting people, by new names and frames of the videos as they were written.
    std::map<std::string, std::map<std::size_t, std::vector<FaceBox>>> kept;

    HiddenNames hidden() const;
};
/// @throws IoError
void writeKey(const DeidentificationKey& key, const std::filesystem::path& file);
/// @throws IoError (`file_not_found`), FormatError (`data_invalid`)
DeidentificationKey readKey(const std::filesystem::path& file);

struct FaceLeft {
    std::size_t frame = 0;
    FaceBox box; ///< in pixels
};

/// What a finished file still tells.
struct CheckedFile {
    std::string file; ///< in the folder
    std::size_t frames = 0; ///< pictures that were looked at
    std::vector<FaceLeft> facesLeft; ///< that two finders see, and that are not a consenting person's
    std::vector<FaceLeft> singleHits; ///< that one finder alone sees: for a person to look at
    std::vector<std::string> metadataLeft; ///< `file: title = …`
    std::vector<std::string> wordsLeft; ///< hidden names, as they stand there

    bool isClean() const { return facesLeft.empty() && metadataLeft.empty() && wordsLeft.empty(); }
};

/// By how much voices changed, as far as the originals were there to compare.
struct CheckedVoices {
    std::vector<std::pair<std::string, double>> moved; ///< by file: formantsMoved()
    std::optional<SpeakerFound> found;
    bool isClean() const; ///< whether all moved by 8 percent or more
};

struct DeidentificationCheck {
    std::vector<CheckedFile> files;
    std::optional<CheckedVoices> voices; ///< absent: no voice was changed, or only the finished folder was looked at
    std::vector<std::string> unsure; ///< `v0001: 12.3 s`: someone was not found for a while within a stretch
    std::string lookedAtBy; ///< empty: nobody yet

    bool isClean() const;
    std::size_t facesLeft() const;
    std::size_t frames() const;
};

/// Looks at each file of a finished folder: faces in every picture by CascadeFinder, tags, names in texts and file
/// names, files that are none of its own.
/// @throws IoError (`file_not_found`) where it is no such folder; Error, Cancelled.
DeidentificationCheck checkDeidentified(const std::filesystem::path& folder, const DeidentificationKey& key,
                                        const RunContext& run);

inline constexpr auto kVerificationFile = "verification.json";
/// The contents of `verification.json`.
std::string verificationText(const DeidentificationCheck& check);
/// Says in an existing `verification.json` who looked at the page of pictures. @throws IoError, FormatError (`data_invalid`)
void noteLookedAt(const std::filesystem::path& folder, const std::string& name);

}
