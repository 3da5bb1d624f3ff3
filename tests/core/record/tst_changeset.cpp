#include "core/inventory/aisystem.h"
#include "core/record/changeset.h"

#include <QTest>

#include <rapidcheck.h>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace rc {

template <>
struct Arbitrary<QString>
{
    static Gen<QString> arbitrary()
    {
        return gen::map(gen::container<std::vector<char32_t>>(gen::oneOf(
                            gen::inRange<char32_t>(1, 0xd800), gen::inRange<char32_t>(0xe000, 0x110000))),
                        [](const std::vector<char32_t> &points) {
                            return QString::fromUcs4(points.data(), qsizetype(points.size()));
                        });
    }
};

template <>
struct Arbitrary<AiSystem>
{
    static Gen<AiSystem> arbitrary()
    {
        return gen::map(
            gen::tuple(gen::arbitrary<QString>(), gen::arbitrary<QString>(), gen::arbitrary<bool>(),
                       gen::element(LifecyclePhase::Design, LifecyclePhase::EndOfLife),
                       gen::maybe(gen::inRange(-100000, 100000))),
            [](const auto &drawn) {
                AiSystem system;
                system.id = Id<AiSystem>::fromText(u"01a204e2-7244-7b5f-9d5e-f52a4b677c4a");
                std::tie(system.name, system.purpose, system.generative, system.phase, std::ignore) = drawn;
                if (const auto days = std::get<4>(drawn))
                    system.plannedRelease = QDate(2026, 1, 1).addDays(*days);
                return system;
            });
    }
};

}

namespace {

/// The law fails the test with rapidcheck's counterexample.
template <class Law>
void holds(Law law)
{
    const auto result = rc::detail::checkTestable(law);
    if (result.template is<rc::detail::SuccessResult>())
        return;
    std::ostringstream told;
    rc::detail::printResultMessage(result, told);
    QFAIL(told.str().c_str());
}

QList<Value> applied(QList<Value> values, const EntityType &type, const ChangeSet &changeSet)
{
    for (const auto &edit : changeSet.edits) {
        for (const auto &change : edit.fields)
            values[type.field(change.name) - type.fields.constData()] = change.after;
    }
    return values;
}

}

class ChangeSetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChangeAndItsInverseAreIdentity()
    {
        holds([](const AiSystem &before, const AiSystem &after) {
            const auto &type = entityType<AiSystem>();
            const auto change = ChangeSet(u"Change"_s).change(before, after);

            const auto there = applied(valuesOf(before), type, change);
            const auto back = applied(there, type, inverse(change, u"Back"_s));

            RC_ASSERT(there == valuesOf(after));
            RC_ASSERT(back == valuesOf(before));
        });
    }

    void turningRoundTwiceIsTheSame()
    {
        holds([](const AiSystem &before, const AiSystem &after) {
            const auto change = ChangeSet(u"Change"_s).change(before, after).create(after).remove(before);

            RC_ASSERT(inverse(inverse(change, {}), u"Change"_s) == change);
        });
    }

    void anEditReadsBackFromTheJournalsText()
    {
        const auto schema = Schema::of<Party, Person, AiSystem>();
        holds([&](const AiSystem &before, const AiSystem &after) {
            const auto change = ChangeSet(u"Change"_s).change(before, after).create(after).remove(before);
            for (const auto &edit : change.edits) {
                auto read = editFromText(canonicalText(edit), schema);
                RC_ASSERT(read.has_value());
                const auto byName = [](const FieldChange &a, const FieldChange &b) {
                    return a.name < b.name;
                };
                auto expected = edit;
                std::sort(expected.fields.begin(), expected.fields.end(), byName);
                std::sort(read->fields.begin(), read->fields.end(), byName);
                RC_ASSERT(*read == expected);
            }
        });
    }

    void anEntityReadsBackFromItsValues()
    {
        holds([](const AiSystem &system) {
            AiSystem read;
            read.id = system.id;
            RC_ASSERT(fillFrom(read, valuesOf(system)) == nullptr);
            RC_ASSERT(read == system);
        });
    }

    void nothingChangedIsNoEdit()
    {
        AiSystem system;
        system.name = u"Same"_s;

        QVERIFY(ChangeSet(u"Change"_s).change(system, system).isEmpty());
    }

    void aValueOfTheWrongKindNamesItsField()
    {
        AiSystem system;
        auto values = valuesOf(system);
        const auto *phase = entityType<AiSystem>().field("phase"_L1);
        values[phase - entityType<AiSystem>().fields.constData()] = Value(u"no such phase"_s);

        QCOMPARE(fillFrom(system, values), phase);
    }

    void whatIsNoEditIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("not JSON") << QByteArray("edit");
        QTest::newRow("unknown type")
            << QByteArray(R"({"edit":"created","fields":{},"id":"x","type":"nothing"})");
        QTest::newRow("unknown field")
            << QByteArray(R"({"edit":"created","fields":{"x":[null,"y"]},"id":"x","type":"party"})");
        QTest::newRow("double") << QByteArray(
            R"({"edit":"created","fields":{"name":[null,1.5]},"id":"x","type":"party"})");
        QTest::newRow("half a pair") << QByteArray(
            R"({"edit":"created","fields":{"name":["y"]},"id":"x","type":"party"})");
    }

    void whatIsNoEditIsRefused()
    {
        QFETCH(QByteArray, text);

        QVERIFY(!editFromText(text, Schema::of<Party, Person, AiSystem>()));
    }
};

QTEST_APPLESS_MAIN(ChangeSetTest)
#include "tst_changeset.moc"
