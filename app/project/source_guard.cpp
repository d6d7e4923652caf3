#include "app/project/source_guard.h"

#include "app/project/camera_items.h"
#include "engine/core/error.h"

#include <set>

namespace app {

namespace {

namespace fs = std::filesystem;
using engine::SourceFile;

/// Also false where that cannot be told.
bool isThere(const fs::path& path)
{
    std::error_code unknown;
    return fs::exists(path, unknown);
}

constexpr auto kMediaItems = "media";
constexpr auto kSequence = "sequence";

/// One that cannot be read is as good as missing; the others are looked at all the same.
engine::FileState stateOf(const SourceFile& file, const fs::path& folder, const engine::RunContext& run)
{
    try {
        return engine::check(file, folder, run);
    } catch (const engine::IoError&) {
        return engine::FileState::Missing;
    }
}

struct Findings {
    std::vector<SourceFile> missing;
    std::vector<SourceFile> changed;
};

}

SourceGuard::SourceGuard(Document& document, Jobs& jobs, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_jobs(jobs)
{
    connect(&document, &Document::tiersStored, this, &SourceGuard::noteFilesOf);
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

std::optional<SourceFile> SourceGuard::known(const char* role, const std::string& name) const
{
    SourceFile file;
    file.role = role;
    file.name = name;
    const engine::Item* item = m_document.annotation().item(engine::kFileItem, engine::keyOf(file));
    try {
        return item ? std::optional(engine::sourceFileOf(*item)) : std::nullopt;
    } catch (const engine::Error&) { // one that says nothing is known of no file
        return std::nullopt;
    }
}

/// Files that are gone from their place, and that the dataset has elsewhere now.
std::vector<SourceFile> SourceGuard::movedWithTheDataset() const
{
    std::vector<SourceFile> moved;
    const auto look = [&](std::optional<SourceFile> file, const fs::path& now) {
        if (!file || isThere(engine::placeOf(*file, folder())) || !isThere(now))
            return;
        file->relative = engine::relativeTo(folder(), now);
        moved.push_back(std::move(*file));
    };
    for (const auto& sequence : m_document.dataset().sequences)
        look(known(kSequence, sequence.name), sequence.file);
    for (const auto& media : m_document.dataset().media) {
        look(known(kMediaItems, media.id), media.file);
        for (const fs::path& camera : media.otherCameras)
            look(known(kMediaItems, cameraKey(media.id, camera)), camera);
    }
    return moved;
}

void SourceGuard::check()
{
    if (m_project.empty())
        return;
    put(movedWithTheDataset());
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
    m_jobs.start(
        tr("Looking at the project's files"), this,
        [files = std::move(files), folder = folder()](const engine::RunContext& run) {
            Findings findings;
            for (const SourceFile& file : files) {
                const engine::FileState state = stateOf(file, folder, run);
                if (state == engine::FileState::Missing)
                    findings.missing.push_back(file);
                else if (state == engine::FileState::Changed)
                    findings.changed.push_back(file);
            }
            return findings;
        },
        [this, project = m_project](const Findings& findings) {
            if (project == m_project && !(findings.missing.empty() && findings.changed.empty()))
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
        const auto* sequence
            = stored.contains(QString::fromStdString(tier.video)) ? dataset.sequence(tier.source) : nullptr;
        if (sequence)
            want(kSequence, sequence->name, sequence->file);
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
    m_jobs.start(
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

void SourceGuard::keep(const std::vector<SourceFile>& changed)
{
    m_jobs.start(
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

engine::DatasetList SourceGuard::withFoundFiles(engine::DatasetList dataset) const
{
    if (m_project.empty())
        return dataset;
    const auto find = [&](const std::optional<SourceFile>& file, fs::path& path) {
        const fs::path place = file ? engine::placeOf(*file, folder()) : fs::path();
        if (file && !isThere(path) && isThere(place))
            path = place;
    };
    for (auto& sequence : dataset.sequences)
        find(known(kSequence, sequence.name), sequence.file);
    for (auto& media : dataset.media) {
        find(known(kMediaItems, media.id), media.file);
        for (fs::path& camera : media.otherCameras)
            find(known(kMediaItems, cameraKey(media.id, camera)), camera);
    }
    return dataset;
}

void SourceGuard::locate(const std::vector<SourceFile>& missing, const fs::path& nowAt)
{
    m_jobs.start(
        tr("Looking for moved files"), this,
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
