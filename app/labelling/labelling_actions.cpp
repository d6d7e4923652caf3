#include "app/labelling/labelling_actions.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/labelling/gamepad.h"
#include "app/labelling/live_labels.h"
#include "app/labelling/rating_recorder.h"
#include "app/settings/settings.h"
#include "widgets/review/rating_bar.h"

#include <QDockWidget>
#include <QInputDialog>

namespace app {

LabellingActions::LabellingActions(Document& document, Editor& editor, Player& player, const Actions& actions,
                                   widgets::RatingBar& bar, QDockWidget& ratingDock, QWidget* window)
    : QObject(window)
    , m_document(document)
    , m_bar(bar)
    , m_dock(ratingDock)
    , m_window(window)
    , m_live(new LiveLabels(document, editor, player, *window, this))
    , m_recorder(new RatingRecorder(document, editor, player, this))
    , m_gamepad(new Gamepad(this))
{
    m_live->setDelay(Settings().reactionDelay());
    connect(actions.at("label-while-playing"), &QAction::toggled, this, [this](bool isOn) {
        m_live->setActive(isOn);
        if (isOn)
            m_document.notices().say(
                m_tier == kWordsTier
                    ? tr("While it plays, a digit labels the labelled segment under the playhead.")
                    : tr("While it plays, a digit that is held down makes a segment of the tier in hand."));
    });
    connect(actions.at("reaction-delay"), &QAction::triggered, this, &LabellingActions::askForDelay);
    connect(actions.at("record-rating"), &QAction::triggered, this, &LabellingActions::record);
    connect(m_recorder, &RatingRecorder::stateChanged, this, &LabellingActions::showState);
    connect(m_recorder, &RatingRecorder::recorded, this, &LabellingActions::recorded);
    connect(&bar, &widgets::RatingBar::valueChanged, m_recorder, &RatingRecorder::setValue);
    connect(m_gamepad, &Gamepad::plugged, &bar, &widgets::RatingBar::setGamepad);
    connect(m_gamepad, &Gamepad::moved, &bar, &widgets::RatingBar::setPosition);
    connect(m_gamepad, &Gamepad::stepped, &bar, &widgets::RatingBar::step);
    connect(m_gamepad, &Gamepad::pressed, m_recorder, [this] {
        if (m_recorder->isRecording())
            m_recorder->stop();
    });
}

void LabellingActions::setTier(const TierName& tier)
{
    m_tier = tier;
    m_live->setTier(tier);
}

void LabellingActions::record()
{
    const engine::Tier* tier = m_document.tier(m_tier);
    if (tier && tier->kind == engine::TierKind::Continuous && !m_recorder->isRecording()) {
        const engine::NumberScale* scale = tier->firstScale();
        m_bar.setScale(QString::fromStdString(tier->name), scale ? scale->least : -1.0,
                       scale ? scale->greatest : 1.0);
        m_recorder->setValue(m_bar.value());
    }
    m_recorder->start(m_tier, m_live->delay());
}

void LabellingActions::showState()
{
    const bool isAtWork = m_recorder->isRecording() || m_recorder->countdown() > 0;
    m_bar.setState(m_recorder->isRecording(), m_recorder->countdown());
    if (isAtWork) {
        m_gamepad->start();
    } else {
        m_gamepad->stop();
        m_bar.setGamepad({});
    }
    if (isAtWork && !m_dock.isVisible()) {
        m_dock.show();
        m_bar.setFocus(); // Up and Down rate
    } else if (!isAtWork) {
        m_dock.hide();
        emit finished();
    }
}

void LabellingActions::askForDelay()
{
    bool isAccepted = false;
    const int delay = QInputDialog::getInt(
        m_window, tr("Reaction delay"),
        tr("Milliseconds by which you answer late; what is labelled while it plays is put back by them:"),
        static_cast<int>(m_live->delay() * 1000), 0, 10000, 50, &isAccepted);
    if (!isAccepted)
        return;
    m_live->setDelay(delay / 1000.0);
    Settings().setReactionDelay(delay / 1000.0);
}

}
