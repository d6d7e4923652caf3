#include "widgets/predict/display_graph.h"

#include "widgets/predict/display_words.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace widgets {

namespace {

constexpr std::size_t kLevels = 4;
constexpr double kThickest = 6.0; // pixels of an edge
constexpr double kThinnest = 0.7;
constexpr double kReach = 6.0; // pixels from an edge within which the mouse is on it

/// One modality, two, three, and what all lead to.
std::size_t levelOf(const QString& vertex)
{
    return vertex == QLatin1String("t")
        ? kLevels - 1
        : static_cast<std::size_t>(std::clamp<qsizetype>(vertex.size() - 1, 0, 2));
}

/// Places that keep the edges of a graph of three modalities off its vertices; other numbers stand evenly.
double heightOf(std::size_t level, std::size_t index, std::size_t count)
{
    static const std::array<std::vector<double>, kLevels> places{
        {{0.10, 0.50, 0.90}, {0.07, 0.49, 0.93}, {0.28}, {0.74}}};
    if (places[level].size() == count)
        return places[level][index];
    return (static_cast<double>(index) + 0.5) / static_cast<double>(count);
}

double distance(const QLineF& line, QPointF point)
{
    const QPointF along = line.p2() - line.p1();
    const double length = QPointF::dotProduct(along, along);
    const double part
        = length > 0 ? std::clamp(QPointF::dotProduct(point - line.p1(), along) / length, 0.0, 1.0) : 0.0;
    return QLineF(point, line.p1() + part * along).length();
}

}

void DisplayGraph::tableChanged()
{
    m_vertices.clear();
    m_edges.clear();
    const auto vertexOf = [&](const QString& name) {
        const auto found = std::ranges::find(m_vertices, name, &Vertex::name);
        if (found == m_vertices.end())
            m_vertices.push_back({name, {}});
        return static_cast<std::size_t>(std::ranges::find(m_vertices, name, &Vertex::name)
                                        - m_vertices.begin());
    };
    for (const QString& name : table().rowNames) {
        const qsizetype arrow = name.indexOf(QLatin1Char('>'));
        if (arrow <= 0 || arrow + 1 >= name.size()) {
            m_edges.push_back(std::nullopt);
            continue;
        }
        const std::size_t from = vertexOf(name.left(arrow));
        m_edges.push_back(Edge{from, vertexOf(name.mid(arrow + 1))});
    }
    constexpr std::array<double, kLevels> columns{0.07, 0.37, 0.66, 0.93};
    for (std::size_t level = 0; level < kLevels; ++level) {
        std::vector<Vertex*> ofLevel;
        for (Vertex& vertex : m_vertices) {
            if (levelOf(vertex.name) == level)
                ofLevel.push_back(&vertex);
        }
        for (std::size_t i = 0; i < ofLevel.size(); ++i)
            ofLevel[i]->place = {columns.at(level), heightOf(level, i, ofLevel.size())};
    }
}

float DisplayGraph::shown(std::size_t edge) const
{
    if (const auto column = currentColumn())
        return table().at(edge, *column);
    return table().rowMean(edge);
}

int DisplayGraph::radius() const
{
    return QFontMetrics(smallFont()).horizontalAdvance(QStringLiteral("lav")) / 2 + 6;
}

int DisplayGraph::plotHeight() const
{
    return 13 * radius();
}

int DisplayGraph::wantedHeight() const
{
    return plotHeight() + 8 + (table().isSigned() ? 5 : 4) * legendLine();
}

int DisplayGraph::legendLine() const
{
    return QFontMetrics(smallFont()).height() + 4;
}

QPointF DisplayGraph::centre(std::size_t vertex) const
{
    const int r = radius();
    const QPointF place = m_vertices[vertex].place;
    return {r + place.x() * (width() - 2 * r), r + place.y() * (plotHeight() - 2 * r)};
}

QLineF DisplayGraph::line(std::size_t edge) const
{
    return {centre(m_edges[edge]->from), centre(m_edges[edge]->to)};
}

std::optional<DisplayCanvas::Cell> DisplayGraph::cellAt(QPointF place) const
{
    std::optional<std::size_t> nearest;
    double least = kReach;
    for (std::size_t edge = 0; edge < m_edges.size(); ++edge) {
        const double away = m_edges[edge] ? distance(line(edge), place) : kReach;
        if (away < least) {
            least = away;
            nearest = edge;
        }
    }
    return nearest ? std::optional(Cell{*nearest, currentColumn().value_or(0)}) : std::nullopt;
}

QString DisplayGraph::note(Cell cell) const
{
    const Edge edge = *m_edges[cell.row];
    const QString name = QStringLiteral("%1 → %2").arg(vertexMeaning(m_vertices[edge.from].name),
                                                       vertexMeaning(m_vertices[edge.to].name));
    const QString number = table().number(static_cast<double>(shown(cell.row)));
    if (const auto column = currentColumn())
        return tr("%1 · “%2”: %3").arg(name, table().columnNames[static_cast<qsizetype>(*column)], number);
    return tr("%1: %2").arg(name, number);
}

