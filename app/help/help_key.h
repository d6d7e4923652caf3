#pragma once

#include <QObject>
#include <QPointer>

class QAction;
class QMenu;
class QWidget;

namespace app {

class HelpDialog;

/// Opens the guide at the page of the panel or dialog that has the keyboard, else of the mode, or of the
/// menu's entry on which it stands.
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
    bool openForEntry(const QMenu* menu);
    void show(QWidget& owner, const QString& page);

    QAction& m_help;
    QWidget& m_window;
    QPointer<HelpDialog> m_dialog; ///< the last one; it goes with its owner
};

}
