#include "engine/core/json_fields.h"
#include "engine/core/json_value.h"

#include <QTest>

#include "tests/support/failure.h"

using namespace engine;
using nlohmann::json;

namespace {

std::string failureIn(const char* text, void (*read)(JsonFields&))
{
    const json object = json::parse(text);
    return test::failureOf([&] {
        JsonFields fields(object, {"bad_config", "talk.json", ""});
        read(fields);
        fields.close();
    });
}

}

class TestJsonFields : public QObject {
    Q_OBJECT

private slots:
    void whatIsGivenIsRead()
    {
        const json object = json::parse(
            R"({"name": "a", "rate": 0.5, "count": 3, "on": true, "kind": "b", "ids": ["x", "y"], "none": null})");
        JsonFields fields(object, {"bad_config", "", ""});
        QCOMPARE(fields.text("name"), std::string("a"));
        QCOMPARE(fields.number("rate", 1.0, 0.0, 1.0), 0.5);
        QCOMPARE(fields.whole("count", 1, 1, 9), std::int64_t(3));
        QVERIFY(fields.flag("on", false));
        QCOMPARE(fields.choice("kind", {"a", "b"}), std::string("b"));
        QCOMPARE(fields.texts("ids"), (std::vector<std::string>{"x", "y"}));
        QCOMPARE(fields.text("none", "absent"), std::string("absent")); // null is as nothing
        fields.close();
    }

    void whatIsAbsentHasItsDefault()
    {
        const json object = json::object();
        JsonFields fields(object, {"bad_config", "", ""});
        QCOMPARE(fields.number("rate", 2.0), 2.0);
        QCOMPARE(fields.choice("kind", {"a", "b"}), std::string("a"));
        QVERIFY(fields.items("list").empty());
        QVERIFY(!fields.find("other"));
    }

    void fieldPlaceAndExpectationAreNamed()
    {
        const auto isSaid = [](const char* text, void (*read)(JsonFields&), const char* sentence) {
            const std::string failure = failureIn(text, read);
            if (failure != std::string("bad_config: talk.json: ") + sentence)
                QFAIL(failure.c_str());
        };
        isSaid(R"({"lr": -1})", [](JsonFields& fields) { fields.positive("lr", 1.0); },
               "lr is -1, expected a number above 0");
        isSaid(R"({"a": {"b": 7}})",
               [](JsonFields& fields) { fields.at("a", "").fields().number("b", 0.0, 0.0, 1.0); },
               "a.b is 7, expected a number from 0 to 1");
        isSaid(R"({"a": [1, "x"]})", [](JsonFields& fields) { fields.at("a", "").numbers(); },
               "a[1] is \"x\", expected a number");
        isSaid(
            "{}", [](JsonFields& fields) { fields.text("name"); }, "name is missing, expected a text");
        isSaid(R"({"colour": 1})", [](JsonFields& fields) { fields.find("name"); },
               "colour is unknown, expected one of name");
        isSaid(R"({"n": 1.5})", [](JsonFields& fields) { fields.whole("n", 1, 1); },
               "n is 1.5, expected a whole number from 1");
        isSaid(R"({"n": 18446744073709551615})", [](JsonFields& fields) { fields.whole("n", 1, 1); },
               "n is 18446744073709551615, expected a whole number from 1");
        isSaid(R"({"kind": "c"})",
               [](JsonFields& fields) {
                   fields.choice("kind", {"a", "b"});
               },
               "kind is \"c\", expected one of a, b");
    }

    void whatIsOfAnotherKindIsAsIfItWereNotThere()
    {
        const json object = json::parse(R"({"name": 3, "count": -1, "size": 2, "rate": "fast", "on": true})");
        QCOMPARE(valueOr(object, "name", std::string("nobody")), std::string("nobody"));
        QCOMPARE(valueOr(object, "count", std::size_t(7)), std::size_t(7));
        QCOMPARE(valueOr(object, "count", 7), -1);
        QCOMPARE(valueOr(object, "size", std::size_t(7)), std::size_t(2));
        QCOMPARE(valueOr(object, "size", 0.5), 2.0); // each number is one
        QCOMPARE(valueOr(object, "rate", 0.5), 0.5);
        QVERIFY(valueOr(object, "on", false));
        QVERIFY(valueOr(object, "none", true));
        QCOMPARE(valueOr(json("text"), "name", 1), 1);
    }

    void withoutASourceThePlaceComesFirst()
    {
        const json value = 3;
        QCOMPARE(test::failureOf([&] {
                     JsonValue(value, {"bad_config", "", "name"}).text();
                 }),
                 std::string("bad_config: name: is 3, expected a text"));
    }
};

QTEST_GUILESS_MAIN(TestJsonFields)
#include "tst_json_fields.moc"
