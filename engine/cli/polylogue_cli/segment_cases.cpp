#include "engine/cli/polylogue_cli/recorded_cases.h"
#include "engine/cli/polylogue_cli/undefined_text.h"
#include "engine/segment_agreement/boundary_similarity.h"
#include "engine/segment_agreement/gamma.h"
#include "engine/segment_agreement/segment_sweep.h"
#include "engine/segment_agreement/unitizing.h"

namespace engine::cli {

namespace {

std::vector<MarkedVideo> caseVideos(const nlohmann::json& recorded)
{
    std::vector<MarkedVideo> videos;
    for (const nlohmann::json& from : recorded.at("videos")) {
        MarkedVideo video{from.value("video", ""), {from.at("from"), from.at("to")}, {}};
        for (const auto& [rater, segments] : from.at("raters").items()) {
            std::vector<NamedSegment>& own = video.raters[rater];
            for (const nlohmann::json& segment : segments)
                own.push_back({{segment.at(0), segment.at(1)}, segment.at(2)});
        }
        videos.push_back(std::move(video));
    }
    return videos;
}

nlohmann::json caseFigure(const Statistic& statistic)
{
    return statistic.value ? nlohmann::json(*statistic.value)
                           : nlohmann::json(undefinedText(statistic.reason));
}

nlohmann::json caseFigure(const SweepFigure& figure)
{
    return figure.value ? nlohmann::json(*figure.value) : nlohmann::json(undefinedText(figure.reason));
}

nlohmann::json unitizingCase(const nlohmann::json& recorded, const nlohmann::json& options)
{
    UnitizingOptions chosen;
    chosen.resolution = options.value("resolution", chosen.resolution);
    chosen.draws = 0;
    const Unitizing alpha = unitizingAlpha(caseVideos(recorded), chosen);
    if (!alpha.all.value && alpha.all.reason == alpha.named.reason)
        return {{"undefined", undefinedText(alpha.all.reason)}};
    nlohmann::json result{{"u_alpha", caseFigure(alpha.all)},
                          {"u_alpha_marked", caseFigure(alpha.marked)},
                          {"cu_alpha", caseFigure(alpha.named)}};
    for (const NameAgreement& name : alpha.names) {
        result["ku_alpha"][name.name] = caseFigure(name.statistic);
        if (name.coverage)
            result["coverage"][name.name] = *name.coverage;
    }
    return result;
}

nlohmann::json gammaCase(const nlohmann::json& recorded, const nlohmann::json& options)
{
    GammaOptions chosen;
    chosen.positionWeight = options.value("alpha", chosen.positionWeight);
    chosen.nameWeight = options.value("beta", chosen.nameWeight);
    chosen.seed = options.value("seed", chosen.seed);
    chosen.precision = options.value("precision", chosen.precision);
    chosen.leastSamples = options.value("least", chosen.leastSamples);
    chosen.mostSamples = options.value("most", chosen.mostSamples);
    if (options.contains("samples") && !options["samples"].is_null())
        chosen.samples = options["samples"].get<std::size_t>();
    if (options.contains("distance") && options["distance"].is_object()) {
        for (const auto& [pair, distance] : options["distance"].items()) {
            if (const std::size_t bar = pair.find(" | "); bar != std::string::npos)
                chosen.distances[{pair.substr(0, bar), pair.substr(bar + 3)}] = distance;
        }
    }
    const Gamma gamma = gammaAgreement(caseVideos(recorded), chosen);
    if (!gamma.statistic.value)
        return {{"undefined", undefinedText(gamma.statistic.reason)}};
    return {{"gamma", *gamma.statistic.value}, {"observed", gamma.observed},
            {"expected", gamma.expected},      {"expected_half_width", gamma.expectedHalfWidth},
            {"samples", gamma.samples},        {"approximate", gamma.approximate}};
}

nlohmann::json boundaryCase(const nlohmann::json& recorded, const nlohmann::json& options)
{
    BoundarySimilarityOptions chosen;
    chosen.atom = options.value("atom", chosen.atom);
    chosen.near = options.value("near", chosen.near);
    const BoundarySimilarity similarity = boundarySimilarity(caseVideos(recorded), chosen);
    if (!similarity.similarity.value)
        return {{"undefined", undefinedText(similarity.similarity.reason)}};
    if (!similarity.corrected.value)
        return {{"undefined", undefinedText(similarity.corrected.reason)}};
    nlohmann::json result{{"B", *similarity.similarity.value},
                          {"pi", *similarity.corrected.value},
                          {"expected", similarity.expected},
                          {"pairs", nlohmann::json::object()}};
    for (const Statistic& pair : similarity.pairs)
        result["pairs"][pair.between[0] + " | " + pair.between[1]] = caseFigure(pair);
    return result;
}

nlohmann::json sweepCase(const nlohmann::json& recorded, const nlohmann::json& options)
{
    SegmentSweepOptions chosen;
    chosen.overlaps = options.value("overlaps", chosen.overlaps);
    chosen.tolerances = options.value("tolerances", chosen.tolerances);
    nlohmann::json result = nlohmann::json::object();
    for (const SegmentSweep& sweep : segmentSweeps(caseVideos(recorded), chosen)) {
        nlohmann::json& entry = result[sweep.first + " | " + sweep.second];
        entry = {{"segments", sweep.segments},
                 {"found", nlohmann::json::array()},
                 {"edge", nlohmann::json::array()}};
        for (const FoundSegments& found : sweep.found)
            entry["found"].push_back({{"overlap", found.overlap},
                                      {"found", found.found},
                                      {"f", caseFigure(found.f)},
                                      {"same_name", caseFigure(found.sameName)},
                                      {"kappa", caseFigure(found.kappa)}});
        for (const EdgeAgreement& edge : sweep.edge) {
            entry["edge"].push_back({{"tolerance", edge.tolerance}, {"f", caseFigure(edge.f)}});
            if (!edge.f.value)
                continue;
            entry["edge"].back()["expected"] = caseFigure(edge.expected);
            entry["edge"].back()["beyond_chance"] = caseFigure(edge.beyond);
        }
        if (!sweep.startsLater)
            continue;
        entry["starts_later"] = *sweep.startsLater;
        entry["ends_later"] = *sweep.endsLater;
        entry["median_deviation"] = *sweep.medianDeviation;
    }
    return result;
}

}

CaseResult segmentCase(const nlohmann::json& recorded)
{
    const std::string statistic = recorded.value("statistic", "");
    const nlohmann::json options = recorded.value("options", nlohmann::json::object());
    if (statistic == "unitizing")
        return unitizingCase(recorded, options);
    if (statistic == "gamma")
        return gammaCase(recorded, options);
    if (statistic == "boundary_similarity")
        return boundaryCase(recorded, options);
    if (statistic == "sweep")
        return sweepCase(recorded, options);
    return std::nullopt;
}

}
