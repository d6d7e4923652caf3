#include "widgets/live/live_sources.h"

#include "widgets/base/section_head.h"
#include "widgets/base/theme.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <functional>

namespace widgets {

LiveSources::LiveSources(QWidget* parent)
    : QWidget(parent)
    , m_problem(new QLabel(this))
    , m_noCamera(
          new QLabel(tr("There is no camera. A video can take its place: it plays as if it were one."), this))
    , m_list(new QVBoxLayout)
{
    setObjectName(QStringLiteral("liveSources"));
    setAccessibleName(tr("Sources of a live session"));
    auto* inner = new QWidget(this);
    inner->setMaximumWidth(560);
    auto* column = new QVBoxLayout(inner);
    column->setSpacing(10);
    auto* title = new QLabel(tr("Live"), inner);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 2.0);
    large.setBold(true);
    title->setFont(large);
    auto* sentence = new QLabel(tr("A model answers about the last seconds, twice a second. Nothing leaves "
                                   "this machine, and nothing is "
                                   "kept unless you record."),
                                inner);
    for (QLabel* label : {sentence, m_problem, m_noCamera})
        label->setWordWrap(true);
    m_noCamera->setObjectName(QStringLiteral("noCamera"));
    m_problem->setObjectName(QStringLiteral("liveProblem"));
    m_problem->setForegroundRole(QPalette::BrightText);
    m_problem->hide();
    sentence->setForegroundRole(QPalette::PlaceholderText);
    m_noCamera->setForegroundRole(QPalette::PlaceholderText);
    column->addStretch(1);
    column->addWidget(title);
    column->addWidget(sentence);
    column->addWidget(m_problem);
    column->addWidget(sectionHead(tr("Begin with"), inner));
    column->addWidget(m_noCamera);
    column->addLayout(m_list);
    column->addStretch(2);
    auto* row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addWidget(inner, 6);
    row->addStretch(1);
}

void LiveSources::setSources(const std::vector<Source>& cameras, const QString& video)
{
    while (QLayoutItem* item = m_list->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_noCamera->setVisible(cameras.empty());
    for (const Source& camera : cameras)
        add(camera.name, camera.detail, "liveCamera", [this, id = camera.id] { emit cameraWished(id); });
    if (!video.isEmpty())
        add(tr("The video in sight: %1").arg(video), tr("plays from its start"), "liveVideo",
            [this] { emit videoWished(); });
    add(tr("A file…"), tr("any video with sound or without"), "liveFile", [this] { emit fileWished(); });
}

void LiveSources::setProblem(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void LiveSources::add(const QString& name, const QString& detail, const char* object,
                      const std::function<void()>& work)
{
    auto* button = new QPushButton(detail.isEmpty() ? name : tr("%1 · %2").arg(name, detail), this);
    button->setObjectName(QLatin1String(object));
    button->setMinimumHeight(40);
    connect(button, &QPushButton::clicked, this, work);
    m_list->addWidget(button);
}

void LiveSources::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), themeOf(palette()).background);
}

}
