#pragma once

#include <optional>
#include <vector>

#include <QHash>
#include <QStaticText>

#include "engine/sequences/timed_features.h"
#include "widgets/timeline/track.h"

namespace widgets {

/// One edge of one word. When the neighbour touches it, both words share the boundary.
struct WordEdge {
    std::size_t word = 0;
    bool atEnd = false;
    friend bool operator==(const WordEdge&, const WordEdge&) = default;
};

/// Words as boxes with their text; below them how much each word moves the prediction. Edges can be dragged.
class WordsTrack : public Track {
    Q_OBJECT
public:
    using Track::Track;

    void setWords(engine::TimedText words);
    void setCurrentWord(std::optional<std::size_t> word);
    /// Per word the change of the predicted sentiment that it makes; NaN where nothing is known yet.
    void setImportance(std::vector<float> importance);

    QString title() const override { return tr("Words"); }
    QString subtitle() const override;
    QColor colour(const Theme& theme) const override { return theme.language; }
    int minimumHeight() const override { return 44; }
    void paint(TrackCanvas& canvas) const override;

    std::optional<Qt::CursorShape> cursor(QPointF position, const TimeScale& scale) const override;
    bool press(QPointF position, const TimeScale& scale, Qt::KeyboardModifiers modifiers) override;
    void move(QPointF position, const TimeScale& scale, Qt::KeyboardModifiers modifiers) override;
    void release() override;
    void cancel() override;

    /// The edge within reach of the mouse; the nearer one where two words touch.
    std::optional<WordEdge> edgeAt(double x, const TimeScale& scale) const;

signals:
    void edgeDragged(const widgets::WordEdge& edge, double seconds); ///< at every move of the mouse
    void edgeReleased();

private:
    void paintBoxes(TrackCanvas& canvas, int boxHeight) const;
    void paintImportance(TrackCanvas& canvas, int top) const;
    const QStaticText& elided(std::size_t word, int width, const QFontMetrics& metrics, const QFont& font) const;

    engine::TimedText m_words;
    std::optional<std::size_t> m_current;
    std::vector<float> m_importance;
    std::optional<WordEdge> m_dragged;
    double m_grabOffset = 0.0;
    double m_edgeBefore = 0.0; ///< where the dragged edge was, for cancelling
    mutable QHash<QPair<QString, int>, QStaticText> m_texts; ///< laid out once per word and width
};

}
