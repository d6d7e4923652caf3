#include "app/window/start_page.h"

#include "app/actions/actions.h"
#include "app/picture/banner.h"
#include "app/picture/stage.h"
#include "app/session/session.h"
#include "app/settings/settings.h"
#include "app/window/welcome.h"
#include "widgets/player/video_surface.h"
#include "widgets/welcome/welcome_page.h"

#include <QAction>
#include <QEvent>
#include <QMainWindow>
#include <QMenuBar>
#include <QStatusBar>

#include <algorithm>
#include <utility>

namespace app {

StartPage::StartPage(Session& session, Settings& settings, const Actions& actions, Stage& stage,
                     QMainWindow& window)
    : QObject(&window)
    , m_window(window)
    , m_page(new widgets::WelcomePage(&window))
    , m_welcome(new Welcome(settings, session.tasks(), *m_page))
{
    connectPage(actions);
    window.installEventFilter(this);
    connect(&session.videos(), &VideoOpener::opening, this, &StartPage::leave);
    connect(&session.tasks(), &Tasks::failed, m_page, [this] { m_page->setOpening({}); });
    connect(&stage, &Stage::framePainted, this,
            [this, &stage] { m_welcome->notePicture(stage.video().content().frame); });
    // A question about what is to be opened stands in the window behind the page.
    connect(&stage.banner(), &Banner::asked, m_page, &QWidget::hide);
    connect(&stage.banner(), &Banner::answered, m_page, [this] { m_page->setVisible(m_isShown); });
    m_page->setFocus();
}

void StartPage::connectPage(const Actions& actions)
{
    const auto trigger = [&](void (widgets::WelcomePage::*wish)(), const char* action) {
        connect(m_page, wish, actions.at(action), &QAction::trigger);
    };
    trigger(&widgets::WelcomePage::demoWished, "open-demo");
    trigger(&widgets::WelcomePage::filesWished, "open-files");
    trigger(&widgets::WelcomePage::folderWished, "open-folder");
    trigger(&widgets::WelcomePage::fetchWished, "fetch-dataset");
    trigger(&widgets::WelcomePage::extractWished, "sequences");
    trigger(&widgets::WelcomePage::helpWished, "help");
    connect(m_page, &widgets::WelcomePage::projectWished, this,
            [this](const QString& entry) { emit openWished(Settings::split(entry)); });
}

void StartPage::setOpening(const QString& entry)
{
    m_welcome->setOpened(entry);
    m_page->setOpening(m_welcome->nameOf(entry));
}

bool StartPage::eventFilter(QObject* watched, QEvent* event)
{
    if (m_isShown
        && (event->type() == QEvent::Resize || event->type() == QEvent::Show
            || event->type() == QEvent::LayoutRequest))
        lieOverDocks();
    return QObject::eventFilter(watched, event);
}

void StartPage::lieOverDocks()
{
    const int top = m_window.menuWidget() ? m_window.menuWidget()->geometry().bottom() + 1 : 0;
    const int bottom = m_window.statusBar()->geometry().top();
    m_page->setGeometry(0, top, m_window.width(), std::max(0, bottom - top));
    m_page->raise();
}

void StartPage::leave()
{
    if (!std::exchange(m_isShown, false))
        return;
    m_page->hide();
    emit left();
}

}
