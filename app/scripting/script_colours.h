#pragma once

#include <QObject>

namespace app {

class Document;
class ScriptDesk;
class SpaceTab;

/// Numbers of scripts that colour the points of Space.
class ScriptColours : public QObject {
    Q_OBJECT
public:
    ScriptColours(const Document& document, SpaceTab& space, ScriptDesk& desk, QObject* parent);
};

}
