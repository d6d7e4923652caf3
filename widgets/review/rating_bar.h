#pragma once

#include <QWidget>

namespace widgets {

/// A scale that is rated on while the video plays: the mouse over it, the keys Up and Down, or a gamepad move
/// the value.
class RatingBar : public QWidget {
    Q_OBJECT
public:
    explicit RatingBar(QWidget* parent = nullptr);

    /// The value is the middle of the scale until a person gives another. Never emits.
    void setScale(const QString& name, double least, double greatest);
    /// @param countdown  seconds until it begins; 0: it is recorded
    void setState(bool isRecording, int countdown);
    double value() const { return m_value; }
    /// @param position  from the lower end (−1) to the upper end (1)
    void setPosition(double position);
    void step(int steps); ///< as the keys Up and Down do
    /// A gamepad that gives values as well; empty: there is none.
    void setGamepad(const QString& name);

    QSize sizeHint() const override { return {120, 260}; }
    QSize minimumSizeHint() const override; ///< the numbers of both ends fit in

signals:
    void valueChanged(double value);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void setValue(double value);
    void showHelp();
    void follow(double y);
    QRectF track() const; ///< where the scale is drawn

    QString m_name;
    double m_least = -1.0;
    double m_greatest = 1.0;
    double m_value = 0.0;
    bool m_isRecording = false;
    int m_countdown = 0;
    QString m_gamepad; ///< name of the gamepad; empty: there is none
};

}
