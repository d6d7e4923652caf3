#include "app/training/experiment_page.h"

#include "widgets/base/form_kit.h"
#include "widgets/base/muted_label.h"
#include "widgets/base/scale_number.h"
#include "widgets/base/theme.h"
#include "widgets/training/curve_plot.h"
#include "widgets/training/difference_table.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace app {

namespace {

enum ExperimentColumn { TitleColumn, ModelColumn, SideAColumn, SideBColumn, ProgressColumn };

constexpr std::array<int, 2> kSideColours{1, 2}; // of tracks
constexpr int kDecimals = 3;

QString progressText(const ExperimentState& experiment)
{
    const auto seeds = static_cast<int>(experiment.seeds.size());
    const auto turn = static_cast<int>(experiment.seedInTurn().value_or(experiment.seeds.size()));
    switch (experiment.state()) {
    case ExperimentState::State::Running:
        return ExperimentPage::tr("running: seed %1 of %2").arg(turn + 1).arg(seeds);
    case ExperimentState::State::Waiting:
        return ExperimentPage::tr("%1 of %2 seeds are trained").arg(turn).arg(seeds);
    case ExperimentState::State::Halted:
        return ExperimentPage::tr("broken off at seed %1 of %2").arg(std::min(turn + 1, seeds)).arg(seeds);
    case ExperimentState::State::Trained:
        return ExperimentPage::tr("trained; is being compared");
    case ExperimentState::State::Done:
        break;
    }
    return ExperimentPage::tr("done: %n seed(s)", nullptr, seeds);
}

QString runText(const RunFolderState& run, const QString& name)
{
    using enum RunFolderState::State;
    switch (run.state) {
    case Running:
        return run.epoch == 0
            ? ExperimentPage::tr("%1 reads the data").arg(name)
            : ExperimentPage::tr("%1: epoch %2 of %3 at most").arg(name).arg(run.epoch).arg(run.epochs);
    case Done:
        return ExperimentPage::tr("%1: done after %n epoch(s)", nullptr, static_cast<int>(run.epoch))
            .arg(name);
    case Stopped:
        return ExperimentPage::tr("%1: stopped after %n epoch(s)", nullptr, static_cast<int>(run.epoch))
            .arg(name);
    case Prepared:
    case Broken:
        break;
    }
    return ExperimentPage::tr("%1 broke off. %2").arg(name, run.problem);
}

/// What the pair in turn does.
QString pairText(const ExperimentState& experiment)
{
    const std::optional<std::size_t> turn = experiment.seedInTurn();
    if (!turn)
        return {};
    QStringList parts;
    for (std::size_t side = 0; side < 2; ++side) {
        if (const auto& run = experiment.runs[*turn][side])
            parts << runText(*run, side == 0 ? QStringLiteral("A") : QStringLiteral("B"));
    }
    return parts.join(QStringLiteral(" · "));
}

}

QString verdictOf(const std::vector<widgets::FigureDifference>& figures)
{
    if (figures.empty())
        return {};
    const widgets::FigureDifference& figure = figures.front();
    const std::optional<engine::Interval> gained = figure.gainInterval();
    if (!figure.gain() || !gained)
        return ExperimentPage::tr("Nothing can be told: there are too few videos in the test fold.");
    const auto number = [](double value) { return widgets::shownNumber(value, kDecimals, 'f'); };
    if (*figure.difference == 0.0 && gained->start == 0.0 && gained->end == 0.0)
        return ExperimentPage::tr(
            "A and B gave the same: what differs between them changes nothing on these data.");
    const std::optional<int> better = figure.better();
    if (!better)
        return ExperimentPage::tr("%n seed(s) cannot tell A from B: B − A is %1 %2 (%3 … %4).", nullptr,
                                  static_cast<int>(figure.seeds))
            .arg(widgets::signedNumber(*figure.difference, kDecimals), figure.figure,
                 widgets::signedNumber(figure.interval->start, kDecimals),
                 widgets::signedNumber(figure.interval->end, kDecimals));
    const bool isSecond = *better == 1;
    const double low = isSecond ? gained->start : -gained->end;
    const double high = isSecond ? gained->end : -gained->start;
    return ExperimentPage::tr("%1 is better by %2 %3 (%4 … %5).")
        .arg(isSecond ? QStringLiteral("B") : QStringLiteral("A"), number(std::abs(*figure.gain())),
             figure.figure, number(low), number(high));
}

