#pragma once

#include <QColor>
#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

namespace widgets {

/// The sound of two recordings over each other: one stays, the other can be dragged until both say the same
/// at the same moment.
class OffsetView : public QWidget {
    Q_OBJECT
public:
    explicit OffsetView(QWidget* parent = nullptr);

    /// The loudness of a recording. @param levels  dB, 100 a second
    struct Sound {
        QString name;
        int colour = 1; ///< number of Theme::trackColour()
        std::vector<double> levels;
    };
    void setSounds(Sound fixed, Sound moved);
    void setMessage(const QString& message); ///< in the place of the sounds; empty: they are shown
    /// Time t of the fixed recording is t = offset + m · (1 + drift / 10⁶) of moment m of the moved one.
    void setTime(double offset, double driftPpm);
    void setCentre(double seconds); ///< of the fixed recording, in the middle

    QSize sizeHint() const override { return {560, 150}; }

signals:
    void dragged(double offset); ///< seconds, while the moved sound is dragged
    void released(); ///< the drag is over

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    static constexpr double kSpan = 20.0; ///< seconds from left to right
    double secondsPerPixel() const { return kSpan / std::max(1, width()); }
    void paintSound(QPainter& painter, const Sound& sound, bool isMoved) const;
    double levelAt(const Sound& sound, double moment) const;

    Sound m_fixed;
    Sound m_moved;
    QString m_message;
    double m_offset = 0.0;
    double m_driftPpm = 0.0;
    double m_centre = 10.0;
    std::optional<double> m_grip; ///< x at which the drag began
    double m_gripOffset = 0.0;
};

}
