#include "app/prediction/nearest_dialog.h"

#include "app/jobs/jobs.h"
#include "widgets/predict/nearest_lists.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace app {

namespace {

constexpr int kLookForStop = 100; // ms between two looks at whether it is to be stopped
constexpr int kNearest = 12; // of each list

using NearestSegment = widgets::NearestLists::Segment;

NearestSegment segmentOf(const QJsonObject& json)
{
    return {json[QLatin1String("video")].toString(), json[QLatin1String("start")].toDouble(),
            json[QLatin1String("end")].toDouble(), json[QLatin1String("words")].toString(),
            json[QLatin1String("score")].toDouble()};
}

std::vector<NearestSegment> segmentsOf(const QJsonValue& json)
{
    std::vector<NearestSegment> segments;
    for (const QJsonValue& each : json.toArray())
        segments.push_back(segmentOf(each.toObject()));
    return segments;
}

}

NearestDialog::NearestDialog(Jobs& jobs, QString programs, QWidget* parent)
    : QDialog(parent)
    , m_jobs(jobs)
    , m_programs(std::move(programs))
    , m_lists(new widgets::NearestLists(this))
{
    setObjectName(QStringLiteral("nearestDialog"));
    setWindowTitle(tr("What sounds and looks alike"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_lists, &widgets::NearestLists::segmentWished, this, &NearestDialog::segmentWished);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_lists, 1);
    column->addWidget(buttons);
    const int line = fontMetrics().height();
    const QSize most = parent ? parent->size() : QSize(line * 70, line * 36);
    resize(std::min(line * 62, most.width()), std::min(line * 28, most.height()));
}

void NearestDialog::search(const QString& model, const QString& list, const QString& video, double seconds)
{
    if (!QFile::exists(list)) {
        m_lists->showMessage(tr("The open dataset has no dataset.json, which this needs."));
        return;
    }
    m_model = QFileInfo(model).completeBaseName();
    m_lists->showMessage(tr("Comparing all segments of the dataset…"));
    const QStringList arguments{QStringLiteral("retrieve"),  model,
                                QStringLiteral("--dataset"), list,
                                QStringLiteral("--like"),    video,
                                QStringLiteral("--at"),      QString::number(seconds, 'f', 3),
                                QStringLiteral("--most"),    QString::number(kNearest),
                                QStringLiteral("--json")};
    const auto work = [program = QDir(m_programs).filePath(QStringLiteral("polylogue-models")),
                       arguments](const engine::RunContext& run) {
        QProcess process;
        process.start(program, arguments);
        while (process.state() != QProcess::NotRunning) {
            process.waitForFinished(kLookForStop);
            if (run.stop.stop_requested())
                process.kill();
        }
        const QString said = QString::fromUtf8(process.readAllStandardError()).trimmed();
        const bool isWhole = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
        return std::pair(process.readAllStandardOutput(),
                         isWhole ? QString()
                             : said.isEmpty()
                             ? NearestDialog::tr("The program that compares ended without a word.")
                             : said.section(QLatin1Char('\n'), -1));
    };
    m_jobs.start(tr("Comparing segments"), this, work,
                 [this](const std::pair<QByteArray, QString>& result) { take(result.first, result.second); });
}

void NearestDialog::take(const QByteArray& answer, const QString& problem)
{
    const QJsonObject json = QJsonDocument::fromJson(answer.trimmed().split('\n').last()).object();
    if (!problem.isEmpty() || json.isEmpty()) {
        m_lists->showMessage(problem.isEmpty() ? tr("The answer cannot be read.") : problem);
        return;
    }
    m_lists->show(m_model, segmentOf(json[QLatin1String("segment")].toObject()),
                  segmentsOf(json[QLatin1String("sounds")]), segmentsOf(json[QLatin1String("pictures")]),
                  json[QLatin1String("compared")].toInt());
}

}
