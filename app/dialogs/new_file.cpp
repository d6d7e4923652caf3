#include "app/dialogs/new_file.h"

#include <QFileDialog>

namespace app {

QString askForNewFile(QWidget* window, const QString& title, const QString& proposal, const QString& filter,
                      const QString& suffix)
{
    QFileDialog dialog(window, title, {}, filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(suffix);
    dialog.selectFile(proposal);
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

}
