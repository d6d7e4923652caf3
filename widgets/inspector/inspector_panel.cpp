#include "widgets/inspector/inspector_panel.h"

#include "widgets/base/guide_page.h"
#include "widgets/base/scale_number.h"
#include "widgets/base/section_head.h"
#include "widgets/base/theme.h"
#include "widgets/base/value_scale.h"
#include "widgets/base/word_chips.h"

#include <QHBoxLayout>
#include <QHelpEvent>
#include <QLabel>
#include <QPainter>
#include <QToolTip>
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

QString span(engine::Interval interval, bool countsSteps)
{
    if (countsSteps)
        return InspectorPanel::tr("steps %1 – %2")
            .arg(shownNumber(interval.start, 1, 'f'))
            .arg(shownNumber(interval.end, 1, 'f'));
    return InspectorPanel::tr("%1 – %2 s")
        .arg(shownNumber(interval.start, 3, 'f'))
        .arg(shownNumber(interval.end, 3, 'f'));
}

}

RowBars::RowBars(engine::Modality modality, QWidget* parent) : QWidget(parent), m_modality(modality)
{
    setFixedHeight(34);
    setAccessibleName(tr("Aligned row"));
}

void RowBars::setRow(const InspectorPanel::WordModality& row)
{
    m_shown = row;
    update();
}

double RowBars::step() const
{
    return static_cast<double>(width() - 2 * kMargin) / static_cast<double>(row().size());
}

QString RowBars::tipAt(QPointF place) const
{
    if (isImputed() || row().empty() || place.x() < kMargin)
        return {};
    const auto column = static_cast<std::size_t>((place.x() - kMargin) / step());
    if (column >= row().size() || column >= m_shown.row.size())
        return {};
    const auto index = static_cast<qsizetype>(column);
    const QString name
        = index < m_shown.names.size() ? m_shown.names[index] : tr("column %1").arg(column + 1);
    const QString value
        = QStringLiteral("%1: %2").arg(name, shownNumber(static_cast<double>(m_shown.row[column]), 4));
    return m_shown.namesFrom.isEmpty()
        ? value
        : value + QLatin1Char('\n') + tr("named as in %1").arg(m_shown.namesFrom);
}

bool RowBars::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto& help = static_cast<const QHelpEvent&>(*event);
    QToolTip::showText(help.globalPos(), tipAt(help.pos()), this);
    return true;
}

