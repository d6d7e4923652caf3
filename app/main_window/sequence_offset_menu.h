#pragma once

#include <QMenu>
#include <QPointer>

namespace app {

class OffsetDialog;
class Session;

/// The sequences of the open video, each with the seconds by which it is moved, which a person can set.
class SequenceOffsetMenu : public QMenu {
    Q_OBJECT
public:
    explicit SequenceOffsetMenu(Session& session, QWidget* parent);

private:
    void fill();
    void edit(const QString& key);
    double offsetOf(const QString& key) const;

    Session& m_session;
    QPointer<OffsetDialog> m_dialog;
    int m_gesture; ///< number of the dialog that is open: what is done in it is one step
};

}
