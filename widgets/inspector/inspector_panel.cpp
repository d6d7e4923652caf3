#include "widgets/inspector/inspector_panel.h"

#include "widgets/base/section_head.h"
#include "widgets/base/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

QLabel* label(const QString& objectName, QWidget* parent, bool muted = false)
{
    auto* result = new QLabel(parent);
    result->setObjectName(objectName);
    result->setTextFormat(Qt::PlainText);
    result->setWordWrap(true);
    result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (muted)
        result->setForegroundRole(QPalette::PlaceholderText);
    return result;
}

QString span(engine::Interval interval)
{
    return InspectorPanel::tr("%1 – %2 s").arg(interval.start, 0, 'f', 3).arg(interval.end, 0, 'f', 3);
}

}

RowBars::RowBars(engine::Modality modality, QWidget* parent) : QWidget(parent), m_modality(modality)
{
    setFixedHeight(34);
    setAccessibleName(tr("Aligned row"));
}

void RowBars::setRow(std::vector<float> relative, bool imputed)
{
    m_row = std::move(relative);
    m_imputed = imputed;
    update();
}

void RowBars::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.background);
    if (m_imputed) { // an imputed cell is hatched everywhere
        painter.fillRect(rect(),
                         QBrush(mixed(theme.background, theme.modality(m_modality), 0.4), Qt::BDiagPattern));
        return;
    }
    if (m_row.empty())
        return;
    const double step = static_cast<double>(width() - 4) / static_cast<double>(m_row.size());
    for (std::size_t i = 0; i < m_row.size(); ++i) {
        const double tall = 1 + static_cast<double>(std::clamp(m_row[i], 0.0F, 1.0F)) * (height() - 5);
        const double left = 2 + step * static_cast<double>(i);
        painter.fillRect(QRectF(left, height() - 2 - tall, std::max(1.0, step - (step > 3 ? 1 : 0)), tall),
                         theme.modality(m_modality));
    }
}

InspectorPanel::InspectorPanel(QWidget* parent)
    : QWidget(parent)
    , m_title(label(QStringLiteral("segmentTitle"), this))
    , m_times(label(QStringLiteral("segmentTimes"), this, true))
    , m_text(label(QStringLiteral("segmentText"), this, true))
    , m_labels(label(QStringLiteral("segmentLabels"), this))
    , m_word(label(QStringLiteral("wordTitle"), this))
    , m_wordTimes(label(QStringLiteral("wordTimes"), this, true))
{
    setObjectName(QStringLiteral("inspector"));
    setAutoFillBackground(true);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_word->setFont(strong);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(5);
    layout->addWidget(m_title);
    layout->addWidget(m_times);
    layout->addWidget(m_text);
    layout->addSpacing(4);
    layout->addWidget(m_labels);
    layout->addSpacing(10);
    layout->addWidget(sectionHead(tr("Word at the playhead"), this));
    layout->addWidget(m_word);
    layout->addWidget(m_wordTimes);
    layout->addSpacing(4);
    for (const engine::Modality modality : engine::allModalities) {
        const QString key = QString::fromUtf8(engine::name(modality).data(),
                                              static_cast<qsizetype>(engine::name(modality).size()));
        ModalityRow row{label(key + QStringLiteral("Name"), this),
                        label(key + QStringLiteral("Rows"), this, true), new RowBars(modality, this)};
        row.bars->setObjectName(key + QStringLiteral("Row"));
        auto* head = new QHBoxLayout;
        head->addWidget(row.name);
        head->addWidget(row.rows, 1);
        row.rows->setAlignment(Qt::AlignRight);
        layout->addLayout(head);
        layout->addWidget(row.bars);
        m_modalities.push_back(row);
    }
    layout->addStretch(1);
    setSegment(std::nullopt);
    setWord(std::nullopt);
}

void InspectorPanel::setSegment(const std::optional<Segment>& segment)
{
    m_title->setText(segment ? segment->title : tr("No segment here"));
    m_times->setText(segment ? span(segment->interval) : tr("Move the playhead onto a labelled segment."));
    m_text->setText(segment && !segment->text.isEmpty() ? QStringLiteral("“%1”").arg(segment->text)
                                                        : QString());
    QStringList lines;
    if (segment) {
        for (const auto& [name, value] : segment->labels) {
            if (lines.isEmpty())
                lines << QStringLiteral("%1 %2").arg(name,
                                                     signedNumber(value, value == std::round(value) ? 0 : 1));
            else if (value != 0.0)
                lines << QStringLiteral("%1 %2").arg(name).arg(value, 0, 'g', 2);
        }
    }
    m_labels->setText(lines.join(QStringLiteral("  ·  ")));
    m_text->setVisible(!m_text->text().isEmpty());
    m_labels->setVisible(!lines.isEmpty());
}

void InspectorPanel::setWord(const std::optional<Word>& word)
{
    m_word->setText(word ? QStringLiteral("“%1”").arg(word->text) : tr("No word here"));
    m_wordTimes->setText(!word              ? QString()
                             : word->edited ? tr("%1 · edited").arg(span(word->interval))
                                            : span(word->interval));
    for (std::size_t i = 0; i < m_modalities.size(); ++i) {
        const ModalityRow& row = m_modalities[i];
        const bool known = word && i < word->modalities.size();
        row.name->setVisible(known);
        row.rows->setVisible(known);
        row.bars->setVisible(known);
        if (!known)
            continue;
        const WordModality& modality = word->modalities[i];
        row.name->setText(modality.sequence);
        row.rows->setText(modality.sourceRows == 0
                              ? tr("nothing received, imputed with zeros")
                              : tr("%n row(s) → 1 · %1 s", nullptr, static_cast<int>(modality.sourceRows))
                                    .arg(modality.covered.length(), 0, 'f', 3));
        row.bars->setRow(modality.relative, modality.sourceRows == 0);
    }
}

}
