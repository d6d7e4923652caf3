#include "app/conversation/recording_time_dialog.h"

#include "app/conversation/conversation_cameras.h"
#include "app/document/document.h"
#include "app/playback/player.h"
#include "app/tasks/tasks.h"
#include "engine/conversation_sources/channel_levels.h"
#include "engine/core/error.h"
#include "engine/synchrony/recording_offset.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/number_box.h"
#include "widgets/base/person_look.h"
#include "widgets/conversation/offset_view.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <utility>

namespace app {

namespace {

constexpr double kMostOffset = 86400.0; // seconds
constexpr double kMostDrift = 10000.0; // ppm
constexpr double kViewCentre = 10.0; // seconds of the recording in sight, where its beginning is shown

/// Numbers of drags, apart from those of other dialogs, which count upwards from 0.
int nextGesture()
{
    static int next = 1 << 20;
    return ++next;
}

}

RecordingTimeDialog::RecordingTimeDialog(const Parts& parts, QWidget* parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_who(new QComboBox(this))
    , m_offset(new widgets::NumberBox(this))
    , m_drift(new widgets::NumberBox(this))
    , m_find(new QPushButton(tr("&Find by the sound"), this))
    , m_said(new QLabel(this))
    , m_view(new widgets::OffsetView(this))
    , m_listening(parts.tasks)
    , m_finding(parts.tasks)
{
    widgets::setGuidePage(*this, "conversations");
    setObjectName(QStringLiteral("recordingTimeDialog"));
    setWindowTitle(tr("Offset and drift"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_who->setObjectName(QStringLiteral("whoseRecording"));
    m_offset->setObjectName(QStringLiteral("recordingOffset"));
    m_drift->setObjectName(QStringLiteral("recordingDrift"));
    m_find->setObjectName(QStringLiteral("findBySound"));
    m_said->setObjectName(QStringLiteral("foundBySound"));
    m_said->setWordWrap(true);
    m_offset->setRange(-kMostOffset, kMostOffset);
    m_offset->setDecimals(3);
    m_offset->setSingleStep(0.01);
    m_offset->setSuffix(tr(" s"));
    m_offset->setKeyboardTracking(false);
    m_drift->setRange(-kMostDrift, kMostDrift);
    m_drift->setDecimals(1);
    m_drift->setSuffix(tr(" ppm"));
    m_drift->setKeyboardTracking(false);
    m_find->setAutoDefault(false);

    auto* help = new QLabel(tr("Where the recording begins on the conversation's time axis, and how many "
                               "millionths slower it runs. Where one microphone hears the other's voice, "
                               "both can be found."),
                            this);
    help->setWordWrap(true);
    help->setForegroundRole(QPalette::PlaceholderText);
    auto* form = new QFormLayout;
    form->addRow(tr("&Recording of"), m_who);
    form->addRow(tr("&Begins at"), m_offset);
    form->addRow(tr("&Drift"), m_drift);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* column = new QVBoxLayout(this);
    const int line = fontMetrics().height();
    column->setContentsMargins(line, line, line, line);
    column->setSpacing(line * 2 / 3);
    column->addWidget(help);
    column->addLayout(form);
    column->addWidget(m_view, 1);
    column->addWidget(m_find, 0, Qt::AlignLeft);
    column->addWidget(m_said);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 80, line * 36);

    connect(m_who, &QComboBox::activated, this, [this] {
        showTime();
        listen();
    });
    const auto type = [this] {
        m_gesture = 0;
        set(m_offset->value(), m_drift->value());
    };
    connect(m_offset, &QDoubleSpinBox::valueChanged, this, type);
    connect(m_drift, &QDoubleSpinBox::valueChanged, this, type);
    connect(m_view, &widgets::OffsetView::dragged, this, [this](double offset) {
        const auto& data = m_parts.conversation.data();
        if (!data)
            return;
        if (m_gesture == 0)
            m_gesture = nextGesture();
        set(data->time.toConversation(offset), m_drift->value());
    });
    connect(m_view, &widgets::OffsetView::released, this, [this] { m_gesture = 0; });
    connect(m_find, &QPushButton::clicked, this, &RecordingTimeDialog::find);
    connect(&parts.conversation, &ConversationInSight::changed, this, &RecordingTimeDialog::showConversation);
    showConversation();
}

std::optional<std::size_t> RecordingTimeDialog::other() const
{
    return m_who->currentIndex() < 0 ? std::nullopt
                                     : std::optional<std::size_t>(m_who->currentData().toULongLong());
}

/// Closes where the conversation is gone.
void RecordingTimeDialog::showConversation()
{
    const auto& data = m_parts.conversation.data();
    if (!data)
        return; // it is being read anew
    if (!data->hand || data->people.size() < 2) {
        close();
        return;
    }
    const auto before = other();
    m_who->clear();
    for (std::size_t i = 0; i < data->people.size(); ++i) {
        if (i != *data->hand)
            m_who->addItem(data->nameOf(i), static_cast<qulonglong>(i));
    }
    if (before)
        m_who->setCurrentIndex(std::max(0, m_who->findData(static_cast<qulonglong>(*before))));
    showTime();
    if (!m_levels || before != other())
        listen();
}

void RecordingTimeDialog::showTime()
{
    const auto& data = m_parts.conversation.data();
    const auto person = other();
    if (!data || !person || *person >= data->people.size())
        return;
    showMoment(data->conversation.participants[*person].time);
}

void RecordingTimeDialog::showMoment(const engine::RecordingTime& time)
{
    const auto& data = m_parts.conversation.data();
    const QSignalBlocker offset(m_offset), drift(m_drift);
    m_offset->setValue(time.offset);
    m_drift->setValue(time.driftPpm);
    if (data)
        m_view->setTime(data->time.of(time.offset), time.driftPpm - data->time.own.driftPpm);
}

void RecordingTimeDialog::set(double offset, double driftPpm)
{
    if (const auto person = other())
        m_parts.cameras.setTime(*person, {offset, driftPpm}, m_gesture);
    showMoment({offset, driftPpm}); // the conversation is read again a little later
}

/// Reads how loud both recordings are.
void RecordingTimeDialog::listen()
{
    const auto& data = m_parts.conversation.data();
    const auto person = other();
    m_levels.reset();
    if (!data || !person)
        return;
    const auto fileOf = [&](std::size_t who) {
        const auto* media = m_parts.document.dataset().mediaOf(
            data->conversation.entryOf(data->conversation.participants[who]));
        return media ? std::optional(std::filesystem::path(media->file)) : std::nullopt;
    };
    const auto first = fileOf(*data->hand), second = fileOf(*person);
    m_find->setEnabled(false);
    if (!first || !second || *first == *second) {
        m_view->setMessage(tr("Both need a recording of their own."));
        return;
    }
    m_view->setMessage(tr("Listening…"));
    m_listening.start(
        tr("Listening to two recordings"),
        [first = *first, second = *second](const engine::RunContext& run) {
            return std::make_shared<const Levels>(engine::channelLevels(first, 1, run).front(),
                                                  engine::channelLevels(second, 1, run).front());
        },
        [this, data, person = *person](const Outcome<std::shared_ptr<const Levels>>& outcome) {
            if (const auto* failure = std::get_if<Failed>(&outcome)) {
                m_view->setMessage(failure->sentence);
                return;
            }
            if (!std::holds_alternative<std::shared_ptr<const Levels>>(outcome))
                return;
            m_levels = std::get<std::shared_ptr<const Levels>>(outcome);
            m_view->setSounds(
                {data->nameOf(*data->hand), widgets::usualPersonColour(*data->hand), m_levels->first},
                {data->nameOf(person), widgets::usualPersonColour(person), m_levels->second});
            m_view->setCentre(std::max(kViewCentre, m_parts.player.position()));
            m_view->setMessage({});
            m_find->setEnabled(true);
            showTime();
        });
}

void RecordingTimeDialog::find()
{
    if (!m_levels)
        return;
    m_find->setEnabled(false);
    m_said->setText(tr("Comparing the sound…"));
    m_finding.start(
        tr("Comparing two recordings"),
        [levels = m_levels](const engine::RunContext&) {
            return engine::recordingOffset(levels->first, levels->second);
        },
        [this](const Outcome<engine::RecordingOffset>& outcome) {
            m_find->setEnabled(true);
            if (const auto* failure = std::get_if<Failed>(&outcome)) {
                m_said->setText(failure->sentence);
                return;
            }
            const auto* found = std::get_if<engine::RecordingOffset>(&outcome);
            const auto& data = m_parts.conversation.data();
            if (!found || !data)
                return;
            if (!found->isFound) {
                m_said->setText(
                    tr("Not found: neither microphone hears the other's voice (%1 deviations, 8 are "
                       "needed). Set the offset by hand.")
                        .arg(found->outstanding, 0, 'f', 1));
                return;
            }
            m_gesture = 0;
            const double stretch = 1.0 + data->time.own.driftPpm * 1e-6;
            set(data->time.toConversation(found->offset),
                ((1.0 + found->driftPpm * 1e-6) * stretch - 1.0) * 1e6);
            if (found->windows < engine::kWindowsOfADrift) {
                m_said->setText(tr("Found: %1 s. It stands out by %2 deviations (8 are needed). No drift was "
                                   "found: that needs six minutes in common.")
                                    .arg(found->offset, 0, 'f', 3)
                                    .arg(found->outstanding, 0, 'f', 0));
                return;
            }
            m_said->setText(tr("Found: %1 s, %2 ppm. It stands out by %3 deviations (8 are needed), in %n "
                               "window(s).",
                               nullptr, static_cast<int>(found->windows))
                                .arg(found->offset, 0, 'f', 3)
                                .arg(found->driftPpm, 0, 'f', 1)
                                .arg(found->outstanding, 0, 'f', 0));
        });
}

}
