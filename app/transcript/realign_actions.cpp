#include "app/transcript/realign_actions.h"

#include "app/actions/actions.h"
#include "app/editing/editor.h"
#include "app/playback/player.h"
#include "app/settings/settings.h"
#include "app/tasks/tasks.h"
#include "app/timeline/segment_selection.h"
#include "app/timeline/timeline_panel.h"
#include "app/transcript/transcript_tab.h"
#include "engine/project_items/time_zero.h"
#include "widgets/transcript/transcript_panel.h"

#include <algorithm>

namespace app {

namespace {

constexpr int kRestAfterEditMs = 100; // between two edits that belong together
constexpr double kAroundPlayhead = 1.0; // seconds on either side, which grow to the nearest pauses

std::vector<engine::SpokenStretch> spokenIn(const std::vector<engine::WordStretch>& stretches)
{
    std::vector<engine::SpokenStretch> spoken;
    for (const engine::WordStretch& stretch : stretches)
        spoken.push_back({stretch.sound, stretch.texts});
    return spoken;
}

/// What was found of the words that are to get times, and how many of these somebody should listen to.
std::pair<int, int> countsOf(const std::vector<engine::WordStretch>& wished,
                             const std::vector<engine::StretchTimes>& stretches)
{
    int found = 0;
    int doubtful = 0;
    for (std::size_t i = 0; i < stretches.size() && i < wished.size(); ++i) {
        const engine::WordStretch& stretch = wished[i];
        for (std::size_t k = 0; k < stretches[i].words.size() && k < stretch.words.size(); ++k) {
            const auto& word = stretches[i].words[k];
            const bool isFound = stretch.getsTimes(k) && word && word->confidence > 0.0;
            found += isFound ? 1 : 0;
            doubtful += isFound && word->isDoubtful ? 1 : 0;
        }
    }
    return {found, doubtful};
}

}

RealignActions::RealignActions(Document& document, Editor& editor, Player& player, Tasks& tasks,
                               const QString& programs, const Actions& actions, TimelinePanel& timeline,
                               TranscriptTab& tab)
    : QObject(&timeline)
    , m_document(document)
    , m_editor(editor)
    , m_player(player)
    , m_aligning(tasks)
    , m_programs(programs)
    , m_timeline(timeline)
    , m_tab(tab)
    , m_aligner(programs)
{
    connect(actions.at("realign"), &QAction::triggered, this, &RealignActions::realignStretch);
    connect(actions.at("align-words"), &QAction::triggered, this, &RealignActions::alignUntimed);
    connect(&tab.panel(), &widgets::TranscriptPanel::realignWished, this, &RealignActions::realignStretch);
    connect(&tab.panel(), &widgets::TranscriptPanel::alignAllWished, this, &RealignActions::alignUntimed);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestAfterEditMs);
    connect(&m_rest, &QTimer::timeout, this, &RealignActions::prepare);
    const auto later = [this] { m_rest.start(); };
    connect(&tab.panel(), &widgets::TranscriptPanel::shown, this, later);
    connect(&document, &Document::videoChanged, this, later);
    connect(&document, &Document::wordsChanged, this, later);
    connect(&timeline.view(), &widgets::TimelineView::selectionChanged, this, later);
    connect(&timeline.hand().selected(), &SegmentSelection::changed, this, later);
    connect(&m_aligner, &Aligner::answered, this, [this](quint64 id, const engine::StretchReply& reply) {
        const auto asked = m_asked.extract(id);
        if (!asked.empty())
            place(asked.mapped().video, {asked.mapped().stretch}, reply.stretches);
    });
    connect(&m_aligner, &Aligner::failed, this, [this](quint64 id, const QString& why) {
        m_asked.erase(id);
        m_prepared = {}; // the program may have ended
        m_document.notices().say(why);
    });
}

/// Whoever transcribes, or opens what was extracted from videos, will want a stretch to be aligned soon.
bool RealignActions::isLikely() const
{
    return m_document.hasVideo() && !m_document.video().mediaPath.isEmpty() && !m_document.video().countsSteps
        && m_document.whyReadOnly().isEmpty()
        && (m_tab.panel().isVisible() || !m_document.video().wordSureness.empty());
}

/// Lets the speech model be loaded, and the sound of the stretch be read that would be re-aligned now: both
/// take a while, which the key then does not wait for.
void RealignActions::prepare()
{
    if (!isLikely())
        return;
    const std::optional<engine::Interval> span = wishedSpan();
    const engine::WordStretch stretch = wishedStretch(*span);
    const auto wish = stretch.words.empty() || span->length() > engine::kLongestStretch ? wishFor({})
                                                                                        : wishFor({stretch});
    if (!wish || *wish == m_prepared)
        return;
    m_prepared = *wish;
    m_aligner.prepare(*wish);
}

/// The words that a person has chosen; none where a span of time is selected, or nothing.
std::vector<engine::SegmentId> RealignActions::chosenWords() const
{
    const SegmentSelection& selected = m_timeline.hand().selected();
    return m_timeline.view().selection() || selected.tier() != kWordsTier ? std::vector<engine::SegmentId>()
                                                                          : selected.ids();
}

