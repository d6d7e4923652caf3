#include "widgets/library/entry_delegate.h"

#include "widgets/base/theme.h"
#include "widgets/library/library_model.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr qsizetype kContext = 40; // characters that are looked at before what was found

/// Where the parts of a row lie; everything grows with the font.
struct Places {
    Places(const QRect& row, const QFont& font, bool hasLabels) : title(font), small(font)
    {
        title.setWeight(QFont::DemiBold);
        small.setPointSizeF(small.pointSizeF() * 0.86);
        const int line = QFontMetrics(font).height();
        const int pictureHeight = line * 2;
        picture = {row.left() + line * 2 / 3, row.center().y() - pictureHeight / 2, pictureHeight * 16 / 9,
                   pictureHeight};
        const int left = picture.right() + line * 2 / 3;
        const int right = row.right() - line / 2;
        const int textRight = hasLabels ? right - line * 3 - line / 3 : right;
        const int smallLine = QFontMetrics(small).height();
        const int bar = std::max(2, line / 8);
        const int top = row.center().y() - (line + smallLine + bar + line / 4) / 2;
        name = {left, top, textRight - left, line};
        details = {left, name.bottom() + 1, textRight - left, smallLine};
        labels = {right - line * 3, top + line / 8, line * 3, line + smallLine / 2};
        coverage = {left, details.bottom() + 1 + line / 4, std::min(right - left, line * 7), bar};
    }

    QFont title;
    QFont small;
    QRect picture;
    QRect name;
    QRect details;
    QRect labels;
    QRect coverage;
};

void paintPicture(QPainter& painter, const QRect& area, const QImage& image)
{
    const QSize shown = image.size().scaled(area.size(), Qt::KeepAspectRatioByExpanding);
    const double scale = static_cast<double>(image.width()) / shown.width();
    const QRectF source((shown.width() - area.width()) / 2.0 * scale,
                        (shown.height() - area.height()) / 2.0 * scale, area.width() * scale,
                        area.height() * scale);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(area, image, source);
}

/// One bar per segment around a middle line: upwards positive, downwards negative, neutral a dash. More
/// segments than there is room for share the bars, each drawn where it belongs in the row of all.
void paintLabels(QPainter& painter, const QRect& area, const LibraryEntry& entry, const Theme& theme)
{
    const auto count = static_cast<double>(entry.segments());
    const double step = std::min(area.width() / 4.0, area.width() / count);
    const double gap = std::min(2.0, step / 4);
    const double left = area.right() + 1 - step * count;
    const double middle = area.top() + area.height() / 2.0;
    for (std::size_t i = 0; i < entry.segments(); ++i) {
        const double value = std::clamp(static_cast<double>(entry.label(i, 0)), -3.0, 3.0);
        if (std::isnan(value))
            continue; // nobody labelled it: a gap
        const double tall = value / 3.0 * (area.height() / 2.0 - 1);
        const double x = left + step * static_cast<double>(i);
        const QRectF bar = std::abs(value) < 0.1
            ? QRectF(x, middle - 0.75, step - gap, 1.5)
            : QRectF(x, std::min(middle, middle - tall), step - gap, std::abs(tall));
        painter.fillRect(bar, theme.sentiment(value));
    }
}

/// A bar per modality, as long as the part of the time that it covers.
void paintCoverage(QPainter& painter, const QRect& area, const LibraryEntry& entry, const Theme& theme)
{
    const int gap = area.height() + 1;
    const int width = (area.width() - 2 * gap) / 3;
    for (const engine::Modality modality : engine::allModalities) {
        const auto i = static_cast<int>(modality);
        const QRect track(area.left() + i * (width + gap), area.top(), width, area.height());
        painter.fillRect(track, theme.line);
        const double part
            = std::clamp(static_cast<double>(entry.coverage[static_cast<std::size_t>(i)]), 0.0, 1.0);
        const int covered = static_cast<int>(std::ceil(width * part)); // a little is not nothing
        painter.fillRect(QRect(track.topLeft(), QSize(covered, area.height())), theme.modality(modality));
    }
}

