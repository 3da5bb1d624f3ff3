#include "app/commands/output.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

struct Recorded
{
    QBuffer answers;
    QBuffer remarks;

    Recorded()
    {
        answers.open(QIODevice::WriteOnly);
        remarks.open(QIODevice::WriteOnly);
    }
    Output output(Output::Form form, Output::Terminal terminal = Output::Terminal::No,
                  Output::Details details = Output::Details::No)
    {
        return {answers, remarks, form, terminal, details};
    }
};

}

class OutputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsGoToPeopleAndJsonToPrograms()
    {
        Recorded asWords;
        Recorded asJson;

        for (auto output : {asWords.output(Output::Form::Words), asJson.output(Output::Form::Json)}) {
            output.words(u"complete and unchanged"_s);
            output.json({{u"verdict"_s, u"unchanged"_s}});
        }

        QCOMPARE(asWords.answers.data(), "complete and unchanged\n"_ba);
        QCOMPARE(QJsonDocument::fromJson(asJson.answers.data()).object(),
                 QJsonObject({{u"verdict"_s, u"unchanged"_s}}));
    }

    void aNameCannotSteerTheTerminal()
    {
        const auto name = u"report\u202efdp.exe\x1b[2J"_s;
        Recorded asWords;
        Recorded asJson;

        asWords.output(Output::Form::Words).words(name);
        asWords.output(Output::Form::Words).remark(name);
        asJson.output(Output::Form::Json).json({{u"name"_s, name}});

        const auto visible = u"report⟨RLO⟩fdp.exe⟨U+001b⟩[2J\n"_s.toUtf8();
        QCOMPARE(asWords.answers.data(), visible);
        QCOMPARE(asWords.remarks.data(), visible);
        QVERIFY(asJson.answers.data().contains("\\u202e"));
        QCOMPARE(QJsonDocument::fromJson(asJson.answers.data()).object().value(u"name").toString(), name);
    }

    void aRefusalIsToldOnRemarksAndItsDetailToWhoeverAsks()
    {
        const Error full{ErrorCode::Storage, u"The disk is full."_s, u"ENOSPC"_s};
        Recorded plain;
        Recorded verbose;

        plain.output(Output::Form::Json).refusal(full);
        verbose.output(Output::Form::Json, Output::Terminal::No, Output::Details::Yes).refusal(full);

        QCOMPARE(plain.remarks.data(), "The disk is full.\n"_ba);
        QCOMPARE(verbose.remarks.data(), "The disk is full.\nENOSPC\n"_ba);
        QVERIFY(plain.answers.data().isEmpty());
        QVERIFY(verbose.answers.data().isEmpty());
    }

    void aRefusalStaysOneLineWhateverIsInAName()
    {
        Recorded plain;

        plain.output(Output::Form::Words)
            .refusal(
                {ErrorCode::NotFound, u"There is no workspace at /a\nb. Look for the right path."_s, {}});

        QCOMPARE(plain.remarks.data(),
                 u"There is no workspace at /a⟨U+000a⟩b. Look for the right path.\n"_s.toUtf8());
    }

    void progressIsDrawnOnATerminalOnlyAndGoneBeforeTheAnswer()
    {
        Recorded piped;
        Recorded terminal;
        auto toPipe = piped.output(Output::Form::Words);
        auto toTerminal = terminal.output(Output::Form::Words, Output::Terminal::Yes);

        toPipe.progress()(1, 4, u"Hashing"_s);
        toTerminal.progress()(1, 4, u"Hashing"_s);
        toTerminal.words(u"done"_s);

        QVERIFY(piped.remarks.data().isEmpty());
        QVERIFY(terminal.remarks.data().contains("25 % Hashing"));
        QVERIFY(terminal.remarks.data().endsWith("\r\x1b[K"));
    }
};

QTEST_APPLESS_MAIN(OutputTest)
#include "tst_output.moc"
