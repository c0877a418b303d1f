"""The letter to the owner in both languages: plain words, no terms of the trade."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from certready.milestones import Why
from certready.model import Text
from certready.scoring import Verdict

TITLE = Text(es="Carta para la dirección", en="Letter to the owner")
GREETING = Text(
    es="A quien decide: esto es lo que el informe dice, en una página.",
    en="To whoever decides: this is what the report says, on one page.",
)
NOTICE = Text(
    es="Son estimaciones hechas con lo que la planta declaró el {day}. El certificado lo decide un tercero: nadie puede"
    " prometerlo, y este informe tampoco.",
    en="These are estimates made from what the plant declared on {day}. The certificate is a third party's decision:"
    " nobody can promise it, nor does this report.",
)

STAND = Text(es="Dónde estamos", en="Where we stand")
STAND_LINES = {
    Verdict.READY: Text(
        es="listos para presentarnos, por lo que declaramos ({score} de 100).",
        en="ready to present ourselves, by what we declare ({score} of 100).",
    ),
    Verdict.NEARLY: Text(es="cerca, pero todavía no ({score} de 100).", en="close, but not yet ({score} of 100)."),
    Verdict.DEVELOPING: Text(es="a medio camino ({score} de 100).", en="half way ({score} of 100)."),
    Verdict.NOT_READY: Text(es="lejos todavía ({score} de 100).", en="still far ({score} of 100)."),
    Verdict.UNDETERMINED: Text(
        es="aún no se sabe ({score} de 100); faltan {n} respuestas.",
        en="not known yet ({score} of 100); {n} answers are missing.",
    ),
}
STAND_ONE_MISSING = Text(
    es="aún no se sabe ({score} de 100); falta 1 respuesta.", en="not known yet ({score} of 100); 1 answer is missing."
)
STAND_NOT_OURS = Text(es="no aplica a esta planta.", en="does not apply to this plant.")
STAND_NONE = Text(es="Todavía no se ha elegido ningún certificado.", en="No certificate has been chosen yet.")
READY_FROM = Text(
    es="Con 75 o más, y sin ninguna falla que por sí sola detenga el certificado, tiene sentido presentarse.",
    en="From 75 on, and without a failing that alone stops the certificate, it makes sense to present ourselves.",
)

STOPS = Text(es="Qué detiene la venta si no hacemos nada", en="What stops the sale if we do nothing")
STOPS_NOTHING = Text(
    es="Nada de lo que conocemos hoy. Lo que sí la detendría es dejar de hacer lo que ya se hace bien.",
    en="Nothing that we know of today. What would stop it is to let go of what is done well now.",
)
MARKETS = MappingProxyType(
    {
        "iso-13485": Text(
            es="El comprador que exige este certificado no puede aceptarnos como proveedor.",
            en="A buyer who demands this certificate cannot take us as a supplier.",
        ),
        "mdsap": Text(
            es="Canadá lo exige a casi todo dispositivo: esa venta queda cerrada.",
            en="Canada demands it for nearly every device: that sale stays closed.",
        ),
        "fda-device": Text(
            es="Si la inspección sale mal, Estados Unidos puede detener nuestro producto en la frontera.",
            en="If the inspection goes badly, the United States may stop our product at the border.",
        ),
        "fda-drug": Text(
            es="Si la inspección sale mal, Estados Unidos puede detener nuestro producto en la frontera.",
            en="If the inspection goes badly, the United States may stop our product at the border.",
        ),
        "fda-api": Text(
            es="Si la inspección sale mal, Estados Unidos puede detener nuestro producto en la frontera.",
            en="If the inspection goes badly, the United States may stop our product at the border.",
        ),
        "cofepris-device": Text(
            es="En México, COFEPRIS puede negar el certificado o suspender actividades, y con eso la venta.",
            en="In Mexico, COFEPRIS may refuse the certificate or suspend activities, and with them the sale.",
        ),
        "cofepris-drug": Text(
            es="En México, COFEPRIS puede negar el certificado o suspender actividades, y con eso la venta.",
            en="In Mexico, COFEPRIS may refuse the certificate or suspend activities, and with them the sale.",
        ),
        "cofepris-api": Text(
            es="En México, COFEPRIS puede negar el certificado o suspender actividades, y con eso la venta.",
            en="In Mexico, COFEPRIS may refuse the certificate or suspend activities, and with them the sale.",
        ),
        "eu-mdr": Text(
            es="Sin marcado CE no se puede vender en la Unión Europea.",
            en="Without CE marking nothing can be sold in the European Union.",
        ),
        "eu-gmp": Text(
            es="Sin este certificado ningún lote entra a la Unión Europea.",
            en="Without this certificate no batch enters the European Union.",
        ),
        "eu-api": Text(
            es="Sin la confirmación o el certificado, nuestro producto no entra a la Unión Europea.",
            en="Without the confirmation or the certificate our product does not enter the European Union.",
        ),
    }
)
"""What stays closed, by target; a target that is not here has ANY_MARKET."""
ANY_MARKET = Text(
    es="El comprador que lo pide no puede aceptarnos como proveedor.",
    en="A buyer who asks for it cannot take us as a supplier.",
)
LACKING = Text(es="Hoy nos falta: {what}.", en="Today we lack: {what}.")
LACKING_ANSWERS = Text(
    es="{n} puntos decisivos no tienen respuesta; mientras tanto cuentan en contra.",
    en="{n} decisive points have no answer; until then they count against us.",
)
LACKING_ANSWER = Text(
    es="1 punto decisivo no tiene respuesta; mientras tanto cuenta en contra.",
    en="1 decisive point has no answer; until then it counts against us.",
)
LACKING_POINTS = Text(
    es="Ninguna falla lo detiene por sí sola, pero la suma todavía no alcanza.",
    en="No single failing stops it, but the sum does not suffice yet.",
)
AND_MORE = Text(es="{what} y {n} más", en="{what} and {n} more")
MORE_TARGETS = Text(es="Y {n} certificados más, en la página uno.", en="And {n} more certificates, on page one.")
MORE_TARGET = Text(es="Y un certificado más, en la página uno.", en="And one more certificate, on page one.")

COSTS = Text(es="Cuánto cuesta", en="What it costs")
COSTS_SURE = Text(
    es="Hacia afuera (asesores, pruebas, calibraciones, capacitación): hasta {half} pesos en la mitad de los casos y"
    " hasta {most} en cuatro de cada cinco; aparte la segunda cifra. De nuestra gente: unos {days} días de trabajo.",
    en="To outsiders (advisers, tests, calibration, training): up to {half} pesos in half of the cases and up to {most}"
    " in four of five; set the second figure aside. From our own people: some {days} days of work.",
)
COSTS_LIKELY = Text(
    es="Hacia afuera (asesores, pruebas, calibraciones, capacitación): unos {half} pesos. De nuestra gente: unos"
    " {days} días de trabajo.",
    en="To outsiders (advisers, tests, calibration, training): some {half} pesos. From our own people: some {days}"
    " days of work.",
)
COSTS_FEES = Text(es="Aparte, al presentarse: {fees}.", en="Besides, on applying: {fees}.")
FEE = Text(es="{title}, {figure}{unsure}", en="{title}, {figure}{unsure}")
UNSURE = Text(es=" (por confirmar)", en=" (to be checked)")
COSTS_WITHOUT = Text(
    es="Obra, maquinaria y trámites no están en estas sumas.",
    en="Building work, machines and official fees are not in these sums.",
)
COSTS_NOTHING = Text(es="No hay trabajo conocido que estimar todavía.", en="There is no known work to estimate yet.")

WHEN = Text(es="Cuándo", en="When")
WHEN_CRITICAL = Text(es="Lo más grave, resuelto:", en="The gravest, mended:")
WHEN_ALL = Text(es="Todo el trabajo, terminado:", en="All of the work, done:")
WHEN_DOABLE = Text(es="Lo que tiene quién lo haga, terminado:", en="What there is somebody for, done:")
QUARTER = Text(es="{first} a {last} de {year}", en="{first} to {last} {year}")
WHEN_DAY = Text(es="{day}.", en="{day}.")
WHEN_SURE = Text(
    es="{half} en la mitad de los casos, {most} en cuatro de cada cinco.",
    en="{half} in half of the cases, {most} in four of five.",
)
WHEN_READY = Text(es="Listos para {certificate}:", en="Ready for {certificate}:")
WHEN_NEVER: Mapping[Why | None, Text] = MappingProxyType(
    {
        Why.OPEN_QUESTIONS: Text(
            es="sin fecha: primero hay que responder lo pendiente.",
            en="no date: first the open questions must be answered.",
        ),
        Why.NOBODY: Text(
            es="sin fecha: primero hay que encontrar quien lo haga.",
            en="no date: first somebody must be found to do the work.",
        ),
    }
)
WHEN_NOT_BY_THIS_PLAN = Text(es="no se logra sólo con este plan.", en="not reached by this plan alone.")
WHEN_RANGE = Text(
    es="El certificado, si se concede, de {first} a {last} meses después de solicitarlo.",
    en="The certificate, if it is granted, {first} to {last} months after applying.",
)
WHEN_LATEST = Text(
    es="El certificado, si se concede y se cumple el plazo oficial, hasta {last} meses después de solicitarlo.",
    en="The certificate, if it is granted and the official term is kept, up to {last} months after applying.",
)
WHEN_READY_ALREADY = Text(es="ya, por lo que declaramos.", en="now, by what we declare.")
WHEN_NOTHING = Text(
    es="Sin las respuestas que faltan no hay fechas que dar.",
    en="Without the missing answers there are no dates to give.",
)
DECIDE = Text(es="Qué decidir este mes", en="What to decide this month")
DECIDE_PEOPLE = Text(es="Quién.", en="Who.")
DECIDE_PEOPLE_TEXT = Text(
    es="Nadie puede hacer hoy {n} de los {all} trabajos: falta {roles}. Contratar o asignar.",
    en="Nobody can do {n} of the {all} jobs today: {roles} missing. Hire or assign.",
)
DECIDE_MONEY = Text(es="Dinero.", en="Money.")
DECIDE_MONEY_TEXT = Text(
    es="Autorizar unos {first} pesos para {quarter} y apartar hasta {most} para todo el plan.",
    en="Authorise some {first} pesos for {quarter} and set aside up to {most} for the whole plan.",
)
DECIDE_MONEY_LIKELY = Text(
    es="Autorizar unos {first} pesos para {quarter}; todo el plan ronda los {most}.",
    en="Authorise some {first} pesos for {quarter}; the whole plan comes to about {most}.",
)
DECIDE_BUDGET_TEXT = Text(
    es="Con los {budget} pesos previstos se hacen {chosen} de {all} trabajos; decidir si se amplían.",
    en="The {budget} pesos foreseen pay for {chosen} of {all} jobs; decide whether to raise them.",
)
DECIDE_TIME = Text(es="Tiempo de la gente.", en="People's time.")
DECIDE_TIME_TEXT = Text(
    es="Liberar unos {days} días de trabajo hasta el {finish}; la mayor parte es de {role} ({most} días).",
    en="Free some {days} days of work until {finish}; most of it falls to {role} ({most} days).",
)
DECIDE_RELIEF_TEXT = Text(
    es="Lo que más frena es {role}: con {more} personas en vez de {people} se termina el {then}.",
    en="What holds most up is {role}: with {more} people instead of {people} it ends on {then}.",
)
DECIDE_DATE = Text(es="La fecha.", en="The date.")
DECIDE_DATE_TEXT = Text(
    es="El {by} que se pidió no alcanza; lo más pronto es el {done}. Avisar al cliente o sumar gente.",
    en="{by}, as asked, cannot be kept; the earliest is {done}. Tell the customer or add people.",
)
DECIDE_DATE_NEVER = Text(
    es="El {by} que se pidió no se puede cumplir mientras falte gente.",
    en="{by}, as asked, cannot be kept as long as people are missing.",
)
DECIDE_RISK_TEXT = Text(
    es="El {by} que se pidió se cumple en {share} de cada 100 casos; no prometer esa fecha sin margen.",
    en="{by}, as asked, is kept in {share} of 100 cases; do not promise that date without a margin.",
)
DECIDE_ANSWERS = Text(es="Respuestas.", en="Answers.")
DECIDE_ANSWERS_TEXT = Text(
    es="Nombrar a quien responda las {n} preguntas pendientes; lo que salga puede sumar trabajo y costo.",
    en="Name who answers the {n} open questions; what comes out may add work and cost.",
)
DECIDE_ANSWER_TEXT = Text(
    es="Nombrar a quien responda la pregunta pendiente; lo que salga puede sumar trabajo y costo.",
    en="Name who answers the open question; what comes out may add work and cost.",
)
DECIDE_APPLY = Text(es="Presentarse.", en="Apply.")
DECIDE_APPLY_TEXT = Text(
    es="Fijar la fecha para solicitar: {certificates}.", en="Set the day on which to apply for: {certificates}."
)
DECIDE_KEEP = Text(es="Sostenerlo.", en="Keep it up.")
DECIDE_KEEP_TEXT = Text(
    es="Repetir esta evaluación cada trimestre y antes de cada auditoría.",
    en="Repeat this assessment every quarter and before every audit.",
)

START = Text(es="Las tres primeras cosas, el lunes", en="The first three things, on Monday")
START_ON = Text(
    es="Las tres primeras cosas (el plan arranca el {day})", en="The first three things (the plan starts on {day})"
)
START_FEW = Text(es="Lo primero, el lunes", en="The first thing, on Monday")
START_FEW_ON = Text(es="Lo primero (el plan arranca el {day})", en="The first thing (the plan starts on {day})")
START_LEAD = Text(es="{title} ({who}).", en="{title} ({who}).")
START_ASK = Text(es="{chapter}.", en="{chapter}.")
START_ASK_TEXT = Text(
    es="Responder sus {n} preguntas con quien hace el trabajo; {critical} son decisivas.",
    en="Answer its {n} questions with whoever does the work; {critical} are decisive.",
)
START_ASK_ONE = Text(
    es="Responder su pregunta pendiente con quien hace el trabajo.",
    en="Answer its open question with whoever does the work.",
)
START_REVIEW = Text(es="Revisar la evidencia.", en="Check the evidence.")
START_REVIEW_TEXT = Text(
    es="Que cada documento y registro declarado exista, esté vigente y a la mano.",
    en="See that every document and record declared exists, is current and at hand.",
)
