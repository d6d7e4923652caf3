#include "engine/erasure/erasure_plan.h"

#include "engine/annotation/project/project_file.h"
#include "engine/annotation/project/snapshots.h"
#include "engine/core/error.h"
#include "engine/core/segment_id.h"
#include "engine/erasure/erased_project.h"
#include "engine/erasure/erased_sequences.h"
#include "engine/model_files/model_card_file.h"
#include "engine/media/peak_cache.h"
#include "engine/project_items/face_items.h"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

namespace fs = std::filesystem;
using enum ErasureAction;

std::uintmax_t sizeOf(const fs::path& path)
{
    std::error_code error;
    if (!fs::is_directory(path, error)) {
        const std::uintmax_t bytes = fs::file_size(path, error);
        return error ? 0 : bytes;
    }
    std::uintmax_t bytes = 0;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(path, error)) {
        if (entry.is_regular_file(error))
            bytes += entry.file_size(error);
    }
    return bytes;
}

/// The words of a count: `3 segments`.
std::string counted(std::size_t count, const char* one, const char* many)
{
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

class Lister {
public:
    Lister(const ErasurePlaces& places, const Annotation& annotation, const OpenedSequences& dataset, std::string person,
           const RunContext& run)
        : m_places(places)
        , m_annotation(annotation)
        , m_dataset(dataset)
        , m_person(std::move(person))
        , m_names(erasedNames(m_person))
        , m_run(run)
    {
    }

    ErasurePlan list()
    {
        findVideos();
        addRecordings();
        addSequences();
        addLists();
        addProject();
        addVersions();
        addCaches();
        addModels();
        if (m_plan.rows.empty())
            throw FormatError("unknown_person", m_places.project.string(),
                              fmt::format("neither project nor dataset knows '{}'", m_person));
        return std::move(m_plan);
    }

private:
    void add(const fs::path& path, std::string what, std::string howFound, ErasureAction action, std::string detail,
             std::vector<std::size_t> counts = {})
    {
        m_plan.rows.push_back(
            {path, std::move(what), std::move(howFound), action, sizeOf(path), std::move(detail), std::move(counts)});
    }

    /// A video is the person's alone where no other speaker and no other named face is in it.
    void findVideos()
    {
        std::set<std::string> videos = m_dataset.ids;
        for (const DatasetList::Media& media : m_dataset.list.media)
            videos.insert(media.id);
        for (const auto& [key, item] : m_annotation.items()) {
            if (key.first == kFaceItems)
                videos.insert(key.second);
        }
        for (const std::string& video : videos) {
            const DatasetList::Media* media = m_dataset.list.mediaOf(video);
            const bool speaks = media && media->speaker == m_person;
            bool seen = false, others = media && !media->speaker.empty() && !speaks;
            for (const auto& [face, name] : faceCorrections(m_annotation, video).names) {
                seen = seen || name == m_person;
                others = others || (!name.empty() && name != m_person);
            }
            if (speaks || seen)
                (others ? m_plan.shared : m_plan.alone).insert(video);
            m_found[video] = speaks ? "speaker" : "face";
        }
    }

    void addRecordings()
    {
        for (const DatasetList::Media& media : m_dataset.list.media) {
            if (!m_plan.isHers(media.id))
                continue;
            std::vector<fs::path> files{media.file};
            files.insert(files.end(), media.otherCameras.begin(), media.otherCameras.end());
            for (const fs::path& file : files) {
                const bool isThere = fs::is_regular_file(file);
                if (!isThere)
                    add(file, "recording", m_found[media.id], Cannot, "is not there; a copy elsewhere is not reached");
                else if (m_plan.alone.contains(media.id))
                    add(file, "recording", m_found[media.id], Deleted, "nobody else is known in this recording");
                else
                    add(file, "recording", m_found[media.id], Masked, "others are in this recording: face and voice are hidden");
            }
        }
        for (const DatasetList::Media& media : m_dataset.list.media) {
            if (!m_plan.isHers(media.id) && !m_names.in(fs::path(media.file).filename().string()).empty())
                add(media.file, "file name", "name", Cannot, "the file's name says the person's; rename it and its place in the list");
        }
    }

    void addSequences()
    {
        for (const OpenedSequence& sequence : m_dataset.sequences) {
            const SequenceOccurrences found = occurrences(sequence, m_plan, m_names, m_run);
            if (!found.any())
                continue;
            const std::string detail
                = fmt::format("{}, {}", counted(found.entries.size(), "entry goes", "entries go"),
                              counted(found.texts.size(), "entry is written without the name", "entries are written without the name"));
            if (sequence.isCsd())
                add(sequence.file->path(), "sequence", "id", found.entries.empty() ? Rewritten : Cut, detail, {found.entries.size(), found.texts.size()});
            else
                add(sequence.file->path(), "table", "id", Cannot, "tables and packed files of other programs are not rewritten");
        }
    }

    void addLists()
    {
        for (const fs::path& list : m_places.lists) {
            std::ifstream stream(list);
            const std::string text{std::istreambuf_iterator<char>(stream), {}};
            const bool namesVideo = std::ranges::any_of(m_dataset.list.media, [&](const DatasetList::Media& media) {
                return m_plan.isHers(media.id);
            });
            if (namesVideo || !m_names.in(text).empty())
                add(list, "dataset list", namesVideo ? "id" : "name", Rewritten, "videos of the person alone, and the name, go");
        }
    }

    void addProject()
    {
        if (const ErasureCounts counts = occurrences(m_annotation, m_plan, m_names); counts.any())
            add(m_places.project, "project", "name, id", Cut,
                fmt::format("{} go, {} are written without the name, {} of other state change",
                            counted(counts.segments, "segment", "segments"), counted(counts.texts, "text", "texts"),
                            counted(counts.items, "piece", "pieces")),
                {counts.segments, counts.texts, counts.items});
        ProjectFile file = ProjectFile::open(m_places.project, ProjectFile::Access::ReadOnly);
        const History history = file.history();
        if (!history.steps.empty())
            add(m_places.project, "undo steps", "project", Deleted,
                fmt::format("{} may hold the person", counted(history.steps.size(), "step", "steps")), {history.steps.size()});
    }

    void addVersions()
    {
        for (const Snapshot& snapshot : snapshotsOf(m_places.project)) {
            std::vector<std::string> problems;
            ProjectFile file = ProjectFile::open(snapshot.file, ProjectFile::Access::ReadOnly);
            if (occurrences(file.load(problems), m_plan, m_names).any())
                add(snapshot.file, "earlier version", "name, id", Rewritten, "the version stays, without the person");
        }
        const fs::path folder = m_places.project.parent_path().empty() ? fs::path(".") : m_places.project.parent_path();
        const std::string stem = m_places.project.stem().string() + ".damaged-";
        std::error_code error;
        for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
            if (entry.path().filename().string().starts_with(stem))
                add(entry.path(), "damaged project", "project", Deleted, "a damaged file is not looked into");
        }
    }

    void addCaches()
    {
        const fs::path derived = fs::path(m_places.project).replace_extension(".snapshot");
        if (fs::exists(derived))
            add(derived, "cache", "project", Deleted, "derived sequences are made again");
        if (m_places.cache.empty() || (m_plan.alone.empty() && m_plan.shared.empty()))
            return;
        for (const DatasetList::Media& media : m_dataset.list.media) {
            if (!m_plan.isHers(media.id) || !fs::exists(media.file.path()))
                continue;
            const fs::path peaks = peakCacheFile(MediaFile(media.file.path(), m_dataset.zero), m_places.cache);
            if (fs::exists(peaks))
                add(peaks, "cache", "id", Deleted, "a waveform");
        }
        for (const char* kind : {"features", "snapshots", "recent"}) {
            const fs::path folder = m_places.cache / kind;
            if (fs::exists(folder) && !fs::is_empty(folder))
                add(folder, "cache", "all of a kind", Deleted, "pictures and features of whatever was open; made again when needed");
        }
    }

    void addModels()
    {
        std::set<fs::path> seen;
        for (const fs::path& folder : m_places.models) {
            std::error_code error;
            for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder, error)) {
                m_run.tick(0, 1);
                if (!seen.insert(fs::weakly_canonical(entry.path())).second)
                    continue;
                if (entry.path().filename().string().ends_with("record.json"))
                    addModel(entry.path());
                else if (entry.path().extension() == ".safetensors")
                    addWeights(entry.path());
            }
        }
    }

    /// A model whose card says of which videos it learnt.
    void addWeights(const fs::path& file)
    {
        try {
            std::size_t videos = 0;
            for (const auto& [fold, ids] : readModelCard(file).folds) {
                for (const std::string& id : ids)
                    videos += m_plan.isHers(videoOfSegment(id)) ? 1 : 0;
            }
            if (videos > 0)
                add(file, "model", "id", Cannot,
                    fmt::format("has learnt or was chosen by {} of the person; what it learnt stays until it is trained again",
                                counted(videos, "video", "videos")), {videos});
        } catch (const Error&) { // no model of ours
        }
    }

    void addModel(const fs::path& record)
    {
        std::ifstream stream(record);
        const nlohmann::json json = nlohmann::json::parse(stream, nullptr, false);
        if (!json.is_object() || !json.contains("folds") || !json["folds"].is_array())
            return;
        std::size_t segments = 0;
        for (const nlohmann::json& fold : json["folds"]) {
            if (!fold.is_object() || !fold.contains("ids") || !fold["ids"].is_array())
                continue;
            for (const nlohmann::json& id : fold["ids"])
                segments += id.is_string() && m_plan.isHers(videoOfSegment(id.get<std::string>())) ? 1 : 0;
        }
        if (segments > 0)
            add(record, "model", "record", Cannot,
                fmt::format("has learnt or was chosen by {} of the person; what it learnt stays until it is trained again",
                            counted(segments, "segment", "segments")), {segments});
    }

    const ErasurePlaces& m_places;
    const Annotation& m_annotation;
    const OpenedSequences& m_dataset;
    std::string m_person;
    HiddenNames m_names;
    const RunContext& m_run;
    std::map<std::string, std::string> m_found; ///< by video: how the person was found
    ErasurePlan m_plan;
};

}

std::string name(ErasureAction action)
{
    switch (action) {
    case Deleted:
        return "deleted";
    case Cut:
        return "cut";
    case Masked:
        return "masked";
    case Rewritten:
        return "rewritten";
    case Cannot:
        break;
    }
    return "cannot";
}

HiddenNames erasedNames(const std::string& person)
{
    HiddenNames names;
    names.add(person, kErasedName);
    return names;
}

ErasurePlan erasurePlan(const ErasurePlaces& places, const Annotation& annotation, const OpenedSequences& dataset,
                        const std::string& person, const RunContext& run)
{
    return Lister(places, annotation, dataset, person, run).list();
}

}