ExperimentPage::ExperimentPage(QWidget* parent)
    : QWidget(parent)
    , m_list(new QTreeWidget(this))
    , m_headline(new QLabel(this))
    , m_sides(new QLabel(this))
    , m_output(new QComboBox(this))
    , m_figures(new widgets::DifferenceTable(this))
    , m_plot(new widgets::CurvePlot(this))
    , m_detail(widgets::mutedLabel(QStringLiteral("experimentDetail"), this))
    , m_stop(widgets::quietButton("stopExperiment", tr("&Stop"), this))
    , m_goOn(widgets::quietButton("goOnExperiment", tr("&Go on"), this))
    , m_use(widgets::primaryButton("useExperiment", tr("&Use B"), this))
{
    const int line = fontMetrics().height();
    m_list->setObjectName(QStringLiteral("experimentList"));
    m_list->setAccessibleName(tr("Comparisons"));
    m_list->setHeaderLabels(
        {tr("Comparison"), tr("Model"), QStringLiteral("A"), QStringLiteral("B"), tr("State")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(true);
    m_list->setMinimumHeight(line * 6);
    m_headline->setObjectName(QStringLiteral("experimentVerdict"));
    m_headline->setWordWrap(true);
    m_headline->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont large = m_headline->font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    large.setBold(true);
    m_headline->setFont(large);
    m_output->setObjectName(QStringLiteral("experimentOutput"));
    m_output->setAccessibleName(tr("The output whose figures are shown"));
    m_sides->setObjectName(QStringLiteral("experimentSides"));
    m_sides->setForegroundRole(QPalette::PlaceholderText);
    m_sides->setTextFormat(Qt::RichText); // with the colours of the curves
    m_sides->setWordWrap(true);
    m_plot->setObjectName(QStringLiteral("experimentCurves"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_detail, 1);
    buttons->addWidget(m_stop);
    buttons->addWidget(m_goOn);
    buttons->addWidget(m_use);
    m_use->setToolTip(tr("The model of B's first seed predicts in the window from now on."));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, line / 2, 0, 0);
    column->addWidget(m_list, 2);
    column->addSpacing(line / 2);
    auto* told = new QHBoxLayout;
    told->addWidget(m_headline, 1);
    told->addWidget(m_output, 0, Qt::AlignTop);
    column->addLayout(told);
    column->addWidget(m_sides);
    column->addWidget(m_figures);
    column->addWidget(m_plot, 3);
    column->addLayout(buttons);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ExperimentPage::showChosen);
    connect(m_output, &QComboBox::activated, this, &ExperimentPage::showChosen);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (const ExperimentState* const experiment = chosen())
            emit stopWished(ExperimentState(*experiment)); // what follows may bring others
    });
    connect(m_goOn, &QPushButton::clicked, this, [this] {
        if (const ExperimentState* const experiment = chosen())
            emit goOnWished(QString(experiment->folder));
    });
    connect(m_use, &QPushButton::clicked, this, [this] {
        if (const RunFolderState* const run = usable())
            emit modelWished(QString(run->modelFile), QString(run->model));
    });
    showChosen();
}

/// The first run of B, when it is done; else null.
const RunFolderState* ExperimentPage::usable() const
{
    const ExperimentState* const experiment = chosen();
    if (!experiment || experiment->runs.empty())
        return nullptr;
    const auto& run = experiment->runs.front()[1];
    return run && run->state == RunFolderState::State::Done ? &*run : nullptr;
}

void ExperimentPage::setExperiments(const std::vector<ExperimentState>& experiments)
{
    const ExperimentState* const before = chosen();
    QString wanted = before ? before->folder : QString();
    m_experiments = experiments;
    if (!m_wanted.isEmpty()
        && std::ranges::find(m_experiments, m_wanted, &ExperimentState::folder) != m_experiments.end())
        wanted = std::exchange(m_wanted, {});
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const ExperimentState& experiment : m_experiments) {
        auto* row = new QTreeWidgetItem(m_list);
        row->setText(TitleColumn, experiment.name);
        row->setText(ModelColumn, experiment.model);
        row->setText(SideAColumn, experiment.sides[0]);
        row->setText(SideBColumn, experiment.sides[1]);
        row->setText(ProgressColumn,
                     experiment.problem.isEmpty() ? progressText(experiment) : experiment.problem);
        if (experiment.folder == wanted)
            m_list->setCurrentItem(row);
    }
    if (!m_list->currentItem() && m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
    for (const int column : {TitleColumn, ModelColumn, SideAColumn, SideBColumn})
        m_list->resizeColumnToContents(column);
    showChosen();
}

