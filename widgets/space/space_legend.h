#pragma once

#include "widgets/space/space_colours.h"

#include <QWidget>

namespace widgets {

/// What the colours of the points mean: a scale with its ends, or names with how many points they have.
class SpaceLegend : public QWidget {
    Q_OBJECT
public:
    explicit SpaceLegend(QWidget* parent = nullptr);
    /// @param title  of the scale
    void setPalette(SpacePalette palette, const QString& title);
    /// Paints it into a picture.
    void paint(QPainter& painter, QSize size) const;
    QString text() const; ///< what the legend shows, in words

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Item {
        QRect box;
        QColor colour;
        QString text;
    };
    std::vector<Item> items(int width) const; ///< as they are laid out in this width
    void paintScale(QPainter& painter, QSize size) const;

    SpacePalette m_palette;
    QString m_title;
};

}
