#include "app/faces/faces.h"

#include "app/document/document.h"
#include "app/tasks/tasks.h"
#include "engine/dataset_opening/face_sequences.h"
#include "engine/project_items/face_items.h"
#include "widgets/base/theme.h"

#include <algorithm>
#include <utility>

namespace app {

Faces::Faces(Document& document, Tasks& tasks, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_reading(tasks)
{
    connect(&document, &Document::videoChanged, this, &Faces::read);
    connect(&document, &Document::itemsChanged, this, [this](const QString& kind) {
        if (kind != QLatin1String(engine::kFaceItems))
            return;
        if (corrections().steps == m_done.steps)
            emit changed(); // names, or whose measures count
        else
            read();
    });
}

void Faces::setDataset(std::shared_ptr<const OpenDataset> dataset)
{
    m_dataset = std::move(dataset);
    m_video.clear();
    forget();
}

bool Faces::datasetHasLandmarks() const
{
    return m_dataset && holdsLandmarks(*m_dataset);
}

bool Faces::hasLandmarks() const
{
    return m_dataset && m_document.hasVideo() && landmarksOf(*m_dataset, video());
}

void Faces::want(const QObject* who, bool wants)
{
    const bool was = !m_wanting.isEmpty();
    if (wants)
        m_wanting.insert(who);
    else
        m_wanting.remove(who);
    if (was != !m_wanting.isEmpty())
        read();
}

engine::FaceCorrections Faces::corrections() const
{
    return m_document.hasVideo() ? faceCorrections(m_document.annotation(), video())
                                 : engine::FaceCorrections();
}

std::string Faces::video() const
{
    const std::string id = m_document.hasVideo() ? m_document.video().id.toStdString() : std::string();
    const engine::Conversation* shared = m_dataset ? m_dataset->conversations.of(id) : nullptr;
    return shared && shared->media == engine::ConversationMedia::Picture ? shared->id : id;
}

void Faces::setKnown(std::map<std::size_t, Known> people)
{
    if (people == m_known)
        return;
    m_known = std::move(people);
    emit changed();
}

int Faces::colourOf(std::size_t person) const
{
    if (const auto known = m_known.find(person); known != m_known.end())
        return known->second.colour;
    constexpr std::size_t colours = widgets::Theme::kTrackColours - 1; // without grey
    return static_cast<int>((person + 1) % colours) + 1;
}

QString Faces::nameOf(std::size_t person) const
{
    const engine::FaceCorrections said = corrections();
    if (const auto name = said.names.find(person); name != said.names.end())
        return QString::fromStdString(name->second);
    const auto known = m_known.find(person);
    return known == m_known.end() ? tr("Person %1").arg(person + 1) : known->second.name;
}

/// What is shown stays until it is read anew, unless it is of another video.
void Faces::read()
{
    m_reading.abandon();
    const QString video = QString::fromStdString(this->video());
    m_isStale = true;
    if (video != m_video || m_wanting.isEmpty())
        forget();
    m_video = video;
    if (m_wanting.isEmpty() || video.isEmpty() || !m_dataset) {
        m_isStale = !video.isEmpty();
        return;
    }
    const engine::FaceCorrections said = corrections();
    m_reading.start(
        tr("Reading the faces"),
        [dataset = m_dataset, id = video.toStdString(), said,
         offsets = sequenceOffsets(m_document.annotation(), video.toStdString())](
            const engine::RunContext& run) -> Read {
            auto tracks
                = std::make_shared<const engine::FaceTracks>(readFaces(*dataset, id, said, offsets, run));
            std::vector<engine::FaceLane> lanes = engine::faceLanes(*tracks);
            return {tracks->people.empty() ? nullptr : std::move(tracks), std::move(lanes)};
        },
        [this, said](const Read& faces) {
            m_done = said;
            m_isStale = false;
            m_tracks = faces.tracks;
            m_lanes = faces.lanes;
            emit changed();
        });
}

void Faces::forget()
{
    m_lanes.clear();
    if (std::exchange(m_tracks, nullptr))
        emit changed();
}

std::vector<Faces::Seen> Faces::at(double seconds) const
{
    std::vector<Seen> seen;
    if (!m_tracks)
        return seen;
    constexpr double rounding = 1e-4; // of times in files
    const std::vector<engine::Interval>& frames = m_tracks->frames;
    const auto after = std::ranges::upper_bound(frames, seconds + rounding, {}, &engine::Interval::start);
    if (after == frames.begin() || seconds > std::prev(after)->end + rounding)
        return seen;
    const auto frame = static_cast<std::uint32_t>(std::prev(after) - frames.begin());
    for (const engine::FacePerson& person : m_tracks->people) {
        const auto sight = std::ranges::lower_bound(person.sights, frame, {}, &engine::StoredSight::frame);
        if (sight != person.sights.end() && sight->frame == frame)
            seen.push_back({person.id, &*sight});
    }
    std::ranges::sort(seen, {}, &Seen::person);
    return seen;
}

}
