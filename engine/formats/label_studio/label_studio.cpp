#include "engine/formats/label_studio/label_studio.h"

#include "engine/core/error.h"
#include "engine/formats/common/export_losses.h"
#include "engine/formats/common/tier_import.h"
#include "engine/formats/input/json_input.h"
#include "engine/formats/label_studio/label_studio_region.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace engine {

namespace {

using namespace label_studio;

class LabelStudioReader {
public:
    LabelStudioReader(const std::filesystem::path& path, const ImportOptions& options)
        : m_import(path)
        , m_path(path)
        , m_input(readJson(path))
        , m_options(options)
    {
        m_import.notes(m_input.notes);
    }

    ImportedTiers read()
    {
        if (m_input.value.is_object())
            readTask(m_input.value);
        else if (m_input.value.is_array())
            std::ranges::for_each(m_input.value, [this](const OrderedJson& task) { readTask(task); });
        else
            m_import.fail(0, "is no list of tasks");
        if (m_several > 0)
            m_import.note(
                fmt::format("{} times several labels or choices of a region became one, with commas between.",
                            m_several));
        if (m_ratings > 0)
            m_import.note(fmt::format("{} ratings were read as numbers.", m_ratings));
        if (const auto sentence = m_unread.sentence())
            m_import.note(*sentence);
        return m_import.finish();
    }

private:
    void readTask(const OrderedJson& task)
    {
        ++m_task;
        const OrderedJson& data = field(task, "data");
        m_video = videoOf(task, mediaOf(data.is_object() ? data : task));
        if (!m_options.video.empty() && m_video != m_options.video)
            return;
        const OrderedJson& annotations = field(task, "annotations");
        const OrderedJson& predictions = field(task, "predictions");
        if (!annotations.is_array() && !predictions.is_array()) {
            readMinimal(task);
            return;
        }
        static constexpr std::string_view kTask[]{"id", "data", "annotations", "predictions"};
        m_unread.look(task, "of tasks", kTask);
        lookAtData(data);
        for (const OrderedJson& annotation : listOf(annotations)) {
            static constexpr std::string_view kAnnotation[]{"result", "completed_by", "was_cancelled"};
            m_unread.look(annotation, "of annotations", kAnnotation);
            if (field(annotation, "was_cancelled") == true)
                m_import.leaveOut(m_input.lineOf(annotation),
                                  fmt::format("task {}: the annotator skipped it", m_task));
            else
                readResults(field(annotation, "result"), annotatorOf(field(annotation, "completed_by")), "");
        }
        for (const OrderedJson& prediction : listOf(predictions)) {
            static constexpr std::string_view kPredicted[]{"result", "model_version"};
            m_unread.look(prediction, "of predictions", kPredicted);
            readResults(field(prediction, "result"), textOf(field(prediction, "model_version")),
                        std::string(kPrediction));
        }
    }

    /// Of the data the recording is read.
    void lookAtData(const OrderedJson& data)
    {
        const std::string media = mediaOf(data);
        if (!data.is_object())
            return;
        for (const auto& [name, value] : data.items()) {
            if (mediaOf({{name, value}}) != media || media.empty())
                m_unread.look({{name, value}}, "of data", {});
        }
    }

    /// The recording's name, another one for each file.
    std::string videoOf(const OrderedJson& task, const std::string& media)
    {
        const std::string id = textOf(field(task, "id"));
        const std::string name = "task " + (id.empty() ? std::to_string(m_task) : id);
        if (media.empty())
            return name;
        const auto [known, isNew] = m_videos.try_emplace(media, videoNamed(media));
        if (isNew && !m_names.insert(known->second).second)
            known->second += " (" + name + ")";
        return known->second;
    }

    /// The export without tasks' structure: lists of regions beside the data.
    void readMinimal(const OrderedJson& task)
    {
        if (!task.is_object())
            m_import.fail(0, fmt::format("item {} is no task", m_task));
        const std::string annotator = annotatorOf(field(task, "annotator"));
        for (const auto& [name, answer] : task.items()) {
            bool isRegions = answer.is_array();
            for (const OrderedJson& value : listOf(answer)) {
                isRegions = isRegions && value.is_object();
                if (value.is_object())
                    addRegion({{}, name, {}, value, {}, {}, &value}, name, annotator, {});
            }
            if (!isRegions && !answer.is_null() && !isAboutTask(name, answer))
                m_import.skip(m_input.lineOf(answer.is_structured() ? answer : task),
                              fmt::format("task {}, '{}': is about the whole task, no region", m_task, name));
        }
    }

    /// Fields that every task has, and its recording.
    static bool isAboutTask(const std::string& name, const OrderedJson& value)
    {
        static const std::set<std::string> kUsual{"id",         "annotator", "annotation_id", "created_at",
                                                  "updated_at", "lead_time", "agreement",     "data",
                                                  "inner_id",   "project"};
        return kUsual.contains(name) || !mediaOf({{name, value}}).empty();
    }

