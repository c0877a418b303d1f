"""The sentences of a report in both languages: open questions, carried answers, evidence, and the method."""

from __future__ import annotations

from certready.model import Level, Text

# Open questions
OPEN_TITLE = Text(es="Preguntas abiertas", en="Open questions")
OPEN_INTRO = Text(
    es="No son brechas, pero cada una ensancha el puntaje: respóndalas con quien hace el trabajo.",
    en="They are no gaps, but each of them widens the score: answer them with the person who does the work.",
)
NO_OPEN = Text(es="No queda ninguna pregunta sin responder.", en="No question is left unanswered.")
QUESTION = Text(es="Pregunta", en="Question")
WEIGHT = Text(es="Importancia", en="Importance")
OPEN_FACTS = Text(es="Datos de la planta que faltan", en="Missing facts about the plant")
OPEN_FACTS_INTRO = Text(
    es="De estos datos depende qué requisitos obligan. Mientras falten, se toma como obligatorio lo que depende"
    " de ellos.",
    en="These facts decide which requirements bind. While they are missing, what depends on them is taken as binding.",
)
OPEN_OF_CHAPTER = Text(es="{n} abiertas", en="{n} open")
OPEN_ONE_OF_CHAPTER = Text(es="1 abierta", en="1 open")

# Carried answers
CARRIED_TITLE = Text(es="Respuestas trasladadas y contradicciones", en="Carried answers and contradictions")
CARRIED_INTRO = Text(
    es="Estos requisitos no se respondieron aparte: los cumple quien cumple otro más exigente, y cuentan como"
    " implementados.",
    en="These requirements were not answered on their own: whoever meets a stricter one meets them, and they"
    " count as implemented.",
)
NO_CARRIED = Text(es="Ninguna respuesta se trasladó de otro requisito.", en="No answer was carried from another one.")
CARRIED_FROM = Text(es="Trasladado de", en="Carried from")
BACKED_LEVEL = Text(es="Nivel respaldado", en="Backed level")
CONTRADICTIONS = Text(es="Contradicciones por aclarar", en="Contradictions to clear up")
CONTRADICTIONS_INTRO = Text(
    es="La respuesta propia dice menos de lo que implica otra respuesta de la misma planta. Se tomó la propia.",
    en="The own answer says less than another answer of the same plant implies. The own one was taken.",
)
OWN_ANSWER = Text(es="Respuesta propia", en="Own answer")
IMPLIED_BY = Text(es="Lo cumple, según", en="Met, according to")

# Not applicable
NA_TITLE = Text(es="Lo que no aplica y por qué", en="What does not apply, and why")
NA_INTRO = Text(
    es="Lo declarado como no aplicable sale del puntaje; un auditor revisará cada motivo.",
    en="What is declared not applicable leaves the score; an auditor will check each reason.",
)
NO_NA = Text(es="La planta no declaró nada como no aplicable.", en="The plant declared nothing as not applicable.")
REASON = Text(es="Motivo", en="Reason")
NOT_BINDING = Text(es="Requisitos que no obligan a esta planta", en="Requirements that do not bind this plant")
HOW_MANY = Text(es="Requisitos", en="Requirements")
KEPT = Text(es="Respuestas guardadas que aquí no deciden nada", en="Answers kept that decide nothing here")
KEPT_INTRO = Text(
    es="Son de requisitos que no obligan o de certificados no elegidos:",
    en="They belong to requirements that do not bind or to certificates not chosen:",
)

# Evidence
EVIDENCE_TITLE = Text(es="Evidencia declarada", en="Declared evidence")
EVIDENCE_INTRO = Text(
    es="Es la evidencia que la planta dice tener; nadie la ha revisado. Lo vencido no respalda nada.",
    en="This is the evidence the plant says it has; nobody has reviewed it. What has expired backs nothing.",
)
NO_EVIDENCE = Text(
    es="Aún no se ha capturado evidencia: por eso no se muestra un puntaje respaldado.",
    en="No evidence entered yet: this is why no backed score is shown.",
)
REGISTER = Text(es="Registro de documentos", en="Document register")
REGISTER_COLUMN = Text(es="Documento", en="Document")
REVISION = Text(es="Rev.", en="Rev.")
DATED = Text(es="Fecha", en="Date")
EXPIRES = Text(es="Vence", en="Expires")
STATE = Text(es="Estado", en="State")
CURRENT = Text(es="vigente", en="current")
EXPIRED = Text(es="VENCIDO", en="EXPIRED")
SERVES = Text(es="Respalda", en="Backs")
BY_REQUIREMENT = Text(es="Evidencia por requisito", en="Evidence by requirement")
CODE = Text(es="Clave", en="Code")
PIECES_NOTE = Text(
    es="Lo que lleva clave está en el registro de documentos, con su fecha; lo demás lleva la suya.",
    en="What has a code stands in the document register, with its date; all else has its own.",
)
PIECE = Text(es="Evidencia", en="Evidence")
UNTITLED = Text(es="sin título", en="untitled")

