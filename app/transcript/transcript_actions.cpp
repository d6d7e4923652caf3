#include "app/transcript/transcript_actions.h"

#include "app/actions/actions.h"
#include "app/editing/editor.h"
#include "app/playback/player.h"
#include "app/timeline/segment_selection.h"
#include "app/timeline/timeline_panel.h"
#include "app/transcript/transcript_tab.h"
#include "engine/annotation/untimed_words.h"
#include "widgets/transcript/transcript_panel.h"
#include "widgets/transcript/transcript_states.h"
#include "widgets/transcript/transcript_text.h"

#include <QAction>
#include <QUndoStack>

#include <algorithm>
#include <utility>

namespace app {

namespace {

constexpr double kSkippedBack = 2.0; // seconds

}

TranscriptActions::TranscriptActions(Document& document, Editor& editor, Player& player,
                                     const Actions& actions, TimelinePanel& timeline, TranscriptTab& tab)
    : QObject(&timeline)
    , m_document(document)
    , m_editor(editor)
    , m_player(player)
    , m_timeline(timeline)
    , m_panel(tab.panel())
    , m_text(tab.panel().text())
{
    const auto on = [&](const char* name, const auto& work) {
        connect(actions.at(name), &QAction::triggered, this, work);
    };
    on("next-untimed", [this] { goToNextUntimed(); });
    on("begin-word", [this] { beginWord(); });
    on("take-times", [this] { takeTimes(); });
    connect(actions.at("load-text"), &QAction::triggered, &tab, &TranscriptTab::loadText);
    widgets::TranscriptStates& states = tab.panel().states();
    const auto showKey = [&states, next = actions.at("next-untimed")] {
        states.setNextKey(next->shortcut().toString(QKeySequence::NativeText));
    };
    showKey();
    connect(actions.at("next-untimed"), &QAction::changed, &states, showKey);
    connect(&states, &widgets::TranscriptStates::nextUntimedWished, this,
            &TranscriptActions::goToNextUntimed);
    connect(&tab.panel(), &widgets::TranscriptPanel::typeWished, this, &TranscriptActions::typeWhilePlaying);
    connect(&tab.panel(), &widgets::TranscriptPanel::pauseWished, this, [this] {
        m_player.pause();
        m_text.setFocus();
    });
    connect(&tab.panel(), &widgets::TranscriptPanel::playWordWished, this, [this] {
        if (const auto word = m_document.wordAt(m_player.position()))
            play(*word);
    });
    connectText();
    connectSelection();
}

void TranscriptActions::connectText()
{
    using Text = widgets::TranscriptText;
    connect(&m_text, &Text::wordClicked, this, [this](std::size_t word) {
        if (word < m_document.words().intervals.size())
            m_player.seek(m_document.words().intervals[word].start);
    });
    connect(&m_text, &Text::wordDoubleClicked, this, &TranscriptActions::play);
    connect(&m_text, &Text::playWished, &m_player, &Player::togglePlaying);
    connect(&m_text, &Text::backWished, this,
            [this] { m_player.seek(std::max(0.0, m_player.position() - kSkippedBack)); });
    connect(&m_text, &Text::undoWished, &m_editor.history(), &QUndoStack::undo);
    connect(&m_text, &Text::redoWished, &m_editor.history(), &QUndoStack::redo);
    connect(&m_text, &Text::leaveWished, this, [this] { m_timeline.view().setFocus(); });
}

void TranscriptActions::connectSelection()
{
    SegmentSelection& selected = m_timeline.hand().selected();
    connect(&m_text, &widgets::TranscriptText::wordsSelected, this, &TranscriptActions::select);
    connect(&selected, &SegmentSelection::changed, this,
            [this, &selected] { showSelected(selected.indices(kWordsTier)); });
}

void TranscriptActions::showSelected(const std::vector<std::size_t>& words)
{
    m_text.setSelectedWords(words);
    const auto& spoken = m_document.words().intervals;
    const bool isThere = !words.empty() && words.back() < spoken.size();
    m_panel.setSelected(isThere ? words.size() : 0,
                        isThere ? spoken[words.back()].end - spoken[words.front()].start : 0.0);
}

void TranscriptActions::play(std::size_t word)
{
    if (word < m_document.words().intervals.size())
        m_timeline.play(m_document.words().intervals[word]);
}

/// The words [first, last) on the timeline as in the text, with their span of time.
void TranscriptActions::select(std::size_t first, std::size_t last)
{
    SegmentSelection& selected = m_timeline.hand().selected();
    if (first >= last || last > m_document.words().intervals.size()) {
        if (std::exchange(m_hasSelectedSpan, false)) {
            m_timeline.setSelectedSpan(std::nullopt);
            if (selected.tier() == kWordsTier)
                selected.clear();
        }
        return;
    }
    std::vector<engine::SegmentId> ids;
    double end = 0.0;
    for (std::size_t word = first; word < last; ++word) {
        ids.push_back(m_document.segmentId(kWordsTier, word));
        end = std::max(end, m_document.words().intervals[word].end);
    }
    m_timeline.hand().setTier(kWordsTier);
    selected.select(kWordsTier, ids);
    m_timeline.setSelectedSpan(engine::Interval{m_document.words().intervals[first].start, end});
    m_hasSelectedSpan = true;
}

void TranscriptActions::typeWhilePlaying()
{
    m_text.putCaretBehind(m_document.lastWordBefore(m_player.position()));
    m_text.setFocus();
    m_player.play();
}

/// From the caret while the text has the keyboard, else from the playhead; after the last, the first.
std::optional<std::size_t> TranscriptActions::nextUntimed() const
{
    const std::vector<bool>& timed = m_document.timedWords();
    const auto from
        = m_text.hasFocus() ? m_text.wordAtCaret() : m_document.lastWordBefore(m_player.position());
    const auto begin = timed.begin() + static_cast<std::ptrdiff_t>(from ? *from + 1 : 0);
    auto next = std::find(std::min(begin, timed.end()), timed.end(), false);
    if (next == timed.end())
        next = std::ranges::find(timed, false);
    return next == timed.end() ? std::nullopt : std::optional(static_cast<std::size_t>(next - timed.begin()));
}

void TranscriptActions::goToNextUntimed()
{
    m_text.takeDraft();
    const auto word = m_document.hasVideo() ? nextUntimed() : std::nullopt;
    if (!word) {
        m_document.notices().say(tr("All words have times."));
        return;
    }
    const double start = m_document.words().intervals[*word].start;
    m_player.seek(start);
    m_timeline.hand().goTo(kWordsTier);
    m_timeline.view().ensureVisible(start);
    if (m_text.isVisible())
        m_text.selectWord(*word);
    else
        m_timeline.hand().selected().click(kWordsTier, *word, {});
}

void TranscriptActions::beginWord()
{
    m_text.takeDraft();
    const engine::Tier* tier = m_document.tier(kWordsTier);
    const double now = m_player.position();
    const auto word = tier
        ? engine::wordToBegin(m_document.annotation(), tier->id, engine::TimePoint::ofSeconds(now).ticks)
        : std::nullopt;
    if (word)
        m_editor.segments().beginWord(*word, now);
    else
        m_document.notices().say(tr("No word without times comes next at the playhead."));
}

/// Of the selected words, else of the one at the playhead.
void TranscriptActions::takeTimes()
{
    m_text.takeDraft();
    std::vector<engine::SegmentId> ids = m_timeline.hand().selected().tier() == kWordsTier
        ? m_timeline.hand().selected().ids()
        : std::vector<engine::SegmentId>();
    if (const auto word = m_document.hasVideo() ? m_document.wordAt(m_player.position()) : std::nullopt;
        ids.empty() && word)
        ids.push_back(m_document.segmentId(kWordsTier, *word));
    std::erase_if(ids,
                  [this](engine::SegmentId id) { return m_document.annotation().segment(id)->isTimed(); });
    if (ids.empty()) {
        m_document.notices().say(tr("None of these words is without times."));
        return;
    }
    m_editor.edit(
        tr("times of %n word(s)", nullptr, static_cast<int>(ids.size())),
        [&ids](const engine::Annotation& annotation) { return engine::takeTimes(annotation, ids); });
}

}
