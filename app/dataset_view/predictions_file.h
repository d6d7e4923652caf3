#pragma once

class QWidget;

namespace app {

class Document;
class KnownAnswers;
class Tasks;

/// Asks for a file, and writes what a model says of all segments into it, as a task.
void exportPredictions(const KnownAnswers& answers, Document& document, Tasks& tasks, QWidget& window);

}
