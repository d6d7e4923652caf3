#pragma once

#include "engine/alignment/segment_rows.h"
#include "engine/core/tensor.h"
#include "engine/training/data/conversation_pieces.h"
#include "engine/training/data/feature_data.h"
#include "engine/training/figures/report.h"
#include "engine/training/figures/scores.h"
#include "engine/training/run/turn_scores.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace engine {

struct TrainedModel;

/// A trained model that predicts and scores whole folds. This header needs no LibTorch header.
class Scorer {
public:
    /// @throws IoError, FormatError as readModel() does, `no_device`, and for a task or recipe of the card
    /// that cannot be read.
    explicit Scorer(const std::filesystem::path& path, const std::string& device = "cpu");
    explicit Scorer(TrainedModel trained, const std::string& device = "cpu");
    ~Scorer();
    Scorer(Scorer&&) noexcept;
    Scorer& operator=(Scorer&&) noexcept;

    const ModelCard& card() const;
    Task task() const { return m_task; } ///< the card's
    const SegmentRecipe& recipe() const { return m_recipe; } ///< the card's; the usual one, where it has none
    TrainedModel& trained() { return *m_trained; }
    const TrainedModel& trained() const { return *m_trained; }

    /// The scores of N segments, N × O, in the units of the labels or as probabilities.
    /// @param fold  as readFeatures() gives it; windows and fixed lengths are made here by the card.
    /// @throws FormatError (`wrong_width`; `no_score` when a score of the model is NaN or infinite).
    FeatureMatrix predict(const FoldData& fold, bool isUtteranceLevel, EnabledModalities enabled) const;

    /// Whether it is a model of whole conversations: it is asked about a fold as a whole.
    bool isOfConversations() const;
    /// Whether it is one that also predicts those who listen.
    bool predictsEveryone() const;
    /// Whether labels of those who listen were learnt from.
    bool learntListeners() const;
    /// Whether it is one that also reads the turns that follow, and cannot run live.
    bool looksAhead() const;
    /// The scores of who speaks and, by a model that predicts everyone, of those who listen.
    /// @param fold  all turns of its conversations, with or without FoldData::turns
    /// @param context  how many turns before each turn it sees, and nothing behind it; absent: all turns
    /// @throws as turnsOf() and turnScores().
    TurnScores predictTurns(const FoldData& fold, EnabledModalities enabled,
                            std::optional<std::size_t> context = {}) const;
    /// What the model shows of itself for each piece of the fold's conversations, by the outputs of its
    /// display cards, without padding. @param context  as of predictTurns(): then a piece is one turn behind
    /// its context. @throws as that.
    using VisitDisplays
        = std::function<void(const ConversationPiece& piece, const std::map<std::string, Tensor>& displays)>;
    void conversationDisplays(const FoldData& fold, EnabledModalities enabled, const VisitDisplays& visit,
                              std::optional<std::size_t> context = {}) const;

    /// What the model shows of itself for a fold of one segment, by the outputs of its display cards. Axes
    /// that count frames or pieces of sound count those of the segment.
    std::map<std::string, Tensor> displays(const FoldData& segment, EnabledModalities enabled) const;

    /// Gives segments first ≤ i < last of a fold, as readFeatures() would.
    using ReadSegments = std::function<FoldData(std::size_t first, std::size_t last)>;
    /// The scores of a fold that is read part by part, in order. When the model sees a window of utterances,
    /// the utterances before a part are read again with it.
    /// @param segments  N
    FeatureMatrix predict(std::size_t segments, const ReadSegments& read, bool isUtteranceLevel,
                          EnabledModalities enabled) const;

    /// The labels with the columns that they have in these data, found by name where the data name their
    /// columns. (When classes are stored as numbers in one column, their names name no columns.)
    /// @throws as labelsByName().
    std::vector<LabelCard> labelsIn(const FeatureData& data) const;

    /// @throws FormatError (code `unaligned`) as requireTakes() does, and `wrong_width` naming the data.
    void requireTakes(const FeatureData& data) const;

    /// The scores of every fold that has segments, the held-out fold first, and what a model that learns in
    /// stages measures of itself.
    /// @param about  of whom a model of conversations tells (evaluateConversations())
    /// @throws as predict(), requireTakes(), labelsIn(), truthsOf() and evaluateConversations().
    Report evaluate(const FeatureData& data, EnabledModalities enabled, double threshold = kPresenceThreshold,
                    ScoreDetail detail = ScoreDetail::Usual, TurnRole about = TurnRole::Both) const;
    Report evaluate(const FeatureData& data) const { return evaluate(data, card().modalities, threshold()); }

    /// The threshold of presence in the card.
    double threshold() const;
    /// Of yes and no: the threshold of each label that the card has; none: 0.5.
    std::vector<double> thresholds() const;
    /// Tunes them on a fold and puts them into the card. @throws as evaluate().
    void tuneThresholds(const FeatureData& data, const FoldData& fold);

private:
    Scorer(TrainedModel&& trained, std::string source, const std::string& device);
    FeatureMatrix predictPart(const FoldData& part, std::size_t context, bool isUtteranceLevel,
                              EnabledModalities enabled) const;

    /// The same scores by a part of the model (FusionModel::sides()) alone.
    FeatureMatrix predictSide(const FoldData& fold, bool isUtteranceLevel, EnabledModalities enabled,
                              const std::string& side) const;
    /// Whether any stage of its training was of labels; without such a stage its scores mean nothing.
    bool learntLabels() const;
    /// Adds what the model measures of itself (StagedModel::figures()) to the fold's last row.
    void addModelFigures(Report& rows, const FoldData& fold, bool isUtteranceLevel,
                         EnabledModalities enabled) const;

    std::string m_source; ///< file or name of the model, for messages
    std::unique_ptr<TrainedModel> m_trained;
    std::string m_device;
    Task m_task = Task::Regression;
    SegmentRecipe m_recipe;
};

}
