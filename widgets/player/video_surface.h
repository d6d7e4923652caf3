#pragma once

#include "widgets/player/card_sound.h"
#include "widgets/player/face_overlay.h"
#include "widgets/player/subtitles.h"

#include <QImage>
#include <QWidget>

#include <optional>
#include <vector>

namespace widgets {

/// Shows the picture with its aspect and, if given, faces over it and a subtitle; or a sentence that says why
/// there is no picture. Pictures of other cameras stand beside it or in its place.
class VideoSurface : public QWidget {
    Q_OBJECT
public:
    explicit VideoSurface(QWidget* parent = nullptr);

    void setFrame(const QImage& frame);
    void setMessage(const QString& message); ///< shown instead of a picture
    /// Sets what stands in the place of a picture where nothing was recorded: the time, on black. Empty:
    /// there is a picture.
    void setClock(const QString& time);
    void setSubtitle(const SubtitleLine& line);
    void setFaces(const std::vector<ShownFace>& faces); ///< over the picture of setFrame
    /// Boxes with names over the picture of setFrame, for as long as it has no faces of setFaces.
    void setPeople(const std::vector<ShownFace>& people);
    /// Shows this part of the picture of setFrame alone. @param part  as ShownFace::box; empty: all of it
    void setPart(const QRectF& part);
    /// What a model looked at, over the picture of setFrame; nothing: none does.
    void setKept(const std::optional<KeptPositions>& kept);
    /// Sets a sentence that covers the picture; empty: the picture is visible.
    void setCover(const QString& sentence);
    /// What another camera shows.
    struct Picture {
        QImage frame;
        QString message; ///< instead of a frame
        QString caption; ///< which camera it is
        int colour = 0; ///< of its frame, a number of Theme::trackColour(); 0: it has no frame
        bool hasThickFrame = false; ///< the person in it speaks
        QRectF part = {}; ///< of the frame that is to be seen; empty: all of it
        bool isSmall = false; ///< the picture stands beside larger ones
        friend bool operator==(const Picture&, const Picture&) = default;
    };
    /// @param showsOwn  whether the picture of setFrame is shown beside them
    /// @param caption, colour, hasThickFrame  of that picture, where it is one of several
    void setCameras(const std::vector<Picture>& others, bool showsOwn, const QString& caption, int colour = 0,
                    bool hasThickFrame = false);
    int captionBottom() const; ///< below which the first picture's caption leaves room; 0: there is none
    /// How loud people are, over their pictures; several over one picture stand below each other.
    void setSounds(const std::vector<CardSound::Content>& sounds);
    bool hasFrame() const { return !m_content.frame.isNull(); }

    /// Everything that it shows, so that a second surface can show the same.
    struct Content {
        QImage frame;
        QString message;
        QString clock;
        QString cover;
        SubtitleLine subtitle;
        std::vector<ShownFace> faces;
        std::vector<ShownFace> people; ///< shown where there are no faces
        QRectF part; ///< of the picture that is shown; empty: all of it
        std::optional<KeptPositions> kept;
        std::vector<Picture> others; ///< that are to be seen
        bool showsOwn = true;
        QString caption;
        int colour = 0;
        bool hasThickFrame = false;
    };
    const Content& content() const { return m_content; }
    void setContent(const Content& content);

    QSize sizeHint() const override { return {640, 360}; }
    QSize minimumSizeHint() const override { return {160, 90}; }

signals:
    void captionsChanged(); ///< captionBottom() may be another
    void contentChanged();
    void framePainted(); ///< once per frame that reached the screen
    void clicked();
    void doubleClicked(); ///< after the second click
    void gainEdited(std::size_t person, double gain);
    void muteEdited(std::size_t person, bool isMuted);
    void faceMenuWished(std::size_t person, QPoint where); ///< where: on the screen

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void changed();
    void placeSounds();
    std::vector<Picture> pictures() const;
    static std::vector<QRect> placesOf(QSize area, const std::vector<Picture>& pictures);
    bool showsOwnFrame() const; ///< whether the picture of setFrame is to be seen
    const std::vector<ShownFace>& boxes() const; ///< over it
    QRect wholeOf(const QRect& place) const; ///< where all of it would lie, if a part of it lies here
    void paintClock(QPainter& painter, const QRect& place) const;
    void paintPicture(QPainter& painter, const QRect& place, const Picture& picture,
                      bool isOneOfSeveral) const;

    Content m_content;
    std::vector<CardSound*> m_sounds; ///< how loud people are, over the pictures
    bool m_new = false;
    bool m_doubled = false; ///< the button came down twice and is down still
};

}
