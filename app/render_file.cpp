#include "app/render_file.h"

#include "app/complaint.h"
#include "app/read_over.h"
#include "app/rendering/rendering.h"
#include "app/session/session.h"
#include "app/timeline/timeline_panel.h"
#include "app/window/main_window.h"

#include <QCoreApplication>

#include <cstdio>

namespace app {

namespace {

constexpr int kRenderLookMs = 40;
constexpr int kLooksBeforeRender = 3; // in a row: one thing that arrives may ask for the next
constexpr qint64 kLongestBeforeRenderMs = 90000;

/// The names of tracks that are asked for and are not there; a name is that of the object or of the head.
QStringList unknownTracks(const QStringList& wanted, const widgets::TimelineView& view, QStringList& found)
{
    QStringList unknown;
    for (const QString& name : wanted) {
        const auto known = std::ranges::find_if(view.tracks(), [&name](const widgets::Track* track) {
            return track->objectName() == name || track->title().compare(name, Qt::CaseInsensitive) == 0;
        });
        if (known == view.tracks().end())
            unknown << name;
        else
            found << (*known)->objectName();
    }
    return unknown;
}

}

RenderFile::RenderFile(Session& session, MainWindow& window, RenderFileWish wish, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_window(window)
    , m_wish(std::move(wish))
{
    m_waited.start();
    connect(&session.tasks(), &Tasks::failed, this, [this](const QString&, const QString& text) {
        complain(text);
        m_failed = true;
    });
    connect(&m_timer, &QTimer::timeout, this, &RenderFile::look);
    m_timer.start(kRenderLookMs);
}

void RenderFile::look()
{
    if (m_failed && !m_session.document().hasVideo() && m_session.tasks().isIdle()) {
        QCoreApplication::exit(1); // nothing could be opened
        return;
    }
    if (!m_window.isSettled() && m_waited.elapsed() < kLongestBeforeRenderMs) {
        m_settledLooks = 0;
        return;
    }
    if (!m_window.isSettled()) {
        complain(QStringLiteral("gave up waiting for %1").arg(m_session.unsettled()));
        QCoreApplication::exit(1);
        return;
    }
    if (++m_settledLooks < kLooksBeforeRender)
        return;
    m_timer.stop();
    render();
}

void RenderFile::render()
{
    const auto refuse = [](const QString& sentence) {
        complain(sentence);
        QCoreApplication::exit(1);
    };
    auto* rendering = m_window.findChild<Rendering*>();
    if (!rendering || !m_session.document().hasVideo() || !(m_session.player().duration() > 0)) {
        refuse(QStringLiteral("nothing is open that could be rendered"));
        return;
    }
    RenderWish wish = rendering->wholeWish();
    if (m_wish.tracks) {
        wish.tracks.clear();
        const QStringList unknown
            = unknownTracks(*m_wish.tracks, m_window.bench().timeline.view(), wish.tracks);
        if (!unknown.isEmpty()) {
            refuse(QStringLiteral("there is no track '%1'").arg(unknown.join(QStringLiteral("', '"))));
            return;
        }
    }
    if (m_wish.span)
        wish.span = {m_wish.span->start, std::min(m_wish.span->end, m_session.player().duration())};
    if (!(wish.span.length() > 0)) {
        refuse(QStringLiteral("the span begins after the recording's end"));
        return;
    }
    if (wouldWriteOver(m_session.document().dataset().files(), m_wish.path)) {
        QCoreApplication::exit(1);
        return;
    }
    wish.size = possibleSize(m_wish.size.value_or(wish.size));
    wish.framesPerSecond = m_wish.rate.value_or(wish.framesPerSecond);
    wish.page = m_wish.page.value_or(wish.page);
    wish.picture = m_wish.picture.value_or(wish.picture);
    wish.hasSound = !m_wish.isSilent;
    rendering->render().start(wish, m_wish.path, [refuse](const Outcome<engine::RenderedFile>& end) {
        if (const auto* written = std::get_if<engine::RenderedFile>(&end)) {
            std::printf("%zu frames, %s%s\n", written->frames, written->encoder.c_str(),
                        written->hasSound ? ", with sound" : "");
            QCoreApplication::exit(0);
            return;
        }
        refuse(std::holds_alternative<Failed>(end) ? failureOf(end) : QStringLiteral("was stopped"));
    });
}

}
