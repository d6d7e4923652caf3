#include "engine/snapshot/label_sequences.h"

#include "engine/agreement/commonest.h"
#include "engine/annotation/layers.h"
#include "engine/core/error.h"
#include "engine/project_items/kept_judgements.h"
#include "engine/sequences/csd_writer.h"
#include "engine/snapshot/edited_labels.h"
#include "engine/snapshot/words_view.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace engine {

namespace {

constexpr float kNoLabel = std::numeric_limits<float>::quiet_NaN();

/// The value that more annotators gave than any other. A tie settles nothing.
float majority(const std::vector<double>& votes)
{
    const std::vector<double> commonest = commonestOf(votes);
    return commonest.size() == 1 ? static_cast<float>(commonest.front()) : kNoLabel;
}

float combinedVote(const LabelSource& source, const std::vector<double>& votes)
{
    if (votes.empty())
        return kNoLabel;
    if (source.kind == LabelSource::Majority)
        return majority(votes);
    double sum = 0.0;
    for (const double vote : votes)
        sum += vote;
    return static_cast<float>(sum / static_cast<double>(votes.size()));
}

std::vector<Layer> layersOf(const Annotation& annotation, const std::string& of, const LabelSource& source)
{
    if (source.kind == LabelSource::AsEdited)
        return {};
    if (source.kind == LabelSource::OneLayer)
        return {source.layer};
    std::vector<Layer> layers = layersOf(annotation, of);
    std::erase_if(layers, [](const Layer& layer) { return !isFirstPass(layer); });
    return layers;
}

/// What is said of a segment: by its own value, or by those that judged it in these layers.
std::vector<double> votesAbout(const Annotation& annotation, const Segment& segment,
                               const std::vector<Layer>& layers, const LabelSource& source,
                               const std::string& label)
{
    std::vector<double> votes;
    const auto add = [&](const Segment* said) {
        if (const auto vote = said ? numberGiven(*said, label) : std::nullopt)
            votes.push_back(*vote);
    };
    if (source.kind == LabelSource::AsEdited)
        add(&segment);
    for (const Layer& layer : layers)
        add(judgement(annotation, segment.id, layer.name));
    return votes;
}

std::vector<std::string> numericLabels(const Annotation& annotation, const std::string& of)
{
    std::vector<std::string> names;
    for (const auto& [id, tier] : annotation.tiers()) {
        for (const LabelScheme& label : tier.labels) {
            if (tier.name == of && std::holds_alternative<NumberScale>(label.scale)
                && std::ranges::find(names, label.name) == names.end())
                names.push_back(label.name);
        }
    }
    return names;
}

/// What could be seen before the answers to a segment: the most that was seen before any of them. `unknown`:
/// some answer is of no pass; empty: nobody answered.
std::string exposureOf(const Annotation& annotation, const Tier& tier, const Segment& segment,
                       const std::vector<Layer>& layers, const KeptJudgements& kept)
{
    std::set<std::string> exposures;
    const Interval span{segment.start.seconds(), segment.end.seconds()};
    for (const Layer& layer : layers) {
        const Segment* said = judgement(annotation, segment.id, layer.name);
        if (!said || said->values.empty())
            continue;
        const auto* answer = kept.of(layer.name, tier.video, span);
        exposures.insert(answer ? name(answer->exposure) : "unknown");
    }
    for (const char* exposure : {"shown", "free", "unknown", "none"}) {
        if (exposures.contains(exposure))
            return exposure;
    }
    return {};
}

/// Who, which pass, what could be seen, from when to when, how many.
nlohmann::json provenanceOf(const Annotation& annotation, const std::vector<Layer>& layers)
{
    nlohmann::json raters = nlohmann::json::array();
    for (const Layer& layer : layers) {
        std::int64_t first = std::numeric_limits<std::int64_t>::max();
        std::int64_t last = 0;
        std::size_t count = 0;
        std::set<std::string> visible;
        for (const auto& [id, tier] : annotation.tiers()) {
            if (tier.name != layer.name)
                continue;
            for (const IntervalIndex::Entry& entry : annotation.byTime(id).all()) {
                for (const auto& [label, value] : annotation.segment(entry.id)->values) {
                    ++count;
                    first = std::min(first, value.by.when);
                    last = std::max(last, value.by.when);
                    visible.insert(value.by.visible);
                }
            }
        }
        raters.push_back({{"of", layer.of},
                          {"annotator", layer.annotator},
                          {"pass", layer.pass},
                          {"presentation", name(layer.presentation)},
                          {"settles", layer.isSettled},
                          {"values", count},
                          {"first_ms_utc", count > 0 ? first : 0},
                          {"last_ms_utc", last},
                          {"visible", visible}});
    }
    return raters;
}

}

