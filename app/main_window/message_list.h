#pragma once

#include <QListWidget>

namespace app {

/// What the program had to say, one below the other. Ctrl+C, or the menu of the right button, copies messages
/// with when they came and what was open, so that they can be passed on.
class MessageList : public QListWidget {
    Q_OBJECT
public:
    explicit MessageList(QWidget* parent = nullptr);

    /// @param context  what was open: dataset, video, project
    /// @return false when the last message was the same
    bool add(const QString& text, const QString& context);
    /// The chosen messages; all where none is chosen.
    QString details() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void copy() const;
};

}
