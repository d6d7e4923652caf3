#include "widgets/review/label_table.h"

#include "engine/annotation/word_sets.h"
#include "widgets/base/scale_number.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

namespace {

enum Column { Name, Scale, Least, Greatest, Step, Columns };
enum Kind { Numbers, Terms, Text, Words, ListedWords };
constexpr int kCellPadding = 8; // left and right, as the style sheet has it
constexpr int kOldName = Qt::UserRole; // what a label was called when it was set; empty: it is new

Kind kindOf(const engine::LabelScheme& label)
{
    if (const engine::WordList* list = engine::wordListOf(label))
        return list->isClosed ? ListedWords : Words;
    return std::holds_alternative<engine::NumberScale>(label.scale) ? Numbers
        : std::holds_alternative<engine::Vocabulary>(label.scale)   ? Terms
                                                                    : Text;
}

}

LabelTable::LabelTable(QWidget* parent) : QWidget(parent), m_table(new QTableWidget(0, Columns, this))
{
    setObjectName(QStringLiteral("labelTable"));
    m_table->setObjectName(QStringLiteral("labels"));
    m_table->setAccessibleName(tr("Labels"));
    m_table->setHorizontalHeaderLabels({tr("Label"), tr("Scale"), tr("From"), tr("To"), tr("Step")});
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    for (const int column : {Least, Greatest, Step})
        m_table->setColumnWidth(column, fontMetrics().horizontalAdvance(QStringLiteral("00000000")));
    auto* buttons = new QHBoxLayout;
    const auto button = [&](const QString& name, const QString& text, void (LabelTable::*work)()) {
        auto* made = new QPushButton(text, this);
        made->setObjectName(name);
        connect(made, &QPushButton::clicked, this, work);
        buttons->addWidget(made);
        return made;
    };
    auto* add = new QPushButton(tr("&Add a label"), this);
    add->setObjectName(QStringLiteral("addLabel"));
    connect(add, &QPushButton::clicked, this, [this] {
        addRow({tr("new label").toStdString(), engine::NumberScale()}, {});
        m_table->editItem(m_table->item(m_table->rowCount() - 1, Name)); // what is typed now is its name
    });
    buttons->addWidget(add);
    button(QStringLiteral("removeLabel"), tr("&Remove"), &LabelTable::removeRow);
    button(QStringLiteral("terms"), tr("&Terms…"), &LabelTable::chooseTerms);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table, 1);
    column->addLayout(buttons);
}

void LabelTable::setLabels(const std::vector<engine::LabelScheme>& labels)
{
    m_table->setRowCount(0);
    m_terms.clear();
    for (const engine::LabelScheme& label : labels)
        addRow(label, label.name);
}

void LabelTable::addRow(const engine::LabelScheme& label, const std::string& was)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    const auto* terms = std::get_if<engine::Vocabulary>(&label.scale);
    const engine::WordList* words = engine::wordListOf(label);
    m_terms.push_back({terms ? *terms : words ? engine::Vocabulary{words->terms} : engine::Vocabulary(), {}});
    m_table->setItem(row, Name, new QTableWidgetItem(QString::fromStdString(label.name)));
    m_table->item(row, Name)->setData(kOldName, QString::fromStdString(was));
    auto* kind = new QComboBox(m_table);
    kind->setAccessibleName(tr("Scale"));
    kind->addItem(tr("Numbers"), Numbers);
    kind->addItem(tr("Terms"), Terms);
    kind->addItem(tr("Free text"), Text);
    kind->addItem(tr("Set of words"), Words);
    kind->addItem(tr("Set of listed words"), ListedWords);
    kind->setItemData(Words, tr("Up to %1 words, of which Terms… proposes some").arg(engine::kMostWords),
                      Qt::ToolTipRole);
    kind->setItemData(ListedWords, tr("Up to %1 words of the list in Terms…").arg(engine::kMostWords),
                      Qt::ToolTipRole);
    kind->setCurrentIndex(kindOf(label));
    m_table->setCellWidget(row, Scale, kind);
    kind->ensurePolished();
    const int wanted = kind->sizeHint().width() + 2 * kCellPadding;
    m_table->setColumnWidth(Scale, std::max(m_table->columnWidth(Scale), wanted));
    connect(kind, &QComboBox::activated, this, [this, kind] {
        for (int i = 0; i < m_table->rowCount(); ++i) {
            if (m_table->cellWidget(i, Scale) == kind)
                showScale(i);
        }
    });
    const auto* scale = std::get_if<engine::NumberScale>(&label.scale);
    const engine::NumberScale numbers = scale ? *scale : engine::NumberScale();
    const double values[]{numbers.least, numbers.greatest, numbers.step};
    for (int i = 0; i < 3; ++i)
        m_table->setItem(row, Least + i, new QTableWidgetItem(shownNumber(values[i], 6)));
    showScale(row);
    m_table->setCurrentCell(row, Name);
}

