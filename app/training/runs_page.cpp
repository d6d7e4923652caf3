#include "app/training/runs_page.h"

#include "app/files/file_questions.h"
#include "app/training/run_figures.h"
#include "app/training/run_text.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/theme.h"

#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPixmap>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace app {

namespace {

enum RunColumn { Name, Model, State, Best, Of, Segments, FirstFigure };

QPushButton* runButton(const char* name, const QString& text, QWidget* parent)
{
    auto* button = widgets::quietButton(name, text, parent);
    button->setEnabled(false);
    return button;
}

/// A square of the curve's colour before the run's name.
QIcon colourChip(const QColor& colour, int side)
{
    QPixmap picture(side, side);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(1, 1, side - 2, side - 2), 3, 3);
    return picture;
}

}

RunsPage::RunsPage(QWidget* parent)
    : QWidget(parent)
    , m_folder(new QLabel(this))
    , m_table(new QTreeWidget(this))
    , m_plots(new QStackedWidget(this))
    , m_plot(new widgets::CurvePlot(this))
    , m_dynamics(new widgets::DynamicsPlot(this))
    , m_shown(new QComboBox(this))
    , m_detail(new QLabel(this))
    , m_stop(runButton("stopRun", tr("&Stop"), this))
    , m_goOn(runButton("goOnRun", tr("&Go on"), this))
    , m_reproduce(runButton("reproduceRun", tr("&Reproduce"), this))
    , m_suspects(runButton("suspectsOfRun", tr("Suspicious &labels…"), this))
    , m_again(runButton("trainAgain", tr("Train a&gain"), this))
    , m_use(widgets::primaryButton("useRun", tr("&Use this model"), this))
    , m_closing(new QComboBox(this))
{
    const int line = fontMetrics().height();
    m_folder->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_folder->setForegroundRole(QPalette::PlaceholderText);
    m_folder->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* other = widgets::quietButton("chooseRuns", tr("Other &folder…"), this);
    auto* head = new QHBoxLayout;
    head->addWidget(m_folder, 1);
    head->addWidget(other);
    QStringList titles{tr("Run"), tr("Model"), tr("State"), tr("Best epoch"), tr("Figures of"), tr("n")};
    for (const RunFigure& figure : runFigures({}))
        titles << figure.title;
    m_table->setObjectName(QStringLiteral("runsTable"));
    m_table->setAccessibleName(tr("Runs"));
    m_table->setHeaderLabels(titles);
    for (int column = Best; column < titles.size(); ++column)
        m_table->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    for (int column = FirstFigure; column < titles.size(); ++column)
        m_table->headerItem()->setToolTip(column,
                                          tr("On the held-out fold, of the label that is named before: of "
                                             "sentiment where the model predicts "
                                             "it, otherwise of all its labels together"));
    m_table->headerItem()->setToolTip(Segments, tr("How many held-out segments the figures are of"));
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->header()->setSectionResizeMode(State, QHeaderView::Stretch);
    m_table->setToolTip(tr("Several runs are selected with Ctrl; their curves lie over each other. Figures "
                           "are those of the test fold."));
    m_plot->setObjectName(QStringLiteral("runCurves"));
    m_shown->setObjectName(QStringLiteral("runCurvesShown"));
    m_shown->setAccessibleName(tr("What the curves show"));
    m_shown->addItem(tr("Losses (dashed: learnt from, solid: validation)"));
    m_shown->addItem(tr("The figure that decides which epoch is best"));
    m_shown->addItem(tr("The segments that were learnt from: what is easy, ambiguous, hard"));
    m_dynamics->setObjectName(QStringLiteral("runDynamics"));
    m_dynamics->setToolTip(tr("A click plays the segment."));
    m_plots->addWidget(m_plot);
    m_plots->addWidget(m_dynamics);
    m_detail->setObjectName(QStringLiteral("runDetail"));
    m_detail->setWordWrap(true);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_detail->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* curves = new QWidget(this);
    auto* curveColumn = new QVBoxLayout(curves);
    curveColumn->setContentsMargins(0, line / 2, 0, 0);
    curveColumn->addWidget(m_shown, 0, Qt::AlignLeft);
    curveColumn->addWidget(m_plots, 1);
    auto* halves = new QSplitter(Qt::Vertical, this);
    halves->setChildrenCollapsible(false);
    halves->addWidget(m_table);
    halves->addWidget(curves);
    halves->setStretchFactor(0, 2);
    halves->setStretchFactor(1, 3);
    m_closing->setObjectName(QStringLiteral("runsAtClosing"));
    m_closing->setAccessibleName(tr("When the window closes"));
    m_closing->addItem(tr("When the window closes: ask"), QStringLiteral("ask"));
    m_closing->addItem(tr("When the window closes: runs go on"), QStringLiteral("goOn"));
    m_closing->addItem(tr("When the window closes: runs stop"), QStringLiteral("stop"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_closing);
    buttons->addStretch(1);
    m_suspects->setToolTip(tr("Looks for labels that models which have not seen their video do not believe"));
    m_again->setToolTip(tr("Learns the same with the labels as they are now, three seeds each, and says what "
                           "their changes brought"));
    for (QPushButton* button : {m_stop, m_goOn, m_reproduce, m_suspects, m_again, m_use})
        buttons->addWidget(button);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, line / 2, 0, 0);
    column->addLayout(head);
    column->addWidget(halves, 1);
    column->addWidget(m_detail);
    column->addLayout(buttons);
    connect(other, &QPushButton::clicked, this, [this] {
        const QString folder = askForFolder(this, {"runs", tr("A folder of runs")});
        if (!folder.isEmpty())
            emit folderWished(folder);
    });
    connect(m_table, &QTreeWidget::itemSelectionChanged, this, &RunsPage::showSelected);
    connect(m_shown, &QComboBox::activated, this, [this](int index) {
        m_plot->setShown(index == 0 ? widgets::CurvePlot::Show::Losses : widgets::CurvePlot::Show::Watched);
        m_plots->setCurrentIndex(index == 2 ? 1 : 0);
        showDynamics();
    });
    const auto bind = [this](QPushButton* button, auto wish) {
        connect(button, &QPushButton::clicked, this, [this, wish] {
            if (const RunFolderState* const run = only()) {
                const RunFolderState copy = *run; // what follows may bring other runs
                emit(this->*wish)(copy);
            }
        });
    };
    connect(m_stop, &QPushButton::clicked, this, [this] {
        const RunFolderState* const run = only();
        if (!run)
            return;
        const RunFolderState copy = *run; // what follows may bring other runs
        if (m_stopping.insert(copy.folder).second)
            emit stopWished(copy);
        else
            emit killWished(copy);
        setRuns(std::vector(m_runs));
    });
    bind(m_goOn, &RunsPage::goOnWished);
    bind(m_reproduce, &RunsPage::reproduceWished);
    bind(m_again, &RunsPage::againWished);
    connect(m_suspects, &QPushButton::clicked, this, &RunsPage::suspectsWished);
    connect(m_use, &QPushButton::clicked, this, [this] {
        if (const RunFolderState* const run = only())
            emit modelWished(QString(run->modelFile), QString(run->model));
    });
    connect(m_dynamics, &widgets::DynamicsPlot::chosen, this, &RunsPage::segmentWished);
    connect(m_closing, &QComboBox::activated, this,
            [this] { emit closingChosen(m_closing->currentData().toString()); });
    showSelected();
}

