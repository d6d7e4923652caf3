#include "app/dataset_view/counterfactual_dialog.h"

#include "app/models_client/dataset_question.h"
#include "engine/core/segment_id.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/muted_label.h"
#include "widgets/base/text_rows.h"
#include "widgets/base/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <utility>

namespace app {

namespace {

enum CounterfactualColumn { WhatColumn, WhoseColumn, SaidColumn, WordsColumn };

constexpr int kPredictionDecimals = 2;

engine::Counterfactuals askProgram(const QString& programs, const CounterfactualQuestion& question,
                                   const engine::RunContext& run)
{
    return engine::counterfactualsFrom(lineAboutDataset(
        programs.toStdString(), question.model.toStdString(),
        {"explain", "--counterfactuals", question.segment, "--output", question.output.toStdString(),
         "--absent", question.absent.toStdString(), "--progress"},
        question.list, run));
}

/// `ada_1[2]` as lists and titles call it: `ada_1 · 3`.
QString shownId(const std::string& id)
{
    return QStringLiteral("%1 · %2")
        .arg(QString::fromStdString(engine::entryOfSegment(id)))
        .arg(engine::numberOfSegment(id));
}

}

CounterfactualQuestion questionAbout(const engine::ExplainedDataset& known, std::size_t place,
                                     const QString& model, const QString& output,
                                     const engine::DatasetList& list)
{
    CounterfactualQuestion question{
        model, QString::fromStdString(known.provenance.absent), output, known.segments[place].id, list, {}};
    for (const engine::ExplainedSegment& segment : known.segments)
        question.words[segment.id] = QString::fromStdString(segment.words);
    return question;
}

CounterfactualDialog::CounterfactualDialog(Tasks& tasks, QString programs, QWidget* parent)
    : QDialog(parent)
    , m_programs(std::move(programs))
    , m_head(new QLabel(this))
    , m_note(widgets::mutedLabel(QStringLiteral("counterfactualNote"), this))
    , m_rows(new QTreeWidget(this))
    , m_stop(new QPushButton(tr("&Stop"), this))
    , m_asking(tasks)
{
    widgets::setGuidePage(*this, "dataset-view");
    setObjectName(QStringLiteral("counterfactuals"));
    setWindowTitle(tr("What would flip it?"));
    m_head->setObjectName(QStringLiteral("counterfactualHead"));
    m_head->setTextFormat(Qt::PlainText);
    m_head->setWordWrap(true);
    m_rows->setObjectName(QStringLiteral("counterfactualRows"));
    m_rows->setAccessibleName(tr("What would flip it?"));
    m_rows->setHeaderLabels({tr("Change"), tr("Segment"), tr("Prediction"), tr("Words")});
    m_rows->headerItem()->setTextAlignment(SaidColumn, Qt::AlignRight | Qt::AlignVCenter);
    m_rows->setRootIsDecorated(false);
    m_rows->setUniformRowHeights(true);
    m_rows->header()->setStretchLastSection(true);
    m_rows->setToolTip(tr("A click, or Enter, opens the segment on the timeline."));
    m_stop->setObjectName(QStringLiteral("stopCounterfactuals"));
    m_stop->setAutoDefault(false);
    auto* close = new QPushButton(tr("&Close"), this);
    close->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_note, 1);
    buttons->addWidget(m_stop);
    buttons->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_head);
    column->addWidget(m_rows, 1);
    column->addLayout(buttons);
    const int line = fontMetrics().height();
    resize(line * 60, line * 20);
    const auto open = [this](const QTreeWidgetItem* row) {
        if (const QString id = row->data(WhoseColumn, Qt::UserRole).toString(); !id.isEmpty())
            emit segmentWished(id.toStdString());
    };
    connect(m_rows, &QTreeWidget::itemClicked, this, open);
    connect(m_rows, &QTreeWidget::itemActivated, this, open);
    connect(m_stop, &QPushButton::clicked, &m_asking, &Task::stop);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

