#include "app/team/segment_actions.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/tasks/tasks.h"
#include "app/video/video_opener.h"

namespace app {

namespace {

constexpr int kSegmentsFollowMs = 500;

}

SegmentActions::SegmentActions(const Document& document, VideoOpener& videos, Tasks& tasks,
                               const Actions& actions, QWidget* window)
    : QObject(window)
    , m_document(document)
    , m_videos(videos)
    , m_comparing(tasks)
    , m_window(window)
{
    connect(actions.at("segment-agreement"), &QAction::triggered, this, &SegmentActions::show);
    m_later.setSingleShot(true);
    m_later.setInterval(kSegmentsFollowMs);
    connect(&m_later, &QTimer::timeout, this, &SegmentActions::work);
    const auto follow = [this] {
        if (m_dialog)
            m_later.start();
    };
    connect(&document, &Document::projectChanged, this, follow);
    connect(&document, &Document::tierChanged, this, follow);
    connect(&document.sight(), &DocumentSight::changed, this, &SegmentActions::showState);
    connect(&m_comparing, &Task::changed, this, [this] {
        if (m_dialog && m_comparing.isRunning())
            m_dialog->setProgress(m_comparing.progress());
    });
}

void SegmentActions::show()
{
    if (!m_dialog) {
        m_dialog = new SegmentAgreementDialog(m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &SegmentAgreementDialog::segmentWished, this,
                [this](const QString& video, const engine::Interval& span) { m_videos.playAt(video, span); });
        connect(m_dialog, &SegmentAgreementDialog::stopWished, &m_comparing, &Task::stop);
        connect(m_dialog, &QDialog::finished, this, [this] {
            m_later.stop();
            m_comparing.abandon();
        });
        showState();
        work();
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void SegmentActions::showState()
{
    if (m_dialog)
        m_dialog->setWhyNot(!m_document.sight().now().dataset
                                ? tr("A blind review goes on: nothing is said of others until it is left.")
                                : QString());
}

void SegmentActions::work()
{
    if (!m_dialog)
        return;
    m_dialog->setComputing();
    m_comparing.start(
        tr("Comparing segments"),
        [annotation = m_document.storedAnnotation()](const engine::RunContext& run) {
            return segmentAgreements(annotation, run);
        },
        [this](Outcome<std::vector<SegmentAgreement>> outcome) {
            if (!m_dialog)
                return;
            if (auto* agreements = std::get_if<std::vector<SegmentAgreement>>(&outcome))
                m_dialog->setAgreements(std::move(*agreements));
            else if (const auto* failure = std::get_if<Failed>(&outcome))
                m_dialog->setFailed(failure->sentence);
            else
                m_dialog->setFailed(
                    tr("The comparison was stopped. Any change of a segment begins it again."));
        });
}

}
