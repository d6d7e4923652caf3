#include "widgets/base/class_colours.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/theme.h"
#include "widgets/review/label_table.h"

#include <QColorDialog>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace widgets {

namespace {

enum TermColumn { TermName, TermColour, TermKey, TermColumns };
constexpr int kNameBefore = Qt::UserRole; // what a term was called before; none: it is new

/// The context of the texts below.
struct TermsDialog {
    Q_DECLARE_TR_FUNCTIONS(widgets::TermsDialog)
};

void setColour(QTableWidgetItem& cell, const QString& colour)
{
    cell.setText(colour);
    cell.setData(Qt::BackgroundRole, colour.isEmpty() ? QVariant() : QVariant(QColor(colour)));
    cell.setData(Qt::ForegroundRole, colour.isEmpty() ? QVariant() : QVariant(readableOn(QColor(colour))));
}

void addRow(QTableWidget& table, const engine::Term& term, const QString& was)
{
    const int row = table.rowCount();
    table.insertRow(row);
    table.setItem(row, TermName, new QTableWidgetItem(QString::fromStdString(term.name)));
    table.item(row, TermName)->setData(kNameBefore, was);
    auto* colour = new QTableWidgetItem;
    colour->setFlags(colour->flags() & ~Qt::ItemIsEditable); // chosen, not typed
    setColour(*colour, QString::fromStdString(term.colour));
    table.setItem(row, TermColour, colour);
    table.setItem(row, TermKey, new QTableWidgetItem(QString::fromStdString(term.key)));
    table.setCurrentCell(row, TermName);
}

/// Also where it takes two code units, as an emoji does.
QString firstLetter(const QString& text)
{
    return text.left(!text.isEmpty() && text.front().isHighSurrogate() ? 2 : 1);
}

EditedTerms termsOf(const QTableWidget& table)
{
    EditedTerms edited;
    for (int row = 0; row < table.rowCount(); ++row) {
        const QString name = table.item(row, TermName)->text().trimmed();
        const QString was = table.item(row, TermName)->data(kNameBefore).toString();
        if (name.isEmpty())
            continue;
        edited.terms.terms.push_back({name.toStdString(), table.item(row, TermColour)->text().toStdString(),
                                      firstLetter(table.item(row, TermKey)->text().trimmed()).toStdString()});
        if (!was.isEmpty() && was != name)
            edited.renamed[was.toStdString()] = name.toStdString();
    }
    return edited;
}

}

std::optional<EditedTerms> askForTerms(const engine::Vocabulary& terms, QWidget* parent)
{
    QDialog dialog(parent);
    dialog.setObjectName(QStringLiteral("termsDialog"));
    dialog.setWindowTitle(TermsDialog::tr("Terms"));
    auto* table = new QTableWidget(0, TermColumns, &dialog);
    table->setObjectName(QStringLiteral("termTable"));
    table->setAccessibleName(TermsDialog::tr("Terms"));
    table->setHorizontalHeaderLabels(
        {TermsDialog::tr("Term"), TermsDialog::tr("Colour"), TermsDialog::tr("Key")});
    table->horizontalHeader()->setSectionResizeMode(TermName, QHeaderView::Stretch);
    table->verticalHeader()->hide();
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    for (const engine::Term& term : terms.terms)
        addRow(*table, term, QString::fromStdString(term.name));
    QObject::connect(table, &QTableWidget::cellDoubleClicked, &dialog, [&dialog, table](int row, int column) {
        if (column != TermColour)
            return;
        const QColor chosen = QColorDialog::getColor(QColor(table->item(row, TermColour)->text()), &dialog);
        if (chosen.isValid())
            setColour(*table->item(row, TermColour), chosen.name());
    });
    auto* add = new QPushButton(TermsDialog::tr("&Add a term"), &dialog);
    auto* remove = new QPushButton(TermsDialog::tr("&Remove"), &dialog);
    add->setObjectName(QStringLiteral("addTerm"));
    QObject::connect(add, &QPushButton::clicked, table, [table] {
        addRow(*table,
               {TermsDialog::tr("new term").toStdString(),
                classColour(table->rowCount()).name().toStdString(), ""},
               {});
        table->setCurrentCell(table->rowCount() - 1, TermName);
        table->editItem(table->currentItem()); // what is typed now is its name
    });
    QObject::connect(remove, &QPushButton::clicked, table,
                     [table] { table->removeRow(table->currentRow()); });
    auto* row = new QHBoxLayout;
    row->addWidget(add);
    row->addWidget(remove);
    row->addStretch(1);
    auto* buttons = acceptOrCancel(dialog);
    auto* column = new QVBoxLayout(&dialog);
    column->addWidget(table, 1);
    column->addLayout(row);
    column->addWidget(buttons);
    dialog.resize(420, 360);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return termsOf(*table);
}

}
