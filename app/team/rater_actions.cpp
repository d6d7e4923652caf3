#include "app/team/rater_actions.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/review/review.h"
#include "app/tasks/tasks.h"
#include "app/video/video_opener.h"

#include <QDateTime>

namespace app {

namespace {

constexpr int kFollowMs = 500;

}

RaterActions::RaterActions(const Parts& parts, const Actions& actions, QWidget* window)
    : QObject(window)
    , m_parts(parts)
    , m_comparing(parts.tasks)
    , m_window(window)
{
    connect(actions.at("raters"), &QAction::triggered, this, &RaterActions::show);
    m_later.setSingleShot(true);
    m_later.setInterval(kFollowMs);
    connect(&m_later, &QTimer::timeout, this, &RaterActions::work);
    const auto follow = [this] {
        if (m_dialog && m_dialog->isVisible())
            m_later.start();
    };
    connect(&parts.document, &Document::projectChanged, this, follow);
    connect(&parts.document, &Document::tierChanged, this, follow);
    connect(&parts.document, &Document::itemsChanged, this, follow);
    connect(&parts.document.sight(), &DocumentSight::changed, this, &RaterActions::showState);
}

void RaterActions::show()
{
    if (!m_dialog) {
        m_dialog = new RatersDialog(m_window);
        connect(m_dialog, &RatersDialog::labelWished, this, [this](const QString& label) {
            m_label = label.toStdString();
            work();
        });
        connect(m_dialog, &RatersDialog::tierWished, this, [this](const QString& tier) {
            m_tier = tier.toStdString();
            work();
        });
        connect(m_dialog, &RatersDialog::settleWished, this, &RaterActions::settle);
        connect(m_dialog, &RatersDialog::segmentWished, this,
                [this](const QString& video, const engine::Interval& span) {
                    m_parts.videos.playAt(video, span);
                });
    }
    showState();
    work();
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void RaterActions::showState()
{
    if (!m_dialog)
        return;
    m_dialog->setWhyNot(!m_parts.document.sight().now().dataset
                            ? tr("A blind review goes on: nothing is said of others until it is left.")
                            : QString());
}

void RaterActions::work()
{
    if (!m_dialog)
        return;
    m_dialog->setWorking();
    m_comparing.start(
        tr("Comparing raters"),
        [annotation = m_parts.document.storedAnnotation(), tier = m_tier, label = m_label](
            const engine::RunContext& run) { return teamFigures(annotation, tier, label, run); },
        [this](TeamFigures team) {
            m_team = std::move(team);
            if (m_dialog)
                m_dialog->setTeam(m_team);
        });
}

void RaterActions::settle()
{
    if (!m_parts.document.whyReadOnly().isEmpty()) {
        m_parts.document.notices().say(m_parts.document.whyReadOnly());
        return;
    }
    if (m_parts.review.isActive())
        m_parts.review.leave(); // its own answers would change under it
    std::size_t settled = 0;
    const bool isDone
        = m_parts.editor.editStored(tr("settle by consensus"), [&](const engine::Annotation& annotation) {
              engine::Change change = settleByConsensus(
                  annotation, m_team,
                  {m_parts.editor.annotator().toStdString(), QDateTime::currentMSecsSinceEpoch(), 1, {}});
              settled = change.segments.size();
              return change;
          });
    m_parts.document.notices().say(isDone
                                       ? tr("%n segment(s) were settled by consensus; undo takes that back.",
                                            nullptr, static_cast<int>(settled))
                                       : tr("All of it is settled so already."));
}

}
