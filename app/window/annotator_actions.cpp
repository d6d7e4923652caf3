#include "app/window/annotator_actions.h"

#include "app/actions/actions.h"
#include "app/labelling/labelling_actions.h"
#include "app/labelling/rating_recorder.h"
#include "app/picture/stage.h"
#include "app/review/answer_lock_actions.h"
#include "app/review/review.h"
#include "app/review/review_actions.h"
#include "app/review/review_tab.h"
#include "app/session/session.h"
#include "app/team/gold_item_actions.h"
#include "app/team/rater_actions.h"
#include "app/team/report_actions.h"
#include "app/team/sharing_actions.h"
#include "app/timeline/timeline_panel.h"
#include "app/window/docks.h"
#include "app/window/side_panels.h"
#include "widgets/review/queue_panel.h"
#include "widgets/review/rating_bar.h"

#include <QAction>
#include <QDockWidget>
#include <QInputDialog>
#include <QLabel>

namespace app {

AnnotatorActions::AnnotatorActions(Session& session, const Parts& parts, Settings& settings, QWidget* window)
    : QObject(window)
    , m_editor(session.editor())
    , m_parts(parts)
    , m_settings(settings)
    , m_window(window)
{
    connectReview(session);
    connectLabelling(session);
}

void AnnotatorActions::on(const char* action, const std::function<void()>& work)
{
    connect(m_parts.actions.at(action), &QAction::triggered, this, work);
}

/// The keys 1…7 are the steps of the first label's scale, from its least.
void AnnotatorActions::connectLabelling(Session& session)
{
    if (m_settings.hasAnnotator())
        m_editor.setAnnotator(m_settings.annotator());
    else
        m_editor.proposeAnnotator(m_settings.annotator());
    m_editor.setNameQuestion([this](const QString& proposal) {
        return nameFor(tr("Who gives these values? The name is kept with each of them, so that answers "
                          "of several people can be told apart."),
                       proposal);
    });
    connect(&m_editor, &Editor::annotatorChanged, this,
            [this](const QString& name) { m_settings.setAnnotator(name); });
    for (int step = 0; step < 7; ++step)
        on(("label-" + std::to_string(step + 1)).c_str(), [this, step] { m_reviewActions->give(step); });
    on("label-none", [this] { m_reviewActions->give(std::nullopt); });
    on("annotator", [this] { askForName(); });
    auto* labelling = new LabellingActions(session.document(), m_editor, session.player(), m_parts.actions,
                                           m_parts.ratingBar, *m_parts.docks.at("ratingDock"), m_window);
    labelling->setTier(m_parts.timeline.hand().tier());
    connect(&m_parts.timeline.hand(), &TierInHand::tierChanged, labelling,
            [this, labelling] { labelling->setTier(m_parts.timeline.hand().tier()); });
    connect(labelling, &LabellingActions::recorded, &m_parts.timeline, [this, labelling] {
        const RatingRecorder& recorder = labelling->recorder();
        m_parts.timeline.tiers().showRecording(recorder.tier(), recorder.startTime(), recorder.values());
    });
    connect(labelling, &LabellingActions::finished, &m_parts.timeline,
            [this] { m_parts.timeline.view().setFocus(); });
}

void AnnotatorActions::connectReview(Session& session)
{
    m_reviewActions = new ReviewActions(session.document(), m_editor, session.thumbnailer(), session.videos(),
                                        m_parts.review, m_parts.actions, m_parts.timeline,
                                        m_parts.panels.review(), m_window);
    connect(m_reviewActions, &ReviewActions::tabWished, this,
            [this] { m_parts.panels.showTab(QStringLiteral("review")); });
    connect(m_reviewActions, &ReviewActions::passBegan, this,
            [this] { m_parts.actions.at("preset-review")->trigger(); });
    new AnswerLockActions(session.document(), m_editor, m_parts.actions, m_parts.timeline, m_window);
    new GoldItemActions(session.document(), m_editor, m_parts.review, m_parts.timeline, m_parts.actions,
                        m_window);
    new RaterActions({session.document(), m_editor, session.videos(), m_parts.review, session.tasks()},
                     m_parts.actions, m_window);
    new SharingActions({session.document(), m_editor, session.videos(), session.project(), m_parts.review,
                        m_parts.reviewSources},
                       m_parts.actions, m_window);
    new ReportActions(session.document(), session.project(), session.videos(), session.tasks(),
                      m_parts.actions, m_window);
    connect(&m_parts.panels.review().queue(), &widgets::QueuePanel::beginRequested,
            m_parts.actions.at("begin-pass"), &QAction::trigger);
}

/// @return empty: nobody would say
QString AnnotatorActions::nameFor(const QString& question, const QString& proposal)
{
    QInputDialog dialog(m_window);
    dialog.setObjectName(QStringLiteral("annotatorDialog"));
    dialog.setWindowTitle(tr("Annotator"));
    dialog.setLabelText(question);
    dialog.setTextValue(proposal);
    for (QLabel* label : dialog.findChildren<QLabel*>())
        label->setWordWrap(true);
    return dialog.exec() == QDialog::Accepted ? dialog.textValue().trimmed() : QString();
}

void AnnotatorActions::askForName()
{
    const QString name = nameFor(tr("Who gives values from now on:"), m_editor.annotator());
    if (!name.isEmpty())
        m_editor.setAnnotator(name);
}

}
