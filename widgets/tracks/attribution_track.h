#pragma once

#include "engine/core/segment_input.h"
#include "widgets/timeline/track.h"

#include <vector>

namespace widgets {

/// How much each word, its sound and its face count for the prediction of a segment: a lane for each
/// modality, signed bars, and arcs between a word and the sounds and faces that it works together with. A
/// part is a word.
class AttributionTrack : public Track {
    Q_OBJECT
public:
    using Track::Track;

    struct Step {
        QString word; ///< empty when it must not be seen
        engine::Interval time;
        std::array<float, engine::allModalities.size()> values{}; ///< NaN: the model did not learn from it

        friend bool operator==(const Step&, const Step&) = default;
    };
    /// What a word does together with the sound or the face at a step, beyond each alone.
    struct Link {
        double from = 0.0; ///< seconds: the middle of the word
        double to = 0.0; ///< the middle of the other step
        engine::Modality modality = engine::Modality::Acoustic;
        float value = 0.0F;

        friend bool operator==(const Link&, const Link&) = default;
    };
    struct Content {
        QString method; ///< `gradient × input`
        std::vector<Step> steps; ///< in order of time
        std::vector<Link> links; ///< the largest first
        bool isCurrent = true; ///< false: drawn pale
        double range = 6.0; ///< of the output's scale, from its least to its greatest; above 0

        friend bool operator==(const Content&, const Content&) = default;
    };
    void setContent(Content content);
    const Content& content() const { return m_content; }

    QString title() const override { return tr("Attribution"); }
    QString subtitle() const override;
    QString headTip() const override;
    QColor colour(const Theme& theme) const override { return theme.accent; }
    int minimumHeight() const override { return 84; }
    bool isShownAtFirst() const override { return false; }
    void paint(TrackCanvas& canvas) const override;
    bool followsPointer() const override { return true; }
    std::size_t partCount() const override { return m_content.steps.size(); }
    Part part(std::size_t step) const override;

    /// How bold the arc of a link is, in pixels: by its size on the prediction's scale; 0: it is not drawn.
    double linkWidth(double value) const;
    /// What lies at this place: `“perfect” · sound −0.29`; empty where there is nothing.
    QString textAt(double seconds, double y, int height) const;

private:
    struct Lane {
        double top = 0.0;
        double height = 0.0;
        double middle() const { return top + height / 2; }
    };
    Lane lane(engine::Modality modality, int height) const;
    void paintBars(TrackCanvas& canvas, double greatest) const;
    void paintLinks(TrackCanvas& canvas) const;

    Content m_content;
};

}
