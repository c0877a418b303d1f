"""The trade's glossary: what an auditor, a plant and a checklist are made of.

Every noun is frozen. Nothing here reads a file, a clock or a screen. Sources: the public contract of the files
(README, "Files") and, for the levels and weights, section "The method" of the README.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Language(StrEnum):
    """Language of screens, messages and reports."""

    ES = "es"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in both languages; none is ever shown in one language only."""

    es: str
    en: str

    def to(self, language: Language) -> str:
        """The sentence in one language."""
        return self.es if language is Language.ES else self.en

    def format(self, **values: object) -> Text:
        """The same sentence with its placeholders filled in; a Text as value is put in its own language."""
        es = {key: value.es if isinstance(value, Text) else value for key, value in values.items()}
        en = {key: value.en if isinstance(value, Text) else value for key, value in values.items()}
        return Text(es=self.es.format(**es), en=self.en.format(**en))


@dataclass(frozen=True, slots=True)
class Texts:
    """A list of short texts (evidence, pitfalls, actions), item by item in both languages."""

    es: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    def to(self, language: Language) -> tuple[str, ...]:
        """The list in one language."""
        return self.es if language is Language.ES else self.en


class Level(StrEnum):
    """How far the weakest part of a requirement has come."""

    ABSENT = "absent"
    INFORMAL = "informal"  # done by habit, not written
    DOCUMENTED = "documented"  # approved document, no or hardly any records
    IMPLEMENTED = "implemented"  # in use with records: an auditor finds conformity from here on
    EFFECTIVE = "effective"  # and its effect was checked
    NOT_APPLICABLE = "not-applicable"  # leaves the score; the file must say why
    UNKNOWN = "unknown"  # anywhere from absent to effective: widens the interval


LADDER = (Level.ABSENT, Level.INFORMAL, Level.DOCUMENTED, Level.IMPLEMENTED, Level.EFFECTIVE)
"""The levels a plant climbs, lowest first."""


class Criticality(StrEnum):
    """What the absence of a requirement does to a certificate."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"


class EvidenceKind(StrEnum):
    """What a piece of evidence shows."""

    DOCUMENT = "document"  # it is written and approved
    RECORD = "record"  # it was done
    EFFECT = "effect"  # it works: audit, metric against target, review


class Impact(StrEnum):
    """Impact of a requirement on the device by GHTF/SG3/N19:2012, step 1."""

    DIRECT = "direct"
    INDIRECT = "indirect"


class System(StrEnum):
    """FDA's six systems of a drug plant (CPGM 7356.002)."""

    QUALITY = "quality"
    FACILITIES = "facilities-equipment"
    MATERIALS = "materials"
    PRODUCTION = "production"
    PACKAGING = "packaging-labeling"
    LABORATORY = "laboratory"


class OutcomeModel(StrEnum):
    """Whose way of concluding an audit a checklist asks for; see outcomes.py."""

    ISO_17021 = "iso-17021"
    N19 = "n19"
    FDA_DEVICE_OAI = "fda-device-oai"
    FDA_SIX_SYSTEMS = "fda-six-systems"
    PICS = "pics"
    EU_GMP = "eu-gmp"
    COFEPRIS = "cofepris"
    ACTA = "acta"


class Basis(StrEnum):
    """How surely a section's number is known."""

    TEXT = "text"  # the official text was read
    SECONDARY = "secondary"  # a note or paraphrase was read
    CHAPTER = "chapter"  # only the chapter is known
    GENERAL = "general"  # general knowledge


