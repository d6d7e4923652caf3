#pragma once

#include <QWidget>

class QLabel;

namespace app {

class Actions;

/// The right end of the menu bar: the open video's name between two arrows, the presets, and the button that
/// lists all commands.
class EntrySwitcher : public QWidget {
    Q_OBJECT
public:
    EntrySwitcher(const Actions& actions, QWidget* parent = nullptr);

    void setVideo(const QString& id);

private:
    QLabel* m_name;
};

}
