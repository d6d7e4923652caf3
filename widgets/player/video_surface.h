#pragma once

#include "widgets/player/subtitles.h"

#include <QImage>
#include <QWidget>

namespace widgets {

/// The picture, aspect kept, with a subtitle if it is given one; or a sentence that says why there is none.
class VideoSurface : public QWidget {
    Q_OBJECT
public:
    explicit VideoSurface(QWidget* parent = nullptr);

    void setFrame(const QImage& frame);
    void setMessage(const QString& message); ///< shown instead of a picture
    void setSubtitle(const SubtitleLine& line);
    /// A sentence that covers the picture while it is not to be seen; empty: it is.
    void setCover(const QString& sentence);
    bool hasFrame() const { return !m_content.frame.isNull(); }

    /// All that it shows, for a second surface that shows the same.
    struct Content {
        QImage frame;
        QString message;
        QString cover;
        SubtitleLine subtitle;
    };
    const Content& content() const { return m_content; }
    void setContent(const Content& content);

    QSize sizeHint() const override { return {640, 360}; }
    QSize minimumSizeHint() const override { return {160, 90}; }

signals:
    void contentChanged();
    void framePainted(); ///< once per frame that reached the screen
    void clicked();
    void doubleClicked(); ///< after the second click

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void changed();

    Content m_content;
    bool m_new = false;
    bool m_doubled = false; ///< the button came down twice and is down still
};

}
