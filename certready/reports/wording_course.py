"""The sentences around the plan's pictures, milestones and fees in both languages."""

from __future__ import annotations

from certready.model import FeeKind, Text, TimeUnit

TITLE = Text(es="El plan de un vistazo", en="The plan at a glance")
INTRO = Text(
    es="{n} paquetes de trabajo, del {start} al {finish} si todo va según lo más probable. Las fechas cuentan con el"
    " equipo de la planta, los días inhábiles de ley y sus paros.",
    en="{n} work packages, from {start} to {finish} if all goes as is most likely. The dates reckon with the plant's"
    " own team, statutory holidays and its shutdowns.",
)
INTRO_ONE = Text(
    es="Un paquete de trabajo, del {start} al {finish} si todo va según lo más probable. Las fechas cuentan con el"
    " equipo de la planta, los días inhábiles de ley y sus paros.",
    en="One work package, from {start} to {finish} if all goes as is most likely. The dates reckon with the plant's"
    " own team, statutory holidays and its shutdowns.",
)
INTRO_UNDATED = Text(
    es="Sin fecha quedan {n}: nadie puede hacerlos hoy. Ni los costos ni las fechas simuladas los cuentan.",
    en="{n} have no date: nobody can do them today. Neither the simulated costs nor the dates count them.",
)
INTRO_NOBODY = Text(
    es="Ningún paquete de trabajo tiene fecha: falta quien los haga.",
    en="No work package has a date: there is nobody to do them.",
)
MILESTONES_NOTE = Text(
    es="«Plan»: con las cifras más probables. «50 %» y «80 %»: la fecha que se cumple en la mitad de los casos y en"
    " cuatro de cada cinco. Lo no respondido cuenta como no hecho.",
    en="“Plan”: with the most likely figures. “50 %” and “80 %”: the date kept in half of the cases and in four of"
    " five. What is unanswered counts as not done.",
)
CERTIFICATE_NOTE = Text(
    es="La fecha del certificado supone presentar la solicitud a tiempo y los plazos publicados que se citan más"
    " abajo; la autoridad o el organismo puede tardar más, y nadie puede prometer el resultado.",
    en="The date of the certificate supposes the application on time and the published terms cited below; the"
    " authority or body may take longer, and nobody can promise the outcome.",
)

TIMELINE = Text(es="Calendario y ruta crítica", en="Calendar and critical path")
TIMELINE_CAPTION = Text(
    es="La ruta crítica es la cadena que fija la fecha final: un día de atraso en ella atrasa todo.",
    en="The critical path is the chain that sets the final date: a day lost on it is lost at the end.",
)
TIMELINE_LEGEND = (
    Text(es="trabaja la gente", en="people at work"),
    Text(es="se juntan registros, sin gente", en="records accrue, nobody at work"),
    Text(es="ruta crítica (gruesa, con raya)", en="critical path (thick, with a stripe)"),
    Text(es="hito según el plan", en="milestone by the plan"),
    Text(es="fecha al 50 % y al 80 %", en="date at 50 % and at 80 %"),
    Text(es="cierra brechas críticas", en="closes critical gaps"),
)
LANE = Text(es="Hitos y paquetes", en="Milestones and packages")
LANE_DATES = Text(es="Fechas", en="Dates")
LANE_NOBODY = Text(es="sin fecha: falta quien lo haga", en="no date: nobody to do it")
NO_CRITICAL = Text(es="Sin brechas críticas", en="No critical gap")
READY = Text(es="Listo: {certificate}", en="Ready: {certificate}")
DOABLE_DONE = Text(es="Lo que tiene quién lo haga, terminado", en="What there is somebody for, done")
ALL_DONE = Text(es="Todo el plan terminado", en="The whole plan done")
TICK = Text(es="{month} {year}", en="{month} {year}")

CURVES = Text(es="El puntaje en el tiempo", en="The score over time")
CURVES_CAPTION = Text(
    es="El puntaje de cada certificado al terminar cada paquete, con su intervalo mientras falten respuestas.",
    en="The score of each certificate as packages finish, with its interval while answers are missing.",
)
CURVES_LEGEND = (Text(es="extremo bajo", en="low end"), Text(es="extremo alto", en="high end"))
CURVES_LINE = Text(es="75: listo si no hay candados", en="75: ready if no gate is closed")
CURVE_NOTE = Text(es="hoy {before}, al final {after}", en="today {before}, at the end {after}")
CURVE_READY = Text(es="listo {day}", en="ready {day}")
CURVE_READY_NOW = Text(es="ya está listo", en="ready already")
CURVE_OPEN = Text(es="no llega a listo con este plan", en="not ready by this plan")

