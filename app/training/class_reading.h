#pragma once

#include "app/tasks/task.h"
#include "app/training/training_starter.h"

#include <QPointer>

namespace app {

/// Asks in the background what can be trained, and gives it to a form, or the sentence of why it is not
/// known.
/// @param programs  the folder with the programs
/// @param form      a widget with setClasses() and setProblem(); it may go meanwhile
template <typename Form>
void readClassesFor(Task& task, const QString& title, const QString& programs, Form& form)
{
    task.start(
        title,
        [folder = programs.toStdString()](const TaskRun& run) { return readModelClasses(folder, run); },
        [form = QPointer<Form>(&form)](const Outcome<std::vector<ModelClass>>& outcome) {
            if (!form)
                return;
            if (const auto* classes = std::get_if<std::vector<ModelClass>>(&outcome))
                form->setClasses(*classes);
            else if (const QString failure = failureOf(outcome); !failure.isEmpty())
                form->setProblem(failure);
        });
}

}
