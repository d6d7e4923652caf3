#pragma once

#include "widgets/conversation/conversation_content.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace widgets {

class FigureView;
class OffsetHistogram;
class TransitionList;
class TurnPredictions;

/// Figures of a whole conversation: who talks how much, how the floor goes from one to the next, whether
/// people come to speak alike, and who goes together with whom.
class ConversationPanel : public QWidget {
    Q_OBJECT
public:
    explicit ConversationPanel(QWidget* parent = nullptr);

    void setContent(const ConversationContent& content);
    const ConversationContent& content() const { return m_content; }

    /// What a model makes of the turn under the playhead; in sight where there are turns.
    TurnPredictions& predictions() { return *m_predictions; }

    /// Paints what is shown, on white, for a picture in a file. @param area  in units of the painter
    void paintOn(QPainter& painter, const QRect& area) const;
    QSize pictureSize() const; ///< in which all of it has room

    QSize sizeHint() const override { return {360, 500}; }

signals:
    void timeChosen(double seconds); ///< a person chose a transition
    void pictureWished();
    /// A second one, where there is no conversation. Offered where somebody listens; so are the turns.
    void recordingWished();
    void turnsWished(); ///< to be found, where there are none
    void timesWished(); ///< how the recordings lie to each other is to be found, where nobody knows

private:
    QWidget* makeFigures();
    void copyTables();
    void showState();

    ConversationContent m_content;
    QLabel* m_title;
    QLabel* m_summary;
    QLabel* m_message;
    QPushButton* m_remedy; ///< what helps where there is nothing to show
    QWidget* m_figures; ///< all below the title
    TurnPredictions* m_predictions;
    FigureView* m_participants;
    QLabel* m_offsetHead;
    OffsetHistogram* m_offsets;
    QLabel* m_accommodationHead;
    FigureView* m_accommodation;
    QLabel* m_synchronyHead;
    FigureView* m_synchrony;
    QLabel* m_transitionHead;
    TransitionList* m_transitions;
    QPushButton* m_copy;
    QPushButton* m_picture;
};

}
