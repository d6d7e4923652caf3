#include "app/comparing/comparison_scores.h"

#include "app/agreement/comparison_text.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/muted_label.h"
#include "widgets/base/scale_number.h"
#include "widgets/base/text_rows.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace app {

namespace {

constexpr int kClipRole = Qt::UserRole;

QString summaryOf(const engine::ComparisonFigures& figures)
{
    if (!figures.undefined.empty())
        return ComparisonScores::tr("Nobody compared anything yet.");
    QStringList sentences;
    if (figures.groups > 1)
        sentences << ComparisonScores::tr(
            "Some clips were never compared with the others, not even by way of third ones: strengths have "
            "no common rank.");
    if (figures.halves && figures.halves->correlation)
        sentences << ComparisonScores::tr("Split-half reliability r = %1, of the whole %2.")
                         .arg(widgets::shownNumber(*figures.halves->correlation, 2, 'f'),
                              widgets::shownNumber(figures.halves->whole.value_or(-1.0), 2, 'f'));
    else if (figures.halves)
        sentences << ComparisonScores::tr(
            "Split-half reliability is undefined: no split has three clips with "
            "different scores.");
    sentences << ComparisonScores::tr("Strengths are logits by Bradley and Terry’s model, with their 95 % "
                                      "interval: a difference of 1 is chosen in 73 of 100 cases.");
    return sentences.join(QLatin1Char(' '));
}

}

ComparisonScores::ComparisonScores(const engine::ComparisonPass& pass,
                                   const engine::ComparisonFigures& figures, QWidget* parent)
    : QDialog(parent)
    , m_summary(widgets::named(new QLabel(summaryOf(figures), this), "comparisonSummary"))
    , m_rows(widgets::named(new QTreeWidget(this), "comparisonRows", tr("Scores of clips")))
    , m_state(widgets::mutedLabel(QStringLiteral("comparisonState"), this))
{
    setObjectName(QStringLiteral("comparisonScores"));
    setWindowTitle(tr("Scores: %1").arg(comparisonTitle(pass)));
    widgets::setGuidePage(*this, "reviewing");
    m_summary->setWordWrap(true);
    m_rows->setHeaderLabels({pass.kind == engine::ComparisonKind::Texts ? tr("Texts of") : tr("Clip"),
                             tr("Score"), tr("Strength"), tr("95 % interval"), tr("Shown")});
    m_rows->setRootIsDecorated(false);
    m_rows->setUniformRowHeights(true);
    m_rows->header()->setStretchLastSection(false);
    for (const int column : {1, 2, 4})
        m_rows->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    if (pass.kind != engine::ComparisonKind::Texts)
        m_rows->setToolTip(tr("A double click, or Enter, plays the clip."));
    m_rows->setColumnHidden(1, pass.kind != engine::ComparisonKind::BestWorst);
    addRows(pass, figures);
    auto* copy = widgets::quietButton("comparisonCopy", tr("&Copy as a table"), this);
    auto* save = widgets::quietButton("comparisonExport", tr("&Export the answers…"), this);
    auto* close = widgets::quietButton("comparisonClose", tr("C&lose"), this);
    copy->setEnabled(!figures.rows.empty());
    save->setEnabled(!pass.answers.empty());
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(copy);
    buttons->addWidget(save);
    buttons->addWidget(m_state, 1);
    buttons->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_summary);
    column->addWidget(m_rows, 1);
    column->addLayout(buttons);
    const int line = fontMetrics().height();
    resize(line * 46, line * 32);
    connect(copy, &QPushButton::clicked, this, &ComparisonScores::copyTable);
    connect(save, &QPushButton::clicked, this, &ComparisonScores::exportWished);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_rows, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem* item) {
        emit clipWished(static_cast<std::size_t>(item->data(0, kClipRole).toULongLong()));
    });
}

void ComparisonScores::addRows(const engine::ComparisonPass& pass, const engine::ComparisonFigures& figures)
{
    for (const engine::ComparisonFigures::Row& row : figures.rows) {
        const auto shown = [](double value) { return widgets::signedNumber(value, 2); };
        auto* item = new QTreeWidgetItem(
            m_rows,
            {QString::fromStdString(pass.itemName(row.item)), row.score ? shown(*row.score) : QString(),
             shown(row.strength),
             QStringLiteral("[%1, %2]")
                 .arg(shown(row.strength - row.halfWidth()), shown(row.strength + row.halfWidth())),
             QString::number(row.answers)});
        item->setData(0, kClipRole, QVariant::fromValue(static_cast<qulonglong>(row.item)));
        for (const int column : {1, 2, 4})
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    widgets::fitColumns(*m_rows);
}

/// With tabs, as tables of other programs take it.
void ComparisonScores::copyTable()
{
    QStringList lines;
    const auto lineOf = [this](auto cellAt) {
        QStringList cells;
        for (int column = 0; column < m_rows->columnCount(); ++column) {
            if (!m_rows->isColumnHidden(column))
                cells << cellAt(column);
        }
        return cells.join(QLatin1Char('\t'));
    };
    lines << lineOf([this](int column) { return m_rows->headerItem()->text(column); });
    for (int row = 0; row < m_rows->topLevelItemCount(); ++row)
        lines << lineOf([item = m_rows->topLevelItem(row)](int column) { return item->text(column); });
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')) + QLatin1Char('\n'));
    m_state->setText(tr("Copied."));
}

}
