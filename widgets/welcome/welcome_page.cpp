#include "widgets/welcome/welcome_page.h"

#include "widgets/base/guide_page.h"
#include "widgets/base/icons.h"
#include "widgets/base/section_head.h"
#include "widgets/base/theme.h"
#include "widgets/welcome/recent_delegate.h"
#include "widgets/welcome/welcome_card.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace widgets {

namespace {

constexpr int kMostWidth = 1320;
constexpr int kSpace = 24;
constexpr int kLeastForDrop = 480; // pixels: in a lower page it would crowd the cards

/// A dashed box that says what may be dropped. The whole window takes it.
class DropHint : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = themeOf(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.muted, 1, Qt::DashLine));
        painter.drawRoundedRect(rect().adjusted(1, 1, -2, -2), 8, 8);
    }
};

QPushButton* makeLink(const QString& text, QWidget* parent)
{
    auto* link = new QPushButton(text, parent);
    link->setFlat(true);
    link->setCursor(Qt::PointingHandCursor);
    link->setProperty("welcomeLink", true);
    return link;
}

}

WelcomePage::WelcomePage(QWidget* parent)
    : QWidget(parent)
    , m_sentence(new QLabel(this))
    , m_recent(new QListWidget(this))
    , m_nothingYet(new QLabel(tr("Projects that you open appear here."), this))
{
    setObjectName(QStringLiteral("welcomePage"));
    setGuidePage(*this, "first-steps");
    setAccessibleName(tr("First steps"));
    auto* column = new QVBoxLayout;
    column->setSpacing(kSpace);
    column->addStretch(1);
    column->addWidget(makeHead());
    column->addWidget(makeCards());
    column->addWidget(makeRecent(), 3);
    column->addWidget(makeFoot());
    column->addStretch(1);
    auto* inner = new QWidget(this);
    inner->setMaximumWidth(kMostWidth);
    inner->setLayout(column);
    auto* row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addWidget(inner, 20);
    row->addStretch(1);
    setOpening({});
    setRecent({});
    setFocusProxy(m_cards.front());
}

QWidget* WelcomePage::makeHead()
{
    auto* head = new QWidget(this);
    auto* mark = new QLabel(head);
    mark->setPixmap(icon(QStringLiteral("polylogue"), themeOf(palette()).accent).pixmap(40, 40));
    auto* title = new QLabel(QStringLiteral("Polylogue"), head);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.8);
    large.setWeight(QFont::DemiBold);
    title->setFont(large);
    m_sentence->setForegroundRole(QPalette::PlaceholderText);
    m_sentence->setWordWrap(true);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(title);
    texts->addWidget(m_sentence);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace * 2 / 3);
    row->addWidget(mark);
    row->addLayout(texts, 1);
    return head;
}

QWidget* WelcomePage::makeCards()
{
    auto* cards = new QWidget(this);
    auto* row = new QHBoxLayout(cards);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace);
    const auto add = [&](WelcomeCard::Drawing drawing, const char* name, const QString& title,
                         const QString& sentence, void (WelcomePage::*wish)()) {
        auto* card = new WelcomeCard(drawing, title, sentence, QString::number(m_cards.size() + 1), cards);
        card->setObjectName(QLatin1String(name));
        connect(card, &WelcomeCard::clicked, this, wish);
        m_cards.push_back(card);
        row->addWidget(card, 1);
    };
    add(WelcomeCard::Drawing::Tracks, "welcomeDemo", tr("Open the demo"),
        tr("Short videos with labelled segments and trained models. Nothing to download."),
        &WelcomePage::demoWished);
    add(WelcomeCard::Drawing::Files, "welcomeFiles", tr("Open videos or a folder"),
        tr("Your own recordings of any format, with or without words, sequences and labels."),
        &WelcomePage::filesWished);
    add(WelcomeCard::Drawing::Datasets, "welcomeFetch", tr("Fetch a standard dataset"),
        tr("From an address that you give, with its folds. What was cut off goes on later."),
        &WelcomePage::fetchWished);
    return cards;
}

