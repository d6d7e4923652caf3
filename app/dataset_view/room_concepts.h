#pragma once

#include "app/dataset_view/concept_units.h"
#include "app/dataset_view/kept_concepts.h"
#include "app/tasks/task.h"

#include <QObject>

#include <memory>

namespace widgets {
class ConceptCard;

}

namespace app {

class Document;
class Tasks;

/// The concepts of the model that the dataset view is about: finds them by `polylogue-models explain
/// --concepts`, keeps them beside the predictions and their names in the project, and says what predictions
/// would be without those that are muted.
class RoomConcepts : public QObject {
    Q_OBJECT
public:
    /// @param programs  the folder with `polylogue-models`
    RoomConcepts(Document& document, Tasks& tasks, QString programs, widgets::ConceptCard& card,
                 QObject* parent);

    /// The model, dataset and output that are shown from now on; what is kept of them is read.
    void setSubject(const ExplanationKey& key, const engine::ExplainedDataset::Provenance& now,
                    const QString& output);
    /// The segments that are shown.
    void setContent(const widgets::DatasetContentPtr& content);
    const std::shared_ptr<const MutedEffects>& muted() const { return m_muted; }
    std::size_t mutedUnits() const { return m_wishes.muted.size(); }
    bool isSettled() const
    {
        return !m_reading.isRunning() && !m_makingUnits.isRunning() && !m_takingAway.isRunning();
    }

signals:
    void mutedChanged(); ///< predictions are others

private:
    void readKept();
    void find();
    void take(std::optional<FoundConcepts> found);
    void makeUnits();
    void mute(std::size_t unit, bool isMuted);
    void unmute();
    void applyMuted();
    void name(std::size_t unit, const QString& name);
    void readNames();
    std::string itemName() const;
    void showState();
    QString note() const;

    Document& m_document;
    QString m_programs;
    widgets::ConceptCard& m_card;
    ExplanationKey m_key;
    engine::ExplainedDataset::Provenance m_now;
    QString m_output;
    widgets::DatasetContentPtr m_content;
    std::shared_ptr<const engine::Concepts> m_concepts; ///< null: none are known
    std::shared_ptr<const MutedEffects> m_muted;
    ConceptWishes m_wishes;
    QString m_problem; ///< why none were found
    bool m_isRefused = false; ///< no other answer would come to this question
    bool m_isStale = false; ///< what is kept is of another model or other data
    Task m_reading; ///< what is kept
    Task m_finding;
    Task m_makingUnits;
    Task m_takingAway; ///< what is muted
};

}
