#include "widgets/library/entry_delegate.h"

#include "widgets/base/theme.h"
#include "widgets/library/library_model.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr int kRowHeight = 50;
constexpr QSize kPicture(58, 33);
constexpr int kLabelsWidth = 52;

QString description(const LibraryEntry& entry)
{
    QStringList parts;
    if (!entry.speaker.isEmpty())
        parts << entry.speaker;
    if (entry.duration >= 0)
        parts << QApplication::translate("widgets::EntryDelegate", "%1 s").arg(entry.duration, 0, 'f', 1);
    if (!entry.fold.isEmpty())
        parts << entry.fold;
    if (!entry.hasMedia)
        parts << QApplication::translate("widgets::EntryDelegate", "no media");
    return parts.join(QStringLiteral(" · "));
}

/// One bar per segment around a middle line: upwards positive, downwards negative, neutral a dash.
void paintLabels(QPainter& painter, const QRect& area, const std::vector<float>& sentiments,
                 const Theme& theme)
{
    if (sentiments.empty())
        return;
    const double step
        = std::min(13.0, static_cast<double>(area.width()) / static_cast<double>(sentiments.size()));
    const double left = area.right() - step * static_cast<double>(sentiments.size());
    const double middle = area.center().y();
    for (std::size_t i = 0; i < sentiments.size(); ++i) {
        const double value = std::clamp(static_cast<double>(sentiments[i]), -3.0, 3.0);
        const double tall = value / 3.0 * (area.height() / 2.0 - 1);
        const QRectF bar = std::abs(value) < 0.1
            ? QRectF(left + step * static_cast<double>(i), middle - 0.5, step - 2, 1.5)
            : QRectF(left + step * static_cast<double>(i), std::min(middle, middle - tall), step - 2,
                     std::abs(tall));
        painter.fillRect(bar, theme.sentiment(value));
    }
}

}

QSize EntryDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {220, kRowHeight};
}

void EntryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    const Theme& theme = themeOf(option.palette);
    const auto entry = index.data(LibraryModel::EntryRole).value<LibraryEntry>();
    const QRect row = option.rect;
    painter->save();
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(row, mixed(theme.panel, theme.accent, theme.isDark() ? 0.18 : 0.1));
        painter->fillRect(row.left(), row.top(), 3, row.height(), theme.accent);
    } else if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(row, theme.raised);
    }
    painter->setPen(theme.line);
    painter->drawLine(row.bottomLeft(), row.bottomRight());

    const QRect picture(row.left() + 12, row.center().y() - kPicture.height() / 2, kPicture.width(),
                        kPicture.height());
    const QVariant thumbnail = index.data(LibraryModel::ThumbnailRole);
    const QImage image = thumbnail.value<QImage>();
    if (!image.isNull()) {
        const QSize shown = image.size().scaled(kPicture, Qt::KeepAspectRatioByExpanding);
        const double scale = static_cast<double>(image.width()) / shown.width();
        const QRectF source((shown.width() - kPicture.width()) / 2.0 * scale,
                            (shown.height() - kPicture.height()) / 2.0 * scale, kPicture.width() * scale,
                            kPicture.height() * scale);
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->drawImage(picture, image, source);
    } else {
        painter->fillRect(picture, theme.raised);
        if (!entry.hasPicture || !entry.hasMedia || thumbnail.isValid()) {
            painter->setPen(theme.muted);
            painter->drawText(picture, Qt::AlignCenter,
                              entry.hasMedia ? QStringLiteral("♪") : QStringLiteral("–"));
        } else {
            emit thumbnailWanted(entry.id);
        }
    }

    const int left = picture.right() + 11;
    const int labelsLeft = row.right() - kLabelsWidth - 10;
    QFont title = option.font;
    title.setWeight(QFont::DemiBold);
    QFont small = option.font;
    small.setPointSizeF(small.pointSizeF() * 0.86);
    const int textWidth = (entry.sentiments.empty() ? row.right() - 10 : labelsLeft - 6) - left;
    painter->setFont(title);
    painter->setPen(theme.text);
    painter->drawText(QRect(left, row.top() + 5, textWidth, 18), Qt::AlignVCenter,
                      QFontMetrics(title).elidedText(entry.id, Qt::ElideMiddle, textWidth));
    painter->setFont(small);
    painter->setPen(theme.muted);
    painter->drawText(QRect(left, row.top() + 22, textWidth, 15), Qt::AlignVCenter,
                      QFontMetrics(small).elidedText(description(entry), Qt::ElideRight, textWidth));
    paintLabels(*painter, QRect(labelsLeft, row.top() + 7, kLabelsWidth, 26), entry.sentiments, theme);

    // Coverage: a bar per modality, as long as the part of the time that it covers.
    const int barWidth = std::min(36, (row.right() - 10 - left) / 3 - 3);
    for (const engine::Modality modality : engine::allModalities) {
        const auto i = static_cast<int>(modality);
        const QRect track(left + i * (barWidth + 3), row.bottom() - 9, barWidth, 2);
        painter->fillRect(track, theme.line);
        const int covered = static_cast<int>(std::lround(
            barWidth * std::clamp<double>(entry.coverage[static_cast<std::size_t>(i)], 0.0, 1.0)));
        painter->fillRect(QRect(track.topLeft(), QSize(covered, 2)), theme.modality(modality));
    }
    painter->restore();
}

}
