#include "app/window/presets.h"

#include "app/actions/actions.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace app {

namespace {

constexpr std::array kPresets{
    Preset{"explore", "preset-explore", "predict", "exploring", false, false, false, false},
    Preset{"align", "preset-align", "align", "aligning", true, false, false, false},
    Preset{"review", "preset-review", "review", "reviewing", false, true, false, true},
    Preset{"transcribe", "preset-transcribe", "transcript", "own-recordings", false, false, false, true},
    Preset{"dataset", "preset-dataset", "predict", "dataset-view", false, false, true, false},
    Preset{"conversation", "preset-conversation", "conversation", "conversations", false, false, false, false},
};

}

const Preset& presetCalled(const QString& name)
{
    const auto found = std::ranges::find_if(
        kPresets, [&](const Preset& preset) { return name == QLatin1String(preset.name); });
    return found == kPresets.end() ? kPresets.front() : *found;
}

QStringList presetNames()
{
    QStringList names;
    for (const Preset& preset : kPresets)
        names << QLatin1String(preset.name);
    return names;
}

QWidget* presetSwitch(const Actions& actions, QWidget* parent)
{
    auto* bar = new QWidget(parent);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* group = new QActionGroup(bar);
    for (std::size_t i = 0; i < kPresets.size(); ++i) {
        QAction* action = actions.at(kPresets[i].action);
        group->addAction(action);
        auto* button = new QToolButton(bar);
        button->setDefaultAction(action);
        button->setProperty("segment",
                            QLatin1String(i == 0                         ? "first"
                                              : i + 1 == kPresets.size() ? "last"
                                                                         : "middle"));
        button->setFocusPolicy(Qt::TabFocus);
        button->setVisible(action->isVisible());
        QObject::connect(action, &QAction::visibleChanged, button,
                         [action, button] { button->setVisible(action->isVisible()); });
        row->addWidget(button);
    }
    return bar;
}

}
