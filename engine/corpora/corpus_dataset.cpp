#include "engine/corpora/corpus_dataset.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/seeded_shuffle.h"
#include "engine/core/utf8.h"
#include "engine/corpora/corpus_rows.h"
#include "engine/corpora/path_pattern.h"
#include "engine/media/media_info.h"
#include "engine/sequences/csd_writer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <numeric>
#include <random>
#include <regex>
#include <set>

namespace engine {

namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

constexpr std::array<const char*, 3> kFolds{"train", "valid", "test"};

/// All that the corpus says of a clip, or of a whole recording.
struct Clip {
    std::string video;
    std::optional<Interval> span;
    std::string text, className, fold;
    std::map<std::string, double> values;
};

/// Collects what the parts of one corpus say.
class CorpusReader {
public:
    CorpusReader(const fs::path& folder, const std::vector<fs::path>& files, ordered_json layout,
                 const std::vector<WantedLabel>& labels, const RunContext& run)
        : m_folder(folder)
        , m_files(files)
        , m_layout(std::move(layout))
        , m_wanted(labels)
        , m_run(run)
        , m_classes(m_layout.value("classes", std::vector<std::string>()))
        , m_values(m_layout.value("values", std::vector<std::string>()))
    {
        if (!m_layout.contains("rows") || !m_layout["rows"].is_array())
            m_layout["rows"] = ordered_json::array();
        for (const WantedLabel& label : labels) {
            m_values.push_back(label.name);
            if (m_layout["rows"].empty())
                throw FormatError("bad_config", "--label", "is for layouts with a table");
            m_layout["rows"].front()["columns"][label.name] = label.name;
        }
    }

    CorpusDataset read()
    {
        m_made.list.root = m_folder;
        noteRefused();
        addMedia();
        addRows();
        if (m_made.list.media.empty())
            throw FormatError("data_invalid", m_folder.string(),
                              "has no recording where this layout looks for them: " + patternsOf("media"));
        settleSpans();
        writeLabels();
        writeSentences();
        settleFolds();
        return std::move(m_made);
    }

private:
    std::string patternsOf(const char* field) const
    {
        return jsonText(m_layout.value(field, ordered_json()));
    }

    std::vector<fs::path> matching(const ordered_json& patterns) const
    {
        std::vector<fs::path> found;
        const ordered_json list = patterns.is_array() ? patterns : ordered_json::array({patterns});
        for (const fs::path& file : m_files) {
            const std::string path = file.lexically_relative(m_folder).generic_string();
            if (std::ranges::any_of(list, [&](const ordered_json& pattern) {
                    return pattern.is_string() && fitsPattern(path, pattern.get<std::string>());
                }))
                found.push_back(file);
        }
        return found;
    }

    void noteRefused()
    {
        for (const ordered_json& refused : m_layout.value("refused", ordered_json::array())) {
            for (const fs::path& file : matching(refused.at("files")))
                m_made.notes.push_back(file.string() + " " + refused.at("because").get<std::string>());
        }
    }

    void addMedia()
    {
        for (const fs::path& file : matching(m_layout.value("media", ordered_json::array())))
            addRecording(file);
    }

    void addRecording(const fs::path& file)
    {
        const bool isFolder = m_layout.value("id", "stem") == "folder";
        DatasetList::Media media{isFolder ? file.parent_path().filename().string() : file.stem().string(),
                                 file, "", ""};
        const DatasetList::Media* const other = m_made.list.mediaOf(media.id);
        if (other && other->file == file)
            return;
        if (other) {
            m_made.notes.push_back(fmt::format("{} is left out: {} is called {} as well", file.string(),
                                               other->file.string(), media.id));
            return;
        }
        if (m_layout.contains("speaker")) {
            std::smatch match;
            if (std::regex_search(media.id, match, std::regex(m_layout["speaker"].get<std::string>()))
                && match.size() > 1)
                media.speaker = match[1].str();
        }
        m_made.list.media.push_back(std::move(media));
    }

