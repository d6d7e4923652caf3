#include "app/training/run_folder_field.h"

#include "app/files/file_questions.h"

#include <QDir>

namespace app {

RunFolderField::RunFolderField(const char* name, QWidget* parent) : QLineEdit(parent)
{
    setObjectName(QLatin1String(name));
    connect(this, &QLineEdit::textChanged, this, &RunFolderField::changed);
    connect(&m_check, &FolderCheck::changed, this, &RunFolderField::changed);
}

void RunFolderField::setRuns(const QString& folder, const QStringList& names)
{
    if (!m_parent.isEmpty() && folder != m_parent)
        clear(); // it was of other runs
    m_parent = folder;
    m_names = names;
}

void RunFolderField::propose(const QString& start)
{
    if (m_parent.isEmpty() || (text() != m_proposed && !text().isEmpty()))
        return;
    int number = 1;
    while (m_names.contains(QStringLiteral("%1-%2").arg(start).arg(number)))
        ++number;
    m_proposed = QDir(m_parent).filePath(QStringLiteral("%1-%2").arg(start).arg(number));
    setText(m_proposed);
}

void RunFolderField::choose()
{
    const QString folder = askForFolder(this, {"runs", tr("The folder of this run")});
    if (!folder.isEmpty())
        setText(folder);
}

}
