#include "tests/support/real_window.h"

#include "app/features.h"
#include "app/settings/settings.h"
#include "app/window/apply_theme.h"
#include "engine/core/installation.h"
#include "widgets/base/window_style.h"

#include <QScreen>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/waiting.h"

namespace {

}

/// The linker leaves out the resources of a library that nobody asks for.
static void useResources()
{
    Q_INIT_RESOURCE(polylogue);
}

IsolatedHome::IsolatedHome()
{
    for (const char* variable :
         {"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
        qputenv(variable, m_folder.path().toUtf8());
}

void IsolatedHome::forgetProjects()
{
    std::filesystem::remove_all(engine::dataFolder());
}

void picture(QWidget& widget, const char* name, int settleMs)
{
    const QString folder = qEnvironmentVariable("POLYLOGUE_PICTURES");
    if (folder.isEmpty())
        return;
    QTest::qWait(settleMs);
    widget.grab().save(QStringLiteral("%1/%2.png").arg(folder, QLatin1String(name)));
}

/// Nobody is asked for a name before the first value.
static void confirmAnnotator()
{
    app::Settings settings;
    settings.setAnnotator(settings.annotator());
}

RealWindow::RealWindow()
    : m_session((confirmAnnotator(), std::make_unique<app::Session>(QStringLiteral(PROGRAMS))))
    , m_window(std::make_unique<app::MainWindow>(*m_session, app::allCommands()))
{
    app::addFeatures(m_window->bench());
    m_window->complete();
    useResources();
    QApplication::setStyle(new widgets::WindowStyle);
    app::applyTheme(app::ThemeChoice::Dark);
    m_window->resize(qEnvironmentVariableIsSet("POLYLOGUE_SCREEN") ? m_window->screen()->size()
                                                                   : QSize(1600, 1000));
    m_window->show();
}

bool RealWindow::openDemo()
{
    m_window->activateWindow();
    if (!QTest::qWaitForWindowActive(m_window.get(), support::kPatience))
        return false;
    m_session->project().open({std::filesystem::path(DEMO)});
    return settle();
}

bool RealWindow::saveCopy(const std::filesystem::path& copy)
{
    QSignalSpy said(&m_session->document().notices(), &app::Notices::said);
    m_session->project().saveCopy(QString::fromStdString(copy.string()));
    return QTest::qWaitFor([&] { return !said.isEmpty() && std::filesystem::exists(copy); },
                           support::kPatience);
}

bool RealWindow::settle()
{
    return QTest::qWaitFor([this] { return m_session->document().hasVideo() && m_window->isSettled(); },
                           support::kPatience);
}
