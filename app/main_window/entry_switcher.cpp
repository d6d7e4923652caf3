#include "app/main_window/entry_switcher.h"

#include "app/actions/actions.h"
#include "app/main_window/presets.h"
#include "widgets/base/elided_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace app {

EntrySwitcher::EntrySwitcher(const Actions& actions, QWidget* parent)
    : QWidget(parent)
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
    auto* command = new QToolButton(this);
    command->setDefaultAction(actions.at("palette"));
    command->setObjectName(QStringLiteral("chip"));
    command->setText(tr("Commands…   Ctrl+K"));
    command->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 10, 0);
    row->setSpacing(2);
    row->addWidget(arrow("previous-entry"));
    row->addWidget(m_name);
    row->addWidget(arrow("next-entry"));
    row->addSpacing(6);
    row->addWidget(presetSwitch(actions, this));
    row->addSpacing(6);
    row->addWidget(command);
}

void EntrySwitcher::setVideo(const QString& id)
{
    m_name->setText(id);
    m_name->setToolTip(id);
}

}
