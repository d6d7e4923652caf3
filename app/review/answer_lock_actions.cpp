#include "app/review/answer_lock_actions.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/timeline/timeline_panel.h"
#include "engine/annotation/layers.h"

#include <QInputDialog>

namespace app {

AnswerLockActions::AnswerLockActions(Document& document, Editor& editor, const Actions& actions,
                                     TimelinePanel& timeline, QWidget* window)
    : QObject(window)
    , m_document(document)
    , m_editor(editor)
    , m_window(window)
{
    connect(actions.at("unlock-answers"), &QAction::triggered, this,
            [this, &hand = timeline.hand()] { toggle(hand.tier()); });
    connect(&timeline.tiers(), &TierTracks::answersLockWished, this, &AnswerLockActions::toggle);
}

void AnswerLockActions::toggle(const TierName& name)
{
    const engine::Tier* tier = m_document.tier(name);
    switch (tier ? m_editor.answerLocks().state(*tier) : AnswerLocks::State::NoAnswers) {
    case AnswerLocks::State::NoAnswers:
        m_document.notices().say(
            tr("This track holds no answers of a review. Click the track of an annotator first."));
        break;
    case AnswerLocks::State::InPass:
        m_document.notices().say(tr("These are the answers of the pass that goes on; they are not locked."));
        break;
    case AnswerLocks::State::Unlocked:
        m_editor.answerLocks().lock(name);
        break;
    case AnswerLocks::State::Locked:
        if (m_document.whyReadOnly().isEmpty())
            askAndUnlock(*tier);
        else
            m_document.notices().say(m_document.whyReadOnly());
        break;
    }
}

void AnswerLockActions::askAndUnlock(const engine::Tier& tier)
{
    const auto layer = engine::layerOfTier(m_document.annotation(), tier);
    if (!layer)
        return;
    const QString whose = layer->isSettled
        ? tr("These are the settled answers.")
        : tr("These are the answers of %1. They count as theirs, whoever changes them.")
              .arg(whoseAnswers(*layer));
    QInputDialog dialog(m_window);
    dialog.setObjectName(QStringLiteral("unlockAnswers"));
    dialog.setWindowTitle(tr("Unlock answers"));
    dialog.setLabelText(
        tr("%1\nThe project will tell who unlocked them, and when.\n\nWho changes them now:").arg(whose));
    dialog.setTextValue(m_editor.annotator());
    dialog.setOkButtonText(tr("Unlock"));
    const QString name = dialog.exec() == QDialog::Accepted ? dialog.textValue().trimmed() : QString();
    if (name.isEmpty())
        return;
    m_editor.setAnnotator(name);
    m_editor.answerLocks().unlock(layer->name, name);
    m_document.notices().say(tr("%1 was unlocked by %2.").arg(QString::fromStdString(layer->name), name));
}

}
