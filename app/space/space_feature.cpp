#include "app/space/space_feature.h"

#include "app/dataset_view/dataset_room.h"
#include "app/prediction/predict_tab.h"
#include "app/review/review.h"
#include "app/review/review_feature.h"
#include "app/session/session.h"
#include "app/space/space_links.h"
#include "app/space/space_model.h"
#include "app/space/space_tab.h"
#include "app/window/main_window.h"
#include "app/window/tabs.h"

#include <QCoreApplication>

namespace app {

SpaceTab& addSpace(const Bench& bench, PredictTab& predict, DatasetRoom& dataset, const Reviewing& reviewing)
{
    Session& session = bench.session;
    MainWindow& window = bench.window;
    auto* space
        = new SpaceTab({session.document(), session.moments(), session.videos(), session.tasks(),
                        session.player(), session.faces(), session.featureReader(), session.programs()});
    bench.tabs.add({"space", QCoreApplication::translate("app::Tabs", "Space"), false, false}, space);
    window.addSettled([space] { return space->isComplete(); });
    new SpaceModel(session.document(), session.prediction(), session.modelsClient(), predict, *space);
    auto* links = new SpaceLinks(session, *space, dataset, reviewing.review, &window);
    QObject::connect(links, &SpaceLinks::datasetWished, &window, [&window] { window.run("preset-dataset"); });
    QObject::connect(links, &SpaceLinks::reviewWished, &window, [&window] { window.run("preset-review"); });
    QObject::connect(space, &SpaceTab::extractionWished, &window, [&window] { window.run("sequences"); });
    QObject::connect(space, &SpaceTab::segmentsWished, &window, [&window] { window.run("make-segments"); });
    QObject::connect(space, &SpaceTab::modelWished, &predict,
                     [&predict, &choice = session.modelChoice()](const QString& architecture) {
                         if (const QString path = predict.modelOf(architecture); !path.isEmpty())
                             choice.choose(path);
                     });
    return *space;
}

}
