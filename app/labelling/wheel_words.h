#pragma once

#include "app/tasks/task.h"
#include "widgets/base/word_chips.h"

#include <QObject>

#include <memory>

namespace engine {
struct WheelTables;
}

namespace app {

class Tasks;

/// How words of sets look by the emotion wheels of a folder that a person chose in the settings
/// (engine::readWheels()): the colour is that of the word's name in the middle of the first wheel that knows
/// it.
class WheelWords : public QObject {
    Q_OBJECT
public:
    explicit WheelWords(Tasks& tasks, QObject* parent = nullptr);

    /// Reads them in the background. @param folder  empty: words have no colours
    void read(const QString& folder);
    widgets::WordLooks looks() const; ///< empty: there are no wheels

signals:
    void changed();

private:
    Task m_reading;
    std::shared_ptr<const engine::WheelTables> m_tables;
};

}