/// The words around what was found, which stands out.
void paintHit(QPainter& painter, const QRect& area, const QString& words, const LibraryHit& hit,
              const Theme& theme)
{
    const QFont plain = painter.font();
    QFont strong = plain;
    strong.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(plain);
    const QString found
        = QFontMetrics(strong).elidedText(words.mid(hit.start, hit.length), Qt::ElideRight, area.width());
    const int foundWidth = QFontMetrics(strong).horizontalAdvance(found);
    const qsizetype from = std::max<qsizetype>(0, hit.start - kContext);
    const QString before
        = metrics.elidedText((from > 0 ? QStringLiteral("…") : QString()) + words.mid(from, hit.start - from),
                             Qt::ElideLeft, (area.width() - foundWidth) / 2);
    const int beforeWidth = metrics.horizontalAdvance(before);
    const int afterWidth = area.width() - foundWidth - beforeWidth;
    const QString after
        = metrics.elidedText(words.mid(hit.start + hit.length, 3 * kContext), Qt::ElideRight, afterWidth);
    painter.setPen(theme.muted);
    painter.drawText(area, Qt::AlignVCenter, before);
    painter.drawText(area.adjusted(beforeWidth + foundWidth, 0, 0, 0), Qt::AlignVCenter, after);
    painter.setFont(strong);
    painter.setPen(theme.language);
    painter.drawText(area.adjusted(beforeWidth, 0, 0, 0), Qt::AlignVCenter, found);
}

}

QSize EntryDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int line = QFontMetrics(option.font).height();
    return {line * 12, line * 2 + line * 7 / 8};
}

void EntryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    const Theme& theme = themeOf(option.palette);
    const auto held = index.data(LibraryModel::EntryRole).value<LibraryEntryPtr>();
    const LibraryEntry& entry = *held;
    const QRect row = option.rect;
    const Places places(row, option.font, entry.segments() > 0);
    painter->save();
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(row, mixed(theme.panel, theme.accent, theme.isDark() ? 0.18 : 0.1));
        painter->fillRect(row.left(), row.top(), 3, row.height(), theme.accent);
    } else if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(row, theme.raised);
    }
    painter->setPen(theme.line);
    painter->drawLine(row.bottomLeft(), row.bottomRight());

    const QVariant thumbnail = index.data(LibraryModel::ThumbnailRole);
    const QImage image = thumbnail.value<QImage>();
    if (!image.isNull()) {
        paintPicture(*painter, places.picture, image);
    } else {
        painter->fillRect(places.picture, theme.raised);
        if (!entry.hasPicture || !entry.hasMedia || thumbnail.isValid()) {
            painter->setPen(theme.muted);
            painter->drawText(places.picture, Qt::AlignCenter,
                              entry.hasMedia ? QStringLiteral("♪") : QStringLiteral("–"));
        }
    }

    painter->setFont(places.title);
    painter->setPen(theme.text);
    painter->drawText(places.name, Qt::AlignVCenter,
                      QFontMetrics(places.title).elidedText(entry.id, Qt::ElideMiddle, places.name.width()));
    painter->setFont(places.small);
    const auto hit = index.data(LibraryModel::HitRole).value<LibraryHit>();
    if (hit.isSpoken() && hit.start + hit.length <= entry.words.text.size()) {
        paintHit(*painter, places.details, entry.words.text, hit, theme);
    } else {
        painter->setPen(theme.muted);
        painter->drawText(
            places.details, Qt::AlignVCenter,
            QFontMetrics(places.small).elidedText(entryLine(entry), Qt::ElideRight, places.details.width()));
    }
    if (entry.segments() > 0)
        paintLabels(*painter, places.labels, entry, theme);
    paintCoverage(*painter, places.coverage, entry, theme);
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange) {
        painter->setPen(theme.accent);
        painter->drawRect(row.adjusted(0, 0, -1, -2));
    }
    painter->restore();
}

}
