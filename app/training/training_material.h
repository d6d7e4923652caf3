#pragma once

#include "app/snapshot/project_moment.h"
#include "engine/conversations/known_conversations.h"
#include "engine/core/segment_input.h"
#include "engine/snapshot/labels_to_learn.h"

#include <QString>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace app {

/// What the open project offers to be learnt, and from what, as it is at one moment.
struct TrainingMaterial {
    /// A sequence that a model can take.
    struct Source {
        std::string key;
        engine::Modality modality = engine::Modality::Text;
        std::size_t columns = 0;
        std::set<std::string> videos; ///< that have rows in it
        bool isUsual = false; ///< the one that is meant where nobody chose
    };

    std::vector<engine::LabelToLearn> labels;
    bool hasOwnLabels = false; ///< of labelled segments, in the project and not in files
    std::vector<Source> sources;
    std::string words; ///< key of the words; empty: there are none
    std::string labelsKey; ///< of the dataset's labels; empty: it has none
    std::map<std::string, std::string> speakers; ///< by video; those that are known
    engine::KnownConversations conversations; ///< which no split takes apart
    bool hasListeners = false; ///< somebody labelled those who listen
    engine::FoldLists given; ///< of the project, else of the dataset; conversations by their entries
    bool isPacked = false; ///< models read packed segments, which need no words
};

/// Labelled segments of these videos.
std::size_t labelledIn(const engine::LabelToLearn& label, const std::set<std::string>& videos);

/// Counts the labels and looks into the sequences. For a task.
/// @throws FormatError, IoError where a file cannot be read; Cancelled.
TrainingMaterial trainingMaterial(const ProjectMoment& moment, const engine::RunContext& run);

/// Which videos are in which part, as a person sees and changes them.
struct TrainingSplit {
    enum class Way { ByVideo, BySpeaker, AsGiven };
    Way way = Way::ByVideo;
    std::uint64_t seed = 1; ///< of the first two
    engine::FoldLists folds; ///< `train`, `valid`, `test`
};

/// Videos that are always in the same part: one alone, or those of a conversation.
std::vector<std::string> inseparable(const TrainingMaterial& material, const engine::LabelToLearn& label,
                                     const std::string& video);

/// Draws the labelled videos: 70, 15 and 15 of 100, at least one each; those of a conversation together
/// (shared out by their labelled segments), by speaker also all videos and conversations of one person. A
/// video without a known speaker is one of its own. The same seed draws the same.
engine::FoldLists drawnSplit(const engine::LabelToLearn& label, const TrainingMaterial& material,
                             TrainingSplit::Way way, std::uint64_t seed);

/// The same without a test, for labels in two videos or conversations: the one with more of them is learnt
/// from, the other stops the training in time. A split that leaves out the test alone stays as it is. Absent:
/// there is too little even for this.
std::optional<engine::FoldLists> splitWithoutTest(const engine::LabelToLearn& label,
                                                  const TrainingMaterial& material,
                                                  const engine::FoldLists& folds);

/// What stands between a person and a training, in the order in which it is done.
struct TrainingNeed {
    enum class Kind { Labels, Inputs, Videos, Segments, Test };
    Kind kind = Kind::Labels;
    bool isMet = false;
    bool isRequired = true; ///< otherwise only the figures mean less
    QString title;
    QString detail;
    bool isOfFolds = false; ///< other folds would meet it
};

/// @param label   null: none is chosen
/// @param sources  keys of those that are ticked
std::vector<TrainingNeed> trainingNeeds(const engine::LabelToLearn* label, const TrainingMaterial& material,
                                        const std::set<std::string>& sources, const engine::FoldLists& folds);

/// A segment without the label.
struct OpenSegment {
    std::string video;
    double start = 0.0; ///< seconds
};
/// The next to be labelled: the first without the label, in a video without any where there is one. Absent:
/// all are labelled.
std::optional<OpenSegment> nextToLabel(const engine::LabelToLearn& label);

}
