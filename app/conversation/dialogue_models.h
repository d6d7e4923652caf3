#pragma once

#include "engine/core/run_context.h"
#include "engine/model_files/model_card.h"

#include <QString>

#include <filesystem>
#include <optional>
#include <vector>

namespace app {

/// A model of whole conversations, as its file tells without its weights.
struct DialogueModel {
    /// What must be known before its answers are read; empty: nothing.
    struct Caution {
        QString sentence;
        QString about; ///< from what it learnt

        friend bool operator==(const Caution&, const Caution&) = default;
    };
    QString path;
    qint64 written
        = 0; ///< when the file was, by the file system's clock: answers of an older file are others
    QString name;
    QString architecture; ///< `DialogueRNN`
    std::vector<engine::LabelCard> labels; ///< one per output
    std::string labelsKey = "labels"; ///< the sequence of labels that it reads
    bool answersListeners = false; ///< the model says something of those who listen
    bool looksAhead = false; ///< the turns behind a turn count, too
    bool attends = true; ///< the model says which turns count
    Caution ofPeople; ///< where people are seen
    Caution ofDrawings; ///< where drawings are

    friend bool operator==(const DialogueModel&, const DialogueModel&) = default;
};

/// Absent: the card is of another model.
std::optional<DialogueModel> dialogueModelOf(const engine::ModelCard& card, const QString& path);

/// The models of conversations in these folders, in the runs of a folder of runs, and among single files;
/// each once. What is none is left out. For a task.
/// @param runs  may be empty
/// @throws Cancelled.
std::vector<DialogueModel> findDialogueModels(const std::vector<std::filesystem::path>& folders,
                                              const std::filesystem::path& runs, const QStringList& files,
                                              const engine::RunContext& run);

}
