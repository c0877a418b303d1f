"""The sentences of a plan in both languages: milestones, limits, how sure it is, moves and what-ifs."""

from __future__ import annotations

from certready.milestones import Kind, Why
from certready.model import Text
from certready.moves import Scarce
from certready.scoring import Verdict

SHORT_MONTHS = (
    Text("ene", "Jan"),
    Text("feb", "Feb"),
    Text("mar", "Mar"),
    Text("abr", "Apr"),
    Text("may", "May"),
    Text("jun", "Jun"),
    Text("jul", "Jul"),
    Text("ago", "Aug"),
    Text("sep", "Sep"),
    Text("oct", "Oct"),
    Text("nov", "Nov"),
    Text("dic", "Dec"),
)
SHORT_DAY = Text(es="{day} {month} {year}", en="{day} {month} {year}")
FROM_TO_DAYS = Text(es="del {start} al {finish}", en="{start} to {finish}")

HELD_UNTIL = Text(es="ya lo tiene, hasta el {day}: renovarlo antes", en="held already, until {day}: renew it before")
SO_FAR = Text(es="{day}, de lo que se sabe", en="{day}, of what is known")
MILESTONES = Text(es="Fechas a las que apunta el plan", en="Dates the plan works towards")
MILESTONE = Text(es="Hito", en="Milestone")
BY_PLAN = Text(es="Plan", en="Plan")
HALF = Text(es="50 %", en="50 %")
MOST = Text(es="80 %", en="80 %")
KINDS = {
    Kind.NO_CRITICAL_GAP: Text(es="Sin brechas críticas", en="No critical gap"),
    Kind.READY: Text(es="Listo: {target}", en="Ready: {target}"),
    Kind.AUDITED: Text(
        es="Auditoría interna y revisión por la dirección hechas", en="Internal audit and management review done"
    ),
    Kind.FILED: Text(es="Solicitud: {target}", en="Application: {target}"),
    Kind.CERTIFICATE: Text(es="Se espera: {target}", en="Expected: {target}"),
}
WHYS = {
    Why.NOTHING_OPEN: Text(es="ya", en="already"),
    Why.OPEN_QUESTIONS: Text(es="faltan respuestas", en="answers missing"),
    Why.NOBODY: Text(es="falta gente", en="nobody for it"),
    Why.NOT_REACHED: Text(es="no se alcanza", en="not reached"),
    Why.NOT_READY: Text(es="cuando esté listo", en="once ready"),
    Why.NO_TERM: Text(es="sin plazo publicado", en="no published term"),
    Why.NO_CERTIFICATE: Text(es="no se emite certificado", en="no certificate is issued"),
    Why.DOES_NOT_APPLY: Text(es="no aplica", en="does not apply"),
    Why.HELD: Text(es="ya lo tiene", en="held already"),
}
RANGE_OF_DAYS = Text(es="{first} a {last}", en="{first} to {last}")
AT_THE_LATEST = Text(es="hasta {last}", en="by {last}")
CERTIFICATE_BASIS = Text(
    es="La fecha del certificado supone la solicitud a tiempo y estos plazos: {terms}. La autoridad puede tardar más.",
    en="The date of the certificate supposes the application on time and these terms: {terms}. The authority may take"
    " longer.",
)
TERM = Text(es="{title} ({figure})", en="{title} ({figure})")
MONTHS_TERM = Text(es="{figure} meses", en="{figure} months")
DAYS_TERM = Text(es="{figure} días", en="{figure} days")

