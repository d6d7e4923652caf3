#include "app/conversation/conversation_in_sight.h"

#include "app/document/document.h"
#include "app/video/video_opener.h"
#include "engine/project_items/conversation_items.h"
#include "engine/project_items/face_items.h"

#include <utility>

namespace app {

namespace {

constexpr int kBurst = 300; // ms

std::vector<engine::Interval> spansOf(const engine::Annotation& annotation, engine::TierId tier)
{
    std::vector<engine::Interval> spans;
    for (const engine::IntervalIndex::Entry& entry : annotation.byTime(tier).all()) {
        const engine::Segment& segment = *annotation.segment(entry.id);
        spans.push_back({segment.start.seconds(), segment.end.seconds()});
    }
    return spans;
}

}

ConversationInSight::ConversationInSight(Document& document, VideoOpener& videos, Tasks& tasks,
                                         QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_videos(videos)
    , m_task(tasks)
{
    m_again.setSingleShot(true);
    m_again.setInterval(kBurst);
    connect(&m_again, &QTimer::timeout, this, &ConversationInSight::read);
    const auto readAgain = [this] {
        if (m_data)
            m_again.start();
    };
    connect(&document, &Document::videoChanged, this, &ConversationInSight::read);
    connect(&document, &Document::datasetChanged, this, &ConversationInSight::forget);
    connect(&document, &Document::projectChanged, this, &ConversationInSight::forget);
    const auto note = [this, readAgain](const QString& video) {
        m_changed.insert(video.toStdString());
        readAgain();
    };
    connect(&document, &Document::wordsChanged, this, note);
    connect(&document, &Document::labelsChanged, this, note);
    connect(&document, &Document::tierChanged, this, [note](const QString& video, const QString& tier) {
        if (tier == QLatin1String(kTurnsTier))
            note(video);
    });
    connect(&document, &Document::itemsChanged, this, [readAgain](const QString& kind) {
        if (kind == QLatin1String(engine::kConversationItems) || kind == QLatin1String(engine::kFaceItems))
            readAgain();
    });
}

std::optional<engine::Conversation> ConversationInSight::conversation() const
{
    const auto& dataset = m_videos.dataset();
    if (!dataset || !m_document.hasVideo())
        return std::nullopt;
    const engine::Conversation* found = dataset->conversations.of(m_document.video().id.toStdString());
    return found ? std::optional(asChanged(m_document.annotation(), *found)) : std::nullopt;
}

std::vector<engine::Conversation> ConversationInSight::all() const
{
    std::vector<engine::Conversation> conversations;
    if (const auto& dataset = m_videos.dataset()) {
        for (const engine::Conversation& each : dataset->conversations.all())
            conversations.push_back(asChanged(m_document.annotation(), each));
    }
    return conversations;
}

void ConversationInSight::forget()
{
    m_again.stop();
    m_task.abandon();
    m_video.clear();
    m_filed.reset();
    m_filedDataset.reset();
    if (std::exchange(m_data, nullptr))
        emit changed();
}

/// What the project has of words, labels and turns; what nobody edited is read from the files.
ProjectSpeech ConversationInSight::projectSpeech(const engine::Conversation& conversation) const
{
    ProjectSpeech speech;
    const engine::Annotation& annotation = m_document.annotation();
    speech.faces = engine::faceCorrections(annotation, conversation.id);
    for (const engine::ConversationParticipant& who : conversation.participants) {
        ProjectSpeech::Person& person = speech.people.emplace_back();
        const std::string entry = conversation.entryOf(who);
        if (m_document.hasOwnWords(entry))
            person.words = m_document.ownWords(entry).text;
        person.labels = m_document.ownLabels(entry);
        for (const engine::Tier* tier : annotation.tiersOf(entry)) {
            if (tier->name == kTurnsTier && tier->kind == engine::TierKind::Interval)
                person.turns = spansOf(annotation, tier->id);
        }
    }
    return speech;
}

void ConversationInSight::read()
{
    m_again.stop();
    const std::optional<engine::Conversation> found = conversation();
    if (!found) {
        forget();
        return;
    }
    const QString video = m_document.video().id;
    if (std::exchange(m_video, video) != video) {
        m_changed.clear();
        if (std::exchange(m_data, nullptr))
            emit changed();
    }
    const EarlierReading earlier{m_data, m_changed, m_filedDataset == m_videos.dataset() ? m_filed : nullptr};
    m_task.start(
        tr("Reading the conversation"),
        [dataset = m_videos.dataset(), conversation = *found, video = video.toStdString(),
         speech = projectSpeech(*found), earlier](const engine::RunContext& run) {
            return std::make_shared<const ConversationData>(
                readConversation(*dataset, conversation, video, speech, earlier, run));
        },
        [this, dataset = m_videos.dataset()](std::shared_ptr<const ConversationData> data) {
            for (const QString& warning : data->warnings)
                m_document.notices().say(warning);
            m_data = std::move(data);
            m_filed = m_data->filed;
            m_filedDataset = dataset;
            if (!m_again.isActive()) // else more changed meanwhile, and is read soon
                m_changed.clear();
            emit changed();
        });
}

void ConversationInSight::showParticipant(std::size_t person, double windowSeconds)
{
    if (!m_data || person >= m_data->conversation.participants.size() || m_data->hand == person)
        return;
    const engine::ConversationParticipant& who = m_data->conversation.participants[person];
    const double moment = m_data->time.toConversation(windowSeconds);
    m_videos.openAt(QString::fromStdString(m_data->conversation.entryOf(who)),
                    std::max(0.0, who.time.inFile(moment)));
}

}
