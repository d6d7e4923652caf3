#pragma once

#include "widgets/live/live_answer_lines.h"

#include <QImage>
#include <QWidget>

namespace widgets {

/// The last seconds of a live session as tracks that roll to the left: sound, words, face, what the parts of
/// a model of parts find, answers; and below them the whole session. Dragging them back holds the picture, so
/// that something can be looked at.
class LiveTracks : public QWidget {
    Q_OBJECT
public:
    explicit LiveTracks(QWidget* parent = nullptr);

    /// What is drawn; it outlives this. Call update() when it has changed.
    void setHistory(const LiveHistory* history);
    void setNow(double seconds); ///< of the session
    /// As the model has them.
    void setAnswers(const QString& model, const std::vector<LiveOutput>& outputs, double hop);
    /// Whether answers tell what parts found: then these have a track.
    void setHasParts(bool hasParts);
    void setWordsNote(const QString& note); ///< under the name of the words' track
    void setSeconds(double seconds); ///< that are in sight
    double seconds() const { return m_seconds; }
    void setHeld(bool held);
    bool isHeld() const { return m_isHeld; }
    double shownUntil() const { return m_isHeld ? m_heldAt - m_back : m_now; }

    QSize minimumSizeHint() const override { return {400, 170}; }
    QSize sizeHint() const override { return {900, 340}; }

signals:
    void holdWished(); ///< dragged back while nothing was held

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    enum Row { Sound, Words, Face, Parts, Answers, Session, kRows };

    double shareOf(int row) const;
    QRect lane(Row row) const;
    double xOf(double seconds) const;
    void paintRuler(QPainter& painter) const;
    void paintHead(QPainter& painter, Row row, const QColor& colour, const QString& name,
                   const QString& note) const;
    void paintSound(QPainter& painter);
    void paintWords(QPainter& painter) const;
    void paintFace(QPainter& painter) const;
    void paintSession(QPainter& painter) const;

    const LiveHistory* m_history = nullptr;
    QImage m_mel; ///< drawn into again and again
    LiveAnswerLines m_answers;
    QString m_wordsNote;
    double m_now = 0.0;
    double m_seconds = 10.0;
    bool m_isHeld = false;
    double m_heldAt = 0.0;
    double m_back = 0.0; ///< seconds that were dragged back
    int m_pressedAt = 0;
    double m_backAtPress = 0.0;
};

}
