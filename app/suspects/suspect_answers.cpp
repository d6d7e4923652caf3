#include "app/suspects/suspect_answers.h"

#include "app/document/document.h"
#include "app/project/places_by_start.h"
#include "app/suspects/found_suspects.h"
#include "app/suspects/suspect_content.h"
#include "app/suspects/word_of_edge.h"
#include "app/video/video_opener.h"
#include "engine/annotation/edits.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace app {

SuspectAnswers::SuspectAnswers(Document& document, Editor& editor, VideoOpener& videos,
                               const FoundSuspects& found, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_editor(editor)
    , m_videos(videos)
    , m_found(found)
{
    connect(&document, &Document::videoChanged, this, [this] {
        if (m_waiting && m_document.hasVideo() && m_document.video().id == videoOf(m_waiting->suspect))
            take(*std::exchange(m_waiting, std::nullopt));
    });
}

bool SuspectAnswers::give(const SuspectAnswer& answer)
{
    const engine::Suspect& suspect = answer.suspect;
    if (answer.verdict != Verdict::Accepted && answer.verdict != Verdict::Corrected) {
        m_editor.editStored(
            tr("what is said of %1").arg(QString::fromStdString(suspect.id)),
            [&](const engine::Annotation& annotation) {
                return putSuspectVerdict(annotation, suspect.id, {answer.verdict, suspect.label});
            });
        return true;
    }
    if (!m_document.hasVideo() || m_document.video().id != videoOf(suspect)) {
        m_waiting = answer;
        m_videos.openAt(videoOf(suspect), suspect.span.start);
        return false;
    }
    take(answer);
    return true;
}

void SuspectAnswers::take(const SuspectAnswer& answer)
{
    if (answer.verdict == Verdict::Accepted && answer.suspect.edge)
        moveEdge(answer);
    else
        label(answer);
}

/// A word's boundary is moved, as one step with what was said.
void SuspectAnswers::moveEdge(const SuspectAnswer& answer)
{
    const engine::Suspect& suspect = answer.suspect;
    const engine::WordEdge& edge = *suspect.edge;
    const QString word = QString::fromStdString(edge.word);
    const engine::SegmentId id = wordOfEdge(m_document.annotation(), videoOf(suspect).toStdString(), edge);
    if (id == 0) {
        m_document.notices().say(tr("The boundary of “%1” is not there any more.").arg(word));
        return;
    }
    m_editor.edit(tr("move the boundary of “%1”").arg(word), [&](const engine::Annotation& annotation) {
        return engine::moveEdge(annotation, id, edge.isEnd, engine::TimePoint::ofSeconds(edge.suggested),
                                engine::EdgeMode::Follow)
            .followedBy(putSuspectVerdict(annotation, suspect.id, {answer.verdict, suspect.label}));
    });
}

/// The label becomes another, as one step with what was said.
void SuspectAnswers::label(const SuspectAnswer& answer)
{
    const engine::Suspect& suspect = answer.suspect;
    const auto& spans = m_document.spans(kLabelsTier);
    const auto found = std::ranges::find_if(spans, [&](const engine::Interval& span) {
        return std::abs(span.start - suspect.span.start) < PlacesByStart::kSameStart;
    });
    if (found == spans.end()) {
        m_document.notices().say(
            tr("The segment %1 is not there any more.").arg(QString::fromStdString(suspect.id)));
        return;
    }
    const auto segment = static_cast<std::size_t>(found - spans.begin());
    const SuspectValues known = m_found.values();
    const double value = answer.verdict == Verdict::Corrected ? answer.value : known.suggestionOf(suspect);
    if (known.areClasses())
        setClass(answer, segment, known.placeOf(value));
    else
        setValue(answer, segment, m_found.now().labelName, value);
}

/// A class is a term of the label, or has a column of its own with a 1.
void SuspectAnswers::setClass(const SuspectAnswer& answer, std::size_t segment, std::size_t place)
{
    if (!m_found.now().labelName.empty()) {
        setValue(answer, segment, m_found.now().labelName, m_found.now().classes[place]);
        return;
    }
    m_editor.asOneStep(
        tr("%1 for segment %2").arg(QString::fromStdString(m_found.now().classes[place])).arg(segment + 1),
        [&] {
            for (std::size_t k = 0; k < m_found.now().classes.size(); ++k)
                setValue(answer, segment, m_found.now().classes[k], k == place ? 1.0 : 0.0);
        });
}

void SuspectAnswers::setValue(const SuspectAnswer& answer, std::size_t segment, const std::string& label,
                              const Editor::Value& value)
{
    const Editor::Make verdict = [&](const engine::Annotation& annotation) {
        return putSuspectVerdict(annotation, answer.suspect.id, {answer.verdict, answer.suspect.label});
    };
    const QString name = QString::fromStdString(label);
    if (answer.verdict == Verdict::Corrected)
        m_editor.setLabel(segment, name, value, verdict);
    else
        m_editor.acceptPrediction(segment, name, value, tr("several, out of fold"), verdict);
}

}
