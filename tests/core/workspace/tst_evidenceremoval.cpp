#include "core/evidence/evidencestore.h"
#include "core/evidence/evidenceuse.h"
#include "core/evidence/integrity.h"
#include "core/evidence/issuedsystem.h"
#include "core/workspace/attaching.h"
#include "core/workspace/evidenceremoval.h"
#include "tests/support/twosystems.h"

#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class EvidenceRemovalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bank = std::make_unique<TwoSystems>();
        Evidence described;
        described.title = u"Plan"_s;
        m_plan = m_bank->attachTo(fraud(), u"5.1.1-1"_s, u"plan.txt"_s, "plan", described);
        m_bank->attachTo(fraud(), u"5.1.1-2"_s, u"plan.txt"_s, "plan", described);
    }

    void itIsTakenFromEveryItemAndUndoBringsAllBack()
    {
        const auto usesBefore = uses();
        const auto planned = plan();
        QVERIFY2(planned, planned ? "" : qPrintable(planned.error().message));
        QCOMPARE(planned->uses.size(), 2);
        QCOMPARE(planned->changeSet.label, u"Remove “Plan” from the evidence"_s);

        m_bank->fixture.commit(planned->changeSet);

        QCOMPARE(uses(), QStringList());
        const auto lines = readEvidenceRegister(*m_bank->reader(), {m_plan.id});
        QVERIFY(lines && lines->empty());
        const EvidenceStore store(m_bank->fixture->evidenceFolder());
        QCOMPARE(integrityOf(store, Fingerprint{*m_plan.digest, m_plan.size}), Integrity::Unchanged);
        QTRY_VERIFY(!m_bank->fixture->undoLabel().isEmpty());
        QVERIFY(m_bank->fixture->undo().result());
        QCOMPARE(uses(), usesBefore);
        QCOMPARE(readEvidenceRegister(*m_bank->reader(), {m_plan.id})->size(), size_t(1));
    }

    void whatIsRemovedAlreadyIsNotRemovedAgain()
    {
        m_bank->fixture.commit(plan()->changeSet);

        const auto again = plan();

        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::NotFound);
    }

    void whatAClosedAssessmentRestsOnStays()
    {
        m_bank->fixture.commit(
            *planClose(*m_bank->reader(), m_bank->catalogue, m_bank->fraud, m_bank->occasion()));

        const auto planned = plan();

        QVERIFY(!planned);
        QCOMPARE(planned.error().code, ErrorCode::Denied);
        QVERIFY2(planned.error().message.contains(u"Plan"_s) &&
                     planned.error().message.contains(m_bank->fraud.name),
                 qPrintable(planned.error().message));
    }

    void whatWentOutWithAPackageStaysThoughItServesNothingAnyMore()
    {
        issue(u"out.zip"_s, m_bank->fraud.name + u" 2.1"_s);
        QVERIFY(!plan());
        for (const auto &item : {u"5.1.1-1"_s, u"5.1.1-2"_s})
            m_bank->fixture.commit(*planDetach(*m_bank->reader(), m_plan.id, {fraud(), item}));
        AiSystem renamed = *Repository<AiSystem>(*m_bank->reader()).find(m_bank->fraud.id).value();
        const AiSystem before = renamed;
        renamed.name = u"Called otherwise now"_s;
        m_bank->fixture.commit(ChangeSet(u"Rename"_s).change(before, renamed));

        const auto planned = plan();

        QVERIFY(!planned);
        QCOMPARE(planned.error().code, ErrorCode::Denied);
        QVERIFY(planned.error().message.contains(u"out.zip"_s));
    }

    void aPackageOfAnotherSystemKeepsNothing()
    {
        issue(u"other.zip"_s, m_bank->chatbot.name);

        QVERIFY(plan());
    }

    void aSystemIsKnownInThoseWordsByItsWholeName()
    {
        const QString &name = m_bank->fraud.name;
        issue(u"longer.zip"_s, name + u"s 2.1, "_s + name + u" of others 2.1, The "_s + name);
        QVERIFY(plan());
        issue(u"ours.zip"_s, m_bank->chatbot.name + u", "_s + name + u" 2.1"_s);

        const auto planned = plan();

        QVERIFY(!planned);
        QVERIFY(planned.error().message.contains(u"ours.zip"_s));
    }

    void whatServesAPlatformStaysWhereAPackageIsAboutOneThatInheritsFromIt()
    {
        const auto common = currentAssessment(*m_bank->reader(), m_bank->cloud.id);
        QVERIFY(common && *common);
        Evidence described;
        described.title = u"Hardening"_s;
        m_plan = m_bank->attachTo((*common)->id, u"5.2.2-1"_s, u"hard.txt"_s, "hard", described);
        QVERIFY(plan());
        about(issue(u"heir.zip"_s, {}), m_bank->fraud);

        const auto planned = plan();

        QVERIFY(!planned);
        QVERIFY2(planned.error().message.contains(u"heir.zip"_s), qPrintable(planned.error().message));
    }

    void whatAPackageIsAboutIsNotAskedOfItsWords()
    {
        const auto other = issue(u"other.zip"_s, m_bank->fraud.name + u" of others"_s);
        about(other, m_bank->chatbot);
        QVERIFY(plan());
        const auto ours = issue(u"ours.zip"_s, u"As nobody ever called it"_s);
        about(ours, m_bank->fraud);

        const auto planned = plan();

        QVERIFY(!planned);
        QVERIFY(planned.error().message.contains(u"ours.zip"_s));
    }

    void whatWasAttachedAfterAPackageLeftCanGo()
    {
        issue(u"before.zip"_s, m_bank->fraud.name);
        Evidence described;
        described.title = u"Later"_s;
        m_plan = m_bank->attachTo(fraud(), u"5.1.2-1"_s, u"later.txt"_s, "later", described);

        QVERIFY(plan());
    }

private:
    [[nodiscard]] Id<Assessment> fraud() const { return m_bank->assessmentOf(m_bank->fraud); }
    [[nodiscard]] Result<PlannedRemoval> plan() const
    {
        return planEvidenceRemoval(*m_bank->reader(), m_plan.id, m_bank->occasion());
    }
    Id<IssuedPackage> issue(const QString &name, const QString &systems)
    {
        IssuedPackage package;
        package.id = Id<IssuedPackage>::generate(m_bank->fixture.clock());
        package.fileName = name;
        package.systems = systems;
        package.issuedAt = m_bank->fixture.clock().now();
        m_bank->fixture.commit(ChangeSet(u"Issue"_s).create(package));
        return package.id;
    }
    void about(const Id<IssuedPackage> &package, const AiSystem &system)
    {
        const IssuedSystem told{issuedSystemId(package, system.id), package, system.id, {}};
        m_bank->fixture.commit(ChangeSet(u"Issue"_s).create(told));
    }
    [[nodiscard]] QStringList uses() const
    {
        QStringList items;
        for (const auto &use : m_bank->fixture.all<EvidenceUse>()) {
            if (use.evidence == m_plan.id)
                items.append(use.item);
        }
        items.sort();
        return items;
    }

    std::unique_ptr<TwoSystems> m_bank;
    Evidence m_plan;
};

QTEST_GUILESS_MAIN(EvidenceRemovalTest)
#include "tst_evidenceremoval.moc"
