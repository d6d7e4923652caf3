#include "app/screenshot.h"

#include "app/complaint.h"
#include "app/read_over.h"
#include "app/session/session.h"
#include "app/window/main_window.h"

#include <QCoreApplication>
#include <QPixmap>

namespace app {

namespace {

constexpr int kSettleLookMs = 40;
constexpr int kSettledLooks = 3; // in a row: one thing that arrives may ask for the next
constexpr qint64 kLongestMs = 90000;

}

Screenshot::Screenshot(Session& session, MainWindow& window, QString path, std::optional<double> at,
                       QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_window(window)
    , m_path(std::move(path))
    , m_at(at)
{
    m_waited.start();
    connect(&session.tasks(), &Tasks::failed, this, [this](const QString&, const QString& text) {
        complain(text);
        m_failed = true;
    });
    connect(&m_timer, &QTimer::timeout, this, &Screenshot::look);
    m_timer.start(kSettleLookMs);
}

void Screenshot::look()
{
    if (m_failed && !m_session.document().hasVideo() && m_session.tasks().isIdle()) {
        QCoreApplication::exit(1); // nothing could be opened: an empty window is no picture of it
        return;
    }
    const bool settled = m_window.isSettled();
    if (!settled && m_waited.elapsed() < kLongestMs) {
        m_settledLooks = 0;
        return;
    }
    if (!settled) {
        complain(QStringLiteral("gave up waiting for %1").arg(m_session.unsettled()));
        QCoreApplication::exit(1);
        return;
    }
    if (m_at && m_session.player().duration() > 0) {
        m_session.player().seek(*m_at);
        m_at.reset();
        m_settledLooks = 0;
        return;
    }
    if (++m_settledLooks < kSettledLooks)
        return;
    m_timer.stop();
    if (wouldWriteOver(m_session.document().dataset().files(), m_path)) {
        QCoreApplication::exit(1);
        return;
    }
    if (!m_window.grab().save(m_path, "PNG")) {
        complain(QStringLiteral("%1 cannot be written").arg(m_path));
        QCoreApplication::exit(1);
        return;
    }
    QCoreApplication::exit(0);
}

}
