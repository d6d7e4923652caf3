#pragma once

#include "engine/sequences/timed_features.h"
#include "widgets/tracks/interval_track.h"
#include "widgets/tracks/words_strip.h"

#include <QHash>
#include <QStaticText>

#include <optional>
#include <vector>

namespace widgets {

/// Shows words as boxes with their text, and below them how much each word moves the prediction or another
/// thing that the model says of each word. Edges can be dragged.
class WordsTrack : public IntervalTrack {
    Q_OBJECT
public:
    using IntervalTrack::IntervalTrack;

    /// @param timed  whether each word has times; one that has none is drawn muted, in a dashed box. Empty:
    /// all have
    void setWords(engine::TimedText words, std::vector<bool> timed = {});
    /// How sure the words are. @param confidence  0…1, NaN: unknown; drawn below the words where nothing else
    /// is
    /// @param doubtful  hatched and underlined; @param drafts  dotted. Each one per word, or empty
    void setSureness(std::vector<double> confidence, std::vector<bool> doubtful, std::vector<bool> drafts);
    void setCurrentWord(std::optional<std::size_t> word);
    std::optional<std::size_t> currentWord() const { return m_current; }
    /// Sets which words are drawn as found. @param words  in ascending order
    void setFound(std::vector<std::size_t> words);
    /// Sets how much each word changes the predicted sentiment; NaN where that is not known yet.
    void setImportance(std::vector<float> importance);
    /// Sets the strips that can be chosen to stand below the words beside their importance.
    void setStripChoices(std::vector<StripChoice> choices);
    /// Sets the strip that stands below the words. Where it has no name, the importance stands there.
    void setStrip(WordStrip strip);

    /// The key of the strip that was chosen; empty: the importance.
    QString display() const override { return m_chosenStrip; }
    void setDisplay(const QString& display) override;
    void fillDisplayMenu(QMenu& menu) override;
    void wishStrip(const QString& key); ///< does what a choice in the menu does

    QString title() const override { return tr("Words"); }
    QString subtitle() const override;
    QColor colour(const Theme& theme) const override { return theme.language; }
    void paint(TrackCanvas& canvas) const override;
    std::size_t partCount() const override { return m_words.texts.size(); }
    Part part(std::size_t word) const override;

signals:
    void stripChosen(const QString& key);

protected:
    std::pair<int, int> laneExtent(int trackHeight) const override;
    int heightOfOneLane() const override { return 44; }

private:
    void paintLane(TrackCanvas& canvas, const LaneRow& row, const QFont& font) const;
    void paintHeldEdge(TrackCanvas& canvas, const std::vector<LaneRow>& rows) const;
    void paintImportance(TrackCanvas& canvas, const Lanes::Lane& lane, int top) const;
    void paintDoubts(TrackCanvas& canvas, const LaneRow& row) const;
    void paintConfidence(TrackCanvas& canvas, const Lanes::Lane& lane, int top) const;
    void paintStrip(TrackCanvas& canvas, const Lanes::Lane& lane, int top) const;
    /// A word as it fits into its box: whole or shortened; empty where not even two letters fit.
    const QStaticText& fitted(std::size_t word, int width, const QFont& font) const;

    bool isTimed(std::size_t word) const { return m_timed.empty() || m_timed[word]; }

    engine::TimedText m_words;
    std::vector<bool> m_timed; ///< empty: all words have times
    std::vector<double> m_confidence; ///< empty: nothing is known
    std::vector<bool> m_doubtful;
    std::vector<bool> m_drafts;
    int m_doubtfulCount = 0;
    int m_draftCount = 0;
    int m_untimed = 0; ///< how many have none
    std::optional<std::size_t> m_current;
    std::vector<std::size_t> m_found;
    std::vector<float> m_importance;
    bool m_isExplained = false; ///< some importance is known
    QString m_chosenStrip;
    std::vector<StripChoice> m_stripChoices;
    WordStrip m_strip;
    mutable QHash<QPair<QString, int>, QStaticText> m_texts; ///< laid out once per word and width
    mutable std::vector<int> m_advances; ///< pixels of each word in `m_font`; -1: not measured yet
    mutable QFont m_font;
    mutable QList<QRect> m_fills; ///< kept between paints, so that no memory is asked for while scrolling
    mutable QList<QRect> m_edges;
    mutable QList<QRect> m_dashed;
};

}
