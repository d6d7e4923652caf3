#pragma once

#include "app/notices/notice.h"

#include <QObject>

namespace app {

/// Where every part says what a person should know; the window shows it, and keeps it in its list of
/// messages.
class Notices : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    void say(const Notice& notice) const { emit said(notice); }

signals:
    void said(const app::Notice& notice) const;
};

}
