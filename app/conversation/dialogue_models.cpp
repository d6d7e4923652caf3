#include "app/conversation/dialogue_models.h"

#include "app/prediction/answer_caution.h"
#include "app/prediction/conversation_classes.h"
#include "engine/core/error.h"
#include "engine/core/json_value.h"
#include "engine/model_files/model_card_file.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <set>

namespace app {

namespace {

namespace fs = std::filesystem;

DialogueModel::Caution cautionFor(const engine::ModelCard& card, std::optional<engine::Who> seen)
{
    const std::optional<AnswerCaution> caution = cautionOf(card, seen);
    return caution ? DialogueModel::Caution{caution->sentence, caution->about} : DialogueModel::Caution();
}

void addModelsIn(std::vector<fs::path>& paths, const fs::path& folder)
{
    std::error_code missing;
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(folder, missing)) {
        if (entry.path().extension() == ".safetensors"
            && entry.path().stem().string().find("checkpoint") == std::string::npos)
            found.push_back(entry.path());
    }
    std::ranges::sort(found);
    paths.insert(paths.end(), found.begin(), found.end());
}

}

std::optional<DialogueModel> dialogueModelOf(const engine::ModelCard& card, const QString& path)
{
    DialogueModel model;
    model.path = path;
    model.name = QString::fromStdString(card.name);
    model.architecture = QString::fromStdString(engine::classOf(card.architecture));
    if (!isOfConversations(model.architecture))
        return std::nullopt;
    if (model.name == model.architecture) // nobody named it
        model.name = QStringLiteral("%1 · %2").arg(model.name, QFileInfo(path).dir().dirName());
    model.labels = card.labels;
    model.labelsKey = engine::valueOr(card.recipe, "labels", model.labelsKey);
    const bool isRnn = model.architecture == QLatin1String("DialogueRNN");
    const bool overAllTurns = isRnn ? engine::valueOr(card.architecture, "global_attention", true)
                                    : engine::valueOr(card.architecture, "attention", false);
    model.looksAhead = overAllTurns || engine::valueOr(card.architecture, "bidirectional", true);
    model.ofPeople = cautionFor(card, std::nullopt);
    model.ofDrawings = cautionFor(card, engine::Who::Drawn);
    const auto predicts = card.architecture.find("predict");
    model.answersListeners = predicts != card.architecture.end() && *predicts == "all";
    model.attends = isRnn || overAllTurns;
    return model;
}

std::vector<DialogueModel> findDialogueModels(const std::vector<fs::path>& folders, const fs::path& runs,
                                              const QStringList& files, const engine::RunContext& run)
{
    std::vector<fs::path> paths;
    for (const fs::path& folder : folders)
        addModelsIn(paths, folder);
    std::error_code missing;
    if (!runs.empty()) {
        std::vector<fs::path> each;
        for (const auto& entry : fs::directory_iterator(runs, missing))
            each.push_back(entry.path());
        std::ranges::sort(each);
        for (const fs::path& folder : each)
            addModelsIn(paths, folder);
    }
    for (const QString& file : files)
        paths.emplace_back(file.toStdString());
    std::vector<DialogueModel> models;
    std::set<fs::path> seen;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        run.tick(i, paths.size());
        const fs::path canonical = fs::canonical(paths[i], missing);
        if (missing || !seen.insert(canonical).second)
            continue;
        try {
            auto model
                = dialogueModelOf(engine::readModelCard(paths[i]), QString::fromStdString(paths[i].string()));
            if (!model)
                continue;
            model->written = fs::last_write_time(paths[i], missing).time_since_epoch().count();
            models.push_back(*std::move(model));
        } catch (const engine::IoError&) {
        } catch (const engine::FormatError&) {
            // No model: whoever opens it is told why.
        }
    }
    return models;
}

}
