#pragma once

#include "tests/support/ctl.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace plimsoll::test {

/// A workspace with one system, AI-001, that Nordbank develops and runs.
class Bank
{
public:
    Bank()
    {
        using namespace Qt::StringLiterals;
        m_ready = run({u"new"_s, folder(), u"--organisation"_s, u"Nordbank"_s}).code == 0 &&
                  run({u"system"_s, u"add"_s, folder(), u"--name"_s, u"Fraud scoring"_s, u"--role"_s,
                       u"developer"_s, u"--role"_s, u"system-operator"_s, u"--role"_s, u"data-custodian"_s})
                          .code == 0;
    }

    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] QString folder() const { return path(QStringLiteral("Nordbank.plimsoll")); }
    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }
    [[nodiscard]] Ended run(const QStringList &words) const
    {
        using namespace Qt::StringLiterals;
        return plimsollctl(words + QStringList{u"--as"_s, u"Ana Ruiz"_s});
    }
    [[nodiscard]] Ended answer(const QStringList &words) const
    {
        using namespace Qt::StringLiterals;
        return run(QStringList{u"answer"_s, folder(), u"AI-001"_s} + words);
    }
    [[nodiscard]] Ended attach(const QStringList &words) const
    {
        using namespace Qt::StringLiterals;
        return run(QStringList{u"attach"_s, folder(), u"AI-001"_s} + words);
    }
    [[nodiscard]] QString file(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    }
    [[nodiscard]] QStringList filesBelow(const QString &name) const
    {
        return QDir(folder() + u'/' + name).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    }

private:
    QTemporaryDir m_dir;
    bool m_ready = false;
};

}
