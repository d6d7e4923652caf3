#include "app/window/entry_switcher.h"

#include "app/actions/actions.h"
#include "app/window/presets.h"
#include "widgets/base/elided_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QResizeEvent>
#include <QStyle>
#include <QStyleOptionMenuItem>
#include <QToolButton>

namespace app {

namespace {

constexpr int kAir = 12; // pixels between the last menu and what stands at the right

}

EntrySwitcher::EntrySwitcher(const Actions& actions, QMenuBar& bar)
    : QWidget(&bar)
    , m_bar(bar)
    , m_name(new widgets::ElidedLabel({}, this))
{
    m_name->setObjectName(QStringLiteral("entryName"));
    m_name->setAccessibleName(tr("Open video"));
    m_name->setAlignment(Qt::AlignCenter);
    m_name->setMinimumWidth(fontMetrics().horizontalAdvance(QLatin1Char('n')) * 9);
    const auto arrow = [&](const char* action) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(actions.at(action));
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        return button;
    };
    auto* command = m_command = new QToolButton(this);
    command->setDefaultAction(actions.at("palette"));
    command->setObjectName(QStringLiteral("chip"));
    command->setText(tr("Commands…   Ctrl+K"));
    command->setFocusPolicy(Qt::TabFocus);
    auto* video = new QWidget(this);
    auto* names = new QHBoxLayout(video);
    names->setContentsMargins(0, 0, 0, 0);
    names->setSpacing(2);
    names->addWidget(arrow("previous-entry"));
    names->addWidget(m_name);
    names->addWidget(arrow("next-entry"));
    QWidget* presets = presetSwitch(actions, this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 10, 0);
    row->setSpacing(6);
    row->addWidget(video);
    row->addWidget(presets);
    row->addWidget(command);
    m_spare = {m_name, command, presets, video}; // the library has the name, too
    bar.setCornerWidget(this);
    bar.installEventFilter(this);
    connect(actions.at("preset-conversation"), &QAction::visibleChanged, this, &EntrySwitcher::fit,
            Qt::QueuedConnection); // only datasets with conversations have that mode
}

bool EntrySwitcher::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show
        || event->type() == QEvent::FontChange)
        fit();
    return QWidget::eventFilter(watched, event);
}

int EntrySwitcher::widthOfMenus() const
{
    const QStyle& style = *m_bar.style();
    int width = 2
        * (style.pixelMetric(QStyle::PM_MenuBarPanelWidth, nullptr, &m_bar)
           + style.pixelMetric(QStyle::PM_MenuBarHMargin, nullptr, &m_bar));
    for (const QAction* menu : m_bar.actions()) {
        QStyleOptionMenuItem item;
        item.initFrom(&m_bar);
        item.text = menu->text();
        const QSize text = m_bar.fontMetrics().size(Qt::TextShowMnemonic, menu->text());
        width += style.sizeFromContents(QStyle::CT_MenuBarItem, &item, text, &m_bar).width()
            + style.pixelMetric(QStyle::PM_MenuBarItemSpacing, nullptr, &m_bar);
    }
    return width;
}

void EntrySwitcher::setModesShown(bool shown)
{
    m_showsModes = shown;
    fit();
}

void EntrySwitcher::fit()
{
    const int room = m_bar.width() - widthOfMenus() - kAir;
    for (QWidget* part : m_spare) {
        part->setVisible(m_showsModes || part == m_command);
        if (part->layout()) // modes come and go
            part->layout()->invalidate();
        part->updateGeometry();
    }
    m_name->parentWidget()->layout()->invalidate();
    m_name->parentWidget()->updateGeometry();
    const QString words = tr("Commands…   Ctrl+K");
    m_command->setText(words);
    layout()->invalidate();
    if (layout()->sizeHint().width() > room) { // its key is enough
        m_command->setText(words.section(QLatin1Char(' '), -1));
        layout()->invalidate();
    }
    for (QWidget* part : m_spare) {
        if (layout()->sizeHint().width() <= room)
            break;
        part->hide();
        part->parentWidget()->layout()->invalidate();
        part->parentWidget()->updateGeometry(); // its size is kept otherwise
        layout()->invalidate();
    }
    if (width() != sizeHint().width())
        m_bar.setCornerWidget(this); // else the bar gives the parts their room at its next resize only
}

void EntrySwitcher::setVideo(const QString& id)
{
    m_name->setText(id);
    m_name->setToolTip(id);
}

}
