#include "app/labelling/wheel_words.h"

#include "app/tasks/tasks.h"
#include "engine/open_words/wheel_files.h"
#include "widgets/base/class_colours.h"

namespace app {

WheelWords::WheelWords(Tasks& tasks, QObject* parent) : QObject(parent), m_reading(tasks, this) { }

void WheelWords::read(const QString& folder)
{
    m_reading.abandon();
    m_tables.reset();
    emit changed();
    if (folder.isEmpty())
        return;
    m_reading.start(
        tr("Reading the emotion wheels"),
        [folder = folder.toStdString()](const engine::RunContext&) {
            return std::make_shared<const engine::WheelTables>(engine::readWheels(folder));
        },
        [this](std::shared_ptr<const engine::WheelTables> tables) {
            m_tables = std::move(tables);
            emit changed();
        });
}

widgets::WordLooks WheelWords::looks() const
{
    if (!m_tables)
        return {};
    return [tables = m_tables](const QString& word) -> std::optional<widgets::WordLook> {
        const std::optional<engine::WheelPlace> place = engine::wheelPlace(word.toStdString(), *tables);
        if (!place)
            return std::nullopt;
        return widgets::WordLook{
            widgets::classColour(static_cast<int>(place->place)),
            tr("%1 on emotion wheel %2").arg(QString::fromStdString(place->name)).arg(place->wheel + 1)};
    };
}

}
