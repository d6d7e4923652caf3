#include "app/labelling/annotator_name.h"

#include "app/editing/editor.h"
#include "app/settings/settings.h"

#include <QInputDialog>
#include <QLabel>

namespace app {

AnnotatorName::AnnotatorName(Editor& editor, Settings& settings, QWidget* window)
    : QObject(window)
    , m_editor(editor)
    , m_window(window)
{
    if (settings.hasAnnotator())
        m_editor.setAnnotator(settings.annotator());
    else
        m_editor.proposeAnnotator(settings.annotator());
    m_editor.setNameQuestion([this](const QString& proposal) {
        return nameFor(tr("Who gives these values? The name is kept with each of them, so that answers "
                          "of several people can be told apart."),
                       proposal);
    });
    connect(&m_editor, &Editor::annotatorChanged, this,
            [&settings](const QString& name) { settings.setAnnotator(name); });
}

/// @return empty: nobody would say
QString AnnotatorName::nameFor(const QString& question, const QString& proposal)
{
    QInputDialog dialog(m_window);
    dialog.setObjectName(QStringLiteral("annotatorDialog"));
    dialog.setWindowTitle(tr("Annotator"));
    dialog.setLabelText(question);
    dialog.setTextValue(proposal);
    for (QLabel* label : dialog.findChildren<QLabel*>())
        label->setWordWrap(true);
    return dialog.exec() == QDialog::Accepted ? dialog.textValue().trimmed() : QString();
}

void AnnotatorName::ask()
{
    const QString name = nameFor(tr("Who gives values from now on:"), m_editor.annotator());
    if (!name.isEmpty())
        m_editor.setAnnotator(name);
}

}