# Method
METHOD_TITLE = Text(es="Método y ediciones", en="Method and editions")
METHOD_INTRO = Text(
    es="Método {method}, certready {version}. Es un diseño de este programa, no una regla de autoridad alguna.",
    en="Method {method}, certready {version}. It is a design of this program, not a rule of any authority.",
)
LEVELS_NAME = Text(es="Niveles", en="Levels")
LEVELS_TEXT = Text(
    es="Cada requisito tiene el nivel de su parte más débil: {levels}. Desde implementado un auditor encuentra"
    " que se cumple.",
    en="Each requirement has the level of its weakest part: {levels}. From implemented on, an auditor finds"
    " conformity.",
)
LEVEL_PERCENT = Text(es="{level} {percent} %", en="{level} {percent} %")
WEIGHTS_NAME = Text(es="Pesos", en="Weights")
WEIGHTS_TEXT = Text(
    es="Un requisito crítico pesa {critical}, uno mayor {major} y uno menor {minor}. El avance es el promedio con"
    " esos pesos de lo que obliga y aplica.",
    en="A critical requirement weighs {critical}, a major one {major}, a minor one {minor}. Progress is the"
    " average, by these weights, of what binds and applies.",
)
GATES_NAME = Text(es="Candados", en="Gates")
GATES_TEXT = Text(
    es="Una brecha crítica nunca se compensa con lo demás. Tope de {several} con tres o más críticos por debajo"
    " de documentado, de {one} con uno o dos; de {open} con algún crítico sólo documentado o con cinco mayores"
    " por debajo de documentado. El puntaje es el menor entre el avance y el tope.",
    en="A critical gap is never averaged away. The cap is {several} with three or more criticals below"
    " documented, {one} with one or two, {open} with any critical merely documented or five majors below"
    " documented. The score is the lower of progress and cap.",
)
INTERVAL_NAME = Text(es="Intervalo", en="Interval")
INTERVAL_TEXT = Text(
    es="El extremo bajo toma lo no respondido como no hecho; el alto, como cumplido. El puntaje verdadero está"
    " entre los dos. Sólo se da un número cuando no falta nada por responder.",
    en="The low end takes what is unanswered as not done, the high end as met. The true score lies between them."
    " One number is given only when nothing is left to answer.",
)
BANDS_NAME = Text(es="Veredicto", en="Verdict")
BANDS_TEXT = Text(
    es="Listo: sin candados y desde {ready} %. Falta poco: desde {nearly} %. En desarrollo: desde {developing} %."
    " Si los dos extremos no dicen lo mismo, aún no se sabe.",
    en="Ready: no gate closed and from {ready} %. Nearly there: from {nearly} %. Under way: from {developing} %."
    " Where the two ends disagree, it is not known yet.",
)
TWO_SCORES_NAME = Text(es="Dos puntajes", en="Two scores")
TWO_SCORES_TEXT = Text(
    es="El declarado usa los niveles que dice la planta. El respaldado baja cada nivel a lo que sostiene la"
    " evidencia vigente: un documento respalda documentado; con registros, implementado; con prueba de que"
    " funciona, eficaz.",
    en="The declared one uses the levels the plant claims. The backed one cuts each level to what current"
    " evidence supports: a document backs documented; with records, implemented; with proof that it works,"
    " effective.",
)
GAP_GRADES_NAME = Text(es="Brechas", en="Gaps")
GAP_GRADES_TEXT = Text(
    es="Crítica: crítico por debajo de documentado. Mayor: crítico sólo documentado, o mayor por debajo de"
    " documentado. Menor: lo demás por debajo de implementado. Lo no respondido no es brecha.",
    en="Critical: a critical requirement below documented. Major: a critical one merely documented, or a major"
    " one below documented. Minor: all else below implemented. What is unanswered is no gap.",
)
PLAN_NAME = Text(es="Plan", en="Plan")
PLAN_TEXT = Text(
    es="Esfuerzo y plazos se estiman para una planta de 50 personas y se ajustan al tamaño de ésta; el puntaje"
    " después de cada paquete se calcula de nuevo, no se suma.",
    en="Effort and time are estimated for a plant of 50 people and adjusted to this plant's size; the score after"
    " each package is computed anew, not added up.",
)
EDITIONS = Text(es="Listas de verificación y ediciones usadas", en="Checklists and editions used")
CHECKLIST = Text(es="Lista", en="Checklist")
EDITION = Text(es="Edición", en="Edition")
IN_FORCE = Text(es="En vigor", en="In force")
AS_OF = Text(es="Revisada", en="As of")
SHA256 = Text(es="SHA-256", en="SHA-256")
SINCE = Text(es="desde {day}", en="since {day}")
UNTIL = Text(es="hasta {day}", en="until {day}")
ALWAYS_IN_FORCE = Text(es="sin fecha", en="no date")
PROFILE_FILE = Text(es="Perfil de la planta", en="Plant profile")
PRACTICES_FILE = Text(es="Prácticas y estimaciones", en="Practices and estimates")
SUPPLIER_FILE = Text(es="Archivo de la planta", en="Supplier file")
UNCHECKED = Text(es="sin huella", en="no checksum")

SHORT_LEVELS = {
    Level.ABSENT: Text(es="Ausente", en="Absent"),
    Level.INFORMAL: Text(es="Informal", en="Informal"),
    Level.DOCUMENTED: Text(es="Documentado", en="Documented"),
    Level.IMPLEMENTED: Text(es="Implementado", en="Implemented"),
    Level.EFFECTIVE: Text(es="Eficaz", en="Effective"),
    Level.UNKNOWN: Text(es="Sin respuesta", en="Unanswered"),
    Level.NOT_APPLICABLE: Text(es="No aplica", en="Not applicable"),
}