void CounterfactualDialog::ask(const CounterfactualQuestion& question)
{
    m_question = question;
    m_rows->clear();
    m_head->setText(shownId(question.segment));
    m_note->setText(tr("The model is being asked…"));
    m_stop->setEnabled(true);
    m_asking.start(
        tr("Looking for what would flip it"),
        [programs = m_programs, question](const engine::RunContext& run) {
            return askProgram(programs, question, run);
        },
        [this](const Outcome<engine::Counterfactuals>& answer) {
            m_stop->setEnabled(false);
            if (const auto* found = std::get_if<engine::Counterfactuals>(&answer))
                tell(*found);
            else
                m_note->setText(std::holds_alternative<Stopped>(answer) ? tr("Stopped.") : failureOf(answer));
        });
}

void CounterfactualDialog::addRow(const QString& what, const QString& whose, const QString& words,
                                  double prediction, bool flips, const std::string& id)
{
    auto* row = new QTreeWidgetItem(
        m_rows, {what, whose, widgets::signedNumber(prediction, kPredictionDecimals), words});
    row->setTextAlignment(SaidColumn, Qt::AlignRight | Qt::AlignVCenter);
    row->setSizeHint(WordsColumn, QSize(0, fontMetrics().height() * 8 / 5));
    row->setData(WhoseColumn, Qt::UserRole, QString::fromStdString(id));
    QFont font = row->font(SaidColumn);
    font.setBold(flips);
    row->setFont(SaidColumn, font);
}

/// The words at these steps of the asked segment; their numbers where its words are not its steps.
QString CounterfactualDialog::wordsAt(const std::vector<std::size_t>& steps) const
{
    const auto found = m_question.words.find(m_question.segment);
    const QStringList all = found == m_question.words.end()
        ? QStringList()
        : found->second.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QStringList words;
    for (const std::size_t step : steps)
        words << (step < static_cast<std::size_t>(all.size()) ? all[static_cast<qsizetype>(step)]
                                                              : tr("word %1").arg(step + 1));
    return words.join(QStringLiteral(", "));
}

void CounterfactualDialog::tell(const engine::Counterfactuals& found)
{
    const auto wordsOf = [this](const std::string& id) {
        const auto words = m_question.words.find(id);
        return words == m_question.words.end() ? QString() : words->second;
    };
    m_head->setText(tr("%1: %2 · %3")
                        .arg(shownId(found.id), widgets::signedNumber(found.prediction, kPredictionDecimals),
                             wordsOf(found.id)));
    for (const engine::Counterfactuals::Nearest& near : found.nearest)
        addRow(tr("nearest of the other sign"), shownId(near.id), wordsOf(near.id), near.prediction, true,
               near.id);
    for (const engine::Counterfactuals::Swap& swap : found.swaps) {
        const bool isSound = swap.modality == engine::Modality::Acoustic;
        const QString what = isSound ? tr("with the sound of another") : tr("with the face of another");
        addRow(what, shownId(swap.id), tr("%1 of %2 flip it").arg(swap.flipping).arg(swap.tried),
               swap.prediction, swap.flips, swap.id);
    }
    if (found.words)
        addRow(!found.words->flips        ? tr("no words flip it; without all")
                   : found.words->isLeast ? tr("without the fewest words")
                                          : tr("without these words"),
               shownId(found.id), wordsAt(found.words->steps), found.words->prediction, found.words->flips,
               found.id);
    widgets::fitColumns(*m_rows, {WhatColumn, WhoseColumn, SaidColumn});
    const QString space = found.space.empty() ? tr("the predictions with and without each modality")
                                              : tr("what the layer %1 is given (%2 numbers)")
                                                    .arg(QString::fromStdString(found.space))
                                                    .arg(found.width);
    m_note->setText(tr("Near is measured in %1, among %n segment(s). Bold: the sign flips.", nullptr,
                       static_cast<int>(found.segments))
                        .arg(space));
}

}