    void readResults(const OrderedJson& results, const std::string& annotator, const std::string& prefix)
    {
        if (!results.is_array())
            return;
        lookAtItems(results, m_unread);
        std::vector<Region> regions = grouped(results);
        for (Region& region : regions)
            addRegion(region, prefix + region.name, annotator, region.extras);
    }

    void addRegion(const Region& region, const std::string& tierName, const std::string& annotator,
                   const std::vector<Extra>& extras)
    {
        const std::size_t line = region.item ? m_input.lineOf(*region.item) : 0;
        const std::string why = region.whyNoSpan();
        if (!why.empty()) {
            m_import.skip(line, fmt::format("task {}, '{}': {}", m_task, region.name, why));
            return;
        }
        for (const std::string& type : region.unread)
            m_import.skip(
                0, fmt::format("task {}, '{}': what its {} says is not read", m_task, region.name, type));
        const auto label = labelOf(region, extras);
        const OrderedJson& chosen = field(region.value, "choices");
        m_several += !region.label() && chosen.is_array() && chosen.size() > 1 ? 1 : 0;
        for (const Interval& times : timesOf(region)) {
            Segment* segment
                = m_import.add(tierOf(tierName, annotator), times.start, times.end, region.text(), line);
            if (!segment)
                continue;
            segment->confidence = region.score;
            segment->comment = region.comment;
            if (label)
                setLabel(*segment, *label);
            for (const Extra& extra : extras) {
                m_several += extra.isSeveral ? 1 : 0;
                m_ratings += extra.isRating ? 1 : 0;
                if (extra.isText)
                    m_import.setText(*segment, textOf(extra.value));
                else
                    m_import.setLabel(*segment, extra.name, extra.value);
            }
        }
    }

    /// What the region is labelled as; absent where it is only our own writer's name of its tier.
    static std::optional<Extra> labelOf(const Region& region, const std::vector<Extra>& extras)
    {
        const auto label = region.label();
        const bool hasText = std::ranges::any_of(
            extras, [&](const Extra& extra) { return extra.name == region.name + kTextControl; });
        const bool isTierName = label && hasText && controlName(textOf(label->value)) == region.name;
        return isTierName || region.name.empty() ? std::nullopt : label;
    }

    void setLabel(Segment& segment, const Extra& label)
    {
        m_several += label.isSeveral ? 1 : 0;
        m_import.setLabel(segment, label.name, label.value);
    }

    /// Regions of videos count frames, from 1.
    std::vector<Interval> timesOf(const Region& region) const
    {
        std::vector<Interval> times;
        if (const auto start = numberOf(field(region.value, "start")),
            end = numberOf(field(region.value, "end"));
            start && end) {
            times.push_back({*start, *end});
            return times;
        }
        if (m_options.framesPerSecond <= 0.0)
            throw FormatError(
                "fps_needed", m_path.string(),
                "counts frames of the video and does not say how many there are in a second; give the "
                "video's frame rate (--fps)");
        for (const OrderedJson& range : field(region.value, "ranges")) {
            const auto first = numberOf(field(range, "start"));
            const auto last = numberOf(field(range, "end"));
            if (first && last)
                times.push_back(
                    {(*first - 1.0) / m_options.framesPerSecond, *last / m_options.framesPerSecond});
        }
        return times;
    }

    std::size_t tierOf(const std::string& name, const std::string& annotator)
    {
        const auto [found, isNew] = m_tiers.try_emplace({m_video, name, annotator}, m_import.tierCount());
        if (isNew) {
            Tier tier;
            tier.video = m_video;
            tier.name = name;
            tier.annotator = annotator;
            m_import.addTier(std::move(tier));
        }
        return found->second;
    }

    TierImport m_import;
    std::filesystem::path m_path;
    JsonInput m_input;
    ImportOptions m_options;
    std::size_t m_task = 0;
    std::size_t m_several = 0; ///< labels and choices that became one
    std::size_t m_ratings = 0;
    UnreadFields m_unread;
    std::string m_video;
    std::map<std::string, std::string> m_videos; ///< by their files
    std::set<std::string> m_names;
    std::map<std::tuple<std::string, std::string, std::string>, std::size_t> m_tiers;
};

ImportedTiers readLabelStudio(const std::filesystem::path& path, const ImportOptions& options)
{
    return LabelStudioReader(path, options).read();
}

bool resemblesLabelStudio(std::string_view beginning)
{
    const auto has = [&](const char* name) { return hasKey(beginning, name); };
    const bool isTasks = has("annotations") || has("predictions") || has("from_name") || has("completed_by");
    const bool isMinimal = beginning.find('[') < beginning.find('{')
        && (has("labels") || has("timelinelabels")) && has("start");
    return isTasks || isMinimal;
}

}

const Format& labelStudioFormat()
{
    static const Format format{"labelstudio",        "Label Studio JSON", {".json"},
                               resemblesLabelStudio, readLabelStudio,     label_studio::losses,
                               label_studio::write};
    return format;
}

}
