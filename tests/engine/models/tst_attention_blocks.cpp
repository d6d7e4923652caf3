#include "engine/models/blocks/head_products.h"
#include "engine/models/blocks/linear_rows.h"

#include <QTest>

#include <cmath>

using namespace engine::blocks;
using torch::Tensor;

// Each block against LibTorch's own functions in float64, which the blocks leave to LibTorch.

namespace {

struct Pass {
    Tensor result;
    std::vector<Tensor> gradients;
};

/// `compute` on copies of `inputs` of this type, and the gradients of a sum in which every entry counts
/// differently.
Pass passOf(const std::function<Tensor(const std::vector<Tensor>&)>& compute,
            const std::vector<Tensor>& inputs, torch::ScalarType type)
{
    std::vector<Tensor> leaves;
    for (const Tensor& input : inputs)
        leaves.push_back(input.detach().to(type).clone().requires_grad_());
    Pass pass{compute(leaves), {}};
    const Tensor weights = torch::arange(pass.result.numel(), pass.result.options()).sin();
    (pass.result.reshape(-1) * weights).sum().backward();
    for (const Tensor& leaf : leaves)
        pass.gradients.push_back(leaf.grad());
    return pass;
}

void compare(const std::function<Tensor(const std::vector<Tensor>&)>& compute,
             const std::vector<Tensor>& inputs)
{
    const Pass fast = passOf(compute, inputs, torch::kFloat32);
    const Pass exact = passOf(compute, inputs, torch::kFloat64);
    QVERIFY(fast.result.sizes() == exact.result.sizes());
    QVERIFY(torch::allclose(fast.result.to(torch::kFloat64), exact.result, 1e-4, 1e-5));
    for (std::size_t i = 0; i < inputs.size(); ++i)
        QVERIFY(torch::allclose(fast.gradients[i].to(torch::kFloat64), exact.gradients[i], 1e-4, 1e-5));
}

}

class TestAttentionBlocks : public QObject {
    Q_OBJECT

    void sizes()
    {
        QTest::addColumn<int>("batch");
        QTest::addColumn<int>("queries");
        QTest::addColumn<int>("keys");
        QTest::addColumn<int>("heads");
        QTest::addColumn<int>("width");
        QTest::newRow("one of each") << 1 << 1 << 1 << 1 << 1;
        QTest::newRow("no multiple of the vectors") << 3 << 5 << 7 << 2 << 3;
        QTest::newRow("whole vectors") << 2 << 8 << 16 << 4 << 8;
        QTest::newRow("wide heads") << 2 << 20 << 20 << 1 << 45;
    }

private slots:
    void scoresAreThoseOfEachHead_data() { sizes(); }

    void scoresAreThoseOfEachHead()
    {
        QFETCH(const int, batch);
        QFETCH(const int, queries);
        QFETCH(const int, keys);
        QFETCH(const int, heads);
        QFETCH(const int, width);
        torch::manual_seed(1);
        compare([&](const std::vector<Tensor>& x) { return headScores(x[0], x[1], heads, 0.3); },
                {torch::randn({batch, queries, heads * width}), torch::randn({batch, keys, heads * width})});
    }

    void valuesAreWeightedInEachHead_data() { sizes(); }

    void valuesAreWeightedInEachHead()
    {
        QFETCH(const int, batch);
        QFETCH(const int, queries);
        QFETCH(const int, keys);
        QFETCH(const int, heads);
        QFETCH(const int, width);
        torch::manual_seed(1);
        compare([&](const std::vector<Tensor>& x) { return headValues(x[0], x[1]); },
                {torch::randn({batch, heads, queries, keys}), torch::randn({batch, keys, heads * width})});
    }

    void columnsOfAPackedProjectionNeedNoCopy()
    {
        torch::manual_seed(1);
        compare(
            [&](const std::vector<Tensor>& x) {
                const std::vector<Tensor> parts = x[0].chunk(3, 2);
                return headValues(torch::softmax(headScores(parts[0], parts[1], 2, 1.0), -1), parts[2]);
            },
            {torch::randn({3, 4, 3 * 6})});
    }

    void linearLayersTakeAnyAxes()
    {
        torch::manual_seed(1);
        compare([&](const std::vector<Tensor>& x) { return linearRows(x[0], x[1], x[2]); },
                {torch::randn({2, 3, 5}), torch::randn({4, 5}), torch::randn({4})});
    }
};

QTEST_GUILESS_MAIN(TestAttentionBlocks)
#include "tst_attention_blocks.moc"
