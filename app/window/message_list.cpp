#include "app/window/message_list.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QDateTime>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QStyledItemDelegate>
#include <QSysInfo>

#include <algorithm>

namespace app {

namespace {

constexpr int kDetails = Qt::UserRole; // what is copied of it
constexpr int kMessage = Qt::UserRole + 1; // without its time

/// Rows in which the whole text has room. Qt's own wraps in the whole width, without what a style sheet
/// leaves free beside it, so that the end of some is cut off.
class WholeTextDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QSize usual = QStyledItemDelegate::sizeHint(option, index);
        const auto* list = qobject_cast<const QListWidget*>(option.widget);
        if (!list)
            return usual;
        const int line = option.fontMetrics.height();
        const QRect room(0, 0, std::max(line, list->viewport()->width() - 2 * line), QWIDGETSIZE_MAX);
        const QRect text = option.fontMetrics.boundingRect(room, Qt::TextWordWrap, index.data().toString());
        return {usual.width(), std::max(usual.height(), text.height() + line / 2)};
    }
};

}

MessageList::MessageList(QWidget* parent) : QListWidget(parent)
{
    setObjectName(QStringLiteral("messages"));
    setAccessibleName(tr("Messages"));
    setWordWrap(true);
    setItemDelegate(new WholeTextDelegate(this));
    setResizeMode(Adjust);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // long ones take more lines
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(ExtendedSelection);
}

bool MessageList::add(const QString& text, const QString& context)
{
    if (count() > 0 && last() == text)
        return false;
    const QDateTime now = QDateTime::currentDateTime();
    const QString when = now.toString(Qt::ISODate);
    auto* added = new QListWidgetItem(
        QStringLiteral("%1   %2").arg(now.toString(QStringLiteral("HH:mm:ss")), text), this);
    added->setData(kMessage, text);
    added->setData(kDetails, QStringLiteral("%1  %2\n    %3").arg(when, text, context));
    added->setToolTip(tr("%1 · a right click copies it with details").arg(when));
    scrollToBottom();
    return true;
}

QString MessageList::last() const
{
    return count() > 0 ? item(count() - 1)->data(kMessage).toString() : QString();
}

QString MessageList::details() const
{
    QStringList lines{QStringLiteral("%1 %2, Qt %3, %4")
                          .arg(QCoreApplication::applicationName(), QCoreApplication::applicationVersion(),
                               QString::fromLatin1(qVersion()), QSysInfo::prettyProductName())};
    for (int row = 0; row < count(); ++row) {
        if (selectedItems().isEmpty() || item(row)->isSelected())
            lines << item(row)->data(kDetails).toString();
    }
    return lines.join(QLatin1Char('\n'));
}

void MessageList::copy() const
{
    QGuiApplication::clipboard()->setText(details());
}

void MessageList::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        QListWidget::keyPressEvent(event);
}

void MessageList::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    menu.addAction(selectedItems().isEmpty() ? tr("&Copy all with details") : tr("&Copy with details"), this,
                   &MessageList::copy)
        ->setEnabled(count() > 0);
    menu.addAction(tr("&Select all"), this, &QListWidget::selectAll);
    menu.exec(event->globalPos());
}

}
