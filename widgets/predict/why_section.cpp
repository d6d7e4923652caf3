#include "widgets/predict/why_section.h"

#include "widgets/predict/attribution_view.h"
#include "widgets/predict/interaction_view.h"

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

WhySection::WhySection(QWidget* parent)
    : QWidget(parent)
    , m_output(new QComboBox(this))
    , m_interaction(new InteractionView(this))
    , m_attribution(new AttributionView(this))
{
    m_output->setObjectName(QStringLiteral("explainedOutput"));
    m_output->setFocusPolicy(Qt::TabFocus);
    auto* label = new QLabel(tr("Why it predicts this"), this);
    label->setBuddy(m_output);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    label->setFont(strong);
    auto* head = new QHBoxLayout;
    head->addWidget(label, 1);
    head->addWidget(m_output);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 8);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_interaction);
    column->addWidget(m_attribution);
    connect(m_output, &QComboBox::activated, this, [this] {
        m_isChosen = true;
        emit outputChosen();
    });
}

void WhySection::setOutputs(const std::vector<QString>& names)
{
    m_output->clear();
    m_isChosen = false;
    for (std::size_t i = 0; i < names.size(); ++i)
        m_output->addItem(names[i], static_cast<int>(i));
    m_output->setVisible(m_output->count() > 1);
}

void WhySection::setHeadline(std::size_t output)
{
    if (m_isChosen || this->output() == output)
        return;
    m_output->setCurrentIndex(static_cast<int>(output));
    emit outputChosen();
}

std::size_t WhySection::output() const
{
    return static_cast<std::size_t>(std::max(0, m_output->currentData().toInt()));
}

}
