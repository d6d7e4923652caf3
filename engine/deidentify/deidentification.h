#pragma once

#include "engine/dataset_opening/opened_sequences.h"
#include "engine/deidentify/deidentification_check.h"
#include "engine/deidentify/face_covers.h"
#include "engine/deidentify/hidden_sound.h"
#include "engine/deidentify/hidden_people.h"
#include "engine/tier_export/all_tiers.h"

#include <filesystem>
#include <map>

namespace engine {

struct DeidentificationWish {
    PeopleChoice people;
    FaceCover cover = FaceCover::Mask;
    bool points = false; ///< landmarks are drawn on masks
    VoiceCover voice = VoiceCover::Change;
    std::uint64_t seed = 1; ///< of voices
    std::map<std::string, std::vector<std::vector<DrawnBox>>> drawn; ///< by video: places that a person drew
    std::filesystem::path out; ///< a folder that is made
    std::filesystem::path key; ///< the file that ties names to people, outside of `out`
    bool overwrites = false;
};

struct DeidentificationReport {
    std::filesystem::path folder; ///< `out`, or `out` with `.unverified` behind where something is left
    std::filesystem::path page; ///< of pictures, for a person to look at; beside the folder; empty: no video
    DeidentificationCheck check;
    std::vector<std::string> notes; ///< sentences: what could not be done as wished
    std::size_t recordings = 0;
};

/// Writes a project's recordings and annotation without faces, voices and names, and then looks at what was written.
///
/// Nobody's features go along: they would tell who it is, and those of a changed voice are to be made anew. In a
/// recording in which somebody is hidden the whole sound is changed. Videos are written again with a steady number of
/// pictures a second, sound as 16 kHz of one channel.
///
/// @param tiers    all tiers of the project
/// @param project  the project's file, for messages
/// @throws IoError (`in_the_way` where `out`, or what lies beside it, is something else; `file_not_found` where the cascades or the landmarks' model
///         are missing, before anything is written), FormatError (`unknown_person`, `key_inside`), Cancelled; then nothing
///         is left behind.
DeidentificationReport deidentify(const Annotation& annotation, AllTiers& tiers, const OpenedSequences& dataset,
                                  const DeidentificationWish& wish, const std::string& project, const RunContext& run);

}