QUARTERS = Text(es="Gasto externo por trimestre", en="Outside cost by quarter")
QUARTERS_CAPTION = Text(
    es="Pesos (MXN): lo más probable y, entre paréntesis, del caso favorable al desfavorable.",
    en="Pesos (MXN): most likely and, in brackets, from the favourable to the unfavourable case.",
)
QUARTERS_LEGEND = (
    Text(es="lo más probable", en="most likely"),
    Text(es="del caso favorable al desfavorable", en="favourable to unfavourable case"),
)
QUARTER = Text(es="T{number} {year}", en="Q{number} {year}")
QUARTER_HEADING = Text(es="Trimestre", en="Quarter")
COST_HEADING = Text(es="Costo MXN", en="Cost MXN")
SUM_HEADING = Text(es="Acumulado", en="So far")
LOW_LIKELY_HIGH = Text(es="{likely} ({low} – {high})", en="{likely} ({low} – {high})")
QUARTERS_NOTE = Text(
    es="Cada gasto se reparte por igual en los días en que se trabaja su paso; los pagos reales siguen a los"
    " contratos. No todos los casos desfavorables ocurren a la vez: el total al 80 % es de {most} MXN.",
    en="Each cost is spread evenly over the days of its step; real payments follow the contracts. Not all"
    " unfavourable cases happen at once: the total at 80 % is MXN {most}.",
)
QUARTERS_UNDATED = Text(
    es="Falta aquí lo que cuestan los paquetes sin fecha.", en="What the undated packages cost is not in it."
)
QUARTERS_NOTE_PLAIN = Text(
    es="Cada gasto se reparte por igual en los días en que se trabaja su paso; los pagos reales siguen a los"
    " contratos.",
    en="Each cost is spread evenly over the days of its step; real payments follow the contracts.",
)

LIMITS = Text(es="Con el presupuesto y la fecha de la planta", en="With the plant's budget and date")
LEFT_OUT = Text(
    es="Quedaría fuera, en el orden en que conviene hacerlo después:",
    en="Would be left out, in the order in which to do it later:",
)

FEES = Text(es="Derechos, cuotas y plazos oficiales", en="Official fees and terms")
FEES_INTRO = Text(
    es="Lo que se paga o se espera al tramitar; no está en los costos anteriores. Cifras vigentes el {day}; la mayoría"
    " cambia cada año. «Por confirmar»: verifíquelo antes de presupuestar.",
    en="What is paid or waited for when filing; it is not in the costs above. Figures in force on {day}; most change"
    " every year. “To be checked”: verify it before you budget.",
)
FEES_MORE = Text(
    es="Hay {n} conceptos más: certready checklist fees {target}",
    en="There are {n} more: certready checklist fees {target}",
)
FEE_ITEM = Text(es="Concepto", en="Item")
FEE_KIND = Text(es="Qué es", en="What it is")
FEE_FIGURE = Text(es="Importe o plazo", en="Amount or term")
FEE_YEAR = Text(es="Año", en="Year")
FEE_SOURCE = Text(es="Fuente", en="Source")
FEE_KINDS = {
    FeeKind.FEE: Text(es="derecho o cuota", en="fee"),
    FeeKind.LEGAL_TIME: Text(es="plazo oficial", en="official term"),
    FeeKind.REAL_TIME: Text(es="tiempo observado", en="observed time"),
    FeeKind.ESTIMATE: Text(es="estimación", en="estimate"),
}
FEE_UNITS = {
    TimeUnit.CALENDAR_DAYS: Text(es="{n} días naturales", en="{n} calendar days"),
    TimeUnit.BUSINESS_DAYS: Text(es="{n} días hábiles", en="{n} business days"),
    TimeUnit.FDA_DAYS: Text(es="{n} días de la FDA", en="{n} FDA days"),
    TimeUnit.MONTHS: Text(es="{n} meses", en="{n} months"),
}
TO_BE_CHECKED = Text(es="por confirmar", en="to be checked")
NO_FIGURE = Text(es="sin cifra publicada", en="no published figure")