HOW_SURE = Text(
    es="Qué tan seguro es: el plan usa las cifras más probables, y lo que puede atrasarse es más que lo que puede"
    " adelantarse. Al repetirlo {draws} veces con los rangos de cada paso, en la mitad de los casos todo termina a más"
    " tardar el {half} y cuesta hasta {cost_half} MXN; en cuatro de cada cinco, el {most} y hasta {cost_most} MXN."
    " Comprométase con las segundas.",
    en="How sure it is: the plan uses the likely figures, and more can be late than early. Repeated {draws} times"
    " within the ranges of each step, in half of the cases everything ends by {half} and costs up to MXN {cost_half};"
    " in four of five, by {most} and up to MXN {cost_most}. Promise the second ones.",
)
RELIEF = Text(
    es="El plan espera sobre todo a {role}, con {people} personas. Con {more}, lo último terminaría el {then} y no el"
    " {finish}: certready plan … --team {option}={more}.",
    en="The plan waits above all for {role}, with {people} people. With {more}, the last of it would end on {then} and"
    " not on {finish}: certready plan … --team {option}={more}.",
)
HOW_SURE_DOABLE = Text(
    es="Qué tan seguro es, sólo de lo que hay quien haga: al repetirlo {draws} veces con los rangos de cada paso, en la"
    " mitad de los casos esa parte termina a más tardar el {half} y cuesta hasta {cost_half} MXN; en cuatro de cada"
    " cinco, el {most} y hasta {cost_most} MXN. Lo que no tiene quién lo haga no está en estas cifras.",
    en="How sure it is, only of what there is somebody for: repeated {draws} times within the ranges of each step, in"
    " half of the cases that part ends by {half} and costs up to MXN {cost_half}; in four of five, by {most} and up to"
    " MXN {cost_most}. What nobody can do is not in these figures.",
)
IN_TIME = Text(
    es="La fecha pedida ({day}) se cumple en {share} de cada 100 repeticiones.",
    en="The date asked for ({day}) is met in {share} of 100 repetitions.",
)
IN_BUDGET = Text(
    es="El presupuesto ({money} MXN) alcanza en {share} de cada 100 repeticiones.",
    en="The budget (MXN {money}) suffices in {share} of 100 repetitions.",
)

LIMITS = Text(es="Dentro de los límites", en="Within the limits")
BUDGET_FITS = Text(
    es="El presupuesto de {budget} MXN alcanza para todo: el gasto externo más probable es de {cost} MXN.",
    en="The budget of MXN {budget} pays for everything: the likely outside cost is MXN {cost}.",
)
BUDGET_SHORT = Text(
    es="Con {budget} MXN se hacen {chosen} de {all} paquetes y se gastan {cost} MXN; todo costaría {full} MXN.",
    en="With MXN {budget}, {chosen} of {all} packages are done for MXN {cost}; everything would cost MXN {full}.",
)
BUDGET_NOTHING = Text(
    es="Con {budget} MXN no se puede pagar el paquete que más sube el puntaje: {first}, {cost} MXN más de los que"
    " necesita antes.",
    en="MXN {budget} does not pay for the package that raises the score most: {first}, MXN {cost} with what it needs"
    " first.",
)
CHEAPEST = Text(
    es="Lo más barato que ya hace avanzar: {names} ({cost} MXN).",
    en="The cheapest that gets you anywhere: {names} (MXN {cost}).",
)
CRITICAL_COSTS = Text(
    es="Cerrar todas las brechas críticas cuesta al menos {cost} MXN.",
    en="To close every critical gap takes at least MXN {cost}.",
)
STILL_AFFORDABLE = Text(
    es="Lo que sobra alcanza también para esto, que de todos modos hará falta: {names}.",
    en="What is left also pays for these, needed in any case: {names}.",
)
DATE_FITS = Text(
    es="La fecha pedida, el {by}, se puede cumplir: todo lo necesario queda listo el {done}.",
    en="The date asked for, {by}, can be kept: all that is needed is done on {done}.",
)
DATE_FITS_KNOWN = Text(
    es="Las brechas conocidas se cierran el {done}, a tiempo para el {by}. Con {n} preguntas sin responder no se puede"
    " prometer más: respóndalas primero.",
    en="The known gaps are closed on {done}, in time for {by}. With {n} questions unanswered no more can be promised:"
    " answer them first.",
)
DATE_SHORT = Text(
    es="No todo cabe antes del {by}. Para esa fecha se terminan {chosen} de {all} paquetes; sin límite de fecha, la"
    " más próxima posible es el {done}.",
    en="Not everything fits before {by}. By then {chosen} of {all} packages are finished; without a date limit, the"
    " earliest possible is {done}.",
)
DATE_NOTHING = Text(
    es="Para el {by} no se puede terminar ningún paquete. La fecha más próxima en que todo queda listo es el {done}.",
    en="No package can be finished by {by}. The earliest date on which everything is ready is {done}.",
)
DATE_NEVER = Text(
    es="Para el {by} no se puede terminar todo, ni después, mientras falte gente.",
    en="Not everything can be finished by {by}, nor later, as long as people are missing.",
)
PRICE = Text(
    es="{target}: {chosen}, {chosen_verdict}, en lugar de {full}, {full_verdict}.",
    en="{target}: {chosen}, {chosen_verdict}, instead of {full}, {full_verdict}.",
)
NO_PRICE = Text(
    es="{target}: sin diferencia ({chosen}, {chosen_verdict}).",
    en="{target}: no difference ({chosen}, {chosen_verdict}).",
)
SCORE_THEN = Text(es="Lo que cuesta en puntaje y dictamen", en="What that costs in score and verdict")
LEFT_OUT = Text(es="Queda fuera, en el orden en que conviene hacerlo", en="Left out, in the order in which to do it")
LEFT_LINE = Text(
    es="{title}: {cost} MXN, {weeks} semanas, cierra {n}", en="{title}: MXN {cost}, {weeks} weeks, closes {n}"
)
IGNORE_LIMITS = Text(
    es="Los límites vienen del archivo del proveedor; el plan completo sale con --no-limits.",
    en="The limits come from the supplier file; --no-limits gives the whole plan.",
)

