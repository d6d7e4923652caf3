#include "app/training/expected_panel.h"

#include "widgets/base/form_kit.h"
#include "widgets/base/muted_label.h"
#include "widgets/base/section_head.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace app {

ExpectedPanel::ExpectedPanel(QWidget* parent)
    : QWidget(parent)
    , m_time(new QLabel(this))
    , m_detail(widgets::mutedLabel(QStringLiteral("expectedDetail"), this))
    , m_measure(widgets::quietButton("measureTraining", tr("M&easure"), this))
{
    m_time->setObjectName(QStringLiteral("expectedTime"));
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    large.setWeight(QFont::DemiBold);
    m_time->setFont(large);
    m_measure->setToolTip(tr("Trains a few epochs of it, which are not kept, to see how long they take"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_time, 1);
    row->addWidget(m_measure);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(widgets::sectionHead(tr("Expected"), this));
    column->addLayout(row);
    column->addWidget(m_detail);
    connect(m_measure, &QPushButton::clicked, this, &ExpectedPanel::measureWished);
    show();
}

void ExpectedPanel::setPaces(std::vector<TrainingPace> paces)
{
    m_paces = std::move(paces);
    show();
}

void ExpectedPanel::addMeasured(TrainingPace pace)
{
    m_measured.push_back(std::move(pace));
    show();
}

void ExpectedPanel::setTraining(nlohmann::json configuration, std::size_t segments)
{
    if (kindOfTraining(configuration) != kindOfTraining(m_configuration))
        m_problem.clear();
    m_configuration = std::move(configuration);
    m_segments = segments;
    show();
}

void ExpectedPanel::setMeasuring(bool isMeasuring)
{
    m_isMeasuring = isMeasuring;
    if (isMeasuring)
        m_problem.clear();
    show();
}

void ExpectedPanel::setProblem(const QString& text)
{
    m_problem = text;
    show();
}

void ExpectedPanel::show()
{
    std::vector<TrainingPace> paces = m_paces;
    paces.insert(paces.end(), m_measured.begin(), m_measured.end());
    const std::optional<ExpectedTime> expected
        = m_configuration.is_object() ? expectedTime(m_configuration, m_segments, paces) : std::nullopt;
    const ExpectedText text = expectedText(expected);
    m_time->setText(text.time);
    m_detail->setText(m_isMeasuring              ? tr("A few epochs are being measured…")
                          : !m_problem.isEmpty() ? m_problem
                                                 : text.detail);
    m_measure->setVisible(!expected);
    m_measure->setEnabled(m_configuration.is_object() && !m_isMeasuring);
}

}
