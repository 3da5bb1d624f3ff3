#include "tests/support/twosystems.h"

#include "core/assessment/inheritance.h"
#include "core/catalogue/shippedcatalogue.h"
#include "core/inventory/assetlink.h"
#include "core/inventory/limitation.h"
#include "core/workspace/attaching.h"

#include <QFile>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

template <class T>
T orFail(Result<T> result)
{
    if (!result)
        qFatal("%s (%s)", qPrintable(result.error().message), qPrintable(result.error().detail));
    return std::move(*result);
}

Evidence paper(const QString &title, DocumentState state)
{
    Evidence evidence;
    evidence.title = title;
    evidence.state = state;
    if (state == DocumentState::Approved) {
        evidence.approvedBy = u"Ana Ruiz"_s;
        evidence.approvedOn = QDate(2026, 1, 15);
    }
    evidence.kind = EvidenceKind::Policy;
    evidence.coversFrom = QDate(2026, 1, 1);
    evidence.coversTo = QDate(2026, 12, 31);
    return evidence;
}

AnswerChange saying(Answer answer, const QString &rationale)
{
    AnswerChange change;
    change.answer = answer;
    change.rationale = rationale;
    return change;
}

}

TwoSystems::TwoSystems()
    : catalogue(orFail(shippedCatalogue()))
{
    cloud = {Id<Platform>::generate(fixture.clock()), u"Bank cloud"_s, PlatformKind::Platform, {}, {}};
    const auto common = newAssessment(*catalogue, cloud, occasion());
    fixture.commit(ChangeSet(u"Register the cloud"_s).create(cloud).create(common));
    answer(common.id, u"5.2.2-1"_s, saying(Answer::Met, u"The cloud is hardened for everybody."_s));
    attachTo(common.id, u"5.2.2-1"_s, u"hardening.txt"_s, "CIS baseline\n",
             paper(u"Hardening baseline"_s, DocumentState::Approved));

    fraud = registered(u"Fraud scoring"_s, u"predictive-fine-tuned"_s, {}, {cloud.id});
    chatbot = registered(u"Chatbot"_s, u"chatbot-remote-llm"_s,
                         {{Role::SystemOperator, {}}, {Role::Developer, u"Acme AI"_s}}, {});
    describeFraud();
    describeChatbot();
}

void TwoSystems::describeFraud()
{
    const auto where = assessmentOf(fraud);
    answer(where, u"5.1.1-1"_s, saying(Answer::Met, u"Training is held every year."_s));
    auto policy = paper(u"Training policy"_s, DocumentState::Approved);
    policy.approvedBy = u"Jo Lee"_s;
    policy.approvedOn = QDate(2026, 3, 1);
    attachTo(where, u"5.1.1-1"_s, u"Schulung – Größe.pdf"_s, "%PDF-1.4 training\n", policy);
    answer(where, u"5.1.1-2"_s, saying(Answer::Met, u"Written, not yet approved."_s));
    attachTo(where, u"5.1.1-2"_s, u"plan.md"_s, "# Plan\n",
             paper(u"Unapproved plan"_s, DocumentState::Draft));
    answer(where, u"5.1.2-1"_s, saying(Answer::PartlyMet, u"Two of five teams."_s));
    auto old = paper(u"Old scan"_s, DocumentState::Approved);
    old.validUntil = QDate(2026, 6, 30);
    attachTo(where, u"5.1.2-1"_s, u"scan.csv"_s, "host,result\n", old);
    auto wiki = paper(u"Design notes"_s, DocumentState::Approved);
    wiki.url = u"https://wiki.nordbank.example/design?a=1&b=2"_s;
    attachTo(where, u"5.1.2-1"_s, {}, {}, wiki);

    const Limitation limitation{
        Id<Limitation>::generate(fixture.clock()), fraud.id,          LimitationKind::ResidualRisk,
        u"Rare card types are scored badly."_s,    QDate(2026, 5, 4), {}};
    Asset model;
    model.id = Id<Asset>::generate(fixture.clock());
    model.name = u"base-classifier"_s;
    model.digest = Digest::of("weights");
    const AssetLink link{assetLinkId(fraud.id, model.id), fraud.id, model.id, {}};
    fixture.commit(ChangeSet(u"Note limitation and model"_s).create(limitation).create(model).create(link));
}

