#include "app/dataset_view/dataset_feature.h"

#include "app/actions/actions.h"
#include "app/dataset_view/dataset_room.h"
#include "app/review/review.h"
#include "app/review/review_feature.h"
#include "app/session/session.h"
#include "app/timeline/timeline_panel.h"
#include "app/window/docks.h"
#include "app/window/main_window.h"
#include "widgets/library/library_panel.h"

namespace app {

DatasetRoom& addDataset(const Bench& bench, const Reviewing& reviewing)
{
    Session& session = bench.session;
    MainWindow& window = bench.window;
    auto* room
        = new DatasetRoom({session.document(), session.editor(), session.videos(), session.modelsClient(),
                           session.modelChoice(), session.project(), session.moments(), reviewing.review,
                           session.tasks(), bench.settings, session.programs()},
                          bench.library, window);
    const auto run = [&window](const char* command) { return [&window, command] { window.run(command); }; };
    QObject::connect(&window, &MainWindow::modeShown, room, [room, &window](const QString& mode) {
        room->setShown(mode == QLatin1String("dataset") && !window.isStartPageShown());
    });
    QObject::connect(room, &DatasetRoom::shown, &bench.docks,
                     [&docks = bench.docks](bool isShown) { docks.setBottomShown(!isShown); });
    QObject::connect(room, &DatasetRoom::commandWished, &window,
                     [&window](const QString& name) { window.run(name.toUtf8().constData()); });
    QObject::connect(room, &DatasetRoom::openModelWished, &window, run("open-model"));
    QObject::connect(room, &DatasetRoom::reviewWished, &window, run("preset-review"));
    QObject::connect(room, &DatasetRoom::segmentWished, &window,
                     [bench](const QString& video, double seconds) {
                         bench.window.run("preset-explore");
                         bench.session.videos().openAt(video, seconds);
                         bench.timeline.view().setFocus();
                     });
    window.addSettled([room] { return room->isSettled(); });
    window.addFirstToGo(room);
    return *room;
}

}
