#pragma once

#include "app/document/document.h"
#include "app/tasks/task.h"

#include <QObject>

#include <optional>
#include <vector>

namespace widgets {
class TranscriptPanel;
class TranscriptText;

}

namespace app {

class Editor;
class Tasks;
class Player;

/// Keeps the Transcript tab up to date, and makes edits of what is typed into it.
class TranscriptTab : public QObject {
    Q_OBJECT
public:
    TranscriptTab(Document& document, Editor& editor, Player& player, Tasks& tasks,
                  widgets::TranscriptPanel& panel);

    widgets::TranscriptPanel& panel() { return m_panel; }
    /// Makes an edit of what is being typed, before something else happens to the words.
    void takeDraft();
    /// Asks for a text file, whose words go behind those that there are, or take their place.
    void loadText();
    /// The same with a file that is known. @param path  of a text; of the video in sight
    void load(const QString& path);

private:
    void showSight(); ///< whether words may be seen changed
    void showWords();
    void showPosition(double seconds);
    void type(std::size_t first, std::size_t removed, const QStringList& texts, int number);
    void takeText(const QString& file, const QStringList& texts);
    QString whyLocked() const;
    bool canBeExtracted() const;
    widgets::TranscriptText& text() const;

    Document& m_document;
    Editor& m_editor;
    Player& m_player;
    Task m_reading;
    widgets::TranscriptPanel& m_panel;
    std::vector<engine::SegmentId> m_ids; ///< of the words that are shown
    std::optional<double> m_heard; ///< where the playhead was when the draft was begun
    bool m_hidesWords = false;
    bool m_isStale = true; ///< the words changed while nobody saw them
};

}
