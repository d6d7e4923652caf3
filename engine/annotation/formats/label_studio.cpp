#include "engine/annotation/formats/label_studio.h"

#include "engine/annotation/formats/format_files.h"
#include "engine/annotation/formats/json_input.h"
#include "engine/annotation/formats/label_studio_region.h"
#include "engine/annotation/formats/losses.h"
#include "engine/annotation/formats/number_text.h"
#include "engine/annotation/formats/tier_import.h"
#include "engine/annotation/formats/xml_input.h"
#include "engine/core/error.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

namespace engine {

namespace {

using namespace label_studio;

class Reader {
public:
    Reader(const std::filesystem::path& path, const ImportOptions& options)
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
        for (const OrderedJson& annotation : listOf(annotations)) {
            if (field(annotation, "was_cancelled") == true)
                m_import.leaveOut(m_input.lineOf(annotation),
                                  fmt::format("task {}: the annotator skipped it", m_task));
            else
                readResults(field(annotation, "result"), annotatorOf(field(annotation, "completed_by")), "");
        }
        for (const OrderedJson& prediction : listOf(predictions))
            readResults(field(prediction, "result"), textOf(field(prediction, "model_version")),
                        "prediction: ");
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
        for (const Interval& times : timesOf(region)) {
            Segment* segment
                = m_import.add(tierOf(tierName, annotator), times.start, times.end, region.text(), line);
            if (!segment)
                continue;
            segment->confidence = region.score;
            for (const Extra& extra : extras) {
                if (extra.isText)
                    m_import.setText(*segment, textOf(extra.value));
                else
                    m_import.setLabel(*segment, extra.name, extra.value);
            }
        }
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
    std::string m_video;
    std::map<std::string, std::string> m_videos; ///< by their files
    std::set<std::string> m_names;
    std::map<std::tuple<std::string, std::string, std::string>, std::size_t> m_tiers;
};

ImportedTiers read(const std::filesystem::path& path, const ImportOptions& options)
{
    return Reader(path, options).read();
}

/// What a tier of the labelling set-up is called there: no blanks.
std::string controlName(const std::string& tier)
{
    return withoutBlanks(tier);
}

nlohmann::ordered_json item(const std::string& id, const std::string& from, const char* type,
                            const Segment& segment)
{
    return {{"id", id},
            {"from_name", from},
            {"to_name", "media"},
            {"type", type},
            {"origin", "manual"},
            {"value", {{"start", segment.start.seconds()}, {"end", segment.end.seconds()}}}};
}

/// A region, and what is said about it, which shares its id.
void addItems(nlohmann::ordered_json& results, const ExchangedTier& tier, const Segment& segment,
              const std::string& id)
{
    const std::string name = controlName(tier.tier.name);
    nlohmann::ordered_json region = item(id, name, "labels", segment);
    region["value"]["labels"] = {tier.tier.name};
    if (segment.confidence)
        region["score"] = *segment.confidence;
    results.push_back(std::move(region));
    nlohmann::ordered_json text = item(id, name + "-text", "textarea", segment);
    text["value"]["text"] = {segment.text};
    results.push_back(std::move(text));
    for (const auto& [label, value] : segment.values) {
        const double* number = std::get_if<double>(&value.value);
        nlohmann::ordered_json said = item(id, controlName(label), number ? "number" : "choices", segment);
        if (number)
            said["value"]["number"] = *number;
        else
            said["value"]["choices"] = {std::get<std::string>(value.value)};
        results.push_back(std::move(said));
    }
}

bool isUserNumber(const std::string& annotator)
{
    return !annotator.empty() && annotator.size() < 10
        && annotator.find_first_not_of("0123456789") == std::string::npos;
}

std::string configOf(const ExchangedTiers& tiers)
{
    std::string text = "<View>\n  <Audio name=\"media\" value=\"$audio\"/>\n";
    std::map<std::string, std::optional<std::set<std::string>>> labels; // absent: numbers
    std::set<std::string> controls;
    for (const ExchangedTier& tier : tiers.tiers) {
        const std::string name = xmlText(controlName(tier.tier.name));
        if (controls.insert(name).second) // annotators and videos share their tiers' controls
            text += fmt::format(
                "  <Labels name=\"{0}\" toName=\"media\">\n    <Label value=\"{1}\"/>\n  </Labels>\n"
                "  <TextArea name=\"{0}-text\" toName=\"media\" perRegion=\"true\"/>\n",
                name, xmlText(tier.tier.name));
        for (const Segment& segment : tier.segments) {
            for (const auto& [label, value] : segment.values) {
                auto& terms = labels[label];
                if (const auto* term = std::get_if<std::string>(&value.value)) {
                    if (!terms)
                        terms.emplace();
                    terms->insert(*term);
                }
            }
        }
    }
    for (const auto& [label, terms] : labels) {
        const std::string name = xmlText(controlName(label));
        if (!terms) {
            text += fmt::format("  <Number name=\"{}\" toName=\"media\" perRegion=\"true\"/>\n", name);
            continue;
        }
        text += fmt::format("  <Choices name=\"{}\" toName=\"media\" perRegion=\"true\">\n", name);
        for (const std::string& term : *terms)
            text += fmt::format("    <Choice value=\"{}\"/>\n", xmlText(term));
        text += "  </Choices>\n";
    }
    return text + "</View>\n";
}

/// Who an annotation is by: a number of that program's, else an address.
nlohmann::ordered_json completedBy(const std::string& annotator)
{
    if (isUserNumber(annotator))
        return std::stoll(annotator);
    return {{"email", annotator}};
}

/// One of each annotator, in the order of the tiers.
nlohmann::ordered_json annotationsOf(const ExchangedTiers& tiers, const std::string& video)
{
    std::vector<std::pair<std::string, nlohmann::ordered_json>> results; // by annotator
    for (const ExchangedTier& tier : tiers.tiers) {
        if (tier.tier.video != video)
            continue;
        auto own = std::ranges::find(results, tier.tier.annotator, [](const auto& one) { return one.first; });
        if (own == results.end())
            own = results.insert(own, {tier.tier.annotator, nlohmann::ordered_json::array()});
        for (std::size_t i = 0; i < tier.segments.size(); ++i)
            addItems(own->second, tier, tier.segments[i], fmt::format("t{}_{}", tier.tier.id, i));
    }
    nlohmann::ordered_json annotations = nlohmann::ordered_json::array();
    for (auto& [annotator, items] : results) {
        nlohmann::ordered_json annotation{{"was_cancelled", false}, {"ground_truth", false}};
        if (!annotator.empty())
            annotation["completed_by"] = completedBy(annotator);
        annotation["result"] = std::move(items);
        annotations.push_back(std::move(annotation));
    }
    return annotations;
}

std::vector<std::filesystem::path> write(const ExchangedTiers& tiers, const std::filesystem::path& path,
                                         const ExportOptions& options)
{
    const ExchangedTiers kept = withoutContinuous(tiers);
    nlohmann::ordered_json tasks = nlohmann::ordered_json::array();
    std::vector<std::string> videos;
    for (const ExchangedTier& tier : kept.tiers) {
        if (std::ranges::find(videos, tier.tier.video) == videos.end())
            videos.push_back(tier.tier.video);
    }
    for (const std::string& video : videos)
        tasks.push_back({{"data", {{"audio", video}}}, {"annotations", annotationsOf(kept, video)}});
    std::filesystem::path config = path;
    config += ".config.xml";
    return writeTogether({{path, tasks.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n"},
                          {config, configOf(kept)}},
                         path, options);
}

std::vector<std::string> losses(const ExchangedTiers& tiers)
{
    Carries carries;
    carries.points = true;
    carries.confidence = true;
    carries.labels = LabelsIn::Kept;
    carries.annotators = true;
    std::vector<std::string> sentences = lossesOf(tiers, carries);
    std::set<std::string> annotators;
    std::set<std::string> participants;
    for (const ExchangedTier& tier : tiers.tiers) {
        if (!tier.tier.annotator.empty() && !isUserNumber(tier.tier.annotator))
            annotators.insert(tier.tier.annotator);
        if (!tier.participant.empty())
            participants.insert(tier.participant);
    }
    if (!participants.empty())
        sentences.push_back(fmt::format("Participants cannot be kept: {}.", fmt::join(participants, ", ")));
    if (!annotators.empty())
        sentences.push_back(
            fmt::format("Label Studio refuses annotators whose e-mail address it does not know ({}), "
                        "unless ALLOW_IMPORT_TASKS_WITH_UNKNOWN_EMAILS is set there.",
                        fmt::join(annotators, ", ")));
    for (const ExchangedTier& tier : tiers.tiers) {
        if (controlName(tier.tier.name) != tier.tier.name)
            sentences.push_back(
                fmt::format("The tier '{}' becomes '{}'.", tier.tier.name, controlName(tier.tier.name)));
    }
    return sentences;
}

bool resembles(std::string_view beginning)
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
    static const Format format{"labelstudio", "Label Studio JSON", {".json"}, resembles, read, losses, write};
    return format;
}

}
