#include "app/completion/completion_actions.h"

#include "app/actions/actions.h"
#include "app/completion/completion_input.h"
#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/playback/player.h"
#include "app/review/review.h"
#include "app/timeline/draft_tracks.h"
#include "app/timeline/tier_in_hand.h"
#include "app/video/tier_reader.h"
#include "app/video/video_opener.h"
#include "engine/annotation/edits.h"
#include "engine/annotation/tier_traces.h"
#include "engine/tier_completion/draft_edits.h"

#include <QDateTime>
#include <QShortcut>
#include <QUndoStack>

#include <algorithm>

namespace app {

CompletionActions::CompletionActions(const Parts& parts, const Actions& actions, QWidget* window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
    , m_reading(parts.tasks)
    , m_completing(parts.tasks)
{
    connect(actions.at("complete-tier"), &QAction::triggered, this, &CompletionActions::show);
    const auto followSoon = [this] { follow(); };
    connect(&parts.document, &Document::projectChanged, this, followSoon);
    connect(&parts.document, &Document::videoChanged, this, followSoon);
    connect(&parts.document, &Document::labelsChanged, this, followSoon);
    connect(&parts.document, &Document::tierChanged, this, followSoon);
    connect(&parts.document, &Document::itemsChanged, this, [this](const QString& kind) {
        if (kind == QLatin1String(engine::kDraftItems))
            follow();
    });
    connect(&parts.document.sight(), &DocumentSight::changed, this, followSoon);
    const auto showProgress = [this] {
        if (m_dialog)
            m_dialog->setProgress(isRunning() ? std::optional(m_completing.progress()) : std::nullopt);
    };
    connect(&m_reading, &Task::changed, this, showProgress);
    connect(&m_completing, &Task::changed, this, showProgress);
    connect(&parts.tracks, &DraftTracks::pressed, this, [this](const TierName& tier, std::size_t row) {
        if (m_dialog && m_dialog->isVisible() && tier == m_tier)
            m_dialog->setCurrentRow(row);
    });
}

std::string CompletionActions::video() const
{
    return m_parts.document.hasVideo() ? m_parts.document.video().id.toStdString() : std::string();
}

double CompletionActions::end() const
{
    const double last = m_parts.player.duration();
    return last > 0.0 || !m_parts.document.hasVideo()
        ? last
        : latestEnd(recordedSequences(m_parts.document.video()));
}

std::optional<engine::CompletionDraft> CompletionActions::draft() const
{
    const auto drafts = completionDrafts(m_parts.document.annotation(), video());
    const auto found = drafts.find(m_tier);
    return found == drafts.end() ? std::nullopt : std::optional(found->second);
}

QString CompletionActions::whyNot() const
{
    if (!m_parts.document.hasVideo())
        return tr("Open a video first: tiers belong to one.");
    if (!m_parts.document.sight().now().dataset)
        return tr("A blind review goes on: nothing is suggested until it is left.");
    if (!m_parts.document.whyReadOnly().isEmpty())
        return m_parts.document.whyReadOnly();
    const engine::Tier* tier = m_parts.document.tier(m_tier);
    if (!tier)
        return tr("This video has no tier %1.").arg(QString::fromStdString(m_tier));
    if (tier->locked)
        return tr("The tier %1 is locked.").arg(QString::fromStdString(m_tier));
    if (completionOffers(m_parts.document.annotation(), *tier, end()).empty())
        return tr(
            "Segments with labels, tiers of your own and continuous ratings can be completed; words and "
            "points cannot. Click on the head of another tier, and ask again.");
    return {};
}

void CompletionActions::show()
{
    m_tier = m_parts.hand.tier();
    if (m_tier == kWordsTier && m_parts.document.hasVideo() && m_parts.document.tier(kLabelsTier))
        m_tier = kLabelsTier; // nobody took a tier in hand yet
    if (!m_dialog) {
        m_dialog = new CompletionDialog(m_window);
        QUndoStack& history = m_parts.editor.history();
        connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z), m_dialog), &QShortcut::activated, &history,
                &QUndoStack::undo);
        connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), m_dialog),
                &QShortcut::activated, &history, &QUndoStack::redo);
        connect(m_dialog, &CompletionDialog::runWished, this, &CompletionActions::run);
        connect(m_dialog, &CompletionDialog::stopWished, this, [this] {
            m_reading.stop();
            m_completing.abandon();
        });
        connect(m_dialog, &CompletionDialog::thresholdWished, this, &CompletionActions::setThreshold);
        connect(m_dialog, &CompletionDialog::rowOpened, this, &CompletionActions::open);
        connect(m_dialog, &CompletionDialog::acceptWished, this, &CompletionActions::accept);
        connect(m_dialog, &CompletionDialog::rejectWished, this, &CompletionActions::reject);
        connect(m_dialog, &CompletionDialog::acceptSureWished, this, &CompletionActions::acceptSure);
        connect(m_dialog, &CompletionDialog::discardWished, this, &CompletionActions::discard);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
    follow();
}

void CompletionActions::follow()
{
    if (!m_dialog || !m_dialog->isVisible())
        return;
    CompletionDialog::Shown shown;
    shown.whyNot = whyNot();
    if (shown.whyNot.isEmpty()) {
        const engine::Annotation& annotation = m_parts.document.annotation();
        shown.tier = *m_parts.document.tier(m_tier);
        shown.subject = tr("%1 of %2").arg(QString::fromStdString(m_tier), QString::fromStdString(video()));
        shown.offers = completionOffers(annotation, *shown.tier, end());
        for (const engine::RecordedSequence& sequence : recordedSequences(m_parts.document.video()))
            shown.sequences << QString::fromStdString(sequence.key);
        shown.draft = draft();
        if (shown.draft)
            shown.open = openRows(annotation, video(), *shown.draft);
    }
    m_dialog->setShown(shown);
}

