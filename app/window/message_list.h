#pragma once

#include <QListWidget>

namespace app {

/// The program's messages with their times, one below the other. Ctrl+C, or the context menu, copies messages
/// together with their times and what was open, so that they can be sent to somebody.
class MessageList : public QListWidget {
    Q_OBJECT
public:
    explicit MessageList(QWidget* parent = nullptr);

    /// @param context  what was open: dataset, video, project
    /// @return false when the last message was the same
    bool add(const QString& text, const QString& context);
    QString last() const; ///< without its time; empty: there is none
    /// The selected messages, or all when none is selected.
    QString details() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void copy() const;
};

}
