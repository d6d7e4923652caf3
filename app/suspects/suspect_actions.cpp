#include "app/suspects/suspect_actions.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/project/project.h"
#include "app/project/review_pass.h"
#include "app/review/review.h"
#include "app/video/video_opener.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace app {

namespace {

constexpr double kSameSuspectStart = 0.05; // seconds by which the starts of one segment may differ

QString videoOf(const engine::Suspect& suspect)
{
    return QString::fromStdString(suspect.id.substr(0, suspect.id.rfind('[')));
}

}

SuspectActions::SuspectActions(const Parts& parts, const Actions& actions, QWidget* window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
    , m_search(new SuspectSearch(parts.jobs, parts.programs, this))
{
    connect(actions.at("find-suspects"), &QAction::triggered, this, &SuspectActions::show);
    connect(m_search, &SuspectSearch::found, this, [this](const engine::Suspects& suspects) {
        m_found = suspects;
        if (m_dialog)
            m_dialog->setSuspects(m_found, suspectVerdicts(m_parts.document.annotation()));
    });
    connect(m_search, &SuspectSearch::changed, this, &SuspectActions::showState);
    connect(m_search, &SuspectSearch::failed, this, [this](const QString& problem) {
        if (m_dialog)
            m_dialog->setProblem(problem);
        else
            emit message(problem);
    });
    connect(&parts.document, &Document::projectChanged, this, &SuspectActions::follow);
    connect(&parts.videos, &VideoOpener::entriesListed, this, &SuspectActions::follow);
    connect(&parts.review, &Review::hidingChanged, this, &SuspectActions::showState);
    connect(&parts.document, &Document::itemsChanged, this, [this] {
        if (m_dialog)
            m_dialog->setVerdicts(suspectVerdicts(m_parts.document.annotation()));
    });
    connect(&parts.document, &Document::videoChanged, this, [this] {
        if (m_toAccept && m_parts.document.hasVideo() && m_parts.document.video().id == videoOf(*m_toAccept))
            accept(*std::exchange(m_toAccept, std::nullopt));
    });
}

void SuspectActions::show()
{
    if (!m_dialog) {
        m_dialog = new SuspectsDialog(m_window);
        connect(m_dialog, &SuspectsDialog::searchWished, m_search, &SuspectSearch::start);
        connect(m_dialog, &SuspectsDialog::stopWished, m_search, &SuspectSearch::stop);
        connect(m_dialog, &SuspectsDialog::segmentWished, this, &SuspectActions::open);
        connect(m_dialog, &SuspectsDialog::verdictWished, this, &SuspectActions::take);
        connect(m_dialog, &SuspectsDialog::reviewWished, this, &SuspectActions::review);
        m_dialog->setSuspects(m_found, suspectVerdicts(m_parts.document.annotation()));
    }
    follow();
    showState();
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void SuspectActions::follow()
{
    if (m_dialog)
        m_search->setSubject(m_parts.project.path(), m_parts.document.dataset(), m_parts.document.isKept());
}

void SuspectActions::showState()
{
    if (!m_dialog)
        return;
    const auto& pass = m_parts.review.pass();
    m_dialog->setWhyNot(m_parts.document.dataset().sequences.empty()
                            ? tr("Open a dataset with labelled segments first.")
                            : pass && pass->isBlind
                            ? tr("A blind review goes on: nothing is said of labels until it is left.")
                            : QString());
    m_dialog->setProgress(m_search->isRunning() ? std::optional(m_search->progress()) : std::nullopt);
}

void SuspectActions::open(const engine::Suspect& suspect)
{
    m_parts.videos.playAt(videoOf(suspect), suspect.span);
}

void SuspectActions::take(const engine::Suspect& suspect, Verdict verdict)
{
    if (!m_parts.document.whyReadOnly().isEmpty()) {
        emit message(m_parts.document.whyReadOnly());
        return;
    }
    if (verdict == Verdict::Accepted
        && !(m_parts.document.hasVideo() && m_parts.document.video().id == videoOf(suspect))) {
        m_toAccept = suspect;
        m_parts.videos.openAt(videoOf(suspect), suspect.span.start);
    } else if (verdict == Verdict::Accepted) {
        accept(suspect);
    } else {
        note(suspect, verdict);
    }
}

void SuspectActions::note(const engine::Suspect& suspect, Verdict verdict)
{
    m_parts.editor.editStored(tr("what is said of %1").arg(QString::fromStdString(suspect.id)),
                              [&](const engine::Annotation& annotation) {
                                  return putSuspectVerdict(annotation, suspect.id, {verdict, suspect.label});
                              });
}

/// The expected value becomes the label of the segment, whose video is in sight.
void SuspectActions::accept(const engine::Suspect& suspect)
{
    const auto& spans = m_parts.document.spans(kLabelsTier);
    const auto found = std::ranges::find_if(spans, [&](const engine::Interval& span) {
        return std::abs(span.start - suspect.span.start) < kSameSuspectStart;
    });
    if (found == spans.end()) {
        emit message(tr("The segment %1 is not there any more.").arg(QString::fromStdString(suspect.id)));
        return;
    }
    const QString label = QString::fromStdString(m_found.labelName);
    m_parts.editor.acceptPrediction(static_cast<std::size_t>(found - spans.begin()), label, suspect.expected,
                                    tr("several, out of fold"));
    note(suspect, Verdict::Accepted);
}

void SuspectActions::review(const std::vector<engine::Suspect>& suspects)
{
    if (!m_parts.document.whyReadOnly().isEmpty()) {
        emit message(m_parts.document.whyReadOnly());
        return;
    }
    std::vector<ReviewPass::Place> places;
    for (const engine::Suspect& suspect : suspects)
        places.push_back({videoOf(suspect).toStdString(), suspect.span, engine::ReviewReason::Model,
                          std::abs(suspect.label - suspect.expected),
                          std::atoi(suspect.id.c_str() + suspect.id.rfind('[') + 1) + 1});
    emit reviewWished();
    m_parts.review.startAt(
        passOver(m_parts.document.annotation(), m_parts.editor.annotator().toStdString(), std::move(places)));
}

}