void TwoSystems::describeChatbot()
{
    const auto where = assessmentOf(chatbot);
    answer(where, u"5.1.1-1"_s, saying(Answer::NotMet, u"Secret shortfall of the chatbot."_s));
    attachTo(where, u"5.1.1-1"_s, u"chat.log"_s, "log\n",
             paper(u"Chatbot minutes"_s, DocumentState::Approved));
    const auto list = checklist(chatbot);
    const auto acme = std::find_if(list.roles.cbegin(), list.roles.cend(),
                                   [](const HeldRole &held) { return held.party.name == "Acme AI"_L1; });
    for (const auto &line : list.lines) {
        if (line.standing() != Standing::ReliedUpon)
            continue;
        const QString item = list.item(line).id;
        const Reliance reliance{relianceId(where, item),
                                where,
                                item,
                                acme->party.id,
                                Holding::Attestation,
                                u"Letter of 2026-02-14"_s,
                                u"Check each new version."_s};
        fixture.commit(ChangeSet(u"Rely on Acme"_s).create(reliance));
        return;
    }
    qFatal("the chatbot relies on nobody");
}

Checklist TwoSystems::checklist(const AiSystem &system) const
{
    return orFail(readChecklist(*reader(), catalogue, system.id, today));
}

AiSystem TwoSystems::registered(const QString &name, const QString &preset, const QList<NamedHolder> &holders,
                                const QList<Id<Platform>> &inheritsFrom)
{
    Registration registration;
    registration.system.name = name;
    registration.system.version = u"2.1"_s;
    registration.preset = preset;
    registration.holders = holders;
    registration.inheritsFrom = inheritsFrom;
    fixture.commit(orFail(planRegistration(*reader(), *catalogue, registration, occasion())));
    const auto systems = fixture.all<AiSystem>();
    const auto found = std::find_if(systems.cbegin(), systems.cend(),
                                    [&](const AiSystem &system) { return system.name == name; });
    return *found;
}

void TwoSystems::answer(const Id<Assessment> &where, const QString &item, const AnswerChange &change)
{
    fixture.commit(orFail(planAnswers(*reader(), {{where, item}}, change)).changeSet);
}

Evidence TwoSystems::attachTo(const Id<Assessment> &where, const QString &item, const QString &name,
                              const QByteArray &bytes, const Evidence &described)
{
    QString path;
    if (!name.isEmpty()) {
        path = fixture.path(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s cannot be written", qPrintable(path));
    }
    const auto attached = orFail(attach(fixture.workspace(), {{path, described, {{where, item}}}}));
    if (attached.evidence.isEmpty())
        qFatal("%s", qPrintable(attached.refused.first().reason));
    return attached.evidence.first();
}

Id<Assessment> TwoSystems::assessmentOf(const AiSystem &system) const
{
    return orFail(currentAssessment(*reader(), system.id))->id;
}

QStringList differences(const Checklist &a, const Checklist &b)
{
    QStringList found;
    const auto compare = [&](const QString &what, bool same) {
        if (!same)
            found.append(what);
    };
    compare(u"system"_s, a.system == b.system);
    compare(u"assessment"_s, a.assessment == b.assessment);
    compare(u"circumstances"_s, a.circumstances == b.circumstances);
    compare(u"fact answers"_s, a.factAnswers == b.factAnswers);
    compare(u"events"_s, a.events == b.events);
    compare(u"evidence"_s, a.evidence == b.evidence);
    compare(u"counts"_s, a.rollUp == b.rollUp);
    compare(u"roles"_s, a.roles.size() == b.roles.size());
    for (size_t i = 0; i < std::min(a.lines.size(), b.lines.size()); ++i) {
        const auto &left = a.lines.at(i);
        const auto &right = b.lines.at(i);
        compare(a.item(left).id, left.applicability == right.applicability && left.own == right.own &&
                                     left.common == right.common && left.commonSource == right.commonSource &&
                                     left.decision == right.decision && left.reliance == right.reliance &&
                                     left.evidence == right.evidence && left.counted == right.counted);
    }
    return found;
}

}