@dataclass(frozen=True, slots=True)
class Period:
    """Days on which something is in force, both ends included; None leaves an end open."""

    start: date | None = None
    until: date | None = None
    superseded_by: str | None = None

    def covers(self, day: date) -> bool:
        """Whether the period is running on that day."""
        return (self.start is None or self.start <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Condition:
    """Facts that must all match for something to bind: any value of each list; `inverted` must not match."""

    facts: tuple[tuple[str, frozenset[str]], ...] = ()
    inverted: Condition | None = None

    def fact_ids(self) -> Iterator[str]:
        """The ids of all facts it looks at."""
        for fact, _ in self.facts:
            yield fact
        if self.inverted is not None:
            yield from self.inverted.fact_ids()


ALWAYS = Condition()
"""Binds every plant."""


class FactKind(StrEnum):
    """How a fact of the profile is answered."""

    MANY = "many"
    ONE = "one"
    YES_NO = "yes-no"
    CERTIFICATES = "certificates"


@dataclass(frozen=True, slots=True)
class Fact:
    """A question about the plant whose answer decides which requirements bind."""

    id: str
    kind: FactKind
    question: Text
    options: Mapping[str, Text] = field(default_factory=dict)
    applies_when: Condition = ALWAYS
    options_when: Mapping[str, Condition] = field(default_factory=dict)  # options that make sense to some plants only


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate that the plant holds already."""

    scheme: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """The facts of a plant, as lists of values ("true" and "false" for yes-no facts)."""

    facts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    certificates: tuple[Certificate, ...] | None = None  # None: nobody has answered yet


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered section of a source document, in our own words."""

    number: str
    title: Text
    gist: Text
    assessable: bool
    basis: Basis
    formerly: tuple[str, ...] = ()
    applies_when: Condition = ALWAYS
    parent: str | None = None  # it is a paragraph of another row, asked with it


@dataclass(frozen=True, slots=True)
class Regulation:
    """A source document: law, norm, standard or guide."""

    id: str
    title: Text
    edition: str
    authority: str = ""
    in_force: Period = Period()
    url: str = ""
    as_of: date | None = None
    sections: Mapping[str, Section] = field(default_factory=dict)  # by number


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing an auditor will ask a supplier to show: one question, one answer."""

    id: str  # "iso-13485/7.4.1": permanent, never reused
    chapter: str  # "iso-13485/7.4"
    cites: tuple[str, ...]  # where the auditor looks it up: "mx-nom-241/5 (quejas)"
    title: Text
    question: Text
    evidence: Texts
    pitfalls: Texts
    criticality: Criticality
    practice: str
    product_risk: bool = False  # a total failure can hurt a patient
    documented_procedure: bool = False  # a written procedure is demanded
    na_allowed: bool = True
    in_force: Period = Period()
    applies_when: Condition = ALWAYS
    met_by: tuple[str, ...] = ()  # whoever meets one of these meets this one
    see_also: tuple[str, ...] = ()  # overlap: its level is suggested, never carried
    nc_impact: Impact | None = None
    oai_trigger: bool = False
    system: System | None = None

    @property
    def checklist(self) -> str:
        """Id of the checklist that owns it."""
        return self.id.partition("/")[0]

    @property
    def local_id(self) -> str:
        """Its id inside its checklist: the clause number or a slug."""
        return self.id.partition("/")[2]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a checklist as a reader meets it."""

    id: str  # "iso-13485/7.4"
    title: Text
    requirements: tuple[Requirement, ...] = ()


@dataclass(frozen=True, slots=True)
class Inclusion:
    """What a checklist takes from another one, and under which numerals its own authority asks it."""

    checklist: str
    only: tuple[str, ...] | None = None  # full ids; None takes all
    cites: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by full id


@dataclass(frozen=True, slots=True)
class Application:
    """How the certificate of a target is applied for."""

    terms: tuple[str, ...] = ()  # rows of fees.yaml that say how long it takes, one after the other
    fees: tuple[str, ...] = ()  # rows of fees.yaml that say what it costs
    issued: bool = True  # False: the authority inspects, and gives no certificate
    scheme: str = ""  # the certificate's name among those that a plant may hold
    practice: str = ""  # the practice whose work obtains it


@dataclass(frozen=True, slots=True)
class Checklist:
    """What one target (a certificate or an approval route) asks."""

    id: str
    authority: str
    title: Text
    certificate: Text
    edition: str
    as_of: date
    in_force: Period = Period()
    includes: tuple[Inclusion, ...] = ()
    applies_when: Condition = ALWAYS  # covers what is included too
    outcome_models: tuple[OutcomeModel, ...] = ()
    application: Application | None = None  # None: nobody has said how it is applied for
    voluntary: bool = False  # no authority demands it: offered to a plant, not proposed
    retired: Mapping[str, str] = field(default_factory=dict)  # old full id -> its successor's full id
    chapters: tuple[Chapter, ...] = ()

    def requirements(self) -> Iterator[Requirement]:
        """Its own requirements, in order."""
        for chapter in self.chapters:
            yield from chapter.requirements


@dataclass(frozen=True, slots=True)
class Range:
    """An estimate: low, likely, high."""

    low: float
    likely: float
    high: float


@dataclass(frozen=True, slots=True)
class Cost:
    """Outside cost of a step, an estimate in one currency."""

    amount: Range
    currency: str


@dataclass(frozen=True, slots=True)
class Role:
    """Who works on the project, and how many people there are by default."""

    id: str
    title: Text
    capacity: float


@dataclass(frozen=True, slots=True)
class Step:
    """The work that lifts a practice from one level to the next, in a plant of 50 people."""

    start: Level
    end: Level
    actions: Texts
    deliverables: Texts
    effort: Range  # person-days
    shares: Mapping[str, float]  # of the effort, by role; they sum to 1
    run_weeks: float  # records accrue; uses nobody
    elapsed_weeks: Range  # calendar weeks, run time included
    cost: Cost


@dataclass(frozen=True, slots=True)
class Practice:
    """How a plant meets a family of requirements; carries the remediation."""

    id: str
    title: Text
    owner: str  # role id
    steps: tuple[Step, ...]
    after: tuple[str, ...] = ()  # practices that must be documented first
    use_after: tuple[str, ...] = ()  # practices that must be in use before this one is put to use
    basis: Text = Text(es="", en="")


@dataclass(frozen=True, slots=True)
class PracticeBook:
    """All practices and the roles that do the work."""

    roles: Mapping[str, Role] = field(default_factory=dict)
    practices: Mapping[str, Practice] = field(default_factory=dict)
    effort_exponent: float = 0.6  # effort scales with (employees / 50) to this power
    as_of: date | None = None


class FeeKind(StrEnum):
    """What a row of fees.yaml tells: a price, a time, or a guess at either."""

    FEE = "fee"  # a price that an authority or a certification body publishes
    LEGAL_TIME = "legal-time"  # a term of law, or a goal that the authority has committed to
    REAL_TIME = "real-time"  # what was observed
    ESTIMATE = "estimate"  # never an official figure; shown with its range


class TimeUnit(StrEnum):
    """In what a term is counted."""

    CALENDAR_DAYS = "calendar-days"
    BUSINESS_DAYS = "business-days"  # of the authority's own country
    FDA_DAYS = "fda-days"  # calendar days that stop while the firm answers
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Fee:
    """What a filing costs or how long it takes, with its year and its source.

    Money has a currency and time a unit; both have either `value` or `low` and `high`. A row without any of these
    says in its note or source why there is no figure.
    """

    id: str
    authority: str  # whose route it belongs to
    kind: FeeKind
    title: Text
    source: Text
    value: float | None = None
    low: float | None = None
    high: float | None = None
    currency: str | None = None  # ISO 4217; None: it is a time
    unit: TimeUnit | None = None
    payable: float | None = None  # the amount after the rounding that the law orders
    day: date | None = None  # a date instead of a term
    per: Text | None = None  # what one payment covers
    legal_basis: str = ""
    year: int | None = None  # of the figure
    in_force: Period = Period()
    verified: bool = False  # False: to be checked before anyone budgets with it
    note: Text | None = None
    targets: tuple[str, ...] = ()  # ids of the checklists whose plants meet it
    practice: str | None = None  # whose step files it


@dataclass(frozen=True, slots=True)
class Source:
    """A file that a result rests on."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Library:
    """Everything certready knows: checklists, regulations, practices and profile questions."""

    checklists: Mapping[str, Checklist] = field(default_factory=dict)
    regulations: Mapping[str, Regulation] = field(default_factory=dict)
    book: PracticeBook = PracticeBook()
    facts: Mapping[str, Fact] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)  # by checklist id, and "profile", "practices"
    fees: tuple[Fee, ...] = ()

    def requirement(self, full_id: str) -> Requirement | None:
        """The requirement with that id ("iso-13485/7.5.6"), if any checklist has it."""
        checklist = self.checklists.get(full_id.partition("/")[0])
        if checklist is None:
            return None
        return next((row for row in checklist.requirements() if row.id == full_id), None)

    def section(self, cite: str) -> Section | None:
        """The section that a cite ("iso-13485/7.5.6") points to, if known."""
        regulation, _, number = cite.partition("/")
        found = self.regulations.get(regulation)
        return found.sections.get(number) if found else None


@dataclass(frozen=True, slots=True)
class Document:
    """An entry of the supplier's document register: one document serves many answers."""

    ref: str
    title: str = ""
    revision: str = ""
    dated: date | None = None
    expires: date | None = None
    file: str = ""
    sha256: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the supplier says it can show for an answer."""

    kind: EvidenceKind
    ref: str | None = None  # of the document register
    title: str = ""
    dated: date | None = None
    expires: date | None = None
    file: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the supplier says of one requirement."""

    level: Level
    evidence: tuple[Evidence, ...] = ()
    reason: str = ""  # why not applicable
    repeat: bool = False  # raised before against the same requirement
    released: bool = False  # nonconforming product left the plant
    note: str = ""
    by: str = ""
    on: date | None = None


class PackageState(StrEnum):
    """How far the plant is with a practice, by its own word."""

    TODO = "todo"
    IN_PROGRESS = "in-progress"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Progress:
    """A work package under way or done."""

    state: PackageState
    since: date | None = None


@dataclass(frozen=True, slots=True)
class PlanWishes:
    """What the supplier wants of its plan."""

    start: date | None = None
    budget_mxn: float | None = None
    ready_by: date | None = None
    team: Mapping[str, float] = field(default_factory=dict)  # people, by role
    shutdowns: tuple[Period, ...] = ()
    fx: Mapping[str, float] = field(default_factory=dict)  # MXN per unit of currency
    fx_on: date | None = None
    progress: Mapping[str, Progress] = field(default_factory=dict)  # by practice


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to write to at the plant."""

    name: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Supplier:
    """One site as its supplier file tells it: who, which facts, which targets, which answers."""

    name: str
    profile: Profile = Profile()
    targets: tuple[str, ...] = ()
    answers: Mapping[str, Answer] = field(default_factory=dict)  # by full requirement id
    documents: Mapping[str, Document] = field(default_factory=dict)  # by ref
    plan: PlanWishes = PlanWishes()
    rfc: str = ""
    state: str = ""
    employees: int | None = None
    contact: Contact = Contact()
    cohort: bool = False  # a chamber may count this file
    language: Language | None = None
    assessed_on: date | None = None
    assessed_by: str = ""
    source: Source | None = None
