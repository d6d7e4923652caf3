#include "app/rendering/page_painter.h"

#include "app/document/document.h"
#include "app/timeline/timeline_panel.h"
#include "widgets/timeline/timeline_page.h"
#include "widgets/tracks/labels_track.h"
#include "widgets/tracks/words_track.h"

#include <QPainter>
#include <QSignalBlocker>

namespace app {

namespace {

constexpr int kPageLookMs = 15;
constexpr int kQuietLooks = 2; // after a painting: what it asked for is on its way by then
constexpr int kLooksToAskAgain
    = 20; // what the window paints meanwhile may take the place of what was asked for
constexpr int kMostLooks = 2000; // half a minute: then the page stays as far as it came

/// Tracks without the word and the segment under the playhead lit, as long as this lives: on a page the
/// playhead is elsewhere.
class NothingLit {
public:
    explicit NothingLit(const widgets::TimelineView& view)
    {
        for (widgets::Track* track : view.tracks()) {
            const QSignalBlocker silence(track);
            if (auto* words = qobject_cast<widgets::WordsTrack*>(track)) {
                m_words.emplace_back(words, words->currentWord());
                words->setCurrentWord(std::nullopt);
            } else if (auto* labels = qobject_cast<widgets::LabelsTrack*>(track)) {
                m_labels.emplace_back(labels, labels->current());
                labels->setCurrent(std::nullopt);
            }
        }
    }
    ~NothingLit()
    {
        for (const auto& [track, word] : m_words) {
            const QSignalBlocker silence(track);
            track->setCurrentWord(word);
        }
        for (const auto& [track, segment] : m_labels) {
            const QSignalBlocker silence(track);
            track->setCurrent(segment);
        }
    }
    NothingLit(const NothingLit&) = delete;
    NothingLit& operator=(const NothingLit&) = delete;

private:
    std::vector<std::pair<widgets::WordsTrack*, std::optional<std::size_t>>> m_words;
    std::vector<std::pair<widgets::LabelsTrack*, std::optional<std::size_t>>> m_labels;
};

}

PagePainter::PagePainter(const Document& document, const TimelinePanel& timeline, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_timeline(timeline)
{
    m_timer.setInterval(kPageLookMs);
    connect(&m_timer, &QTimer::timeout, this, &PagePainter::look);
}

void PagePainter::paint(const PageWish& wish, Painted painted)
{
    m_waiting.push_back({wish, std::move(painted)});
    m_timer.start();
}

QImage PagePainter::painted(const PageWish& wish) const
{
    const widgets::TimelineView& view = m_timeline.view();
    const NothingLit unlit(view);
    QImage page((wish.size * wish.scale).toSize(), QImage::Format_RGB32);
    const widgets::Theme& theme = wish.isDark ? widgets::darkTheme() : widgets::lightTheme();
    page.fill(theme.background);
    QPainter painter(&page);
    painter.scale(wish.scale, wish.scale);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    widgets::paintTimelinePage(painter, view.state(),
                               {wish.span, wish.size.toSize(), wish.tracks, theme, view.font()});
    return page;
}

void PagePainter::look()
{
    const PageWish& wish = m_waiting.front().wish;
    if (!m_document.hasVideo() || m_document.video().id != wish.video) {
        answer({}, tr("Another video came into sight before all of it was painted."));
        return;
    }
    ++m_allLooks;
    ++m_looks;
    const bool isQuiet = m_timeline.isComplete();
    if (!m_page.isNull() && m_wasComplete && isQuiet && m_looks > kQuietLooks) {
        answer(m_page, {});
        return;
    }
    if (m_page.isNull() || (isQuiet && m_looks > kQuietLooks) || m_looks > kLooksToAskAgain) {
        m_page = painted(wish);
        m_wasComplete = m_timeline.isComplete();
        m_looks = 0;
    }
    if (m_allLooks > kMostLooks)
        answer(m_page, {});
}

void PagePainter::answer(QImage page, const QString& failure)
{
    const Waiting done = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_page = {};
    m_looks = m_allLooks = 0;
    if (m_waiting.empty())
        m_timer.stop();
    done.painted(page, failure);
}

}