/// Labels of other recordings lie in their files, and are read first.
void CompletionActions::run()
{
    if (!whyNot().isEmpty() || isRunning())
        return;
    const std::string subject = video();
    if (m_tier != kLabelsTier || !m_dialog->learnsFromOthers()) {
        start(subject);
        return;
    }
    m_parts.reader.read(m_reading, tr("Reading labels"), {kLabelsTier}, m_parts.reader.allVideos(),
                        [this, subject] { start(subject); });
}

void CompletionActions::start(const std::string& subject)
{
    const engine::Tier* tier = subject == video() ? m_parts.document.tier(m_tier) : nullptr;
    const auto offers = tier && m_dialog ? completionOffers(m_parts.document.annotation(), *tier, end())
                                         : std::vector<engine::CompletionOffer>();
    if (offers.empty()) // another video came into sight meanwhile
        return;
    const engine::CompletionOffer& offer = offers[std::min(m_dialog->offer(), offers.size() - 1)];
    const auto dataset = m_parts.videos.dataset();
    m_completing.start(
        tr("Completing a tier"),
        [dataset,
         wish = completionWish(m_parts.document.annotation(), *tier, offer,
                               recordedSequences(m_parts.document.video()), m_dialog->usedSequences(), end(),
                               dataset && m_dialog->learnsFromOthers())](const TaskRun& run) {
            const auto readOther = [&](const engine::CompletionWish::Recording& other,
                                       const engine::RunContext& reading) {
                return engine::recordedSequences(*dataset, other.video, other.offsets, other.faces, reading);
            };
            return completeTier(wish, readOther, run);
        },
        [this, subject](const Outcome<engine::CompletionOutcome>& outcome) {
            if (const auto* completion = std::get_if<engine::CompletionOutcome>(&outcome)) {
                take(*completion, subject);
            } else if (const auto* failure = std::get_if<Failed>(&outcome)) {
                m_parts.document.notices().say(failure->sentence);
                if (m_dialog)
                    m_dialog->setProblem(failure->sentence);
            }
        });
}

void CompletionActions::take(const engine::CompletionOutcome& completion, const std::string& subject)
{
    if (completion.lack != engine::CompletionLack::Nothing) {
        const QString lack = lackText(completion.lack, completion.draft.kind);
        if (m_dialog)
            m_dialog->setProblem(lack);
        else
            m_parts.document.notices().say(lack);
        return;
    }
    m_parts.editor.editByProgram(tr("suggestions for %1").arg(QString::fromStdString(completion.draft.tier)),
                                 [&](const engine::Annotation& annotation) {
                                     return putCompletionDraft(annotation, subject, completion.draft);
                                 });
}

void CompletionActions::setThreshold(double threshold)
{
    std::optional<engine::CompletionDraft> changed = draft();
    if (!changed || changed->threshold == threshold)
        return;
    changed->threshold = threshold;
    m_parts.editor.editByProgram(tr("from when suggestions are sure"),
                                 [&](const engine::Annotation& annotation) {
                                     return putCompletionDraft(annotation, video(), *changed);
                                 });
}

void CompletionActions::open(std::size_t row)
{
    const auto shown = draft();
    if (!shown || row >= shown->rows.size())
        return;
    m_parts.player.seek(shown->rows[row].span.start);
    m_parts.player.playSpan(shown->rows[row].span);
}

engine::AcceptedBy CompletionActions::by() const
{
    return {m_parts.editor.annotator().toStdString(), QDateTime::currentMSecsSinceEpoch(),
            visibleParts(m_parts.document.video())};
}

void CompletionActions::accept(std::size_t row, const std::optional<std::variant<double, std::string>>& value)
{
    const auto shown = draft();
    if (!shown)
        return;
    m_parts.editor.editByProgram(tr("accept a suggestion for %1").arg(QString::fromStdString(m_tier)),
                                 [&](const engine::Annotation& annotation) {
                                     return acceptRow(annotation, video(), *shown, row, value, by());
                                 });
}

void CompletionActions::acceptSure()
{
    const auto shown = draft();
    if (!shown)
        return;
    m_parts.editor.editByProgram(tr("accept all sure suggestions for %1").arg(QString::fromStdString(m_tier)),
                                 [&](const engine::Annotation& annotation) {
                                     return acceptSureRows(annotation, video(), *shown, by());
                                 });
}

void CompletionActions::reject(std::size_t row)
{
    const auto shown = draft();
    if (!shown || row >= shown->rows.size())
        return;
    m_parts.editor.editByProgram(tr("reject a suggestion for %1").arg(QString::fromStdString(m_tier)),
                                 [&](const engine::Annotation& annotation) {
                                     return rejectRow(annotation, video(), *shown, row,
                                                      QDateTime::currentMSecsSinceEpoch());
                                 });
}

void CompletionActions::discard()
{
    m_parts.editor.editByProgram(tr("throw suggestions for %1 away").arg(QString::fromStdString(m_tier)),
                                 [&](const engine::Annotation& annotation) {
                                     return removeCompletionDraft(annotation, video(), m_tier);
                                 });
}

}