namespace {

/// @param kept  null: what had been seen before the answers is not told
ComputationalSequence labelSequence(const Annotation& annotation, const std::string& of,
                                    const LabelSource& source, const KeptJudgements* kept)
{
    const std::vector<std::string> labels = numericLabels(annotation, of);
    const std::vector<Layer> layers = layersOf(annotation, of, source);
    nlohmann::json exposures;
    bool isExposureKnown = false;
    ComputationalSequence sequence;
    for (const auto& [id, tier] : annotation.tiers()) {
        if (tier.name != of || (source.kind == LabelSource::AsEdited && !tier.source.empty()))
            continue;
        Entry entry;
        std::vector<float> values;
        for (const IntervalIndex::Entry& at : annotation.byTime(id).all()) {
            const Segment& segment = *annotation.segment(at.id);
            std::vector<float> row;
            for (const std::string& label : labels)
                row.push_back(combinedVote(source, votesAbout(annotation, segment, layers, source, label)));
            if (std::ranges::all_of(row, [](float value) { return std::isnan(value); }))
                continue; // nobody judged it
            entry.intervals.values.push_back({segment.start.seconds(), segment.end.seconds()});
            values.insert(values.end(), row.begin(), row.end());
            if (!kept || layers.empty())
                continue;
            const std::string exposure = exposureOf(annotation, tier, segment, layers, *kept);
            exposures[tier.video].push_back(exposure);
            isExposureKnown = isExposureKnown || (!exposure.empty() && exposure != "unknown");
        }
        const std::size_t rows = entry.intervals.values.size();
        if (rows == 0)
            continue;
        entry.features = {ElementType::Float32, {rows, labels.size()}, std::move(values)};
        sequence.put(tier.video, std::move(entry));
    }
    // Those of several annotators can be aligned together; combined labels keep the name that recipes expect.
    const std::string root = source.kind == LabelSource::OneLayer ? of + "." + source.title : of;
    nlohmann::json metadata{{"root name", root},
                            {"computational sequence description",
                             source.kind == LabelSource::AsEdited
                                 ? std::string("labels as they were edited; NaN where there is none")
                                 : "labels of annotators: " + source.title + "; NaN where there is none"},
                            {"dimension names", labels},
                            {"creator", "Polylogue"},
                            {"provenance", provenanceOf(annotation, layers)}};
    if (isExposureKnown)
        metadata["exposure"] = std::move(exposures);
    sequence.setMetadata(std::move(metadata));
    return sequence;
}

}

std::vector<LabelSource> labelSources(const Annotation& annotation, const std::string& of)
{
    std::vector<LabelSource> sources;
    std::set<std::string> names;
    const auto add = [&](LabelSource source, std::string name) {
        std::ranges::replace(name, '/', '_');
        std::string tried = name;
        for (int number = 2; !names.insert(tried).second; ++number)
            tried = name + "_" + std::to_string(number);
        source.title = tried;
        if (!labelSequence(annotation, of, source, nullptr).ids().empty())
            sources.push_back(std::move(source));
    };
    const std::vector<Layer> layers = layersOf(annotation, of);
    if (std::ranges::count_if(layers, isFirstPass) >= 2) { // first, so that these names are theirs
        add({LabelSource::Mean, {}, {}}, "mean");
        add({LabelSource::Majority, {}, {}}, "majority");
    }
    for (const Layer& layer : layers) {
        const bool isNamed = layer.name.starts_with(of + "/");
        add({LabelSource::OneLayer, layer, {}}, isNamed ? layer.name.substr(of.size() + 1) : layer.name);
    }
    add({LabelSource::AsEdited, {}, {}}, "as_edited");
    return sources;
}

