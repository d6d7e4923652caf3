#include "app/opening/conflicts_dialog.h"

#include "app/files/file_questions.h"
#include "widgets/base/guide_page.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QTableWidget>
#include <QVBoxLayout>

namespace app {

namespace {

QTableWidget* tableOf(const std::vector<engine::Conflict>& conflicts, QWidget* parent)
{
    auto* table = new QTableWidget(static_cast<int>(conflicts.size()), 6, parent);
    table->setObjectName(QStringLiteral("conflicts"));
    table->setHorizontalHeaderLabels({ConflictsDialog::tr("Video"), ConflictsDialog::tr("Tier"),
                                      ConflictsDialog::tr("Where"), ConflictsDialog::tr("What"),
                                      ConflictsDialog::tr("Mine (stays)"), ConflictsDialog::tr("Theirs")});
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->verticalHeader()->hide();
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    for (int row = 0; row < table->rowCount(); ++row) {
        const engine::Conflict& conflict = conflicts[static_cast<std::size_t>(row)];
        int column = 0;
        for (const std::string* field : {&conflict.video, &conflict.tier, &conflict.where, &conflict.what,
                                         &conflict.mine, &conflict.theirs})
            table->setItem(row, column++, new QTableWidgetItem(QString::fromStdString(*field)));
    }
    return table;
}

}

ConflictsDialog::ConflictsDialog(const QString& copy, const engine::Merged& result, QWidget* parent)
    : QDialog(parent)
    , m_report(engine::conflictTable(result.conflicts))
{
    widgets::setGuidePage(*this, "reviewing");
    setObjectName(QStringLiteral("conflictsDialog"));
    setWindowTitle(tr("Merge"));
    if (!result.conflicts.empty())
        resize(820, 440);
    const auto count = [](std::size_t number) { return static_cast<int>(number); };
    QStringList sentences{tr("From %1: %2, %3, %4.")
                              .arg(copy, tr("%n segment(s) added", nullptr, count(result.added)),
                                   tr("%n changed", nullptr, count(result.changed)),
                                   tr("%n removed", nullptr, count(result.removed)))};
    if (result.settled > 0)
        sentences << tr("%n conflict(s) were settled as you chose.", nullptr, count(result.settled));
    if (!result.conflicts.empty())
        sentences << tr("Both changed the same in %n place(s); yours stayed. Undo takes the merge back.",
                        nullptr, count(result.conflicts.size()));
    else if (result.settled == 0)
        sentences << tr("Nothing was in conflict.");
    auto* head = new QLabel(sentences.join(QLatin1Char(' ')), this);
    head->setObjectName(QStringLiteral("mergeSummary"));
    head->setWordWrap(!result.conflicts.empty()); // else its sentences are the dialog, and as wide
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    if (!result.conflicts.empty())
        connect(buttons->addButton(tr("Save the list…"), QDialogButtonBox::ActionRole), &QPushButton::clicked,
                this, [this] { saveConflicts(m_report, this); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(10);
    layout->addWidget(head);
    if (!result.conflicts.empty())
        layout->addWidget(tableOf(result.conflicts, this), 1);
    layout->addWidget(buttons);
}

void saveConflicts(const std::string& table, QWidget* parent)
{
    const QString path = askForNewFile(
        parent, {"project", ConflictsDialog::tr("Save the list"), ConflictsDialog::tr("Tables (*.csv)")},
        QStringLiteral("conflicts"), QStringLiteral("csv"));
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly)
        && file.write(QByteArray::fromStdString(table)) == static_cast<qint64>(table.size()) && file.commit();
    if (!written)
        QMessageBox::warning(parent, ConflictsDialog::tr("Merge"),
                             ConflictsDialog::tr("%1 cannot be written: %2").arg(path, file.errorString()));
}

}