void RunsPage::setClosing(const QString& choice)
{
    m_closing->setCurrentIndex(std::max(0, m_closing->findData(choice)));
}

void RunsPage::setFolder(const QString& folder)
{
    m_folder->setText(tr("Runs in %1").arg(folder));
    m_folder->setToolTip(folder);
}

void RunsPage::setRuns(const std::vector<RunFolderState>& runs)
{
    QStringList chosen;
    for (const QTreeWidgetItem* item : m_table->selectedItems())
        chosen << item->data(Name, Qt::UserRole).toString();
    m_runs = runs;
    std::erase_if(m_stopping, [this](const QString& folder) {
        const auto run = std::ranges::find(m_runs, folder, &RunFolderState::folder);
        return run == m_runs.end() || run->state != RunFolderState::State::Running;
    });
    if (!m_wanted.isEmpty() && std::ranges::find(m_runs, m_wanted, &RunFolderState::folder) != m_runs.end()) {
        chosen = {m_wanted};
        m_wanted.clear();
    }
    const QSignalBlocker quiet(m_table);
    while (m_table->topLevelItemCount() > static_cast<int>(m_runs.size()))
        delete m_table->takeTopLevelItem(m_table->topLevelItemCount() - 1);
    while (m_table->topLevelItemCount() < static_cast<int>(m_runs.size()))
        m_table->addTopLevelItem(new QTreeWidgetItem);
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        const RunFolderState& run = m_runs[i];
        QTreeWidgetItem& item = *m_table->topLevelItem(static_cast<int>(i));
        item.setData(Name, Qt::UserRole, run.folder);
        item.setText(Name, run.name);
        item.setToolTip(Name, run.folder);
        item.setText(Model, run.model);
        item.setText(State, runStateText(run, m_stopping.contains(run.folder)));
        item.setText(Best, run.curve.best == 0 ? QStringLiteral("–") : QString::number(run.curve.best));
        int place = FirstFigure;
        for (const RunFigure& figure : runFigures(run)) {
            item.setText(place, figure.text);
            item.setToolTip(place, figure.tip);
            item.setTextAlignment(place++, Qt::AlignRight | Qt::AlignVCenter);
        }
        const std::size_t tested = testedSegments(run);
        item.setText(Segments, tested == 0 ? QStringLiteral("–") : QString::number(tested));
        item.setTextAlignment(Segments, Qt::AlignRight | Qt::AlignVCenter);
        item.setText(Of,
                     !run.hadTest              ? tr("no test")
                         : run.figures.empty() ? QString()
                         : run.areOfAll        ? tr("all labels")
                                               : run.figuresOf);
        item.setTextAlignment(Best, Qt::AlignRight | Qt::AlignVCenter);
        item.setToolTip(State, run.problem);
        item.setSelected(chosen.contains(run.folder));
    }
    if (m_table->selectedItems().isEmpty() && m_table->topLevelItemCount() > 0 && chosen.isEmpty())
        m_table->topLevelItem(0)->setSelected(true);
    showSelected();
}

