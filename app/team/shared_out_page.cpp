#include "app/team/shared_out_page.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace app {

SharedOutPage::SharedOutPage(QWidget* parent)
    : QWidget(parent)
    , m_where(new QLabel(this))
    , m_rows(new QTreeWidget(this))
{
    m_where->setObjectName(QStringLiteral("sharedWhere"));
    m_where->setWordWrap(true);
    m_where->setTextFormat(Qt::PlainText);
    m_rows->setObjectName(QStringLiteral("sharedFiles"));
    m_rows->setAccessibleName(tr("Which file goes to whom"));
    m_rows->setHeaderLabels({tr("File"), tr("Goes to"), tr("Segments to judge")});
    m_rows->setRootIsDecorated(false);
    m_rows->setSelectionMode(QAbstractItemView::NoSelection);
    m_rows->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    auto* next = new QLabel(this);
    next->setObjectName(QStringLiteral("sharedNext"));
    next->setWordWrap(true);
    next->setTextFormat(Qt::RichText);
    QString list;
    for (const QString& step :
         {tr("Send each person their file, and the recordings if they do not have them: in the file's own "
             "folder they are found."),
          tr("Each opens the file (File → Open files…): the pass begins by itself. Every answer is kept in "
             "that file; there is nothing to export."),
          tr("When it is done, each sends the same file back to you."),
          tr("You take in each file that comes back, in this project: File → Project → Merge another copy…")})
        list += QStringLiteral("<li style=\"margin-bottom:4px\">%1</li>").arg(step.toHtmlEscaped());
    next->setText(QStringLiteral("<ol style=\"margin-left:-20px\">%1</ol>").arg(list));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_where);
    column->addWidget(m_rows, 1);
    column->addWidget(next);
}

void SharedOutPage::setRows(const std::vector<Row>& rows, const QString& folder)
{
    m_folder = folder;
    m_where->setText(tr("%n file(s), one for each person, lie in %1.", nullptr, static_cast<int>(rows.size()))
                         .arg(QDir::toNativeSeparators(folder)));
    m_rows->clear();
    for (const Row& row : rows) {
        auto* item = new QTreeWidgetItem(
            m_rows, {QFileInfo(row.file).fileName(), row.annotator, QString::number(row.segments)});
        item->setToolTip(0, row.file);
        item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
    }
}

void SharedOutPage::openFolder() const
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(m_folder));
}

}