/// Of the colours of its modalities.
QColor DisplayGraph::vertexColour(const QString& name) const
{
    std::vector<QColor> colours;
    for (const QChar letter : name) {
        if (letter == u'l')
            colours.push_back(theme().language);
        else if (letter == u'a')
            colours.push_back(theme().sound);
        else if (letter == u'v')
            colours.push_back(theme().vision);
    }
    if (colours.empty())
        return theme().accent;
    QColor colour = colours.front();
    for (std::size_t i = 1; i < colours.size(); ++i)
        colour = mixed(colour, colours[i], 1.0 / static_cast<double>(i + 1));
    return colour;
}

QString DisplayGraph::caption() const
{
    if (const auto column = currentColumn())
        return tr("at “%1”").arg(table().columnNames[static_cast<qsizetype>(*column)]);
    return table().columns() > 1 ? tr("mean over the words") : QString();
}

void DisplayGraph::paintEvent(QPaintEvent*)
{
    if (table().values.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(smallFont());
    std::vector<std::size_t> order;
    for (std::size_t edge = 0; edge < m_edges.size(); ++edge) {
        if (m_edges[edge] && std::isfinite(shown(edge)))
            order.push_back(edge);
    }
    std::ranges::stable_sort(order, {}, [&](std::size_t edge) { return std::abs(shown(edge)); });
    for (const std::size_t edge : order) { // the strongest last, above the others
        const float value = shown(edge);
        const double strength = std::min(1.0, std::abs(static_cast<double>(value)) / table().high);
        const QColor colour = !table().isSigned() ? theme().accent
            : value < 0                           ? theme().negative
                                                  : theme().positive;
        painter.setPen(QPen(mixed(theme().panel, colour, 0.22 + 0.78 * strength),
                            kThinnest + (kThickest - kThinnest) * strength, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(line(edge));
    }
    const int r = radius();
    for (std::size_t i = 0; i < m_vertices.size(); ++i) {
        const QColor colour = vertexColour(m_vertices[i].name);
        painter.setPen(QPen(colour, 2));
        painter.setBrush(mixed(theme().panel, colour, 0.2));
        painter.drawEllipse(centre(i), r - 1, r - 1);
        painter.setPen(theme().text);
        painter.drawText(QRectF(centre(i) - QPointF(r, r), QSizeF(2 * r, 2 * r)), Qt::AlignCenter,
                         m_vertices[i].name);
    }
    paintLegend(painter);
}

void DisplayGraph::paintLegend(QPainter& painter)
{
    const int line = legendLine();
    const QFontMetrics metrics(smallFont());
    int top = plotHeight() + 8;
    const auto entry = [&](double left, double wide, double sign, const QString& text) {
        painter.setPen(theme().muted);
        painter.drawText(QRectF(left + sign + 6, top, wide - sign - 6, line),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(text, Qt::ElideRight, static_cast<int>(wide - sign - 6)));
    };
    const auto dot = [&](double left, const QString& vertex) {
        const QColor colour = vertexColour(vertex);
        painter.setPen(QPen(colour, 2));
        painter.setBrush(mixed(theme().panel, colour, 0.2));
        painter.drawEllipse(QPointF(left + 6, top + line / 2.0), 4.5, 4.5);
    };
    const std::array<const char*, 3> letters{"l", "a", "v"};
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const QString letter = QLatin1String(letters.at(i));
        const double left = static_cast<double>(i) * width() / 3.0;
        dot(left, letter);
        entry(left, width() / 3.0, 12, QStringLiteral("%1  %2").arg(letter, vertexMeaning(letter)));
    }
    top += line;
    entry(0, width(), -6, tr("la, lv, av, lav: these modalities together"));
    top += line;
    dot(0, QStringLiteral("t"));
    entry(0, width(), 12, QStringLiteral("t  %1").arg(vertexMeaning(QStringLiteral("t"))));
    entry(width() / 3.0, width() * 2 / 3.0, 0, caption());
    top += line;
    const auto sample = [&](double left, double wide, const QColor& colour, double strength) {
        painter.setPen(QPen(mixed(theme().panel, colour, 0.22 + 0.78 * strength),
                            kThinnest + (kThickest - kThinnest) * strength, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(left + 3, top + line / 2.0), QPointF(left + wide - 3, top + line / 2.0));
    };
    const QColor strong = table().isSigned() ? theme().positive : theme().accent;
    constexpr double kSample = 18.0;
    sample(0, kSample, strong, 0.0);
    sample(kSample, kSample, strong, 0.5);
    sample(2 * kSample, kSample, strong, 1.0);
    entry(0, width(), 3 * kSample,
          tr("thicker: a larger number, %1 … %2")
              .arg(table().number(table().isSigned() ? 0.0 : table().low), table().number(table().high)));
    if (!table().isSigned())
        return;
    top += line;
    sample(0, kSample, theme().negative, 1.0);
    entry(0, width() / 2.0, kSample, tr("below 0"));
    sample(width() / 2.0, kSample, theme().positive, 1.0);
    entry(width() / 2.0, width() / 2.0, kSample, tr("above 0"));
}

}
