#include "engine/audit/recording_audit.h"
#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/cli/polylogue_cli/commands.h"
#include "engine/cli/probing.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/faces/landmark_rows.h"
#include "engine/media/media_info.h"
#include "engine/sequences/dataset_list.h"
#include "engine/sequences/stored_features.h"
#include "engine/sequences/timed_features.h"

#include <algorithm>
#include <fmt/ranges.h>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <ranges>
#include <set>

namespace engine::cli {

namespace {

constexpr auto kLandmarks = "face_landmarks";
constexpr auto kFaceFrames = "face"; ///< a row for each frame that was looked at

struct AuditArguments {
    std::filesystem::path dataset;
    std::vector<std::string> videos; ///< none: all
    std::string words = "words";
    std::string labels = "labels";
    bool json = false;
};

std::string kindName(AuditKind kind)
{
    switch (kind) {
    case AuditKind::Gap:
        return "gap";
    case AuditKind::EmptyCell:
        return "empty_cell";
    case AuditKind::Collision:
        return "collision";
    case AuditKind::OutsideSegments:
        return "outside_segments";
    case AuditKind::OutsideMedia:
        return "outside_media";
    case AuditKind::Drift:
        return "drift";
    case AuditKind::SoundOffset:
        break;
    }
    return "sound_offset";
}

/// The sequences of a dataset, each walked by a child before it is opened.
class AuditedDataset {
public:
    explicit AuditedDataset(const AuditArguments& options)
        : m_options(options)
        , m_list(readDatasetList(datasetListOf(options.dataset)))
    {
        const std::unique_ptr<Prober> prober = makeProber();
        for (const DatasetList::Sequence& sequence : m_list.sequences) {
            if (sequence.file.extension() == ".csd")
                m_files.emplace(sequence.name, openProbed(sequence.file, *prober));
        }
        if (m_files.empty())
            throw FormatError("data_invalid", options.dataset.string(), "lists no sequences (.csd)");
        const AuditArguments usual;
        for (const auto& [given, otherwise] :
             {std::pair(&options.words, &usual.words), std::pair(&options.labels, &usual.labels)}) {
            if (*given != *otherwise && !m_files.contains(*given))
                throw FormatError("data_invalid", options.dataset.string(),
                                  fmt::format("lists no sequence {}; there are {}", *given,
                                              fmt::join(std::views::keys(m_files), ", ")));
        }
        const std::set<std::string> known = knownVideos();
        for (const std::string& video : options.videos) {
            if (!known.contains(video) && !m_list.mediaOf(video))
                throw FormatError("data_invalid", options.dataset.string(), "has no video " + video);
        }
    }

    std::set<std::string> videos() const
    {
        const std::set<std::string> wished(m_options.videos.begin(), m_options.videos.end());
        return wished.empty() ? knownVideos() : wished;
    }

    std::vector<AuditFinding> findingsOf(const std::string& video) const
    {
        const std::vector<Interval> words = intervalsOf(m_options.words, video);
        const std::vector<Interval> segments = intervalsOf(m_options.labels, video);
        std::map<std::string, std::vector<Interval>> rows;
        AuditInput input{words, segments, {}, 0.0, nullptr};
        for (const auto& [name, file] : m_files) {
            if (name == m_options.words || name == m_options.labels || holdsText(*file))
                continue;
            if (std::vector<Interval> own = intervalsOf(name, video); !own.empty())
                rows[name] = std::move(own);
        }
        for (const auto& [name, own] : rows)
            input.sequences.push_back({name, own, own.size() != words.size()});
        const DatasetList::Media* media = m_list.mediaOf(video);
        std::shared_ptr<const PeakPyramid> peaks;
        if (media) {
            const MediaInfo info = probeMedia(media->file);
            input.mediaEnd = info.duration;
            if (info.hasAudio)
                peaks = PeakPyramid::build(media->file);
        }
        std::vector<AuditFinding> findings = auditRecording(input, peaks.get());
        const std::optional<FaceTracks> faces = peaks ? facesOf(video) : std::nullopt;
        if (const auto late = faces ? soundOffsetFinding(*faces, *peaks) : std::nullopt)
            findings.push_back(*late);
        return findings;
    }

private:
    std::set<std::string> knownVideos() const
    {
        std::set<std::string> videos;
        for (const auto& [name, file] : m_files) {
            for (const std::string& id : file->ids())
                videos.insert(strippedId(id));
        }
        return videos;
    }