NOBODY = Text(
    es="No hay quien lo haga: el equipo tiene {people} personas de {role}, y {n} paquetes las necesitan ({effort}"
    " días-persona): {names}. Con {enough} personas quedaría listo el {done}: --team {option}={enough}.",
    en="Nobody can do it: the team has {people} people in {role}, and {n} packages need them ({effort} person-days):"
    " {names}. With {enough} people it would be done on {done}: --team {option}={enough}.",
)
UNDATED = Text(es="sin fecha: falta {roles}", en="no date: {roles} missing")

TIMELINE = Text(es="Paquetes en orden de inicio", en="Packages by start")
LEGEND = Text(
    es="Barra del {start} al {finish}: # trabaja la gente, . se juntan los registros. (!) cierra brechas críticas.",
    en="Bar from {start} to {finish}: # people at work, . records accruing. (!) closes critical gaps.",
)
PACKAGE_LINE = Text(
    es="{effort} días-persona · {cost} MXN · cierra {n}", en="{effort} person-days · MXN {cost} · closes {n}"
)
UNDER_WAY_SINCE = Text(
    es="en curso desde el {day}: se descuenta {share} de su primer paso",
    en="under way since {day}: {share} of its first step is taken off",
)
UNDER_WAY = Text(es="en curso", en="under way")
WHOLE = Text(
    es="En total: {n} paquetes, {effort} días-persona, {cost} MXN de gasto externo; del {start} al {finish}.",
    en="In all: {n} packages, {effort} person-days, MXN {cost} of outside cost; {start} to {finish}.",
)
FEES_LEFT_OUT = Text(
    es="Derechos y cuotas van aparte. Según lo que se tramite: {fees}.",
    en="Official fees and audit fees come on top. Depending on what is filed: {fees}.",
)
FEE = Text(es="{title}, {amount} {currency}{unsure}", en="{title}, {currency} {amount}{unsure}")
TO_BE_CHECKED = Text(es=" (por confirmar)", en=" (to be checked)")

MOVES = {
    Scarce.MONEY: Text(es="Siguientes pasos por ganancia por peso", en="Next moves by gain per peso"),
    Scarce.TIME: Text(es="Siguientes pasos por ganancia por semana", en="Next moves by gain per week"),
}
MOVE = Text(es="Paso", en="Move")
POINTS = Text(es="Puntos", en="Points")
PER_MONEY = Text(es="por 100,000 MXN", en="per MXN 100,000")
PER_WEEK = Text(es="por semana", en="per week")
FREE = Text(es="sin costo", en="free")
THEN = Text(es="Puntaje después", en="Score after")
MOVES_NOTE = Text(
    es="Puntos: cuatro quintos de lo que suben los puntajes de todos los objetivos y un quinto de su avance, que los"
    " candados todavía no dejan ver. Cada paso se vuelve a medir después del anterior; los marcados + sólo rinden"
    " juntos.",
    en="Points: four fifths of what the scores of all targets rise and a fifth of the progress that gates still hide."
    " Each move is weighed anew after the one before; those marked + gain only together.",
)

WHAT_IF = Text(es="Qué pasaría si", en="What if")
WHAT_IF_LINE = Text(es="{name} estuviera en: {level}", en="{name} stood at: {level}")
NOW = Text(es="Hoy", en="Now")
WOULD_BE = Text(es="Sería", en="Would be")
OUTCOME = Text(es="Conclusión del inspector", en="What an inspector would conclude")
UNCHANGED_OUTCOMES = Text(
    es="Lo que concluiría un inspector no cambia.", en="What an inspector would conclude does not change."
)
VERDICTS = {
    Verdict.READY: Text(es="listo", en="ready"),
    Verdict.NEARLY: Text(es="casi listo", en="nearly ready"),
    Verdict.DEVELOPING: Text(es="en desarrollo", en="developing"),
    Verdict.NOT_READY: Text(es="no está listo", en="not ready"),
    Verdict.UNDETERMINED: Text(es="aún no se sabe", en="not known yet"),
}
