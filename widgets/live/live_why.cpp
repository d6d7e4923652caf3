#include "widgets/live/live_why.h"

#include "widgets/base/section_head.h"
#include "widgets/predict/display_bars.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr float kLeastScale = 0.1F; // so that next to nothing looks like it

DisplayTable whyTable(const QStringList& outputs, const std::vector<float>& effects,
                      engine::Modality modality, double most)
{
    DisplayTable table;
    table.form = DisplayForm::Names;
    table.scale = engine::DisplayScale::Signed;
    table.values = effects;
    table.rowNames = outputs;
    table.columnNames = {QString()};
    table.rowModalities.assign(effects.size(), modality);
    table.low = -most;
    table.high = most;
    return table;
}

}

LiveWhy::LiveWhy(QWidget* parent) : QWidget(parent), m_note(new QLabel(this))
{
    setObjectName(QStringLiteral("liveWhy"));
    setAutoFillBackground(true);
    m_note->setObjectName(QStringLiteral("liveWhyNote"));
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 12, 18, 10);
    column->setSpacing(7);
    column->addWidget(sectionHead(tr("What each sense adds"), this));
    column->addWidget(m_note);
    const std::array<QString, engine::allModalities.size()> names{tr("Text"), tr("Sound"), tr("Vision")};
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        m_parts[i] = new QWidget(this);
        m_bars[i] = new DisplayBars(m_parts[i]);
        m_bars[i]->setObjectName(QStringLiteral("liveWhyBars%1").arg(i));
        m_bars[i]->setAccessibleName(names[i]);
        auto* part = new QVBoxLayout(m_parts[i]);
        part->setContentsMargins(0, 6, 0, 0);
        auto* head = new QLabel(names[i], m_parts[i]);
        QFont bold = head->font();
        bold.setWeight(QFont::DemiBold);
        head->setFont(bold);
        part->addWidget(head);
        part->addWidget(m_bars[i]);
        column->addWidget(m_parts[i]);
    }
    column->addStretch(1);
    setNote({});
}

void LiveWhy::setEffects(const QStringList& outputs, const Effects& effects, const QString& about)
{
    float most = kLeastScale;
    for (const std::vector<float>& values : effects) {
        for (const float value : values)
            most = std::max(most, std::abs(value));
    }
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        const bool isKnown = std::ssize(effects[i]) == outputs.size() && !outputs.isEmpty()
            && std::ranges::any_of(effects[i], [](float value) { return value != 0.0F; });
        m_parts[i]->setVisible(isKnown);
        if (isKnown)
            m_bars[i]->setTable(
                whyTable(outputs, effects[i], engine::allModalities[i], static_cast<double>(most)));
    }
    m_note->setText(about);
}

void LiveWhy::setNote(const QString& note)
{
    for (QWidget* part : m_parts)
        part->hide();
    m_note->setText(note);
}

}
