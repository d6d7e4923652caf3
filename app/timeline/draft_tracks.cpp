#include "app/timeline/draft_tracks.h"

#include "app/document/document.h"
#include "app/document/tier_content.h"
#include "app/timeline/tier_tracks.h"
#include "engine/tier_completion/completion_draft.h"
#include "widgets/base/scale_number.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/draft_track.h"
#include "widgets/tracks/prediction_track.h"

#include <algorithm>

namespace app {

DraftTracks::DraftTracks(const TimelineTracks& tracks, const TierTracks& tiers, Document& document,
                         QObject* parent)
    : QObject(parent)
    , m_tracks(tracks)
    , m_tiers(tiers)
    , m_document(document)
{
    connect(&document, &Document::videoChanged, this, &DraftTracks::show);
    connect(&document, &Document::projectChanged, this, &DraftTracks::show);
    connect(&document, &Document::itemsChanged, this, [this](const QString& kind) {
        if (kind == QLatin1String(engine::kDraftItems))
            show();
    });
    connect(&document, &Document::labelsChanged, this, [this](const QString& video) {
        if (m_document.isInSight(video) && !m_shown.empty())
            show();
    });
    connect(&tiers, &TierTracks::ownTiersShown, this, &DraftTracks::show);
}

void DraftTracks::bringIntoSight(const TierName& tier)
{
    if (const auto shown = m_shown.find(tier); shown != m_shown.end())
        m_tracks.view.ensureVisible(shown->second);
}

void DraftTracks::show()
{
    const auto drafts = m_document.hasVideo() && m_document.sight().now().predictions
        ? completionDrafts(m_document.annotation(), m_document.video().id.toStdString())
        : std::map<TierName, engine::CompletionDraft>();
    std::map<TierName, widgets::DraftTrack::Content> contents;
    m_rows.clear();
    for (const auto& [name, draft] : drafts) {
        const engine::Tier* tier = m_document.tier(name);
        const auto open = openRows(m_document.annotation(), m_document.video().id.toStdString(), draft);
        if (!tier || open.empty() || !m_tiers.trackOf(name))
            continue;
        widgets::DraftTrack::Content content;
        content.title = tr("Suggested: %1").arg(QString::fromStdString(name));
        content.subtitle
            = tr("%n open, dashed until you accept them", nullptr, static_cast<int>(open.size()));
        content.threshold = draft.threshold;
        const engine::LabelScheme* label = tier->label(draft.label);
        if (!label && draft.kind == engine::CompletionKind::Trace && !tier->labels.empty())
            label = &tier->labels.front();
        if (const auto* scale = label ? std::get_if<engine::NumberScale>(&label->scale) : nullptr) {
            content.least = scale->least;
            content.greatest = scale->greatest;
        }
        for (const std::size_t row : open) {
            const engine::DraftRow& one = draft.rows[row];
            const auto* text = std::get_if<std::string>(&one.value);
            const QString shown = !one.samples.empty() ? QString()
                : label                                ? shownValue(*label, {one.value, {}})
                : text                                 ? QString::fromStdString(*text)
                       : widgets::signedNumber(std::get<double>(one.value), 1);
            content.pieces.push_back({one.span, shown, one.confidence, one.samples});
        }
        m_rows[name] = open;
        contents.emplace(name, std::move(content));
    }
    std::erase_if(m_shown, [&](const auto& shown) {
        const bool stays = contents.contains(shown.first);
        if (!stays)
            m_tracks.view.removeTrack(shown.second);
        return !stays;
    });
    for (auto& [name, content] : contents) {
        widgets::DraftTrack*& track = m_shown[name];
        const bool isNew = !track;
        if (isNew) {
            track = new widgets::DraftTrack(this);
            track->setObjectName(QStringLiteral("draft/%1").arg(QString::fromStdString(name)));
            connect(track, &widgets::DraftTrack::pressed, this, [this, tier = name](std::size_t piece) {
                if (const auto rows = m_rows.find(tier); rows != m_rows.end() && piece < rows->second.size())
                    emit pressed(tier, rows->second[piece]);
            });
        }
        track->setContent(std::move(content));
        if (isNew)
            m_tracks.view.addTrack(track, below(name));
    }
}

/// The track that follows the tier's own, so that suggestions lie right under what they are for.
const widgets::Track* DraftTracks::below(const TierName& tier) const
{
    const auto all = m_tracks.view.tracks();
    const auto own = std::ranges::find(all, m_tiers.trackOf(tier));
    return own == all.end() || own + 1 == all.end() ? nullptr : *(own + 1);
}

}