void RowBars::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.background);
    if (isImputed()) { // an imputed cell is hatched everywhere
        painter.fillRect(rect(),
                         QBrush(mixed(theme.background, theme.modality(m_modality), 0.4), Qt::BDiagPattern));
        return;
    }
    if (row().empty())
        return;
    const double step = this->step();
    for (std::size_t i = 0; i < row().size(); ++i) {
        const double tall = 1 + static_cast<double>(std::clamp(row()[i], 0.0F, 1.0F)) * (height() - 5);
        const double left = kMargin + step * static_cast<double>(i);
        painter.fillRect(
            QRectF(left, height() - kMargin - tall, std::max(1.0, step - (step > 3 ? 1 : 0)), tall),
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
    setGuidePage(*this, "labelling");
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
    m_scales = new QVBoxLayout;
    m_scales->setSpacing(6);
    m_scales->setContentsMargins(0, 8, 0, 0);
    layout->addLayout(m_scales);
    m_wordSets = new QVBoxLayout;
    m_wordSets->setSpacing(6);
    layout->addLayout(m_wordSets);
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

void InspectorPanel::setSegment(const std::optional<Segment>& segment, const QString& nothing)
{
    m_title->setText(segment ? segment->title : tr("No segment here"));
    m_times->setText(segment                 ? span(segment->interval, m_countsSteps)
                         : nothing.isEmpty() ? tr("No video is open.")
                                             : nothing);
    m_text->setText(segment && !segment->text.isEmpty() ? tr("“%1”").arg(segment->text) : QString());
    makeScales(segment ? segment->labels : std::vector<Label>());
    QStringList between;
    for (std::size_t i = 0; segment && i < segment->labels.size(); ++i) {
        const Label& label = segment->labels[i];
        ValueScale* scale = m_valueScales[i];
        if (scale) {
            scale->setValue(label.value);
            scale->setEnabled(segment->editable);
        }
        const bool isOnStep = label.value && *label.value == std::round(*label.value);
        const bool isShown = scale && (isOnStep || !label.value);
        if (i == 0 && m_firstHead)
            m_firstHead->setText(
                isShown ? label.name
                        : QStringLiteral("%1   %2").arg(label.name, signedNumber(*label.value, 1)));
        else if (!isShown && label.value)
            between << QStringLiteral("%1 %2").arg(
                label.name, label.least < 0 ? signedNumber(*label.value, 1) : shownNumber(*label.value, 2));
    }
    for (const auto& [label, term] : segment ? segment->terms : std::vector<std::pair<QString, QString>>())
        between << QStringLiteral("%1 %2").arg(label, term);
    m_labels->setText(between.join(QStringLiteral("  ·  ")));
    showWordSets(segment ? segment->wordSets : std::vector<WordSet>(), segment && segment->editable);
    m_text->setVisible(!m_text->text().isEmpty());
    m_labels->setVisible(!between.isEmpty());
}

/// New buttons only where the labels are others than before.
void InspectorPanel::makeScales(const std::vector<Label>& labels)
{
    std::vector<Label> plain = labels;
    for (Label& label : plain)
        label.value.reset();
    if (plain == m_shown)
        return;
    m_shown = plain;
    m_valueScales.clear();
    m_firstHead = nullptr;
    while (QLayoutItem* item = m_scales->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const Label& label = plain[i];
        const bool isWide = i == 0 && label.greatest - label.least < 8;
        if (label.greatest - label.least >= ValueScale::kMostSteps) {
            m_valueScales.push_back(nullptr);
            continue;
        }
        if (i == 0) {
            m_firstHead = sectionHead(label.name, this);
            m_firstHead->setObjectName(QStringLiteral("firstLabelHead"));
            m_scales->addWidget(m_firstHead);
        }
        if (i == 1)
            m_scales->addWidget(sectionHead(
                label.least == 0 && label.greatest == 3 ? tr("Emotions") : tr("Other labels"), this));
        auto* scale = new ValueScale(label.name, label.least, label.greatest,
                                     isWide ? ValueScale::Style::Wide : ValueScale::Style::Narrow, this);
        connect(scale, &ValueScale::chosen, this, &InspectorPanel::valueChosen);
        m_scales->addWidget(scale);
        m_valueScales.push_back(scale);
    }
}

/// New chips only where the labels are others than before.
void InspectorPanel::showWordSets(const std::vector<WordSet>& sets, bool areEditable)
{
    std::vector<WordSet> plain = sets;
    for (WordSet& set : plain)
        set.words.reset();
    if (plain != m_shownSets) {
        m_shownSets = plain;
        m_chips.clear();
        while (QLayoutItem* item = m_wordSets->takeAt(0)) {
            delete item->widget();
            delete item;
        }
        for (const WordSet& set : plain) {
            m_wordSets->addWidget(sectionHead(set.name, this));
            auto* chips = new WordChips(set.name, this);
            chips->setList(set.list, set.isClosed);
            chips->setLooks(m_looks);
            connect(chips, &WordChips::chosen, this,
                    [this, name = set.name](const auto& words) { emit wordsChosen(name, words); });
            m_wordSets->addWidget(chips);
            m_chips.push_back(chips);
        }
    }
    for (std::size_t i = 0; i < sets.size(); ++i) {
        m_chips[i]->setWords(sets[i].words);
        m_chips[i]->setEnabled(areEditable);
    }
}

void InspectorPanel::setWordLooks(const WordLooks& looks)
{
    m_looks = looks;
    for (WordChips* chips : m_chips)
        chips->setLooks(looks);
}

void InspectorPanel::setWord(const std::optional<Word>& word)
{
    m_word->setText(word ? QStringLiteral("“%1”").arg(word->text) : tr("No word here"));
    const QString times = word ? span(word->interval, m_countsSteps) : QString();
    m_wordTimes->setText(!word                ? times
                             : !word->isTimed ? tr("%1 · without times").arg(times)
                             : word->edited   ? tr("%1 · edited").arg(times)
                                              : times);
    if (word && word->confidence && word->isTimed)
        m_wordTimes->setText(
            (word->isDraft ? tr("%1 · confidence of its times %2") : tr("%1 · confidence %2"))
                .arg(m_wordTimes->text(), shownNumber(*word->confidence, 2, 'f')));
    if (word && (word->isDraft || word->isDoubtful))
        m_wordTimes->setText((word->isDraft ? tr("%1 · draft") : tr("%1 · doubtful")).arg(m_wordTimes->text())
                             + QLatin1Char('\n') + word->doubt);
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
                                    .arg(shownNumber(modality.covered.length(), 3, 'f')));
        row.bars->setRow(modality);
    }
}

}