    static bool holdsText(const CsdFile& file)
    {
        return !file.ids().empty() && isText(file.shape(file.ids().front()).featureType);
    }

    /// Sorted by start; none where the sequence or the video is missing.
    std::vector<Interval> intervalsOf(const std::string& name, const std::string& video) const
    {
        std::vector<Interval> all;
        const auto file = m_files.find(name);
        if (file == m_files.end() || entriesOf(*file->second, video).empty())
            return all;
        all = readIntervals(*file->second, video);
        std::ranges::stable_sort(all, {}, &Interval::start);
        return all;
    }

    std::optional<FaceTracks> facesOf(const std::string& video) const
    {
        const auto file = m_files.find(kLandmarks);
        if (file == m_files.end() || entriesOf(*file->second, video).empty())
            return std::nullopt;
        const StoredFeatures rows(file->second, video);
        return tracksOf(intervalsOf(kFaceFrames, video), rows.intervals(),
                        [&](std::size_t first, std::size_t count) { return rows.read(first, count); });
    }

    const AuditArguments& m_options;
    DatasetList m_list;
    std::map<std::string, std::shared_ptr<const CsdFile>> m_files;
};

nlohmann::json jsonOf(const std::string& video, const AuditFinding& finding)
{
    nlohmann::json json{{"video", video},
                        {"kind", kindName(finding.kind)},
                        {"sequence", finding.sequence},
                        {"start", finding.where.start},
                        {"end", finding.where.end}};
    if (finding.kind == AuditKind::Drift || finding.kind == AuditKind::SoundOffset)
        json["shift"] = finding.shift;
    if (finding.kind == AuditKind::SoundOffset)
        json.update({{"error", finding.error}, {"doubtful", finding.isDoubtful}});
    return json;
}

void printFinding(const std::string& video, const AuditFinding& finding)
{
    const bool isShift = finding.kind == AuditKind::Drift || finding.kind == AuditKind::SoundOffset;
    say(stdout, "{}  {:16}  {:16}  {:9.3f}  {:9.3f}{}\n", video, kindName(finding.kind), finding.sequence,
        finding.where.start, finding.where.end,
        isShift ? fmt::format("  {:+.3f} s{}", finding.shift, finding.isDoubtful ? " (doubtful)" : "")
                : std::string());
}

int auditAll(const AuditArguments& options)
{
    const AuditedDataset dataset(options);
    const std::set<std::string> videos = dataset.videos();
    nlohmann::json json = nlohmann::json::array();
    std::size_t count = 0;
    for (const std::string& video : videos) {
        for (const AuditFinding& finding : dataset.findingsOf(video)) {
            ++count;
            if (options.json)
                json.push_back(jsonOf(video, finding));
            else
                printFinding(video, finding);
        }
    }
    if (options.json)
        fmt::print("{}\n", jsonText(json));
    else
        say(stdout, "{} findings in {} videos\n", count, videos.size());
    return 0;
}

}

void addAudit(CLI::App& program, Action& action)
{
    auto* command = program.add_subcommand(
        "audit",
        "Finds what may be wrong with the alignment of each video, as the window's audit in Align: "
        "gaps, empty words, collisions, times outside of segments and media, drift, late sound.");
    auto options = std::make_shared<AuditArguments>();
    command->add_option("DATASET", options->dataset, "dataset.json, or its folder")->required();
    command->add_option("--video", options->videos, "only these videos");
    command->add_option("--words", options->words, "the sequence of words")->capture_default_str();
    command->add_option("--labels", options->labels, "the sequence of labelled segments")
        ->capture_default_str();
    command->add_flag("--json", options->json, "the findings for machines");
    command->callback([options, &action] { action = [options] { return auditAll(*options); }; });
}

}
