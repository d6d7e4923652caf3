#pragma once

#include "engine/annotation/annotation.h"
#include "engine/dataset_opening/opened_sequences.h"
#include "engine/formats/common/exchanged_tiers.h"
#include "engine/project_items/sequence_offsets.h"

#include <set>
#include <string>
#include <vector>

namespace engine {

/// The tiers of all videos of a project: those that people made or edited, and beside them the words and
/// labels that lie in the dataset's files as long as nobody edits them. One thread at a time.
class AllTiers {
public:
    /// @param annotation  of the project, without tiers that are as their files have them; must outlive this
    /// @param dataset     null: the project's own tiers alone; else it must outlive this
    AllTiers(const Annotation& annotation, const OpenedSequences* dataset);

    /// Every video that has a tier or that the dataset knows, by name.
    const std::set<std::string>& videos() const { return m_videos; }
    /// The names of the project's own tiers, and `words` and `labels` where the dataset has such sequences.
    std::set<std::string> tierNames() const;
    /// The tiers of one video: words, labels, then the project's from top to bottom. Numbers of tiers and
    /// segments are unique among all that this has given. Reads files.
    /// @param names  only tiers with these names; empty: all
    /// @param folder  that the tiers will lie in: media are named relative to it
    /// @throws FormatError, IoError where words or labels cannot be read: what is lost would look as if
    /// nobody had labelled it.
    ExchangedTiers of(const std::string& video, const std::set<std::string>& names,
                      const std::filesystem::path& folder);

private:
    bool hasOwn(const std::string& video, const std::string& name) const;
    void addRecorded(ExchangedTiers& tiers, const Change& change);

    const Annotation& m_annotation;
    const OpenedSequences* m_dataset;
    ProjectOffsets m_offsets;
    std::set<std::string> m_videos;
    TierId m_lastTier;
    SegmentId m_lastSegment;
};

}