    void addRows()
    {
        for (const ordered_json& source : m_layout["rows"]) {
            const std::vector<fs::path> files = matching(source.value("files", ordered_json::array()));
            if (files.empty())
                throw FormatError("data_invalid", m_folder.string(),
                                  "has no file " + jsonText(source.value("files", ordered_json()))
                                      + " as this layout expects; --set rows.files=NAME gives another");
            for (const CorpusRow& row : readCorpusRows(source, files)) {
                m_run.tick(0, 1);
                addRow(row);
            }
        }
    }

    void addRow(const CorpusRow& row)
    {
        std::string video = row.of("video");
        if (const std::string& file = row.of("file"); !file.empty()) {
            const fs::path path = (row.file.parent_path() / file).lexically_normal();
            if (std::ranges::find(m_files, path) == m_files.end()) {
                ++m_absent;
                return;
            }
            addRecording(path);
            video = path.stem().string();
        }
        if (video.empty())
            return;
        Clip& clip = m_clips[{video, row.of("clip")}];
        clip.video = video;
        if (!row.of("start").empty())
            clip.span = Interval{row.number("start"), row.number("end")};
        for (const auto& [field, place] : {std::pair("text", &clip.text), std::pair("class", &clip.className),
                                           std::pair("fold", &clip.fold)}) {
            if (!row.of(field).empty())
                *place = row.of(field);
        }
        for (const std::string& value : m_values) {
            if (row.of(value).empty())
                continue;
            const double number = row.number(value);
            checkRange(row, value, number);
            const auto [known, isNew] = clip.values.emplace(value, number);
            known->second = std::max(known->second, number);
        }
    }

    void checkRange(const CorpusRow& row, const std::string& value, double number) const
    {
        const auto wanted = std::ranges::find(m_wanted, value, &WantedLabel::name);
        if (wanted != m_wanted.end() && wanted->isBounded && (number < wanted->low || number > wanted->high))
            throw FormatError("data_invalid", row.file.string(),
                              fmt::format("line {}: {} is {}, outside of {} to {}", row.line, value, number,
                                          wanted->low, wanted->high));
    }

    /// A clip without times is a whole recording; clips of recordings that are not there are left out.
    void settleSpans()
    {
        std::size_t orphans = 0;
        for (auto& [key, clip] : m_clips) {
            const DatasetList::Media* const media = m_made.list.mediaOf(clip.video);
            if (!media) {
                ++orphans;
                continue;
            }
            if (!clip.span && !key.second.empty()) // a clip that no transcript has
                continue;
            if (!clip.span)
                clip.span = Interval{0.0, probeMedia({media->file}).duration};
            if (clip.span->end <= clip.span->start)
                throw FormatError("data_invalid", m_folder.string(),
                                  fmt::format("the clip {} of {} lasts from {} to {} s", key.second,
                                              clip.video, clip.span->start, clip.span->end));
            m_byVideo[clip.video].push_back(&clip);
        }
        if (orphans + m_absent > 0)
            m_made.notes.push_back(
                fmt::format("{} of the rows name a recording that is not there", orphans + m_absent));
        for (auto& [video, clips] : m_byVideo)
            std::ranges::stable_sort(clips, {}, [](const Clip* clip) { return clip->span->start; });
    }

    /// The labels of a clip: 1 in the column of its class, then its values; none where one is missing.
    std::vector<float> labelsOf(const Clip& clip) const
    {
        std::vector<float> labels;
        const auto isIt
            = [&](const std::string& name) { return inLowerCase(name) == inLowerCase(clip.className); };
        if (!m_classes.empty() && std::ranges::none_of(m_classes, isIt))
            return {};
        for (const std::string& name : m_classes)
            labels.push_back(isIt(name) ? 1.0F : 0.0F);
        for (const std::string& value : m_values) {
            const auto found = clip.values.find(value);
            if (found == clip.values.end())
                return {};
            labels.push_back(static_cast<float>(found->second));
        }
        return labels;
    }

