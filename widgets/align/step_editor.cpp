#include "widgets/align/step_editor.h"

#include "widgets/base/elided_combo_box.h"
#include "widgets/base/number_box.h"

#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace widgets {

namespace {

enum Kind { Sequence, Rate, Window, Frames };

QDoubleSpinBox* number(const QString& name, const QString& objectName, QWidget* parent)
{
    auto* box = new NumberBox(parent);
    box->setObjectName(objectName);
    box->setAccessibleName(name);
    box->setToolTip(name);
    box->setKeyboardTracking(false);
    return box;
}

}

StepEditor::StepEditor(QWidget* parent)
    : QWidget(parent)
    , m_label(new QLabel(tr("Reference"), this))
    , m_kind(new ElidedComboBox(this))
    , m_first(number(tr("Rows per second"), QStringLiteral("referenceFirst"), this))
    , m_second(number(tr("Seconds from window to window"), QStringLiteral("referenceSecond"), this))
{
    m_kind->setObjectName(QStringLiteral("reference"));
    m_kind->setAccessibleName(tr("Reference"));
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->setMinimumContentsLength(8);
    m_label->setBuddy(m_kind);
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_label, 0, 0);
    layout->addWidget(m_kind, 0, 1, 1, 2);
    layout->addWidget(m_first, 1, 1); // below, where both have room in a narrow panel
    layout->addWidget(m_second, 1, 2);
    layout->setColumnStretch(1, 1);
    layout->setColumnStretch(2, 1);
    connect(m_kind, &QComboBox::activated, this, &StepEditor::choose);
    connect(m_first, &QDoubleSpinBox::valueChanged, this, &StepEditor::choose);
    connect(m_second, &QDoubleSpinBox::valueChanged, this, &StepEditor::choose);
}

void StepEditor::setStep(const engine::RecipeStep* step, const std::vector<std::string>& keys,
                         const std::string& frames)
{
    const auto* align = step ? std::get_if<engine::AlignStep>(step) : nullptr;
    const auto* impute = step ? std::get_if<engine::ImputeStep>(step) : nullptr;
    setVisible(align || impute);
    if (!align && !impute)
        return;
    const QSignalBlocker kind(m_kind);
    const QSignalBlocker first(m_first);
    const QSignalBlocker second(m_second);
    m_frames = frames;
    m_kind->clear();
    for (const std::string& key : keys)
        m_kind->addItem(QString::fromStdString(key), Sequence);
    if (align) {
        m_kind->addItem(tr("Fixed rate"), Rate);
        m_kind->addItem(tr("Sliding window"), Window);
        if (!frames.empty())
            m_kind->addItem(tr("Video frames"), Frames);
    }
    const engine::AlignReference reference
        = align ? align->reference : engine::AlignReference(impute->reference);
    const auto* rate = std::get_if<engine::FixedRate>(&reference);
    const auto* window = std::get_if<engine::SlidingWindow>(&reference);
    if (const auto* key = std::get_if<std::string>(&reference)) {
        const QString text = QString::fromStdString(*key);
        if (m_kind->findText(text) < 0)
            m_kind->insertItem(0, text, Sequence); // one that is not there, so that it can be seen
        m_kind->setCurrentIndex(m_kind->findText(text));
    } else {
        m_kind->setCurrentIndex(m_kind->findData(rate ? Rate : window ? Window : Frames));
    }
    m_first->setVisible(rate || window);
    m_second->setVisible(window != nullptr);
    if (rate) {
        m_first->setDecimals(2);
        m_first->setRange(0.01, 1000.0);
        m_first->setSuffix(tr(" Hz"));
        m_first->setAccessibleName(tr("Rows per second"));
        m_first->setValue(rate->hertz);
    } else if (window) {
        for (QDoubleSpinBox* box : {m_first, m_second}) {
            box->setDecimals(3);
            box->setRange(0.001, 3600.0);
            box->setSuffix(tr(" s"));
        }
        m_first->setAccessibleName(tr("Seconds of a window"));
        m_first->setValue(window->window);
        m_second->setValue(window->hop);
    }
}

void StepEditor::choose()
{
    switch (m_kind->currentData().toInt()) {
    case Sequence:
        emit referenceChosen(m_kind->currentText().toStdString());
        break;
    case Rate:
        emit referenceChosen(m_first->isVisible() && !m_second->isVisible()
                                 ? engine::FixedRate{m_first->value()}
                                 : engine::FixedRate());
        break;
    case Window:
        emit referenceChosen(m_second->isVisible()
                                 ? engine::SlidingWindow{m_first->value(), m_second->value()}
                                 : engine::SlidingWindow());
        break;
    default:
        emit referenceChosen(engine::VideoFrames{m_frames});
    }
}

}
