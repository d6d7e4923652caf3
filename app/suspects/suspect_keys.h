#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

class QKeyEvent;

namespace app {

/// The keys that answer a suspicious label: A, K and X, a digit for another value, Enter for the next one.
/// They count while the keyboard is in one of the given widgets or what is in them, or nowhere, and no text
/// is typed there.
class SuspectKeys : public QObject {
    Q_OBJECT
public:
    SuspectKeys(std::initializer_list<QWidget*> places, QObject* parent);

    void setActive(bool active) { m_isActive = active; }
    /// Whether digits belong to the suspicious label, not to the segment that a person has in hand.
    void setDigits(bool digits) { m_hasDigits = digits; }

signals:
    void acceptWished();
    void keepWished();
    void dismissWished();
    void stepWished(int step); ///< of the scale, from 0
    void nextWished();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool isOurs(const QObject* watched) const;
    /// @param isAsked  only whether the key is one of these
    bool take(const QKeyEvent& event, const QObject* watched, bool isAsked);

    std::vector<QPointer<QWidget>> m_places;
    bool m_isActive = false;
    bool m_hasDigits = true;
};

}
