#include "app/video/library_feature.h"

#include "app/actions/actions.h"
#include "app/session/session.h"
#include "app/video/library_feed.h"
#include "app/window/main_window.h"
#include "widgets/library/library_panel.h"

namespace app {

void addLibrary(const Bench& bench)
{
    Session& session = bench.session;
    new LibraryFeed(session.document(), session.videos(), session.thumbnailer(), bench.settings, bench.library);
    QObject::connect(bench.actions.at("find"), &QAction::triggered, &bench.library, &widgets::LibraryPanel::focusSearch);
}

}
