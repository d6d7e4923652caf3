#include "app/project/source_guard.h"

#include "app/project/camera_items.h"
#include "engine/core/error.h"
#include "engine/core/stored_bytes.h"
#include "engine/packed/packed_file.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace app {

namespace {

namespace fs = std::filesystem;
using engine::SourceFile;

/// Also false where that cannot be told.
bool isThere(const fs::path& path)
{
    std::error_code unknown;
    return fs::exists(path, unknown) || engine::storedBytesIfAny(path);
}

constexpr auto kMediaItems = "media";
constexpr auto kSequence = "sequence";
constexpr fs::file_time_type kNotOver = fs::file_time_type::max(); // the end of a writing that goes on

/// One that cannot be read is as good as missing; the others are looked at all the same.
engine::SourceState stateOf(const SourceFile& file, const fs::path& folder, const engine::RunContext& run)
{
    try {
        return engine::check(file, folder, run);
    } catch (const engine::IoError&) {
        return engine::SourceState::Missing;
    }
}

/// A file of the dataset with the project's record of it.
struct Place {
    SourceFile known;
    fs::path now; ///< where the dataset has it
};

/// The files of the dataset that are among those that the project knows.
std::vector<Place> placesOf(const engine::DatasetList& dataset, const std::vector<SourceFile>& known)
{
    std::map<std::string, const SourceFile*> byKey;
    for (const SourceFile& file : known)
        byKey.emplace(engine::keyOf(file), &file);
    std::vector<Place> places;
    if (known.empty())
        return places;
    const auto add = [&](const char* role, const std::string& name, const fs::path& now) {
        SourceFile sought;
        sought.role = role;
        sought.name = name;
        if (const auto file = byKey.find(engine::keyOf(sought)); file != byKey.end())
            places.push_back({*file->second, now});
    };
    for (const auto& sequence : dataset.sequences)
        add(kSequence, sequence.name, sequence.file);
    for (const auto& media : dataset.media) {
        add(kMediaItems, media.id, media.file);
        for (const fs::path& camera : media.otherCameras)
            add(kMediaItems, cameraKey(media.id, camera), camera);
    }
    return places;
}

struct Findings {
    std::vector<SourceFile> missing;
    std::vector<SourceFile> changed;
    std::vector<SourceFile> ours; ///< changed by this program
};

}

