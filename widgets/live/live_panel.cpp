#include "widgets/live/live_panel.h"

#include "widgets/base/elided_label.h"
#include "widgets/base/section_head.h"
#include "widgets/live/live_bars.h"
#include "widgets/predict/caution_banner.h"
#include "widgets/predict/modality_switch.h"
#include "widgets/predict/model_chooser.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace widgets {

namespace {

QLabel* mutedLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

}

LivePanel::LivePanel(QWidget* parent)
    : QWidget(parent)
    , m_chooser(new ModelChooser(this))
    , m_learnt(new ElidedLabel({}, this))
    , m_caution(new CautionBanner(this))
    , m_strongest(new QLabel(this))
    , m_about(new ElidedLabel({}, this))
    , m_age(new QLabel(this))
    , m_answers(sectionHead(tr("Emotions"), this))
    , m_means(mutedLabel(this))
    , m_bars(new LiveBars(this))
    , m_ranks(mutedLabel(this))
    , m_ageBar(new AgeBar(this))
    , m_target(new ElidedLabel({}, this))
    , m_notes(new QCheckBox(tr("&answers and marks, too"), this))
    , m_recorded(mutedLabel(this))
    , m_makeVideo(new QPushButton(tr("Make it a &video of the dataset…"), this))
    , m_session(mutedLabel(this))
{
    setObjectName(QStringLiteral("livePanel"));
    setAutoFillBackground(true);
    setMinimumWidth(330);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 12, 18, 10);
    column->setSpacing(7);
    column->addWidget(makeModel());
    column->addWidget(gap(), 1);
    column->addWidget(row(m_answers, m_means));
    column->addWidget(m_bars, 24);
    column->addWidget(gap(), 1);
    column->addWidget(sectionHead(tr("What it hears and sees"), this));
    column->addWidget(makeSwitches());
    column->addWidget(gap(), 1);
    column->addWidget(row(sectionHead(tr("Age of an answer"), this), m_ranks));
    column->addWidget(m_ageBar);
    column->addWidget(gap(), 1);
    column->addWidget(sectionHead(tr("Where it goes"), this));
    column->addWidget(makeTarget());
    column->addStretch(6);
    column->addWidget(makeFoot());
    setHeadline({}, {});
    setRecorded({}, {});
}

/// Above the head of a section, where there is room.
QWidget* LivePanel::gap()
{
    auto* empty = new QWidget(this);
    empty->setMaximumHeight(fontMetrics().height());
    empty->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    return empty;
}

QWidget* LivePanel::row(QLabel* left, QLabel* right)
{
    auto* both = new QWidget(this);
    auto* line = new QHBoxLayout(both);
    line->setContentsMargins(0, 4, 0, 0);
    line->addWidget(left);
    line->addStretch(1);
    line->addWidget(right);
    return both;
}

QWidget* LivePanel::makeModel()
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    m_chooser->setObjectName(QStringLiteral("liveModel"));
    m_learnt->setObjectName(QStringLiteral("learntFrom"));
    m_learnt->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_chooser);
    column->addWidget(m_learnt);
    connect(m_caution, &CautionBanner::helpWished, this, &LivePanel::helpWished);
    column->addWidget(m_caution);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    large.setBold(true);
    m_strongest->setFont(large);
    m_strongest->setObjectName(QStringLiteral("liveStrongest"));
    m_about->setForegroundRole(QPalette::PlaceholderText);
    m_about->setObjectName(QStringLiteral("liveAbout"));
    m_age->setObjectName(QStringLiteral("liveAge"));
    auto* line = new QHBoxLayout;
    line->addWidget(m_strongest);
    line->addWidget(m_about, 1);
    line->addWidget(m_age);
    column->addLayout(line);
    return box;
}

QWidget* LivePanel::makeSwitches()
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    for (std::size_t i = 0; i < m_switches.size(); ++i) {
        auto* button = new ModalitySwitch(engine::allModalities[i], box);
        button->setObjectName(QStringLiteral("live-%1").arg(
            QString::fromUtf8(engine::name(engine::allModalities[i]).data(),
                              static_cast<qsizetype>(engine::name(engine::allModalities[i]).size()))));
        connect(button, &QAbstractButton::toggled, this, [this] { emit modalitiesChosen(enabled()); });
        column->addWidget(button);
        m_switches[i] = button;
    }
    return box;
}

