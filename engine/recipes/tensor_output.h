#pragma once

#include "engine/core/pending_file.h"
#include "engine/recipes/video_run.h"
#include "engine/sequences/hdf5/growing_dataset.h"

#include <filesystem>
#include <map>
#include <optional>
#include <unordered_map>

namespace engine {

/// The rows of one entry, padded or cut to `length`, as float64; text is padded by "0.0", as NumPy makes it.
/// @return 1 × length × the entry's other extents.
FeatureArray padded(const EntryRows& rows, std::size_t length, bool padBehind);

/// Writes the result as arrays entries × length × dimensions: `tensors.h5` with `/fold<i>/<sequence>` and,
/// since an array without its ids is of little use, `/ids/fold<i>`; the same names in `tensors.npz`.
///
/// Entries come in the order of the first sequence, but entries that were filled in or merged come last
/// within their video. Every sequence has the same ids (the recipe's last step is hard_unify).
class TensorOutput {
public:
    /// @throws IoError (`io`), FormatError (`recipe_invalid`) when an unpadded sequence does not exist.
    TensorOutput(const RecipePlan& plan, const Recipe& recipe, const std::filesystem::path& folder);

    static void prepare(VideoResult&) { }
    /// @throws ShapeError (`dimension_mismatch`) naming sequence and id, when entries differ in shape.
    void take(const VideoResult& result);
    void finish();
    /// Gives the files their final names. @return these names.
    std::vector<std::filesystem::path> commit();

    /// Videos that are in no fold and were therefore left out.
    const std::vector<std::string>& foldless() const { return m_foldless; }

private:
    struct Shape {
        ElementType type = ElementType::Float64;
        std::vector<std::size_t> extents; ///< of one entry
        friend bool operator==(const Shape&, const Shape&) = default;
    };

    void create(std::size_t fold, std::size_t sequence, const Shape& shape);

    TensorSettings m_settings;
    std::vector<std::string> m_keys;
    std::vector<bool> m_unpadded; ///< by sequence
    std::vector<std::vector<std::optional<Shape>>>
        m_shapes; ///< by fold and sequence; unpadded ones may differ
    std::size_t m_folds = 1;
    std::unordered_map<std::string, std::size_t> m_foldOf;
    std::vector<std::string> m_foldless;
    std::filesystem::path m_folder;
    PendingFile m_scratch; ///< the arrays while they all grow
    hdf5::Writer m_file;
    std::map<std::string, hdf5::GrowingDataset> m_datasets;
    std::vector<PendingFile> m_written; ///< put in order
};

}
