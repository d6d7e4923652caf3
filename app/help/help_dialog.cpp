#include "app/help/help_dialog.h"

#include <QFile>
#include <QHBoxLayout>
#include <QListWidget>
#include <QTextBrowser>

#include <array>

namespace app {

namespace {

struct Page {
    const char* title;
    const char* file;
};

constexpr std::array kPages{
    Page{QT_TRANSLATE_NOOP("app::HelpDialog", "Getting started"), "getting-started"},
    Page{QT_TRANSLATE_NOOP("app::HelpDialog", "Aligning"), "aligning"},
    Page{QT_TRANSLATE_NOOP("app::HelpDialog", "From SDK call to command"), "sdk"},
    Page{QT_TRANSLATE_NOOP("app::HelpDialog", "File formats"), "formats"},
};

}

HelpDialog::HelpDialog(QWidget* parent)
    : QDialog(parent)
    , m_pages(new QListWidget(this))
    , m_text(new QTextBrowser(this))
{
    setWindowTitle(tr("Help"));
    resize(fontMetrics().horizontalAdvance(QLatin1Char('n')) * 110, fontMetrics().height() * 42);
    m_pages->setObjectName(QStringLiteral("helpPages"));
    m_pages->setAccessibleName(tr("Pages of help"));
    m_pages->setFrameShape(QFrame::NoFrame);
    m_pages->setFixedWidth(fontMetrics().horizontalAdvance(QLatin1Char('n')) * 26);
    for (const Page& page : kPages)
        m_pages->addItem(tr(page.title));
    m_text->setObjectName(QStringLiteral("helpText"));
    m_text->setAccessibleName(tr("Page of help"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(18);
    m_text->setOpenLinks(false);
    auto* layout = new QHBoxLayout(this);
    layout->addWidget(m_pages);
    layout->addWidget(m_text, 1);
    connect(m_pages, &QListWidget::currentRowChanged, this, &HelpDialog::showPage);
    m_pages->setCurrentRow(0);
}

void HelpDialog::showPage(int row)
{
    if (row < 0)
        return;
    const auto page = QLatin1String(kPages[static_cast<std::size_t>(row)].file);
    //: The folder of resources/help that holds the pages in this language: de, zh_CN. A missing page is
    //: English.
    QFile file(QStringLiteral(":/help/%1/%2.md").arg(tr("en"), page));
    if (!file.exists())
        file.setFileName(QStringLiteral(":/help/%1.md").arg(page));
    if (file.open(QIODevice::ReadOnly))
        m_text->setMarkdown(QString::fromUtf8(file.readAll()));
    m_text->moveCursor(QTextCursor::Start);
}

}
