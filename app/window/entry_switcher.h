#pragma once

#include <QWidget>

#include <vector>

class QLabel;
class QMenuBar;
class QToolButton;

namespace app {

class Actions;

/// The right end of the menu bar: the open video's name between two arrows, the presets, and the button that
/// lists all commands. In a narrow window what is not needed hides, so that all menus stay in sight.
class EntrySwitcher : public QWidget {
    Q_OBJECT
public:
    /// Takes its place in the corner of the bar.
    EntrySwitcher(const Actions& actions, QMenuBar& bar);

    void setVideo(const QString& id);
    /// Whether the presets and the open video can be seen: what lies over the window may have none.
    void setModesShown(bool shown);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fit();
    int widthOfMenus() const;

    QMenuBar& m_bar;
    QLabel* m_name;
    QToolButton* m_command;
    bool m_showsModes = true;
    std::vector<QWidget*> m_spare; ///< the first to hide first; each can be done by menu or keys as well
};

}
