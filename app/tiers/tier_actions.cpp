#include "app/tiers/tier_actions.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/document/recorded_tier.h"
#include "app/document/text_label_words.h"
#include "app/document/track_layout_item.h"
#include "app/editing/editor.h"
#include "app/tiers/bulk_dialog.h"
#include "app/tiers/copy_tier_dialog.h"
#include "app/tiers/tier_dialog.h"
#include "app/timeline/tier_in_hand.h"
#include "app/video/tier_reader.h"
#include "engine/annotation/edits.h"
#include "engine/annotation/layers.h"
#include "engine/annotation/text_labels.h"
#include "engine/annotation/tier_edits.h"
#include "engine/annotation/tier_roles.h"
#include "engine/project_items/codebook_versions.h"
#include "engine/project_items/review_pass.h"

#include <QDateTime>

#include <algorithm>

namespace app {

namespace {

/// Its track keeps its place, height and colour under the new name.
void renameTrack(engine::Change& change, const engine::Annotation& annotation, const TierName& before,
                 const TierName& after)
{
    widgets::TrackLayout layout = trackLayout(annotation);
    for (widgets::TrackPlace& place : layout) {
        if (place.key == trackKey(before))
            place.key = trackKey(after);
    }
    if (!layout.empty())
        change = change.followedBy(engine::putItem(annotation, layoutItem(layout)));
}

/// The tier of the video that another is to hang on. @throws Refused: it is gone.
const engine::Tier& parentIn(const engine::Annotation& annotation, const std::string& video,
                             const std::string& name)
{
    const engine::Tier* tier = engine::tierCalled(annotation, video, name);
    if (!tier)
        throw engine::Refused(app::TierActions::tr("The tier %1 is not there any more.")
                                  .arg(QString::fromStdString(name))
                                  .toStdString());
    return *tier;
}

}

TierActions::TierActions(Document& document, Editor& editor, TierReader& reader, const Actions& actions,
                         TierInHand& hand, QWidget* window)
    : QObject(window)
    , m_document(document)
    , m_editor(editor)
    , m_reader(reader)
    , m_hand(hand)
    , m_window(window)
{
    const auto on
        = [&](const char* name, auto work) { connect(actions.at(name), &QAction::triggered, this, work); };
    on("new-tier", [this] { make(); });
    on("change-tier", [this] { change(); });
    on("copy-tier", [this] { copy(); });
    on("delete-tier", [this] { remove(); });
    on("label-of-texts", [this] { makeLabelOfTexts(); });
    on("use-as-words", [this] { useAs(kWordsTier); });
    on("use-as-labels", [this] { useAs(kLabelsTier); });
    on("change-many", [this] { changeMany(); });
}

void TierActions::make()
{
    if (!m_document.hasVideo()) {
        m_document.notices().say(tr("Open a video first: a tier belongs to one."));
        return;
    }
    engine::Tier fresh;
    fresh.video = m_document.video().id.toStdString();
    fresh.annotator = m_editor.annotator().toStdString();
    std::vector<engine::Tier> others;
    for (const engine::Tier* tier : m_document.annotation().tiersOf(fresh.video)) {
        if (tier->kind == engine::TierKind::Interval)
            others.push_back(*tier);
    }
    TierDialog dialog(fresh, others, false, 1, m_window);
    connect(&dialog, &TierDialog::wished, this, [this, &dialog] { readAndAdd(dialog); });
    dialog.exec();
}

void TierActions::readAndAdd(TierDialog& dialog)
{
    const engine::Tier tier = dialog.tier();
    const engine::Tier* parent = m_document.annotation().tier(tier.parent);
    const std::string above = parent ? parent->name : std::string(); // numbers may be others by then
    const std::set<std::string> videos
        = dialog.isForAllVideos() ? m_reader.allVideos() : std::set<std::string>();
    m_reader.read(tr("Reading what %1 hangs on").arg(QString::fromStdString(tier.name)),
                  parent ? std::set{above} : std::set<TierName>(), videos, &dialog,
                  [this, &dialog, tier, above, videos] { add(dialog, tier, above, videos); });
}

/// @param above   the tier that it hangs on; empty: none
/// @param videos  that get the same, beside its own, where they have what it hangs on
void TierActions::add(TierDialog& dialog, engine::Tier tier, const std::string& above,
                      const std::set<std::string>& videos)
{
    const QString refusal = m_editor.editOrReason(
        tr("new tier %1").arg(QString::fromStdString(tier.name)), [&](const engine::Annotation& annotation) {
            tier.parent = above.empty() ? 0 : parentIn(annotation, tier.video, above).id;
            engine::Change change = engine::addTier(annotation, tier);
            engine::TierId next = change.tiers.front().after->id + 1;
            for (const std::string& video : videos) {
                const engine::Tier* parent
                    = above.empty() ? nullptr : engine::tierCalled(annotation, video, above);
                if (video == tier.video || engine::tierCalled(annotation, video, tier.name)
                    || (!above.empty() && !parent))
                    continue;
                engine::Tier same = *change.tiers.front().after;
                same.video = video;
                same.id = next++;
                same.parent = parent ? parent->id : 0;
                change.tiers.push_back({std::nullopt, same});
            }
            return change;
        });
    if (!refusal.isEmpty()) {
        dialog.refuse(refusal);
        return;
    }
    dialog.done(QDialog::Accepted);
    m_hand.goTo(tier.name);
}

void TierActions::changeMany()
{
    const engine::Tier* inHand = m_document.tier(m_hand.tier());
    if (!m_document.hasVideo() || (inHand && isLocked(*inHand)))
        return;
    const engine::Provenance by{m_editor.annotator().toStdString(), QDateTime::currentMSecsSinceEpoch(), 1,
                                visibleParts(m_document.video())};
    BulkDialog dialog(m_document.annotation(), m_hand.tier(), m_document.video().id.toStdString(), by,
                      m_window);
    if (dialog.exec() == QDialog::Accepted)
        m_editor.edit(dialog.name(),
                      [&](const engine::Annotation& annotation) { return dialog.make(annotation); });
}

bool TierActions::isLocked(const engine::Tier& tier)
{
    const QString reason = m_editor.answerLocks().whyNot(tier);
    if (!reason.isEmpty())
        m_document.notices().say(reason);
    return !reason.isEmpty();
}

bool TierActions::isOwn(const std::string& tier)
{
    if (tier != kWordsTier && tier != kLabelsTier)
        return true;
    m_document.notices().say(tr("Words and labels stay; click a tier of your own first."));
    return false;
}

void TierActions::change()
{
    const engine::Tier* inHand = m_document.tier(m_hand.tier());
    if (!inHand || inHand->name == kWordsTier) {
        m_document.notices().say(tr("Click a tier with labels first."));
        return;
    }
    if (isLocked(*inHand))
        return;
    const engine::Tier tier = *inHand; // another video may come into sight while the dialog is open
    std::vector<engine::Tier> others;
    for (const engine::Tier* other : m_document.annotation().tiersOf(tier.video)) {
        if (other->id != tier.id && other->kind == engine::TierKind::Interval)
            others.push_back(*other);
    }
    const auto everywhere = engine::tiersCalled(m_document.annotation(), tier.name);
    const bool isFixed = std::ranges::any_of(everywhere, [&](const auto& one) {
        return !m_document.annotation().byTime(one.second->id).all().empty();
    });
    const std::size_t videos = tier.name == kLabelsTier ? m_reader.allVideos().size() : everywhere.size();
    TierDialog dialog(tier, others, isFixed, videos, m_window);
    connect(&dialog, &TierDialog::wished, this, [this, &dialog, tier] { readAndRevise(dialog, tier); });
    dialog.exec();
}

void TierActions::readAndRevise(TierDialog& dialog, const engine::Tier& tier)
{
    engine::TierRevision revision = dialog.revision();
    if (tier.name == kLabelsTier)
        revision.after.name = kLabelsTier; // it is known by its name
    std::set<TierName> inFiles{tier.name};
    const engine::Tier* parent = m_document.annotation().tier(revision.after.parent);
    const std::string above = parent ? parent->name : std::string(); // numbers may be others by then
    if (parent)
        inFiles.insert(above);
    std::set<std::string> reached;
    for (const auto& [video, one] : engine::tiersCalled(m_document.annotation(), tier.name))
        reached.insert(video);
    m_reader.read(tr("Reading %1 of all videos").arg(QString::fromStdString(tier.name)), inFiles,
                  tier.name == kLabelsTier ? m_reader.allVideos() : reached, &dialog,
                  [this, &dialog, revision, above] { revise(dialog, revision, above); });
}

/// @param above  the tier that it hangs on from now on; empty: none
void TierActions::revise(TierDialog& dialog, engine::TierRevision revision, const std::string& above)
{
    const std::string& before = revision.before.name;
    const std::string& after = revision.after.name;
    const QString refusal = m_editor.editOrReason(
        tr("change the tier %1").arg(QString::fromStdString(before)),
        [&](const engine::Annotation& annotation) {
            if (!above.empty() && revision.after.parent != revision.before.parent) {
                revision.after.parent = parentIn(annotation, revision.after.video, above).id;
                revision.before.parent = 0;
            }
            engine::Change change = engine::reviseTiers(annotation, revision);
            engine::noteCodebook(change, annotation, revision, QDateTime::currentMSecsSinceEpoch());
            if (before != after) {
                renameTrack(change, annotation, before, after);
                change = change.followedBy(engine::renameLayers(annotation, before, after))
                             .followedBy(renamePass(annotation, before, after));
            }
            return change;
        });
    if (!refusal.isEmpty()) {
        dialog.refuse(refusal);
        return;
    }
    dialog.done(QDialog::Accepted);
    if (before != after && m_document.tier(after))
        m_hand.setTier(after);
}

void TierActions::copy()
{
    const engine::Tier* inHand = m_document.tier(m_hand.tier());
    if (!inHand)
        return;
    const engine::Tier tier = *inHand; // as above
    const bool isOfFiles = tier.name == kWordsTier || tier.name == kLabelsTier;
    std::set<std::string> having;
    for (const auto& [video, one] : engine::tiersCalled(m_document.annotation(), tier.name))
        having.insert(video);
    if (isOfFiles)
        having.merge(m_reader.allVideos());
    CopyTierDialog dialog(QString::fromStdString(tier.name), having.size(), m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const std::string name = dialog.name().toStdString();
    if (!dialog.isForAllVideos()) {
        copyTo(name, tier.name, {tier.video});
        return;
    }
    m_reader.read(tr("Reading %1 of all videos").arg(QString::fromStdString(tier.name)), {tier.name}, having,
                  this, [this, name, from = tier.name, having] { copyTo(name, from, having); });
}

void TierActions::copyTo(const std::string& name, const std::string& from,
                         const std::set<std::string>& videos)
{
    const bool isDone = m_editor.edit(
        tr("copy the tier %1").arg(QString::fromStdString(from)), [&](const engine::Annotation& annotation) {
            std::set<engine::TierId> tiers;
            for (const auto& [video, one] : engine::tiersCalled(annotation, from)) {
                if (videos.contains(video))
                    tiers.insert(one->id);
            }
            return engine::copyTiers(annotation, tiers, name);
        });
    if (isDone)
        m_hand.setTier(name);
}

/// The tier in hand becomes the words or the labelled segments of all videos that have it.
void TierActions::useAs(const TierName& role)
{
    const TierName name = m_hand.tier();
    const QString shown = QString::fromStdString(name);
    if (name == role || !m_document.tier(name)) {
        m_document.notices().say(role == kWordsTier
                                     ? tr("Click the tier first that is to be the words.")
                                     : tr("Click the tier first that is to be the labelled segments."));
        return;
    }
    std::set<std::string> videos;
    for (const auto& [video, tier] : engine::tiersCalled(m_document.annotation(), name))
        videos.insert(video);
    m_reader.read(tr("Reading what %1 takes the place of").arg(shown), {role}, videos, this, [=, this] {
        engine::TextsAsLabel texts;
        const bool isDone
            = m_editor.edit(role == kWordsTier ? tr("use %1 as words").arg(shown)
                                               : tr("use %1 as labelled segments").arg(shown),
                            [&](const engine::Annotation& annotation) {
                                std::set<engine::TierId> tiers;
                                for (const auto& [video, tier] : engine::tiersCalled(annotation, name))
                                    tiers.insert(tier->id);
                                texts = engine::textsAsLabel(annotation, tiers, usualLabels(role));
                                return engine::useAsRole(annotation, tiers, role, usualLabels(role));
                            });
        if (!isDone)
            return;
        m_hand.setTier(role);
        if (const QString words = textLabelWords(texts, shown); !words.isEmpty())
            m_document.notices().say(words);
    });
}

/// What its texts say can then be given by keys, judged, compared and learnt from.
void TierActions::makeLabelOfTexts()
{
    const TierName name = m_hand.tier();
    const engine::Tier* tier = m_document.tier(name);
    if (!tier || !isOwn(name)) {
        m_document.notices().say(tr("Click the tier first whose texts are to be a label."));
        return;
    }
    if (isLocked(*tier))
        return;
    const QString shown = QString::fromStdString(name);
    if (!tier->labels.empty()) {
        m_document.notices().say(tr("%1 has labels already.").arg(shown));
        return;
    }
    engine::TextsAsLabel texts;
    const bool isDone = m_editor.edit(
        tr("make a label of the texts of %1").arg(shown), [&](const engine::Annotation& annotation) {
            std::set<engine::TierId> tiers;
            for (const auto& [video, one] : engine::tiersCalled(annotation, name))
                tiers.insert(one->id);
            texts = engine::textsAsLabel(annotation, tiers, usualLabels(kLabelsTier));
            return engine::labelOfTexts(annotation, tiers, usualLabels(kLabelsTier));
        });
    if (isDone)
        m_document.notices().say(Notice::ofEdit(textLabelWords(texts, shown)));
}

void TierActions::remove()
{
    const engine::Tier* tier = m_document.tier(m_hand.tier());
    if (!tier || !isOwn(tier->name) || isLocked(*tier))
        return;
    const QString name = QString::fromStdString(tier->name);
    std::set<engine::TierId> ids;
    for (const auto& [video, one] : engine::tiersCalled(m_document.annotation(), tier->name))
        ids.insert(one->id);
    const bool isDone
        = m_editor.edit(tr("delete the tier %1").arg(name), [&](const engine::Annotation& annotation) {
              return engine::removeTierTrees(annotation, ids);
          });
    if (isDone && ids.size() > 1)
        m_document.notices().say(tr("The tier %1 was deleted in all %n video(s) that had it.", nullptr,
                                    static_cast<int>(ids.size()))
                                     .arg(name));
}

}
