#include "app/cameras/cameras.h"

#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/playback/player.h"
#include "app/tasks/tasks.h"
#include "engine/core/error.h"
#include "engine/project_items/time_zero.h"
#include "widgets/base/scale_number.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace app {

namespace {

constexpr double kUnknownFrame = 0.01; // seconds
constexpr double kSlack
    = 0.0006; // seconds that an offset may be rounded; else frames would flip at their edges

QString nameOf(const Camera& camera)
{
    return QString::fromStdString(camera.file.filename().string());
}

}

Cameras::Cameras(Document& document, Editor& editor, Tasks& tasks, Player& player, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_editor(editor)
    , m_tasks(tasks)
    , m_player(player)
{
    connect(&player, &Player::positionChanged, this, &Cameras::follow);
    connect(&document, &Document::projectChanged, this, &Cameras::read);
    connect(&document, &Document::itemsChanged, this, [this](const QString& kind) {
        if (kind == QLatin1String(kCameraItems) || kind == QLatin1String(engine::kFileItem))
            read();
    });
}

void Cameras::setVideo(const QString& video)
{
    m_video = video;
    read();
}

/// Feeds of files that are still there go on.
void Cameras::read()
{
    std::vector<Camera> others
        = camerasOf(m_document.annotation(), m_document.dataset(), m_video.toStdString(), m_projectFolder);
    others.insert(others.end(), m_participants.begin(), m_participants.end());
    if (others == m_others)
        return;
    std::vector<std::unique_ptr<Feed>> feeds;
    for (const Camera& camera : others) {
        const auto before = std::ranges::find(m_others, camera.file, &Camera::file);
        const auto index = static_cast<std::size_t>(before - m_others.begin());
        const bool isKept = before != m_others.end() && m_feeds[index];
        feeds.push_back(isKept ? std::move(m_feeds[index]) : std::make_unique<Feed>());
    }
    for (std::unique_ptr<Feed>& left : m_feeds)
        close(std::move(left));
    m_others = std::move(others);
    m_feeds = std::move(feeds);
    openShown();
    emit changed();
    follow();
}

void Cameras::setParticipants(std::vector<Camera> cameras, std::vector<Participant> people)
{
    const bool areNew = m_participants.empty() && !cameras.empty();
    m_participants = std::move(cameras);
    m_people = std::move(people);
    if (areNew)
        m_shown = kAll;
    read();
    emit pictureChanged();
}

void Cameras::setSpeaking(const std::vector<bool>& speaks)
{
    bool hasTurned = false;
    for (std::size_t i = 0; i < std::min(speaks.size(), m_people.size()); ++i)
        hasTurned = std::exchange(m_people[i].speaks, speaks[i]) != speaks[i] || hasTurned;
    if (hasTurned)
        emit pictureChanged();
}

void Cameras::setOwnJudged(bool isJudged)
{
    bool hasTurned = false;
    for (std::size_t i = 1; i < m_people.size(); ++i)
        hasTurned = std::exchange(m_people[i].isSmall, isJudged) != isJudged || hasTurned;
    if (hasTurned)
        emit pictureChanged();
}

Cameras::Participant Cameras::participant(int camera) const
{
    if (m_people.empty())
        return {};
    if (camera == 0)
        return m_people.front();
    const auto first = m_others.size() - m_participants.size();
    const auto other = static_cast<std::size_t>(camera) - 1;
    return other >= first && other - first + 1 < m_people.size() ? m_people[other - first + 1]
                                                                 : Participant();
}

/// It is kept until its file is closed, so that nobody waits for a slow frame.
void Cameras::close(std::unique_ptr<Feed> feed)
{
    std::erase_if(m_closing, [](const std::unique_ptr<Feed>& left) { return left->frames.isClosed(); });
    if (!feed)
        return;
    feed->frames.disconnect(this);
    feed->frames.open({});
    m_closing.push_back(std::move(feed));
}

int Cameras::shown() const
{
    if (m_shown == kAll)
        return m_others.empty() ? 0 : kAll;
    return m_shown <= static_cast<int>(m_others.size()) ? m_shown : 0;
}

void Cameras::show(int camera)
{
    m_shown = camera;
    openShown();
    emit changed();
    follow();
}

void Cameras::showNext()
{
    const int now = shown();
    const int last = static_cast<int>(m_others.size());
    show(now == kAll ? 0 : now == last && last > 0 ? kAll : std::min(now + 1, last));
}

/// Those that are not to be seen decode nothing.
void Cameras::openShown()
{
    for (std::size_t other = 0; other < m_others.size(); ++other) {
        Feed* feed = m_feeds[other].get();
        const bool isWanted = isShown(static_cast<int>(other) + 1);
        if (std::exchange(feed->isOpen, isWanted) == isWanted)
            continue;
        feed->image = {};
        feed->problem.clear();
        feed->frames.disconnect(this);
        feed->frames.open(isWanted ? QString::fromStdString(m_others[other].file.string()) : QString(),
                          timeZeroOf(m_document.annotation()));
        connect(&feed->frames, &FrameFeed::opened, this, [this] {
            follow();
            emit pictureChanged(); // now it is known when it recorded, even if nothing turns
        });
        connect(&feed->frames, &FrameFeed::frameReady, this, [this, feed](const QImage& image) {
            feed->image = image;
            emit pictureChanged();
        });
        connect(&feed->frames, &FrameFeed::failed, this, [this, feed](const QString& problem) {
            feed->problem = problem;
            emit pictureChanged();
            m_document.notices().say(problem);
        });
    }
}

/// In the file, at the player's position.
double Cameras::timeIn(std::size_t other) const
{
    return (m_player.position() - m_others[other].offset) * m_others[other].rate + kSlack;
}

/// Whether it was recording at the player's position.
bool Cameras::isWithin(std::size_t other) const
{
    const auto& info = m_feeds[other]->frames.info();
    return info && timeIn(other) >= 0.0 && timeIn(other) <= info->duration;
}

void Cameras::follow()
{
    bool hasTurned = false;
    for (std::size_t other = 0; other < m_others.size(); ++other) {
        Feed& feed = *m_feeds[other];
        const bool within = feed.isOpen && isWithin(other);
        hasTurned = std::exchange(feed.isWithin, within) != within || hasTurned;
        if (within)
            feed.frames.show(timeIn(other));
    }
    if (hasTurned)
        emit pictureChanged();
}

Cameras::Picture Cameras::picture(std::size_t other) const
{
    const Feed& feed = *m_feeds[other];
    const auto& info = feed.frames.info();
    const Participant who = participant(static_cast<int>(other) + 1);
    const QString name = who.name.isEmpty() ? nameOf(m_others[other]) : who.name;
    if (m_others[other].file.empty())
        return {{}, tr("No recording.")};
    if (!feed.problem.isEmpty())
        return {{}, feed.problem};
    if (info && !info->hasVideo)
        return {{}, tr("%1 has sound, but no picture.").arg(name)};
    if (info && timeIn(other) < 0.0)
        return {{}, tr("%1 begins at %2 s.").arg(name, widgets::shownNumber(m_others[other].offset, 3, 'f'))};
    if (info && !isWithin(other))
        return {{},
                tr("%1 ends at %2 s.")
                    .arg(name)
                    .arg(widgets::shownNumber(m_others[other].offset + info->duration, 3, 'f'))};
    return {feed.image, {}};
}

double Cameras::frameLength(std::size_t other) const
{
    return m_feeds[other]->frames.frameLength().value_or(kUnknownFrame);
}

bool Cameras::isSettled() const
{
    for (std::size_t other = 0; other < m_others.size(); ++other) {
        const Feed& feed = *m_feeds[other];
        const bool isThere = !feed.isOpen
            || (!feed.frames.isOpening() && (!isWithin(other) || feed.frames.hasShown(timeIn(other))));
        if (!isThere)
            return false;
    }
    return true;
}

void Cameras::add(const QString& path)
{
    if (m_video.isEmpty())
        return;
    const std::filesystem::path file = path.toStdString();
    const std::string video = m_video.toStdString();
    const auto* media = m_document.dataset().mediaOf(video);
    const bool isThere = (media && media->file == file)
        || std::ranges::find(m_others, file, &Camera::file) != m_others.end();
    if (isThere) {
        m_document.notices().say(tr("%1 is a camera of this video already.").arg(QFileInfo(path).fileName()));
        return;
    }
    m_tasks.start(
        tr("Looking at %1").arg(QFileInfo(path).fileName()), this,
        [file, video, folder = m_projectFolder](const engine::RunContext& run) {
            if (!engine::probeMedia(file).hasVideo)
                throw engine::IoError("no_video", file.string(), "has no picture");
            return engine::describe(file, folder, "media", cameraKey(video, file), run);
        },
        [this, video, folder = m_projectFolder](const engine::SourceFile& described) {
            if (folder != m_projectFolder)
                return; // another project was opened meanwhile
            const engine::SourceFile named = withFreeName(described, video);
            const bool done = m_editor.edit(
                tr("camera %1").arg(QString::fromStdString(described.relative.filename().string())),
                [&](const engine::Annotation& annotation) { return addCamera(annotation, named); });
            if (done && video == m_video.toStdString())
                show(kAll);
        });
}

/// Two files of one name are two cameras.
engine::SourceFile Cameras::withFreeName(engine::SourceFile file, const std::string& video) const
{
    const std::filesystem::path name = file.relative.filename();
    const auto isTaken = [&] {
        return std::ranges::find(m_others, file.name, &Camera::key) != m_others.end()
            || m_document.annotation().item(kCameraItems, file.name);
    };
    for (int number = 2; isTaken(); ++number)
        file.name = cameraKey(
            video, name.stem().string() + "-" + std::to_string(number) + name.extension().string());
    return file;
}

void Cameras::setOffset(std::size_t other, double seconds, int gesture)
{
    const Camera& camera = m_others.at(other);
    if (!camera.participant.empty()) {
        emit participantMoved(QString::fromStdString(camera.participant), seconds, gesture);
        return;
    }
    const QString name = tr("offset of %1").arg(nameOf(camera));
    const auto make = [camera, seconds](const engine::Annotation& annotation) {
        return putOffset(annotation, camera, seconds);
    };
    if (gesture == 0)
        m_editor.edit(name, make);
    else
        m_editor.gesture(gesture, name, make);
}

void Cameras::remove(std::size_t other)
{
    const Camera camera = m_others.at(other);
    m_editor.edit(tr("remove camera %1").arg(nameOf(camera)),
                  [&](const engine::Annotation& annotation) { return removeCamera(annotation, camera); });
}

}
