#pragma once

#include "engine/core/interval.h"
#include "widgets/timeline/track.h"

#include <optional>
#include <vector>

namespace widgets {

/// Shows the model's first output for each segment on its scale (sentiment: −3…+3) together with the label,
/// and how the output developed word by word. Segments on which model and label disagree are marked.
class PredictionTrack : public Track {
    Q_OBJECT
public:
    using Track::Track;

    /// What the model said when it had heard a word; drawn from that word's start to the next one's.
    struct Word {
        double start = 0.0; ///< s
        double prediction = 0.0;
        friend bool operator==(const Word&, const Word&) = default;
    };
    struct Segment {
        engine::Interval interval;
        std::optional<double> label;
        std::optional<double> prediction; ///< absent: not computed yet
        std::vector<Word> running; ///< empty where the model needs all words at once
        double deviation = 0.0; ///< standard deviation, where several models answered
        friend bool operator==(const Segment&, const Segment&) = default;
    };
    void setSegments(std::vector<Segment> segments);
    void setModelName(const QString& name);
    /// What must be known before the answers are read, written into the track; empty: nothing.
    void setCaution(const QString& sentence);
    void setCompared(); ///< the track shows what is compared with the model that predicts
    void setScale(double low, double high); ///< low < high

    /// Model and label disagree when they differ by at least this part of the scale: by 1.5 on −3…+3.
    static constexpr double kDisagreement = 0.25;

    QString title() const override { return m_isCompared ? tr("Compared") : tr("Prediction"); }
    QString subtitle() const override;
    QColor colour(const Theme& theme) const override { return m_isCompared ? theme.muted : theme.accent; }
    int minimumHeight() const override { return isCautioned() ? 64 : 48; }
    int stretch() const override { return 2; }
    void paint(TrackCanvas& canvas) const override;

private:
    bool isCautioned() const; ///< there are answers, and something to be known before them
    void paintCaution(TrackCanvas& canvas) const;
    std::vector<Segment> m_segments; ///< sorted by start
    QString m_caution;
    QString m_model;
    bool m_isCompared = false;
    double m_low = -3.0;
    double m_high = 3.0;
};

}
