"""Who the plant is: the `supplier` and `profile` sections of a supplier file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from certready.loading import faults
from certready.loading.conditions import Facts
from certready.loading.fields import Fields, as_fields, is_nothing, items, text, whole, words, yes_no
from certready.loading.report import Report
from certready.loading.rule import shown
from certready.loading.source import Node
from certready.model import Certificate, Contact, Fact, FactKind, Profile

_SUPPLIER = frozenset(["name", "rfc", "state", "employees", "contact", "share"])
_CONTACT = frozenset(["name", "email", "phone"])
_SHARE = frozenset({"cohort"})
_CERTIFICATE = frozenset({"scheme", "until"})
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
MOST_EMPLOYEES = 1_000_000


@dataclass(slots=True)
class Identity:
    """The `supplier` section, and the same as plain values for JSON."""

    name: str = ""
    rfc: str = ""
    state: str = ""
    employees: int | None = None
    contact: Contact = field(default_factory=Contact)
    cohort: bool = False
    data: dict[str, object] = field(default_factory=dict)


def read_identity(root: Fields) -> Identity:
    """Who the plant is."""
    found = Identity()
    if root.missing("supplier"):
        return found
    node = root.get("supplier")
    fields = as_fields(root.report, node, "supplier", _SUPPLIER) if node is not None else None
    if fields is None:
        return found
    fields.missing("name")
    found.name, found.state = fields.text("name"), fields.text("state")
    found.rfc = _rfc(fields)
    employees = fields.get("employees")
    if employees is not None:
        found.employees = whole(fields.report, employees, "employees", 1, MOST_EMPLOYEES)
    contact, share = fields.fields("contact", _CONTACT), fields.fields("share", _SHARE)
    if contact is not None:
        found.contact = _contact(contact)
    found.cohort = share.flag("cohort") if share is not None else False
    found.data = {key: _plain(found, key, contact, share) for key, _, value in fields.own() if not is_nothing(value)}
    return found


def _plain(found: Identity, key: str, contact: Fields | None, share: Fields | None) -> object:
    if key == "contact":
        return {name: contact.text(name) for name, _, _ in contact.own()} if contact is not None else {}
    if key == "share":
        return {"cohort": found.cohort} if share is not None else {}
    return getattr(found, key, None)


def _contact(fields: Fields) -> Contact:
    email = fields.text("email")
    if email and not _EMAIL.fullmatch(email):
        fields.report.add(faults.BAD_EMAIL, fields.place("email"), word=shown(email))
    return Contact(fields.text("name"), email, fields.text("phone"))


def _rfc(fields: Fields) -> str:
    written = fields.text("rfc")
    if not written:
        return ""
    from stdnum.exceptions import ValidationError  # costs 10 ms, and many files have no RFC
    from stdnum.mx import rfc

    try:
        return str(rfc.validate(written))
    except ValidationError:
        fields.report.add(faults.BAD_RFC, fields.place("rfc"), word=shown(written))
        return written


def read_profile_answers(report: Report, node: Node | None, facts: Facts) -> tuple[Profile, dict[str, object]]:
    """The facts of the plant, and the same as plain values for JSON."""
    if node is None or is_nothing(node):
        return Profile(), {}
    fields = as_fields(report, node, "profile", None)
    if fields is None:
        return Profile(), {}
    values: dict[str, tuple[str, ...]] = {}
    data: dict[str, object] = {}
    certificates: tuple[Certificate, ...] | None = None
    for name, place, value in fields.own():
        fact = facts.get(name)
        if fact is None:
            report.unknown(faults.UNKNOWN_PROFILE_FACT, place, name, facts)
        elif is_nothing(value):
            continue  # asked and left open
        elif fact.kind is FactKind.CERTIFICATES:
            certificates = _certificates(report, value, fact)
            data[name] = [_certificate_data(held) for held in certificates]
        else:
            given = _given(report, value, fact)
            if given is not None:
                values[name] = given
                data[name] = _fact_data(fact, given)
    return Profile(values, certificates), data


def _given(report: Report, node: Node, fact: Fact) -> tuple[str, ...] | None:
    if fact.kind is FactKind.YES_NO:
        answer = yes_no(report, node, fact.id)
        return None if answer is None else (("true",) if answer else ("false",))
    if fact.kind is FactKind.MANY:
        listed = words(report, node, fact.id, lone=True)
        for word in listed:
            _check_option(report, word, word.text, fact)
        return tuple(word.text for word in listed)
    one = text(report, node, fact.id)
    if one is None:
        return None
    _check_option(report, node, one, fact)
    return (one,)


def _check_option(report: Report, node: Node, word: str, fact: Fact) -> None:
    if word not in fact.options:
        report.unknown(faults.NOT_AN_OPTION, node, word, fact.options, fact=fact.id, known=", ".join(fact.options))


def _certificates(report: Report, node: Node, fact: Fact) -> tuple[Certificate, ...]:
    found: list[Certificate] = []
    for item in items(report, node, fact.id):
        fields = as_fields(report, item, fact.id, _CERTIFICATE)
        if fields is None or fields.missing("scheme"):
            continue
        scheme = fields.text("scheme")
        if scheme and scheme not in fact.options:
            report.unknown(faults.UNKNOWN_SCHEME, fields.place("scheme"), scheme, fact.options)
        found.append(Certificate(scheme, fields.date("until")))
    return tuple(found)


def _certificate_data(held: Certificate) -> dict[str, str]:
    data = {"scheme": held.scheme}
    if held.until is not None:
        data["until"] = held.until.isoformat()
    return data


def _fact_data(fact: Fact, given: tuple[str, ...]) -> object:
    match fact.kind:
        case FactKind.YES_NO:
            return given == ("true",)
        case FactKind.MANY:
            return list(given)
        case FactKind.ONE | FactKind.CERTIFICATES:
            return given[0]
