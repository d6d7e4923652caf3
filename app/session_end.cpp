#include "app/session_end.h"

#include "app/project/project.h"
#include "app/window/main_window.h"

#include <QApplication>
#include <QDialog>
#include <QEventLoop>
#include <QSessionManager>
#include <QSocketNotifier>
#include <QTimer>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace app {

namespace {

constexpr std::array kEnds{SIGTERM, SIGHUP, SIGINT};
constexpr std::chrono::seconds kToLogOut{30}; // then it was called off
constexpr int kToSaveMs = 5000; // who waits for a program that logs out kills it
constexpr int kMostDialogs = 50; // one that opens itself again is left open

std::array<int, 2> line{-1, -1}; // from the handler to the window's thread
std::array<struct sigaction, kEnds.size()> before{};

void passOn(int signal)
{
    const int error = errno;
    const char which = static_cast<char>(signal);
    [[maybe_unused]] const ssize_t written = ::write(line[0], &which, 1);
    errno = error;
}

}

SessionEnd::SessionEnd(const QGuiApplication& application, Project& project, MainWindow& window)
    : m_project(project)
    , m_window(window)
{
    takeSignals();
    connect(
        &application, &QGuiApplication::commitDataRequest, this,
        [this](QSessionManager& manager) {
            manager.setRestartHint(QSessionManager::RestartNever); // a project is opened by whoever wants it
            save();
        },
        Qt::DirectConnection);
}

SessionEnd::~SessionEnd()
{
    for (std::size_t i = 0; i < kEnds.size(); ++i)
        ::sigaction(kEnds[i], &before[i], nullptr);
    for (int& end : line)
        ::close(std::exchange(end, -1));
}

void SessionEnd::takeSignals()
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, line.data()) != 0)
        return;
    auto* notifier = new QSocketNotifier(line[1], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        std::array<char, 16> came{};
        if (::read(line[1], came.data(), came.size()) > 0)
            close();
    });
    for (std::size_t i = 0; i < kEnds.size(); ++i) {
        ::sigaction(kEnds[i], nullptr, &before[i]);
        if (before[i].sa_handler == SIG_IGN)
            continue;
        struct sigaction action { };
        action.sa_handler = passOn;
        action.sa_flags = SA_RESTART;
        ::sigaction(kEnds[i], &action, nullptr);
    }
}

void SessionEnd::close()
{
    QWidget* shown = QApplication::activePopupWidget();
    if (!shown)
        shown = QApplication::activeModalWidget();
    if (shown && shown != &m_window && m_tries++ < kMostDialogs) {
        if (auto* dialog = qobject_cast<QDialog*>(shown))
            dialog->reject();
        else
            shown->close();
        QTimer::singleShot(0, this, &SessionEnd::close); // when who waits for the dialog has gone on
        return;
    }
    m_window.setSessionEnds(true);
    m_window.close();
}

void SessionEnd::save()
{
    emit m_window.closing();
    m_window.setSessionEnds(true);
    QTimer::singleShot(kToLogOut, this, [this] { m_window.setSessionEnds(false); });
    if (!m_project.writer())
        return;
    QEventLoop waiting;
    m_project.writer()->whenWritten(kToSaveMs, [&waiting](bool) { waiting.quit(); });
    waiting.exec(QEventLoop::ExcludeUserInputEvents);
}

}
