#include "app/extraction/extract_progress_page.h"

#include "app/extraction/feature_choice.h"
#include "app/extraction/gathered_clips.h"
#include "app/extraction/steps_table.h"
#include "widgets/base/form_kit.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace app {

namespace {

constexpr int kBarSteps = 1000;

}

ExtractProgressPage::ExtractProgressPage(QWidget* parent)
    : QWidget(parent)
    , m_head(new QLabel(this))
    , m_left(new QLabel(this))
    , m_overall(new QProgressBar(this))
    , m_steps(new StepsTable(this))
    , m_stop(widgets::quietButton("stopExtraction", tr("&Stop"), this))
    , m_retry(widgets::quietButton("retryFailed", {}, this))
    , m_report(widgets::quietButton("copyReport", tr("Copy the &report"), this))
    , m_open(widgets::quietButton("openDataset", {}, this))
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setWeight(QFont::DemiBold);
    m_head->setFont(large);
    m_head->setObjectName(QStringLiteral("extractHead"));
    m_left->setForegroundRole(QPalette::PlaceholderText);
    m_left->setWordWrap(true);
    m_overall->setRange(0, kBarSteps);
    m_overall->setTextVisible(false);
    m_overall->setFixedHeight(6);
    m_overall->setAccessibleName(tr("Progress of all recordings"));
    const int line = fontMetrics().height();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(line, line, line, line);
    column->addWidget(m_head);
    column->addWidget(m_left);
    column->addWidget(m_overall);
    column->addWidget(m_steps, 1);
    column->addLayout(makeButtons());
}

QHBoxLayout* ExtractProgressPage::makeButtons()
{
    m_open->setProperty("primary", true);
    auto* background = widgets::quietButton("toBackground", tr("&Close"), this);
    background->setToolTip(tr("What runs goes on in the background"));
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_isOver)
            emit goOnWished();
        else
            emit stopWished();
    });
    connect(m_retry, &QPushButton::clicked, this, [this] { emit retryWished(m_steps->failed()); });
    connect(m_report, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_steps->report());
        emit reportCopied();
    });
    connect(background, &QPushButton::clicked, this, &ExtractProgressPage::closeWished);
    connect(m_open, &QPushButton::clicked, this, &ExtractProgressPage::openWished);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_stop);
    buttons->addWidget(m_retry);
    buttons->addStretch(1);
    buttons->addWidget(m_report);
    buttons->addWidget(background);
    buttons->addWidget(m_open);
    return buttons;
}

void ExtractProgressPage::begin(const StepsTable::Recordings& recordings,
                                const std::vector<engine::FeatureSet>& sets, bool isOfProject)
{
    m_clock.start();
    m_open->setText(isOfProject ? tr("Sh&ow them") : tr("&Open the dataset"));
    m_open->setEnabled(false);
    m_stop->setEnabled(true);
    m_stop->setText(tr("&Stop"));
    m_retry->hide();
    m_report->hide();
    m_head->setText(tr("Making sequences"));
    m_left->clear();
    m_clips = recordings.clips;
    m_steps->begin(recordings, sets);
    showState({});
}

void ExtractProgressPage::showState(const ExtractionState& told)
{
    const ExtractionState state = withGatheredClips(told, m_clips);
    m_steps->showState(state);
    m_overall->setValue(static_cast<int>(state.overall * kBarSteps));
    m_isOver = state.isOver;
    if (state.isOver) {
        showEnd(state);
        return;
    }
    m_left->setText(state.left ? tr("%1 left").arg(spanText(*state.left)) : QString());
}

void ExtractProgressPage::showEnd(const ExtractionState& state)
{
    const int all = m_steps->rowCount();
    const QString took = tr("It took %1.").arg(spanText(static_cast<double>(m_clock.elapsed()) / 1000.0));
    m_stop->setEnabled(state.wasStopped);
    if (state.wasStopped)
        m_stop->setText(tr("&Go on"));
    m_report->show();
    m_retry->setText(tr("&Retry the %n…", nullptr, state.failed()));
    m_retry->setVisible(state.failed() > 0 && !state.wasStopped);
    const bool hasDataset = state.problem.isEmpty() && !state.wasStopped;
    m_open->setEnabled(hasDataset);
    if (!state.problem.isEmpty()) {
        m_head->setText(tr("It could not be done"));
        m_left->setText(state.problem);
    } else if (state.wasStopped) {
        m_head->setText(tr("Stopped"));
        m_left->setText(tr("What is done is kept."));
    } else {
        m_head->setText(
            state.failed() > 0
                ? tr("%1 of %2 done, %3 failed").arg(all - state.failed()).arg(all).arg(state.failed())
                : tr("%n recording(s) done", nullptr, all));
        if (const int without = state.wordless(); without > 0)
            m_head->setText(tr("%1; %n without words", nullptr, without).arg(m_head->text()));
        if (!state.remarks.empty())
            m_head->setText(
                tr("%1; %n cut short", nullptr, static_cast<int>(state.remarks.size())).arg(m_head->text()));
        m_left->setText(took);
        m_open->setFocus();
        m_open->setDefault(true);
    }
    emit ended(m_head->text());
}

}
