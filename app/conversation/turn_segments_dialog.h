#pragma once

#include "engine/annotation/tier.h"

#include <QDialog>

#include <vector>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QRadioButton;

namespace app {

/// Which segments are made of turns, and what is to be said of them.
struct TurnSegmentsWish {
    bool ofSpeaking = true; ///< each participant's own turns
    bool ofListening = false; ///< the turns of the others, while the participant listens
    bool isSelf = false; ///< the participants say how they felt; else others say what they see
    bool ofAll = true; ///< of all participants; else of the one in sight
    std::vector<engine::LabelScheme> labels;
};

/// The name of the tier that such segments lie in: `labels`, `labels_listening`, `labels_self`,
/// `labels_listening_self`.
std::string turnTierName(bool isListening, bool isSelf);

/// Asks about whom labels are to be, by whom, and with which labels.
class TurnSegmentsDialog : public QDialog {
    Q_OBJECT
public:
    /// @param hand  the participant in sight; empty: the conversation as a whole
    TurnSegmentsDialog(const QString& hand, int participants, QWidget* parent = nullptr);

    TurnSegmentsWish wish() const;

private:
    QRadioButton* m_speaks;
    QRadioButton* m_listens;
    QRadioButton* m_both;
    QRadioButton* m_seen;
    QRadioButton* m_felt;
    QComboBox* m_set;
    QCheckBox* m_all;
};

}
