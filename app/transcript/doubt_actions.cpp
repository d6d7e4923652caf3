#include "app/transcript/doubt_actions.h"

#include "app/actions/actions.h"
#include "app/editing/editor.h"
#include "app/playback/player.h"
#include "app/timeline/segment_selection.h"
#include "app/timeline/timeline_panel.h"
#include "app/transcript/transcript_tab.h"
#include "engine/annotation/aligned_words.h"
#include "widgets/base/takes_text.h"
#include "widgets/transcript/doubtful_list.h"
#include "widgets/transcript/transcript_panel.h"
#include "widgets/transcript/transcript_states.h"
#include "widgets/transcript/transcript_text.h"

#include <QApplication>

#include <algorithm>

namespace app {

DoubtActions::DoubtActions(Document& document, Editor& editor, Player& player, const Actions& actions,
                           TimelinePanel& timeline, TranscriptTab& tab)
    : QObject(&timeline)
    , m_document(document)
    , m_editor(editor)
    , m_player(player)
    , m_timeline(timeline)
    , m_tab(tab)
{
    connect(actions.at("next-doubtful"), &QAction::triggered, this, [this] { step(true); });
    connect(actions.at("previous-doubtful"), &QAction::triggered, this, [this] { step(false); });
    connect(actions.at("accept-words"), &QAction::triggered, this, &DoubtActions::acceptSelected);
    connectPanel(actions);
}

void DoubtActions::connectPanel(const Actions& actions)
{
    widgets::TranscriptPanel& panel = m_tab.panel();
    widgets::TranscriptStates& states = panel.states();
    const auto showKey = [&states, next = actions.at("next-doubtful")] {
        states.setDoubtfulKey(next->shortcut().toString(QKeySequence::NativeText));
    };
    showKey();
    connect(actions.at("next-doubtful"), &QAction::changed, &states, showKey);
    connect(&states, &widgets::TranscriptStates::nextDoubtfulWished, this, [this] { step(true); });
    connect(&panel, &widgets::TranscriptPanel::acceptWished, this, &DoubtActions::acceptSelected);
    widgets::DoubtfulList& list = panel.doubtful();
    connect(&list, &widgets::DoubtfulList::wordChosen, this, &DoubtActions::goTo);
    connect(&list, &widgets::DoubtfulList::playWished, this, [this](std::size_t word) {
        if (word < m_document.words().intervals.size())
            m_timeline.play(m_document.words().intervals[word]);
    });
    connect(&list, &widgets::DoubtfulList::acceptWished, this, [this](const std::vector<std::size_t>& words) {
        if (accept(idsOf(words)))
            goOn(words.back() + 1);
    });
    connect(&list, &widgets::DoubtfulList::rejectWished, this, &DoubtActions::reject);
}

/// From this place on or back from it; behind the last comes the first, before the first the last.
std::optional<std::size_t> DoubtActions::doubtfulFrom(std::size_t place, bool forward) const
{
    const std::vector<bool>& doubtful = m_document.spokenWords().doubtful;
    const std::size_t count = doubtful.size();
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t word = (forward ? place + i : place + count - i) % count;
        if (doubtful[word])
            return word;
    }
    return std::nullopt;
}

/// Behind the word at the playhead or before it.
std::optional<std::size_t> DoubtActions::nextDoubtful(bool forward) const
{
    const auto now = m_document.lastWordBefore(m_player.position());
    if (forward)
        return doubtfulFrom(now ? *now + 1 : 0, true);
    return doubtfulFrom(now.value_or(0) + m_document.spokenWords().doubtful.size() - 1, false);
}

void DoubtActions::step(bool forward)
{
    m_tab.takeDraft();
    const auto word = m_document.hasVideo() ? nextDoubtful(forward) : std::nullopt;
    if (!word) {
        m_document.notices().say(tr("No word is doubtful."));
        return;
    }
    if (m_tab.panel().isVisible())
        m_tab.panel().setShowsDoubtful(true);
    goTo(*word);
    const QWidget* focus = QApplication::focusWidget();
    if (widgets::DoubtfulList& list = m_tab.panel().doubtful();
        list.isVisible() && !(focus && widgets::takesText(*focus)))
        list.setFocus(); // the keys of the list answer at once
}

void DoubtActions::goTo(std::size_t word)
{
    if (word >= m_document.words().intervals.size())
        return;
    const double start = m_document.words().intervals[word].start;
    m_player.seek(start);
    m_timeline.hand().goTo(kWordsTier);
    m_timeline.view().ensureVisible(start);
    if (m_tab.panel().isVisible())
        m_tab.panel().text().selectWord(word);
    else
        m_timeline.hand().selected().click(kWordsTier, word, {});
    m_tab.panel().doubtful().setCurrentWord(word);
}

/// The selected words, else the one at the playhead.
void DoubtActions::acceptSelected()
{
    m_tab.takeDraft();
    const SegmentSelection& selected = m_timeline.hand().selected();
    std::vector<engine::SegmentId> ids;
    if (selected.tier() == kWordsTier)
        ids = selected.ids();
    if (const auto word = m_document.hasVideo() ? m_document.wordAt(m_player.position()) : std::nullopt;
        ids.empty() && word)
        ids.push_back(m_document.segmentId(kWordsTier, *word));
    accept(std::move(ids));
}

/// Words that were not said go.
void DoubtActions::reject(const std::vector<std::size_t>& words)
{
    const std::vector<engine::SegmentId> ids = idsOf(words);
    if (ids.empty() || !m_editor.segments().remove(kWordsTier, ids))
        return;
    m_document.notices().say(tr("%n word(s) taken out of the text, as not said. Ctrl+Z brings them back.",
                                nullptr, static_cast<int>(ids.size())));
    goOn(words.front());
}

/// To the first doubtful word from this place on.
void DoubtActions::goOn(std::size_t place)
{
    if (const auto next = doubtfulFrom(place, true))
        goTo(*next);
}

std::vector<engine::SegmentId> DoubtActions::idsOf(const std::vector<std::size_t>& words) const
{
    std::vector<engine::SegmentId> ids;
    for (const std::size_t word : words) {
        if (word < m_document.words().texts.size())
            ids.push_back(m_document.segmentId(kWordsTier, word));
    }
    return ids;
}

bool DoubtActions::accept(std::vector<engine::SegmentId> ids)
{
    std::erase_if(ids, [this](engine::SegmentId id) {
        const engine::Segment* word = m_document.annotation().segment(id);
        return !word || !(word->flagged || word->timing == engine::Timing::Drafted);
    });
    if (ids.empty()) {
        m_document.notices().say(tr("None of these words is doubtful or a draft."));
        return false;
    }
    return m_editor.editByProgram(
        tr("accept %n word(s)", nullptr, static_cast<int>(ids.size())),
        [&ids](const engine::Annotation& annotation) { return engine::acceptWords(annotation, ids); });
}

}
