#include "widgets/palette/command_palette.h"

#include "widgets/base/guide_page.h"
#include "widgets/base/menu_text.h"
#include "widgets/base/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace widgets {

namespace {

constexpr int kAction = Qt::UserRole; // number of the action; heads have none
constexpr int kKeys = Qt::UserRole + 1;
constexpr int kMargin = 10;

QString plainText(const QAction* action)
{
    return widgets::withoutMnemonic(action->text());
}

bool isHead(const QModelIndex& index)
{
    return !index.data(kAction).isValid();
}

/// A command with its keys at the right, or the head of a group.
class CommandDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const int line = option.fontMetrics.height();
        return {100, isHead(index) ? line + 10 : line + 8};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = themeOf(option.palette);
        const bool isChosen = option.state.testFlag(QStyle::State_Selected) && !isHead(index);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (isChosen) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.accent);
            painter->drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), 4, 4);
        }
        const QRect inside = option.rect.adjusted(kMargin, 0, -kMargin, 0);
        if (isHead(index)) {
            QFont small = option.font;
            small.setPointSizeF(small.pointSizeF() * 0.88);
            small.setWeight(QFont::DemiBold);
            painter->setFont(small);
            painter->setPen(theme.muted);
            painter->drawText(inside.adjusted(0, 0, 0, -2), Qt::AlignLeft | Qt::AlignBottom,
                              index.data().toString());
        } else {
            const QString keys = index.data(kKeys).toString();
            const int wide = keys.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(keys) + kMargin;
            painter->setPen(isChosen ? theme.onAccent : theme.muted);
            painter->drawText(inside, Qt::AlignRight | Qt::AlignVCenter, keys);
            painter->setPen(isChosen ? theme.onAccent : theme.text);
            const int room = inside.width() - wide;
            painter->drawText(inside, Qt::AlignLeft | Qt::AlignVCenter,
                              option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, room));
        }
        painter->restore();
    }
};

}

CommandPalette::CommandPalette(std::vector<Group> groups, const QStringList& recent, QWidget* parent)
    : QDialog(parent, Qt::Popup)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setGuidePage(*this, "keys");
    setObjectName(QStringLiteral("commandPalette"));
    setAttribute(Qt::WA_DeleteOnClose);
    Group lately{tr("Recent"), {}};
    for (const QString& name : recent) {
        for (Group& group : groups) {
            const auto found = std::ranges::find(group.actions, name, &QObject::objectName);
            if (name.isEmpty() || found == group.actions.end())
                continue;
            lately.actions << *found;
            group.actions.erase(found);
            break;
        }
    }
    groups.insert(groups.begin(), lately);
    for (Group& group : groups)
        group.actions.removeIf(
            [](const QAction* action) { return !action->isEnabled() || !action->isVisible(); });
    m_groups = std::move(groups);
    m_search->setPlaceholderText(tr("Run a command…"));
    m_search->setAccessibleName(tr("Command"));
    m_search->installEventFilter(this);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAutoScroll(false); // it would leave the heads out
    m_list->setItemDelegate(new CommandDelegate(m_list));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 10, 10, 10);
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    resize(520, 440);
    connect(m_search, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_search, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::run);
    filter({});
    m_search->setFocus();
}

void CommandPalette::filter(const QString& text)
{
    m_list->clear();
    m_shown.clear();
    for (const Group& group : m_groups) {
        QList<QAction*> found = group.actions;
        found.removeIf(
            [&](const QAction* action) { return !plainText(action).contains(text, Qt::CaseInsensitive); });
        add(group.title, found);
    }
    m_list->setCurrentRow(-1);
    step(1);
}

void CommandPalette::add(const QString& title, const QList<QAction*>& actions)
{
    if (actions.isEmpty())
        return;
    if (!title.isEmpty())
        (new QListWidgetItem(title, m_list))->setFlags(Qt::ItemIsEnabled);
    for (QAction* action : actions) {
        auto* item = new QListWidgetItem(plainText(action), m_list);
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        item->setData(kAction, m_shown.size());
        item->setData(kKeys, keys);
        item->setData(Qt::AccessibleTextRole,
                      keys.isEmpty() ? item->text() : QStringLiteral("%1, %2").arg(item->text(), keys));
        m_shown << action;
    }
}

/// To the next command in a direction, over the heads.
void CommandPalette::step(int by)
{
    for (int row = m_list->currentRow() + by; row >= 0 && row < m_list->count(); row += by) {
        if (m_list->item(row)->data(kAction).isValid()) {
            m_list->setCurrentRow(row);
            m_list->scrollToItem(m_list->item(row));
            if (row > 0 && !m_list->item(row - 1)->data(kAction).isValid())
                m_list->scrollToItem(m_list->item(row - 1)); // with its head
            return;
        }
    }
}

void CommandPalette::run()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (!item || !item->data(kAction).isValid())
        return;
    QAction* action = m_shown[item->data(kAction).value<qsizetype>()];
    close();
    emit ran(action->objectName());
    action->trigger();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int by = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
        if (by != 0) {
            step(by);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

}
