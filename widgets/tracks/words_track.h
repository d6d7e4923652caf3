#pragma once

#include "engine/sequences/timed_features.h"
#include "widgets/timeline/track.h"

#include <QHash>
#include <QStaticText>

#include <optional>
#include <vector>

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
    /// The word as it fits into so many pixels: whole, smaller, or shortened; empty when not even that helps.
    struct Fitted {
        QStaticText text;
        QFont font;
    };
    const Fitted& fitted(std::size_t word, int width, const QFont& font) const;

    engine::TimedText m_words;
    std::optional<std::size_t> m_current;
    std::vector<float> m_importance;
    bool m_isExplained = false; ///< some importance is known
    std::optional<WordEdge> m_dragged;
    double m_grabOffset = 0.0;
    double m_edgeBefore = 0.0; ///< where the dragged edge was, for cancelling
    mutable QHash<QPair<QString, int>, Fitted> m_texts; ///< laid out once per word and width
    mutable std::vector<int> m_advances; ///< pixels of each word in `m_font`; -1: not measured yet
    mutable QFont m_font;
};

}
