#pragma once

#include "engine/core/feature_matrix.h"
#include "engine/core/run_context.h"
#include "engine/core/segment_input.h"
#include "engine/packed/packed_arrays.h"
#include "engine/packed/packed_kind.h"
#include "engine/packed/packed_padding.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// Segments as the community packs them, HDF5 or `.npz`: by fold an array of ids, of texts, of labels, and of
/// features. Ids, texts and labels are in memory; features are read segment by segment. It may be used from
/// any thread.
///
/// The file knows no times. A segment lasts as long as its clip, or as many seconds as its longest feature
/// has steps; its steps lie evenly in that time.
class PackedFile {
public:
    /// Seconds that the clip of a segment lasts; absent when it has none.
    using ClipSeconds = std::function<std::optional<double>(const std::string& id)>;

    /// A segment, by its place in `ids()`.
    struct Segment {
        std::size_t fold = 0; ///< in folds()
        std::size_t row = 0;
        std::string text; ///< empty: none
    };
    struct Feature {
        std::string name; ///< `audio`
        std::size_t width = 0; ///< D
    };

    /// @throws IoError (`file_not_found`, `not_hdf5`), FormatError (`data_invalid`, `pickle_refused`,
    /// `too_large`) naming file and array; Cancelled.
    explicit PackedFile(const std::filesystem::path& path, const RunContext& run = {});

    const std::filesystem::path& path() const { return m_path; }
    /// What is not shown of the file, a sentence each.
    const std::vector<std::string>& notes() const { return m_notes; }
    /// In byte order, all different: `video$_$clip`; of `video[3]`, `video$_$3`; without ids, `train_0`, ….
    const std::vector<std::string>& ids() const { return m_ids; }
    const Segment& segment(std::size_t place) const { return m_segments[place]; }
    /// @throws FormatError (`data_invalid`) for an unknown id.
    std::size_t placeOf(const std::string& id) const;
    /// The ids of each fold that has a name.
    std::map<std::string, std::vector<std::string>> folds() const;
    const std::string& foldOf(std::size_t place) const; ///< empty: the file has no folds

    bool hasTexts() const { return m_hasTexts; }
    /// One per column; `regression_labels` is `sentiment`, and stands first.
    const std::vector<std::string>& labelNames() const { return m_labelNames; }
    /// K values; NaN where nobody gave one.
    std::vector<float> labels(std::size_t place) const;

    /// A label that is a word, such as `annotations`.
    struct TextLabel {
        std::string name;
        std::vector<std::string> terms; ///< all different, in byte order
        std::vector<std::string> values; ///< by place; empty: none
    };
    const std::vector<TextLabel>& textLabels() const { return m_textLabels; }

    const std::vector<Feature>& features() const { return m_features; }
    /// T of the largest array: steps with padding.
    std::size_t mostSteps(std::size_t feature) const;
    bool has(std::size_t feature, std::size_t place) const;
    /// Whether its array has an axis of steps; otherwise segments have a single row.
    bool hasSteps(std::size_t feature, std::size_t place) const;
    /// What models take as this modality of a segment (featuresOf()); absent: its fold has none.
    std::optional<std::size_t> featureOf(Modality modality, std::size_t place) const;
    /// The place of the segment that stands before this one in the same fold of the file; absent: none does.
    std::optional<std::size_t> before(std::size_t place) const;
    /// Steps of a segment without its padding (PackedPadding).
    /// @throws FormatError, IoError (`data_invalid`) when they cannot be read.
    ValidSteps steps(std::size_t feature, std::size_t place) const;
    /// Valid steps × D. @throws as steps().
    FeatureMatrix read(std::size_t feature, std::size_t place) const;
    /// Reads the first segment of every array of features, which finds most damage. @throws as steps().
    void check(const RunContext& run = {}) const;

    /// What all features take as float32.
    std::size_t bytes() const { return m_bytes; }
    /// To be set before others use the file.
    void setClips(ClipSeconds seconds) { m_clipSeconds = std::move(seconds); }
    /// Whether the segment has a clip, so that its times are seconds; else they are steps.
    bool hasTimes(std::size_t place) const;
    /// How long the segment lasts: its clip, else its steps. @throws as steps().
    double extent(std::size_t place) const;
    /// As extent(); absent where that would mean to read the features of a file that is too large for them
    /// all to be looked at.
    std::optional<double> extentIfCheap(std::size_t place) const;

private:
    /// One array of one fold.
    struct Source {
        const TensorEntry* entry = nullptr; ///< null: the fold lacks it
        std::size_t steps = 1;
        mutable std::optional<FeatureMatrix> whole = {}; ///< of a packed array: all of it
    };
    struct Fold {
        std::string name;
        std::vector<Source> sources; ///< as m_features
        std::vector<std::size_t> places; ///< of its segments, by their rows
        std::unique_ptr<const PackedPadding> padding = {};
    };

    void readSegments(std::vector<PackedFold>& folds, const RunContext& run);
    void addFeatures(const PackedFold& from, Fold& fold);
    void readPadding(const PackedFold& from, Fold& fold, const RunContext& run);
    std::vector<float> valuesOf(const Source& source, std::size_t row) const; ///< T × D
    void note(const std::string& place, const std::string& what);

    std::filesystem::path m_path;
    std::vector<TensorEntry> m_entries;
    std::vector<std::string> m_notes;
    std::vector<std::string> m_ids;
    std::vector<Segment> m_segments;
    std::vector<Fold> m_folds;
    std::vector<Feature> m_features;
    std::vector<std::string> m_labelNames;
    std::vector<TextLabel> m_textLabels;
    std::vector<float> m_labels; ///< segments × K, as m_ids
    bool m_hasTexts = false;
    std::size_t m_bytes = 0;
    ClipSeconds m_clipSeconds;
    mutable std::mutex m_reading; ///< of arrays: their reader takes one thread
    mutable std::vector<double> m_seconds; ///< by place; NaN: not asked yet, 0: no clip
};

}
