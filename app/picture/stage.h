#pragma once

#include <QWidget>

namespace widgets {
class TranscriptStrip;
class VideoSurface;

}

namespace app {

class Banner;
class Document;
class Player;

/// The middle of the window: the picture of the video in sight, the words that are spoken, and questions
/// about the project above them.
class Stage : public QWidget {
    Q_OBJECT
public:
    Stage(Document& document, Player& player, QWidget* parent = nullptr);

    widgets::VideoSurface& video() { return *m_video; }
    Banner& banner() { return *m_banner; }
    Banner& sightBanner() { return *m_sightBanner; } ///< of what a pass of review hides
    void setShowsWords(bool shows); ///< whether the spoken words are shown

signals:
    void framePainted(); ///< a picture of the video reached the screen

private:
    void connectPlayer();
    void connectDocument();
    void showSpokenWord(double seconds);

    Document& m_document;
    Player& m_player;
    Banner* m_banner;
    Banner* m_sightBanner;
    widgets::VideoSurface* m_video;
    widgets::TranscriptStrip* m_transcript;
};

}
