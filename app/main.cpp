#include "app/application.h"
#include "app/complaint.h"
#include "app/crashes/crash_handler.h"
#include "app/crashes/crash_notes.h"
#include "app/diagnosis/diagnosis.h"
#include "app/features.h"
#include "app/option_tree.h"
#include "app/options.h"
#include "app/quit_guard.h"
#include "app/read_over.h"
#include "app/render_file.h"
#include "app/screenshot.h"
#include "app/scripting/scripting.h"
#include "app/session/session.h"
#include "app/session_end.h"
#include "app/settings/language.h"
#include "app/wheel_guard.h"
#include "app/window/apply_theme.h"
#include "app/window/main_window.h"
#include "engine/core/freed_memory.h"
#include "engine/core/installation.h"
#include "engine/media_child/media_template.h"
#include "widgets/base/plain_labels.h"
#include "widgets/base/window_style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QIcon>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace {

constexpr int kBeforeTourMs = 800; ///< the first picture comes first
constexpr std::chrono::seconds kToComeDown{15}; ///< for an earlier state, which is put aside at the end

/// Inter where it is installed: narrow, legible digits of equal width; else the system's own.
void chooseFont()
{
    QFont font = QApplication::font();
    if (QFontDatabase::hasFamily(QStringLiteral("Inter")))
        font.setFamily(QStringLiteral("Inter"));
    font.setPointSizeF(9.5);
    QApplication::setFont(font);
}

double monotonicMilliseconds()
{
    using namespace std::chrono;
    return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

/// For scripts/bench: POLYLOGUE_TRACE_STARTUP holds the steady clock's milliseconds at which the program was
/// started. Prints how long the first picture took, then ends.
void traceStartup(const app::MainWindow& window)
{
    bool ok = false;
    const double started = qEnvironmentVariable("POLYLOGUE_TRACE_STARTUP").toDouble(&ok);
    if (!ok)
        return;
    QObject::connect(
        &window, &app::MainWindow::framePainted, &window,
        [started] {
            std::fprintf(stderr, "first-frame %.1f\n", monotonicMilliseconds() - started);
            QApplication::exit(0);
        },
        Qt::QueuedConnection);
}

/// @param guard  outlives everything that waits for a disk
int run(const app::Application& application, const app::Options& options, app::QuitGuard& guard)
{
    using Keeping = app::Session::Keeping;
    app::Session session(QApplication::applicationDirPath(),
                         options.isHeadless() ? Keeping::InMemory : Keeping::InProjects);
    app::applyTheme(options.theme.value_or(app::Settings().theme()));
    app::MainWindow window(session, app::allCommands());
    app::Scripting& scripting = app::addFeatures(window.bench());
    window.complete();
    const app::SessionEnd end(application, session.project(), window);
    QObject::connect(&application, &app::Application::failed, &session.document().notices(),
                     &app::Notices::say);
    if (!options.isHeadless())
        window.restoreLayout();
    if (options.size)
        window.resize(*options.size);
    if (!options.preset.isEmpty())
        window.setPreset(options.preset);
    if (!options.tab.isEmpty())
        window.showTab(options.tab);
    if (!options.review.isEmpty())
        window.reviewWhenOpen(options.review);
    traceStartup(window);
    window.show();
    if (options.listens) {
        std::printf("polylogue: scripts connect at %s\n", qPrintable(scripting.listen()));
        std::fflush(stdout);
    }
    if (!options.isHeadless() && !options.listens && !app::Settings().isTourSeen())
        QObject::connect(&window, &app::MainWindow::dataOpened, &window, [&window] {
            QTimer::singleShot(kBeforeTourMs, &window, [&window] { window.run("tour"); });
        });
    if (options.isHeadless()) { // a picture leaves no trace in the user's settings
        std::vector<std::filesystem::path> files;
        for (const QString& file : options.files)
            files.emplace_back(file.toStdString());
        if (files.empty() && options.demo)
            files.push_back(engine::Installation::ofThisProgram().demo());
        if (app::wouldWriteOver(files, options.render.path.isEmpty() ? options.screenshot : options.render.path))
            return 1;
        if (!files.empty())
            session.project().open(files);
        if (!options.render.path.isEmpty()) {
            const app::RenderFile render(session, window, options.render);
            return guard.exec(kToComeDown);
        }
        const app::Screenshot screenshot(session, window, options.screenshot, options.at);
        return guard.exec(kToComeDown);
    }
    if (!options.files.isEmpty())
        window.openPaths(options.files);
    else if (options.demo)
        session.project().open({engine::Installation::ofThisProgram().demo()});
    if (options.at)
        QObject::connect(
            &session.player(), &app::Player::opened, &window,
            [&session, at = *options.at] { session.player().seek(at); }, Qt::SingleShotConnection);
    return guard.exec(kToComeDown);
}

/// Qt ends with an abort when the display cannot be opened; a sentence is kinder.
void sayWhyQtGivesUp(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    std::fprintf(stderr, "%s\n", qPrintable(text));
    if (type != QtFatalMsg)
        return;
    std::fprintf(
        stderr,
        "polylogue: the display cannot be used (see above); `xvfb-run polylogue …` makes one in memory.\n");
    std::_Exit(1);
}

bool asksOnlyForHelp(int argc, char** argv)
{
    return std::any_of(argv + 1, argv + argc, [](const std::string_view argument) {
        return argument == "--help" || argument == "-h" || argument == "--version" || argument == "-v";
    });
}

}

int main(int argc, char** argv)
{
    engine::shareFreedMemory();
    QCoreApplication::setApplicationName(QStringLiteral("polylogue"));
    QCoreApplication::setOrganizationName(QStringLiteral("polylogue"));
    QCoreApplication::setApplicationVersion(QStringLiteral(POLYLOGUE_VERSION));
    if (argc == 2 && std::string_view(argv[1]) == "--option-tree") { // of scripts/manuals.py
        std::fputs(app::optionTree().constData(), stdout);
        return 0;
    }
    if (asksOnlyForHelp(argc, argv)) {
        const QCoreApplication application(argc, argv);
        app::parseOptions(application); // ends the program
    }
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        std::fprintf(stderr,
                     "polylogue: there is no display (DISPLAY and WAYLAND_DISPLAY are empty). "
                     "`xvfb-run polylogue …` gives it one in memory; `polylogue-cli demo` needs none.\n");
        return 1;
    }
    const engine::MediaTemplate media(engine::Installation::ofThisProgram().folder() / "polylogue-media");
    qInstallMessageHandler(sayWhyQtGivesUp);
    QApplication::setStyle(new widgets::WindowStyle);
    if (const int scale = app::Settings().scale();
        scale != 100 && qEnvironmentVariableIsEmpty("QT_SCALE_FACTOR"))
        qputenv("QT_SCALE_FACTOR", QByteArray::number(scale / 100.0));
    app::QuitGuard guard;
    app::Application application(argc, argv);
    qInstallMessageHandler(nullptr);
    app::noteCrashes(app::CrashNotes::usualFolder(), app::aboutProgram().toStdString() + '\n');
    application.installEventFilter(new widgets::PlainLabels(&application));
    application.installEventFilter(new app::WheelGuard(&application));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/application.svg")));
    QGuiApplication::setDesktopFileName(QStringLiteral("polylogue"));
    chooseFont();
    try {
        const app::Options options = app::parseOptions(application);
        app::speak(application, options.language.isEmpty() ? app::Settings().language() : options.language);
        return run(application, options, guard);
    } catch (const std::exception& error) {
        app::complain(QString::fromUtf8(error.what()));
        return 1;
    }
}
