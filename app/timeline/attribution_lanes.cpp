#include "app/timeline/attribution_lanes.h"

#include "app/document/document.h"
#include "app/document/track_layout_item.h"
#include "app/editing/editor.h"
#include "app/prediction/live_prediction.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/timeline/track_order.h"
#include "widgets/tracks/attribution_track.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

using Track = widgets::AttributionTrack;

QString methodName(engine::AttributionMethod method)
{
    switch (method) {
    case engine::AttributionMethod::Occlusion:
        return AttributionLanes::tr("occlusion");
    case engine::AttributionMethod::Gradient:
        return AttributionLanes::tr("gradient × input");
    case engine::AttributionMethod::Integrated:
        break;
    }
    return AttributionLanes::tr("integrated gradients");
}

/// What the lanes show of an explanation whose steps are the segment's words; nothing of a model that sees
/// other steps.
Track::Content contentOf(const engine::Explanation& explanation, std::vector<Track::Step> steps,
                         std::size_t links)
{
    const engine::Attribution& attribution = *explanation.attribution;
    for (std::size_t modality = 0; modality < attribution.values.size(); ++modality) {
        const engine::FeatureMatrix& values = attribution.values[modality];
        if (values.rows != steps.size())
            return {};
        for (std::size_t step = 0; step < steps.size(); ++step)
            steps[step].values[modality] = values.at(step, explanation.wish.output);
    }
    Track::Content content{methodName(attribution.method), std::move(steps), {}};
    for (const engine::PairEffect& pair : explanation.pairs) {
        if (content.links.size() == links || pair.word.last > content.steps.size()
            || pair.span.last > content.steps.size())
            break;
        const auto at = [&](const engine::StepSpan& span) {
            return (content.steps[span.first].time.start + content.steps[span.last - 1].time.end) / 2;
        };
        content.links.push_back({at(pair.word), at(pair.span), pair.span.modality,
                                 static_cast<float>(pair.values[explanation.wish.output])});
    }
    return content;
}

}

AttributionLanes::AttributionLanes(const TimelineTracks& tracks, Document& document, Editor& editor,
                                   const LivePrediction& prediction, QObject* parent)
    : QObject(parent)
    , m_tracks(tracks)
    , m_document(document)
    , m_editor(editor)
    , m_prediction(prediction)
{
    m_again.setSingleShot(true);
    m_again.setInterval(0);
    connect(&m_again, &QTimer::timeout, this, &AttributionLanes::show);
    connect(&prediction, &LivePrediction::answerChanged, this, [this](std::size_t segment) {
        if (segment == m_document.attention().segment())
            m_again.start();
    });
    connect(&prediction, &LivePrediction::segmentsChanged, this, [this] { m_again.start(); });
    connect(&document.attention(), &Attention::segmentChanged, this, [this] { m_again.start(); });
    show();
}

bool AttributionLanes::isWished() const
{
    return !widgets::placeOf(&m_tracks.attribution, trackLayout(m_document.annotation())).hidden;
}

void AttributionLanes::wish(bool shown)
{
    if (shown == isWished())
        return;
    const widgets::TrackLayout layout
        = widgets::completed(m_tracks.view.tracks(), trackLayout(m_document.annotation()));
    widgets::TrackPlace place = widgets::placeOf(&m_tracks.attribution, layout);
    place.hidden = !shown;
    m_editor.setTrackLayout(widgets::with(layout, place),
                            shown ? tr("show attributions") : tr("hide attributions"), 0);
}

void AttributionLanes::show()
{
    const bool isThere
        = m_document.hasVideo() && m_document.sight().now().predictions && !m_prediction.segments().empty();
    m_tracks.attribution.setVisible(isThere);
    const auto segment = m_document.attention().segment();
    const LivePrediction::Answer* answer = isThere && segment ? m_prediction.answer(*segment) : nullptr;
    if (!answer || !answer->detail || !answer->detail->attribution || !m_prediction.input().mayBeWords()) {
        m_tracks.attribution.setContent({});
        return;
    }
    const auto& words = m_document.words();
    const auto [first, last] = engine::wordsOf(m_prediction.segments()[*segment], words.intervals);
    std::vector<Track::Step> steps;
    for (std::size_t word = first; word < last; ++word)
        steps.push_back(
            {m_document.sight().now().words ? QString::fromStdString(words.texts[word]) : QString(),
             words.intervals[word],
             {}});
    Track::Content content = contentOf(*answer->detail, std::move(steps), kLinks);
    content.isCurrent = answer->isDetailCurrent;
    content.range = m_prediction.scaleWidth(answer->detail->wish.output);
    m_tracks.attribution.setContent(std::move(content));
}

}
