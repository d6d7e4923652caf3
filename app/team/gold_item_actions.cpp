#include "app/team/gold_item_actions.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/document/tier_content.h"
#include "app/editing/editor.h"
#include "app/review/review.h"
#include "app/team/gold_item_dialog.h"
#include "app/timeline/tier_in_hand.h"
#include "app/timeline/timeline_panel.h"
#include "engine/annotation/edits.h"

#include <QDateTime>

namespace app {

namespace {

QString valuesText(const engine::Tier& tier, const engine::GoldItem& gold)
{
    QStringList parts;
    for (const engine::LabelScheme& label : tier.labels) {
        const auto value = gold.values.find(label.name);
        const double* number = value == gold.values.end() ? nullptr : std::get_if<double>(&value->second);
        const bool isAbsent = number && *number == 0.0 && !parts.isEmpty(); // an emotion that is not there
        if (value != gold.values.end() && !isAbsent)
            parts << QStringLiteral("%1 %2").arg(QString::fromStdString(label.name),
                                                 shownValue(label, {value->second, {}}));
    }
    return parts.join(QStringLiteral(" · "));
}

}

GoldItemActions::GoldItemActions(Document& document, Editor& editor, const Review& review,
                                 TimelinePanel& timeline, const Actions& actions, QWidget* window)
    : QObject(window)
    , m_document(document)
    , m_editor(editor)
    , m_review(review)
    , m_timeline(timeline)
    , m_window(window)
{
    connect(actions.at("make-gold"), &QAction::triggered, this, &GoldItemActions::ask);
    connect(actions.at("take-gold-away"), &QAction::triggered, this, &GoldItemActions::takeAway);
}

const engine::Segment* GoldItemActions::segmentInHand() const
{
    if (m_review.isActive())
        return m_document.annotation().segment(m_review.segment());
    const TierName& tier = m_timeline.hand().tier();
    const engine::Tier* own = tier == kWordsTier || tier == kLabelsTier ? nullptr : m_document.tier(tier);
    if (own && !own->labels.empty()) { // a tier with labels of its own
        const auto place = m_timeline.hand().index();
        return place ? m_document.annotation().segment(m_document.segmentId(tier, *place)) : nullptr;
    }
    const auto index = m_document.attention().segment();
    const bool isThere = index && m_document.hasVideo() && *index < m_document.spans(kLabelsTier).size();
    return isThere ? m_document.annotation().segment(m_document.segmentId(kLabelsTier, *index)) : nullptr;
}

bool GoldItemActions::isAllowed()
{
    if (!m_document.whyReadOnly().isEmpty())
        m_document.notices().say(m_document.whyReadOnly());
    else if (!m_document.sight().now().labels)
        m_document.notices().say(tr("A blind review goes on: leave it before you say what is right."));
    else if (!segmentInHand())
        m_document.notices().say(tr("Choose a labelled segment first: a click on it does."));
    else
        return true;
    return false;
}

QString GoldItemActions::titleOf(const engine::Segment& segment) const
{
    const engine::Tier& tier = *m_document.annotation().tier(segment.tier);
    const auto place = m_document.indexOf(tier.name, segment.id);
    return tr("%1 · segment %2").arg(QString::fromStdString(tier.video)).arg(place.value_or(0) + 1);
}

void GoldItemActions::ask()
{
    if (!isAllowed())
        return;
    const engine::Segment& segment = *segmentInHand();
    const engine::Tier& tier = *m_document.annotation().tier(segment.tier);
    engine::GoldItem gold = goldOf(m_document.annotation(), segment);
    if (gold.values.empty()) {
        m_document.notices().say(
            tr("This segment has no value that could be right: settle it, or label it first."));
        return;
    }
    const std::vector<engine::GoldItem> all = goldItems(m_document.annotation());
    if (const engine::GoldItem* before = goldAt(all, gold.video, gold.span)) {
        gold.explanation = before->explanation;
        gold.values.insert(before->values.begin(), before->values.end()); // of other tiers' labels
    }
    auto* dialog = new GoldItemDialog(titleOf(segment), valuesText(tier, gold), gold, m_window);
    connect(dialog, &GoldItemDialog::goldWished, this, &GoldItemActions::make);
    dialog->open();
}

void GoldItemActions::make(const engine::GoldItem& wished)
{
    engine::GoldItem gold = wished;
    gold.by = m_editor.annotator().toStdString();
    gold.when = QDateTime::currentMSecsSinceEpoch();
    const bool isDone = m_editor.edit(tr("make a gold item"), [&](const engine::Annotation& annotation) {
        return takeGoldAway(annotation, gold.video, gold.span)
            .followedBy(engine::putItem(annotation, itemOf(gold)));
    });
    if (isDone)
        m_document.notices().say(
            tr("%n gold item(s): Review → Begin or go on with a pass… trains on them or hides them.", nullptr,
               static_cast<int>(goldItems(m_document.annotation()).size())));
}

void GoldItemActions::takeAway()
{
    if (!isAllowed())
        return;
    const engine::Segment& segment = *segmentInHand();
    const std::string video = m_document.annotation().tier(segment.tier)->video;
    const engine::Interval span{segment.start.seconds(), segment.end.seconds()};
    const bool isDone = m_editor.edit(tr("take a gold item away"), [&](const engine::Annotation& annotation) {
        return takeGoldAway(annotation, video, span);
    });
    m_document.notices().say(isDone ? tr("%1 is no gold item any more.").arg(titleOf(segment))
                                    : tr("%1 is no gold item.").arg(titleOf(segment)));
}

}