void ExperimentPage::select(const QString& folder)
{
    m_wanted = folder;
    setExperiments(std::vector<ExperimentState>(m_experiments));
}

void ExperimentPage::setProblem(const QString& folder, const QString& text)
{
    if (text.isEmpty())
        m_problems.erase(folder);
    else
        m_problems[folder] = text;
    showChosen();
}

const ExperimentState* ExperimentPage::chosen() const
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    return row >= 0 && static_cast<std::size_t>(row) < m_experiments.size()
        ? &m_experiments[static_cast<std::size_t>(row)]
        : nullptr;
}

void ExperimentPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showChosen(); // in the colours of the other theme
}

void ExperimentPage::showCurves(const ExperimentState& experiment)
{
    std::vector<widgets::TrainingCurve> curves;
    for (std::size_t seed = 0; seed < experiment.runs.size(); ++seed) {
        for (std::size_t side = 0; side < 2; ++side) {
            const auto& run = experiment.runs[seed][side];
            if (!run || run->curve.validation.empty())
                continue;
            curves.push_back(run->curve);
            curves.back().colour = kSideColours[side];
            curves.back().name = tr("%1, seed %2")
                                     .arg(side == 0 ? QStringLiteral("A") : QStringLiteral("B"))
                                     .arg(experiment.seeds[seed]);
        }
    }
    m_plot->setCurves(std::move(curves));
}

void ExperimentPage::showResult(const ExperimentResult& result)
{
    QStringList names;
    for (const ExperimentResult::Output& output : result.outputs)
        names << (output.name == QLatin1String("all") ? tr("all outputs") : output.name);
    const int kept = std::max(0, static_cast<int>(names.indexOf(m_output->currentText())));
    m_output->clear();
    m_output->addItems(names);
    m_output->setCurrentIndex(kept);
    m_output->setVisible(names.size() > 1);
    const auto& figures = result.outputs[static_cast<std::size_t>(kept)].figures;
    m_headline->setText(verdictOf(figures));
    m_figures->setFigures(figures);
    m_sides->setText(m_sides->text() + QStringLiteral(" · ")
                     + tr("%n segment(s)", nullptr, static_cast<int>(result.segments)) + QStringLiteral(", ")
                     + tr("%n video(s)", nullptr, static_cast<int>(result.videos)));
}

void ExperimentPage::showChosen()
{
    const ExperimentState* const experiment = chosen();
    m_plot->setEmptyText(m_experiments.empty() ? tr("There are no comparisons in this folder yet.")
                                               : tr("No epoch is over yet."));
    m_figures->setVisible(experiment && experiment->result);
    m_output->setVisible(false);
    m_headline->setVisible(experiment && experiment->result);
    m_sides->setVisible(experiment != nullptr);
    const ExperimentState::State state = experiment ? experiment->state() : ExperimentState::State::Done;
    m_stop->setEnabled(experiment && state == ExperimentState::State::Running);
    m_goOn->setEnabled(experiment
                       && (state == ExperimentState::State::Waiting || state == ExperimentState::State::Halted
                           || state == ExperimentState::State::Trained));
    m_use->setEnabled(usable() != nullptr);
    if (!experiment) {
        m_plot->setCurves({});
        m_detail->clear();
        return;
    }
    const auto side = [&](std::size_t place) {
        return QStringLiteral("<span style=\"color:%1\">■</span> %2")
            .arg(widgets::themeOf(palette()).trackColour(kSideColours[place]).name(),
                 experiment->sides[place].toHtmlEscaped());
    };
    m_sides->setText(tr("A: %1 · B: %2").arg(side(0), side(1)));
    if (experiment->result)
        showResult(*experiment->result);
    showCurves(*experiment);
    const auto problem = m_problems.find(experiment->folder);
    m_detail->setText(problem != m_problems.end() ? problem->second
                          : experiment->result    ? experiment->folder
                                                  : pairText(*experiment));
}

}
