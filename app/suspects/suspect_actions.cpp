#include "app/suspects/suspect_actions.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/project/project.h"
#include "app/review/review.h"
#include "app/review/review_sources.h"
#include "app/suspects/found_suspects.h"
#include "app/suspects/project_label.h"
#include "app/suspects/suspect_answers.h"
#include "app/suspects/suspect_pictures.h"
#include "app/suspects/suspect_state.h"
#include "app/suspects/suspect_tracks.h"
#include "app/suspects/suspect_words.h"
#include "app/video/video_opener.h"
#include "engine/project_items/review_pass.h"
#include "widgets/queue/work_keys.h"
#include "widgets/suspects/suspect_queue.h"
#include "widgets/timeline/timeline_view.h"

#include <QListView>

#include <algorithm>
#include <cmath>
#include <utility>

namespace app {

SuspectActions::SuspectActions(const Parts& parts, const Actions& actions, QWidget* window)
    : QObject(window)
    , m_parts(parts)
    , m_gathering(parts.tasks)
    , m_found(new FoundSuspects(parts.document, parts.tasks, this))
    , m_answers(new SuspectAnswers(parts.document, parts.editor, parts.videos, *m_found, this))
    , m_search(new SuspectSearch(parts.tasks, parts.programs, parts.moments, this))
    , m_tracks(new SuspectTracks(parts.timeline, this))
    , m_card(new widgets::SuspectCard(window))
    , m_keys(makeKeys())
    , m_pictures(new SuspectPictures(parts.document, *m_found, parts.queue, *m_card, this))
{
    m_card->hide();
    connect(actions.at("find-suspects"), &QAction::triggered, this, [this] {
        m_isSearchWished = true;
        emit openWished();
        m_parts.queue.list().setFocus();
        searchAsWished();
    });
    connect(m_search, &SuspectSearch::found, this, [this](const engine::Suspects& suspects) {
        m_found->set(suspects);
        m_problem.clear();
        if (!m_found->called(m_current))
            m_current.clear();
        showList();
    });
    connect(m_search, &SuspectSearch::changed, this, [this] {
        searchAsWished();
        showState();
    });
    connect(m_search, &SuspectSearch::failed, this, [this](const QString& problem) {
        m_problem = problem;
        showState();
        if (!m_isOpen)
            m_parts.document.notices().say(problem);
    });
    connect(&parts.document, &Document::projectChanged, this, &SuspectActions::follow);
    connect(&parts.videos, &VideoOpener::entriesListed, this, &SuspectActions::follow);
    connect(&parts.document.sight(), &DocumentSight::changed, this, [this] {
        if (m_isOpen)
            showList();
    });
    connect(&parts.document, &Document::itemsChanged, this, [this](const QString& kind) {
        if (m_isOpen && kind == QLatin1String(kSuspectItems))
            takeVerdicts();
    });
    connect(m_found, &FoundSuspects::labelsChanged, this, &SuspectActions::showList);
    connect(&parts.document, &Document::videoChanged, this, &SuspectActions::showCurrent);
    connectQueue();
    connectCard();
    showState();
}

void SuspectActions::connectQueue()
{
    using Queue = widgets::SuspectQueue;
    Queue& queue = m_parts.queue;
    connect(&queue, &Queue::searchWished, this, &SuspectActions::lookForSuspects);
    connect(&queue, &Queue::stopWished, m_search, &SuspectSearch::stop);
    connect(&queue, &Queue::closeWished, this, &SuspectActions::closeWished);
    connect(&queue, &Queue::rowChosen, this, &SuspectActions::choose);
    connect(&queue, &Queue::reviewWished, this, &SuspectActions::review);
    connect(&queue, &Queue::sightChanged, this, &SuspectActions::showPictures);
    connect(&queue, &Queue::groupChosen, this, [this](int group) {
        m_group = static_cast<SuspectGroup>(group);
        showList();
    });
    connect(&queue, &Queue::orderChosen, this, [this](int order) {
        m_order = static_cast<SuspectOrder>(order);
        showList();
    });
}

void SuspectActions::connectCard()
{
    using Card = widgets::SuspectCard;
    connect(m_card, &Card::acceptWished, this, [this] { answer(Verdict::Accepted); });
    connect(m_card, &Card::keepWished, this, [this] { answer(Verdict::Kept); });
    connect(m_card, &Card::dismissWished, this, [this] { answer(Verdict::Dismissed); });
    connect(m_card, &Card::neverWished, this, [this] { answer(Verdict::Never); });
    connect(m_card, &Card::correctionWished, this,
            [this](double value) { answer(Verdict::Corrected, value); });
    connect(m_card, &Card::nextWished, this, &SuspectActions::goToNext);
    connect(m_card, &Card::neighbourChosen, this, &SuspectActions::openNeighbour);
}

widgets::WorkKeys* SuspectActions::makeKeys()
{
    const auto say = [this](Verdict verdict) { return [this, verdict] { answer(verdict); }; };
    auto* keys = new widgets::WorkKeys(
        {&m_parts.queue, m_card, &m_parts.timeline},
        {.accept = say(Verdict::Accepted),
         .reject = say(Verdict::Dismissed),
         .correct =
             [this](int digit) {
                 const engine::NumberScale scale = m_found->values().scale;
                 if (const double value = scale.least + digit - 1; value <= scale.greatest)
                     answer(Verdict::Corrected, value);
             },
         .next =
             [this] {
                 const auto row = m_parts.queue.current();
                 if (m_parts.queue.list().hasFocus() && row
                     && m_found->now().segments[m_list.shown[*row]].id != m_current)
                     return false; // Enter opens the row
                 goToNext();
                 return true;
             },
         .others = {{Qt::Key_K, say(Verdict::Kept)}}},
        this);
    keys->setActive(false);
    return keys;
}

void SuspectActions::setOpen(bool open)
{
    if (m_isOpen == open)
        return;
    m_isOpen = open;
    follow();
    m_found->setFollowing(open);
    showList();
}

void SuspectActions::setClicked(std::optional<engine::Interval> span)
{
    const engine::Suspect* suspect = current();
    m_keys->setDigits(!suspect || !span
                      || (m_parts.document.video().id == videoOf(*suspect)
                          && span->contains((suspect->span.start + suspect->span.end) / 2)));
}

void SuspectActions::follow()
{
    if (!m_isOpen)
        return;
    m_verdicts = suspectVerdicts(m_parts.document.annotation());
    m_search->setSubject(m_parts.project.path(), m_parts.document.dataset(), m_parts.document.isKept());
}

/// Whoever chooses *Find suspicious labels* has them looked for, unless they were found already.
void SuspectActions::searchAsWished()
{
    if (!m_isOpen || !m_isSearchWished || !m_search->isRead())
        return;
    m_isSearchWished = false;
    if (m_found->now().segments.empty() && !m_search->isRunning() && whyNot().isEmpty())
        lookForSuspects();
}

/// Labels and votes are those of the project, once it has some of its own.
void SuspectActions::lookForSuspects()
{
    const engine::Layer own{{}, kLabelsTier, {}, 1, engine::Presentation::All, false};
    const engine::Annotation& annotation = m_parts.document.annotation();
    const auto tiers = engine::tiersCalled(annotation, kLabelsTier);
    if (tiers.empty()) {
        m_search->start();
        return;
    }
    const engine::Tier& tier = *tiers.begin()->second;
    const std::string label = tier.labels.empty() ? std::string() : tier.labels.front().name;
    if (!tier.labels.empty() && !tier.firstScale()) {
        lookThroughClasses(label);
        return;
    }
    m_parts.sources.gatherUnits(own, [this, label](const std::vector<engine::ReviewUnit>& units) {
        m_search->start({label, {}, labelledRows(units)});
    });
}

void SuspectActions::lookThroughClasses(const std::string& label)
{
    m_gathering.start(
        tr("Gathering labels"),
        [label, annotation = m_parts.document.annotation()](const TaskRun&) {
            engine::ProjectLabel own{label, classesOfLabel(annotation), {}};
            own.rows = classRows(annotation, label, own.classes);
            const auto differs
                = [&](const engine::LabelRow& row) { return row.value != own.rows.front().value; };
            if (std::ranges::none_of(own.rows, differs))
                own.rows.clear(); // one class alone teaches nothing
            return own;
        },
        [this](const engine::ProjectLabel& own) {
            if (own.rows.empty()) {
                m_problem = tr("Segments of at least two classes of %1 are needed.")
                                .arg(QString::fromStdString(own.name));
                showState();
                return;
            }
            m_search->start(own);
        });
}

QString SuspectActions::whyNot() const
{
    if (m_parts.document.dataset().sequences.empty())
        return tr("Open a dataset with labelled segments first.");
    if (!m_parts.document.sight().now().dataset)
        return tr("A blind review goes on: nothing is said of labels until it is left.");
    return {};
}

const engine::Suspect* SuspectActions::current() const
{
    return m_current.empty() || !whyNot().isEmpty() ? nullptr : m_found->called(m_current);
}

void SuspectActions::takeVerdicts()
{
    const std::map<std::string, SuspectVerdict> before
        = std::exchange(m_verdicts, suspectVerdicts(m_parts.document.annotation()));
    const auto undone = std::ranges::find_if(before, [this](const auto& said) {
        return !m_verdicts.contains(said.first) && m_found->called(said.first);
    });
    if (undone == before.end()) {
        showList();
        return;
    }
    const engine::Suspect& suspect = *m_found->called(undone->first);
    m_current = suspect.id;
    showList();
    m_parts.videos.openAt(videoOf(suspect), suspect.span.start);
}

/// The one in hand stays so; where it was answered, it is still shown until another is chosen.
void SuspectActions::showList()
{
    m_list = whyNot().isEmpty()
        ? suspectList(m_found->now(), m_verdicts, m_found->changed(), m_group, m_order)
        : SuspectList();
    const SuspectValues shown = m_found->values();
    std::vector<widgets::WorkRow> rows;
    std::optional<std::size_t> chosen;
    for (const std::size_t place : m_list.shown) {
        if (m_found->now().segments[place].id == m_current)
            chosen = rows.size();
        rows.push_back(rowOf(m_found->now(), m_found->now().segments[place], shown));
        if (m_order == SuspectOrder::Looked)
            rows.back().kind = verdictText(m_verdicts.at(m_found->now().segments[place].id).verdict);
    }
    m_parts.queue.setRows(std::move(rows));
    m_parts.queue.setCurrent(chosen);
    std::vector<widgets::SuspectQueue::Group> groups;
    if (m_list.offered > 0)
        groups = suspectGroups(m_list);
    m_parts.queue.setGroups(groups);
    showState();
    showCurrent();
    showPictures();
}

void SuspectActions::showState()
{
    m_parts.queue.setState(
        suspectState({m_found->now(), m_list, m_group, m_order, whyNot(),
                      m_search->isRunning() ? std::optional(m_search->progress()) : std::nullopt,
                      m_search->isStopped(), m_problem}));
}

void SuspectActions::showCurrent()
{
    const engine::Suspect* suspect = m_isOpen ? current() : nullptr;
    m_keys->setActive(suspect != nullptr);
    const Document& document = m_parts.document;
    const bool isInSight = suspect && document.hasVideo() && document.video().id == videoOf(*suspect);
    if (suspect && document.hasVideo() && !isInSight && !m_parts.videos.isJumping())
        m_keys->setDigits(false); // a person went elsewhere: digits are that video's
    m_tracks->show(isInSight ? evidenceOf(m_found->now(), *suspect, m_found->values())
                             : SuspectEvidenceRows());
    if (!suspect) {
        m_card->setContent(std::nullopt);
        return;
    }
    widgets::SuspectCard::Content content = cardOf(m_found->now(), *suspect, m_found->values());
    content.left = tr("%n left", nullptr, m_list.left.front());
    content.isEditable = document.whyReadOnly().isEmpty();
    if (isInSight)
        content.words = document.wordsWithin(suspect->span).join(QLatin1Char(' '));
    m_card->setContent(content);
}

void SuspectActions::showPictures()
{
    if (m_isOpen)
        m_pictures->show(m_list.shown, current());
}

void SuspectActions::choose(std::size_t row)
{
    if (row >= m_list.shown.size())
        return;
    const engine::Suspect& suspect = m_found->now().segments[m_list.shown[row]];
    m_current = suspect.id;
    m_parts.queue.setCurrent(row);
    m_keys->setDigits(true);
    open(suspect);
    showCurrent();
    showPictures();
}

void SuspectActions::open(const engine::Suspect& suspect)
{
    m_parts.videos.playAt(videoOf(suspect), playedSpan(suspect));
}

void SuspectActions::openNeighbour(std::size_t place)
{
    const engine::Suspect* suspect = current();
    if (!suspect || place >= suspect->grounds.neighbours.size())
        return;
    if (const engine::Suspect* neighbour = m_found->called(suspect->grounds.neighbours[place].id))
        open(*neighbour);
}

/// The one behind the one in hand, else the first.
void SuspectActions::goToNext()
{
    if (m_list.shown.empty())
        return m_parts.document.notices().say(tr("All that is suspicious was looked at."));
    const auto here = m_parts.queue.current();
    choose(here && *here + 1 < m_list.shown.size() ? *here + 1 : 0);
}

void SuspectActions::answer(Verdict verdict, double value)
{
    const engine::Suspect* suspect = current();
    if (!suspect || m_answers->isWaiting()
        || (verdict == Verdict::Accepted && !isAcceptable(*suspect, m_found->values())))
        return;
    if (!m_parts.document.whyReadOnly().isEmpty()) {
        m_parts.document.notices().say(m_parts.document.whyReadOnly());
        return;
    }
    // What stands in its place afterwards comes next.
    const auto place
        = std::ranges::find(m_list.shown, static_cast<std::size_t>(suspect - m_found->now().segments.data()));
    const auto row = static_cast<std::size_t>(place - m_list.shown.begin());
    if (!m_answers->give({*suspect, verdict, value}))
        return; // the next one is not opened before
    if (!m_list.shown.empty())
        choose(std::min(row, m_list.shown.size() - 1));
}

void SuspectActions::review()
{
    if (!m_parts.review.mayBegin())
        return;
    std::vector<engine::ReviewPass::Place> places;
    for (const std::size_t shown : m_list.shown) {
        const engine::Suspect& suspect = m_found->now().segments[shown];
        places.push_back({videoOf(suspect).toStdString(), suspect.span, engine::ReviewReason::Model,
                          std::abs(suspect.label - suspect.expected), numberOf(suspect)});
    }
    emit reviewWished();
    m_parts.review.startAt(
        passOver(m_parts.document.annotation(), m_parts.editor.annotator().toStdString(), std::move(places)));
}

}
