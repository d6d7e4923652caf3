#include "app/review/review.h"

#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/playback/player.h"
#include "app/video/video_opener.h"
#include "engine/annotation/edits.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace app {

namespace {

constexpr qint64 kCorrection = 2000; // ms in which another answer takes back a slip

std::string visibleIn(engine::Presentation presentation, const VideoData& video)
{
    switch (presentation) {
    case engine::Presentation::TextOnly:
        return "text";
    case engine::Presentation::SoundOnly:
        return "sound";
    case engine::Presentation::SilentVideo:
        return "video";
    case engine::Presentation::All:
        break;
    }
    return visibleParts(video);
}

}

Review::Review(Document& document, Editor& editor, Player& player, VideoOpener& videos,
               ReviewSources& sources, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_editor(editor)
    , m_player(player)
    , m_videos(videos)
    , m_sources(sources)
{
    connect(&videos, &VideoOpener::datasetOpened, this, &Review::leave);
    connect(&document, &Document::projectChanged, this, &Review::leave);
    connect(&document, &Document::videoChanged, this, [this] {
        showSight();
        playWhenOpen();
        emit answerChanged();
    });
    connect(&player, &Player::durationChanged, this, &Review::playWhenOpen);
    connect(&document, &Document::tierChanged, this, &Review::followHistory);
    connect(&player, &Player::playingChanged, this, [this](bool playing) {
        if (m_pass && playing) {
            ++m_log.plays;
            m_log.speed = m_player.rate();
        }
    });
}

std::size_t Review::done() const
{
    return static_cast<std::size_t>(std::ranges::count_if(m_states, &State::isDone));
}

void Review::start(ReviewPass pass)
{
    if (!m_document.whyReadOnly().isEmpty()) {
        m_document.notices().say(m_document.whyReadOnly());
        return;
    }
    const bool needsModel = pass.settings.reasons.contains(engine::ReviewReason::Model);
    // A pass that is there keeps its places, done and to be done; what it now looks for comes behind them.
    const auto there = reviewPass(m_document.annotation(), pass.layer.name);
    pass.places = there ? there->places : std::vector<ReviewPass::Place>();
    pass.repeatLayer = there && !there->repeatLayer.empty() ? there->repeatLayer
        : pass.mix.repeats > 0.0 ? engine::layerFor(pass.layer, engine::LayerPurpose::Repeat).name
                                 : std::string();
    m_sources.gatherPlaces(pass, needsModel,
                           [this, pass](const std::vector<ReviewPass::Place>& further) mutable {
                               sayWhatLacks(pass, further);
                               addPlaces(pass, further);
                               if (pass.places.empty())
                                   return;
                               // no step of the history: undo never takes a pass from under it
                               m_document.note(passItem(pass));
                               begin(std::move(pass));
                           });
}

bool Review::mayBegin()
{
    if (!m_document.whyReadOnly().isEmpty()) {
        m_document.notices().say(m_document.whyReadOnly());
        return false;
    }
    return m_editor.knowsAnnotator();
}

void Review::startAt(ReviewPass pass)
{
    if (!m_document.whyReadOnly().isEmpty()) {
        m_document.notices().say(m_document.whyReadOnly());
        return;
    }
    m_document.note(passItem(pass));
    begin(std::move(pass));
}

/// @param further  the places that come behind those which the pass has
void Review::sayWhatLacks(const ReviewPass& pass, const std::vector<ReviewPass::Place>& further)
{
    const QString noGold
        = tr("There are no gold items yet: Review → Gold items → Make this a gold item… makes one.");
    if (further.empty() && pass.places.empty())
        m_document.notices().say(
            pass.isTraining() ? noGold : tr("No segment of the dataset matches what this pass looks for."));
    else if (pass.mix.gold > 0.0 && goldItems(m_document.annotation()).empty())
        m_document.notices().say(
            tr("There are no gold items to mix in: Review → Gold items → Make this a gold item… makes one."));
    else if (pass.mix.repeats > 0.0 && !further.empty()
             && std::ranges::none_of(further, &ReviewPass::Place::isRepeat))
        m_document.notices().say(tr("Nothing comes again: the pass has no more than %n place(s).", nullptr,
                                    static_cast<int>(pass.mix.apart)));
}

void Review::startFirst(const std::string& annotator)
{
    ReviewPass pass;
    pass.layer = engine::annotatorLayer(kLabelsTier, annotator, 1);
    pass.settings.reasons = {engine::ReviewReason::NotLabelled, engine::ReviewReason::Flagged};
    pass.settings.order = engine::ReviewOrder::Context;
    if (reviewPass(m_document.annotation(), pass.layer.name))
        resume(pass.layer.name);
    else
        start(std::move(pass));
}

void Review::resume(const std::string& layer)
{
    if (auto pass = reviewPass(m_document.annotation(), layer))
        begin(std::move(*pass));
}

void Review::begin(ReviewPass pass)
{
    m_pass = std::move(pass);
    m_current.reset();
    m_isPeeking = false;
    readStates();
    showSight();
    emit passChanged();
    const auto first = std::ranges::find(m_states, false, &State::isDone);
    goTo(first == m_states.end() ? 0 : static_cast<std::size_t>(first - m_states.begin()));
}

void Review::leave()
{
    if (!m_pass)
        return;
    emit leavingPlace();
    m_pass.reset();
    m_editor.answerLocks().setPass({});
    m_states.clear();
    m_current.reset();
    m_isWaiting = false;
    emit passChanged();
    showSight();
    emit answerChanged();
}

engine::SegmentId Review::segmentOf(const ReviewPass::Place& place) const
{
    const engine::Annotation& annotation = m_document.annotation();
    return segmentAt(annotation, place, engine::tierCalled(annotation, place.video, m_pass->layer.of));
}

/// @return whether its answer is another than it was
bool Review::readState(std::size_t place)
{
    return readState(
        place, engine::tierCalled(m_document.annotation(), m_pass->places[place].video, m_pass->layer.of));
}

bool Review::readState(std::size_t place, const engine::Tier* judged)
{
    const engine::Annotation& annotation = m_document.annotation();
    const engine::SegmentId segment = segmentAt(annotation, m_pass->places[place], judged);
    const engine::Segment* answer = segment == 0
        ? nullptr
        : engine::judgement(annotation, segment, layerAt(*m_pass, m_pass->places[place]).name);
    State now{isPlaceDone(annotation, *m_pass, m_pass->places[place], judged),
              answer ? std::optional(*answer) : std::nullopt};
    State& known = m_states[place];
    const bool isOther = known.judgement != now.judgement;
    known = std::move(now);
    return isOther;
}

void Review::readStates()
{
    m_states.assign(m_pass->places.size(), {});
    const auto tiers = engine::tiersCalled(m_document.annotation(), m_pass->layer.of);
    for (std::size_t place = 0; place < m_states.size(); ++place) {
        const auto tier = tiers.find(m_pass->places[place].video);
        readState(place, tier == tiers.end() ? nullptr : tier->second);
    }
}

void Review::goTo(std::size_t place)
{
    if (!m_pass || place >= m_pass->places.size())
        return;
    if (m_current)
        emit leavingPlace();
    m_current = place;
    m_editor.answerLocks().setPass(layerInHand().name);
    m_isPeeking = false;
    m_log = judgementLog(m_document.annotation(), *m_pass, m_pass->places[place]).value_or(JudgementLog());
    m_answered.reset();
    m_shown.start();
    m_isWaiting = true;
    const QString video = QString::fromStdString(m_pass->places[place].video);
    if (m_videos.current() != video)
        m_videos.open(video);
    showSight();
    playWhenOpen();
    emit placeChanged();
}

void Review::goToNext()
{
    if (!m_pass || m_states.empty())
        return;
    const std::size_t from = m_current ? *m_current + 1 : 0;
    for (std::size_t step = 0; step < m_states.size(); ++step) {
        const std::size_t place = (from + step) % m_states.size();
        if (!m_states[place].isDone) {
            goTo(place);
            return;
        }
    }
    m_document.notices().say(
        tr("All %n segment(s) of this pass are done.", nullptr, static_cast<int>(m_states.size())));
}

void Review::orderRest(const std::vector<std::size_t>& order)
{
    if (!m_pass)
        return;
    std::vector<std::size_t> places; // as they are to be
    std::vector<bool> isTaken(m_states.size(), false);
    const auto take = [&](std::size_t place) {
        if (place < isTaken.size() && !isTaken[place]) {
            isTaken[place] = true;
            places.push_back(place);
        }
    };
    for (std::size_t place = 0; place < m_states.size(); ++place) {
        if (m_states[place].isDone && place != m_current)
            take(place);
    }
    if (m_current)
        take(*m_current);
    std::ranges::for_each(order, take);
    for (std::size_t place = 0; place < m_states.size(); ++place)
        take(place);
    std::vector<ReviewPass::Place> ordered;
    std::vector<State> states;
    for (const std::size_t place : places) {
        ordered.push_back(m_pass->places[place]);
        states.push_back(std::move(m_states[place]));
    }
    if (m_current)
        m_current = static_cast<std::size_t>(std::ranges::find(places, *m_current) - places.begin());
    m_pass->places = std::move(ordered);
    m_states = std::move(states);
    m_document.note(passItem(*m_pass));
    emit orderChanged();
    emit progressChanged();
}

/// Both the sequences and the media of the video have to be there: each can be the later.
void Review::playWhenOpen()
{
    if (!m_isWaiting || !m_current)
        return;
    const QString video = QString::fromStdString(m_pass->places[*m_current].video);
    if (!m_document.hasVideo() || m_document.video().id != video || m_videos.current() != video
        || m_player.duration() <= 0)
        return;
    m_isWaiting = false;
    m_shown.start();
    play();
}

void Review::play()
{
    if (!m_current)
        return;
    const engine::Interval span = m_pass->places[*m_current].span;
    m_player.playSpan({std::max(0.0, span.start - m_pass->leadIn), span.end});
}

std::optional<engine::Interval> Review::span() const
{
    if (!m_current || m_videos.current().toStdString() != m_pass->places[*m_current].video)
        return std::nullopt;
    return m_pass->places[*m_current].span;
}

engine::SegmentId Review::segment() const
{
    if (!m_current || !m_document.hasVideo()
        || m_document.video().id.toStdString() != m_pass->places[*m_current].video)
        return 0;
    return segmentOf(m_pass->places[*m_current]);
}

const engine::Tier* Review::tier() const
{
    const engine::Segment* judged = m_document.annotation().segment(segment());
    return judged ? m_document.annotation().tier(judged->tier) : nullptr;
}

const engine::Segment* Review::answer() const
{
    const engine::SegmentId judged = segment();
    return judged == 0 ? nullptr : engine::judgement(m_document.annotation(), judged, layerInHand().name);
}

engine::Provenance Review::provenance() const
{
    return {m_pass->layer.annotator, QDateTime::currentMSecsSinceEpoch(), m_pass->layer.pass,
            visibleIn(m_pass->layer.presentation, m_document.video())};
}

void Review::edit(const QString& what, const std::function<void(engine::Segment&)>& change)
{
    const engine::SegmentId judged = segment();
    if (judged == 0)
        return;
    m_isEditing = true;
    m_editor.edit(what, [&](const engine::Annotation& annotation) {
        return engine::judge(annotation, judged, layerInHand(), change);
    });
    m_isEditing = false;
    readState(*m_current);
    emit answerChanged();
    emit progressChanged();
}

void Review::setValue(const QString& label, std::optional<double> value)
{
    setValue(label, value ? std::optional(engine::LabelValue{*value, {}}) : std::nullopt);
}

void Review::setValue(const QString& label, const std::optional<engine::LabelValue>& value)
{
    if (segment() == 0)
        return;
    const bool wasDone = m_states[*m_current].isDone;
    if (wasDone && gold()) {
        m_document.notices().say(tr("The right value was shown: this answer stays as it is."));
        return;
    }
    if (wasDone || (value && m_answered && m_shown.elapsed() - *m_answered > kCorrection))
        ++m_log.revisions;
    if (value)
        m_answered = m_shown.elapsed();
    edit(value ? tr("answer %1").arg(label) : tr("no answer %1").arg(label), [&](engine::Segment& judgement) {
        if (value)
            judgement.values[label.toStdString()] = {value->value, provenance()};
        else
            judgement.values.erase(label.toStdString());
    });
    if (wasDone) { // it counts already, and others were seen: the change is noted at once
        noteLog();
        readState(*m_current);
        emit progressChanged();
    }
    if (value)
        emit m_editor.valueGiven();
}

void Review::setConfidence(double confidence)
{
    edit(tr("confidence"), [&](engine::Segment& judgement) { judgement.confidence = confidence; });
}

void Review::setComment(const QString& comment)
{
    edit(tr("comment"), [&](engine::Segment& judgement) { judgement.comment = comment.toStdString(); });
}

void Review::toggleFlag()
{
    edit(tr("flag"), [](engine::Segment& judgement) { judgement.flagged = !judgement.flagged; });
}

void Review::noteLog()
{
    m_document.note(logItem(*m_pass, m_pass->places[*m_current], m_log));
}

bool Review::commit()
{
    const engine::Segment* given = answer();
    if (!given || given->values.empty()) {
        if (m_current)
            m_document.notices().say(tr("There is no answer yet: 1 to 7 give one."));
        return false;
    }
    if (gold() && m_log.committed != 0)
        m_log.hasPeeked = true; // answered anew after the right value was shown
    m_log.seconds += static_cast<double>(m_shown.restart()) / 1000.0;
    m_log.committed = QDateTime::currentMSecsSinceEpoch();
    noteLog();
    readState(*m_current);
    showSight();
    emit progressChanged();
    emit answerChanged();
    return true;
}

engine::Layer Review::layerInHand() const
{
    return layerAt(*m_pass, m_pass->places[*m_current]);
}

std::optional<GoldItem> Review::gold() const
{
    if (!m_pass || !m_pass->isTraining() || !m_current)
        return std::nullopt;
    const ReviewPass::Place& place = m_pass->places[*m_current];
    const std::vector<GoldItem> all = goldItems(m_document.annotation());
    const GoldItem* found = goldAt(all, place.video, place.span);
    return found ? std::optional(*found) : std::nullopt;
}

bool Review::isHiding() const
{
    return m_pass && !m_document.sight().now().others;
}

/// Whether a segment of the video in sight is still to be judged. Of a video that the pass does not have, and
/// while the next one is on its way, nothing is seen either.
bool Review::isHidingVideo() const
{
    const std::string video
        = (m_document.hasVideo() ? m_document.video().id : m_videos.current()).toStdString();
    bool isInPass = false;
    for (std::size_t place = 0; place < m_states.size(); ++place) {
        if (m_pass->places[place].video != video)
            continue;
        isInPass = true;
        if (!m_states[place].isDone)
            return true;
    }
    return !isInPass;
}

void Review::showSight()
{
    using engine::Presentation;
    Sight sight;
    if (m_pass) {
        const Presentation shown = m_pass->layer.presentation;
        const auto shows = [shown](Presentation only) { return shown == Presentation::All || shown == only; };
        sight.words = shows(Presentation::TextOnly);
        sight.picture = shows(Presentation::SilentVideo);
        sight.sound = shows(Presentation::SoundOnly);
    }
    if (m_pass && m_pass->isBlind) {
        const bool isPeeking = m_isPeeking && segment() != 0;
        const bool hidesVideo = !isPeeking && isHidingVideo();
        sight.others = isPeeking || !m_current || m_states[*m_current].isDone;
        sight.labels = !hidesVideo;
        sight.predictions = !hidesVideo;
        sight.dataset = false; // as long as the pass is open: labels of other videos are never peeked at
    }
    m_document.sight().set(sight);
}

/// All of the video can be seen then.
void Review::notePeek()
{
    const engine::Annotation& annotation = m_document.annotation();
    for (std::size_t place = 0; place < m_states.size(); ++place) {
        if (m_states[place].isDone || place == *m_current
            || m_pass->places[place].video != m_pass->places[*m_current].video)
            continue;
        JudgementLog log = judgementLog(annotation, *m_pass, m_pass->places[place]).value_or(JudgementLog());
        log.hasPeeked = true;
        m_document.note(logItem(*m_pass, m_pass->places[place], log));
    }
    m_log.hasPeeked = m_log.hasPeeked || !m_states[*m_current].isDone;
    noteLog();
}

void Review::setPeeking(bool peeking)
{
    if (!m_pass || !m_current || m_isPeeking == peeking)
        return;
    m_isPeeking = peeking;
    if (peeking && m_pass->isBlind)
        notePeek();
    showSight();
    emit answerChanged();
}

std::vector<OtherJudgement> Review::others() const
{
    const engine::SegmentId judged = segment();
    return judged == 0 ? std::vector<OtherJudgement>() : m_sources.otherJudgements(judged, layerInHand());
}

/// Undo and redo go back to the segment whose answer they change.
void Review::followHistory(const QString& video, const QString& tier)
{
    if (!m_pass || m_isEditing
        || (tier.toStdString() != m_pass->layer.name && tier.toStdString() != m_pass->repeatLayer))
        return;
    std::optional<std::size_t> changed;
    for (std::size_t place = 0; place < m_states.size(); ++place) {
        if (m_pass->places[place].video == video.toStdString() && readState(place) && !changed)
            changed = place;
    }
    showSight();
    emit progressChanged();
    if (changed && changed != m_current)
        goTo(*changed);
    else
        emit answerChanged();
}

}