    void writeLabels()
    {
        m_made.labelNames = m_classes;
        m_made.labelNames.insert(m_made.labelNames.end(), m_values.begin(), m_values.end());
        if (m_made.labelNames.empty())
            return;
        ComputationalSequence sequence;
        sequence.setMetadata({{"root name", "labels"}, {"dimension names", m_made.labelNames}});
        std::size_t left = 0;
        for (auto& [video, clips] : m_byVideo) {
            IntervalArray intervals;
            std::vector<float> values;
            for (const Clip* const clip : clips) {
                const std::vector<float> labels = labelsOf(*clip);
                if (labels.empty()) {
                    ++left;
                    continue;
                }
                m_segments.push_back({fmt::format("{}[{}]", video, intervals.values.size()), clip});
                intervals.values.push_back(*clip->span);
                values.insert(values.end(), labels.begin(), labels.end());
            }
            const std::size_t rows = intervals.values.size();
            if (rows > 0)
                sequence.put(video,
                             {std::move(intervals),
                              {ElementType::Float32, {rows, m_made.labelNames.size()}, std::move(values)}});
        }
        if (left > 0)
            m_made.notes.push_back(fmt::format("{} clips have no label of this layout, or not all", left));
        m_made.segments = m_segments.size();
        if (m_segments.empty())
            throw FormatError("data_invalid", m_folder.string(),
                              "has no clip with all labels of this layout");
        write("labels", std::move(sequence));
    }

    void writeSentences()
    {
        ComputationalSequence sequence;
        sequence.setMetadata({{"root name", "sentences"}});
        for (auto& [video, clips] : m_byVideo) {
            IntervalArray intervals;
            std::vector<std::string> texts;
            for (const Clip* const clip : clips) {
                if (clip->text.empty())
                    continue;
                intervals.values.push_back(*clip->span);
                texts.push_back(clip->text);
            }
            const std::size_t rows = texts.size();
            if (rows > 0)
                sequence.put(video, {std::move(intervals), {ElementType::Text, {rows, 1}, std::move(texts)}});
        }
        if (!sequence.ids().empty())
            write("sentences", std::move(sequence));
    }

    void write(const std::string& name, ComputationalSequence sequence)
    {
        const fs::path file = m_folder / (name + ".csd");
        writeCsd(sequence, file);
        m_made.list.sequences.push_back({name == "labels" ? "labels" : "raw", name, file});
    }

    std::string foldNamed(const std::string& theirs) const
    {
        const ordered_json folds = m_layout.value("folds", ordered_json::object());
        const ordered_json names = folds.value("names", ordered_json::object());
        return names.value(theirs, theirs);
    }

    void addToFold(const std::string& theirs, const std::string& id)
    {
        const std::string fold = foldNamed(theirs);
        if (std::ranges::find(kFolds, fold) == kFolds.end())
            throw FormatError("data_invalid", m_folder.string(),
                              fmt::format("{} is in a fold called \"{}\"; --set folds.names.{}=train (or "
                                          "valid, test) says which it is",
                                          id, theirs, theirs));
        std::vector<std::string>& ids = m_made.list.folds[fold];
        if (std::ranges::find(ids, id) == ids.end())
            ids.push_back(id);
    }

    void settleFolds()
    {
        const ordered_json folds = m_layout.value("folds", ordered_json::object());
        for (const auto& [key, clip] : m_clips) {
            if (!clip.fold.empty() && m_made.list.mediaOf(clip.video))
                addToFold(clip.fold, clip.video);
        }
        if (folds.value("by", "") == "folder") {
            for (const DatasetList::Media& media : m_made.list.media)
                addToFold(media.file.path().lexically_relative(m_folder).begin()->string(), media.id);
        }
        for (const fs::path& file : matching(folds.value("lists", ordered_json::array()))) {
            for (const char* const fold : kFolds) {
                if (!file.filename().string().starts_with(fold))
                    continue;
                for (const std::string& id : readLines(file)) {
                    if (!id.empty() && m_made.list.mediaOf(id))
                        addToFold(fold, id);
                }
            }
        }
        if (m_made.list.folds.empty() && folds.contains("random"))
            splitAtRandom(folds);
        for (auto& [fold, ids] : m_made.list.folds)
            std::ranges::sort(ids);
    }

