#pragma once

#include "core/delivery/packageverification.h"
#include "ui/models/recordmodel.h"

#include <QWidget>

class QVBoxLayout;

namespace plimsoll {

class PlainLabel;
class StatusLabel;
class TableView;

/// What a check found, in plain words: the verdict, the four questions with the files they are about, the
/// seal, and what the record in the package says.
class CheckResult final : public QWidget
{
    Q_OBJECT

public:
    explicit CheckResult(QWidget *parent = nullptr);

    void setVerification(const PackageVerification &verification);

private:
    /// One file that something is wrong with.
    struct Fault
    {
        QString kind;
        QString path;
    };

    void clear();
    void say(const QString &sentence);
    void sayAll(const QStringList &sentences);
    void showVerdicts(const PackageVerification &verification);
    static std::vector<Fault> faultsOf(const Verification &list);

    RecordModel<Fault> m_faults;
    StatusLabel *m_mark = nullptr;
    PlainLabel *m_verdict = nullptr;
    QVBoxLayout *m_lines = nullptr;
    TableView *m_files = nullptr;
};

}
