#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <functional>
#include <map>
#include <vector>

class QKeyEvent;

namespace widgets {

/// The keys of a list that is worked off, one entry after the other, the same in all such lists: A accepts, X
/// rejects, a digit corrects, Enter goes to the next. A list may have further keys of its own. They count while
/// the keyboard is in one of the given widgets or what is in them, or nowhere, and no text is typed there.
class WorkKeys : public QObject {
    Q_OBJECT
public:
    /// What the keys do; a key without work is no key of the list.
    struct Verbs {
        std::function<void()> accept;
        std::function<void()> reject;
        std::function<void(int digit)> correct; ///< 1 to 9
        std::function<bool()> next; ///< @return false: the key is what it is without the list
        std::map<Qt::Key, std::function<void()>> others = {};
    };
    WorkKeys(std::vector<QWidget*> places, Verbs verbs, QObject* parent);

    void setActive(bool active) { m_isActive = active; }
    /// Whether digits belong to the entry of the list, and not to what else a person has in hand.
    void setDigits(bool digits) { m_hasDigits = digits; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool isOurs(const QObject* watched) const;
    std::function<bool()> workOf(const QKeyEvent& event, const QObject* watched) const;

    std::vector<QPointer<QWidget>> m_places;
    Verbs m_verbs;
    bool m_isActive = true;
    bool m_hasDigits = true;
};

}
