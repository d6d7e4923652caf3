#include "widgets/space/space_panel.h"

#include "widgets/base/muted_label.h"
#include "widgets/base/section_head.h"
#include "widgets/space/space_legend.h"
#include "widgets/space/space_view.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <cmath>

namespace widgets {

namespace {

/// Keeps the keys that choose, which are the window's shortcuts elsewhere.
class ChoiceBox : public QComboBox {
public:
    using QComboBox::QComboBox;

protected:
    bool event(QEvent* event) override
    {
        if (event->type() != QEvent::ShortcutOverride)
            return QComboBox::event(event);
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
    box->setMinimumContentsLength(6);
    return box;
}

}

SpacePanel::SpacePanel(QWidget* parent)
    : QWidget(parent)
    , m_sequences(comboBox(QStringLiteral("spaceSequence"), tr("Sequence"), this))
    , m_colourings(comboBox(QStringLiteral("spaceColouring"), tr("Colour"), this))
    , m_view(new SpaceView)
    , m_message(mutedLabel(QStringLiteral("spaceMessage"), this))
    , m_stack(new QStackedLayout)
    , m_legend(new SpaceLegend(this))
    , m_status(mutedLabel(QStringLiteral("spaceStatus"), this))
    , m_note(mutedLabel(QStringLiteral("spaceNote"), this))
{
    setObjectName(QStringLiteral("space"));
    setAutoFillBackground(true);
    m_sequences->setToolTip(tr("The sequence whose mean row places each segment"));
    m_colourings->setToolTip(tr("What the colour of a point tells"));
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setMargin(24);
    m_status->setForegroundRole(QPalette::WindowText);
    m_status->setMinimumHeight(fontMetrics().height());

    auto* choices = new QGridLayout;
    choices->setHorizontalSpacing(10);
    choices->setVerticalSpacing(4);
    const auto choice = [&](int column, const QString& title, QComboBox* box) {
        QLabel* head = sectionHead(title, this);
        head->setBuddy(box);
        choices->addWidget(head, 0, column);
        choices->addWidget(box, 1, column);
        choices->setColumnStretch(column, 1);
    };
    choice(0, tr("Sequence"), m_sequences);
    choice(1, tr("Colour"), m_colourings);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_message);
    auto* below = new QVBoxLayout;
    below->setContentsMargins(16, 0, 16, 12);
    below->setSpacing(6);
    below->addWidget(m_legend);
    below->addWidget(m_status);
    below->addWidget(m_note);
    choices->setContentsMargins(16, 12, 16, 0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addLayout(choices);
    layout->addLayout(m_stack, 1);
    layout->addLayout(below);

    connect(m_sequences, &QComboBox::textActivated, this, &SpacePanel::sequenceChosen);
    connect(m_colourings, &QComboBox::currentIndexChanged, this, &SpacePanel::showColours);
    connect(m_view, &SpaceView::pointClicked, this, &SpacePanel::pointClicked);
    connect(m_view, &SpaceView::pointHovered, this, [this](int point) {
        m_hovered = point;
        showStatus();
        if (point >= 0)
            m_view->setHoverText(describe(m_content.points.at(static_cast<std::size_t>(point))));
    });
    setContent({});
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
    std::array<QString, 3> axes;
    for (std::size_t axis = 0; axis < axes.size(); ++axis)
        axes[axis] = tr("PC%1 %2 %").arg(axis + 1).arg(std::lround(m_content.explained[axis] * 100));
    m_view->setAxisNames(axes);
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
    SpacePalette palette = spacePalette(m_content, colouring(), themeOf(QWidget::palette()));
    m_view->setColours(palette.colours);
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

QString SpacePanel::describe(const SpacePoint& point) const
{
    QStringList facts;
    const SpaceColouring by = colouring();
    const auto label = static_cast<std::size_t>(by.kind == SpaceColouring::Kind::Label ? by.label : 0);
    if (label < point.labels.size() && std::isfinite(point.labels[label]))
        facts << signedNumber(static_cast<double>(point.labels[label]), 1);
    for (const QString& fact : {point.fold, point.speaker}) {
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
        m_status->setText(tr("%1 · %2", "segments and dimensions")
                              .arg(tr("%n segments", nullptr, static_cast<int>(count)),
                                   tr("%n dimensions", nullptr, m_content.dimensions)));
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
