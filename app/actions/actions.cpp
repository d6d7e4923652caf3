#include "app/actions/actions.h"

#include "app/actions/digit_keys.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/icons.h"
#include "widgets/base/menu_text.h"
#include "widgets/base/theme.h"

#include <QWidget>

#include <algorithm>
#include <iterator>

namespace app {

Actions::Actions(QWidget* window, std::span<const CommandTable> tables) : QObject(window)
{
    for (const CommandTable& table : tables) {
        for (const Command& command : table.commands)
            add(command, table.guidePage, *window);
    }
    refreshIcons(window->palette());
    setKeys(m_defaults);
    new DigitKeys(*this, window);
}

void Actions::add(const Command& command, const char* guidePage, QWidget& window)
{
    auto* action = new QAction(tr(command.text), &window);
    action->setObjectName(QString::fromLatin1(command.id));
    action->setCheckable(command.isCheckable);
    action->setIconVisibleInMenu(!command.isCheckable); // a picture would be in the place of the tick
    action->setIconText(widgets::withoutMnemonic(action->text()));
    widgets::setGuidePage(*action, guidePage);
    window.addAction(action);
    connect(action, &QAction::triggered, this, [this, action] { emit began(action); });
    m_defaults[action->objectName()] = keysOf(command.keys);
    m_actions.emplace(command.id, action);
    m_icons.emplace(command.id, QString::fromLatin1(command.icon));
    m_rows.emplace(action, &command);
    m_ordered.push_back(action);
}

const Command& Actions::commandOf(const QAction& action) const
{
    return *m_rows.at(&action);
}

std::vector<QAction*> Actions::ofMenu(const std::string& menu) const
{
    std::vector<QAction*> found;
    std::ranges::copy_if(m_ordered, std::back_inserter(found),
                         [&](const QAction* action) { return commandOf(*action).place.menu == menu; });
    std::ranges::stable_sort(found, {},
                             [this](const QAction* action) { return commandOf(*action).place.order; });
    return found;
}

QString Actions::kindOf(const QAction& action) const
{
    const char* kind = commandOf(action).kind;
    return *kind ? tr(kind) : QString();
}

Keymap Actions::foreignKeys(const QString& name) const
{
    const char* ForeignKeys::*keys = name == QLatin1String("elan") ? &ForeignKeys::elan
        : name == QLatin1String("praat")                           ? &ForeignKeys::praat
        : name == QLatin1String("nle")                             ? &ForeignKeys::nle
                                                                   : nullptr;
    Keymap map;
    for (const QAction* action : m_ordered) {
        if (const char* own = keys ? commandOf(*action).foreign.*keys : ""; *own)
            map[action->objectName()] = keysOf(own);
    }
    return map;
}

void Actions::setKeys(const Keymap& keys)
{
    for (QAction* action : m_ordered) {
        const auto found = keys.find(action->objectName());
        const QList<QKeySequence> own = found == keys.end() ? QList<QKeySequence>() : found->second;
        action->setShortcuts(own);
        const QString plain = widgets::withoutMnemonic(action->text());
        action->setToolTip(own.isEmpty() ? plain
                                         : QStringLiteral("%1 (%2)").arg(
                                             plain, own.front().toString(QKeySequence::NativeText)));
    }
}

void Actions::refreshIcons(const QPalette& palette)
{
    for (const auto& [name, file] : m_icons) {
        if (!file.isEmpty())
            m_actions.at(name)->setIcon(widgets::icon(file, widgets::themeOf(palette).text));
    }
}

void Actions::setIcon(const std::string& name, const QString& icon, const QPalette& palette)
{
    m_icons[name] = icon;
    m_actions.at(name)->setIcon(widgets::icon(icon, widgets::themeOf(palette).text));
}

}
