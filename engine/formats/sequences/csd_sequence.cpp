#include "engine/formats/sequences/csd_sequence.h"

#include "engine/annotation/recorded_tiers.h"
#include "engine/core/error.h"
#include "engine/formats/common/export_losses.h"
#include "engine/formats/common/format_files.h"
#include "engine/formats/common/tier_import.h"
#include "engine/formats/sequences/csd_provenance.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <limits>

namespace engine {

namespace {

constexpr std::size_t kMostLabels = 24; ///< dimensions; what has more are features

/// `v[2]` before `v[10]`.
std::pair<std::string, long long> entryKey(const std::string& id)
{
    const std::string video = strippedId(id);
    const bool hasNumber = id.size() > video.size() + 2 && id.ends_with(']');
    return {video, hasNumber ? std::atoll(id.c_str() + video.size() + 1) : -1};
}

class SequenceReader {
public:
    SequenceReader(const std::filesystem::path& path, const ImportOptions& options)
        : m_import(path)
        , m_file(path)
        , m_options(options)
        , m_whose(whoseIn(m_file))
    {
    }

    ImportedTiers read()
    {
        std::vector<std::string> ids = m_file.ids();
        std::ranges::sort(ids, {}, entryKey);
        for (const std::string& id : ids) {
            if (m_options.video.empty() || strippedId(id) == m_options.video)
                readEntry(id);
        }
        if (!m_whose.combined.empty())
            m_import.note(fmt::format("These are put together of what several people said: {}.",
                                      fmt::join(m_whose.combined, ", ")));
        if (m_isWide)
            m_import.note(fmt::format(
                "Features of more than {} dimensions are no labels; only their intervals were read.",
                kMostLabels));
        return m_import.finish();
    }

private:
    static CsdProvenance whoseIn(const CsdFile& file)
    {
        const Metadata& metadata = file.metadata();
        const auto field = metadata.find("provenance");
        return provenanceIn(field == metadata.end() ? nlohmann::json() : field->second, file.rootName());
    }

    void readEntry(const std::string& id)
    {
        const EntryShape shape = m_file.shape(id);
        const std::size_t width = shape.features.size() == 2 ? shape.features[1] : kMostLabels + 1;
        const bool isWords = isText(shape.featureType) && width == 1;
        const bool isLabels = !isText(shape.featureType) && width <= kMostLabels;
        const IntervalArray intervals = m_file.intervals(id);
        FeatureArray features;
        if (isWords || isLabels)
            features = m_file.features(id);
        else
            m_isWide = true;
        const std::vector<std::string> names
            = isLabels ? dimensionNames(m_file.metadata(), width) : std::vector<std::string>();
        const std::size_t tier = m_import.tierNamed(m_whose.tier, strippedId(id));
        m_import.tier(tier).tier.source = m_file.rootName();
        m_import.tier(tier).tier.annotator = m_whose.annotator;
        for (std::size_t row = 0; row < intervals.rows(); ++row) {
            const Interval& times = intervals.values[row];
            if (!isUsable(times)) {
                m_import.skip(row + 1,
                              fmt::format("row {} of {} has no usable times ({} to {})", row, id, times.start,
                                          times.end));
                continue;
            }
            Segment* segment = m_import.add(tier, times.start, times.end, {}, row + 1);
            segment->sourceRow = static_cast<int>(row);
            if (row >= features.rows())
                continue;
            if (isWords)
                segment->text = std::get<std::vector<std::string>>(features.values)[row];
            else
                setLabels(*segment, features, row, names);
        }
        addScales(m_import.tier(tier), names);
    }

    void setLabels(Segment& segment, const FeatureArray& features, std::size_t row,
                   const std::vector<std::string>& names)
    {
        for (std::size_t column = 0; column < names.size(); ++column) {
            const double value = features.number(row * names.size() + column);
            if (std::isfinite(value)) // NaN: nobody labelled it
                m_import.setLabel(segment, names[column], LabelValue{value, m_whose.pass});
        }
    }

