#pragma once

#include "engine/annotation/layers.h"
#include "widgets/review/gold_card.h"

#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace widgets {

/// What somebody else said of a segment, or a model.
struct OtherAnswer {
    QString who;
    QString value; ///< of the first label
    QString detail; ///< other labels, confidence, comment
    bool isModel = false;
    std::optional<double> number = {}; ///< the value, where the first label has numbers
};

/// What an AnswerPanel shows: the segment in hand, what was answered, and what others said.
struct AnswerContent {
    QString place; ///< identifies the segment; when it changes, all fields are filled again
    QString pass; ///< `anna · pass 2 · blind`
    QString title; ///< `talk1 · segment 2 of 4`
    QString question; ///< of whom the labels tell, where that is not who speaks; empty: nothing is to be said
    QString reason;
    bool needsAttention = false; ///< the reason is something wrong
    QStringList words; ///< none: the pass hides them
    std::vector<engine::LabelScheme> labels;
    std::map<std::string, engine::LabelValue> values; ///< given so far
    std::optional<double> confidence;
    QString comment;
    bool isFlagged = false;
    bool isDone = false;
    bool isHiding = true; ///< others are not shown yet
    bool isOpen = false; ///< the pass hides nothing: what others said comes first
    bool isEditable = true; ///< the video is there
    std::vector<OtherAnswer> others; ///< none while they are hidden
    std::vector<OtherAnswer> measured = {}; ///< what a measurement shows while others are hidden
    int hiddenAnswers = 0; ///< how many people's answers are hidden
    int hiddenPredictions = 0; ///< and how many models'
    QString othersNote; ///< `mean +2 · spread 1`; empty: nothing to tell
    /// What is right, after an exercise on a gold item: the answer stays as it is then.
    std::optional<GoldCard::Content> gold = {};
    QString mode; ///< which label keys give now; empty: the first
};

}
