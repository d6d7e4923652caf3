#pragma once

#include "widgets/live/live_history.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QPushButton;
class QSplitter;
class QTabWidget;

namespace widgets {

class LivePanel;
class LivePicture;
class LiveRecordings;
class LiveSources;
class LiveTracks;
class LiveWhy;
class LiveWordStrip;

/// A live session over the whole window: picture, words, controls and tracks at the left, the answer at the
/// right, one line below. Without a session it offers what one could begin with.
class LiveView : public QWidget {
    Q_OBJECT
public:
    explicit LiveView(QWidget* parent = nullptr);

    LivePicture& picture() { return *m_picture; }
    LiveWordStrip& words() { return *m_words; }
    LiveTracks& tracks() { return *m_tracks; }
    LivePanel& panel() { return *m_panel; }
    LiveWhy& why() { return *m_why; }
    LiveRecordings& recordings() { return *m_recordings; }
    LiveSources& sources() { return *m_sources; }

    void setRunning(bool running); ///< whether there is a session; else the sources are offered
    /// Nothing more comes: what is kept can still be written.
    void setEnded();
    bool isRunning() const { return m_isRunning; }
    void setHeld(bool held);
    void setRecording(bool recording);
    void setStatus(const QStringList& parts);

signals:
    void recordWished(); ///< begins a recording, or ends it
    void holdWished(); ///< holds the tracks, or lets them go on
    void markWished();
    void keepWished(); ///< the last 10 s
    void leaveWished();
    void sourcesWished(); ///< another source

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void keepPlaces();
    QWidget* makeControls();
    QWidget* makeStatus();
    QPushButton* control(const char* name, const QString& text, void (LiveView::*wish)());

    QSplitter* m_columns = nullptr; ///< picture and tracks, panel
    QSplitter* m_rows = nullptr; ///< picture, tracks
    bool m_isDivided = false; ///< a person may have divided it otherwise since
    LivePicture* m_picture;
    LiveWordStrip* m_words;
    LiveTracks* m_tracks;
    LivePanel* m_panel;
    LiveWhy* m_why;
    LiveRecordings* m_recordings;
    QTabWidget* m_tabs; ///< the panel, why it answers so, the recordings
    LiveSources* m_sources;
    QPushButton* m_record = nullptr;
    QPushButton* m_hold = nullptr;
    QPushButton* m_mark = nullptr;
    QPushButton* m_keep = nullptr;
    QLabel* m_recordingNote = nullptr;
    QLabel* m_status = nullptr;
    bool m_isRunning = false;
};

}