    static void addScales(ExchangedTier& tier, const std::vector<std::string>& names)
    {
        for (const std::string& name : names) {
            if (!tier.tier.label(name))
                tier.tier.labels.push_back({name, NumberScale{-3.0, 3.0, 0.0}});
        }
        for (LabelScheme& scheme : tier.tier.labels) {
            auto& scale = std::get<NumberScale>(scheme.scale);
            for (const Segment& segment : tier.segments) {
                const auto value = segment.values.find(scheme.name);
                if (value == segment.values.end())
                    continue;
                scale.least = std::min(scale.least, std::floor(std::get<double>(value->second.value)));
                scale.greatest = std::max(scale.greatest, std::ceil(std::get<double>(value->second.value)));
            }
        }
    }

    TierImport m_import;
    CsdFile m_file;
    ImportOptions m_options;
    CsdProvenance m_whose;
    bool m_isWide = false;
};

ImportedTiers readSequence(const std::filesystem::path& path, const ImportOptions& options)
{
    return SequenceReader(path, options).read();
}

/// The tiers of one name and annotator: a sequence, with an entry per video.
struct Sequence {
    std::string tier; ///< their name
    std::string annotator;
    std::vector<const ExchangedTier*> tiers;
    std::vector<std::string> labels; ///< numbers only; none: words
    bool isContinuous = false;
};

/// The sequences' names for files: with the annotator where several have tiers of one name.
std::vector<std::string> fileNames(const std::vector<Sequence>& sequences)
{
    std::vector<std::string> names;
    for (const Sequence& sequence : sequences) {
        const bool isShared = std::ranges::count(sequences, sequence.tier, &Sequence::tier) > 1;
        names.push_back(groupName(sequence.tier)
                        + (isShared && !sequence.annotator.empty() ? "-" + sequence.annotator : ""));
    }
    return names;
}

std::vector<Sequence> sequencesOf(const ExchangedTiers& tiers)
{
    std::vector<Sequence> sequences;
    std::set<std::tuple<std::string, std::string, std::string>> taken; // name, annotator and video
    for (const ExchangedTier& tier : tiers.tiers) {
        const std::string plain = tier.tier.name.empty() ? "tier" : tier.tier.name;
        const std::string& annotator = tier.tier.annotator;
        std::string name = plain;
        for (int number = 2; !taken.insert({name, annotator, tier.tier.video}).second; ++number)
            name = fmt::format("{} ({})", plain, number);
        auto found = std::ranges::find_if(sequences, [&](const Sequence& sequence) {
            return sequence.tier == name && sequence.annotator == annotator;
        });
        if (found == sequences.end())
            found = sequences.insert(sequences.end(), Sequence{name, annotator, {}, {}, false});
        found->tiers.push_back(&tier);
        found->isContinuous = found->isContinuous || tier.tier.kind == TierKind::Continuous;
        std::set<std::string> numbers;
        for (const Segment& segment : tier.segments) {
            for (const auto& [label, value] : segment.values) {
                if (std::holds_alternative<double>(value.value))
                    numbers.insert(label);
            }
        }
        const auto add = [&](const std::string& label) {
            if (numbers.contains(label) && std::ranges::find(found->labels, label) == found->labels.end())
                found->labels.push_back(label);
        };
        for (const LabelScheme& scheme : tier.tier.labels)
            add(scheme.name);
        std::ranges::for_each(numbers, add);
    }
    return sequences;
}

Entry entryOf(const ExchangedTier& tier, const std::vector<std::string>& labels)
{
    Entry entry;
    std::vector<double> numbers;
    std::vector<std::string> texts;
    for (const Segment& segment : tier.segments) {
        entry.intervals.values.push_back({segment.start.seconds(), segment.end.seconds()});
        texts.push_back(segment.text);
        for (const std::string& label : labels) {
            const auto found = segment.values.find(label);
            const double* number
                = found == segment.values.end() ? nullptr : std::get_if<double>(&found->second.value);
            numbers.push_back(number ? *number : std::numeric_limits<double>::quiet_NaN());
        }
    }
    const std::size_t rows = entry.intervals.rows();
    entry.features = labels.empty()
        ? FeatureArray{ElementType::Text, {rows, 1}, std::move(texts)}
        : FeatureArray{ElementType::Float64, {rows, labels.size()}, std::move(numbers)};
    return entry;
}

Entry samplesOf(const ExchangedTier& tier)
{
    Entry entry;
    std::vector<float> values;
    for (const Segment& segment : tier.segments) {
        for (std::size_t i = 0; i < segment.samples.size(); ++i) {
            const double start = segment.start.seconds();
            entry.intervals.values.push_back({start + static_cast<double>(i) / tier.tier.rate,
                                              start + static_cast<double>(i + 1) / tier.tier.rate});
            values.push_back(segment.samples[i]);
        }
    }
    entry.features = {ElementType::Float32, {values.size(), 1}, std::move(values)};
    return entry;
}

/// A slash parts names in HDF5.
std::string entryName(std::string video)
{
    std::ranges::replace(video, '/', '_');
    return video;
}

Metadata metadataOf(const Sequence& sequence)
{
    const bool isWords = sequence.labels.empty() && !sequence.isContinuous;
    Metadata metadata{
        {"root name", groupName(sequence.tier)},
        {"computational sequence description", isWords ? "Texts of segments" : "Labels of segments"},
        {"computational sequence version", "1"},
        {"alignment compatible", true},
        {"provenance", provenanceOf(sequence.tier, sequence.tiers)}};
    const nlohmann::json one = nlohmann::json::array({groupName(sequence.tier)});
    metadata["dimension names"] = sequence.isContinuous || isWords ? one : nlohmann::json(sequence.labels);
    return metadata;
}

std::vector<std::filesystem::path>
writeSequence(const ExchangedTiers& tiers, const std::filesystem::path& path, const ExportOptions& options)
{
    const std::vector<Sequence> sequences = sequencesOf(tiers);
    const std::vector<std::filesystem::path> paths = pathsFor(fileNames(sequences), path);
    checkTargets(paths, path, options);
    for (std::size_t i = 0; i < sequences.size(); ++i) {
        ComputationalSequence sequence;
        sequence.setMetadata(metadataOf(sequences[i]));
        for (const ExchangedTier* tier : sequences[i].tiers) {
            const std::string id = tier->tier.video.empty() ? path.stem().string() : tier->tier.video;
            sequence.put(entryName(id),
                         sequences[i].isContinuous ? samplesOf(*tier) : entryOf(*tier, sequences[i].labels));
        }
        writeCsd(sequence, paths[i]);
    }
    return paths;
}

std::vector<std::string> lossesOfSequence(const ExchangedTiers& tiers)
{
    Carries carries;
    carries.emptyTiers = true;
    carries.points = true;
    carries.labels = LabelsIn::Kept;
    carries.continuous = true;
    carries.annotators = true; // in the provenance
    carries.videos = true;
    carries.carriageReturns = true;
    carries.passes = true;
    std::vector<std::string> sentences = lossesOf(tiers, carries);
    const std::vector<Sequence> sequences = sequencesOf(tiers);
    std::ranges::copy(recordingLosses(tiers, entryName), std::back_inserter(sentences));
    const auto hasNoName = [](const ExchangedTier& tier) { return tier.tier.name.empty(); };
    if (std::ranges::any_of(tiers.tiers, hasNoName))
        sentences.emplace_back("The tier '' becomes 'tier'.");
    for (const Sequence& sequence : sequences) {
        const auto hasTerms = [](const ExchangedTier* tier) {
            return std::ranges::any_of(tier->segments,
                                       [](const Segment& segment) { return !segment.values.empty(); });
        };
        if (sequence.labels.empty() && std::ranges::any_of(sequence.tiers, hasTerms))
            sentences.push_back(
                fmt::format("Of '{}' the texts are written; its terms are not.", sequence.tier));
        if (!keepsPasses(sequence.tiers))
            sentences.push_back(
                fmt::format("Of '{}' it is kept who labelled it, in which passes, seeing what; but not which "
                            "value is whose, nor when it was given.",
                            sequence.tier));
        if (!sequence.labels.empty())
            sentences.push_back(
                fmt::format("Of '{}' the numbers are written; its texts and terms are not.", sequence.tier));
    }
    if (sequences.size() > 1)
        sentences.emplace_back(
            "A file holds one sequence: there will be one per name of a tier and annotator.");
    return sentences;
}

}

const Format& csdSequenceFormat()
{
    static const Format format{"csd",        "Computational sequence", {".csd"},     nullptr,
                               readSequence, lossesOfSequence,         writeSequence};
    return format;
}

}
