#include "widgets/base/person_look.h"

#include "widgets/base/theme.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace widgets {

namespace {

constexpr qsizetype kMostInitials = 2;

}

int usualPersonColour(std::size_t place)
{
    static constexpr std::array<int, Theme::kTrackColours> order{7, 3, 2, 1, 6, 5, 4, 8};
    return order[place % order.size()];
}

QStringList initialsOf(const std::vector<PersonLook>& people)
{
    QStringList initials;
    for (std::size_t i = 0; i < people.size(); ++i) {
        const QString own = people[i].name.trimmed();
        QString shown;
        for (qsizetype letters = 1; letters <= kMostInitials && shown.isEmpty() && !own.isEmpty();
             ++letters) {
            shown = own.left(letters);
            shown[0] = shown[0].toUpper();
            for (std::size_t j = 0; j < people.size() && !shown.isEmpty(); ++j) {
                if (j != i && people[j].name.trimmed().startsWith(shown, Qt::CaseInsensitive))
                    shown.clear();
            }
        }
        initials << (shown.isEmpty() ? QString::number(i + 1) : shown);
    }
    return initials;
}

void paintInitial(QPainter& painter, const QRectF& disc, const QString& initial, const QColor& colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(disc);
    QFont font = painter.font();
    font.setWeight(QFont::DemiBold);
    font.setPixelSize(std::max(7, static_cast<int>(disc.height() * (initial.size() > 1 ? 0.5 : 0.62))));
    painter.setFont(font);
    painter.setPen(readableOn(colour));
    painter.drawText(disc, Qt::AlignCenter, initial);
    painter.restore();
}

}
