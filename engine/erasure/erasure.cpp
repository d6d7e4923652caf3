#include "engine/erasure/erasure.h"

#include "engine/annotation/project/project_file.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/segment_id.h"
#include "engine/core/sha256.h"
#include "engine/core/text_file.h"
#include "engine/core/window_lock.h"
#include "engine/erasure/erased_project.h"
#include "engine/erasure/erased_recording.h"
#include "engine/erasure/erased_sequences.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/dataset_list.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <random>

namespace engine {

namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

Annotation loaded(const fs::path& project)
{
    std::vector<std::string> problems;
    Annotation annotation = ProjectFile::open(project, ProjectFile::Access::ReadOnly).load(problems);
    if (!problems.empty())
        throw FormatError("damaged", project.string(),
                          "is damaged, so nothing is erased: " + problems.front());
    return annotation;
}

std::string sumOf(const fs::path& file)
{
    std::error_code error;
    return fs::is_regular_file(file, error) ? hexadecimal(sha256OfFile(file)) : std::string();
}

std::string salt()
{
    std::random_device random;
    std::string text;
    for (int i = 0; i < 4; ++i)
        text += fmt::format("{:08x}", random());
    return text;
}

class Eraser {
public:
    Eraser(const ErasurePlaces& places, std::string person, const OpenedSequences& dataset,
           const RunContext& run)
        : m_places(places)
        , m_person(std::move(person))
        , m_names(erasedNames(m_person))
        , m_dataset(dataset)
        , m_run(run)
        , m_annotation(loaded(places.project))
        , m_plan(erasurePlan(places, m_annotation, dataset, m_person, run))
    {
    }

    /// What knows whose videos these are goes last, so that whatever is interrupted is found again.
    void run()
    {
        for (const char* what : {"cache", "damaged project", "earlier version", "sequence", "recording"}) {
            for (const ErasureRow& row : m_plan.rows) {
                if (row.what == what)
                    erase(row);
            }
        }
        const bool hasProject = std::ranges::any_of(m_plan.rows, [](const ErasureRow& row) {
            return row.what == "project" || row.what == "undo steps";
        });
        if (hasProject)
            eraseProject(false);
        for (const ErasureRow& row : m_plan.rows) {
            if (row.what == "dataset list")
                erase(row);
        }
        if (hasProject)
            eraseProject(true);
    }

    const ErasurePlan& plan() const { return m_plan; }

    std::string record(const std::string& date, const std::vector<ErasureRow>& left) const
    {
        ordered_json rows = ordered_json::array();
        for (const ErasureRow& row : m_plan.rows) {
            const auto before = m_before.find(row.path);
            rows.push_back({{"path", m_names.without(row.path.string())},
                            {"what", row.what},
                            {"how_found", row.howFound},
                            {"action", name(row.action)},
                            {"bytes", row.bytes},
                            {"detail", row.detail},
                            {"sha256_before", before == m_before.end() ? std::string() : before->second},
                            {"sha256_after", sumOf(row.path)}});
        }
        const std::string salted = salt();
        Sha256 hash;
        const std::string whole = salted + m_person;
        hash.add(whole.data(), whole.size());
        return jsonText(ordered_json{{"format", 1},
                                     {"date", date},
                                     {"salt", salted},
                                     {"person_sha256", hexadecimal(hash.digest())},
                                     {"rows", rows},
                                     {"left", left.size()}},
                        1)
            + '\n';
    }

    void keepSums()
    {
        for (const ErasureRow& row : m_plan.rows)
            m_before.emplace(row.path, sumOf(row.path));
    }

private:
    void erase(const ErasureRow& row)
    {
        m_run.tick(m_done++, m_plan.rows.size());
        if (row.action == ErasureAction::Cannot)
            return;
        std::error_code error;
        if (row.action == ErasureAction::Deleted)
            fs::remove_all(row.path, error);
        else if (row.what == "earlier version")
            rewriteProject(row.path, withoutPerson(loaded(row.path), m_plan, m_names));
        else if (row.what == "sequence")
            eraseSequence(row.path);
        else if (row.what == "recording")
            eraseRecording(row.path);
        else if (row.what == "dataset list")
            eraseList(row.path);
        if (error)
            throw IoError("io", row.path.string(), "cannot be removed: " + error.message());
    }

    void eraseSequence(const fs::path& file)
    {
        for (const OpenedSequence& sequence : m_dataset.sequences) {
            if (sequence.isCsd() && sequence.file->path() == file)
                rewriteSequence(sequence, occurrences(sequence, m_plan, m_names, m_run), m_names, m_run);
        }
    }

