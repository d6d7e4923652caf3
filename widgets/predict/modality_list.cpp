#include "widgets/predict/modality_list.h"

#include "widgets/base/muted_label.h"
#include "widgets/base/scale_number.h"
#include "widgets/base/theme.h"
#include "widgets/predict/modality_switch.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace widgets {

namespace {

constexpr int kBesideSwitch = 42; // pixels, where the name of a modality begins

void showLine(QLabel& label, const QString& text)
{
    label.setText(text);
    label.setVisible(!text.isEmpty());
}

}

ModalityList::ModalityList(QWidget* parent)
    : QWidget(parent)
    , m_whole(new QLabel(this))
    , m_fit(new QPushButton(tr("&Fit to own labels"), this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (const engine::Modality modality : engine::allModalities) {
        const auto place = static_cast<std::size_t>(modality);
        const auto bytes = engine::name(modality);
        const QString name = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
        m_switches[place] = new ModalitySwitch(modality, this);
        m_switches[place]->setObjectName(name + QStringLiteral("Switch"));
        connect(m_switches[place], &QAbstractButton::clicked, this, [this] { emit chosen(enabled()); });
        m_found[place] = new QLabel(this);
        m_found[place]->setObjectName(name + QStringLiteral("Found"));
        m_measured[place] = mutedLabel(name + QStringLiteral("Measured"), this);
        layout->addWidget(m_switches[place]);
        for (QLabel* line : {m_found[place], m_measured[place]}) {
            line->setContentsMargins(kBesideSwitch, 0, 0, 0);
            line->setWordWrap(true);
            line->hide();
            layout->addWidget(line);
        }
    }
    m_whole->setObjectName(QStringLiteral("partsTogether"));
    m_whole->setWordWrap(true);
    m_whole->setMargin(10);
    m_whole->hide();
    layout->addSpacing(2);
    layout->addWidget(m_whole);
    m_fit->setObjectName(QStringLiteral("fitToLabels"));
    m_fit->setFocusPolicy(Qt::TabFocus);
    m_fit->setToolTip(
        tr("Brings each output to the labels of the project by a scale and an offset, where ten labels or "
           "more are "
           "less wrong so, each video held out. The answers then come from a model of your own."));
    m_fit->hide();
    connect(m_fit, &QPushButton::clicked, this, &ModalityList::fitWished);
    layout->addWidget(m_fit, 0, Qt::AlignLeft);
}

void ModalityList::setParts(const Parts& parts, const std::optional<QString>& whole)
{
    for (std::size_t i = 0; i < parts.size(); ++i) {
        showLine(*m_found[i], whole ? parts[i].found : QString());
        showLine(*m_measured[i], whole ? parts[i].measured : QString());
    }
    showLine(*m_whole, whole.value_or(QString()));
    m_fit->setVisible(whole.has_value());
}

void ModalityList::setLearnt(const std::array<bool, 3>& modalities)
{
    for (std::size_t i = 0; i < m_switches.size(); ++i)
        m_switches[i]->setEnabled(modalities[i]);
}

void ModalityList::setEffects(const std::array<std::optional<double>, 3>& withoutModality)
{
    for (std::size_t i = 0; i < m_switches.size(); ++i) {
        const auto change = withoutModality[i];
        m_switches[i]->setEffect(!m_switches[i]->isEnabled() ? tr("not learnt from")
                                     : change                ? tr("%1 when off").arg(signedNumber(*change, 2))
                                                             : QString());
    }
}

std::array<bool, 3> ModalityList::enabled() const
{
    return {m_switches[0]->isChecked(), m_switches[1]->isChecked(), m_switches[2]->isChecked()};
}

void ModalityList::toggle(engine::Modality modality)
{
    m_switches[static_cast<std::size_t>(modality)]->click();
}

QString ModalityList::off() const
{
    QStringList names;
    for (const ModalitySwitch* modality : m_switches) {
        if (modality->isEnabled() && !modality->isChecked())
            names << modality->text();
    }
    return names.join(QStringLiteral(", "));
}

/// What is to be known of all parts has a box, so that nobody reads it as one more line.
void ModalityList::paintEvent(QPaintEvent*)
{
    if (!m_whole->isVisible())
        return;
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(theme.panel, theme.accent, 0.12));
    painter.drawRoundedRect(m_whole->geometry(), 5, 5);
}

}
