"""The sentences of a report in both languages: page one, scores, gaps and plan. More stand in wording_*.py."""

from __future__ import annotations

from certready.model import Criticality, EvidenceKind, Text
from certready.scoring import Verdict

MONTHS = (
    Text("enero", "January"),
    Text("febrero", "February"),
    Text("marzo", "March"),
    Text("abril", "April"),
    Text("mayo", "May"),
    Text("junio", "June"),
    Text("julio", "July"),
    Text("agosto", "August"),
    Text("septiembre", "September"),
    Text("octubre", "October"),
    Text("noviembre", "November"),
    Text("diciembre", "December"),
)
DAY = Text(es="{day} de {month} de {year}", en="{day} {month} {year}")

REPORT_TITLE = Text(es="Informe de preparación para certificación", en="Certification readiness report")
SUBJECT = Text(es="Autoevaluación de preparación", en="Readiness self-assessment")
ASSESSED_BY = Text(es="Evaluó:", en="Assessed by:")
ASSESSED_BY_NOBODY = Text(es="No se indicó quién evaluó", en="The assessor was not named")
NO_NAME = Text(es="Planta sin nombre", en="Unnamed plant")
PEOPLE = Text(es="{n} personas", en="{n} people")
FOOTER = Text(es="Autoevaluación del {day}", en="Self-assessment of {day}")
PAGE_OF = Text(es="Página {page} de {pages}", en="Page {page} of {pages}")
CONTENTS = Text(es="Contenido", en="Contents")
BASIS_NOTE = Text(
    es="† Del documento oficial sólo se conoce el capítulo o el tema: verifique el numeral en el texto vigente.",
    en="† Only the chapter or topic of the official document is known: check the numeral in the text in force.",
)

# Page one
STANDINGS_TITLE = Text(es="¿Estamos listos?", en="Are we ready?")
VERDICTS = {
    Verdict.READY: Text(es="LISTO", en="READY"),
    Verdict.NEARLY: Text(es="TODAVÍA NO, falta poco", en="NOT YET, nearly there"),
    Verdict.DEVELOPING: Text(es="TODAVÍA NO, en desarrollo", en="NOT YET, under way"),
    Verdict.NOT_READY: Text(es="NO ESTÁ LISTO", en="NOT READY"),
    Verdict.UNDETERMINED: Text(es="AÚN NO SE SABE, faltan respuestas", en="NOT KNOWN YET, answers are missing"),
}
NOT_FOR_THIS_PLANT = Text(es="NO APLICA a esta planta", en="DOES NOT APPLY to this plant")
NOTHING_TO_SCORE = Text(es="SIN REQUISITOS que calificar", en="NOTHING TO SCORE")
HEADLINE_READY = Text(
    es="Por lo que declara la planta, está lista para {ready} de {all} certificados o trámites.",
    en="By what the plant declares, it is ready for {ready} of {all} certificates or routes.",
)
HEADLINE_ONE_READY = Text(
    es="Por lo que declara, la planta está lista para presentarse.",
    en="By what it declares, the plant is ready to present itself.",
)
HEADLINE_NOT_READY = Text(
    es="Por lo que declara, la planta todavía no está lista. Tiene {critical} {gaps} y {open} {questions} sin"
    " responder.",
    en="By what it declares, the plant is not ready yet. It has {critical} {gaps} and {open} {questions} left.",
)
HEADLINE_ANSWERED_NOT_READY = Text(
    es="Por lo que declara, la planta todavía no está lista. Tiene {critical} {gaps}.",
    en="By what it declares, the plant is not ready yet. It has {critical} {gaps}.",
)
HEADLINE_UNKNOWN = Text(
    es="Todavía no se puede decir: faltan {open} de {all} respuestas.",
    en="It cannot be said yet: {open} of {all} answers are missing.",
)
CRITICAL_GAP = Text(es="brecha crítica", en="critical gap")
CRITICAL_GAPS = Text(es="brechas críticas", en="critical gaps")
QUESTION_LEFT = Text(es="pregunta", en="open question")
QUESTIONS_LEFT = Text(es="preguntas", en="open questions")
HEADLINE_NO_TARGET = Text(
    es="Ningún certificado de los elegidos aplica a esta planta o tiene requisitos que calificar.",
    en="None of the chosen certificates applies to this plant or has anything to score.",
)

