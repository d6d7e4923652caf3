#include "app/help/help_dialog.h"

#include "app/help/guide_browser.h"

#include <QAction>
#include <QFile>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace app {

namespace {

QToolButton* stepButton(const QString& text, const QString& tip, const char* name, Qt::Key key,
                        QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setShortcut(QKeySequence(Qt::ALT | key));
    button->setToolTip(
        QStringLiteral("%1 (%2)").arg(tip, button->shortcut().toString(QKeySequence::NativeText)));
    button->setAccessibleName(tip);
    button->setEnabled(false);
    return button;
}

}

HelpDialog::HelpDialog(QWidget* parent)
    : QDialog(parent)
    //: The language of the pages of help: de, zh_CN.
    , m_guide(guidePages(tr("en")))
    , m_pages(new QListWidget(this))
    , m_text(new GuideBrowser(this))
    , m_find(new QLineEdit(this))
    , m_back(stepButton(QStringLiteral("←"), tr("Page before"), "helpBack", Qt::Key_Left, this))
    , m_forward(stepButton(QStringLiteral("→"), tr("Page after"), "helpForward", Qt::Key_Right, this))
{
    setWindowTitle(tr("Help"));
    resize(fontMetrics().horizontalAdvance(QLatin1Char('n')) * 130, fontMetrics().height() * 46);
    m_pages->setObjectName(QStringLiteral("helpPages"));
    m_pages->setAccessibleName(tr("Pages of help"));
    m_pages->setSpacing(2);
    m_pages->setFrameShape(QFrame::NoFrame);
    m_pages->setFixedWidth(fontMetrics().horizontalAdvance(QLatin1Char('n')) * 34);
    m_pages->setTextElideMode(Qt::ElideRight);
    m_pages->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const GuidePage& page : m_guide) {
        auto* item = new QListWidgetItem(page.title, m_pages);
        item->setToolTip(page.title);
    }
    m_text->setAccessibleName(tr("Page of help"));
    auto* right = new QVBoxLayout;
    right->addWidget(makeBar());
    right->addWidget(m_text, 1);
    auto* layout = new QHBoxLayout(this);
    layout->addWidget(m_pages);
    layout->addLayout(right, 1);
    connectPages();
    m_pages->setCurrentRow(0);
    m_text->setFocus();
}

QWidget* HelpDialog::makeBar()
{
    auto* bar = new QWidget(this);
    m_find->setObjectName(QStringLiteral("helpFind"));
    m_find->setPlaceholderText(tr("Find in all pages"));
    m_find->setAccessibleName(tr("Find in all pages"));
    m_find->setClearButtonEnabled(true);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_back);
    row->addWidget(m_forward);
    row->addWidget(m_find, 1);
    auto* toField = new QAction(this);
    toField->setShortcut(QKeySequence::Find);
    addAction(toField);
    connect(toField, &QAction::triggered, m_find, [this] {
        m_find->setFocus();
        m_find->selectAll();
    });
    return bar;
}

void HelpDialog::connectPages()
{
    connect(m_pages, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0 && m_text->source() != m_guide[row].place)
            m_text->setSource(m_guide[row].place, QTextDocument::MarkdownResource);
    });
    connect(m_text, &QTextBrowser::sourceChanged, this, &HelpDialog::noteShown);
    connect(m_text, &QTextBrowser::backwardAvailable, m_back, &QWidget::setEnabled);
    connect(m_text, &QTextBrowser::forwardAvailable, m_forward, &QWidget::setEnabled);
    connect(m_back, &QToolButton::clicked, m_text, &QTextBrowser::backward);
    connect(m_forward, &QToolButton::clicked, m_text, &QTextBrowser::forward);
    connect(m_find, &QLineEdit::returnPressed, this, &HelpDialog::findNext);
}

void HelpDialog::showPage(const QString& page)
{
    const QUrl place = guidePlace(page, tr("en"));
    if (!place.isEmpty())
        m_text->setSource(place, QTextDocument::MarkdownResource);
}

void HelpDialog::noteShown(const QUrl& place)
{
    for (int row = 0; row < m_guide.size(); ++row) {
        if (m_guide[row].place.path() == place.path())
            m_pages->setCurrentRow(row);
    }
}

/// Return in the field: the next place on this page, else the first on the next page that has one.
void HelpDialog::findNext()
{
    const QString text = m_find->text();
    if (text.isEmpty() || m_text->find(text))
        return;
    const int pages = static_cast<int>(m_guide.size());
    for (int i = 1; i <= pages; ++i) {
        if (findFrom((std::max(0, m_pages->currentRow()) + i) % pages))
            return;
    }
}

bool HelpDialog::findFrom(int row)
{
    QFile file(QLatin1Char(':') + m_guide[row].place.path());
    if (!file.open(QIODevice::ReadOnly))
        return false;
    QTextDocument page;
    page.setMarkdown(QString::fromUtf8(file.readAll()));
    if (page.find(m_find->text()).isNull())
        return false;
    m_pages->setCurrentRow(row);
    m_text->moveCursor(QTextCursor::Start);
    return m_text->find(m_find->text());
}

}