void RunsPage::select(const QString& folder)
{
    m_wanted = folder;
    setRuns(std::vector<RunFolderState>(m_runs));
}

void RunsPage::setVerdict(const QString& folder, const QString& text)
{
    if (text.isEmpty())
        m_verdicts.erase(folder);
    else
        m_verdicts[folder] = text;
    showSelected();
}

void RunsPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showSelected(); // in the colours of the other theme
}

std::vector<const RunFolderState*> RunsPage::selected() const
{
    std::vector<const RunFolderState*> runs;
    for (int i = 0; i < m_table->topLevelItemCount(); ++i) {
        if (m_table->topLevelItem(i)->isSelected() && static_cast<std::size_t>(i) < m_runs.size())
            runs.push_back(&m_runs[static_cast<std::size_t>(i)]);
    }
    return runs;
}

const RunFolderState* RunsPage::only() const
{
    const std::vector<const RunFolderState*> runs = selected();
    return runs.size() == 1 ? runs.front() : nullptr;
}

QString RunsPage::detailOf(const RunFolderState& run) const
{
    if (const auto verdict = m_verdicts.find(run.folder); verdict != m_verdicts.end())
        return verdict->second;
    if (run.state == RunFolderState::State::Running && m_stopping.contains(run.folder))
        return tr(
            "It ends after its batch. Where it does not, Stop ends it at once; what it learnt up to its last "
            "epoch is kept.");
    if (run.state == RunFolderState::State::Running && run.silentMinutes > 0)
        return tr(
            "It writes nothing for far longer than its epochs took: it hangs, or waits for a disk. Stop ends "
            "it, and Go on takes it up at its last epoch.");
    if (run.state == RunFolderState::State::Broken)
        return run.canGoOn ? tr("%1 What was learnt up to its last epoch is kept.").arg(run.problem)
                           : run.problem;
    if (run.state == RunFolderState::State::Stopped)
        return tr("It can go on where it was stopped, or be used as it is: the weights of its best epoch are "
                  "a model.");
    if (run.state == RunFolderState::State::Prepared)
        return tr("Its command was copied, and nobody has given it yet: polylogue-models train %1")
            .arg(QDir(run.folder).filePath(QLatin1String(kRunConfiguration)));
    if (!run.hadTest)
        return tr("It had no test: how good it is on videos that it has not seen, nothing tells.");
    const QString sure = sureness(run);
    return sure.isEmpty() ? run.folder : sure;
}