SCORE_DECLARED = Text(es="Puntaje declarado", en="Declared score")
SCORE_BACKED = Text(es="Respaldado con evidencia {score}", en="Backed by evidence {score}")
NO_EVIDENCE_YET = Text(es="Aún no se ha capturado evidencia", en="No evidence entered yet")
COVERAGE = Text(es="Respondido: {share}", en="Answered: {share}")
NO_COVERAGE = Text(es="Nada que responder", en="Nothing to answer")
INTERVAL = Text(es="{low} a {high}", en="{low} to {high}")
NO_SCORE = Text(es="s/c", en="n/a")
READY_LINE_NOTE = Text(
    es="De 0 a 100. Línea punteada: listo desde 75, sin candados.",
    en="From 0 to 100. Dashed line: ready from 75, no gate closed.",
)
READY_LINE = Text(es="listo desde 75 %, sin candados", en="ready from 75 %, no gate closed")

OBSTACLES_TITLE = Text(es="Qué nos detiene", en="What stops us")
NO_OBSTACLES = Text(
    es="Ningún requisito crítico frena el puntaje.",
    en="No critical requirement holds the score down.",
)
OBSTACLES_MORE = Text(es="y {n} más, detallados adelante", en="and {n} more, detailed below")
OBSTACLES_UNKNOWN = Text(
    es="Además, {n} requisitos decisivos siguen sin respuesta: mientras tanto cuentan en contra.",
    en="Besides, {n} decisive requirements are still unanswered: until then they count against the plant.",
)
OBSTACLES_ONE_UNKNOWN = Text(
    es="Además, 1 requisito decisivo sigue sin respuesta: mientras tanto cuenta en contra.",
    en="Besides, 1 decisive requirement is still unanswered: until then it counts against the plant.",
)
ONLY_UNKNOWN = Text(
    es="{n} requisitos decisivos no tienen respuesta. Respóndalos primero: cada uno puede frenar el certificado.",
    en="{n} decisive requirements have no answer. Answer them first: each of them can stop the certificate.",
)