/// Only numbers have a range; of terms the first column of it tells how many there are.
void LabelTable::showScale(int row)
{
    const int kind = static_cast<QComboBox*>(m_table->cellWidget(row, Scale))->currentData().toInt();
    for (int column = Least; column <= Step; ++column) {
        QTableWidgetItem* item = m_table->item(row, column);
        item->setFlags(kind == Numbers ? item->flags() | Qt::ItemIsEditable | Qt::ItemIsEnabled
                                       : item->flags() & ~(Qt::ItemIsEditable | Qt::ItemIsEnabled));
    }
}

int LabelTable::chosenRow() const
{
    return m_table->currentRow();
}

void LabelTable::removeRow()
{
    const int row = chosenRow();
    if (row < 0)
        return;
    m_table->removeRow(row);
    m_terms.erase(m_terms.begin() + row);
}

void LabelTable::chooseTerms()
{
    const int row = chosenRow();
    if (row < 0)
        return;
    EditedTerms& terms = m_terms[static_cast<std::size_t>(row)];
    auto edited = askForTerms(terms.terms, this);
    if (!edited)
        return;
    for (auto& [was, now] : terms.renamed) { // once more
        if (const auto again = edited->renamed.extract(now))
            now = again.mapped();
    }
    terms.renamed.merge(edited->renamed);
    terms.terms = std::move(edited->terms);
    auto* kind = static_cast<QComboBox*>(m_table->cellWidget(row, Scale));
    if (kind->currentIndex() != Words && kind->currentIndex() != ListedWords)
        kind->setCurrentIndex(Terms);
    showScale(row);
}

std::vector<engine::LabelScheme> LabelTable::labels() const
{
    std::vector<engine::LabelScheme> labels;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        engine::LabelScheme label{m_table->item(row, Name)->text().trimmed().toStdString(),
                                  engine::FreeText()};
        const auto number
            = [&](int column) { return typedNumber(m_table->item(row, column)->text()).value_or(0.0); };
        const int kind = static_cast<QComboBox*>(m_table->cellWidget(row, Scale))->currentData().toInt();
        switch (kind) {
        case Numbers:
            label.scale = engine::NumberScale{number(Least), number(Greatest), number(Step)};
            break;
        case Terms:
            label.scale = m_terms[static_cast<std::size_t>(row)].terms;
            break;
        case Words:
        case ListedWords:
            label.scale = engine::FreeText{
                engine::WordList{m_terms[static_cast<std::size_t>(row)].terms.terms, kind == ListedWords}};
            break;
        default:
            break;
        }
        labels.push_back(std::move(label));
    }
    return labels;
}

std::vector<engine::LabelRevision> LabelTable::revisions() const
{
    std::vector<engine::LabelRevision> revisions;
    for (engine::LabelScheme& label : labels()) {
        const auto row = static_cast<int>(revisions.size());
        revisions.push_back({m_table->item(row, Name)->data(kOldName).toString().toStdString(),
                             std::move(label), m_terms[revisions.size()].renamed});
    }
    return revisions;
}

}