QWidget* WelcomePage::makeRecent()
{
    auto* area = new QWidget(this);
    m_recent->setObjectName(QStringLiteral("recentProjects"));
    m_recent->setAccessibleName(tr("Recent projects"));
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->setItemDelegate(new RecentDelegate(m_recent));
    m_recent->setMouseTracking(true);
    m_recent->setContextMenuPolicy(Qt::CustomContextMenu);
    m_recent->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_recent->installEventFilter(this);
    connect(m_recent, &QListWidget::itemClicked, this, [this] { emit projectWished(chosenEntry()); });
    connect(m_recent, &QListWidget::customContextMenuRequested, this, &WelcomePage::showMenu);
    m_nothingYet->setForegroundRole(QPalette::PlaceholderText);

    auto* list = new QVBoxLayout;
    list->setSpacing(6);
    list->addWidget(sectionHead(tr("Recent projects"), area));
    list->addWidget(m_nothingYet);
    list->addWidget(m_recent, 1);
    list->addStretch(0);

    auto* drop = new DropHint(area);
    drop->setMinimumHeight(120);
    m_drop = drop;
    auto* what = new QLabel(tr("Drop it anywhere in this window"), drop);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    what->setFont(bold);
    what->setAlignment(Qt::AlignCenter);
    auto* kinds = new QLabel(tr("videos · a folder · .csd · .h5 · .npz · .polylogue\nannotation of ELAN, "
                                "Praat, NOVA, Label Studio"),
                             drop);
    kinds->setAlignment(Qt::AlignCenter);
    kinds->setWordWrap(true);
    kinds->setForegroundRole(QPalette::PlaceholderText);
    auto* hint = new QVBoxLayout(drop);
    hint->addStretch(1);
    hint->addWidget(what);
    hint->addWidget(kinds);
    hint->addStretch(1);

    auto* row = new QHBoxLayout(area);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace);
    row->addLayout(list, 2);
    row->addWidget(drop, 1);
    return area;
}

QWidget* WelcomePage::makeFoot()
{
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    auto* folder = makeLink(tr("Open a fol&der…"), foot);
    folder->setObjectName(QStringLiteral("welcomeFolder"));
    connect(folder, &QPushButton::clicked, this, &WelcomePage::folderWished);
    auto* extract = makeLink(tr("Seq&uences of your videos…"), foot);
    extract->setObjectName(QStringLiteral("welcomeExtract"));
    connect(extract, &QPushButton::clicked, this, &WelcomePage::extractWished);
    auto* help = makeLink(tr("&Getting started (F1)"), foot);
    help->setObjectName(QStringLiteral("welcomeHelp"));
    connect(help, &QPushButton::clicked, this, &WelcomePage::helpWished);
    row->addWidget(folder);
    row->addWidget(extract);
    row->addStretch(1);
    row->addWidget(help);
    return foot;
}

void WelcomePage::setRecent(const std::vector<RecentProject>& projects)
{
    m_recent->clear();
    for (const RecentProject& project : projects) {
        auto* item = new QListWidgetItem(project.name, m_recent);
        item->setData(RecentDelegate::Entry, project.entry);
        item->setData(RecentDelegate::Place, project.place);
        item->setData(RecentDelegate::Trouble, project.trouble);
        item->setData(RecentDelegate::Picture, project.picture);
        item->setToolTip(project.place);
    }
    m_recent->setVisible(!projects.empty());
    m_nothingYet->setVisible(projects.empty());
}

void WelcomePage::setOpening(const QString& name)
{
    m_sentence->setText(
        name.isEmpty() ? tr("Videos with their words, sound, faces and labels on one timeline: correct them, "
                            "review them, and see what a fusion model makes of them.")
                       : tr("Opening %1 …").arg(name));
}

QString WelcomePage::chosenEntry() const
{
    const QListWidgetItem* item = m_recent->currentItem();
    return item ? item->data(RecentDelegate::Entry).toString() : QString();
}

void WelcomePage::showMenu(const QPoint& at)
{
    QListWidgetItem* item = m_recent->itemAt(at);
    if (!item)
        return;
    const QString entry = item->data(RecentDelegate::Entry).toString();
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("recentMenu"));
    menu.addAction(tr("&Open"), this, [this, entry] { emit projectWished(entry); });
    menu.addAction(tr("Show the &folder"), this, [this, entry] { emit placeWished(entry); });
    menu.addAction(tr("F&orget"), this, [this, entry] { emit forgetWished(entry); });
    menu.exec(m_recent->viewport()->mapToGlobal(at));
}

void WelcomePage::keyPressEvent(QKeyEvent* event)
{
    const int card = event->key() - Qt::Key_1;
    if (card >= 0 && card < static_cast<int>(m_cards.size()))
        m_cards[static_cast<std::size_t>(card)]->click();
    else if (event->key() == Qt::Key_Down && m_recent->isVisible()) {
        m_recent->setFocus();
        if (!m_recent->currentItem())
            m_recent->setCurrentRow(0);
    } else
        QWidget::keyPressEvent(event);
}

bool WelcomePage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_recent && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !chosenEntry().isEmpty()) {
            emit projectWished(chosenEntry());
            return true;
        }
        if (key == Qt::Key_Delete && !chosenEntry().isEmpty()) {
            emit forgetWished(chosenEntry());
            return true;
        }
        if (key >= Qt::Key_1 && key <= Qt::Key_3) {
            keyPressEvent(static_cast<QKeyEvent*>(event));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void WelcomePage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_drop->setVisible(height() >= kLeastForDrop);
}

void WelcomePage::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), themeOf(palette()).background);
}

}
