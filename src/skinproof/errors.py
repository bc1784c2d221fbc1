"""The error tree.

SkinproofError
├── FactError          a fact file is wrong: the message names file, line and mend
├── PackError          the pack is missing, unreadable or of another version
├── InputError         what the user gave cannot be used: the message says what to do
└── MissingExtraError  an optional part is not installed: the message holds the install line
"""

from __future__ import annotations


class SkinproofError(Exception):
    """Something that skinproof can explain; the message says what happened and what to do next."""


class FactError(SkinproofError):
    """One or more fact files are wrong."""


class PackError(SkinproofError):
    """The pack of prepared facts cannot be used."""


class InputError(SkinproofError):
    """What the user gave cannot be used."""


class MissingExtraError(SkinproofError):
    """An optional part is needed but not installed."""

    @classmethod
    def of(cls, what: str, package: str, extra: str) -> MissingExtraError:
        """Return the error for a package, with how to install it.

        Args:
            what: what cannot be done.
            package: what it needs.
            extra: the optional part that holds the package.
        """
        return cls(f"{what} needs the package {package}, which is not installed. Install it from the folder of skinproof's source: pip install '.[{extra}]'")
