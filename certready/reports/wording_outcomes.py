"""What each way of concluding an audit says, in both languages; what it is based on stands in outcomes.py."""

from __future__ import annotations

from certready.model import OutcomeModel, System, Text

TITLE = Text(es="Cómo lo vería cada inspector", en="How each inspector would see it")
INTRO = Text(
    es="Así clasificaría estas respuestas un inspector de cada autoridad. No es una probabilidad: es la regla de"
    " cada una aplicada a lo que la planta declara. «Si falta» cuenta lo pendiente de responder como no hecho;"
    " «si se cumple», como cumplido y comprobado.",
    en="This is how an inspector of each authority would sort these answers. It is no probability: it is each"
    " one's rule applied to what the plant declares. “If missing” counts what is unanswered as not done; “if"
    " met”, as met and shown to work.",
)
RULE = Text(es="Regla de", en="Rule of")
IF_MISSING = Text(es="Lo pendiente, si falta", en="Unanswered, if missing")
IF_MET = Text(es="Lo pendiente, si se cumple", en="Unanswered, if met")
AS_ANSWERED = Text(es="Con lo respondido", en="As answered")
HOW_IT_WORKS = Text(es="Cómo decide cada regla", en="How each rule decides")
NONE_CHOSEN = Text(
    es="Los certificados elegidos no tienen una regla de inspección que aplicar.",
    en="The chosen certificates have no inspection rule to apply.",
)

MODELS = {
    OutcomeModel.ISO_17021: Text(es="Organismo de certificación ISO", en="ISO certification body"),
    OutcomeModel.N19: Text(es="Auditor MDSAP (grados GHTF N19)", en="MDSAP auditor (GHTF N19 grades)"),
    OutcomeModel.FDA_DEVICE_OAI: Text(es="FDA, inspección de dispositivos", en="FDA device inspection"),
    OutcomeModel.FDA_SIX_SYSTEMS: Text(
        es="FDA, inspección de medicamentos por sistemas", en="FDA drug inspection by systems"
    ),
    OutcomeModel.PICS: Text(es="Inspector PIC/S", en="PIC/S inspector"),
    OutcomeModel.EU_GMP: Text(es="Autoridad de BPF de la Unión Europea", en="EU GMP authority"),
    OutcomeModel.COFEPRIS: Text(es="COFEPRIS, visita de verificación", en="COFEPRIS verification visit"),
    OutcomeModel.ACTA: Text(es="COFEPRIS, calificación por acta", en="COFEPRIS rating by acta"),
}

WORKING_RULE = Text(
    es="Una brecha que puede dañar al paciente es crítica y lleva a negar el certificado; más de cinco mayores lo"
    " ponen en duda; tres deficiencias de un capítulo hacen una mayor. Es regla de trabajo de este programa:"
    " no hay número oficial.",
    en="A gap that can harm the patient is critical and leads to refusal; more than five majors put the"
    " certificate in doubt; three deficiencies in one chapter make one major. A working rule of this program:"
    " no official number exists.",
)
RULES = {
    OutcomeModel.ISO_17021: Text(
        es="Toda no conformidad mayor detiene el certificado hasta cerrarla y verificarla; si no se logra en 6"
        " meses, se repite la auditoría de etapa 2. Cuatro o más hallazgos en una misma cláusula hacen una"
        " mayor (regla de trabajo).",
        en="Any major nonconformity withholds the certificate until closed and verified; if that takes more than"
        " 6 months, stage 2 is repeated. Four or more findings in one clause make a major (a working rule).",
    ),
    OutcomeModel.N19: Text(
        es="Cada no conformidad lleva un grado de 1 a 5 por su efecto en el producto, si se repite, si falta el"
        " procedimiento y si salió producto no conforme. Un grado 5, o más de dos grados 4, impide concluir"
        " que se cumple.",
        en="Each nonconformity gets a grade from 1 to 5 by its effect on the product, repetition, a missing"
        " procedure and nonconforming product released. One grade 5, or more than two grades 4, bars a"
        " conclusion of compliance.",
    ),
    OutcomeModel.FDA_DEVICE_OAI: Text(
        es="Hay temas que por sí solos llevan a una acción oficial (CAPA, quejas, validación, reportes, diseño)."
        " «Alto»: alguno no se hace. «Medio»: alguno está incompleto, o hay dos críticos más abiertos. «Bajo»:"
        " lo demás.",
        en="Some subjects alone lead to official action (CAPA, complaints, validation, reporting, design)."
        " “High”: one of them is not done. “Medium”: one is unfinished, or two other criticals are open."
        " “Low”: all else.",
    ),
    OutcomeModel.FDA_SIX_SYSTEMS: Text(
        es="La FDA revisa seis sistemas de la planta. Un sistema está fuera de control con un crítico sin hacer o"
        " con tres brechas graves; basta uno fuera de control para que se indique una acción oficial.",
        en="The FDA looks at six systems of the plant. A system is out of control with one critical not done or"
        " three grave gaps; one such system is enough for official action to be indicated.",
    ),
    OutcomeModel.PICS: WORKING_RULE,
    OutcomeModel.EU_GMP: WORKING_RULE,
    OutcomeModel.COFEPRIS: WORKING_RULE,
    OutcomeModel.ACTA: Text(
        es="Como en las actas anteriores: 2 puntos si se cumple, 1 si sólo está documentado, 0 si no. No se ha"
        " comprobado que las actas de hoy califiquen así.",
        en="As in the older acta forms: 2 points if met, 1 if only documented, 0 if not. It was not verified that"
        " today's forms rate this way.",
    ),
}

