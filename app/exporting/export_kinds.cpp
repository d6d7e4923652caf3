#include "app/exporting/export_kinds.h"

#include "app/actions/actions.h"
#include "app/settings/settings.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/theme.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace app {

namespace {

enum KindColumn { Kind, Formats, Key };

constexpr int kCommandRole = Qt::UserRole;

QAction* commandOf(const QTreeWidgetItem& item)
{
    return item.data(Kind, kCommandRole).value<QAction*>();
}

}

ExportKinds::ExportKinds(const Actions& actions, Settings& settings, QWidget* parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_kinds(new QTreeWidget(this))
{
    setObjectName(QStringLiteral("exportKinds"));
    setAttribute(Qt::WA_DeleteOnClose);
    widgets::setGuidePage(*this, "own-recordings");
    setWindowTitle(tr("Export"));
    m_kinds->setObjectName(QStringLiteral("kinds"));
    m_kinds->setAccessibleName(tr("What to export"));
    m_kinds->setColumnCount(3);
    m_kinds->setHeaderHidden(true);
    m_kinds->setRootIsDecorated(false);
    m_kinds->setAllColumnsShowFocus(true);
    for (QAction* action : actions.ofMenu("export"))
        addKind(*action, actions.kindOf(*action));
    m_kinds->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_kinds->header()->setSectionResizeMode(Formats, QHeaderView::Stretch);
    auto* buttons = widgets::acceptOrCancel(*this, tr("&Export…"));
    m_export = buttons->button(QDialogButtonBox::Ok);
    m_export->setObjectName(QStringLiteral("primary"));
    m_export->setDefault(true);
    connect(m_kinds, &QTreeWidget::itemActivated, this, &QDialog::accept);
    connect(this, &QDialog::accepted, this, &ExportKinds::run);
    connect(m_kinds, &QTreeWidget::currentItemChanged, this, &ExportKinds::showChosen);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_kinds, 1);
    column->addWidget(buttons);
    choose(settings.exportKind());
    resize(fontMetrics().horizontalAdvance(QLatin1Char('n')) * 74,
           fontMetrics().height() * (2 * m_kinds->topLevelItemCount() + 5));
}

/// @param kind  `Words: csd`
void ExportKinds::addKind(QAction& action, const QString& kind)
{
    auto* item = new QTreeWidgetItem(m_kinds);
    item->setText(Kind, kind.section(QStringLiteral(": "), 0, 0));
    item->setSizeHint(Formats, {0, fontMetrics().height() * 9 / 5}); // as wide as there is room
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    item->setFont(Kind, strong);
    item->setText(Formats, kind.section(QStringLiteral(": "), 1));
    item->setForeground(Formats, widgets::themeOf(palette()).muted);
    item->setText(Key, action.shortcut().toString(QKeySequence::NativeText));
    item->setTextAlignment(Key, Qt::AlignRight | Qt::AlignVCenter);
    item->setData(Kind, kCommandRole, QVariant::fromValue(&action));
    item->setDisabled(!action.isEnabled());
}

void ExportKinds::choose(const QString& command)
{
    QTreeWidgetItem* chosen = nullptr;
    for (int row = 0; row < m_kinds->topLevelItemCount(); ++row) {
        QTreeWidgetItem* item = m_kinds->topLevelItem(row);
        if (!item->isDisabled() && (!chosen || commandOf(*item)->objectName() == command))
            chosen = item;
    }
    m_kinds->setCurrentItem(chosen);
    showChosen();
}

void ExportKinds::showChosen()
{
    const QTreeWidgetItem* item = m_kinds->currentItem();
    m_export->setEnabled(item && !item->isDisabled());
}

/// Once this dialog is gone, the kind asks for what it needs.
void ExportKinds::run()
{
    const QTreeWidgetItem* item = m_kinds->currentItem();
    if (!item || item->isDisabled())
        return;
    QAction* command = commandOf(*item);
    m_settings.setExportKind(command->objectName());
    QMetaObject::invokeMethod(command, &QAction::trigger, Qt::QueuedConnection);
}

}
