#include "app/extraction/extraction_feature.h"

#include "app/extraction/extraction_actions.h"
#include "app/extraction/found_words.h"
#include "app/session/session.h"
#include "app/video/video_opener.h"
#include "app/window/main_window.h"
#include "widgets/library/library_panel.h"

#include <QtGlobal>

namespace app {

namespace {

// One command, one line.
// clang-format off
constexpr Command kExtractionCommands[]{
    {"sequences", QT_TRANSLATE_NOOP("app::Actions", "Seq&uences…"), "", {"file", 201}, kNeedsNothing},
};
// clang-format on

}

CommandTable extractionCommands()
{
    return {"own-recordings", kExtractionCommands};
}

ExtractionActions& addExtraction(const Bench& bench)
{
    Session& session = bench.session;
    auto* extraction = new ExtractionActions(
        session.document(), [&videos = session.videos()] { return videos.dataset(); },
        [&project = session.project()] { return project.isOpening(); }, session.tasks(),
        session.programs(), bench.actions, &bench.window);
    QObject::connect(extraction, &ExtractionActions::datasetWished, &bench.window, &MainWindow::openPaths);
    auto* found = new FoundWords(session.document(), session.editor(), session.tasks(), extraction);
    QObject::connect(extraction, &ExtractionActions::projectGrown, found,
                     [found](const auto&, const auto&, auto, bool goesOn) {
                         if (!goesOn)
                             found->expect();
                     });
    QObject::connect(extraction, &ExtractionActions::projectGrown, &session, &Session::takeWritten);
    QObject::connect(&session.videos(), &VideoOpener::sequencesOpened, found, &FoundWords::take);
    QObject::connect(&bench.library, &widgets::LibraryPanel::menuWished, extraction, &ExtractionActions::openMenu);
    return *extraction;
}

}