VERDICTS = {
    "certificate-withheld": Text(es="Certificado detenido", en="Certificate withheld"),
    "no-major": Text(es="Sin no conformidades mayores", en="No major nonconformities"),
    "no-conclusion-of-compliance": Text(es="No se podría concluir que cumple", en="No conclusion of compliance"),
    "not-barred": Text(es="Nada impide concluir que cumple", en="Nothing bars a conclusion of compliance"),
    "HIGH": Text(es="Alto: es de esperarse una acción oficial", en="High: official action to be expected"),
    "MEDIUM": Text(es="Medio: acción oficial posible", en="Medium: official action possible"),
    "LOW": Text(es="Bajo: sin indicios de acción oficial", en="Low: no sign of official action"),
    "OAI-indicated": Text(es="Acción oficial indicada", en="Official action indicated"),
    "not-indicated": Text(es="Acción oficial no indicada", en="Official action not indicated"),
    "refusal-likely": Text(es="Es de esperarse una negativa", en="Refusal to be expected"),
    "refusal-possible": Text(es="Negativa posible", en="Refusal possible"),
    "no-refusal-indicated": Text(es="Sin indicios de negativa", en="No sign of refusal"),
    "rated": Text(es="{points} de {maximum} puntos", en="{points} of {maximum} points"),
    "nothing-rated": Text(es="Nada que calificar", en="Nothing to rate"),
}

ISO_COUNTS = Text(es="Mayores: {majors}. Menores: {minors}.", en="Majors: {majors}. Minors: {minors}.")
ISO_SYSTEMIC = Text(es="Falla sistémica en: {clauses}.", en="Systemic failure in: {clauses}.")
N19_COUNTS = Text(
    es="No conformidades por grado, de 1 a 5: {one}, {two}, {three}, {four} y {five}.",
    en="Nonconformities by grade, from 1 to 5: {one}, {two}, {three}, {four} and {five}.",
)
N19_UNANNOUNCED = Text(es="Habría auditoría sin aviso.", en="An unannounced audit would follow.")
BECAUSE_OF = Text(es="Por: {requirements}.", en="Because of: {requirements}.")
AND_MORE = Text(es="{listed} y {n} más", en="{listed} and {n} more")
SYSTEMS_OUT = Text(es="Fuera de control: {systems}.", en="Out of control: {systems}.")
DEFICIENCIES = Text(
    es="Críticas: {critical}. Mayores: {major}. Otras: {other}.",
    en="Critical: {critical}. Major: {major}. Other: {other}.",
)
COMBINED = Text(es="Capítulos con una mayor por acumulación: {n}.", en="Chapters with a major by accumulation: {n}.")
ACTA_COUNTS = Text(
    es="Con 2 puntos: {two}; con 1: {one}; con 0: {zero}; no aplican: {na}.",
    en="With 2 points: {two}; with 1: {one}; with 0: {zero}; not applicable: {na}.",
)

SYSTEMS = {
    System.QUALITY: Text(es="calidad", en="quality"),
    System.FACILITIES: Text(es="instalaciones y equipo", en="facilities and equipment"),
    System.MATERIALS: Text(es="materiales", en="materials"),
    System.PRODUCTION: Text(es="producción", en="production"),
    System.PACKAGING: Text(es="acondicionamiento y etiquetado", en="packaging and labeling"),
    System.LABORATORY: Text(es="laboratorio", en="laboratory"),
}
