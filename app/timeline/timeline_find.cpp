#include "app/timeline/timeline_find.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/playback/player.h"
#include "app/timeline/segment_selection.h"
#include "app/timeline/tier_in_hand.h"
#include "widgets/player/overview_strip.h"
#include "widgets/timeline/find_bar.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/words_track.h"

#include <algorithm>

namespace app {

TimelineFind::TimelineFind(Document& document, Player& player, const Actions& actions,
                           widgets::TimelineView& view, TierInHand& hand, widgets::FindBar& bar,
                           widgets::OverviewStrip& overview, widgets::WordsTrack& words)
    : QObject(&hand)
    , m_document(document)
    , m_player(player)
    , m_view(view)
    , m_hand(hand)
    , m_bar(bar)
    , m_overview(overview)
    , m_words(words)
{
    connect(actions.at("find-timeline"), &QAction::triggered, this, [this] {
        m_bar.open();
        search();
    });
    const auto walkOrOpen = [this](int step) {
        if (m_bar.isVisible() && !m_bar.text().isEmpty())
            walk(step);
        else
            m_bar.open();
    };
    connect(actions.at("find-next"), &QAction::triggered, this, [walkOrOpen] { walkOrOpen(1); });
    connect(actions.at("find-previous"), &QAction::triggered, this, [walkOrOpen] { walkOrOpen(-1); });
    connect(&bar, &widgets::FindBar::edited, this, &TimelineFind::search);
    connect(&bar, &widgets::FindBar::nextRequested, this, [this] { walk(1); });
    connect(&bar, &widgets::FindBar::previousRequested, this, [this] { walk(-1); });
    connect(&bar, &widgets::FindBar::closed, this, &TimelineFind::close);
    m_again.setSingleShot(true);
    m_again.setInterval(0);
    connect(&m_again, &QTimer::timeout, this, &TimelineFind::search);
    const auto again = [this] {
        if (m_bar.isVisible())
            m_again.start();
    };
    connect(&document, &Document::videoChanged, this, again);
    connect(&document, &Document::wordsChanged, this, again);
    connect(&document, &Document::labelsChanged, this, again);
}

void TimelineFind::search()
{
    const QString text = m_bar.isPattern() ? m_bar.text() : QRegularExpression::escape(m_bar.text());
    const QRegularExpression pattern(
        text, QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const std::optional<Hit> before = m_current ? std::optional(m_hits[*m_current]) : std::nullopt;
    m_hits = findInVideo(m_document, pattern);
    m_current.reset();
    if (const auto same = before ? std::find(m_hits.begin(), m_hits.end(), *before) : m_hits.end();
        same != m_hits.end())
        m_current = static_cast<std::size_t>(same - m_hits.begin());
    showHits();
    if (!pattern.isValid())
        m_bar.setError(pattern.errorString());
}

void TimelineFind::showHits()
{
    std::vector<double> times;
    std::vector<std::size_t> words;
    for (const Hit& hit : m_hits) {
        times.push_back(hit.start);
        for (std::size_t word = hit.first; hit.tier == kWordsTier && word <= hit.last; ++word) {
            if (words.empty() || words.back() < word) // two hits may be in one word
                words.push_back(word);
        }
    }
    m_overview.setMarks(std::move(times));
    m_words.setFound(std::move(words));
    m_bar.setResult(m_current ? static_cast<int>(*m_current) + 1 : 0, static_cast<int>(m_hits.size()));
}

/// From the hit that was shown last; from the playhead where there was none. Goes round at the ends.
void TimelineFind::walk(int step)
{
    if (m_hits.empty())
        return;
    const std::size_t count = m_hits.size();
    const double now = m_player.position();
    if (m_current) {
        m_current = (*m_current + count + static_cast<std::size_t>(step + static_cast<int>(count))) % count;
    } else {
        const auto next = std::partition_point(m_hits.begin(), m_hits.end(),
                                               [&](const Hit& hit) { return hit.start < now; });
        const auto index = static_cast<std::size_t>(next - m_hits.begin());
        m_current = (step > 0 ? index : index + count - 1) % count;
    }
    const Hit& hit = m_hits[*m_current];
    std::vector<engine::SegmentId> ids;
    for (std::size_t i = hit.first; i <= hit.last; ++i)
        ids.push_back(m_document.segmentId(hit.tier, i));
    m_player.seek(hit.start);
    m_view.ensureVisible(hit.start);
    m_hand.goTo(hit.tier);
    m_hand.selected().select(hit.tier, ids);
    m_bar.setResult(static_cast<int>(*m_current) + 1, static_cast<int>(count));
}

void TimelineFind::close()
{
    m_bar.hide();
    m_hits.clear();
    m_current.reset();
    m_overview.setMarks({});
    m_words.setFound({});
    m_view.setFocus();
}

}
