#include "widgets/space/space_panel.h"

#include "widgets/base/muted_label.h"
#include "widgets/space/space_axes.h"
#include "widgets/space/space_choice_bar.h"
#include "widgets/space/space_choices.h"
#include "widgets/space/space_legend.h"
#include "widgets/space/space_tools.h"
#include "widgets/space/space_view.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>

#include <cmath>

namespace widgets {

namespace {

SpaceColour faded(const SpaceColour& colour, const QColor& into)
{
    const QColor result = mixed(QColor(colour[0], colour[1], colour[2]), into, 0.8);
    return {static_cast<std::uint8_t>(result.red()), static_cast<std::uint8_t>(result.green()),
            static_cast<std::uint8_t>(result.blue())};
}

}

SpacePanel::SpacePanel(QWidget* parent)
    : SpacePanel(new SpaceChoices(nullptr), new SpaceTools(nullptr), parent)
{
}

SpacePanel::SpacePanel(SpaceChoices* choices, SpaceTools* tools, QWidget* parent)
    : SpaceFrame(QStringLiteral("space"), choices, tools, parent)
    , m_choices(choices)
    , m_tools(tools)
    , m_choiceBar(new SpaceChoiceBar(this))
    , m_note(mutedLabel(QStringLiteral("spaceNote"), this))
{
    status().setToolTip(
        tr("Trustworthiness: 1 when the points that lie next to each other are next to each other by all "
           "dimensions, too; about 0.5 by chance (15 neighbours; Venna and Kaski 2001)."));
    addBelow(m_choiceBar);
    addBelow(m_note);
    connectParts();
    setContent({});
}

void SpacePanel::connectParts()
{
    connect(m_choices, &SpaceChoices::sequenceChosen, this, &SpacePanel::sequenceChosen);
    const auto tellProjection = [this] { emit projectionChosen(projection()); };
    connect(m_choices, &SpaceChoices::methodChosen, this, tellProjection);
    connect(m_tools, &SpaceTools::flatChosen, this, tellProjection);
    connect(m_tools, &SpaceTools::lassoChosen, &view(), &SpaceView::setLasso);
    connect(m_tools, &SpaceTools::pictureWished, this, &SpacePanel::pictureWished);
    connect(&view(), &SpaceView::lassoed, this, &SpacePanel::choose);
    connect(m_choiceBar, &SpaceChoiceBar::reviewWished, this, &SpacePanel::reviewWished);
    connect(m_choiceBar, &SpaceChoiceBar::datasetWished, this, &SpacePanel::datasetWished);
    connect(m_choiceBar, &SpaceChoiceBar::clearWished, this, [this] { choose({}, SelectionStep::Replace); });
    connect(m_choices, &SpaceChoices::colouringChanged, this, &SpacePanel::showColours);
    connect(&view(), &SpaceView::pointClicked, this, &SpacePanel::pointClicked);
    connect(&view(), &SpaceView::pointHovered, this, [this](int point) {
        m_hovered = point;
        showStatus();
        if (point >= 0)
            view().setHoverCard(cardOf(m_content.points.at(static_cast<std::size_t>(point)), {}));
        emit pointHovered(point);
    });
}

void SpacePanel::setSequences(const QStringList& keys, const QString& current)
{
    m_choices->setSequences(keys, current);
}

QString SpacePanel::sequence() const
{
    return m_choices->sequence();
}

engine::ProjectionOptions SpacePanel::projection() const
{
    return {m_choices->method(), m_tools->isFlat()};
}

void SpacePanel::setContent(SpaceContent content)
{
    m_content = std::move(content);
    m_selected.reset();
    m_hovered = -1;
    m_choices->setContent(m_content);
    std::vector<std::array<float, 3>> positions;
    positions.reserve(m_content.points.size());
    for (const SpacePoint& point : m_content.points)
        positions.push_back(point.position);
    SpacePalette palette = spacePalette(m_content, m_choices->colouring(), themeOf(QWidget::palette()));
    view().setPoints(std::move(positions), std::move(palette.colours));
    view().setAxisNames(axisNames(m_content));
    m_note->setText(m_content.note);
    m_note->setVisible(!m_content.note.isEmpty());
    showColours();
    showStatus();
}

void SpacePanel::showColours()
{
    const Theme& theme = themeOf(QWidget::palette());
    SpacePalette palette = spacePalette(m_content, m_choices->colouring(), theme);
    std::vector<SpaceColour> colours = palette.colours;
    const std::vector<std::size_t> points = chosen();
    if (!points.empty()) { // the others step back
        for (SpaceColour& colour : colours)
            colour = faded(colour, theme.background);
        for (const std::size_t point : points)
            colours[point] = palette.colours[point];
    }
    view().setColours(std::move(colours));
    m_choiceBar->setCount(static_cast<int>(points.size()));
    legend().setVisible(!m_content.points.empty() && m_choices->hasColourings());
    legend().setPalette(std::move(palette), m_choices->colouringName());
    showStatus();
}

void SpacePanel::relabel(const QString& video, const std::function<void(SpacePoint&)>& change)
{
    bool isOther = false;
    for (SpacePoint& point : m_content.points) {
        if (point.video != video)
            continue;
        const std::vector<float> before = point.labels;
        change(point);
        isOther = isOther || point.labels != before;
    }
    if (isOther)
        showColours();
}

void SpacePanel::setLabels(const QStringList& numbers, const QStringList& classes,
                           const QHash<QString, QColor>& colours,
                           const std::function<void(SpacePoint&)>& change)
{
    const QString predicted = m_content.labels.value(m_content.predicted);
    m_content.labels = numbers;
    m_content.classes = classes;
    m_content.classColours = colours;
    answer(change, predicted);
}

void SpacePanel::chooseLabel(const QString& label)
{
    const auto place = m_content.labels.lastIndexOf(label);
    m_choices->choose({SpaceColouring::Kind::Label, static_cast<int>(place)});
}

void SpacePanel::setSelected(std::optional<std::size_t> point)
{
    m_selected = point;
    view().setSelected(point);
    showStatus();
}

void SpacePanel::answer(const std::function<void(SpacePoint&)>& change, const QString& predicted)
{
    for (SpacePoint& point : m_content.points)
        change(point);
    m_content.predicted = static_cast<int>(m_content.labels.indexOf(predicted));
    m_choices->setContent(m_content);
    showColours();
}

void SpacePanel::choose(const std::vector<std::size_t>& points, SelectionStep step)
{
    m_selection.change(m_content.points, points, step);
    showColours();
    emit chosenChanged();
}

void SpacePanel::setChosen(const std::vector<std::size_t>& points)
{
    m_selection.change(m_content.points, points, SelectionStep::Replace);
    showColours();
}

SpaceCard SpacePanel::cardOf(const SpacePoint& point, const QImage& picture) const
{
    return {describe(point), point.words, picture};
}

void SpacePanel::setHoverPicture(int point, const QImage& picture)
{
    if (point == m_hovered && point >= 0)
        view().setHoverCard(cardOf(m_content.points.at(static_cast<std::size_t>(point)), picture));
}

QString SpacePanel::describe(const SpacePoint& point) const
{
    QStringList facts;
    const SpaceColouring by = m_choices->colouring();
    const SpaceColouring label{SpaceColouring::Kind::Label,
                               by.kind == SpaceColouring::Kind::Label ? by.label : 0};
    if (const float value = scaleValue(m_content, point, label); std::isfinite(value))
        facts << signedNumber(static_cast<double>(value), 1);
    if (by.kind != SpaceColouring::Kind::Label) {
        if (const float value = scaleValue(m_content, point, by); std::isfinite(value))
            facts << QStringLiteral("%1 %2").arg(m_choices->colouringName(),
                                                 signedNumber(static_cast<double>(value), 2));
    }
    for (const QString& fact : {className(point, by), point.interaction, point.fold, point.speaker}) {
        if (!fact.isEmpty())
            facts << fact;
    }
    const QString name = tr("segment %1 of %2").arg(point.segment).arg(point.video);
    return facts.isEmpty() ? name : QStringLiteral("%1: %2").arg(name, facts.join(QStringLiteral(", ")));
}

/// The point under the pointer, else the marked one, else how many there are.
void SpacePanel::showStatus()
{
    const std::size_t count = m_content.points.size();
    if (m_hovered >= 0)
        status().setText(describe(m_content.points.at(static_cast<std::size_t>(m_hovered))));
    else if (m_selected && *m_selected < count)
        status().setText(describe(m_content.points[*m_selected]));
    else if (count > 0)
        status().setText(
            tr("%1 · %2 · %3", "segments, dimensions, trustworthiness")
                .arg(tr("%n segments", nullptr, static_cast<int>(count)),
                     tr("%n dimensions", nullptr, m_content.dimensions),
                     tr("trustworthiness %1").arg(QLocale().toString(m_content.trustworthiness, 'f', 2))));
    else
        status().clear();
}

void SpacePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        showColours();
    QWidget::changeEvent(event);
}

}
