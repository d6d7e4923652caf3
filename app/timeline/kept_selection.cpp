#include "app/timeline/kept_selection.h"

#include "app/document/document.h"
#include "app/playback/player.h"
#include "app/timeline/segment_selection.h"
#include "app/timeline/tier_in_hand.h"
#include "engine/core/json_text.h"
#include "widgets/timeline/timeline_view.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace app {

namespace {

constexpr auto kSelectionKind = "layout";
constexpr auto kSelectionName = "selection";
constexpr int kNotingMs = 300;

}

KeptSelection::KeptSelection(Document& document, Player& player, TierInHand& hand,
                             widgets::TimelineView& view, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_player(player)
    , m_hand(hand)
    , m_view(view)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(kNotingMs);
    connect(&m_delay, &QTimer::timeout, this, &KeptSelection::note);
    const auto later = [this] { m_delay.start(); };
    connect(&hand.selected(), &SegmentSelection::changed, this, later);
    connect(&hand, &TierInHand::tierChanged, this, later);
    connect(&view, &widgets::TimelineView::selectionEdited, this, later);
    connect(&document, &Document::projectChanged, this, [this] {
        m_delay.stop();
        m_isOpening = true;
        m_span.reset();
    });
    connect(&document, &Document::videoChanged, this, &KeptSelection::restore);
    connect(&player, &Player::opened, this, &KeptSelection::restoreSpan);
}

void KeptSelection::note()
{
    if (m_isOpening || !m_document.isKept() || !m_document.hasVideo())
        return;
    nlohmann::json selection{{"video", m_document.video().id.toStdString()},
                             {"tier", m_hand.tier()},
                             {"segments", m_hand.selected().indices(m_hand.tier())}};
    if (const auto& span = m_view.selection())
        selection["span"] = {span->start, span->end};
    m_document.note({kSelectionKind, kSelectionName, engine::jsonText(selection)});
}

void KeptSelection::restore()
{
    if (!m_document.hasVideo() || !std::exchange(m_isOpening, false))
        return;
    const engine::Item* item = m_document.annotation().item(kSelectionKind, kSelectionName);
    if (!item)
        return;
    try {
        const nlohmann::json selection = nlohmann::json::parse(item->json);
        if (selection.at("video").get<std::string>() != m_document.video().id.toStdString())
            return;
        const TierName tier = selection.at("tier").get<TierName>();
        if (!m_document.tier(tier))
            return;
        m_hand.setTier(tier);
        std::vector<engine::SegmentId> ids;
        for (const std::size_t index : selection.at("segments").get<std::vector<std::size_t>>()) {
            if (index < m_document.spans(tier).size())
                ids.push_back(m_document.segmentId(tier, index));
        }
        m_hand.selected().select(tier, ids);
        if (const auto span = selection.find("span"); span != selection.end())
            m_span = engine::Interval{span->at(0).get<double>(), span->at(1).get<double>()};
        if (m_player.duration() > 0.0)
            restoreSpan();
    } catch (const nlohmann::json::exception&) { // not what note() writes
    }
}

void KeptSelection::restoreSpan()
{
    if (const auto span = std::exchange(m_span, std::nullopt))
        m_view.setSelection(span);
}

}
