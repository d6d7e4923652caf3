#include "app/suspects/suspect_actions.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/playback/strip_pictures.h"
#include "app/project/places_by_start.h"
#include "app/project/project.h"
#include "app/project/review_pass.h"
#include "app/review/review.h"
#include "app/review/review_sources.h"
#include "app/suspects/project_label.h"
#include "app/suspects/suspect_tracks.h"
#include "app/suspects/suspect_words.h"
#include "app/suspects/word_of_edge.h"
#include "app/video/video_opener.h"
#include "engine/annotation/edits.h"
#include "widgets/base/scale_number.h"
#include "widgets/queue/work_keys.h"
#include "widgets/suspects/suspect_queue.h"
#include "widgets/timeline/timeline_view.h"

#include <QListView>

#include <algorithm>
#include <cmath>
#include <utility>

namespace app {

namespace {

constexpr double kBefore = 0.5; // seconds that are played around a word's boundary
constexpr std::size_t kNeighbourPictures = 1000000; // numbers of pictures of neighbours begin here

}

SuspectActions::SuspectActions(const Parts& parts, const Actions& actions, QWidget* window)
    : QObject(window)
    , m_parts(parts)
    , m_gathering(parts.tasks)
    , m_comparing(parts.tasks)
    , m_search(new SuspectSearch(parts.tasks, parts.programs, this))
    , m_tracks(new SuspectTracks(parts.timeline, this))
    , m_card(new widgets::SuspectCard(window))
    , m_keys(makeKeys())
    , m_pictures(new StripPictures(this))
{
    m_card->hide();
    connect(actions.at("find-suspects"), &QAction::triggered, this, [this] {
        m_isSearchWished = true;
        emit openWished();
        m_parts.queue.list().setFocus();
        searchAsWished();
    });
    connect(m_search, &SuspectSearch::found, this, [this](const engine::Suspects& suspects) {
        m_found = suspects;
        countAmong(classesOfLabel(m_parts.document.annotation()), m_found);
        m_searched = std::make_shared<const SearchedLabels>(searchedLabels(m_found));
        m_changed.clear();
        compareLabels();
        m_step = stepOfLabels(suspects);
        m_problem.clear();
        if (!called(m_current))
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
    m_comparison.setSingleShot(true);
    connect(&m_comparison, &QTimer::timeout, this, &SuspectActions::compareLabels);
    const auto compareSoon = [this] {
        m_comparing.abandon();
        m_comparison.start(0);
    };
    connect(&parts.document, &Document::labelsChanged, this, compareSoon);
    connect(&parts.document, &Document::tiersStored, this, compareSoon);
    connect(&parts.document, &Document::tierChanged, this, compareSoon); // votes are tiers of their own
    connect(&parts.document, &Document::videoChanged, this, [this] {
        if (m_waiting && m_parts.document.hasVideo()
            && m_parts.document.video().id == videoOf(m_waiting->suspect))
            take(*std::exchange(m_waiting, std::nullopt));
        showCurrent();
    });
    connect(m_pictures, &StripPictures::ready, this, [this](std::size_t point, const QImage& picture) {
        if (point >= kNeighbourPictures)
            m_card->setNeighbour(point - kNeighbourPictures, picture);
        else
            m_parts.queue.setPicture(point, picture);
    });
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
    auto* keys = new widgets::WorkKeys({&m_parts.queue, m_card, &m_parts.timeline},
                                       {.accept = say(Verdict::Accepted),
                                        .reject = say(Verdict::Dismissed),
                                        .correct =
                                            [this](int digit) {
                                                const engine::NumberScale scale = values().scale;
                                                if (const double value = scale.least + digit - 1;
                                                    value <= scale.greatest)
                                                    answer(Verdict::Corrected, value);
                                            },
                                        .next =
                                            [this] {
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
    compareLabels();
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
    if (m_found.segments.empty() && !m_search->isRunning() && whyNot().isEmpty())
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
            ProjectLabel own{label, classesOfLabel(annotation), {}};
            own.rows = classRows(annotation, label, own.classes);
            const auto differs = [&](const LabelRow& row) { return row.value != own.rows.front().value; };
            if (std::ranges::none_of(own.rows, differs))
                own.rows.clear(); // one class alone teaches nothing
            return own;
        },
        [this](const ProjectLabel& own) {
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

SuspectValues SuspectActions::values() const
{
    if (!m_found.classes.empty())
        return {{0.0, static_cast<double>(m_found.classes.size()) - 1.0, 1.0}, m_found.classes};
    const engine::Tier* tier = m_parts.document.tier(kLabelsTier);
    const engine::LabelScheme* scheme = tier ? tier->label(m_found.labelName) : nullptr;
    const auto* numbers = scheme ? std::get_if<engine::NumberScale>(&scheme->scale) : nullptr;
    SuspectValues values{numbers ? *numbers : engine::NumberScale()};
    if (values.scale.step <= 0.0)
        values.scale.step = m_step;
    return values;
}

const engine::Suspect* SuspectActions::called(const std::string& id) const
{
    const auto found = std::ranges::find(m_found.segments, id, &engine::Suspect::id);
    return found == m_found.segments.end() ? nullptr : &*found;
}

const engine::Suspect* SuspectActions::current() const
{
    return m_current.empty() || !whyNot().isEmpty() ? nullptr : called(m_current);
}

void SuspectActions::takeVerdicts()
{
    const std::map<std::string, SuspectVerdict> before
        = std::exchange(m_verdicts, suspectVerdicts(m_parts.document.annotation()));
    const auto undone = std::ranges::find_if(
        before, [this](const auto& said) { return !m_verdicts.contains(said.first) && called(said.first); });
    if (undone == before.end()) {
        showList();
        return;
    }
    const engine::Suspect& suspect = *called(undone->first);
    m_current = suspect.id;
    showList();
    m_parts.videos.openAt(videoOf(suspect), suspect.span.start);
}

void SuspectActions::compareLabels()
{
    m_comparing.abandon();
    if (!m_isOpen || !m_searched)
        return;
    m_comparing.start(
        tr("Comparing labels"),
        [searched = m_searched, annotation = m_parts.document.annotation()](const TaskRun&) {
            return changedLabels(*searched, annotation);
        },
        [this](ChangedLabels changed) {
            if (changed != m_changed)
                takeChangedLabels(std::move(changed));
        });
}

void SuspectActions::takeChangedLabels(ChangedLabels changed)
{
    m_changed = std::move(changed);
    for (std::size_t place = 0; place < m_found.segments.size(); ++place) {
        const auto now = m_changed.find(m_found.segments[place].id);
        m_found.segments[place].label
            = now != m_changed.end() && now->second ? *now->second : m_searched->labels[place].value;
    }
    showList();
}

/// The one in hand stays so; where it was answered, it is still shown until another is chosen.
void SuspectActions::showList()
{
    m_list
        = whyNot().isEmpty() ? suspectList(m_found, m_verdicts, m_changed, m_group, m_order) : SuspectList();
    const SuspectValues shown = values();
    std::vector<widgets::WorkRow> rows;
    std::optional<std::size_t> chosen;
    for (const std::size_t place : m_list.shown) {
        if (m_found.segments[place].id == m_current)
            chosen = rows.size();
        rows.push_back(rowOf(m_found, m_found.segments[place], shown));
        if (m_order == SuspectOrder::Looked)
            rows.back().kind = verdictText(m_verdicts.at(m_found.segments[place].id).verdict);
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
    const QString why = whyNot();
    const bool isRunning = m_search->isRunning();
    widgets::SuspectQueue::State state;
    state.progress = isRunning ? std::optional(m_search->progress()) : std::nullopt;
    state.canSearch = why.isEmpty();
    state.canReview = !m_list.shown.empty();
    state.offered = m_list.offered;
    state.looked = m_list.lookedAt;
    state.found = verdictsText(m_list);
    state.searchText = isRunning   ? tr("Stop")
        : m_search->isStopped()    ? tr("Go on")
        : m_found.segments.empty() ? tr("Find suspicious labels")
                                   : tr("Look again");
    QStringList members;
    for (const engine::Suspects::Member& member : m_found.members)
        members << QStringLiteral("%1 %2").arg(QString::fromStdString(member.name),
                                               widgets::shownNumber(member.correlation, 2, 'f'));
    if (!members.isEmpty())
        state.tip = tr("r of labels and models out of fold: %1").arg(members.join(QStringLiteral(", ")));
    state.worth = worthOf(m_found);
    state.isWeak = !state.worth.isEmpty() && m_found.isWeak();
    if (!why.isEmpty())
        state.note = why;
    else if (isRunning)
        state.note = tr("Models are trained, each without the videos that it is asked about. You can work on "
                        "meanwhile; a search that is stopped goes on there later.");
    else if (!m_problem.isEmpty())
        state.note = m_problem;
    else if (m_found.segments.empty())
        state.note
            = tr("Several models are trained, each without the videos that it is asked about. Labels with "
                 "which they do not agree, and segments whose sound or face does not fit, are listed, "
                 "with why. It takes seconds for some hundred segments, "
                 "minutes for thousands, in the background.");
    else if (m_list.changed > 0)
        state.note = tr("%n label(s) changed since the search. Look again to have them judged anew.", nullptr,
                        m_list.changed);
    else if (m_list.shown.empty() && m_group == SuspectGroup::All)
        state.note = m_order == SuspectOrder::Looked ? tr("Nothing was looked at yet.")
                                                     : tr("All that is suspicious was looked at.");
    m_parts.queue.setState(state);
}

void SuspectActions::showCurrent()
{
    const engine::Suspect* suspect = m_isOpen ? current() : nullptr;
    m_keys->setActive(suspect != nullptr);
    const Document& document = m_parts.document;
    const bool isInSight = suspect && document.hasVideo() && document.video().id == videoOf(*suspect);
    m_tracks->show(isInSight ? evidenceOf(m_found, *suspect, values()) : SuspectEvidenceRows());
    if (!suspect) {
        m_card->setContent(std::nullopt);
        return;
    }
    widgets::SuspectCard::Content content = cardOf(m_found, *suspect, values());
    content.left = tr("%n left", nullptr, m_list.left.front());
    content.isEditable = document.whyReadOnly().isEmpty();
    if (isInSight) {
        content.words = document.wordsWithin(suspect->span).join(QLatin1Char(' '));
    }
    m_card->setContent(content);
}

/// Those of the rows in sight first, then those of the neighbours.
void SuspectActions::showPictures()
{
    if (!m_isOpen)
        return;
    QList<StripPictures::Wish> wishes;
    const auto wish = [&](std::size_t point, const engine::Suspect& suspect) {
        const auto* media = m_parts.document.dataset().mediaOf(videoOf(suspect).toStdString());
        if (media)
            wishes.append({point, QString::fromStdString(media->file.string()),
                           (suspect.span.start + suspect.span.end) / 2});
    };
    const auto [first, last] = m_parts.queue.rowsInSight();
    for (std::size_t row = first; row < std::min(last, m_list.shown.size()); ++row)
        wish(row, m_found.segments[m_list.shown[row]]);
    if (const engine::Suspect* suspect = current()) {
        for (std::size_t i = 0; i < suspect->grounds.neighbours.size(); ++i) {
            if (const engine::Suspect* neighbour = called(suspect->grounds.neighbours[i].id))
                wish(kNeighbourPictures + i, *neighbour);
        }
    }
    m_pictures->want(std::move(wishes));
}

void SuspectActions::choose(std::size_t row)
{
    if (row >= m_list.shown.size())
        return;
    const engine::Suspect& suspect = m_found.segments[m_list.shown[row]];
    m_current = suspect.id;
    m_parts.queue.setCurrent(row);
    m_keys->setDigits(true);
    open(suspect);
    showCurrent();
    showPictures();
}

void SuspectActions::open(const engine::Suspect& suspect)
{
    engine::Interval span = suspect.span;
    if (suspect.edge) { // the word that is meant
        span.start = std::max(span.start, std::min(suspect.edge->written, suspect.edge->suggested) - kBefore);
        span.end = std::min(span.end, std::max(suspect.edge->written, suspect.edge->suggested) + kBefore);
    }
    m_parts.videos.playAt(videoOf(suspect), span);
}

void SuspectActions::openNeighbour(std::size_t place)
{
    const engine::Suspect* suspect = current();
    if (!suspect || place >= suspect->grounds.neighbours.size())
        return;
    if (const engine::Suspect* neighbour = called(suspect->grounds.neighbours[place].id))
        open(*neighbour);
}

/// The one behind the one in hand, else the first.
void SuspectActions::goToNext()
{
    if (m_list.shown.empty()) {
        m_parts.document.notices().say(tr("All that is suspicious was looked at."));
        return;
    }
    const auto here = m_parts.queue.current();
    choose(here && *here + 1 < m_list.shown.size() ? *here + 1 : 0);
}

void SuspectActions::answer(Verdict verdict, double value)
{
    const engine::Suspect* suspect = current();
    const bool isAcceptable = suspect && (suspect->edge || !isOfData(suspect->kind));
    if (!suspect || m_waiting || (verdict == Verdict::Accepted && !isAcceptable))
        return;
    if (!m_parts.document.whyReadOnly().isEmpty()) {
        m_parts.document.notices().say(m_parts.document.whyReadOnly());
        return;
    }
    const Answer given{*suspect, verdict, value};
    // What stands in its place afterwards comes next.
    const auto place
        = std::ranges::find(m_list.shown, static_cast<std::size_t>(suspect - m_found.segments.data()));
    const auto row = static_cast<std::size_t>(place - m_list.shown.begin());
    if (verdict != Verdict::Accepted && verdict != Verdict::Corrected) {
        m_parts.editor.editStored(
            tr("what is said of %1").arg(QString::fromStdString(given.suspect.id)),
            [&](const engine::Annotation& annotation) {
                return putSuspectVerdict(annotation, given.suspect.id, {verdict, given.suspect.label});
            });
    } else if (!m_parts.document.hasVideo() || m_parts.document.video().id != videoOf(given.suspect)) {
        m_waiting = given; // and the next one is not opened before
        m_parts.videos.openAt(videoOf(given.suspect), given.suspect.span.start);
        return;
    } else {
        take(given);
    }
    if (!m_list.shown.empty())
        choose(std::min(row, m_list.shown.size() - 1));
}

void SuspectActions::take(const Answer& answer)
{
    if (answer.verdict == Verdict::Accepted && answer.suspect.edge)
        moveEdge(answer);
    else
        label(answer);
}

/// A word's boundary is moved, as one step with what was said.
void SuspectActions::moveEdge(const Answer& answer)
{
    const engine::Suspect& suspect = answer.suspect;
    const engine::WordEdge& edge = *suspect.edge;
    const QString word = QString::fromStdString(edge.word);
    const engine::SegmentId id
        = wordOfEdge(m_parts.document.annotation(), videoOf(suspect).toStdString(), edge);
    if (id == 0) {
        m_parts.document.notices().say(tr("The boundary of “%1” is not there any more.").arg(word));
        return;
    }
    m_parts.editor.edit(tr("move the boundary of “%1”").arg(word), [&](const engine::Annotation& annotation) {
        return engine::moveEdge(annotation, id, edge.isEnd, engine::TimePoint::ofSeconds(edge.suggested),
                                engine::EdgeMode::Follow)
            .followedBy(putSuspectVerdict(annotation, suspect.id, {answer.verdict, suspect.label}));
    });
}

/// The label becomes another, as one step with what was said.
void SuspectActions::label(const Answer& answer)
{
    const engine::Suspect& suspect = answer.suspect;
    const auto& spans = m_parts.document.spans(kLabelsTier);
    const auto found = std::ranges::find_if(spans, [&](const engine::Interval& span) {
        return std::abs(span.start - suspect.span.start) < PlacesByStart::kSameStart;
    });
    if (found == spans.end()) {
        m_parts.document.notices().say(
            tr("The segment %1 is not there any more.").arg(QString::fromStdString(suspect.id)));
        return;
    }
    const auto segment = static_cast<std::size_t>(found - spans.begin());
    const SuspectValues known = values();
    const double value = answer.verdict == Verdict::Corrected ? answer.value : known.suggestionOf(suspect);
    if (known.areClasses())
        giveClass(answer, segment, known.placeOf(value));
    else
        give(answer, segment, m_found.labelName, value);
}

/// A class is a term of the label, or has a column of its own with a 1.
void SuspectActions::giveClass(const Answer& answer, std::size_t segment, std::size_t place)
{
    if (!m_found.labelName.empty()) {
        give(answer, segment, m_found.labelName, m_found.classes[place]);
        return;
    }
    m_parts.editor.asOneStep(
        tr("%1 for segment %2").arg(QString::fromStdString(m_found.classes[place])).arg(segment + 1), [&] {
            for (std::size_t k = 0; k < m_found.classes.size(); ++k)
                give(answer, segment, m_found.classes[k], k == place ? 1.0 : 0.0);
        });
}

void SuspectActions::give(const Answer& answer, std::size_t segment, const std::string& label,
                          const Editor::Value& value)
{
    const Editor::Make verdict = [&](const engine::Annotation& annotation) {
        return putSuspectVerdict(annotation, answer.suspect.id, {answer.verdict, answer.suspect.label});
    };
    const QString name = QString::fromStdString(label);
    if (answer.verdict == Verdict::Corrected)
        m_parts.editor.setLabel(segment, name, value, verdict);
    else
        m_parts.editor.acceptPrediction(segment, name, value, tr("several, out of fold"), verdict);
}

void SuspectActions::review()
{
    if (!m_parts.review.mayBegin())
        return;
    std::vector<ReviewPass::Place> places;
    for (const std::size_t shown : m_list.shown) {
        const engine::Suspect& suspect = m_found.segments[shown];
        places.push_back({videoOf(suspect).toStdString(), suspect.span, engine::ReviewReason::Model,
                          std::abs(suspect.label - suspect.expected), numberOf(suspect)});
    }
    emit reviewWished();
    m_parts.review.startAt(
        passOver(m_parts.document.annotation(), m_parts.editor.annotator().toStdString(), std::move(places)));
}

}
