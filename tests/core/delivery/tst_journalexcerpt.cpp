#include "core/delivery/journalexcerpt.h"
#include "core/responsibility/roleassignment.h"
#include "core/workspace/recordschema.h"
#include "tests/support/twosystems.h"

#include <QBuffer>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class JournalExcerptTest : public QObject
{
    Q_OBJECT

private:
    const TwoSystems m_bank;

    QByteArray logOf(const QList<Id<AiSystem>> &systems, JournalExcerpt *excerpt = nullptr) const
    {
        const auto reader = m_bank.reader();
        auto belonging = rowsBelongingTo(*reader, recordSchema(), systems);
        if (!belonging || !addActors(*reader, recordSchema(), *belonging))
            return {};
        QBuffer log;
        log.open(QIODevice::WriteOnly);
        const auto written = writeJournalExcerpt(*reader, recordSchema(), *belonging, log);
        if (written && excerpt)
            *excerpt = *written;
        return log.data();
    }

    static Result<JournalExcerpt> verified(QByteArray log)
    {
        QBuffer device(&log);
        device.open(QIODevice::ReadOnly);
        return verifyJournalExcerpt(device);
    }

private Q_SLOTS:
    void theWholeJournalLeavesWithAllSystems()
    {
        JournalExcerpt written;
        const auto log = logOf(m_bank.both(), &written);
        const auto head = journalHead(*m_bank.reader());

        const auto read = verified(log);

        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->withheld, 0);
        QCOMPARE(read->parts, written.parts);
        QCOMPARE(read->head.sequence, head->sequence);
        QCOMPARE(read->head.digest, head->digest);
        QVERIFY(log.contains("Secret shortfall"));
    }

    void anExcerptVerifiesAndWithholdsWhatIsAnothersWithItsSalt()
    {
        const auto log = logOf({m_bank.fraud.id});

        const auto read = verified(log);

        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QVERIFY(read->withheld > 0);
        QCOMPARE(read->head.digest, journalHead(*m_bank.reader())->digest);
        QVERIFY(log.contains("Training is held every year."));
        for (const QByteArray other : {"Chatbot", "Secret shortfall", "Acme AI"})
            QVERIFY2(!log.contains(other), other.constData());
        QCOMPARE(log.count("\"salt\""), log.count("\"text\""));
    }

    void anyChangedByteIsFound()
    {
        const auto log = logOf({m_bank.fraud.id});

        for (qsizetype i = 7; i < log.size(); i += 211) {
            auto changed = log;
            changed[i] = changed.at(i) == 'x' ? 'y' : 'x';
            QVERIFY2(!verified(changed), qPrintable(QString::number(i)));
        }
    }

    void whatIsNoDigitInASaltIsFound()
    {
        auto log = logOf({m_bank.fraud.id});
        const QByteArray salt = "\"salt\":\"";

        log.insert(log.indexOf(salt) + salt.size(), 'x');

        QVERIFY(!verified(log));
    }

    void aMissingLineIsFound()
    {
        auto lines = logOf({m_bank.fraud.id}).split('\n');
        lines.removeAt(lines.size() / 2);

        const auto read = verified(lines.join('\n'));

        QVERIFY(!read);
        QVERIFY(read.error().message.startsWith(u"Line "_s));
    }

    void whatARemovedRowSaidStaysWithItsSystem()
    {
        TwoSystems bank;
        const auto roles = bank.fixture.all<RoleAssignment>();
        const auto ours = std::find_if(roles.cbegin(), roles.cend(),
                                       [&](const auto &role) { return role.system == bank.fraud.id; });
        bank.fixture.commit(ChangeSet(u"Take the role back"_s).remove(*ours));
        auto belonging = rowsBelongingTo(*bank.reader(), recordSchema(), {bank.fraud.id});
        QVERIFY(belonging);
        QBuffer log;
        log.open(QIODevice::WriteOnly);

        QVERIFY(writeJournalExcerpt(*bank.reader(), recordSchema(), *belonging, log));

        QCOMPARE(log.data().count("\\\"id\\\":\\\"" + ours->id.text().toLatin1()), 2);
    }
};

QTEST_GUILESS_MAIN(JournalExcerptTest)
#include "tst_journalexcerpt.moc"
