#include "widgets/dataset/dataset_marks.h"

#include "widgets/base/scale_number.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <functional>

namespace widgets {

namespace {

struct MarkTexts {
    Q_DECLARE_TR_FUNCTIONS(widgets::MarkTexts)
};

constexpr int kRampSteps = 13;
constexpr std::size_t kMostNamed = 8; // speakers with a colour of their own; the others share one

DatasetMarks byClass(const DatasetContent& content, const Theme& theme)
{
    using engine::InteractionClass;
    struct Look {
        InteractionClass kind;
        MarkShape shape;
        int colour;
    };
    static constexpr std::array<Look, engine::allInteractionClasses.size()> looks{
        {{InteractionClass::Conflict, MarkShape::Disc, 7},
         {InteractionClass::Complement, MarkShape::Square, 2},
         {InteractionClass::Dominance, MarkShape::Triangle, 4},
         {InteractionClass::Emergent, MarkShape::Diamond, 3},
         {InteractionClass::Redundant, MarkShape::Cross, 1},
         {InteractionClass::Flat, MarkShape::Dot, 8}}};
    DatasetMarks marks;
    std::array<std::uint8_t, looks.size()> places{};
    for (std::size_t i = 0; i < looks.size(); ++i) {
        places[static_cast<std::size_t>(looks[i].kind)] = static_cast<std::uint8_t>(i);
        marks.kinds.push_back({className(looks[i].kind), looks[i].shape, theme.trackColour(looks[i].colour)});
    }
    for (const DatasetPoint& point : content.points)
        marks.ofPoint.push_back(places[static_cast<std::size_t>(point.kind)]);
    return marks;
}

/// Steps of a scale from 0 to 1; what has no place on it is a dot.
template <typename Part, typename Colour>
DatasetMarks byRamp(const DatasetContent& content, const Theme& theme, const QString& low,
                    const QString& high, Part part, Colour colour)
{
    DatasetMarks marks;
    marks.isRamp = true;
    for (int step = 0; step < kRampSteps; ++step)
        marks.kinds.push_back({step == 0                    ? low
                                   : step + 1 == kRampSteps ? high
                                                            : QString(),
                               MarkShape::Disc, colour(step / (kRampSteps - 1.0))});
    marks.kinds.push_back({MarkTexts::tr("no label"), MarkShape::Dot, theme.muted});
    for (const DatasetPoint& point : content.points) {
        const double value = part(point);
        marks.ofPoint.push_back(static_cast<std::uint8_t>(
            std::isnan(value) ? kRampSteps : std::lround(std::clamp(value, 0.0, 1.0) * (kRampSteps - 1))));
    }
    return marks;
}

/// A colour and a shape for each of the most frequent names.
template <typename NameOf>
DatasetMarks byName(const DatasetContent& content, const Theme& theme, const NameOf& name,
                    const QString& none)
{
    QMap<QString, std::size_t> counts;
    for (const DatasetPoint& point : content.points)
        ++counts[std::invoke(name, point)];
    QStringList names = counts.keys();
    std::ranges::stable_sort(names, std::greater<>(), [&](const QString& one) { return counts[one]; });
    if (static_cast<std::size_t>(names.size()) > kMostNamed)
        names.resize(kMostNamed - 1);
    names.sort();
    static constexpr std::array shapes{MarkShape::Disc, MarkShape::Square, MarkShape::Triangle,
                                       MarkShape::Diamond};
    DatasetMarks marks;
    QMap<QString, std::uint8_t> places;
    for (const QString& one : names) {
        const auto place = static_cast<std::size_t>(places.size());
        places.insert(one, static_cast<std::uint8_t>(place));
        marks.kinds.push_back({one.isEmpty() ? none : one, shapes[place % shapes.size()],
                               theme.trackColour(static_cast<int>(place) % Theme::kTrackColours + 1)});
    }
    if (places.size() < counts.size())
        marks.kinds.push_back({MarkTexts::tr("others"), MarkShape::Cross, theme.muted});
    for (const DatasetPoint& point : content.points)
        marks.ofPoint.push_back(
            places.value(std::invoke(name, point), static_cast<std::uint8_t>(places.size())));
    return marks;
}

DatasetMarks byClassName(const DatasetContent& content, const Theme& theme, double DatasetPoint::*value)
{
    return byName(
        content, theme,
        [&](const DatasetPoint& point) {
            return std::isnan(point.*value) ? QString() : content.valueText(point.*value, 0);
        },
        MarkTexts::tr("no label"));
}

/// Whether classes are told right.
DatasetMarks byRight(const DatasetContent& content, const Theme& theme)
{
    DatasetMarks marks;
    marks.kinds = {{MarkTexts::tr("right"), MarkShape::Disc, theme.accent},
                   {MarkTexts::tr("wrong"), MarkShape::Diamond, theme.attention},
                   {MarkTexts::tr("no label"), MarkShape::Dot, theme.muted}};
    for (const DatasetPoint& point : content.points)
        marks.ofPoint.push_back(!point.isLabelled() ? 2 : point.isWrong() ? 1 : 0);
    return marks;
}

DatasetMarks byScale(const DatasetContent& content, const Theme& theme, double DatasetPoint::*value)
{
    return byRamp(
        content, theme, scaleNumber(content.low, content.low, 0), scaleNumber(content.high, content.low, 0),
        [&content, value](const DatasetPoint& point) {
            return (point.*value - content.low) / (content.high - content.low);
        },
        [&](double part) { return theme.sentiment((part - 0.5) * 6.0); });
}

DatasetMarks uncounted(const DatasetContent& content, MarkBy by, const Theme& theme)
{
    switch (by) {
    case MarkBy::Class:
        return byClass(content, theme);
    case MarkBy::Label:
    case MarkBy::Prediction: {
        const auto value = by == MarkBy::Label ? &DatasetPoint::label : &DatasetPoint::prediction;
        return content.areClasses() ? byClassName(content, theme, value) : byScale(content, theme, value);
    }
    case MarkBy::Error: {
        if (content.areClasses())
            return byRight(content, theme);
        const double worst = (content.high - content.low) / 3.0;
        return byRamp(
            content, theme, QStringLiteral("0"), QStringLiteral("≥ ") + shownNumber(worst, 2),
            [worst](const DatasetPoint& point) { return std::abs(point.error()) / worst; },
            [&](double part) { return mixed(theme.neutral, theme.positive, part); });
    }
    case MarkBy::Speaker:
        return byName(content, theme, &DatasetPoint::speaker, MarkTexts::tr("unknown"));
    case MarkBy::Fold:
        return byName(content, theme, &DatasetPoint::fold, MarkTexts::tr("no fold"));
    }
    return {};
}

}

QString className(engine::InteractionClass kind)
{
    switch (kind) {
    case engine::InteractionClass::Flat:
        return MarkTexts::tr("flat");
    case engine::InteractionClass::Emergent:
        return MarkTexts::tr("emergent");
    case engine::InteractionClass::Conflict:
        return MarkTexts::tr("conflict");
    case engine::InteractionClass::Dominance:
        return MarkTexts::tr("dominance");
    case engine::InteractionClass::Redundant:
        return MarkTexts::tr("redundant");
    case engine::InteractionClass::Complement:
        return MarkTexts::tr("complement");
    }
    return {};
}

DatasetMarks datasetMarks(const DatasetContent& content, MarkBy by, const Theme& theme, const QString& fold)
{
    DatasetMarks marks = uncounted(content, by, theme);
    for (std::size_t i = 0; i < marks.ofPoint.size(); ++i) {
        if (fold.isEmpty() || content.points[i].fold == fold)
            ++marks.kinds[marks.ofPoint[i]].count;
    }
    return marks;
}

void paintMark(QPainter& painter, QPointF centre, MarkShape shape, const QColor& colour, double size)
{
    const double r = size / 2.0;
    painter.save();
    painter.translate(centre);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    switch (shape) {
    case MarkShape::Disc:
        painter.drawEllipse(QPointF(), r, r);
        break;
    case MarkShape::Square:
        painter.drawRect(QRectF(-r * 0.86, -r * 0.86, r * 1.72, r * 1.72));
        break;
    case MarkShape::Triangle:
        painter.drawPolygon(QPolygonF({{0.0, -r}, {r, r * 0.8}, {-r, r * 0.8}}));
        break;
    case MarkShape::Diamond:
        painter.drawPolygon(
            QPolygonF({{0.0, -r * 1.15}, {r * 1.15, 0.0}, {0.0, r * 1.15}, {-r * 1.15, 0.0}}));
        break;
    case MarkShape::Cross:
        painter.setPen(QPen(colour, size * 0.28, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(-r * 0.8, -r * 0.8), QPointF(r * 0.8, r * 0.8));
        painter.drawLine(QPointF(-r * 0.8, r * 0.8), QPointF(r * 0.8, -r * 0.8));
        break;
    case MarkShape::Dot:
        painter.drawEllipse(QPointF(), r * 0.55, r * 0.55);
        break;
    }
    painter.restore();
}

QPixmap markPicture(MarkShape shape, const QColor& colour, double size, double pixelRatio)
{
    const int side = static_cast<int>(std::ceil((size + 4.0) * pixelRatio));
    QPixmap picture(side, side);
    picture.setDevicePixelRatio(pixelRatio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = side / pixelRatio / 2.0;
    paintMark(painter, {middle, middle}, shape, colour, size);
    return picture;
}

}