ComputationalSequence labelSequence(const Annotation& annotation, const std::string& of,
                                    const LabelSource& source)
{
    const KeptJudgements kept(annotation);
    return labelSequence(annotation, of, source, &kept);
}

std::vector<std::filesystem::path> exportLabels(const Annotation& annotation, const std::string& of,
                                                const std::vector<LabelSource>& sources,
                                                const std::filesystem::path& folder)
{
    const KeptJudgements kept(annotation);
    std::vector<std::filesystem::path> files;
    for (const LabelSource& source : sources) {
        const ComputationalSequence sequence = labelSequence(annotation, of, source, &kept);
        const std::filesystem::path file = folder / (of + "." + source.title + ".csd");
        writeCsd(sequence, file);
        files.push_back(file);
    }
    return files;
}

namespace {

/// What is said of each segment by a label that is a word; none of segments of which nothing is said.
ComputationalSequence textLabelSequence(const Annotation& annotation, const OpenedSequence& labels,
                                        const PackedFile::TextLabel& label)
{
    ComputationalSequence sequence;
    const auto own = tiersCalled(annotation, kLabelsTier);
    for (const std::string& id : labels.file->ids()) {
        Entry entry;
        std::vector<std::string> texts;
        if (const auto tier = own.find(id); tier != own.end()) {
            for (const IntervalIndex::Entry& at : annotation.byTime(tier->second->id).all()) {
                const Segment& segment = *annotation.segment(at.id);
                const auto value = segment.values.find(label.name);
                if (value == segment.values.end()
                    || !std::holds_alternative<std::string>(value->second.value))
                    continue;
                entry.intervals.values.push_back({segment.start.seconds(), segment.end.seconds()});
                texts.push_back(std::get<std::string>(value->second.value));
            }
        } else {
            const std::span<const std::size_t> places = labels.packed->segments(id);
            const std::vector<Interval> spans = labels.packed->spans(id);
            for (std::size_t i = 0; i < places.size(); ++i) {
                if (label.values[places[i]].empty())
                    continue;
                entry.intervals.values.push_back(spans[i]);
                texts.push_back(label.values[places[i]]);
            }
        }
        if (texts.empty())
            continue;
        const std::size_t rows = texts.size();
        entry.features = {ElementType::Text, {rows, 1}, std::move(texts)};
        sequence.put(id, std::move(entry));
    }
    sequence.setMetadata(
        {{"root name", kLabelsTier + "." + label.name},
         {"computational sequence description", "labels of packed segments as they were edited"},
         {"creator", "Polylogue"}});
    return sequence;
}

}

std::vector<std::filesystem::path> exportPackedLabels(const Annotation& annotation,
                                                      const OpenedSequence& labels,
                                                      const std::filesystem::path& folder)
{
    std::map<std::string, LabelRows> own;
    for (const auto& [video, tier] : tiersCalled(annotation, kLabelsTier))
        own.emplace(video, labelRows(annotation, *tier));
    std::vector<std::filesystem::path> files{folder / (kLabelsTier + ".as_edited.csd")};
    writeCsd(withLabels(labels.file, own), files.front());
    for (const PackedFile::TextLabel& label : labels.packed->file()->textLabels()) {
        std::string name = label.name;
        std::ranges::replace(name, '/', '_');
        files.push_back(folder / (kLabelsTier + "." + name + ".csd"));
        writeCsd(textLabelSequence(annotation, labels, label), files.back());
    }
    return files;
}

}
