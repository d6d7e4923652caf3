#pragma once

#include <QMenu>
#include <QPointer>

namespace app {

class OffsetDialog;
class Document;
class Editor;
class Player;
class VideoOpener;

/// The sequences of the open video, each with the seconds by which it is moved, which a person can set.
class SequenceOffsetMenu : public QMenu {
    Q_OBJECT
public:
    explicit SequenceOffsetMenu(Document& document, Editor& editor, Player& player, VideoOpener& videos,
                                QWidget* parent);

private:
    void fill();
    void edit(const QString& key);
    double offsetOf(const QString& key) const;

    Document& m_document;
    Editor& m_editor;
    Player& m_player;
    VideoOpener& m_videos;
    QPointer<OffsetDialog> m_dialog;
    int m_gesture; ///< number of the open dialog; all edits in it are one step of the history
};

}
