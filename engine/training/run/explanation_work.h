#pragma once

#include "engine/core/share.h"
#include "engine/training/run/segment_explainer.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace engine {

/// A folder that keeps what was told of segments, batch by batch, so that a work that was stopped goes on,
/// and several processes can share it. What is kept of other models, data or settings counts as not kept.
class ExplanationWork {
public:
    /// @param folder    is made. Empty: nothing is kept
    /// @param identity  of model, data and settings, explanationIdentity()
    /// @param share     of the batches that are asked about; those of others are only taken where they are
    /// kept @throws IoError (`io`).
    ExplanationWork(std::filesystem::path folder, std::string identity, Share share = {});

    /// Whether a batch is of this share. @param batch  counted over all folds
    bool isWanted(std::size_t batch) const { return m_share.has(batch); }
    /// Absent: it is not kept, or what is kept is damaged.
    std::optional<std::vector<SegmentExplanation>> kept(std::size_t batch) const;
    /// @throws IoError (`io`).
    void keep(std::size_t batch, std::span<const SegmentExplanation> segments) const;

private:
    std::filesystem::path fileOf(std::size_t batch) const;

    std::filesystem::path m_folder;
    std::string m_identity;
    Share m_share;
};

/// What explanations depend on: the model's file, all folds of the data, which of them is asked about, and
/// the settings. @return 64 hexadecimal digits. @throws IoError for the model's file.
std::string explanationIdentity(const std::filesystem::path& model, const FeatureData& data,
                                const std::string& fold, const ExplainSettings& settings);

}
