#pragma once

#include "app/prediction/answer_caution.h"

#include <QCoreApplication>

class QWidget;

namespace widgets {
class PredictPanel;

}

namespace app {

class Document;
class ModelsClient;

/// What must be known before the answers about the video in sight are read, and before one becomes a label.
class CautionGuard {
    Q_DECLARE_TR_FUNCTIONS(app::CautionGuard)
public:
    CautionGuard(const Document& document, const ModelsClient& client)
        : m_document(document)
        , m_client(client)
    {
    }

    /// Of the model that answers from now on. @param ofPeople  before answers about people, and not known
    /// whom
    void setModel(const std::optional<AnswerCaution>& ofPeople,
                  const std::optional<AnswerCaution>& ofDrawings)
    {
        m_ofPeople = ofPeople;
        m_ofDrawings = ofDrawings;
    }
    void show(widgets::PredictPanel& panel, bool isAnswered) const;
    /// Whether an answer may become a label: a person is asked once for each model.
    bool isAccepted(QWidget* window);

private:
    std::optional<AnswerCaution> caution() const;

    const Document& m_document;
    const ModelsClient& m_client;
    std::optional<AnswerCaution> m_ofPeople;
    std::optional<AnswerCaution> m_ofDrawings;
    QString m_toldOf; ///< path of the model that was accepted all the same
};

}
