#include "app/influence/influence_feature.h"

#include "app/influence/exposure_watch.h"
#include "app/influence/influencing.h"
#include "app/review/review.h"
#include "app/review/review_tab.h"
#include "app/session/session.h"
#include "app/timeline/timeline_panel.h"
#include "app/window/docks.h"
#include "app/window/main_window.h"
#include "widgets/live/live_view.h"
#include "widgets/predict/predict_panel.h"
#include "widgets/predict/why_section.h"
#include "widgets/tracks/attribution_track.h"
#include "widgets/tracks/draft_track.h"
#include "widgets/tracks/prediction_track.h"

#include <QDockWidget>
#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kInfluenceCommands[]{
    {"measure-influence", QT_TRANSLATE_NOOP("app::Actions", "Measure the model’s &influence…"), "", {"review/agreement", 103}, kNeedsData | kNeedsSight},
};
// clang-format on

/// Whether a track of this kind shows the times of a segment.
template <typename Track>
bool isOnTimeline(const widgets::TimelineView& view, engine::Interval span)
{
    if (!isOnScreen(&view))
        return false;
    const QRect area = view.trackArea();
    const engine::Interval visible = view.scale().visible(area.width());
    if (span.end <= visible.start || span.start >= visible.end)
        return false;
    for (widgets::Track* track : view.tracks()) {
        if (qobject_cast<Track*>(track) && track->isVisible() && view.areaOf(track).intersects(area))
            return true;
    }
    return false;
}

/// A line about somebody is there only where the views of others are unfolded.
bool isBesideAnswer(const ReviewTab& tab)
{
    const QWidget* others = tab.othersView();
    return others && isOnScreen(others->findChild<QWidget*>(QStringLiteral("other")));
}

void addViews(ExposureWatch& watch, const Bench& bench, const Reviewing& reviewing)
{
    using engine::ExposedThing;
    const widgets::TimelineView& timeline = bench.timeline.view();
    const MainWindow& window = bench.window;
    const LivePrediction& prediction = bench.session.prediction();
    const DocumentSight& sight = bench.session.document().sight();
    // the panel shows the segment in focus, which may be another than the one in hand
    const auto isInPanel = [&prediction, &sight](const QWidget* part, engine::Interval span) {
        const auto place = prediction.segmentAt((span.start + span.end) / 2);
        return sight.now().predictions && place && prediction.focus() == place && prediction.answer(*place)
            && isOnScreen(part);
    };
    watch.setBesideAnswer([&tab = reviewing.tab] { return isBesideAnswer(tab); });
    watch.add(ExposedThing::Prediction, [&window, isInPanel](engine::Interval span) {
        return isInPanel(window.findChild<widgets::PredictPanel*>(), span);
    });
    watch.add(ExposedThing::Explanation, [&window, isInPanel](engine::Interval span) {
        return isInPanel(window.findChild<widgets::WhySection*>(), span);
    });
    watch.add(ExposedThing::Prediction, [&timeline, &sight, &prediction](engine::Interval span) {
        const auto place = prediction.segmentAt((span.start + span.end) / 2);
        return sight.now().predictions && place && prediction.answer(*place)
            && isOnTimeline<widgets::PredictionTrack>(timeline, span);
    });
    watch.add(ExposedThing::Explanation, [&timeline, &sight](engine::Interval span) {
        return sight.now().predictions && isOnTimeline<widgets::AttributionTrack>(timeline, span);
    });
    watch.add(ExposedThing::Suggestion, [&timeline, &sight](engine::Interval span) {
        return sight.now().predictions && isOnTimeline<widgets::DraftTrack>(timeline, span);
    });
    watch.add(ExposedThing::Suspect, [&docks = bench.docks](engine::Interval) {
        const QDockWidget* dock = docks.at("suspectsDock");
        return isOnScreen(dock->widget());
    });
    watch.add(ExposedThing::Prediction, [&window](engine::Interval) {
        return isOnScreen(window.findChild<widgets::LiveView*>());
    });
}

}

CommandTable influenceCommands()
{
    return {"agree", kInfluenceCommands};
}

void addInfluence(const Bench& bench, const Reviewing& reviewing)
{
    Session& session = bench.session;
    auto* watch = new ExposureWatch(session.document(), reviewing.review, &bench.window);
    addViews(*watch, bench, reviewing);
    new Influencing({session.document(), session.editor(), session.modelsClient(), reviewing.sources,
                     session.tasks()},
                    bench.actions, &bench.window);
}

}
