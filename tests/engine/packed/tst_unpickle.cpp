#include "engine/packed/packed_file.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/waiting.h"

using namespace engine;

/// scripts/unpickle.py, run as a person would, on pickles that Python wrote.
class TestUnpickle : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    struct Result {
        int exitCode = -1;
        QByteArray output;
        QByteArray errors;
    };

    static Result python(const QStringList& arguments)
    {
        QProcess process;
        process.start(QStringLiteral("/usr/bin/python3"), arguments);
        process.waitForFinished(support::kPatience);
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    /// Runs Python with `path` set to a file of this name in the folder.
    QString made(const char* name, const char* code) const
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        const Result result = python(
            {QStringLiteral("-c"),
             QStringLiteral("import numpy, pickle, os\npath = '%1'\n").arg(path) + QLatin1String(code)});
        if (result.exitCode != 0)
            qWarning("%s", result.errors.constData());
        return path;
    }

    Result unpickled(const QString& file, const char* target) const
    {
        return python({QStringLiteral(FIXTURES "/../../scripts/unpickle.py"), file,
                       m_folder.filePath(QLatin1String(target))});
    }

private slots:
    void initTestCase()
    {
        if (python({QStringLiteral("-c"), QStringLiteral("import numpy")}).exitCode != 0)
            QSKIP("python3-numpy is not installed");
    }

    void aPickleOfMmsaBecomesSegments()
    {
        const QString pickle = made("mmsa.pkl", R"(
fold = lambda ids: {'id': ids, 'raw_text': ['so good'] * len(ids), 'audio_lengths': [2] * len(ids),
    'text': numpy.ones((len(ids), 3, 2), 'f4'), 'audio': numpy.arange(4.0 * len(ids)).reshape(len(ids), 4, 1),
    'text_bert': numpy.ones((len(ids), 3, 3)), 'annotations': ['Positive'] * len(ids),
    'regression_labels': numpy.array([0.5] * len(ids)), 'classification_labels': [1] * len(ids)}
pickle.dump({'train': fold(['a$_$1', 'b$_$2']), 'test': fold(['c$_$3'])}, open(path, 'wb'), 4)
)");
        const Result result = unpickled(pickle, "mmsa.npz");
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const PackedFile file(m_folder.filePath(QStringLiteral("mmsa.npz")).toStdString());
        QCOMPARE(file.ids(), (std::vector<std::string>{"a$_$1", "b$_$2", "c$_$3"}));
        QCOMPARE(file.segment(0).text, std::string("so good"));
        QCOMPARE(file.labelNames(), (std::vector<std::string>{"sentiment", "class"}));
        QCOMPARE(file.read(0, 1).values, (std::vector<float>{4, 5}));
    }

    void oldPicklesAndObjectArraysAreReadAsWell()
    {
        const QString old = made("old.pkl", R"(
d = {'train': {'id': numpy.array(['a$_$1'], dtype=object), 'raw_text': [b'caf\xc3\xa9'], 'labels': [None]}}
pickle.dump(d, open(path, 'wb'), 2)
)");
        QCOMPARE(unpickled(old, "old.npz").exitCode, 0);
        QCOMPARE(PackedFile(m_folder.filePath(QStringLiteral("old.npz")).toStdString()).segment(0).text,
                 std::string("caf\xc3\xa9"));
        const QString objects = made("objects.npz", R"(
numpy.savez_compressed(path, train={'id': ['a$_$1'], 'audio': numpy.ones((1, 2, 3))}, y_test=numpy.ones(1))
)");
        QCOMPARE(unpickled(objects, "plain.npz").exitCode, 0);
        const PackedFile file(m_folder.filePath(QStringLiteral("plain.npz")).toStdString());
        QCOMPARE(file.ids(), (std::vector<std::string>{"a$_$1", "test_0"}));
    }

    void whateverElseIsRefusedByName_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("expected");
        const char* call = "class Evil:\n    def __reduce__(self): return (%1, (%2,))\n"
                           "pickle.dump({'train': {'id': ['a'], 'x': Evil()}}, open(path, 'wb'), 4)";
        const auto evil = [&](const char* function, const char* argument) {
            return QString::fromLatin1(call).arg(QLatin1String(function), QLatin1String(argument)).toUtf8();
        };
        QTest::newRow("a program") << evil("os.system", "'touch ' + path + '.ran'") << QByteArray("system");
        QTest::newRow("eval") << evil("eval", "'1'") << QByteArray("builtins.eval");
        QTest::newRow("a file of numpy") << evil("numpy.load", "path") << QByteArray("numpy.load");
        QTest::newRow("another codec")
            << evil("__import__('codecs').encode", "'x', 'zip'") << QByteArray("codec");
        QTest::newRow("a nested name") << QByteArray(
            "open(path, 'wb').write(b'\\x80\\x04\\x8c\\x05numpy\\x8c\\x0endarray.tofile\\x93.')")
                                       << QByteArray("numpy.ndarray.tofile");
        QTest::newRow("no pickle") << QByteArray("open(path, 'wb').write(b'junk')")
                                   << QByteArray("cannot be read");
        QTest::newRow("no folds") << QByteArray("pickle.dump([1, 2], open(path, 'wb'))")
                                  << QByteArray("no dict");
    }

    void whateverElseIsRefusedByName()
    {
        QFETCH(const QByteArray, code);
        QFETCH(const QByteArray, expected);
        const QString pickle = made("evil.pkl", code.constData());
        const Result result = unpickled(pickle, "evil.npz");
        QVERIFY(result.exitCode != 0);
        QVERIFY2(result.errors.contains(expected) && !result.errors.contains("Traceback"),
                 result.errors.constData());
        QVERIFY(!QFile::exists(pickle + QStringLiteral(".ran")));
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("evil.npz"))));
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("evil.npz.part"))));
    }

    void rowsOfDifferentLengthsAreLeftOut()
    {
        const QString ragged = made("ragged.pkl", R"(
pickle.dump({'train': {'id': ['a', 'b'], 'audio': [numpy.ones((2, 1)), numpy.ones((3, 1))], 'labels': [1, 2]}},
    open(path, 'wb'))
)");
        const Result result = unpickled(ragged, "ragged.npz");
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(result.errors.contains("train/audio") && result.errors.contains("different lengths"),
                 result.errors.constData());
        QCOMPARE(PackedFile(m_folder.filePath(QStringLiteral("ragged.npz")).toStdString()).ids().size(),
                 std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestUnpickle)
#include "tst_unpickle.moc"
