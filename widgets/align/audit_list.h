#pragma once

#include "engine/alignment/audit.h"

#include <QWidget>

#include <map>

class QVBoxLayout;

namespace widgets {

/// The findings of an audit by kind and sequence, each with its count. A click goes to the next place.
class AuditList : public QWidget {
    Q_OBJECT
public:
    explicit AuditList(QWidget* parent = nullptr);
    void setFindings(std::vector<engine::AuditFinding> findings);

signals:
    void placeChosen(const engine::Interval& where);

private:
    QVBoxLayout* m_layout;
    std::vector<engine::AuditFinding> m_findings;
    std::map<QString, std::size_t> m_next; ///< by line: which of its places comes next
};

/// `Gaps in visual`, `Words that drift from the sound`: findings of a kind, in a person's words.
QString auditText(engine::AuditKind kind, const std::string& sequence);

}
