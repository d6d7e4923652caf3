#pragma once

#include <QObject>
#include <QPointer>

class QAction;
class QWidget;

namespace app {

class HelpDialog;

/// Opens the guide at the page of the panel or dialog that has the keyboard.
class HelpKey : public QObject {
    Q_OBJECT
public:
    /// @param help  the command; its keys count in dialogs as well, which block the window's own
    /// @param window  owns this
    HelpKey(QAction& help, QWidget& window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void open(QWidget& owner);

    QAction& m_help;
    QWidget& m_window;
    QPointer<HelpDialog> m_dialog; ///< the last one; it goes with its owner
};

}