NEEDS_TITLE = Text(es="Qué hace falta para cerrar las brechas conocidas", en="What it takes to close the known gaps")
NEED_EFFORT = Text(es="Trabajo propio", en="Own work")
NEED_COST = Text(es="Gasto externo", en="Outside cost")
NEED_TIME = Text(es="Tiempo", en="Time")
MILLIONS_RANGE = Text(es="{low} a {high} millones MXN", en="MXN {low} to {high} million")
EFFORT_RANGE = Text(es="{low} a {high} días-persona", en="{low} to {high} person-days")
COST_RANGE = Text(es="{low} a {high} MXN", en="MXN {low} to {high}")
WEEKS_RANGE = Text(es="{low} a {high} semanas", en="{low} to {high} weeks")
ABOUT_DAYS = Text(es="unos {likely} días-persona", en="some {likely} person-days")
ABOUT_COST = Text(es="unos {likely} MXN", en="some MXN {likely}")
ABOUT_WEEKS = Text(es="unas {likely} semanas ({months} meses)", en="some {likely} weeks ({months} months)")
FROM_CASE_TO_CASE = Text(es="según el caso, de {low} a {high}", en="depending on the case, {low} to {high}")
HALF_TO_MOST = Text(es="en la mitad de los casos · en 4 de cada 5", en="in half of the cases · in 4 of 5")
DONE_BETWEEN = Text(es="{half} · {most}", en="{half} · {most}")
NO_GAPS_TO_CLOSE = Text(
    es="No hay brechas conocidas: nada que estimar.",
    en="There are no known gaps: nothing to estimate.",
)
ESTIMATES = Text(
    es="Son estimaciones para una planta de este tamaño, no cotizaciones; no incluyen obra, maquinaria ni derechos.",
    en="These are estimates for a plant of this size, not quotes; works, machines and official fees are left out.",
)
FX_ASSUMED = Text(
    es="Tipo de cambio supuesto: {usd} MXN por USD y {eur} MXN por EUR.",
    en="Assumed exchange rates: MXN {usd} per USD and MXN {eur} per EUR.",
)
FX_GIVEN = Text(
    es="Tipo de cambio de la planta: {usd} MXN por USD y {eur} MXN por EUR.",
    en="The plant's exchange rates: MXN {usd} per USD and MXN {eur} per EUR.",
)
PLAN_MAY_GROW = Text(
    es="Quedan {n} preguntas abiertas: al responderlas el trabajo puede crecer.",
    en="{n} questions are open: once answered, the work may grow.",
)
PLAN_MAY_GROW_ONE = Text(
    es="Queda 1 pregunta abierta: al responderla el trabajo puede crecer.",
    en="1 question is open: once answered, the work may grow.",
)
OPEN_FACTS_REMARK = Text(
    es="Faltan {n} datos del perfil de la planta: lo que depende de ellos se tomó como obligatorio.",
    en="{n} facts of the plant's profile are missing: what depends on them was taken as binding.",
)
OPEN_FACT_REMARK = Text(
    es="Falta 1 dato del perfil de la planta: lo que depende de él se tomó como obligatorio.",
    en="1 fact of the plant's profile is missing: what depends on it was taken as binding.",
)
NOTICE = Text(
    es="Este informe es una autoevaluación hecha con lo que la planta declara. No lo emite ninguna autoridad ni"
    " organismo de certificación y no promete certificado alguno ni el resultado de ninguna visita.",
    en="This report is a self-assessment made from what the plant declares. It is issued by no authority or"
    " certification body and promises no certificate and no outcome of any inspection.",
)

# Scores
SCORES_TITLE = Text(es="Resultado por certificado y capítulo", en="Result by certificate and chapter")
SCORES_INTRO = Text(
    es="Cada barra va del puntaje más bajo al más alto posible: lo pendiente de responder cuenta primero como no"
    " hecho y después como cumplido. Los capítulos muestran el avance sin candados.",
    en="Each bar runs from the lowest to the highest possible score: what is unanswered counts first as not done,"
    " then as met. Chapters show progress without gates.",
)
SCORES_CAPTION = Text(es="Puntaje por capítulo, en porcentaje", en="Score by chapter, percent")
LEVELS_CAPTION = Text(es="Requisitos por nivel alcanzado", en="Requirements by level reached")
WHOLE_TARGET = Text(es="Puntaje del certificado", en="Score of the certificate")
CHAPTER = Text(es="Capítulo", en="Chapter")
SCORE = Text(es="Puntaje", en="Score")
ANSWERED = Text(es="Respondidos", en="Answered")
ANSWERED_OF = Text(es="{answered} de {binding}", en="{answered} of {binding}")
CAP_LINE = Text(
    es="Avance sin candados: {raw}. Tope por candados: {cap}. {gates} requisitos frenan el puntaje.",
    en="Progress without gates: {raw}. Cap set by gates: {cap}. {gates} requirements hold the score down.",
)
CAP_LINE_ONE = Text(
    es="Avance sin candados: {raw}. Tope por candados: {cap}. {gates} requisito frena el puntaje.",
    en="Progress without gates: {raw}. Cap set by gates: {cap}. {gates} requirement holds the score down.",
)
NO_CAP_LINE = Text(
    es="Avance: {raw}. Ningún candado frena el puntaje.",
    en="Progress: {raw}. No gate holds the score down.",
)
COUNTS_LINE = Text(
    es="{binding} requisitos obligan a la planta: {answered} respondidos, {carried} trasladados de otro"
    " requisito, {unknown} sin respuesta y {na} no aplican ({share} del peso).",
    en="{binding} requirements bind the plant: {answered} answered, {carried} carried from another requirement,"
    " {unknown} unanswered and {na} not applicable ({share} of the weight).",
)
GAPS_LINE = Text(
    es="Brechas: {critical} críticas, {major} mayores, {minor} menores.",
    en="Gaps: {critical} critical, {major} major, {minor} minor.",
)
DOES_NOT_APPLY = Text(es="No aplica a esta planta. {why}.", en="It does not apply to this plant. {why}.")
NOTHING_BINDS = Text(
    es="Ningún requisito de este certificado se puede calificar en esta planta.",
    en="No requirement of this certificate can be scored in this plant.",
)
NO_TARGETS = Text(
    es="El archivo de la planta todavía no elige ningún certificado.",
    en="The supplier file has not chosen any certificate yet.",
)

