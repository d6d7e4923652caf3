#pragma once

#include <QObject>

class QMainWindow;

namespace widgets {
class WelcomePage;

}

namespace app {

class Actions;
class Session;
class Settings;
class Stage;
class Welcome;

/// As long as nothing is open, the page of the first start lies over the docks. It goes for good with the
/// first video.
class StartPage : public QObject {
    Q_OBJECT
public:
    StartPage(Session& session, Settings& settings, const Actions& actions, Stage& stage, QMainWindow& window);

    bool isShown() const { return m_isShown; }
    void setOpening(const QString& entry); ///< of `Settings::recent`: is being opened

signals:
    void left(); ///< something is open
    void openWished(const QStringList& paths);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectPage(const Actions& actions);
    void lieOverDocks();
    void leave();

    QMainWindow& m_window;
    widgets::WelcomePage* m_page;
    Welcome* m_welcome;
    bool m_isShown = true;
};

}