SourceGuard::SourceGuard(Document& document, Tasks& tasks, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_tasks(tasks)
    , m_findingMoved(tasks)
    , m_looking(tasks)
    , m_findingFiles(tasks)
    , m_locating(tasks)
{
    connect(&document, &Document::tiersStored, this, &SourceGuard::noteFilesOf);
}

void SourceGuard::setProject(const fs::path& project)
{
    if (m_project != project)
        m_written.clear();
    m_project = project;
}

fs::path SourceGuard::folder() const
{
    return m_project.parent_path();
}

std::vector<SourceFile> SourceGuard::known() const
{
    std::vector<SourceFile> files;
    for (const auto& [key, item] : m_document.annotation().items()) {
        try {
            if (item.kind == engine::kFileItem)
                files.push_back(engine::sourceFileOf(item));
        } catch (const engine::Error&) { // one that says nothing is known of no file
        }
    }
    return files;
}

/// Files that are gone from their place, and that the dataset has elsewhere now, are noted there first.
void SourceGuard::check()
{
    if (m_project.empty())
        return;
    m_findingMoved.start(
        tr("Looking for moved files"),
        [dataset = m_document.dataset(), known = known(), folder = folder()](const engine::RunContext&) {
            std::vector<SourceFile> moved;
            for (const Place& place : placesOf(dataset, known)) {
                if (isThere(engine::placeOf(place.known, folder)) || !isThere(place.now))
                    continue;
                moved.push_back(place.known);
                moved.back().relative = engine::relativeTo(folder, place.now);
            }
            return moved;
        },
        [this, project = m_project](const std::vector<SourceFile>& moved) {
            if (project != m_project)
                return;
            put(moved);
            lookAtAll();
        });
}

void SourceGuard::lookAtAll()
{
    std::set<std::string> videos;
    for (const auto& [id, tier] : m_document.annotation().tiers())
        videos.insert(tier.video);
    QStringList annotated;
    for (const std::string& video : videos)
        annotated << QString::fromStdString(video);
    noteFilesOf(annotated); // what was not summed before the window closed
    std::vector<SourceFile> files = known();
    if (files.empty())
        return;
    m_looking.start(
        tr("Looking at the project's files"),
        [files = std::move(files), folder = folder(), written = m_written](const engine::RunContext& run) {
            const auto isOurs = [&](const SourceFile& file) {
                const fs::path place = engine::placeOf(file, folder).lexically_normal();
                const auto known = written.find(place);
                std::error_code unknown;
                const fs::file_time_type time = known == written.end() ? fs::file_time_type::min()
                                                                       : fs::last_write_time(place, unknown);
                return known != written.end() && !unknown && time >= known->second.since
                    && time <= known->second.until;
            };
            Findings findings;
            for (const SourceFile& file : files) {
                const engine::SourceState state = stateOf(file, folder, run);
                if (state == engine::SourceState::Missing)
                    findings.missing.push_back(file);
                else if (state == engine::SourceState::Changed)
                    (isOurs(file) ? findings.ours : findings.changed).push_back(file);
            }
            return findings;
        },
        [this, project = m_project](const Findings& findings) {
            if (project != m_project)
                return;
            if (!findings.ours.empty())
                keep(findings.ours);
            if (!findings.missing.empty() || !findings.changed.empty())
                emit found(findings.missing, findings.changed);
        });
}

/// Words and labels of these videos became part of the project: what they were read from is noted with its
/// sum.
void SourceGuard::noteFilesOf(const QStringList& videos)
{
    if (m_project.empty() || videos.empty())
        return;
    std::set<std::tuple<std::string, std::string, fs::path>> files;
    const auto want = [&](const std::string& role, const std::string& name, const fs::path& path) {
        if (!m_document.annotation().item(engine::kFileItem, role + "/" + name))
            files.emplace(role, name, path);
    };
    const engine::DatasetList& dataset = m_document.dataset();
    const std::set<QString> stored(videos.begin(), videos.end());
    for (const auto& [id, tier] : m_document.annotation().tiers()) {
        if (!stored.contains(QString::fromStdString(tier.video)))
            continue;
        if (const auto* sequence = dataset.sequence(tier.source)) {
            want(kSequence, sequence->name, sequence->file);
            continue;
        }
        for (const auto& sequence : dataset.sequences) { // a packed file holds several
            if (!tier.source.empty() && engine::isPackedFile(sequence.file))
                want(kSequence, sequence.name, sequence.file);
        }
    }
    for (const QString& video : videos) {
        const auto* media = dataset.mediaOf(video.toStdString());
        if (!media)
            continue;
        want(kMediaItems, media->id, media->file);
        for (const fs::path& camera : media->otherCameras)
            want(kMediaItems, cameraKey(media->id, camera), camera);
    }
    if (files.empty())
        return;
    const auto more = static_cast<int>(videos.size() - 1);
    m_tasks.start(
        more == 0 ? tr("Summing the files of %1").arg(videos.front())
                  : tr("Summing the files of %1 and %n more", nullptr, more).arg(videos.front()),
        this,
        [files = std::move(files), folder = folder()](const engine::RunContext& run) {
            std::vector<SourceFile> described;
            for (const auto& [role, name, path] : files) {
                try {
                    described.push_back(engine::describe(path, folder, role, name, run));
                } catch (const engine::IoError&) { // missing, or being written: looked at when it is opened
                                                   // the next time
                }
            }
            return described;
        },
        [this, project = m_project](const std::vector<SourceFile>& described) {
            if (project == m_project)
                put(described);
        });
}

void SourceGuard::put(const std::vector<SourceFile>& files)
{
    for (const SourceFile& file : files)
        m_document.note(engine::itemOf(file));
}

void SourceGuard::expect(const std::vector<fs::path>& written, fs::file_time_type since, bool goesOn)
{
    const fs::file_time_type until = goesOn ? kNotOver : fs::file_time_type::clock::now();
    for (const fs::path& file : written)
        m_written[file.lexically_normal()] = {since, until};
}

void SourceGuard::keep(const std::vector<SourceFile>& changed)
{
    m_tasks.start(
        tr("Summing the changed files"), this,
        [changed, folder = folder()](const engine::RunContext& run) {
            std::vector<SourceFile> described;
            described.reserve(changed.size());
            for (const SourceFile& file : changed)
                described.push_back(
                    engine::describe(engine::placeOf(file, folder), folder, file.role, file.name, run));
            return described;
        },
        [this, project = m_project](const std::vector<SourceFile>& described) {
            if (project == m_project)
                put(described);
        });
}

void SourceGuard::findFiles(engine::DatasetList dataset, const std::function<void(engine::DatasetList)>& then)
{
    std::vector<SourceFile> files = m_project.empty() ? std::vector<SourceFile>() : known();
    if (files.empty()) {
        then(std::move(dataset));
        return;
    }
    m_findingFiles.start(
        tr("Looking for the dataset's files"),
        [dataset = std::move(dataset), files = std::move(files),
         folder = folder()](const engine::RunContext&) {
            std::map<fs::path, fs::path> found;
            for (const Place& place : placesOf(dataset, files)) {
                const fs::path known = engine::placeOf(place.known, folder);
                if (!isThere(place.now) && isThere(known))
                    found.emplace(place.now, known);
            }
            const auto find = [&found](auto& path) {
                if (const auto elsewhere = found.find(path); elsewhere != found.end())
                    path = elsewhere->second;
            };
            engine::DatasetList now = dataset;
            if (found.empty())
                return now;
            for (auto& sequence : now.sequences)
                find(sequence.file);
            for (auto& media : now.media.edit()) {
                find(media.file);
                std::ranges::for_each(media.otherCameras, find);
            }
            return now;
        },
        [this, then, project = m_project](engine::DatasetList now) {
            if (project == m_project)
                then(std::move(now));
        });
}

void SourceGuard::locate(const std::vector<SourceFile>& missing, const fs::path& nowAt)
{
    m_locating.start(
        tr("Looking for moved files"),
        [missing, nowAt, folder = folder()](const engine::RunContext& run) {
            return engine::findMoved(missing, engine::keyOf(missing.front()), nowAt, folder, run);
        },
        [this, missing, project = m_project](const std::map<std::string, fs::path>& places) {
            if (project != m_project)
                return;
            std::vector<SourceFile> moved;
            QStringList stillMissing;
            for (SourceFile file : missing) {
                const auto place = places.find(engine::keyOf(file));
                if (place == places.end()) {
                    stillMissing << QString::fromStdString(file.relative.filename().string());
                    continue;
                }
                file.relative = engine::relativeTo(folder(), place->second);
                moved.push_back(file);
            }
            put(moved);
            emit relocated(stillMissing);
        });
}

}
