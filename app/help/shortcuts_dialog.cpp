#include "app/help/shortcuts_dialog.h"

#include "app/actions/actions.h"
#include "app/help/key_field.h"
#include "app/settings/settings.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/menu_text.h"

#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace app {

namespace {

enum KeyColumn { CommandColumn, KeysColumn };

QString plain(const QAction& action)
{
    return widgets::withoutMnemonic(action.text()).remove(QStringLiteral("…"));
}

/// All keys of an action. `;` is one of them, so that it cannot stand between them.
QString shownKeys(const QList<QKeySequence>& keys)
{
    QStringList texts;
    for (const QKeySequence& key : keys)
        texts << key.toString(QKeySequence::NativeText);
    return texts.join(QStringLiteral("   "));
}

}

Keymap chosenKeymap(const Actions& actions, const Settings& settings)
{
    return withOwn(withOwn(actions.defaultKeys(), actions.foreignKeys(settings.keymap())),
                   fromLines(settings.ownKeys()));
}

ShortcutsDialog::ShortcutsDialog(Actions& actions, Settings& settings, QWidget* parent)
    : QDialog(parent)
    , m_actions(actions)
    , m_settings(settings)
    , m_own(fromLines(settings.ownKeys()))
    , m_preset(new QComboBox(this))
    , m_search(new QLineEdit(this))
    , m_list(new QTreeWidget(this))
    , m_key(new KeyField(this))
    , m_conflict(new QLabel(this))
    , m_assign(widgets::quietButton("assignKey", tr("&Assign"), this))
    , m_clear(widgets::quietButton("clearKeys", tr("&No key"), this))
    , m_restore(widgets::quietButton("restoreKeys", tr("&Restore"), this))
{
    widgets::setGuidePage(*this, "keys");
    setWindowTitle(tr("Keyboard shortcuts"));
    resize(fontMetrics().horizontalAdvance(QLatin1Char('n')) * 72, fontMetrics().height() * 40);
    m_preset->setObjectName(QStringLiteral("keymap"));
    m_preset->setAccessibleName(tr("Keys as in"));
    for (const QString& name : keymapNames())
        m_preset->addItem(keymapTitle(name), name);
    m_preset->setCurrentIndex(std::max(0, m_preset->findData(settings.keymap())));
    m_search->setObjectName(QStringLiteral("searchKeys"));
    m_search->setPlaceholderText(tr("Find a command or a key…"));
    m_search->setAccessibleName(tr("Find a command or a key"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("keyList"));
    m_list->setAccessibleName(tr("Commands and their keys"));
    m_list->setHeaderLabels({tr("Command"), tr("Keys")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setSectionResizeMode(CommandColumn, QHeaderView::Stretch);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(KeysColumn, QHeaderView::ResizeToContents);
    m_key->setObjectName(QStringLiteral("newKey"));
    m_key->setAccessibleName(tr("New key for the chosen command"));
    m_conflict->setObjectName(QStringLiteral("keyConflict"));
    m_conflict->setWordWrap(true);

    auto* top = new QHBoxLayout;
    top->addWidget(new QLabel(tr("Keys as in"), this));
    top->addWidget(m_preset);
    top->addWidget(m_search, 1);
    auto* change = new QHBoxLayout;
    change->addWidget(m_key, 1);
    change->addWidget(m_assign);
    change->addWidget(m_clear);
    change->addWidget(m_restore);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    layout->addLayout(change);
    layout->addWidget(m_conflict);
    layout->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_preset, &QComboBox::activated, this, &ShortcutsDialog::choosePreset);
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutsDialog::filter);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ShortcutsDialog::showChosen);
    connect(m_key, &QKeySequenceEdit::keySequenceChanged, this, &ShortcutsDialog::tellConflict);
    connect(m_assign, &QPushButton::clicked, this, &ShortcutsDialog::assign);
    connect(m_clear, &QPushButton::clicked, this, &ShortcutsDialog::clearKeys);
    connect(m_restore, &QPushButton::clicked, this, &ShortcutsDialog::restoreChosen);
    fill();
    m_search->setFocus();
}

void ShortcutsDialog::fill()
{
    const QString before = chosen();
    m_list->clear();
    const Keymap keys = chosenKeymap(m_actions, m_settings);
    for (const QAction* action : m_actions.all()) {
        auto* item = new QTreeWidgetItem(m_list);
        item->setText(CommandColumn, plain(*action));
        const auto found = keys.find(action->objectName());
        if (found != keys.end())
            item->setText(KeysColumn, shownKeys(found->second));
        item->setData(CommandColumn, Qt::UserRole, action->objectName());
        if (m_own.contains(action->objectName())) {
            QFont strong = font();
            strong.setBold(true);
            item->setFont(KeysColumn, strong); // a person's own
        }
        if (action->objectName() == before)
            m_list->setCurrentItem(item);
    }
    filter(m_search->text());
    showChosen();
}

void ShortcutsDialog::filter(const QString& text)
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = m_list->topLevelItem(i);
        const bool matches = item->text(CommandColumn).contains(text, Qt::CaseInsensitive)
            || item->text(KeysColumn).contains(text, Qt::CaseInsensitive);
        item->setHidden(!matches);
    }
}

QString ShortcutsDialog::chosen() const
{
    const QTreeWidgetItem* item = m_list->currentItem();
    return item ? item->data(CommandColumn, Qt::UserRole).toString() : QString();
}

void ShortcutsDialog::showChosen()
{
    m_key->clear();
    const bool hasChosen = !chosen().isEmpty();
    m_key->setEnabled(hasChosen);
    m_clear->setEnabled(hasChosen);
    m_restore->setEnabled(hasChosen && m_own.contains(chosen()));
    tellConflict();
}

void ShortcutsDialog::tellConflict()
{
    const QKeySequence key = m_key->keySequence();
    m_assign->setEnabled(!chosen().isEmpty() && !key.isEmpty());
    const auto holder = holderOf(chosenKeymap(m_actions, m_settings), key, chosen());
    m_conflict->setText(chosen().isEmpty()  ? tr("Choose a command to give it another key.")
                            : key.isEmpty() ? tr("Press the new key in the field.")
                            : holder        ? tr("%1 belongs to “%2”, which loses it.")
                                           .arg(key.toString(QKeySequence::NativeText),
                                                plain(*m_actions.at(holder->toStdString())))
                                     : tr("%1 is free.").arg(key.toString(QKeySequence::NativeText)));
}

void ShortcutsDialog::assign()
{
    const QKeySequence key = m_key->keySequence();
    if (const auto holder = holderOf(chosenKeymap(m_actions, m_settings), key, chosen())) {
        QList<QKeySequence> left = chosenKeymap(m_actions, m_settings).at(*holder);
        left.removeAll(key);
        m_own[*holder] = left;
    }
    m_own[chosen()] = {key};
    apply();
}

void ShortcutsDialog::clearKeys()
{
    m_own[chosen()] = {};
    apply();
}

void ShortcutsDialog::restoreChosen()
{
    m_own.erase(chosen());
    apply();
}

void ShortcutsDialog::choosePreset(int index)
{
    m_settings.setKeymap(m_preset->itemData(index).toString());
    apply();
}

void ShortcutsDialog::apply()
{
    m_settings.setOwnKeys(toLines(m_own));
    m_actions.setKeys(chosenKeymap(m_actions, m_settings));
    fill();
}

}
