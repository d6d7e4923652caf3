#include "app/prediction/model_list.h"

#include "app/prediction/conversation_classes.h"
#include "app/prediction/model_outputs.h"
#include "app/settings/settings.h"
#include "engine/alignment/chosen_columns.h"
#include "engine/core/error.h"
#include "engine/core/installation.h"
#include "engine/model_files/model_card_file.h"
#include "engine/packed/packed_names.h"
#include "widgets/base/scale_number.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <set>

namespace app {

namespace {

constexpr std::string_view kAllModalities = "text+acoustic+visual";

bool readsWords(const nlohmann::json& recipe)
{
    return !recipe.is_object()
        || (recipe.value("rows", nlohmann::json("words")) == "words" && !recipe.contains("segments"));
}

ModelFile fileOf(const engine::ModelCard& card, const QString& path)
{
    ModelFile file;
    file.path = path;
    file.name = QString::fromStdString(card.name);
    file.architecture = QString::fromStdString(engine::classOf(card.architecture));
    if (!path.isEmpty() && file.name == file.architecture) // nobody named it
        file.name = QStringLiteral("%1 · %2").arg(file.name, QFileInfo(path).dir().dirName());
    file.hidesModalities
        = card.architecture.is_object() && card.architecture.value("key_mask", nlohmann::json(false)) == true;
    if (!card.labels.empty()) {
        file.output = QString::fromStdString(card.labels.front().name);
        file.testError = testError(card.scores, card.labels.front().name, std::string(kAllModalities));
    }
    for (std::size_t i = 0; i < file.widths.size(); ++i)
        file.widths[i] = card.normalisation[i].width();
    file.modalities = card.modalities;
    file.acousticColumns = acousticColumns(card.recipe);
    file.givesScores
        = card.labels.empty() || card.labels.front().name != "unlabelled"; // as training calls it
    file.readsWords = readsWords(card.recipe);
    file.looksAtRecordings = card.input.options.media.has_value();
    file.isOfParts = file.looksAtRecordings && card.input.options.media->areParts;
    file.caution = cautionOf(card, std::nullopt);
    file.cautionOfDrawings = cautionOf(card, engine::Who::Drawn);
    return file;
}

/// What a training run keeps to go on from can be opened as a model, but is none to choose.
bool isCheckpoint(const std::filesystem::path& path)
{
    const std::string stem = path.stem().string();
    return stem.starts_with("checkpoint") || stem.ends_with(".checkpoint");
}

std::vector<std::filesystem::path> modelsIn(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    std::error_code missing;
    for (const auto& entry : std::filesystem::directory_iterator(folder, missing)) {
        if (entry.path().extension() == ".safetensors" && entry.is_regular_file(missing)
            && !isCheckpoint(entry.path()))
            files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

}

std::optional<double> testError(const nlohmann::json& scores, const std::string& label,
                                const std::string& modalities)
{
    if (!scores.is_array())
        return std::nullopt;
    const auto is = [](const nlohmann::json& score, const char* field, const std::string& value) {
        return score.contains(field) && score[field] == value;
    };
    for (const nlohmann::json& score : scores) {
        if (score.is_object() && is(score, "fold", "test") && is(score, "label", label)
            && is(score, "modalities", modalities) && score.contains("mae") && score["mae"].is_number())
            return score["mae"].get<double>();
    }
    return std::nullopt;
}

std::vector<std::filesystem::path> modelFolders(const std::filesystem::path& dataset)
{
    std::vector<std::filesystem::path> folders;
    for (const std::filesystem::path& place : {dataset, engine::Installation::ofThisProgram().demo()}) {
        if (!place.empty())
            folders.insert(folders.end(), {place / "model", place / "models"});
    }
    if (const std::filesystem::path ready = engine::Installation::ofThisProgram().part("ready");
        !ready.empty())
        folders.push_back(ready);
    return folders;
}

std::vector<ModelFile> findModels(const std::vector<std::filesystem::path>& folders, const QStringList& files,
                                  const engine::RunContext& run)
{
    std::vector<std::filesystem::path> paths;
    for (const std::filesystem::path& folder : folders) {
        const std::vector<std::filesystem::path> found = modelsIn(folder);
        paths.insert(paths.end(), found.begin(), found.end());
    }
    for (const QString& file : files)
        paths.emplace_back(file.toStdString());
    std::vector<ModelFile> models;
    std::set<std::filesystem::path> seen;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        run.tick(i, paths.size());
        std::error_code missing;
        const std::filesystem::path canonical = std::filesystem::canonical(paths[i], missing);
        if (missing || !seen.insert(canonical).second)
            continue;
        try {
            models.push_back(
                fileOf(engine::readModelCard(paths[i]), QString::fromStdString(paths[i].string())));
        } catch (const engine::IoError&) {
        } catch (const engine::FormatError&) {
            // No model: whoever opens it from the menu is told why.
        }
    }
    return models;
}

std::optional<ModelFile> modelFileOf(const engine::ModelInfo& model)
{
    const std::optional<engine::ModelCard> card = modelCardOf(model);
    return card ? std::optional(fileOf(*card, {})) : std::nullopt;
}

std::vector<std::string> acousticColumns(const nlohmann::json& recipe)
{
    std::vector<std::string> patterns;
    const auto columns = recipe.is_object() ? recipe.find("acoustic_columns") : recipe.end();
    if (!recipe.is_object() || columns == recipe.end() || !columns->is_array())
        return {};
    for (const nlohmann::json& pattern : *columns) {
        if (pattern.is_string())
            patterns.push_back(pattern.get<std::string>());
    }
    return patterns;
}

/// Which arrays a file of packed segments has, and which the model takes, where no name tells a modality.
QString lackOfArrays(const ModelFile& file, const engine::PackedFile& packed)
{
    QStringList has, takes;
    for (const engine::PackedFile::Feature& feature : packed.features())
        has << QString::fromStdString(feature.name);
    const std::array<QString, 3> names{ModelList::tr("text"), ModelList::tr("sound"),
                                       ModelList::tr("vision")};
    for (const engine::Modality modality : engine::allModalities) {
        const auto place = static_cast<std::size_t>(modality);
        QStringList called;
        for (const std::string_view name : engine::packedNamesOf(modality))
            called << QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
        if (file.modalities[place] && file.widths[place] > 0)
            takes << QStringLiteral("%1 (%2)").arg(names[place], called.join(QStringLiteral(", ")));
    }
    const QString wanted = takes.join(QStringLiteral("; "));
    return has.isEmpty() ? ModelList::tr("wants arrays of features, and the file has none: %1").arg(wanted)
                         : ModelList::tr("wants arrays that the file does not have: %1; here are %2")
                               .arg(wanted, has.join(QStringLiteral(", ")));
}

QString misfit(const ModelFile& file, const VideoData& video)
{
    if (isOfConversations(file.architecture))
        return ModelList::tr("answers about whole conversations: choose it in the Conversation tab");
    if (!file.givesScores)
        return ModelList::tr(
            "learnt without labels: it gives no score, but finds what sounds and looks alike");
    if (file.looksAtRecordings)
        return video.mediaPath.isEmpty() ? ModelList::tr("wants a recording") : QString();
    std::array<std::size_t, 3> here = video.inputWidths();
    if (!video.packed && here[1] > 0 && !file.acousticColumns.empty()) {
        const auto columns = engine::columnsCalled(video.wordFeatures->acousticNames, file.acousticColumns);
        if (!columns)
            return ModelList::tr("wants columns of sound that are not here");
        here[1] = columns->size();
    }
    const std::array<QString, 3> names{ModelList::tr("text"), ModelList::tr("sound"),
                                       ModelList::tr("vision")};
    for (std::size_t i = 0; i < here.size(); ++i) {
        const bool isLeftOut = !file.modalities[i] && !video.packed; // rows are made without it
        if (here[i] > 0 && here[i] != file.widths[i] && !isLeftOut)
            return ModelList::tr("wants %1 features of %2, here are %3")
                .arg(file.widths[i])
                .arg(names[i])
                .arg(here[i]);
    }
    if (here != std::array<std::size_t, 3>{})
        return {};
    return video.packed ? lackOfArrays(file, *video.packed->file()) : ModelList::tr("wants features");
}

ModelList::ModelList(Document& document, Tasks& tasks, const ModelsClient& client, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_looking(tasks)
{
    connect(&client, &ModelsClient::modelChanged, this, &ModelList::refresh);
    connect(&document, &Document::videoChanged, this, &ModelList::changed);
}

QString ModelList::modelOf(const QString& architecture, const QString& preferred) const
{
    QString first;
    for (const ModelFile& file : m_files) {
        if (file.architecture != architecture)
            continue;
        if (file.path == preferred)
            return preferred;
        if (first.isEmpty())
            first = file.path;
    }
    return first;
}

void ModelList::refresh()
{
    m_looking.start(
        tr("Looking for models"),
        [folders = modelFolders(m_document.dataset().root), recent = Settings().recentModels()](
            const engine::RunContext& run) { return findModels(folders, recent, run); },
        [this](std::vector<ModelFile> files) {
            m_files = std::move(files);
            emit changed();
        });
}

std::vector<widgets::ModelEntry> ModelList::entries() const
{
    std::vector<widgets::ModelEntry> entries;
    const bool isOfDrawings = showsDrawings(m_document);
    std::vector<ModelFile> files = m_files; // those that learnt from people come first where people are seen
    std::ranges::stable_partition(files,
                                  [&](const ModelFile& file) { return isOfDrawings || !file.caution; });
    if (!isOfDrawings)
        std::ranges::stable_partition(files, &ModelFile::isOfParts);
    for (const ModelFile& file : files) {
        const QString problem = m_document.hasVideo() ? misfit(file, m_document.video()) : QString();
        QString detail
            = file.isOfParts ? tr("parts that learnt from people, put together") : file.architecture;
        if (!problem.isEmpty())
            detail = tr("%1 · %2").arg(detail, problem);
        else if (file.testError)
            detail = tr("%1 · mean error %2 on held-out segments")
                         .arg(detail)
                         .arg(widgets::shownNumber(*file.testError, 2, 'f'));
        if (!isOfDrawings && file.caution)
            detail = tr("%1 · learnt from drawn speakers").arg(detail);
        entries.push_back({file.path, file.name, detail, problem.isEmpty(), file.output});
    }
    std::ranges::stable_partition(entries, &widgets::ModelEntry::fits);
    return entries;
}

}
