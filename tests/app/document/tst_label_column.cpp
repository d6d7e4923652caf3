#include "app/document/label_column.h"

#include <QTest>

using app::labelColumn;

/// Outputs of models and the labels that they are about.
class LabelColumn : public QObject {
    Q_OBJECT

private slots:
    void namesAreFound()
    {
        const QStringList names{QStringLiteral("sentiment"), QStringLiteral("happy")};
        QCOMPARE(labelColumn(QStringLiteral("happy"), names), std::optional<std::size_t>(1));
        QCOMPARE(labelColumn(QStringLiteral("sad"), names), std::nullopt);
        QCOMPARE(labelColumn(QStringLiteral("label_1"), names), std::nullopt);
    }

    /// As `polylogue-models train --data` names the labels of such a file.
    void aFileThatNamesNoneIsReadByNumbers()
    {
        QCOMPARE(labelColumn(QStringLiteral("sentiment"), {QStringLiteral("label")}),
                 std::optional<std::size_t>(0));
        const QStringList names{QStringLiteral("label 1"), QStringLiteral("label 2"),
                                QStringLiteral("label 3")};
        QCOMPARE(labelColumn(QStringLiteral("trait_3"), names), std::optional<std::size_t>(2));
        QCOMPARE(labelColumn(QStringLiteral("class_1"), names), std::optional<std::size_t>(0));
        QCOMPARE(labelColumn(QStringLiteral("trait_4"), names), std::nullopt);
        QCOMPARE(labelColumn(QStringLiteral("sentiment"), names), std::nullopt);
        QCOMPARE(labelColumn(QStringLiteral("my_label_1"), names), std::nullopt);
    }

    void aNamedLabelIsNotTakenForAnother()
    {
        QCOMPARE(labelColumn(QStringLiteral("sentiment"), {QStringLiteral("valence")}), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(LabelColumn)
#include "tst_label_column.moc"
