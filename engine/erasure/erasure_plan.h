#pragma once

#include "engine/annotation/annotation.h"
#include "engine/core/run_context.h"
#include "engine/dataset_opening/opened_sequences.h"
#include "engine/deidentify/hidden_names.h"

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace engine {

enum class ErasureAction { Deleted, Cut, Masked, Rewritten, Cannot };
std::string name(ErasureAction action); ///< `deleted`, …, `cannot`

/// A file, or a part of one, in which a person occurs.
struct ErasureRow {
    std::filesystem::path path;
    std::string what; ///< `recording`, `sequence`, `undo steps`, …
    std::string howFound; ///< `name`, `face`, `speaker`, `id`, `record`
    ErasureAction action = ErasureAction::Cannot;
    std::uintmax_t bytes = 0; ///< of the file; 0: not known
    std::string detail; ///< a sentence for people; it does not name the person
    std::vector<std::size_t> counts = {}; ///< the numbers in that sentence, in its order
};

/// What a person's name stands for in texts that stay.
inline constexpr auto kErasedName = "[erased]";

/// Where everything lies that may know of a person.
struct ErasurePlaces {
    std::filesystem::path project;
    std::vector<std::filesystem::path> lists; ///< files of dataset lists that the project opens
    std::vector<std::filesystem::path> models; ///< folders with models and their records
    std::filesystem::path cache; ///< of the programs; empty: none
};

struct ErasurePlan {
    std::set<std::string> alone; ///< videos in which nobody else is known
    std::set<std::string> shared; ///< videos with others
    std::vector<ErasureRow> rows;

    bool isHers(const std::string& video) const { return alone.contains(video) || shared.contains(video); }
};

/// Lists every place where a person occurs: recordings and sequences of their videos, segments, names in texts and
/// comments, faces, earlier versions, undo steps, caches, models by their records. Reads words and tables, no pictures.
///
/// @param dataset  of the project; empty where its files are gone
/// @param person   by the name that the project or the list has
/// @throws FormatError (`unknown_person`) where the name occurs nowhere; Error, Cancelled.
ErasurePlan erasurePlan(const ErasurePlaces& places, const Annotation& annotation, const OpenedSequences& dataset,
                        const std::string& person, const RunContext& run);

/// The hidden names of one person.
HiddenNames erasedNames(const std::string& person);

}
