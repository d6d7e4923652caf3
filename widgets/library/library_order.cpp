#include "widgets/library/library_order.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace widgets {

namespace {

constexpr std::array kNames{"dataset", "name", "duration", "mean", "spread", "segments", "coverage"};

}

QString LibraryOrder::title(Key key)
{
    switch (key) {
    case Key::Dataset:
        return tr("Order of the dataset");
    case Key::Name:
        return tr("Name");
    case Key::Duration:
        return tr("Duration");
    case Key::MeanLabel:
        return tr("Mean of the first label");
    case Key::LabelSpread:
        return tr("Spread of the first label");
    case Key::Segments:
        return tr("Number of segments");
    case Key::Coverage:
        return tr("Coverage");
    }
    return {};
}

QString LibraryOrder::name() const
{
    const QString plain = QLatin1String(kNames.at(static_cast<std::size_t>(key)));
    return descending ? QLatin1Char('-') + plain : plain;
}

LibraryOrder LibraryOrder::fromName(const QString& name)
{
    const bool descending = name.startsWith(QLatin1Char('-'));
    const QString plain = name.mid(descending ? 1 : 0);
    for (const Key key : all) {
        if (plain == QLatin1String(kNames.at(static_cast<std::size_t>(key))))
            return {key, descending};
    }
    return {};
}

double LibraryOrder::valueOf(const LibraryEntry& entry, int datasetPlace) const
{
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    if (key == Key::Dataset)
        return datasetPlace;
    if (key == Key::Name)
        return entry.nameRank;
    if (!entry.isRead)
        return unknown;
    switch (key) {
    case Key::Duration:
        return entry.duration < 0 ? unknown : entry.duration;
    case Key::MeanLabel:
        return entry.segments() > 0 ? labelFigures(entry, 0).mean : unknown;
    case Key::LabelSpread:
        return entry.segments() > 0 ? labelFigures(entry, 0).spread : unknown;
    case Key::Segments:
        return static_cast<double>(entry.segments());
    default:
        return static_cast<double>(entry.coverage[0] + entry.coverage[1] + entry.coverage[2]);
    }
}

void sortRows(std::vector<LibraryRow>& rows, const std::vector<double>& values, bool descending)
{
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto isBefore = [&](std::size_t a, std::size_t b) {
        if (std::isnan(values[a]) || std::isnan(values[b]))
            return !std::isnan(values[a]) && std::isnan(values[b]);
        return descending ? values[a] > values[b] : values[a] < values[b];
    };
    if (std::ranges::is_sorted(order, isBefore)) // as the rows of the dataset's own order are
        return;
    std::ranges::stable_sort(order, isBefore);
    std::vector<LibraryRow> sorted;
    sorted.reserve(rows.size());
    for (const std::size_t row : order)
        sorted.push_back(rows[row]);
    rows = std::move(sorted);
}

}