/// Asks for what is to be drawn, once per run and epoch.
void RunsPage::showDynamics()
{
    if (m_plots->currentIndex() != 1)
        return;
    const RunFolderState* const run = only();
    const std::pair<QString, std::size_t> wanted
        = run && run->hasDynamics ? std::pair(run->folder, run->epoch) : std::pair(QString(), std::size_t(0));
    if (wanted == m_shownDynamics && !wanted.first.isEmpty())
        return;
    if (wanted.first != m_shownDynamics.first || wanted.first.isEmpty()) {
        m_dynamics->setSegments({});
        m_dynamics->setEmptyText(
            !run                   ? tr("Select one run.")
                : run->hasDynamics ? tr("The segments are being read…")
                                   : tr("Nothing was noted of this run's segments; train with --dynamics."));
    }
    m_shownDynamics = wanted;
    if (!wanted.first.isEmpty())
        emit dynamicsWished(wanted.first);
}

void RunsPage::setDynamics(const QString& folder, std::vector<widgets::SegmentDynamics> segments)
{
    if (folder == m_shownDynamics.first)
        m_dynamics->setSegments(std::move(segments));
}

void RunsPage::showSelected()
{
    const std::vector<const RunFolderState*> runs = selected();
    const widgets::Theme& theme = widgets::themeOf(palette());
    const int side = fontMetrics().height() * 2 / 3;
    std::vector<widgets::TrainingCurve> curves;
    for (int i = 0; i < m_table->topLevelItemCount(); ++i) {
        QTreeWidgetItem& item = *m_table->topLevelItem(i);
        if (!item.isSelected() || static_cast<std::size_t>(i) >= m_runs.size()) {
            item.setIcon(Name, QIcon());
            continue;
        }
        const int colour = static_cast<int>(curves.size()) % widgets::Theme::kTrackColours + 1;
        item.setIcon(Name, colourChip(theme.trackColour(colour), side));
        curves.push_back(m_runs[static_cast<std::size_t>(i)].curve);
        curves.back().colour = colour;
    }
    std::erase_if(curves, [](const widgets::TrainingCurve& curve) { return curve.validation.empty(); });
    m_plot->setEmptyText(m_runs.empty()     ? tr("There are no runs in this folder yet.")
                             : runs.empty() ? tr("Select a run to see its curves.")
                                            : tr("No epoch is over yet."));
    m_plot->setCurves(std::move(curves));
    const RunFolderState* const run = only();
    using State = RunFolderState::State;
    const bool isRunning = run && run->state == State::Running;
    m_stop->setEnabled(isRunning);
    m_goOn->setEnabled(run && !isRunning && run->canGoOn && run->state != State::Done);
    m_reproduce->setEnabled(run && run->state == State::Done && run->hasRecord);
    m_suspects->setEnabled(run && run->state == State::Done);
    m_again->setEnabled(run && run->state == State::Done && run->isOfDataset && run->hadTest);
    m_use->setEnabled(run && !run->modelFile.isEmpty());
    m_detail->setText(run ? detailOf(*run)
                          : runs.empty()
                          ? QString()
                          : tr("%n runs are selected.", nullptr, static_cast<int>(runs.size())));
    showDynamics();
    m_detail->setForegroundRole(run && run->state == State::Broken ? QPalette::BrightText
                                                                   : QPalette::PlaceholderText);
}

}
