#include "core/package/verifytext.h"

namespace plimsoll {

using namespace Qt::StringLiterals;

QString oddNamesCommand()
{
    return u"LC_ALL=C find . -path ./signatures -type d -prune -o "
           R"(\( -name '*[!A-Za-z0-9._-]*' -o ! -type d ! -type f \) -print)"_s;
}

QString extraFilesCommand()
{
    return u"{ cut -c67- manifest-sha256.txt tagmanifest-sha256.txt\n"
           "find . -path ./signatures -type d -prune -o -type f ! -path ./tagmanifest-sha256.txt -print | "
           "cut -c3-\n"
           "} | LC_ALL=C sort | uniq -u"_s;
}

QByteArray verifyText(const QString &packageName)
{
    QByteArray text = R"(HOW TO CHECK THIS PACKAGE

Package: @NAME@

What the check proves. When every step below is clean, the package is complete and
unchanged against its own list; who made it is not proven. The seal closes that gap:
it is the SHA-256 fingerprint of the file tagmanifest-sha256.txt. Ask the sender for
the seal by another channel than the one that brought the package (telephone, a
letter, a signed mail) and compare it with the one that step 4 prints. If both are
equal and every step is clean, this is the package the sender sealed, to the last
byte. Only the folder signatures/ is left out: signatures are added later, so what
lies there is in no list, and anybody may have put it there.

How it is built. This is a BagIt package (RFC 8493). The files are in data/.
manifest-sha256.txt lists each of them with its SHA-256 fingerprint.
tagmanifest-sha256.txt does the same for that list and for the other files beside
data/. meta/files.tsv gives each file's original name and media type.

Begin in the folder that holds @NAME@.zip. If the file you
were given has another name, write that one in step 1, between quotation marks. If
you were given a folder instead of a ZIP file, go into it and begin with step 2.
Nothing of the maker's software is needed.


LINUX AND OTHER UNIX SYSTEMS (on macOS write "shasum -a 256" for "sha256sum")

1. Unpack.
     unzip -q @NAME@.zip
     cd @NAME@

2. Missing or changed: every line must end in OK.
     sha256sum -c manifest-sha256.txt
     sha256sum -c tagmanifest-sha256.txt

3. Extra: must print nothing. The first line names links and names that no list has,
   the others what is there but in no list, or in a list but not there.
     @ODD@
     @EXTRA@

4. The seal: the first 64 digits.
     sha256sum tagmanifest-sha256.txt


WINDOWS (PowerShell 5.1 or later)

1. Unpack.
     Expand-Archive -LiteralPath .\@NAME@.zip -DestinationPath .
     Set-Location .\@NAME@

2. Missing or changed: must print nothing.
     foreach ($list in 'manifest-sha256.txt', 'tagmanifest-sha256.txt') { Get-Content $list | ForEach-Object { $hash, $path = $_ -split '  ', 2; if (-not (Test-Path -LiteralPath $path)) { "missing $path" } elseif ((Get-FileHash -LiteralPath $path -Algorithm SHA256).Hash -ne $hash) { "changed $path" } } }

3. Extra: must print nothing.
     $listed = @('tagmanifest-sha256.txt') + (Get-Content manifest-sha256.txt, tagmanifest-sha256.txt | ForEach-Object { ($_ -split '  ', 2)[1] })
     Get-ChildItem . -Recurse -Force | ForEach-Object { $path = $_.FullName.Substring($PWD.Path.Length + 1).Replace('\', '/'); $isLink = $_.LinkType -match 'SymbolicLink|Junction'; if ($path -notlike 'signatures/*' -and ($isLink -or (-not $_.PSIsContainer -and $listed -cnotcontains $path))) { "extra $path" } }

4. The seal.
     (Get-FileHash tagmanifest-sha256.txt -Algorithm SHA256).Hash.ToLower()
)";
    text.replace("@ODD@", oddNamesCommand().toLatin1());
    text.replace("@EXTRA@", extraFilesCommand().toLatin1().replace("\n", "\n     "));
    return text.replace("@NAME@", packageName.toLatin1());
}

}
