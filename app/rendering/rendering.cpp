#include "app/rendering/rendering.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/files/file_questions.h"
#include "app/playback/player.h"
#include "app/prediction/live_prediction.h"
#include "app/timeline/timeline_panel.h"

#include <QAction>

namespace app {

Rendering::Rendering(const RenderSources& sources, const Actions& actions, QWidget* window)
    : QObject(window)
    , m_sources(sources)
    , m_render(sources, nullptr)
    , m_window(window)
{
    connect(actions.at("render-video"), &QAction::triggered, this, &Rendering::ask);
}

RenderOffer Rendering::offer() const
{
    RenderOffer offer;
    const auto& info = m_sources.player.info();
    offer.video = m_sources.document.video().id;
    offer.duration = m_sources.player.duration();
    const widgets::TimelineView& view = m_sources.timeline.view();
    offer.selection = view.selection();
    offer.loop = m_sources.player.loop();
    offer.recordedRate = info && info->hasVideo ? m_render.rateOf({}) : 0.0;
    offer.hasSound = info && info->hasAudio;
    offer.hasAnswers = m_sources.client.model() && !m_sources.prediction.segments().empty();
    offer.hasWords = !m_sources.document.words().texts.empty();
    offer.isDark = widgets::themeOf(view.palette()).isDark();
    const std::vector<widgets::Track*> shown = view.shownTracks();
    for (const widgets::TrackPlace& place : view.state().rows.completeLayout()) {
        for (const widgets::Track* track : view.tracks()) {
            if (track->objectName() == place.key && track->isVisible())
                offer.tracks.append(
                    {place.key, track->title(), std::ranges::find(shown, track) != shown.end()});
        }
    }
    return offer;
}

RenderWish Rendering::wholeWish() const
{
    const RenderOffer all = offer();
    RenderWish wish;
    wish.span = {0.0, all.duration};
    wish.isDark = all.isDark;
    for (const RenderOffer::OfferedTrack& track : all.tracks) {
        if (track.isShown)
            wish.tracks << track.name;
    }
    return wish;
}

void Rendering::ask()
{
    Document& document = m_sources.document;
    if (!document.hasVideo() || !(m_sources.player.duration() > 0)) {
        document.notices().say(tr("There is nothing to render: open a video first."));
        return;
    }
    RenderDialog dialog(offer(), m_window);
    if (m_last)
        dialog.showEarlier(*m_last);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_last = dialog.wish();
    const QString target = askForNewFile(
        m_window, {"video", tr("Render to video"), tr("Videos (*.mp4)"), dataFolder(document), &document},
        tr("%1-timeline", "name of a file").arg(document.video().id), QStringLiteral("mp4"));
    if (target.isEmpty())
        return;
    m_render.start(*m_last, target, [this, target](const Outcome<engine::RenderedFile>& end) {
        const Notices& notices = m_sources.document.notices();
        if (const auto* written = std::get_if<engine::RenderedFile>(&end))
            notices.say({tr("The video is in %1 (%n frame(s), encoded by %2).", nullptr,
                            static_cast<int>(written->frames))
                             .arg(target, QString::fromStdString(written->encoder)),
                         target});
        else if (const QString failure = failureOf(end); !failure.isEmpty())
            notices.say(tr("The video was not rendered: %1").arg(failure));
    });
}

}
