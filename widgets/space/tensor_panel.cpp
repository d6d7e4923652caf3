#include "widgets/space/tensor_panel.h"

#include "widgets/base/scale_number.h"
#include "widgets/space/space_view.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSlider>

namespace widgets {

namespace {

constexpr int kUsualThreshold = 25; // percent of the greatest magnitude

/// Keeps the keys that move it, which are the window's shortcuts elsewhere.
class ChoiceSlider : public QSlider {
public:
    ChoiceSlider(const QString& name, const QString& tip, int most, QWidget* parent)
        : QSlider(Qt::Horizontal, parent)
    {
        setObjectName(name);
        setToolTip(tip);
        setRange(0, most);
    }

protected:
    bool event(QEvent* event) override
    {
        if (event->type() != QEvent::ShortcutOverride)
            return QSlider::event(event);
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Left:
        case Qt::Key_Right:
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
        case Qt::Key_Home:
        case Qt::Key_End:
            event->setAccepted(static_cast<QKeyEvent*>(event)->modifiers() == Qt::NoModifier);
            return true;
        default:
            return QSlider::event(event);
        }
    }
};

}

TensorPanel::TensorPanel(QWidget* parent) : TensorPanel(new QWidget, parent) { }

TensorPanel::TensorPanel(QWidget* choices, QWidget* parent)
    : FigurePanel(QStringLiteral("tensor"), choices, parent)
    , m_threshold(new ChoiceSlider(QStringLiteral("tensorThreshold"),
                                   tr("Cells are seen from this magnitude on, as a part of the greatest"),
                                   100, choices))
    , m_thresholdText(new QLabel(choices))
{
    m_threshold->setValue(kUsualThreshold);
    auto* grid = new QGridLayout(choices);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    int place = 0;
    const auto add = [&](const QString& title, QSlider* control, QLabel* text) {
        text->setBuddy(control);
        text->setMinimumWidth(fontMetrics().horizontalAdvance(tr("Threshold: %1 %").arg(100)));
        control->setAccessibleName(title);
        grid->addWidget(text, place / 2, place % 2 * 2);
        grid->addWidget(control, place / 2, place % 2 * 2 + 1);
        grid->setColumnStretch(place % 2 * 2 + 1, 1);
        ++place;
        connect(control, &QSlider::valueChanged, this, &TensorPanel::choose);
    };
    add(tr("Threshold"), m_threshold, m_thresholdText);
    for (std::size_t axis = 0; axis < 3; ++axis) {
        m_slices.at(axis)
            = new ChoiceSlider(QStringLiteral("tensorSlice%1").arg(axis),
                               tr("A slice: only one entry of this axis; at the left end all"), 0, choices);
        m_sliceTexts.at(axis) = new QLabel(choices);
        add(tr("Slice: %1").arg(axisName(axis)), m_slices.at(axis), m_sliceTexts.at(axis));
    }
    view().setAccessibleName(tr("Fusion tensor"));
}

QString TensorPanel::axisName(std::size_t axis)
{
    return axis == 0 ? tr("sound") : axis == 1 ? tr("vision") : tr("text");
}

QString TensorPanel::entryName(std::size_t axis, std::size_t entry)
{
    return entry == 0 ? tr("%1: the 1").arg(axisName(axis)) : tr("%1 unit %2").arg(axisName(axis)).arg(entry);
}

void TensorPanel::setTensor(const FusionTensor& tensor, const QString& title, bool isCurrent)
{
    if (tensor == m_tensor && title == m_title && isCurrent == m_isCurrent)
        return;
    m_tensor = tensor;
    m_title = title;
    m_isCurrent = isCurrent;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const QSignalBlocker quiet(m_slices.at(axis));
        m_slices.at(axis)->setRange(0, static_cast<int>(tensor.extent(axis)));
    }
    setScale(tensor.isEmpty() ? QString() : tr("product"), -tensor.greatest(), tensor.greatest());
    choose();
}

void TensorPanel::choose()
{
    TensorChoice choice;
    choice.threshold = m_threshold->value() / 100.0;
    m_thresholdText->setText(tr("Threshold: %1 %").arg(m_threshold->value()));
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const int value = m_slices.at(axis)->value();
        if (value > 0)
            choice.slices.at(axis) = static_cast<std::size_t>(value - 1);
        m_sliceTexts.at(axis)->setText(QStringLiteral("%1: %2").arg(axisName(axis),
                                                                    value == 0 ? tr("all")
                                                                        : value == 1
                                                                        ? tr("the 1")
                                                                        : tr("unit %1").arg(value - 1)));
    }
    m_cells = chosenCells(m_tensor, choice);
    refresh();
}

SpaceCard TensorPanel::cardOf(std::size_t place) const
{
    if (place >= m_cells.cells.size())
        return {};
    const FusionTensor::Cell& cell = m_cells.cells[place];
    QStringList entries;
    for (std::size_t axis = 0; axis < 3; ++axis)
        entries << entryName(axis, cell.at(axis));
    return {signedNumber(static_cast<double>(m_tensor.at(cell)), 4), entries.join(QStringLiteral(" × ")), {}};
}

QString TensorPanel::summary() const
{
    if (m_tensor.isEmpty())
        return {};
    if (!m_isCurrent)
        return tr("%1 · not current: the model is asked again").arg(m_title);
    const QString cells = m_cells.above > m_cells.cells.size()
        ? tr("the strongest %1 of %n cells", nullptr, static_cast<int>(m_cells.above))
              .arg(m_cells.cells.size())
        : tr("%n cells", nullptr, static_cast<int>(m_cells.above));
    return tr("%1 · %2 · walls: means", "segment, cells").arg(m_title, cells);
}

}
