#include "app/dataset_view/predictions_file.h"

#include "app/dataset_view/known_answers.h"
#include "app/document/document.h"
#include "app/files/file_questions.h"
#include "app/tasks/tasks.h"

#include <QCoreApplication>
#include <QWidget>

namespace app {

namespace {

struct PredictionsFile {
    Q_DECLARE_TR_FUNCTIONS(app::PredictionsFile)
};

}

void exportPredictions(const KnownAnswers& answers, Document& document, Tasks& tasks, QWidget& window)
{
    const QString file = askForNewFile(
        &window,
        {"predictions", PredictionsFile::tr("Write predictions and classes"),
         PredictionsFile::tr("Tables, or computational sequences (*.csv *.csd)"), dataFolder(document),
         &document},
        QString::fromStdString(answers.key().model.stem().string()) + QStringLiteral("-predictions.csv"),
        QStringLiteral("csv"));
    if (file.isEmpty())
        return;
    tasks.start(
        PredictionsFile::tr("Writing predictions"), &window,
        [known = answers.known(), file](const engine::RunContext&) {
            keepExplanations(*known, file.toStdString());
            return file;
        },
        [&document](const QString& written) {
            document.notices().say(PredictionsFile::tr("Written: %1").arg(written));
        });
}

}
