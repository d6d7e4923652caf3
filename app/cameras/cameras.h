#pragma once

#include "app/project/camera_items.h"
#include "app/playback/frame_feed.h"

#include <QImage>
#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace app {

class Document;
class Editor;
class Jobs;
class Player;

/// The cameras of the video that plays: the player's own picture is the first, others follow it, each by its
/// offset. Which of them are to be seen, and edits of what there is, as steps of the history.
class Cameras : public QObject {
    Q_OBJECT
public:
    Cameras(Document& document, Editor& editor, Jobs& jobs, Player& player, QObject* parent = nullptr);

    /// That the project's paths start from; empty: there is none.
    void setProjectFolder(const std::filesystem::path& folder) { m_projectFolder = folder; }
    /// The player has the media of this video now.
    void setVideo(const QString& video);

    /// Beside the player's own.
    const std::vector<Camera>& others() const { return m_others; }
    /// Which is to be seen: 0 is the player's own, k the k-th other; kAll: all, side by side. One that the
    /// video lacks stands for its first.
    static constexpr int kAll = -1;
    int shown() const;
    void show(int camera);
    void showNext(); ///< after the last all of them, then the first
    bool isShown(int camera) const { return shown() == kAll || shown() == camera; }

    /// What an other camera has at the player's position.
    struct Picture {
        QImage image; ///< null: none
        QString message; ///< why there is none
    };
    Picture picture(std::size_t other) const;
    /// Seconds that a frame of it lasts; 10 ms until that is known.
    double frameLength(std::size_t other) const;
    /// True when all that are to be seen show what they have at the player's position.
    bool isSettled() const;

    /// Looks at a file, then makes it a camera of this video.
    void add(const QString& path);
    /// @param gesture  0: it is no step of several
    void setOffset(std::size_t other, double seconds, int gesture);
    void remove(std::size_t other); ///< one that a person added

signals:
    void changed(); ///< which there are, their offsets, or which are to be seen
    void pictureChanged(); ///< of one that is to be seen
    void message(const QString& text);

private:
    struct Feed {
        FrameFeed frames;
        QImage image;
        QString problem;
        bool isOpen = false;
        bool isWithin = false; ///< at the player's position it was recording
    };
    void read();
    void close(std::unique_ptr<Feed> feed);
    void openShown();
    void follow();
    double timeIn(std::size_t other) const;
    bool isWithin(std::size_t other) const;
    engine::SourceFile withFreeName(engine::SourceFile file, const std::string& video) const;

    Document& m_document;
    Editor& m_editor;
    Jobs& m_jobs;
    Player& m_player;
    std::filesystem::path m_projectFolder;
    QString m_video;
    std::vector<Camera> m_others;
    std::vector<std::unique_ptr<Feed>> m_feeds; ///< one for each other
    std::vector<std::unique_ptr<Feed>> m_closing; ///< of cameras that are gone
    int m_shown = 0; ///< as it was chosen
};

}
