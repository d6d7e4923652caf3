#pragma once

#include <QFontMetrics>
#include <QImage>
#include <QPainter>
#include <QString>
#include <QWidget>

#include <algorithm>
#include <vector>

/// Pictures of widgets with their names, to be looked at side by side on one sheet, in their own size.
class ContactSheet {
public:
    void add(QWidget& widget, const QString& name) { m_pictures.push_back({name, widget.grab().toImage()}); }
    std::size_t size() const { return m_pictures.size(); }

    /// Writes the sheet, rows of pictures from left to right. @return false where it cannot be written
    bool write(const QString& path) const
    {
        constexpr int kWide = 4000;
        constexpr int kGap = 24;
        constexpr int kCaption = 36;
        std::vector<QPoint> places;
        QPoint at(kGap, kGap);
        int lowest = 0;
        int widest = 0;
        for (const Picture& picture : m_pictures) {
            if (at.x() > kGap && at.x() + picture.image.width() > kWide)
                at = {kGap, lowest + kGap};
            places.push_back(at);
            lowest = std::max(lowest, at.y() + kCaption + picture.image.height());
            at.rx() += picture.image.width() + kGap;
            widest = std::max(widest, at.x());
        }
        QImage sheet(widest, lowest + kGap, QImage::Format_RGB32);
        sheet.fill(QColor(0x60, 0x60, 0x60));
        QPainter painter(&sheet);
        painter.setPen(Qt::white);
        for (std::size_t i = 0; i < m_pictures.size(); ++i) {
            QImage image = m_pictures[i].image;
            image.setDevicePixelRatio(1.0); // every pixel is seen
            painter.drawText(QRect(places[i], QSize(image.width(), kCaption)), Qt::AlignVCenter,
                             m_pictures[i].name);
            painter.drawImage(places[i] + QPoint(0, kCaption), image);
        }
        return sheet.save(path);
    }

private:
    struct Picture {
        QString name;
        QImage image;
    };
    std::vector<Picture> m_pictures;
};
