#include "widgets/space/space_panel.h"

#include "widgets/base/elided_combo_box.h"
#include "widgets/base/muted_label.h"
#include "widgets/base/section_head.h"
#include "widgets/space/space_axes.h"
#include "widgets/space/space_choice_bar.h"
#include "widgets/space/space_legend.h"
#include "widgets/space/space_print.h"
#include "widgets/space/space_tools.h"
#include "widgets/space/space_view.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <cmath>

namespace widgets {

namespace {

/// Keeps the keys that choose, which are the window's shortcuts elsewhere.
class ChoiceBox : public ElidedComboBox {
public:
    using ElidedComboBox::ElidedComboBox;

protected:
    bool event(QEvent* event) override
    {
        if (event->type() != QEvent::ShortcutOverride)
            return ElidedComboBox::event(event);
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool chooses = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down
            || key->key() == Qt::Key_Space || key->key() == Qt::Key_Home || key->key() == Qt::Key_End;
        event->setAccepted(chooses && key->modifiers() == Qt::NoModifier);
        return true;
    }
};

QComboBox* comboBox(const QString& objectName, const QString& accessibleName, QWidget* parent)
{
    auto* box = new ChoiceBox(parent);
    box->setObjectName(objectName);
    box->setAccessibleName(accessibleName);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(5);
    return box;
}

SpaceColour faded(const SpaceColour& colour, const QColor& into)
{
    const QColor result = mixed(QColor(colour[0], colour[1], colour[2]), into, 0.8);
    return {static_cast<std::uint8_t>(result.red()), static_cast<std::uint8_t>(result.green()),
            static_cast<std::uint8_t>(result.blue())};
}

}

SpacePanel::SpacePanel(QWidget* parent)
    : QWidget(parent)
    , m_sequences(comboBox(QStringLiteral("spaceSequence"), tr("Sequence"), this))
    , m_projections(comboBox(QStringLiteral("spaceProjection"), tr("Projection"), this))
    , m_colourings(comboBox(QStringLiteral("spaceColouring"), tr("Colour"), this))
    , m_view(new SpaceView)
    , m_tools(new SpaceTools(m_view))
    , m_message(mutedLabel(QStringLiteral("spaceMessage"), this))
    , m_stack(new QStackedLayout)
    , m_legend(new SpaceLegend(this))
    , m_choiceBar(new SpaceChoiceBar(this))
    , m_status(mutedLabel(QStringLiteral("spaceStatus"), this))
    , m_note(mutedLabel(QStringLiteral("spaceNote"), this))
{
    setObjectName(QStringLiteral("space"));
    setAutoFillBackground(true);
    m_sequences->setToolTip(tr("The sequence whose mean row places each segment"));
    m_projections->setToolTip(tr(
        "How many dimensions become two or three. PCA: along the directions in which segments differ most; "
        "distances mean something. UMAP and t-SNE: neighbours stay together; how far apart groups lie says "
        "little."));
    for (const char* name : {"PCA", "UMAP", "t-SNE"}) // in the order of engine::ProjectionMethod
        m_projections->addItem(QLatin1String(name));
    m_colourings->setToolTip(tr("What the colour of a point tells"));
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setMargin(24);
    m_status->setToolTip(
        tr("Trustworthiness: 1 when the points that lie next to each other are next to each other by all "
           "dimensions, too; about 0.5 by chance (15 neighbours; Venna and Kaski 2001)."));
    m_status->setForegroundRole(QPalette::WindowText);
    m_status->setMinimumHeight(fontMetrics().height());

    auto* choices = new QGridLayout;
    choices->setHorizontalSpacing(8);
    choices->setVerticalSpacing(4);
    const auto choice = [&](int column, const QString& title, QComboBox* box) {
        QLabel* head = sectionHead(title, this);
        head->setBuddy(box);
        choices->addWidget(head, 0, column);
        choices->addWidget(box, 1, column);
        choices->setColumnStretch(column, 1);
    };
    choice(0, tr("Sequence"), m_sequences);
    choice(1, tr("Projection"), m_projections);
    choice(2, tr("Colour"), m_colourings);
    auto* corner = new QVBoxLayout(m_view);
    corner->setContentsMargins(6, 6, 6, 6);
    corner->addWidget(m_tools, 0, Qt::AlignRight | Qt::AlignTop);
    m_view->setCovered(m_tools->sizeHint().height() + corner->contentsMargins().top());
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_message);
    auto* below = new QVBoxLayout;
    below->setContentsMargins(16, 0, 16, 12);
    below->setSpacing(6);
    below->addWidget(m_legend);
    below->addWidget(m_choiceBar);
    below->addWidget(m_status);
    below->addWidget(m_note);
    choices->setContentsMargins(16, 12, 16, 0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addLayout(choices);
    layout->addLayout(m_stack, 1);
    layout->addLayout(below);

    connectParts();
    setContent({});
}

void SpacePanel::connectParts()
{
    connect(m_sequences, &QComboBox::textActivated, this, &SpacePanel::sequenceChosen);
    const auto tellProjection = [this] { emit projectionChosen(projection()); };
    connect(m_projections, &QComboBox::activated, this, tellProjection);
    connect(m_tools, &SpaceTools::flatChosen, this, tellProjection);
    connect(m_tools, &SpaceTools::lassoChosen, m_view, &SpaceView::setLasso);
    connect(m_tools, &SpaceTools::pictureWished, this, &SpacePanel::pictureWished);
    connect(m_view, &SpaceView::lassoed, this, &SpacePanel::choose);
    connect(m_choiceBar, &SpaceChoiceBar::reviewWished, this, &SpacePanel::reviewWished);
    connect(m_choiceBar, &SpaceChoiceBar::datasetWished, this, &SpacePanel::datasetWished);
    connect(m_choiceBar, &SpaceChoiceBar::clearWished, this, [this] { choose({}, SelectionStep::Replace); });
    connect(m_colourings, &QComboBox::currentIndexChanged, this, &SpacePanel::showColours);
    connect(m_view, &SpaceView::pointClicked, this, &SpacePanel::pointClicked);
    connect(m_view, &SpaceView::pointHovered, this, [this](int point) {
        m_hovered = point;
        showStatus();
        if (point >= 0)
            m_view->setHoverCard(cardOf(m_content.points.at(static_cast<std::size_t>(point)), {}));
        emit pointHovered(point);
    });
}

void SpacePanel::setSequences(const QStringList& keys, const QString& current)
{
    m_sequences->clear();
    m_sequences->addItems(keys);
    m_sequences->setCurrentText(current);
    m_sequences->setEnabled(keys.size() > 1);
}

QString SpacePanel::sequence() const
{
    return m_sequences->currentText();
}

engine::ProjectionOptions SpacePanel::projection() const
{
    return {static_cast<engine::ProjectionMethod>(m_projections->currentIndex()), m_tools->isFlat()};
}

void SpacePanel::setContent(SpaceContent content)
{
    m_content = std::move(content);
    m_selected.reset();
    m_hovered = -1;
    fillColourings();
    std::vector<std::array<float, 3>> positions;
    positions.reserve(m_content.points.size());
    for (const SpacePoint& point : m_content.points)
        positions.push_back(point.position);
    SpacePalette palette = spacePalette(m_content, colouring(), themeOf(QWidget::palette()));
    m_view->setPoints(std::move(positions), std::move(palette.colours));
    m_view->setAxisNames(axisNames(m_content));
    m_note->setText(m_content.note);
    m_note->setVisible(!m_content.note.isEmpty());
    showColours();
    showStatus();
}

/// The labels by name, then fold and speaker where anything is known of them; the choice stays.
void SpacePanel::fillColourings()
{
    const QSignalBlocker quiet(m_colourings);
    const QString before = m_colourings->currentText();
    m_colourings->clear();
    using Kind = SpaceColouring::Kind;
    const auto add = [this](const QString& name, Kind kind, int label) {
        m_colourings->addItem(name, QPoint(static_cast<int>(kind), label));
    };
    for (int i = 0; i < m_content.labels.size(); ++i)
        add(m_content.labels[i], Kind::Label, i);
    const auto isKnown = [this](QString SpacePoint::*field) {
        return std::any_of(m_content.points.begin(), m_content.points.end(),
                           [&](const SpacePoint& point) { return !(point.*field).isEmpty(); });
    };
    const auto hasValue = [this](float SpacePoint::*field) {
        return std::any_of(m_content.points.begin(), m_content.points.end(),
                           [&](const SpacePoint& point) { return std::isfinite(point.*field); });
    };
    if (hasValue(&SpacePoint::prediction)) {
        add(tr("model's prediction"), Kind::Prediction, 0);
        if (m_content.predicted >= 0)
            add(tr("model's error"), Kind::Error, 0);
    }
    if (isKnown(&SpacePoint::interaction))
        add(tr("interaction class"), Kind::Interaction, 0);
    if (hasValue(&SpacePoint::trainingError)) {
        add(tr("training: mean error"), Kind::TrainingError, 0);
        add(tr("training: deviation"), Kind::TrainingSpread, 0);
    }
    if (isKnown(&SpacePoint::fold))
        add(tr("fold"), Kind::Fold, 0);
    if (isKnown(&SpacePoint::speaker))
        add(tr("speaker"), Kind::Speaker, 0);
    if (const int kept = m_colourings->findText(before); kept >= 0)
        m_colourings->setCurrentIndex(kept);
    m_colourings->setEnabled(m_colourings->count() > 1);
}

SpaceColouring SpacePanel::colouring() const
{
    const QPoint chosen = m_colourings->currentData().toPoint();
    return {static_cast<SpaceColouring::Kind>(chosen.x()), chosen.y()};
}

void SpacePanel::showColours()
{
    const Theme& theme = themeOf(QWidget::palette());
    SpacePalette palette = spacePalette(m_content, colouring(), theme);
    std::vector<SpaceColour> colours = palette.colours;
    const std::vector<std::size_t> points = chosen();
    if (!points.empty()) { // the others step back
        for (SpaceColour& colour : colours)
            colour = faded(colour, theme.background);
        for (const std::size_t point : points)
            colours[point] = palette.colours[point];
    }
    m_view->setColours(std::move(colours));
    m_choiceBar->setCount(static_cast<int>(points.size()));
    m_legend->setVisible(!m_content.points.empty() && m_colourings->count() > 0);
    m_legend->setPalette(std::move(palette), m_colourings->currentText());
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

void SpacePanel::setMessage(const QString& sentence)
{
    m_message->setText(sentence);
    m_stack->setCurrentWidget(sentence.isEmpty() ? static_cast<QWidget*>(m_view) : m_message);
}

void SpacePanel::setSelected(std::optional<std::size_t> point)
{
    m_selected = point;
    m_view->setSelected(point);
    showStatus();
}

void SpacePanel::answer(const std::function<void(SpacePoint&)>& change, const QString& predicted)
{
    for (SpacePoint& point : m_content.points)
        change(point);
    m_content.predicted = static_cast<int>(m_content.labels.indexOf(predicted));
    fillColourings();
    showColours();
}

void SpacePanel::choose(const std::vector<std::size_t>& points, SelectionStep step)
{
    m_selection.change(m_content.points, points, step);
    showColours();
}

SpaceCard SpacePanel::cardOf(const SpacePoint& point, const QImage& picture) const
{
    return {describe(point), point.words, picture};
}

void SpacePanel::setHoverPicture(int point, const QImage& picture)
{
    if (point == m_hovered && point >= 0)
        m_view->setHoverCard(cardOf(m_content.points.at(static_cast<std::size_t>(point)), picture));
}

QSize SpacePanel::pictureSize() const
{
    return {m_view->width(), m_view->height() + m_legend->heightForWidth(m_view->width() - 24) + 12};
}

void SpacePanel::paintPicture(QPainter& painter, QSize size) const
{
    const QSize legend(size.width() - 24, m_legend->heightForWidth(size.width() - 24));
    const QSize view(size.width(), size.height() - legend.height() - 12);
    painter.fillRect(QRect({}, size), themeOf(QWidget::palette()).background);
    paintSpace(painter, *m_view, view);
    painter.translate(12, view.height());
    m_legend->paint(painter, legend);
}

QString SpacePanel::describe(const SpacePoint& point) const
{
    QStringList facts;
    const SpaceColouring by = colouring();
    const SpaceColouring label{SpaceColouring::Kind::Label,
                               by.kind == SpaceColouring::Kind::Label ? by.label : 0};
    if (const float value = scaleValue(m_content, point, label); std::isfinite(value))
        facts << signedNumber(static_cast<double>(value), 1);
    if (by.kind != SpaceColouring::Kind::Label) {
        if (const float value = scaleValue(m_content, point, by); std::isfinite(value))
            facts << QStringLiteral("%1 %2").arg(m_colourings->currentText(),
                                                 signedNumber(static_cast<double>(value), 2));
    }
    for (const QString& fact : {point.interaction, point.fold, point.speaker}) {
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
        m_status->setText(describe(m_content.points.at(static_cast<std::size_t>(m_hovered))));
    else if (m_selected && *m_selected < count)
        m_status->setText(describe(m_content.points[*m_selected]));
    else if (count > 0)
        m_status->setText(
            tr("%1 · %2 · %3", "segments, dimensions, trustworthiness")
                .arg(tr("%n segments", nullptr, static_cast<int>(count)),
                     tr("%n dimensions", nullptr, m_content.dimensions),
                     tr("trustworthiness %1").arg(QLocale().toString(m_content.trustworthiness, 'f', 2))));
    else
        m_status->clear();
}

void SpacePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        showColours();
    QWidget::changeEvent(event);
}

}
