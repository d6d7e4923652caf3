#include "app/main_window/tier_actions.h"

#include "app/dialogs/bulk_dialog.h"
#include "app/dialogs/tier_dialog.h"
#include "app/main_window/actions.h"
#include "app/main_window/timeline_panel.h"
#include "app/session/session.h"
#include "engine/annotation/layers.h"
#include "engine/annotation/tier_edits.h"

#include <QDateTime>
#include <QInputDialog>

namespace app {

TierActions::TierActions(Session& session, const Actions& actions, TimelinePanel& timeline, QWidget* window)
    : QObject(window)
    , m_session(session)
    , m_timeline(timeline)
    , m_window(window)
{
    const auto on
        = [&](const char* name, auto work) { connect(actions.at(name), &QAction::triggered, this, work); };
    on("new-tier", [this] { make(); });
    on("change-tier", [this] { change(); });
    on("copy-tier", [this] { copy(); });
    on("delete-tier", [this] { remove(); });
    on("change-many", [this] { changeMany(); });
}

void TierActions::make()
{
    const Document& document = m_session.document();
    if (!document.hasVideo()) {
        emit message(tr("Open a video first: a tier belongs to one."));
        return;
    }
    engine::Tier fresh;
    fresh.video = document.video().id.toStdString();
    fresh.annotator = m_session.editor().annotator().toStdString();
    std::vector<engine::Tier> others;
    for (const engine::Tier* tier : document.annotation().tiersOf(fresh.video)) {
        if (tier->kind == engine::TierKind::Interval)
            others.push_back(*tier);
    }
    TierDialog dialog(fresh, others, false, m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const engine::Tier tier = dialog.tier();
    const bool isDone = m_session.editor().edit(
        tr("new tier %1").arg(QString::fromStdString(tier.name)), [&](const engine::Annotation& annotation) {
            engine::Change change = engine::addTier(annotation, tier);
            engine::TierId next = change.tiers.front().after->id + 1;
            const auto dataset = m_session.dataset();
            for (std::size_t i = 0; dialog.isForAllVideos() && dataset && i < dataset->entries.size(); ++i) {
                engine::Tier same = *change.tiers.front().after;
                same.video = dataset->entries[i]->id.toStdString();
                const engine::Tier* above = tier.parent == 0 ? nullptr : annotation.tier(tier.parent);
                const engine::Tier* parent
                    = above ? engine::tierCalled(annotation, same.video, above->name) : nullptr;
                if (same.video == tier.video || engine::tierCalled(annotation, same.video, tier.name)
                    || (above && !parent))
                    continue;
                same.id = next++;
                same.parent = parent ? parent->id : 0;
                change.tiers.push_back({std::nullopt, same});
            }
            return change;
        });
    if (isDone)
        m_timeline.setActiveTier(tier.name);
}

void TierActions::changeMany()
{
    const Document& document = m_session.document();
    if (!document.hasVideo())
        return;
    const engine::Provenance by{m_session.editor().annotator().toStdString(),
                                QDateTime::currentMSecsSinceEpoch(), 1, visibleParts(document.video())};
    BulkDialog dialog(document.annotation(), m_timeline.activeTier(), document.video().id.toStdString(), by,
                      m_window);
    if (dialog.exec() == QDialog::Accepted)
        m_session.editor().edit(
            dialog.name(), [&](const engine::Annotation& annotation) { return dialog.make(annotation); });
}

bool TierActions::isOwn(const std::string& tier)
{
    if (tier != kWordsTier && tier != kLabelsTier)
        return true;
    emit message(tr("Words and labels stay; click a tier of your own first."));
    return false;
}

void TierActions::change()
{
    const Document& document = m_session.document();
    const engine::Tier* inHand = document.tier(m_timeline.activeTier());
    if (!inHand || inHand->name == kWordsTier) {
        emit message(tr("Click a tier with labels first."));
        return;
    }
    const engine::Tier tier = *inHand; // another video may come into sight while the dialog is open
    std::vector<engine::Tier> others;
    for (const engine::Tier* other : document.annotation().tiersOf(tier.video)) {
        if (other->id != tier.id && other->kind == engine::TierKind::Interval)
            others.push_back(*other);
    }
    const bool isFixed = document.annotation().byTime(tier.id).size() > 0;
    TierDialog dialog(tier, others, isFixed, m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    engine::Tier after = dialog.tier();
    if (tier.name == kLabelsTier)
        after.name = kLabelsTier; // it is known by its name
    m_session.editor().edit(
        tr("change the tier %1").arg(QString::fromStdString(tier.name)),
        [&](const engine::Annotation& annotation) { return engine::changeTier(annotation, after); });
}

void TierActions::copy()
{
    const engine::Tier* inHand = m_session.document().tier(m_timeline.activeTier());
    if (!inHand)
        return;
    const engine::Tier tier = *inHand; // as above
    const QString from = QString::fromStdString(tier.name);
    bool isAccepted = false;
    const QString name
        = QInputDialog::getText(m_window, tr("Copy tier"), tr("Name of the copy of %1:").arg(from),
                                QLineEdit::Normal, tr("%1 (copy)").arg(from), &isAccepted)
              .trimmed();
    if (!isAccepted || name.isEmpty())
        return;
    const bool isDone = m_session.editor().edit(
        tr("copy the tier %1").arg(from), [&, id = tier.id](const engine::Annotation& annotation) {
            return engine::copyTier(annotation, id, name.toStdString());
        });
    if (isDone)
        m_timeline.setActiveTier(name.toStdString());
}

void TierActions::remove()
{
    const engine::Tier* tier = m_session.document().tier(m_timeline.activeTier());
    if (!tier || !isOwn(tier->name))
        return;
    m_session.editor().edit(tr("delete the tier %1").arg(QString::fromStdString(tier->name)),
                            [id = tier->id](const engine::Annotation& annotation) {
                                return engine::removeTierTree(annotation, id);
                            });
}

}
