#include "engine/training/run/explanation_work.h"

#include "engine/core/error.h"
#include "engine/core/sha256.h"
#include "engine/core/shallow_cbor.h"
#include "engine/core/text_file.h"
#include "engine/training/data/data_hash.h"

#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

using nlohmann::json;

constexpr std::string_view kMannerOfExplaining = "1"; ///< changes when the same settings give other numbers

/// Undefined numbers stay what they are in CBOR, which JSON has no text for.
json keptJson(const Faithfulness& measured)
{
    return {measured.deletion,  measured.insertion, measured.randomDeletion, measured.randomInsertion,
            measured.advantage, measured.deviation, measured.betterOrders};
}

Faithfulness faithfulnessFrom(const json& kept)
{
    return {kept.at(0), kept.at(1), kept.at(2), kept.at(3), kept.at(4), kept.at(5), kept.at(6)};
}

json keptJson(const Attribution& attribution)
{
    json values = json::array();
    for (const FeatureMatrix& matrix : attribution.values)
        values.push_back({matrix.rows, matrix.columns, matrix.values});
    return {name(attribution.method), values, attribution.completenessErrors, attribution.steps};
}

Attribution attributionFrom(const json& kept)
{
    Attribution attribution;
    attribution.method = attributionMethodFromName(kept.at(0));
    for (std::size_t i = 0; i < attribution.values.size(); ++i) {
        const json& matrix = kept.at(1).at(i);
        attribution.values[i].rows = matrix.at(0);
        attribution.values[i].columns = matrix.at(1);
        attribution.values[i].values = matrix.at(2).get<std::vector<float>>();
    }
    attribution.completenessErrors = kept.at(2).get<std::vector<double>>();
    attribution.steps = kept.at(3);
    return attribution;
}

json keptJson(const SegmentExplanation& segment)
{
    json labels = json::array(), maps = labels, attributions = labels, faithfulness = labels;
    for (const std::optional<double>& label : segment.labels)
        labels.push_back(label ? json(*label) : json());
    for (const InteractionMap& map : segment.maps) {
        json& values = maps.emplace_back(json::array());
        for (Coalition coalition = 0; coalition < kCoalitions; ++coalition)
            values.push_back(map.value(coalition));
    }
    for (const Attribution& attribution : segment.attributions)
        attributions.push_back(keptJson(attribution));
    for (const std::vector<Faithfulness>& outputs : segment.faithfulness) {
        json& measured = faithfulness.emplace_back(json::array());
        for (const Faithfulness& one : outputs)
            measured.push_back(keptJson(one));
    }
    return {{"id", segment.id},
            {"fold", segment.fold},
            {"span", {segment.span.start, segment.span.end}},
            {"labels", labels},
            {"maps", maps},
            {"attributions", attributions},
            {"faithfulness", faithfulness}};
}

SegmentExplanation explanationFrom(const json& kept)
{
    SegmentExplanation segment;
    segment.id = kept.at("id");
    segment.fold = kept.at("fold");
    segment.span = {kept.at("span").at(0), kept.at("span").at(1)};
    for (const json& label : kept.at("labels"))
        segment.labels.push_back(label.is_null() ? std::nullopt : std::optional<double>(label));
    for (const json& map : kept.at("maps"))
        segment.maps.emplace_back(map.get<std::array<double, kCoalitions>>());
    for (const json& attribution : kept.at("attributions"))
        segment.attributions.push_back(attributionFrom(attribution));
    for (const json& outputs : kept.at("faithfulness")) {
        std::vector<Faithfulness>& measured = segment.faithfulness.emplace_back();
        for (const json& one : outputs)
            measured.push_back(faithfulnessFrom(one));
    }
    return segment;
}

}

ExplanationWork::ExplanationWork(std::filesystem::path folder, std::string identity, Share share)
    : m_folder(std::move(folder))
    , m_identity(std::move(identity))
    , m_share(share)
{
    if (!m_folder.empty())
        makeFolder(m_folder);
}

std::filesystem::path ExplanationWork::fileOf(std::size_t batch) const
{
    return m_folder / fmt::format("explained-{}.cbor", batch + 1);
}

std::optional<std::vector<SegmentExplanation>> ExplanationWork::kept(std::size_t batch) const
{
    std::error_code missing;
    if (m_folder.empty() || !std::filesystem::exists(fileOf(batch), missing))
        return std::nullopt;
    std::ifstream file(fileOf(batch), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (!isShallowCbor(bytes))
        return std::nullopt;
    try {
        const json kept = json::from_cbor(bytes);
        if (kept.at("identity") != m_identity)
            return std::nullopt;
        std::vector<SegmentExplanation> segments;
        for (const json& segment : kept.at("segments"))
            segments.push_back(explanationFrom(segment));
        return segments;
    } catch (const json::exception&) { // it is made again
        return std::nullopt;
    } catch (const Error&) {
        return std::nullopt;
    }
}

void ExplanationWork::keep(std::size_t batch, std::span<const SegmentExplanation> segments) const
{
    if (m_folder.empty())
        return;
    json kept{{"identity", m_identity}, {"segments", json::array()}};
    for (const SegmentExplanation& segment : segments)
        kept["segments"].push_back(keptJson(segment));
    std::string bytes;
    json::to_cbor(kept, bytes);
    writeTextFile(fileOf(batch), bytes).commit(PendingFile::Sync::NotForCaches);
}

std::string explanationIdentity(const std::filesystem::path& model, const FeatureData& data,
                                const std::string& fold, const ExplainSettings& settings)
{
    Sha256 hash;
    hash.addAll(kMannerOfExplaining);
    hash.addAll(hexadecimal(sha256OfFile(model)));
    for (const FoldData& each : data.folds) {
        hash.addAll(each.name + sha256Of(each));
        hash.addAll(each.spans);
    }
    for (const std::string& label : data.labelNames)
        hash.addAll(label);
    hash.addAll(fmt::format("{} {} {} {} {}", fold, name(settings.absent), settings.faithfulness,
                            settings.logits, settings.seed));
    for (const AttributionMethod method : settings.attributions)
        hash.addAll(std::string(name(method)));
    return hexadecimal(hash.digest());
}

}