QWidget* LivePanel::makeTarget()
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto* line = new QHBoxLayout;
    auto* change = new QPushButton(tr("Change…"), box);
    change->setObjectName(QStringLiteral("liveTarget"));
    change->setFocusPolicy(Qt::TabFocus);
    connect(change, &QPushButton::clicked, this, &LivePanel::targetWished);
    line->addWidget(m_target, 1);
    line->addWidget(change);
    column->addLayout(line);
    m_notes->setObjectName(QStringLiteral("liveNotes"));
    m_notes->setChecked(true);
    m_notes->setFocusPolicy(Qt::TabFocus);
    m_notes->setToolTip(tr("Beside picture and sound: they become a track and a tier of the video"));
    connect(m_notes, &QCheckBox::toggled, this, &LivePanel::notesWished);
    column->addWidget(m_notes, 0, Qt::AlignLeft);
    m_recorded->setWordWrap(true);
    m_recorded->setObjectName(QStringLiteral("liveRecorded"));
    column->addWidget(m_recorded);
    m_makeVideo->setObjectName(QStringLiteral("liveMakeVideo"));
    m_makeVideo->setFocusPolicy(Qt::TabFocus);
    connect(m_makeVideo, &QPushButton::clicked, this, &LivePanel::videoWished);
    column->addWidget(m_makeVideo, 0, Qt::AlignLeft);
    return box;
}

QWidget* LivePanel::makeFoot()
{
    auto* foot = new QWidget(this);
    auto* line = new QHBoxLayout(foot);
    line->setContentsMargins(0, 0, 0, 0);
    auto* leave = new QPushButton(tr("Leave live  %1").arg(QStringLiteral("Esc")), foot);
    leave->setObjectName(QStringLiteral("liveLeave"));
    leave->setFocusPolicy(Qt::TabFocus);
    connect(leave, &QPushButton::clicked, this, &LivePanel::leaveWished);
    line->addWidget(leave);
    line->addStretch(1);
    line->addWidget(m_session);
    return foot;
}

void LivePanel::setLearntFrom(const QString& text)
{
    m_learnt->setText(text);
    m_learnt->setToolTip(text);
}

void LivePanel::setCaution(const QString& sentence, const QString& about)
{
    m_caution->setCaution(sentence, about);
}

void LivePanel::setOutputs(const std::vector<LiveOutput>& outputs)
{
    m_bars->setOutputs(outputs);
    m_answers->setText(haveOneScale(outputs) ? tr("Emotions") : tr("Answers"));
}

void LivePanel::setHeadline(const QString& strongest, const QString& about)
{
    m_strongest->setText(strongest.isEmpty() ? QStringLiteral("–") : strongest);
    m_about->setText(about);
}

void LivePanel::setNote(const QString& note)
{
    m_about->setText(note);
}

void LivePanel::setMeansNote(const QString& note)
{
    m_means->setText(note);
}

void LivePanel::setAge(const QString& now, const QString& ranks, std::vector<AgeBar::Part> parts)
{
    m_age->setText(now);
    m_age->setVisible(!now.isEmpty());
    m_ranks->setText(ranks);
    m_ageBar->setParts(std::move(parts));
}

void LivePanel::setTaken(const engine::EnabledModalities& taken)
{
    for (std::size_t i = 0; i < m_switches.size(); ++i) {
        m_switches[i]->setEnabled(taken[i]);
        m_switches[i]->setEffect(taken[i] ? QString() : tr("not taken"));
    }
}

void LivePanel::setEffect(engine::Modality modality, const QString& effect)
{
    ModalitySwitch& button = *m_switches[static_cast<std::size_t>(modality)];
    if (button.isEnabled())
        button.setEffect(effect);
}

engine::EnabledModalities LivePanel::enabled() const
{
    engine::EnabledModalities enabled{};
    for (std::size_t i = 0; i < m_switches.size(); ++i)
        enabled[i] = m_switches[i]->isChecked();
    return enabled;
}

void LivePanel::enableAll()
{
    for (ModalitySwitch* button : m_switches)
        button->setChecked(true);
}

void LivePanel::setTarget(const QString& path)
{
    m_target->setText(path);
    m_target->setToolTip(path);
}

void LivePanel::setRecorded(const QString& file, const QString& note)
{
    m_recorded->setText(
        note.isEmpty() ? tr("After Stop, the recording becomes a video of the dataset by one click.") : note);
    m_makeVideo->setVisible(!file.isEmpty());
}

void LivePanel::setSession(const QString& text)
{
    m_session->setText(text);
}

}
