#include "app/training/experiment.h"

#include "engine/core/error.h"

#include <QCoreApplication>
#include <QLocale>

#include <fstream>

namespace app {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

struct ExperimentTexts {
    Q_DECLARE_TR_FUNCTIONS(app::ExperimentTexts)
};

constexpr const char* kModalities = "modalities"; // beside the fields of the recipe

Json sideToJson(const ExperimentSide& side)
{
    Json object = recipeOf(side);
    if (!side.modalities.empty())
        object[kModalities] = side.modalities;
    return object;
}

/// @throws nlohmann::json::exception for anything that sideToJson() does not give.
ExperimentSide sideFrom(const Json& object)
{
    ExperimentSide side;
    const Json rows = object.value("rows", Json("words"));
    if (rows == "own") {
        side.rows = ExperimentSide::Rows::Own;
    } else if (rows.is_object()) {
        side.rows = ExperimentSide::Rows::FixedRate;
        side.hertz = rows.at("rate_hz").get<double>();
    } else if (!object.contains("collapse")) {
        side.rows = ExperimentSide::Rows::Stored;
    }
    side.collapse = object.value("collapse", side.collapse);
    side.impute = object.value("impute", side.impute);
    side.modalities = object.value(kModalities, side.modalities);
    return side;
}

QString rowsText(const ExperimentSide& side)
{
    const QString collapse = QString::fromStdString(side.collapse);
    switch (side.rows) {
    case ExperimentSide::Rows::Own:
        return ExperimentTexts::tr("own rows");
    case ExperimentSide::Rows::FixedRate:
        return ExperimentTexts::tr("%1 rows a second: %2").arg(side.hertz).arg(collapse);
    case ExperimentSide::Rows::Stored:
        return ExperimentTexts::tr("rows of the file");
    case ExperimentSide::Rows::Words:
        break;
    }
    if (side.impute == "none")
        return ExperimentTexts::tr("aligned to words: %1, incomplete words left out").arg(collapse);
    return ExperimentTexts::tr("aligned to words: %1, gaps filled by %2")
        .arg(collapse, QString::fromStdString(side.impute));
}

}

Json recipeOf(const ExperimentSide& side)
{
    if (side.rows == ExperimentSide::Rows::Stored)
        return Json::object();
    if (side.rows == ExperimentSide::Rows::Own)
        return {{"rows", "own"}};
    Json recipe{{"collapse", side.collapse}};
    if (side.rows == ExperimentSide::Rows::FixedRate)
        recipe["rows"] = {{"rate_hz", side.hertz}};
    else
        recipe["impute"] = side.impute;
    return recipe;
}

QString modalityText(std::string_view modality)
{
    if (modality == "text")
        return ExperimentTexts::tr("text");
    return modality == "acoustic" ? ExperimentTexts::tr("sound") : ExperimentTexts::tr("face");
}

QString sideText(const ExperimentSide& side)
{
    if (side.modalities.empty())
        return rowsText(side);
    QStringList names;
    for (const std::string& modality : side.modalities)
        names << modalityText(modality);
    return ExperimentTexts::tr("%1; %2 alone").arg(rowsText(side), QLocale().createSeparatedList(names));
}

QString labelsText(const engine::LabelChange& change, std::size_t side)
{
    if (side == 0)
        return ExperimentTexts::tr("labels as they were");
    QStringList parts;
    if (change.changed > 0)
        parts << ExperimentTexts::tr("%n changed", nullptr, static_cast<int>(change.changed));
    if (change.added > 0)
        parts << ExperimentTexts::tr("%n new", nullptr, static_cast<int>(change.added));
    if (change.removed > 0)
        parts << ExperimentTexts::tr("%n gone", nullptr, static_cast<int>(change.removed));
    return ExperimentTexts::tr("labels now: %1").arg(parts.join(QStringLiteral(", ")));
}

Json toJson(const Experiment& experiment)
{
    Json object{{"options", experiment.options}, {"sequences", Json::object()}, {"seeds", experiment.seeds}};
    for (const auto& [field, name] : experiment.sequences)
        object["sequences"][field] = name;
    for (const ExperimentSide& side : experiment.sides)
        object["sides"].push_back(sideToJson(side));
    if (experiment.labels)
        object["labels"] = {{"changed", experiment.labels->changed},
                            {"added", experiment.labels->added},
                            {"removed", experiment.labels->removed},
                            {"videos", experiment.labels->videos}};
    return object;
}

Experiment readExperiment(const fs::path& folder)
{
    const fs::path file = folder / kExperimentFile;
    std::ifstream stream(file);
    if (!stream)
        throw engine::IoError("io", file.string(), "cannot be read");
    try {
        const Json object = Json::parse(stream);
        Experiment experiment;
        experiment.options = object.at("options");
        experiment.sequences = object.at("sequences").get<std::map<std::string, std::string>>();
        experiment.seeds = object.at("seeds").get<std::vector<std::uint64_t>>();
        for (std::size_t side = 0; side < experiment.sides.size(); ++side)
            experiment.sides[side] = sideFrom(object.at("sides").at(side));
        if (object.contains("labels")) {
            const Json& labels = object["labels"];
            experiment.labels
                = {labels.at("changed").get<std::size_t>(), labels.at("added").get<std::size_t>(),
                   labels.at("removed").get<std::size_t>(), labels.at("videos").get<std::size_t>()};
        }
        experiment.folder = QString::fromStdString(folder.string());
        return experiment;
    } catch (const nlohmann::json::exception&) {
        throw engine::FormatError("bad_config", file.string(), "is no experiment");
    }
}

fs::path runFolderOf(const Experiment& experiment, std::size_t side, std::uint64_t seed)
{
    return fs::path(experiment.folder.toStdString()) / ((side == 0 ? "a-" : "b-") + std::to_string(seed));
}

TrainingWish wishOf(const Experiment& experiment, std::size_t side, std::uint64_t seed)
{
    TrainingWish wish;
    wish.options = experiment.options;
    wish.options["training"]["seed"] = seed;
    if (!experiment.labels) {
        const ExperimentSide& rows = experiment.sides.at(side);
        if (const Json recipe = recipeOf(rows); !recipe.empty())
            wish.options["recipe"].update(recipe);
        if (!rows.modalities.empty())
            wish.options["modalities"] = rows.modalities;
    }
    wish.sequences = experiment.sequences;
    wish.label = experiment.label;
    wish.folder = QString::fromStdString(runFolderOf(experiment, side, seed).string());
    return wish;
}

}
