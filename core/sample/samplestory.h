#pragma once

#include "core/assessment/assessment.h"
#include "core/base/clock.h"
#include "core/catalogue/catalogue.h"
#include "core/record/changeset.h"
#include "core/sample/sample.h"

#include <QHash>

namespace plimsoll {

/// What the store tells of a piece of evidence's file.
struct SampleFile
{
    Digest digest;
    qint64 size = 0;
    QString mediaType;
};

/// One change of the record, with who made it on which day.
struct StoryStep
{
    QDate on;
    Id<Person> actor;
    ChangeSet changes;
};

/// Turns the sample into the changes by which its people would have entered it, in the order of their days.
class SampleStory
{
public:
    /// The workspace exists already with the first party of the sample as organisation and its first person.
    SampleStory(const Sample &sample, const Catalogue &catalogue, QHash<QString, SampleFile> files,
                const Clock &clock, const Id<Party> &organisation, const Id<Person> &firstPerson);

    [[nodiscard]] QList<StoryStep> steps() const;

private:
    /// What a platform's or a system's answers hang on.
    struct Frame
    {
        Id<Assessment> assessment;
        QString name;
        QDate startedOn;
    };

    void addPeople(QList<StoryStep> &steps) const;
    void addPlatform(QList<StoryStep> &steps, const SamplePlatform &platform) const;
    void addSystem(QList<StoryStep> &steps, const SampleSystem &system) const;
    void addAssets(ChangeSet &changes, const SampleSystem &system) const;
    void addEvents(QList<StoryStep> &steps, const SampleSystem &system) const;
    void addFacts(QList<StoryStep> &steps, const SampleSystem &system) const;
    void addReliances(QList<StoryStep> &steps, const SampleSystem &system) const;
    void addAnswers(QList<StoryStep> &steps, const QString &of, const QList<SampleAnswer> &answers) const;
    void nameAttaching(ChangeSet &changes) const;
    void addEvidence(QList<StoryStep> &steps, const SampleEvidence &evidence) const;

    [[nodiscard]] Assessment assessmentOf(const QString &of, const SampleAssessment &sample) const;
    [[nodiscard]] Evidence evidenceOf(const SampleEvidence &sample) const;
    [[nodiscard]] Id<Person> person(const QString &handle) const { return m_persons.value(handle); }
    [[nodiscard]] std::optional<Id<Person>> anyPerson(const QString &handle) const;
    [[nodiscard]] std::optional<Id<Party>> anyParty(const QString &handle) const;

    const Sample &m_sample;
    const Catalogue &m_catalogue;
    QHash<QString, SampleFile> m_files;
    const Clock &m_clock;
    QHash<QString, Id<Party>> m_parties;
    QHash<QString, Id<Person>> m_persons;
    QHash<QString, QString> m_personNames;
    QHash<QString, Id<Platform>> m_platforms;
    QHash<QString, Id<AiSystem>> m_systems;
    QHash<QString, Frame> m_frames;
};

}
