#include "app/space/layer_rows.h"

#include "app/models_client/dataset_question.h"
#include "engine/sequences/csd_file.h"

#include <QCoreApplication>
#include <QTemporaryDir>

namespace app {

namespace {

struct LayerRows {
    Q_DECLARE_TR_FUNCTIONS(app::LayerRows)
};

}

QString layerTitle(const FusedModel& model)
{
    return LayerRows::tr("fusion layer of %1").arg(model.name);
}

engine::SegmentMeans readLayerRows(const ProjectMoment& moment, const FusedModel& model,
                                   const engine::ProjectEdits& edits, const std::filesystem::path& programs,
                                   const engine::RunContext& run)
{
    const QTemporaryDir folder;
    const std::string file = folder.filePath(QStringLiteral("layer.csd")).toStdString();
    lineAboutDataset(programs, model.file.toStdString(), {"explain", "--layer", file, "--progress"},
                     moment.forPrograms(run), run);
    const engine::CsdFile layer(file);
    const OpenDataset::Sequence* labels = moment.dataset->withRole(Role::Labels);
    return readSpaceRows(*moment.dataset, layer, labels ? QString::fromStdString(labels->key) : QString(),
                         edits, run);
}

}