    void eraseRecording(const fs::path& file)
    {
        for (const DatasetList::Media& media : m_dataset.list.media) {
            const bool isCamera = std::ranges::find(media.otherCameras, file) != media.otherCameras.end();
            if (m_plan.shared.contains(media.id) && (media.file.path() == file || isCamera))
                m_moved[file] = maskPerson(m_annotation, m_dataset, media.id, m_person, file, m_run);
        }
    }

    /// @param whole  false: faces keep their names, by which the person's videos are known until all else is
    /// done
    void eraseProject(bool whole)
    {
        Annotation erased = withoutPerson(m_annotation, m_plan, m_names);
        if (!whole) {
            Annotation::Items items = erased.items();
            for (const auto& [key, item] : m_annotation.items()) {
                if (key.first == "faces")
                    items.insert_or_assign(key, item);
            }
            erased = Annotation(erased.tiers(), erased.segments(), std::move(items));
        }
        rewriteProject(m_places.project, erased);
    }

    /// A list that the program writes as others do: by its own reader and writer.
    void eraseList(const fs::path& file)
    {
        DatasetList list = readDatasetList(file);
        std::vector<DatasetList::Media> media;
        for (DatasetList::Media one : list.media) {
            if (m_plan.alone.contains(one.id))
                continue;
            one.speaker = m_names.without(one.speaker);
            one.credit = m_names.without(one.credit);
            if (const auto moved = m_moved.find(one.file.path()); moved != m_moved.end()) {
                one.file = moved->second;
                one.facts = {};
            }
            media.push_back(std::move(one));
        }
        list.media = MediaList(std::move(media));
        for (auto& [fold, ids] : list.folds)
            std::erase_if(ids,
                          [&](const std::string& id) { return m_plan.alone.contains(videoOfSegment(id)); });
        for (DatasetList::Sequence& sequence : list.sequences) {
            const bool isRewritten = std::ranges::any_of(m_plan.rows, [&](const ErasureRow& row) {
                return row.what == "sequence" && row.path == sequence.file;
            });
            if (isRewritten) {
                sequence.facts.size.reset();
                sequence.facts.sha256.reset();
            }
        }
        list.more = withoutName(list.more);
        writeDatasetList(list, file);
    }

    ordered_json withoutName(const ordered_json& value) const
    {
        if (value.is_string())
            return m_names.without(value.get<std::string>());
        ordered_json result = value;
        if (value.is_structured()) {
            for (auto& part : result)
                part = withoutName(part);
        }
        return result;
    }

    const ErasurePlaces& m_places;
    std::string m_person;
    HiddenNames m_names;
    const OpenedSequences& m_dataset;
    const RunContext& m_run;
    Annotation m_annotation;
    ErasurePlan m_plan;
    std::map<fs::path, std::string> m_before;
    std::map<fs::path, fs::path> m_moved;
    std::size_t m_done = 0;
};

/// What is found once more, without what cannot be erased.
std::vector<ErasureRow> leftRows(const ErasurePlaces& places, const OpenedSequences& dataset,
                                 const std::string& person, const RunContext& run)
{
    std::vector<ErasureRow> rows;
    try {
        rows = erasurePlan(places, loaded(places.project), dataset, person, run).rows;
    } catch (const FormatError& error) {
        if (error.code() != "unknown_person")
            throw;
    }
    std::erase_if(rows, [](const ErasureRow& row) { return row.action == ErasureAction::Cannot; });
    return rows;
}

}

ErasureReport erasePerson(const ErasurePlaces& places, const std::string& person, const std::string& date,
                          const OpenedSequences& dataset, const RunContext& run)
{
    if (isOpenInWindow(places.project))
        throw IoError("in_use", places.project.string(),
                      "is open in a window, or was when another machine stopped; close it there first ("
                          + places.project.string() + ".lock)");
    Eraser eraser(places, person, dataset, run);
    eraser.keepSums();
    eraser.run();
    ErasureReport report;
    report.done = eraser.plan().rows;
    OpenedSequences again = dataset; // the files as they are now
    again.list.media = MediaList();
    for (const fs::path& list : places.lists) {
        for (const DatasetList::Media& media : readDatasetList(list).media)
            again.list.media.push_back(media);
    }
    again.ids.clear();
    for (OpenedSequence& sequence : again.sequences) {
        if (sequence.isCsd()) {
            sequence.file = std::make_shared<const CsdFile>(sequence.file->path());
            again.ids.insert(sequence.file->ids().begin(), sequence.file->ids().end());
        }
    }
    report.left = leftRows(places, again, person, run);
    report.record = places.project.parent_path() / fmt::format("erasure-{}.json", date);
    for (int number = 2; fs::exists(report.record); ++number)
        report.record = places.project.parent_path() / fmt::format("erasure-{}-{}.json", date, number);
    writeTextFile(report.record, eraser.record(date, report.left)).commit();
    return report;
}

}
