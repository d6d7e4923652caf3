#include "widgets/library/library_entry.h"

#include "widgets/base/scale_number.h"
#include "widgets/base/theme.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace widgets {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(widgets::LibraryEntry)
};

QString percent(float part)
{
    return Texts::tr("%1 %").arg(shownNumber(part * 100, part > 0 && part < 0.1F ? 1 : 0, 'f'));
}

}

void SpokenWords::add(const QString& word, double start)
{
    const QString trimmed = word.simplified().replace(QLatin1Char(' '), QChar::Nbsp);
    if (trimmed.isEmpty())
        return;
    if (!text.isEmpty())
        text += QLatin1Char(' ');
    text += trimmed;
    starts.push_back(static_cast<float>(start));
}

double SpokenWords::startAt(qsizetype character) const
{
    if (starts.empty())
        return 0.0;
    const QStringView before = QStringView(text).first(std::clamp<qsizetype>(character, 0, text.size()));
    const auto word = static_cast<std::size_t>(before.count(QLatin1Char(' ')));
    return static_cast<double>(starts[std::min(word, starts.size() - 1)]);
}

std::size_t LibraryEntry::segments() const
{
    return labelNames.isEmpty() ? 0 : labels.size() / static_cast<std::size_t>(labelNames.size());
}

float LibraryEntry::label(std::size_t segment, std::size_t column) const
{
    return labels[segment * static_cast<std::size_t>(labelNames.size()) + column];
}

LabelFigures labelFigures(const LibraryEntry& entry, std::size_t column)
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    LabelFigures figures{0, nan, nan, nan, nan};
    double sum = 0.0;
    double squares = 0.0;
    for (std::size_t segment = 0; segment < entry.segments(); ++segment) {
        const auto value = static_cast<double>(entry.label(segment, column));
        if (std::isnan(value))
            continue;
        figures.least = figures.given ? std::min(figures.least, value) : value;
        figures.greatest = figures.given ? std::max(figures.greatest, value) : value;
        ++figures.given;
        sum += value;
        squares += value * value;
    }
    if (figures.given) {
        const auto count = static_cast<double>(figures.given);
        figures.mean = sum / count;
        figures.spread = std::sqrt(std::max(0.0, squares / count - figures.mean * figures.mean));
    }
    return figures;
}

QString entryLine(const LibraryEntry& entry)
{
    QStringList parts;
    if (!entry.speaker.isEmpty())
        parts << entry.speaker;
    if (entry.duration >= 0)
        parts << (entry.countsSteps ? Texts::tr("%n step(s)", nullptr, static_cast<int>(entry.duration))
                                    : Texts::tr("%1 s").arg(shownNumber(entry.duration, 1, 'f')));
    if (!entry.fold.isEmpty())
        parts << entry.fold;
    if (!entry.hasMedia)
        parts << Texts::tr("no media");
    return parts.join(QStringLiteral(" · "));
}

QStringList entryFigures(const LibraryEntry& entry)
{
    QStringList lines{entryLine(entry)};
    if (!entry.isRead)
        return lines;
    lines << Texts::tr("Covered: text %1, sound %2, vision %3")
                 .arg(percent(entry.coverage[0]), percent(entry.coverage[1]), percent(entry.coverage[2]));
    lines << Texts::tr("%n word(s)", nullptr, static_cast<int>(entry.words.starts.size()));
    lines << Texts::tr("%n labelled segment(s)", nullptr, static_cast<int>(entry.segments()));
    if (entry.segments() > 0) {
        const LabelFigures figures = labelFigures(entry, 0);
        if (figures.given > 0)
            lines << Texts::tr("%1: %2 to %3, mean %4, spread %5")
                         .arg(entry.labelNames.front(), signedNumber(figures.least, 1),
                              signedNumber(figures.greatest, 1), signedNumber(figures.mean, 2))
                         .arg(shownNumber(figures.spread, 2, 'f'));
    }
    return lines;
}

}