/// The selected span of time, else that of the selected words, else what is around the playhead.
std::optional<engine::Interval> RealignActions::wishedSpan() const
{
    if (const auto span = m_timeline.view().selection())
        return span;
    const SegmentSelection& selected = m_timeline.hand().selected();
    if (selected.tier() == kWordsTier) {
        std::optional<engine::Interval> span;
        for (const std::size_t word : selected.indices(kWordsTier)) {
            const engine::Interval& one = m_document.words().intervals[word];
            span = span ? engine::Interval{std::min(span->start, one.start), std::max(span->end, one.end)}
                        : one;
        }
        if (span)
            return span;
    }
    const double now = m_player.position();
    return engine::Interval{std::max(0.0, now - kAroundPlayhead), now + kAroundPlayhead};
}

/// The words in a span of time; none where there are none.
engine::WordStretch RealignActions::wishedStretch(const engine::Interval& span) const
{
    const engine::Tier* tier = m_document.tier(kWordsTier);
    return tier ? engine::stretchOf(m_document.annotation(), tier->id, span, m_player.duration())
                : engine::WordStretch();
}

std::optional<engine::StretchWish> RealignActions::wishFor(const std::vector<engine::WordStretch>& stretches)
{
    if (!m_document.whyReadOnly().isEmpty()) {
        m_document.notices().say(m_document.whyReadOnly());
        return std::nullopt;
    }
    if (m_document.video().mediaPath.isEmpty() || m_document.video().countsSteps) {
        m_document.notices().say(tr("There is no recording to listen to."));
        return std::nullopt;
    }
    engine::StretchWish wish;
    wish.speechModel = Settings().speechModel().toStdString();
    wish.media = m_document.video().mediaPath.toStdString();
    wish.countsFromPicture = timeZeroOf(m_document.annotation()) == engine::TimeZero::FirstPicture;
    wish.stretches = spokenIn(stretches);
    return wish;
}

void RealignActions::realignStretch()
{
    const auto span = wishedSpan(); // of what is selected now: taking the draft ends the selection
    std::vector<engine::SegmentId> chosen = chosenWords();
    m_tab.takeDraft();
    if (!m_document.tier(kWordsTier))
        return;
    if (span->length() > engine::kLongestStretch) {
        m_document.notices().say(
            tr("At most %1 s are re-aligned at once; select less.").arg(engine::kLongestStretch));
        return;
    }
    engine::WordStretch stretch = wishedStretch(*span);
    if (stretch.words.empty()) {
        m_document.notices().say(tr("There are no words here."));
        return;
    }
    stretch.chosen = std::move(chosen);
    auto wish = wishFor({stretch});
    if (wish)
        m_asked.emplace(m_aligner.ask(std::move(*wish)), Asked{m_document.video().id, std::move(stretch)});
}

/// What was chosen stays so, although it lies elsewhere than the playhead now.
void RealignActions::keepChosen(const std::vector<engine::WordStretch>& stretches)
{
    for (const engine::WordStretch& stretch : stretches) {
        if (!stretch.chosen.empty())
            m_timeline.hand().selected().select(kWordsTier, stretch.chosen);
    }
}

void RealignActions::alignUntimed()
{
    m_tab.takeDraft();
    const engine::Tier* tier = m_document.tier(kWordsTier);
    if (!tier)
        return;
    auto stretches = engine::untimedStretches(m_document.annotation(), tier->id, m_player.duration());
    if (stretches.empty()) {
        m_document.notices().say(tr("All words have times."));
        return;
    }
    auto wish = wishFor(stretches);
    if (!wish)
        return;
    m_aligning.start(
        tr("Aligning the words of %1").arg(m_document.video().id),
        [programs = m_programs, wish = std::move(*wish)](const engine::RunContext& run) {
            return Aligner::askAndWait(programs, wish, run);
        },
        [this, video = m_document.video().id, stretches](const engine::StretchReply& reply) {
            place(video, stretches, reply.stretches);
        });
}

void RealignActions::place(const QString& video, const std::vector<engine::WordStretch>& stretches,
                           const std::vector<engine::StretchTimes>& times)
{
    if (!m_document.isInSight(video)) {
        m_document.notices().say(
            tr("Another video was opened meanwhile; the words of %1 are as before.").arg(video));
        return;
    }
    m_tab.takeDraft();
    const auto [found, doubtful] = countsOf(stretches, times);
    QString reason;
    for (const engine::StretchTimes& stretch : times) {
        if (reason.isEmpty())
            reason = QString::fromStdString(stretch.reason);
    }
    if (found == 0) {
        m_document.notices().say(reason.isEmpty() ? tr("None of these words was found in the sound.")
                                                  : reason);
        return;
    }
    bool isSame = false;
    const bool isDone = m_editor.editByProgram(
        tr("align %n word(s)", nullptr, found), [&](const engine::Annotation& annotation) {
            std::vector<engine::StretchWordTimes> words;
            for (const engine::StretchTimes& stretch : times)
                words.push_back(stretch.words);
            engine::Change change = engine::placeWords(annotation, stretches, words);
            isSame = change.empty();
            return change;
        });
    keepChosen(stretches);
    if (isSame)
        m_document.notices().say(tr("These words lie where they are said already."));
    if (!isDone)
        return;
    QString told = tr("%n word(s) aligned", nullptr, found);
    told += doubtful > 0 ? tr(", %n of them doubtful.", nullptr, doubtful) : QStringLiteral(".");
    m_document.notices().say(reason.isEmpty() ? told : told + QLatin1Char(' ') + reason);
}

}