    void splitAtRandom(const ordered_json& folds)
    {
        const std::string by = folds.value("by", "video");
        if (by != "segment" && by != "video" && by != "speaker")
            throw FormatError("bad_config", "folds.by", by + " is none of segment, video and speaker");
        std::map<std::string, std::vector<std::string>> groups; // what stays together → ids
        for (const auto& [id, clip] : m_segments) {
            const std::string& speaker = m_made.list.mediaOf(clip->video)->speaker;
            const std::string group = by == "segment" ? id
                : by == "speaker" && !speaker.empty() ? speaker
                                                      : clip->video;
            groups[group].push_back(by == "segment" ? id : clip->video);
        }
        std::vector<std::string> names;
        for (const auto& [name, ids] : groups)
            names.push_back(name);
        std::mt19937_64 random(folds.value("seed", std::uint64_t{0}));
        shuffleAsPublished(names, random);
        const auto shares = folds.at("random").get<std::vector<double>>();
        if (shares.size() != kFolds.size()
            || std::ranges::any_of(shares, [](double share) { return share < 0.0; })
            || std::abs(std::accumulate(shares.begin(), shares.end(), 0.0) - 1.0) > 1e-6)
            throw FormatError("bad_config", "folds.random",
                              jsonText(folds.at("random")) + " are not three shares that add up to 1");
        for (std::size_t i = 0; i < names.size(); ++i) {
            const double place = (static_cast<double>(i) + 0.5) / static_cast<double>(names.size());
            const char* const fold = place < shares[0] ? kFolds[0]
                : place < shares[0] + shares[1]        ? kFolds[1]
                                                       : kFolds[2];
            for (const std::string& id : groups[names[i]])
                addToFold(fold, id);
        }
        if (by == "segment")
            m_made.notes.emplace_back(
                "segments of one recording, and of one speaker, are in different folds: "
                "the figures of the other folds may be too good; --set folds.by=speaker "
                "keeps them apart");
    }

    const fs::path m_folder;
    const std::vector<fs::path>& m_files;
    ordered_json m_layout;
    const std::vector<WantedLabel>& m_wanted;
    const RunContext& m_run;
    std::vector<std::string> m_classes, m_values;
    std::map<std::pair<std::string, std::string>, Clip> m_clips; ///< by video and clip
    std::map<std::string, std::vector<Clip*>> m_byVideo; ///< in the order of time
    std::vector<std::pair<std::string, const Clip*>> m_segments; ///< with labels, by their ids
    std::size_t m_absent = 0; ///< files that a table names and that are not there
    CorpusDataset m_made;
};

}

WantedLabel WantedLabel::parse(const std::string& text)
{
    WantedLabel label;
    const std::size_t first = text.find(':'), second = text.find(':', first + 1);
    label.name = text.substr(0, first);
    const auto number = [&](const std::string& part) {
        double value = 0.0;
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
        if (error != std::errc() || end != part.data() + part.size())
            throw FormatError("bad_config", "--label", text + " is none of NAME and NAME:low:high");
        return value;
    };
    if (label.name.empty() || (first != std::string::npos && second == std::string::npos))
        throw FormatError("bad_config", "--label", text + " is none of NAME and NAME:low:high");
    if (first != std::string::npos) {
        label.isBounded = true;
        label.low = number(text.substr(first + 1, second - first - 1));
        label.high = number(text.substr(second + 1));
    }
    return label;
}

CorpusDataset makeCorpusDataset(const fs::path& folder, const std::vector<fs::path>& files,
                                ordered_json layout, const std::vector<WantedLabel>& labels,
                                const RunContext& run)
{
    try {
        return CorpusReader(folder, files, std::move(layout), labels, run).read();
    } catch (const nlohmann::json::exception& error) {
        throw FormatError("bad_config", "--set", error.what());
    } catch (const std::regex_error& error) {
        throw FormatError("bad_config", "--set", error.what());
    }
}

}
