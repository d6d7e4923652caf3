#include "engine/cli/polylogue_cli/agreement_consensus.h"

#include "engine/core/text_file.h"

#include <fmt/format.h>

namespace engine::cli {

std::vector<LabelConsensus> consensusOf(const RatingTables& ratings)
{
    std::vector<LabelConsensus> labels;
    for (const RatingTable& table : ratings.tables) {
        if (!table.isNominal())
            labels.push_back({&table, raterConsensus(table)});
    }
    return labels;
}

void writeConsensus(const std::vector<LabelConsensus>& labels, const std::filesystem::path& file)
{
    const auto shown = [](const std::optional<double>& value) {
        return value ? fmt::format("{:.6g}", *value) : std::string();
    };
    std::string text = "unit,label,consensus,deviation,mean,majority,ratings\n";
    for (const LabelConsensus& label : labels) {
        const RatingTable& table = *label.table;
        for (std::size_t unit = 0; unit < table.units().size(); ++unit) {
            if (!label.consensus.values[unit])
                continue;
            text += fmt::format("{},{},{},{},{},{},{}\n", tableCell(table.units()[unit]),
                                tableCell(table.label()), shown(label.consensus.values[unit]),
                                shown(label.consensus.deviations[unit]), shown(table.mean(unit)),
                                shown(majorityOf(table, unit)), table.valuesOf(unit).size());
        }
    }
    writeTextFile(file, text).commit();
}

std::string profilesText(const LabelConsensus& label)
{
    std::string text = fmt::format("{}: raters beside their consensus\n", label.table->label());
    for (const RaterProfile& rater : label.consensus.raters)
        text += fmt::format("  {:<16} bias {:+.2f}  scale {:.2f}  noise {:.2f}  units {}\n", rater.rater,
                            rater.bias, rater.scale, rater.noise, rater.units);
    return text;
}

nlohmann::json profilesJson(const LabelConsensus& label)
{
    nlohmann::json raters = nlohmann::json::array();
    for (const RaterProfile& rater : label.consensus.raters)
        raters.push_back({{"rater", rater.rater},
                          {"bias", rater.bias},
                          {"scale", rater.scale},
                          {"noise", rater.noise},
                          {"units", rater.units}});
    return {{"label", label.table->label()}, {"raters", raters}};
}

}
