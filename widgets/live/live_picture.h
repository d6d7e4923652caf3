#pragma once

#include "widgets/player/face_overlay.h"

#include <QImage>
#include <QWidget>

#include <optional>

namespace widgets {

/// The picture of a live session, with the face in it; recording and where the pictures come from at the
/// left, what becomes of them at the right. Without a picture it says why there is none.
class LivePicture : public QWidget {
    Q_OBJECT
public:
    explicit LivePicture(QWidget* parent = nullptr);

    void setPicture(const QImage& picture);
    void setFace(const std::optional<ShownFace>& face);
    /// In seconds; absent: nothing is recorded.
    void setRecording(std::optional<double> seconds);
    void setSource(const QStringList& lines);
    /// In the middle, where there is no picture; with a picture, in a plate at the bottom.
    void setMessage(const QString& message);
    QSize minimumSizeHint() const override { return {320, 120}; }

    const QString& message() const { return m_message; }
    const std::optional<ShownFace>& face() const { return m_face; }
    QRect pictureArea() const; ///< where the picture lies; empty without one

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintRecording(QPainter& painter, QPoint& place) const;
    void paintSource(QPainter& painter, QPoint place) const;
    void paintPrivacy(QPainter& painter) const;
    void paintMessage(QPainter& painter) const;

    QImage m_picture;
    std::optional<ShownFace> m_face;
    std::optional<double> m_recording;
    QStringList m_source;
    QString m_message;
};

/// `00:02:23.0`
QString liveTime(double seconds);

}
