#include "app/scripting/script_colours.h"

#include "app/document/document.h"
#include "app/scripting/script_desk.h"
#include "app/space/space_tab.h"
#include "engine/core/error.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace app {

ScriptColours::ScriptColours(const Document& document, SpaceTab& space, ScriptDesk& desk, QObject* parent)
    : QObject(parent)
{
    desk.addStep("colour_space", [&space](const ScriptFields& fields) {
        const QStringList ids = fields.texts("ids");
        const engine::FeatureMatrix values = fields.matrix("values");
        if (values.columns != 1 || values.rows != static_cast<std::size_t>(ids.size()))
            throw engine::Error("bad_request", "“values” must be as many as “ids”.");
        GivenValues given;
        if (!ids.isEmpty())
            given.name = fields.text("name");
        for (qsizetype i = 0; i < ids.size(); ++i)
            if (const float value = values.values[static_cast<std::size_t>(i)]; std::isfinite(value))
                given.byId.insert(ids[i], value);
        space.setGiven(given);
    });
    connect(&document, &Document::datasetChanged, this,
            [&space] { space.setGiven({}); }); // they are of another
}

}
