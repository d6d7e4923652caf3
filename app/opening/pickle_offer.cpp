#include "app/opening/pickle_offer.h"

#include "engine/core/installation.h"
#include "engine/worker/unpickle.h"

#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace app {

PickleOffer::PickleOffer(Tasks& tasks, QWidget* window) : QObject(window), m_window(window), m_task(tasks) { }

void PickleOffer::ask(const QString& pickle)
{
    auto* box = new QMessageBox(QMessageBox::Question, tr("Pickle"),
                                tr("Take the arrays out of %1?").arg(QFileInfo(pickle).fileName()),
                                QMessageBox::Cancel, m_window);
    box->setObjectName(QStringLiteral("pickleOffer"));
    box->setInformativeText(
        tr("A pickle can run any program when it is opened, so Polylogue opens none. The script unpickle.py "
           "takes numbers, texts and plain lists out of it and refuses everything else, in a process of its "
           "own with limits on memory and time and, where the system allows it, without network. They are "
           "written beside it as %1, which is opened then; the pickle stays as it is.")
            .arg(QFileInfo(pickle).completeBaseName() + QStringLiteral(".npz")));
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto* takes = box->addButton(tr("&Take the arrays out"), QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(box, &QMessageBox::buttonClicked, this, [this, pickle, takes](QAbstractButton* button) {
        if (button == takes)
            convert(pickle);
    });
    box->open();
}

void PickleOffer::convert(const QString& pickle)
{
    m_task.start(
        tr("Taking the arrays out of %1").arg(QFileInfo(pickle).fileName()),
        [pickle = std::filesystem::path(pickle.toStdString())](const TaskRun& run) {
            const std::filesystem::path arrays = engine::arraysOf(pickle);
            engine::unpickle(pickle, arrays, engine::Installation::ofThisProgram().unpickle(), run);
            return arrays;
        },
        [this](const std::filesystem::path& arrays) { emit made(QString::fromStdString(arrays.string())); });
}

}
