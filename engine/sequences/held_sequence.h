#pragma once

#include "engine/sequences/computational_sequence.h"
#include "engine/sequences/sequence_file.h"

namespace engine {

/// A sequence in memory, for whoever reads sequences from files.
class HeldSequence final : public SequenceFile {
public:
    /// @param name  what messages call it
    HeldSequence(std::filesystem::path name, ComputationalSequence sequence);

    EntryShape shape(const std::string& id) const override;
    IntervalArray intervals(const std::string& id) const override;
    FeatureArray features(const std::string& id) const override;
    Entry entry(const std::string& id) const override;
    RowReader openRows(const std::string& id) const override;

private:
    ComputationalSequence m_sequence;
};

}
