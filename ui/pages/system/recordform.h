#pragma once

#include "core/base/id.h"
#include "ui/pages/system/inventorywords.h"
#include "ui/widgets/cellgrid.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/labelled.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/plaintextedit.h"
#include "ui/widgets/tick.h"

#include <functional>
#include <optional>
#include <vector>

namespace plimsoll {

/// Joins fields on a page to the members of one entity: shows its values, and hands over each change of a
/// person at once, as the entity before and after. Object names are `key`/member's key.
template <class Entity>
class RecordForm
{
public:
    /// `field` is the label of what changed, for the name of the change.
    using Change = std::function<void(const Entity &before, const Entity &after, const QString &field)>;

    RecordForm(QString key, Change change)
        : m_key(std::move(key))
        , m_change(std::move(change))
    {
    }

    QWidget *text(const QString &key, const QString &label, QString Entity::*member, const QString &hint = {})
    {
        auto *field = new LineField(label);
        field->setFieldName(m_key + u'/' + key);
        m_fields.append(field);
        QObject::connect(field, &LineField::finished, &m_context,
                         [this, member, label](const QString &text) { put(member, text.trimmed(), label); });
        m_shows.push_back([field, member](const Entity &entity) { field->showText(entity.*member); });
        return labelled(label, field, hint);
    }

    QWidget *paragraph(const QString &key, const QString &label, QString Entity::*member,
                       const QString &hint = {})
    {
        auto *field = named(new PlainTextEdit(label), key);
        QObject::connect(field, &PlainTextEdit::finished, &m_context,
                         [this, member, label](const QString &text) { put(member, text, label); });
        m_shows.push_back([field, member](const Entity &entity) {
            const bool isBeingWritten = field->hasFocus() && field->document()->isModified();
            if (!isBeingWritten && field->toPlainText() != entity.*member)
                field->setText(entity.*member);
        });
        return labelled(label, field, hint);
    }

    QWidget *date(const QString &key, const QString &label, std::optional<QDate> Entity::*member,
                  const QString &hint = {})
    {
        auto *field = named(new DateField(label), key);
        QObject::connect(field, &DateField::dateChosen, &m_context,
                         [this, member, label](std::optional<QDate> date) { put(member, date, label); });
        m_shows.push_back([this, field, member](const Entity &entity) {
            if (m_showsAnother)
                field->setDate(entity.*member);
            else
                field->showDate(entity.*member);
        });
        return labelled(label, field, hint);
    }

    /// An enum, by the words people read.
    template <Worded E>
    QWidget *choice(const QString &key, const QString &label, E Entity::*member, const QString &hint = {})
    {
        auto *field = named(new ChoiceField(label), key);
        field->setChoices(choicesOf<E>());
        QObject::connect(field, &ChoiceField::keyChosen, &m_context,
                         [this, member, label](const QString &chosen) {
                             if (const auto value = fromWord<E>(chosen))
                                 put(member, *value, label);
                         });
        m_shows.push_back(
            [field, member](const Entity &entity) { field->setKey(QString(word(entity.*member))); });
        return labelled(label, field, hint);
    }

    /// A reference to another entity; an empty key among `choices` stands for none.
    template <class Other>
    QWidget *reference(const QString &key, const QString &label, std::optional<Id<Other>> Entity::*member,
                       std::function<QList<Choice>()> choices, const QString &hint = {})
    {
        auto *field = named(new ChoiceField(label), key);
        QObject::connect(field, &ChoiceField::keyChosen, &m_context,
                         [this, member, label](const QString &chosen) {
                             const auto id = Id<Other>::fromText(chosen);
                             put(member, id.isNull() ? std::nullopt : std::optional(id), label);
                         });
        m_shows.push_back([field, member, choices = std::move(choices)](const Entity &entity) {
            field->setChoices(choices());
            field->setKey(entity.*member ? (entity.*member)->text() : QString());
        });
        return labelled(label, field, hint);
    }

    /// The same for a reference that always holds one.
    template <class Other>
    QWidget *reference(const QString &key, const QString &label, Id<Other> Entity::*member,
                       std::function<QList<Choice>()> choices)
    {
        auto *field = named(new ChoiceField(label), key);
        QObject::connect(field, &ChoiceField::keyChosen, &m_context,
                         [this, member, label](const QString &chosen) {
                             put(member, Id<Other>::fromText(chosen), label);
                         });
        m_shows.push_back([field, member, choices = std::move(choices)](const Entity &entity) {
            field->setChoices(choices());
            field->setKey((entity.*member).text());
        });
        return labelled(label, field);
    }

    /// A yes or no with its label beside the box.
    QWidget *yesNo(const QString &key, const QString &label, bool Entity::*member)
    {
        auto *field = named(new Tick(label), key);
        QObject::connect(field, &QCheckBox::clicked, &m_context,
                         [this, member, label](bool checked) { put(member, checked, label); });
        m_shows.push_back([field, member](const Entity &entity) { field->setChecked(entity.*member); });
        return field;
    }

    /// Fills the fields; what somebody is typing stays.
    void show(const Entity &entity)
    {
        m_showsAnother = !m_entity || m_entity->id != entity.id;
        m_entity = entity;
        for (const auto &each : m_shows)
            each(entity);
    }

    [[nodiscard]] const std::optional<Entity> &entity() const { return m_entity; }

    void setEnabled(bool enabled)
    {
        for (QWidget *field : m_fields)
            field->setEnabled(enabled);
    }

private:
    template <class Widget>
    Widget *named(Widget *field, const QString &key)
    {
        field->setObjectName(m_key + u'/' + key);
        m_fields.append(field);
        return field;
    }

    template <class Member, class Value>
    void put(Member Entity::*member, const Value &value, const QString &label)
    {
        if (!m_entity || (*m_entity).*member == value)
            return;
        const Entity before = *m_entity;
        Entity after = before;
        after.*member = value;
        m_change(before, after, label);
    }

    QString m_key;
    Change m_change;
    std::optional<Entity> m_entity;
    bool m_showsAnother = false; ///< than was shown before
    std::vector<std::function<void(const Entity &)>> m_shows;
    QList<QWidget *> m_fields;
    QObject m_context; ///< its end ends the connections, whose functions speak of this
};

}
