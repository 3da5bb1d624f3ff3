#include "core/package/verifytext.h"

namespace plimsoll {

QByteArray verifyText(const QString &packageName)
{
    QByteArray text = R"(HOW TO CHECK THIS PACKAGE

Package: @NAME@

What the check proves. When every step below is clean, the package is complete and
unchanged against its own list; who made it is not proven. The seal closes that gap:
it is the SHA-256 fingerprint of the file tagmanifest-sha256.txt. Ask the sender for
the seal by another channel than the one that brought the package (telephone, a
letter, a signed mail) and compare it with the one that step 4 prints. If both are
equal, this is the package the sender sealed, to the last byte. Signatures, if any,
lie in the folder signatures/ and are not part of the list.

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

3. Extra: must print nothing. A name printed here is in data/ but not in the list,
   or in the list but not in data/.
     { cut -c67- manifest-sha256.txt; find data -type f; } | LC_ALL=C sort | uniq -u

4. The seal: the first 64 digits.
     sha256sum tagmanifest-sha256.txt


WINDOWS (PowerShell 5.1 or later)

1. Unpack.
     Expand-Archive -LiteralPath .\@NAME@.zip -DestinationPath .
     Set-Location .\@NAME@

2. Missing or changed: must print nothing.
     foreach ($list in 'manifest-sha256.txt', 'tagmanifest-sha256.txt') { Get-Content $list | ForEach-Object { $hash, $path = $_ -split '  ', 2; if (-not (Test-Path -LiteralPath $path)) { "missing $path" } elseif ((Get-FileHash -LiteralPath $path -Algorithm SHA256).Hash -ne $hash) { "changed $path" } } }

3. Extra: must print nothing.
     $listed = Get-Content manifest-sha256.txt | ForEach-Object { ($_ -split '  ', 2)[1] }
     Get-ChildItem data -Recurse -File -Force | ForEach-Object { $_.FullName.Substring($PWD.Path.Length + 1).Replace('\', '/') } | Where-Object { $listed -notcontains $_ } | ForEach-Object { "extra $_" }

4. The seal.
     (Get-FileHash tagmanifest-sha256.txt -Algorithm SHA256).Hash.ToLower()
)";
    return text.replace("@NAME@", packageName.toLatin1());
}

}
