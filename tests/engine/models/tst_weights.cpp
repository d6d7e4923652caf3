#include "engine/core/error.h"
#include "engine/models/weights.h"

#include <QTest>

using namespace engine;

namespace {

/// One cell, one batch norm, one layer: every kind of name that weight files hold.
struct Mixed : torch::nn::Module {
    Mixed()
    {
        register_module("cell", torch::nn::LSTMCell(3, 2));
        register_module("norm", torch::nn::BatchNorm1d(3));
        register_module("out", torch::nn::Linear(2, 1));
    }
};

NamedTensors copiedState(const torch::nn::Module& module)
{
    NamedTensors state;
    for (const auto& [name, tensor] : stateOf(module))
        state.emplace(name, torch::randn_like(tensor));
    return state;
}

bool holds(const torch::nn::Module& module, const NamedTensors& state)
{
    const NamedTensors own = stateOf(module);
    return own.size() == state.size() && std::ranges::all_of(own, [&](const auto& entry) {
               return torch::equal(entry.second, state.at(entry.first));
           });
}

}

class TestWeights : public QObject {
    Q_OBJECT

private slots:
    void theStateHasEveryParameterAndTheRunningStatistics()
    {
        std::vector<std::string> names;
        for (const auto& [name, tensor] : stateOf(Mixed()))
            names.push_back(name);
        const std::vector<std::string> expected{
            "cell.bias_hh",      "cell.bias_ih",     "cell.weight_hh", "cell.weight_ih", "norm.bias",
            "norm.running_mean", "norm.running_var", "norm.weight",    "out.bias",       "out.weight"};
        QVERIFY(names == expected);
    }

    void whatIsLoadedIsThere()
    {
        Mixed module;
        const NamedTensors state = copiedState(module);
        loadState(module, state, "test");
        QVERIFY(holds(module, state));
    }

    void theStepCounterMayBeThere()
    {
        Mixed module;
        NamedTensors state = copiedState(module);
        state.emplace("norm.num_batches_tracked", torch::tensor(5));
        loadState(module, state, "test");
        state.erase("norm.num_batches_tracked");
        QVERIFY(holds(module, state));
    }

    void aCellMayBeNamedAsALayer()
    {
        Mixed module;
        const NamedTensors state = copiedState(module);
        NamedTensors layered = state;
        for (const char* const name : {"cell.weight_ih", "cell.weight_hh", "cell.bias_ih", "cell.bias_hh"}) {
            layered.emplace(std::string(name) + "_l0", layered.at(name));
            layered.erase(name);
        }
        loadState(module, layered, "test");
        QVERIFY(holds(module, state));
    }

    void aWrongParameterIsNamedAndNothingIsLoaded_data()
    {
        QTest::addColumn<QByteArray>("removed");
        QTest::addColumn<QByteArray>("added");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("missing") << QByteArray("out.bias") << QByteArray() << QByteArray("missing_parameter")
                                 << QByteArray("out.bias");
        QTest::newRow("missing buffer") << QByteArray("norm.running_var") << QByteArray()
                                        << QByteArray("missing_parameter") << QByteArray("norm.running_var");
        QTest::newRow("unexpected") << QByteArray() << QByteArray("extra")
                                    << QByteArray("unexpected_parameter") << QByteArray("extra");
        QTest::newRow("both names of a cell")
            << QByteArray() << QByteArray("cell.bias_ih_l0") << QByteArray("unexpected_parameter")
            << QByteArray("cell.bias_ih_l0");
        QTest::newRow("other shape") << QByteArray("out.weight") << QByteArray("out.weight")
                                     << QByteArray("parameter_shape") << QByteArray("out.weight");
    }

    void aWrongParameterIsNamedAndNothingIsLoaded()
    {
        QFETCH(const QByteArray, removed);
        QFETCH(const QByteArray, added);
        QFETCH(const QByteArray, code);
        QFETCH(const QByteArray, named);
        Mixed module;
        NamedTensors before;
        for (const auto& [name, tensor] : stateOf(module))
            before.emplace(name, tensor.detach().clone());

        NamedTensors state = copiedState(module);
        state.erase(removed.toStdString());
        if (!added.isEmpty())
            state.emplace(added.toStdString(), torch::zeros({8}));
        try {
            loadState(module, state, "weights.h5");
            QFAIL("wrong weights were accepted");
        } catch (const FormatError& error) {
            QCOMPARE(error.code(), code.toStdString());
            QVERIFY2(QByteArray(error.what()).contains(' ' + named + ' '), error.what());
            QVERIFY2(QByteArray(error.what()).startsWith("weights.h5"), error.what());
        }
        QVERIFY(holds(module, before));
    }
};

QTEST_GUILESS_MAIN(TestWeights)
#include "tst_weights.moc"