# Gaps
GRADES = {
    Criticality.CRITICAL: Text(es="crítica", en="critical"),
    Criticality.MAJOR: Text(es="mayor", en="major"),
    Criticality.MINOR: Text(es="menor", en="minor"),
}
CRITICAL_TITLE = Text(es="Brechas críticas, una por una", en="Critical gaps, one by one")
CRITICAL_INTRO = Text(
    es="Una brecha crítica es un requisito crítico que no se hace o se hace sólo por costumbre. Una sola detiene"
    " el certificado, sin importar lo demás.",
    en="A critical gap is a critical requirement that is not done or done by habit only. A single one stops the"
    " certificate, whatever the rest looks like.",
)
NO_CRITICAL = Text(es="No hay brechas críticas conocidas.", en="There are no known critical gaps.")
ASKED = Text(es="Qué se pide", en="What is asked")
LEVEL_NOW = Text(es="Nivel actual", en="Level now")
TO_SHOW = Text(es="Qué pedirá ver el inspector", en="What the inspector will ask to see")
HOW_PLANTS_FAIL = Text(es="Cómo suelen fallar las plantas", en="How plants fail it")
ASKED_BY = Text(es="Quién lo exige", en="Who asks for it")
PRACTICE = Text(es="Práctica que la cierra", en="Practice that closes it")
GRAVITY = Text(es="Gravedad", en="Gravity")
REPEATED = Text(es="Ya se había señalado antes", en="Raised before")
RELEASED = Text(es="Salió producto no conforme de la planta", en="Nonconforming product left the plant")
N19_GRADE = Text(es="Grado {n} de 5 según GHTF N19", en="Grade {n} of 5 by GHTF N19")
NOTE_OF_PLANT = Text(es="Nota de la planta", en="The plant's note")

GAPS_TITLE = Text(es="Todas las brechas, por práctica", en="All gaps, by practice")
GAPS_INTRO = Text(
    es="Una práctica es la forma en que la planta cumple una familia de requisitos: cerrarla cierra varias"
    " brechas a la vez.",
    en="A practice is how the plant meets a family of requirements: mending it closes several gaps at once.",
)
NO_GAPS = Text(es="No hay brechas conocidas.", en="There are no known gaps.")
REQUIREMENT = Text(es="Requisito", en="Requirement")
GRADE = Text(es="Brecha", en="Gap")
LEVEL = Text(es="Nivel", en="Level")
EVIDENCE_TO_PREPARE = Text(es="Evidencia por preparar", en="Evidence to prepare")
TOLD_ABOVE = Text(es="Vea «Brechas críticas, una por una».", en="See “Critical gaps, one by one”.")
GAPS_OF_PRACTICE = Text(es="{n} brechas", en="{n} gaps")
GAP_OF_PRACTICE = Text(es="1 brecha", en="1 gap")

