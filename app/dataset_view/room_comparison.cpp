#include "app/dataset_view/room_comparison.h"

#include "widgets/dataset/two_models_card.h"
#include "widgets/predict/model_chooser.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace app {

RoomComparison::RoomComparison(Tasks& tasks, QString programs, widgets::TwoModelsCard& card, QObject* parent)
    : QObject(parent)
    , m_programs(std::move(programs))
    , m_card(card)
    , m_scores(std::make_shared<const ModelScores>())
    , m_asking(tasks)
{
    connect(&card.others(), &widgets::ModelChooser::modelChosen, this, &RoomComparison::ask);
    connect(&card.others(), &widgets::ModelChooser::listWished, this, &RoomComparison::listWished);
    connect(&card.others(), &widgets::ModelChooser::openWished, this, &RoomComparison::openWished);
}

void RoomComparison::setSubject(const QString& model, const engine::DatasetList& dataset,
                                const QString& output)
{
    const bool isSame = dataset == m_dataset && output == m_output;
    if (isSame && model == m_model)
        return;
    m_model = model;
    m_dataset = dataset;
    m_output = output;
    if (!isSame || model == m_path)
        forget();
    showModels();
}

void RoomComparison::setModels(const std::vector<ModelFile>& models)
{
    m_models = models;
    showModels();
}

void RoomComparison::showModels()
{
    std::vector<widgets::ModelEntry> entries;
    for (const ModelFile& model : m_models) {
        if (model.path != m_model && model.output == m_output)
            entries.push_back({model.path, model.name, model.architecture, true});
    }
    m_card.others().setEnabled(!m_output.isEmpty());
    m_card.others().setModels(entries);
    m_card.others().setCurrentModel(m_path, m_name);
}

void RoomComparison::forget()
{
    m_asking.abandon();
    m_path.clear();
    m_name.clear();
    m_card.setState({});
    if (!std::exchange(m_scores, std::make_shared<const ModelScores>())->empty())
        emit changed();
}

void RoomComparison::ask(const QString& path)
{
    forget();
    m_path = path;
    const auto model = std::ranges::find(m_models, path, &ModelFile::path);
    m_name = model == m_models.end() ? QFileInfo(path).completeBaseName() : model->name;
    m_card.others().setCurrentModel(m_path, m_name);
    m_card.setState(tr("%1 is being asked about all segments…").arg(m_name));
    m_asking.start(
        tr("Asking another model about the dataset"),
        [programs = m_programs.toStdString(), model = path.toStdString(), dataset = m_dataset,
         output = m_output.toStdString()](const engine::RunContext& run) {
            return modelScores(programs, model, dataset, output, run);
        },
        [this](Outcome<ModelScores> answer) {
            if (std::holds_alternative<Stopped>(answer)) {
                m_card.setState(tr("The question was stopped."));
                return;
            }
            if (auto* scores = std::get_if<ModelScores>(&answer))
                m_scores = std::make_shared<const ModelScores>(std::move(*scores));
            m_card.setState(failureOf(answer));
            emit changed();
        });
}

}
