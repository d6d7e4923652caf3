#include "app/review/review.h"

#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/playback/player.h"
#include "app/review/measured_pass.h"
#include "app/review/pass_sight.h"
#include "app/review/review_texts.h"
#include "app/video/video_opener.h"
#include "engine/annotation/edits.h"

#include <algorithm>
#include <utility>

namespace app {

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
        if (m_pass && playing)
            m_clock.notePlay(m_player.rate());
    });
}

/// Says why not.
bool Review::areEditsKept()
{
    const QString why = m_document.whyReadOnly();
    if (!why.isEmpty())
        m_document.notices().say(why);
    return why.isEmpty();
}

void Review::start(engine::ReviewPass pass)
{
    if (!areEditsKept())
        return;
    const bool needsModel = pass.settings.reasons.contains(engine::ReviewReason::Model);
    pass = continuedPass(m_document.annotation(), std::move(pass));
    m_sources.gatherPlaces(
        pass, needsModel, [this, pass](const std::vector<engine::ReviewPass::Place>& further) mutable {
            if (const QString lack = lackOfPass(m_document.annotation(), pass, further); !lack.isEmpty())
                m_document.notices().say(lack);
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
    return areEditsKept() && m_editor.knowsAnnotator();
}

void Review::startAt(engine::ReviewPass pass)
{
    if (!areEditsKept())
        return;
    m_document.note(passItem(pass));
    begin(std::move(pass));
}

void Review::startFirst(const std::string& annotator)
{
    engine::ReviewPass pass = engine::firstPass(annotator);
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

void Review::begin(engine::ReviewPass pass)
{
    m_pass = std::move(pass);
    m_current.reset();
    m_isPeeking = false;
    m_states.read(m_document.annotation(), *m_pass);
    if (takeArmsOfStudy(m_document.annotation(), *m_pass, m_states) && m_document.whyReadOnly().isEmpty())
        m_document.note(passItem(*m_pass));
    showSight();
    emit passChanged();
    goTo(m_states.nextToDo(0).value_or(0));
}

engine::SightArm Review::arm() const
{
    return m_current ? m_pass->places[*m_current].arm : engine::SightArm::Free;
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

engine::SegmentId Review::segmentOf(const engine::ReviewPass::Place& place) const
{
    const engine::Annotation& annotation = m_document.annotation();
    return segmentAt(annotation, place, engine::tierCalled(annotation, place.video, m_pass->layer.of));
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
    m_clock.begin(judgementLog(m_document.annotation(), *m_pass, m_pass->places[place]));
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
    if (!m_pass || m_states.size() == 0)
        return;
    if (const auto next = m_states.nextToDo(m_current ? *m_current + 1 : 0)) {
        goTo(*next);
        return;
    }
    m_document.notices().say(
        tr("All %n segment(s) of this pass are done.", nullptr, static_cast<int>(m_states.size())));
}

void Review::orderRest(const std::vector<std::size_t>& order)
{
    if (!m_pass)
        return;
    const std::vector<std::size_t> places = m_states.ordered(order, m_current);
    if (m_current)
        m_current = static_cast<std::size_t>(std::ranges::find(places, *m_current) - places.begin());
    m_states.reorder(*m_pass, places);
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
        || m_player.duration() <= 0 || m_conversation.isAwaited(*m_pass))
        return;
    m_isWaiting = false;
    m_clock.start();
    play();
}

void Review::play()
{
    if (!m_current)
        return;
    const engine::Interval span = m_pass->places[*m_current].span;
    m_player.playSpan({m_conversation.startOf(*m_pass, span, m_document.sight().now()), span.end});
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
    m_states.readAt(m_document.annotation(), *m_pass, *m_current);
    emit answerChanged();
    emit progressChanged();
}

void Review::setValue(const QString& label, const std::optional<engine::LabelValue>& value)
{
    if (segment() == 0)
        return;
    const bool wasDone = m_states.isDone(*m_current);
    if (wasDone && gold()) {
        m_document.notices().say(tr("The right value was shown: this answer stays as it is."));
        return;
    }
    m_clock.noteValue(value.has_value(), wasDone);
    edit(value ? tr("answer %1").arg(label) : tr("no answer %1").arg(label), [&](engine::Segment& judgement) {
        if (value)
            judgement.values[label.toStdString()]
                = {value->value, givenNow(m_pass->layer, m_document.video())};
        else
            judgement.values.erase(label.toStdString());
    });
    if (wasDone) { // it counts already, and others were seen: the change is noted at once
        noteLog();
        m_states.readAt(m_document.annotation(), *m_pass, *m_current);
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
    m_document.note(logItem(*m_pass, m_pass->places[*m_current], m_clock.log()));
}

bool Review::commit()
{
    if (const engine::Segment* given = answer(); !given || given->values.empty()) {
        if (m_current)
            m_document.notices().say(tr("There is no answer yet: 1 to 7 give one."));
        return false;
    }
    if (!m_states.isDone(*m_current) && losesArm(m_document.annotation(), *m_pass, *m_current, others()))
        m_document.note(passItem(*m_pass));
    m_clock.commit(gold().has_value());
    noteLog();
    m_states.readAt(m_document.annotation(), *m_pass, *m_current);
    emit judged(m_pass->places[*m_current], *answer());
    showSight();
    emit progressChanged();
    emit answerChanged();
    return true;
}

engine::Layer Review::layerInHand() const
{
    return layerAt(*m_pass, m_pass->places[*m_current]);
}

std::optional<engine::GoldItem> Review::gold() const
{
    if (!m_pass || !m_pass->isTraining() || !m_current)
        return std::nullopt;
    const engine::ReviewPass::Place& place = m_pass->places[*m_current];
    return goldItemAt(m_document.annotation(), place.video, place.span);
}

bool Review::isHiding() const
{
    return m_pass && !m_document.sight().now().others;
}

/// Of a video that the pass does not have, and while the next one is on its way, nothing is seen either.
void Review::showSight()
{
    if (!m_pass) {
        m_document.sight().set({});
        return;
    }
    const QString video = m_document.hasVideo() ? m_document.video().id : m_videos.current();
    m_document.sight().set(
        passSight(*m_pass,
                  {m_isPeeking && segment() != 0, m_states.isToBeDone(*m_pass, video.toStdString()),
                   m_current && !m_states.isDone(*m_current)}));
}

void Review::setPeeking(bool peeking)
{
    if (!m_pass || !m_current || m_isPeeking == peeking)
        return;
    if (peeking && arm() != engine::SightArm::Free && !m_states.isDone(*m_current)) {
        m_document.notices().say(
            tr("The measurement of the model’s influence decides what is seen of this segment."));
        return;
    }
    m_isPeeking = peeking;
    if (peeking && m_pass->isBlind) {
        if (!m_states.isDone(*m_current))
            m_clock.notePeek();
        noteLog();
    }
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
    const std::optional<std::size_t> changed
        = m_states.readVideo(m_document.annotation(), *m_pass, video.toStdString());
    showSight();
    emit progressChanged();
    if (changed && changed != m_current)
        goTo(*changed);
    else
        emit answerChanged();
}

}
