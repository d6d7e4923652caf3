#pragma once

#include "engine/annotation/tier.h"

#include <QListWidget>

#include <optional>

class QLineEdit;

namespace app {

/// The terms that a field of the timeline takes, as a list below it: a digit, a click or the arrow keys
/// choose one; what is typed leaves those that begin with it.
class TermOffer : public QListWidget {
    Q_OBJECT
public:
    /// @param field  over whose window the list lies; the list goes with the field
    TermOffer(QLineEdit& field, const engine::Vocabulary& terms);
    ~TermOffer() override;

    /// Which term a text stands for: its name, or the beginning of one name alone. Absent: of none.
    std::optional<QString> meant(const QString& typed) const;

signals:
    void chosen(const QString& term);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    void narrow(const QString& typed);
    void step(int by);

    QLineEdit& m_field;
    QStringList m_terms;
};

}