# Plan
PLAN_TITLE = Text(es="Plan de trabajo", en="Work plan")
BEYOND_LIMITS = Text(
    es="Fuera de su presupuesto o de su fecha: lo que sigue cuando se amplíen",
    en="Beyond your budget or date: what comes next once they are raised",
)
PLAN_INTRO = Text(
    es="Los paquetes están en el orden en que conviene hacerlos: primero lo que otros necesitan y lo que cierra"
    " brechas críticas. Se da lo más probable; los rangos van del caso favorable al desfavorable y las sumas pueden"
    " diferir por redondeo.",
    en="Packages stand in the order in which to do them: first what others need and what closes critical gaps."
    " Figures are the most likely ones; ranges run from the favourable to the unfavourable case, and sums may differ"
    " by rounding.",
)
NO_PLAN = Text(
    es="No hay paquetes de trabajo: ninguna brecha conocida queda por planear.",
    en="There are no work packages: no known gap is left to plan.",
)
PACKAGE = Text(es="Paquete", en="Package")
OWNER = Text(es="Responsable", en="Owner")
EFFORT_DAYS = Text(es="Días-persona", en="Person-days")
COST_MXN = Text(es="Costo MXN", en="Cost MXN")
COST_RANGE_MXN = Text(es="Rango del costo", en="Range of the cost")
WEEKS = Text(es="Semanas", en="Weeks")
CLOSES = Text(es="Cierra", en="Closes")
TOTAL = Text(es="Total", en="Total")
SCORES_AFTER = Text(es="Puntaje al terminar cada paquete", en="Score after each package")
FINISH = Text(es="Termina", en="Finishes")
SCORE_NOW = Text(es="Hoy", en="Today")
AFTER_PACKAGES = Text(es="Después de", en="After")
FROM_TO = Text(es="de {start} a {end}", en="from {start} to {end}")
PACKAGE_LEVELS = Text(es="Nivel", en="Level")
UNDER_WAY = Text(es="En curso", en="Under way")
FIRST_IN_USE = Text(es="Antes debe estar en uso", en="Must be in use first")
LACKS = Text(es="Nadie puede hacerlo: falta", en="Nobody can do it: missing")
IMPOSSIBLE_REMARK = Text(
    es="{n} de los paquetes de trabajo no tienen quién los haga y quedan fuera del tiempo estimado.",
    en="{n} of the work packages have nobody to do them and are left out of the estimated time.",
)
IMPOSSIBLE_REMARK_ONE = Text(
    es="1 de los paquetes de trabajo no tiene quién lo haga y queda fuera del tiempo estimado.",
    en="1 of the work packages has nobody to do it and is left out of the estimated time.",
)
CLOSES_CRITICAL = Text(es="Cierra brechas críticas", en="Closes critical gaps")
DATES = Text(es="Fechas", en="Dates")
PACKAGES = Text(es="Paquetes, uno por uno", en="Packages, one by one")
FIRST = Text(es="Antes debe estar documentado", en="Must be documented first")
STEP_ACTIONS = Text(es="Paso {n}: acciones", en="Step {n}: actions")
STEP_DELIVERABLES = Text(es="Paso {n}: entregables", en="Step {n}: deliverables")
MEASURES = Text(es="Estimación", en="Estimate")
MEASURES_LINE = Text(es="{effort}; {cost}; {weeks}", en="{effort}; {cost}; {weeks}")
BASIS = Text(es="Base de la estimación", en="Basis of the estimate")

# Evidence
EVIDENCE_KINDS = {
    EvidenceKind.DOCUMENT: Text(es="documento", en="document"),
    EvidenceKind.RECORD: Text(es="registro", en="record"),
    EvidenceKind.EFFECT: Text(es="comprobación", en="check of effect"),
}
