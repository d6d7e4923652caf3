#include "widgets/review/work_bars.h"

#include "widgets/base/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

QString countText(const WorkBars::Person& person)
{
    const QString count = QLocale().toString(std::lround(person.together + person.alone));
    return person.time.isEmpty() ? count : count + QStringLiteral(" · ") + person.time;
}

}

WorkBars::WorkBars(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void WorkBars::setPeople(std::vector<Person> people)
{
    m_people = std::move(people);
    QStringList said;
    for (const Person& person : m_people)
        said << tr("%1: %2 ratings, %3 of them with others")
                    .arg(person.name, countText(person), QLocale().toString(std::lround(person.together)));
    setAccessibleName(tr("Who does how much"));
    setAccessibleDescription(said.join(QStringLiteral("; ")));
    setToolTip(said.join(QLatin1Char('\n')));
    update();
}

void WorkBars::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetrics metrics = fontMetrics();
    double most = 1.0;
    int names = 0;
    int counts = 0;
    for (const Person& person : m_people) {
        most = std::max(most, person.together + person.alone);
        names = std::max(names, metrics.horizontalAdvance(person.name));
        counts = std::max(counts, metrics.horizontalAdvance(countText(person)));
    }
    names = std::min(names, width() / 3);
    const int line = metrics.height();
    const int shown = std::max(1, std::min(int(m_people.size()), (height() - line) / (line + 4)));
    const QRectF room(names + line / 2.0, 0, width() - names - counts - line * 1.5, 0);
    for (int i = 0; i < shown && i < int(m_people.size()); ++i) {
        const Person& person = m_people[std::size_t(i)];
        const double top = i * (line + 4.0);
        painter.setPen(theme.text);
        painter.drawText(QRectF(0, top, names, line), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(person.name, Qt::ElideRight, names));
        painter.setPen(Qt::NoPen);
        const double together = room.width() * person.together / most;
        painter.setBrush(theme.accent);
        painter.drawRoundedRect(QRectF(room.left(), top + line * 0.25, together, line * 0.5), 2, 2);
        painter.setBrush(theme.muted);
        painter.drawRoundedRect(QRectF(room.left() + together + 1, top + line * 0.25,
                                       room.width() * person.alone / most, line * 0.5),
                                2, 2);
        painter.setPen(theme.muted);
        painter.drawText(QRectF(width() - counts, top, counts, line), Qt::AlignRight | Qt::AlignVCenter,
                         countText(person));
    }
    painter.setPen(theme.muted);
    const int left = int(m_people.size()) - shown;
    const QString more
        = left > 0 ? tr("and %n more as much each", nullptr, left) + QStringLiteral(" · ") : QString();
    const QString rest = more + tr("blue: with others; grey: shared out");
    painter.drawText(QRectF(0, shown * (line + 4.0), width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(rest, Qt::ElideRight, width()));
}

}
