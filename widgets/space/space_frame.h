#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedLayout;
class QVBoxLayout;

namespace widgets {

class SpaceLegend;
class SpaceView;

/// What all views of Space have: choices above, the view with buttons in its corner, or a sentence in its
/// place, and below it what the colours mean and what is under the pointer.
class SpaceFrame : public QWidget {
    Q_OBJECT
public:
    /// @param name     of the frame; its parts are called by it: `spaceView`, `spaceMessage`, …
    /// @param choices  null: there are none
    /// @param tools    in the corner of the view; null: there are none
    SpaceFrame(const QString& name, QWidget* choices, QWidget* tools, QWidget* parent);

    SpaceView& view() { return *m_view; }
    const SpaceView& view() const { return *m_view; }
    /// Shows a sentence in place of the view. An empty sentence shows the view again.
    /// @param step  what a button below the sentence offers; empty: there is none
    void setMessage(const QString& sentence, const QString& step = {});
    /// Shows why nothing can be drawn, whatever the message is. An empty sentence: it can.
    void setFailure(const QString& sentence);
    /// Paints all that is seen as vectors, with the legend below. @param size  in pixels
    void paintPicture(QPainter& painter, QSize size) const;
    QSize pictureSize() const;

signals:
    void pictureWished();
    void stepWished(); ///< by the button below the sentence
    void appeared(); ///< the frame comes into sight
    void disappeared();

protected:
    void addBelow(QWidget* widget); ///< under what is there
    void addBesideStatus(QWidget* widget); ///< seen as long as the view is
    void setHidesChoices() { m_hidesChoices = true; } ///< while a sentence stands in place of the view
    SpaceLegend& legend() { return *m_legend; }
    QLabel& status() { return *m_status; }
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void showSentence();

    QString m_sentence; ///< in place of the view; empty: the view is seen
    QString m_failure;
    bool m_hidesChoices = false;
    QWidget* m_choices;
    QWidget* m_besideStatus = nullptr;
    SpaceView* m_view;
    QStackedLayout* m_stack;
    QWidget* m_noView;
    QLabel* m_message;
    QPushButton* m_step;
    SpaceLegend* m_legend;
    QLabel* m_status;
    QHBoxLayout* m_statusLine;
    QVBoxLayout* m_below;
};

}
