#pragma once

#include <QImage>
#include <QString>
#include <QWidget>

#include <vector>

namespace widgets {

/// A few pictures side by side, each with a value; a click or Enter chooses one.
class ValuedPictures : public QWidget {
    Q_OBJECT
public:
    explicit ValuedPictures(QWidget* parent = nullptr);

    struct Picture {
        QString value; ///< `−1`
        QString tip; ///< what it is
        QImage image{}; ///< null: it is not there yet

        friend bool operator==(const Picture&, const Picture&) = default;
    };
    void setPictures(std::vector<Picture> pictures);
    void setImage(std::size_t place, const QImage& image);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void chosen(std::size_t place);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRectF area(std::size_t place) const;
    std::optional<std::size_t> at(QPointF position) const;

    std::vector<Picture> m_pictures;
    std::size_t m_current = 0; ///< that keys choose
};

}
