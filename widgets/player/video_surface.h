#pragma once

#include <QImage>
#include <QWidget>

namespace widgets {

/// The picture, aspect kept, or a sentence that says why there is none.
class VideoSurface : public QWidget {
    Q_OBJECT
public:
    explicit VideoSurface(QWidget* parent = nullptr);

    void setFrame(const QImage& frame);
    void setMessage(const QString& message); ///< shown instead of a picture
    bool hasFrame() const { return !m_frame.isNull(); }

    QSize sizeHint() const override { return {640, 360}; }
    QSize minimumSizeHint() const override { return {160, 90}; }

signals:
    void framePainted(); ///< once per frame that reached the screen
    void clicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    QImage m_frame;
    QString m_message;
    bool m_new = false;
};

}
