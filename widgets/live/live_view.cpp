#include "widgets/live/live_view.h"

#include "widgets/base/guide_page.h"
#include "widgets/base/theme.h"
#include "widgets/live/live_panel.h"
#include "widgets/live/live_picture.h"
#include "widgets/live/live_recordings.h"
#include "widgets/live/live_sources.h"
#include "widgets/live/live_tracks.h"
#include "widgets/live/live_why.h"
#include "widgets/live/live_word_strip.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <tuple>

namespace widgets {

namespace {

QString withKey(const QString& text, const QString& key)
{
    return LiveView::tr("%1  %2").arg(text, key);
}

/// Before a recording, and while it goes on.
QStringList recordTexts()
{
    return {withKey(LiveView::tr("Start recording"), QStringLiteral("R")),
            withKey(LiveView::tr("■ Stop recording"), QStringLiteral("R"))};
}

/// While the tracks roll, and while they are held.
QStringList holdTexts()
{
    return {withKey(LiveView::tr("Hold"), LiveView::tr("Space")),
            withKey(LiveView::tr("Go on"), LiveView::tr("Space"))};
}

}

LiveView::LiveView(QWidget* parent)
    : QWidget(parent)
    , m_picture(new LivePicture(this))
    , m_words(new LiveWordStrip(this))
    , m_tracks(new LiveTracks(this))
    , m_panel(new LivePanel(this))
    , m_why(new LiveWhy(this))
    , m_recordings(new LiveRecordings(this))
    , m_tabs(new QTabWidget(this))
    , m_sources(new LiveSources(this))
{
    setObjectName(QStringLiteral("liveView"));
    setGuidePage(*this, "live");
    setAccessibleName(tr("Live"));
    setProperty("panelButtons", true);
    setFocusPolicy(Qt::StrongFocus);
    m_tabs->setObjectName(QStringLiteral("liveTabs"));
    m_tabs->setAttribute(Qt::WA_StyledBackground);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->tabBar()->setFocusPolicy(Qt::TabFocus);
    m_tabs->addTab(m_panel, tr("Live"));
    m_tabs->addTab(m_why, tr("Why"));
    m_tabs->addTab(m_recordings, tr("Recordings"));
    auto* upper = new QWidget(this);
    auto* upperColumn = new QVBoxLayout(upper);
    upperColumn->setContentsMargins(0, 0, 0, 0);
    upperColumn->setSpacing(0);
    upperColumn->addWidget(m_picture, 1);
    upperColumn->addWidget(m_words);
    auto* lower = new QWidget(this);
    auto* lowerColumn = new QVBoxLayout(lower);
    lowerColumn->setContentsMargins(0, 0, 0, 0);
    lowerColumn->setSpacing(0);
    lowerColumn->addWidget(makeControls());
    lowerColumn->addWidget(m_tracks, 1);
    auto* left = m_rows = new QSplitter(Qt::Vertical, this);
    left->addWidget(upper);
    left->addWidget(lower);
    left->setStretchFactor(0, 54);
    left->setStretchFactor(1, 46);
    left->setChildrenCollapsible(false);
    auto* both = m_columns = new QSplitter(Qt::Horizontal, this);
    both->setObjectName(QStringLiteral("liveSplitter"));
    both->addWidget(left);
    both->addWidget(m_tabs);
    both->setStretchFactor(0, 3);
    both->setStretchFactor(1, 1);
    both->setChildrenCollapsible(false);
    m_sources->setParent(upper);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(both, 1);
    column->addWidget(makeStatus());
    upperColumn->insertWidget(0, m_sources, 1);
    connect(m_panel, &LivePanel::leaveWished, this, &LiveView::leaveWished);
    connect(m_tracks, &LiveTracks::holdWished, this, &LiveView::holdWished);
    setRunning(false);
}

QPushButton* LiveView::control(const char* name, const QString& text, void (LiveView::*wish)())
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(QLatin1String(name));
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QPushButton::clicked, this, wish);
    return button;
}

QWidget* LiveView::makeControls()
{
    auto* bar = new QWidget(this);
    bar->setAutoFillBackground(true);
    auto* line = new QHBoxLayout(bar);
    line->setContentsMargins(12, 7, 12, 7);
    m_record = control("liveRecord", recordTexts().front(), &LiveView::recordWished);
    m_hold = control("liveHold", holdTexts().front(), &LiveView::holdWished);
    m_mark = control("liveMark", withKey(tr("Mark"), QStringLiteral("M")), &LiveView::markWished);
    m_keep
        = control("liveKeep", withKey(tr("Keep the last 10 s"), QStringLiteral("K")), &LiveView::keepWished);
    m_hold->setCheckable(true);
    m_record->setCheckable(true);
    for (QPushButton* button : {m_record, m_hold, m_mark, m_keep})
        line->addWidget(button);
    auto* other = new QPushButton(tr("Another source…"), bar);
    other->setObjectName(QStringLiteral("liveOther"));
    other->setFocusPolicy(Qt::TabFocus);
    connect(other, &QPushButton::clicked, this, &LiveView::sourcesWished);
    line->addWidget(other);
    line->addStretch(1);
    auto* label = new QLabel(tr("window"), bar);
    label->setForegroundRole(QPalette::PlaceholderText);
    line->addWidget(label);
    auto* windows = new QButtonGroup(this);
    for (const int seconds : {5, 10, 30}) {
        auto* button = new QPushButton(tr("%1 s").arg(seconds), bar);
        button->setObjectName(QStringLiteral("liveWindow%1").arg(seconds));
        button->setCheckable(true);
        button->setChecked(seconds == 10);
        button->setFocusPolicy(Qt::TabFocus);
        windows->addButton(button);
        connect(button, &QPushButton::clicked, m_tracks, [this, seconds] { m_tracks->setSeconds(seconds); });
        line->addWidget(button);
    }
    return bar;
}

