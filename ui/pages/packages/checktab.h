#pragma once

#include "core/delivery/packageverification.h"
#include "ui/pages/packages/packagetoread.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace plimsoll {

class CheckResult;
class Job;
class JobLine;
class Panel;

/// Is this package what it says it is? Checks any package, our own or anybody's, a ZIP file or a folder.
class CheckTab final : public QWidget
{
    Q_OBJECT

public:
    explicit CheckTab(QWidget *parent = nullptr);

    /// Fills the form and asks for the check at once.
    void check(const QString &path, const QString &seal);
    /// Whether what is shown was found of it.
    [[nodiscard]] bool shows(const CheckedPackage &package) const;
    /// The keyboard goes to the package that is named.
    void takeKeyboard();

    /// Shows the job while it runs; the next one waits for it.
    void watch(Job &job);
    /// The job has ended.
    void setEnded();
    void setVerification(const PackageVerification &verification);

Q_SIGNALS:
    void checkAsked(const QString &path, std::optional<plimsoll::Digest> expectedSeal);
    /// The package that was checked shall be read in place of the workspace.
    void readAsked(const plimsoll::CheckedPackage &package);
    void refused(const plimsoll::Error &error);

private:
    QWidget *buildForm();
    QWidget *buildReading();
    void chooseFile();
    void chooseFolder();
    void ask();

    QLineEdit *m_path = nullptr;
    QLineEdit *m_seal = nullptr;
    QPushButton *m_check = nullptr;
    Panel *m_reading = nullptr;
    QPushButton *m_read = nullptr;
    CheckedPackage m_checked; ///< what the result is about
    JobLine *m_running = nullptr;
    CheckResult *m_result = nullptr;
};

}
