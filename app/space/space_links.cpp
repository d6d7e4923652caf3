#include "app/space/space_links.h"

#include "app/dataset_view/dataset_room.h"
#include "app/dataset_view/room_models.h"
#include "app/review/review.h"
#include "app/session/session.h"
#include "app/space/space_tab.h"
#include "app/training/run_folders.h"

#include <QFileInfo>

namespace app {

SpaceLinks::SpaceLinks(Session& session, SpaceTab& space, DatasetRoom& dataset, Review& review,
                       QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_space(space)
    , m_review(review)
    , m_readingTraining(session.tasks())
{
    connect(&dataset, &DatasetRoom::pointsShown, &space, &SpaceTab::setAnswers);
    connect(&space, &SpaceTab::answersWished, &dataset, &DatasetRoom::prepare);
    connect(&space, &SpaceTab::answersWished, this, &SpaceLinks::readTraining);
    connect(&session.modelsClient(), &ModelsClient::modelChanged, this, [this] {
        offerLayer();
        if (m_space.isVisible())
            readTraining();
    });
    connect(&session.document(), &Document::videoChanged, this, &SpaceLinks::offerLayer);
    connect(&dataset, &DatasetRoom::selectionChanged, &space, &SpaceTab::choose);
    connect(&space, &SpaceTab::selectionChanged, &dataset,
            [&dataset](const std::vector<engine::ReviewPass::Place>& places) {
                dataset.choose(places, chosenInSpace());
            });
    connect(&space, &SpaceTab::datasetWished, this, [this, &dataset] {
        emit datasetWished();
        dataset.choose(m_space.chosen(), chosenInSpace());
    });
    connect(&space, &SpaceTab::reviewWished, this, &SpaceLinks::beginReview);
    offerLayer();
}

QString SpaceLinks::chosenInSpace()
{
    return tr("chosen in Space");
}

void SpaceLinks::offerLayer()
{
    const ModelsClient& client = m_session.modelsClient();
    const auto file = client.model() ? modelFileOf(*client.model()) : std::nullopt;
    const bool fits = file && whyNotOverDatasets(*file, m_session.document()).isEmpty();
    m_space.setModel(fits ? FusedModel{client.loadedPath(), QString::fromStdString(client.model()->name)}
                          : FusedModel());
}

/// A training leaves what it says of each segment beside its model.
void SpaceLinks::readTraining()
{
    const QString model = m_session.modelsClient().loadedPath();
    m_readingTraining.start(
        tr("Looking for the training of the model"),
        [folder = QFileInfo(model).absolutePath().toStdString()](const engine::RunContext&) {
            return readDynamics(folder);
        },
        [this](const std::vector<widgets::SegmentDynamics>& dynamics) { m_space.setDynamics(dynamics); });
}

void SpaceLinks::beginReview()
{
    Document& document = m_session.document();
    if (!m_review.mayBegin())
        return;
    emit reviewWished();
    m_review.startAt(
        passOver(document.annotation(), m_session.editor().annotator().toStdString(), m_space.chosen()));
}

}