QWidget* LiveView::makeStatus()
{
    auto* bar = new QWidget(this);
    bar->setAutoFillBackground(true);
    auto* line = new QHBoxLayout(bar);
    line->setContentsMargins(14, 4, 14, 4);
    m_recordingNote = new QLabel(tr("● recording"), bar);
    m_recordingNote->setForegroundRole(QPalette::BrightText);
    m_recordingNote->hide();
    m_status = new QLabel(bar);
    m_status->setObjectName(QStringLiteral("liveStatus"));
    m_status->setForegroundRole(QPalette::PlaceholderText);
    auto* privacy = new QLabel(tr("nothing leaves this machine"), bar);
    privacy->setForegroundRole(QPalette::PlaceholderText);
    line->addWidget(m_recordingNote);
    line->addWidget(m_status, 1);
    line->addWidget(privacy);
    return bar;
}

void LiveView::setRunning(bool running)
{
    m_isRunning = running;
    m_sources->setVisible(!running);
    m_picture->setVisible(running);
    m_words->setVisible(running);
    for (QPushButton* button : {m_record, m_hold, m_mark, m_keep})
        button->setEnabled(running);
}

void LiveView::setEnded()
{
    m_record->setEnabled(false);
    m_mark->setEnabled(false);
    m_hold->setEnabled(m_hold->isChecked()); // to go on
}

void LiveView::setHeld(bool held)
{
    m_tracks->setHeld(held);
    m_hold->setChecked(held);
    m_hold->setText(holdTexts()[held ? 1 : 0]);
}

void LiveView::setRecording(bool recording)
{
    m_record->setChecked(recording);
    m_record->setText(recordTexts()[recording ? 1 : 0]);
    m_recordingNote->setVisible(recording);
}

void LiveView::setStatus(const QStringList& parts)
{
    m_status->setText(parts.join(QStringLiteral("     ")));
}

/// A button is as wide as the longest text that it takes, so that none moves when its neighbour's changes.
void LiveView::keepPlaces()
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold); // as one that is on is drawn
    const QFontMetrics wide(bold);
    const auto hold = [&wide](QPushButton& button, const QStringList& texts) {
        const QString now = button.text();
        int widest = 0;
        for (const QString& text : texts) {
            button.setText(text);
            const int more = wide.horizontalAdvance(text) - button.fontMetrics().horizontalAdvance(text);
            widest = std::max(widest, button.sizeHint().width() + std::max(0, more));
        }
        button.setText(now);
        button.setMinimumWidth(widest);
    };
    hold(*m_record, recordTexts());
    hold(*m_hold, holdTexts());
}

void LiveView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    keepPlaces(); // with the style and the font that it is shown in
}

/// Single keys are this view's own as long as it is shown: those of the window's commands act on what lies
/// below.
bool LiveView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (!(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
            && key->key() != Qt::Key_F1) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void LiveView::keyPressEvent(QKeyEvent* event)
{
    using Wish = void (LiveView::*)();
    const std::array<std::tuple<int, const QPushButton*, Wish>, 4> wishes{
        {{Qt::Key_R, m_record, &LiveView::recordWished},
         {Qt::Key_Space, m_hold, &LiveView::holdWished},
         {Qt::Key_M, m_mark, &LiveView::markWished},
         {Qt::Key_K, m_keep, &LiveView::keepWished}}};
    if (event->key() == Qt::Key_Escape) {
        emit leaveWished();
        return;
    }
    if (event->isAutoRepeat() || !m_isRunning || (event->modifiers() & ~Qt::ShiftModifier))
        return;
    for (const auto& [key, button, wish] : wishes) {
        if (event->key() == key && button->isEnabled())
            emit(this->*wish)();
    }
}

/// A quarter for the panel, a little more than half of the rest for the picture; once, when the size is
/// known.
void LiveView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_isDivided || width() < m_panel->minimumWidth())
        return;
    m_isDivided = isVisible();
    m_columns->setSizes({width() * 3 / 4, width() / 4});
    m_rows->setSizes({height() * 53 / 100, height() * 47 / 100});
}

void LiveView::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), themeOf(palette()).panel);
}

}
