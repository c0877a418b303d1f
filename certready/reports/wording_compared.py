"""The sentences of a comparison of two files in both languages."""

from __future__ import annotations

from certready.comparing import Reason
from certready.model import Text

TITLE = Text(es="Lo que cambió", en="What moved")
STANDING = Text(es="Puntaje y brechas: {old} y {new}", en="Score and gaps: {old} and {new}")
BARS = Text(es="Puntaje declarado, antes y ahora", en="Declared score, before and now")
BAR_OF = Text(es="{target}: {when}", en="{target}: {when}")
TARGET = Text(es="Objetivo", en="Target")
BEFORE = Text(es="Antes", en="Before")
AFTER = Text(es="Ahora", en="Now")
NOT_CHOSEN = Text(es="no se eligió", en="not chosen")
CLOSED = Text(es="Brechas cerradas: {n}", en="Gaps closed: {n}")
OPENED = Text(es="Brechas abiertas: {n}", en="Gaps opened: {n}")
NO_GAP_CLOSED = Text(es="Ninguna brecha se cerró.", en="No gap was closed.")
NO_GAP_OPENED = Text(es="Ninguna brecha se abrió.", en="No gap was opened.")
GAP = Text(es="Requisito", en="Requirement")
WHAT_HAPPENED = Text(es="Qué pasó", en="What happened")
GAPS = Text(
    es="brechas críticas {critical}, mayores {major}, menores {minor}",
    en="gaps: critical {critical}, major {major}, minor {minor}",
)
REASONS = {
    Reason.ROSE: Text(es="de {before} a {after}", en="from {before} to {after}"),
    Reason.FELL: Text(es="bajó de {before} a {after}", en="fell from {before} to {after}"),
    Reason.ANSWERED: Text(es="ahora se sabe: {after}", en="known now: {after}"),
    Reason.UNANSWERED: Text(es="se retiró la respuesta", en="the answer was taken back"),
    Reason.BINDS_NOW: Text(es="ahora obliga; está en {after}", en="binds now; stands at {after}"),
    Reason.BINDS_NO_MORE: Text(es="ya no obliga", en="binds no more"),
    Reason.NOT_APPLICABLE: Text(es="ahora no aplica", en="not applicable now"),
}
SLIPS = Text(es="El plan, antes y ahora", en="The plan, before and now")
ALL_DONE = Text(es="Todo listo", en="Everything done")
MILESTONE = Text(es="Hito o paquete", en="Milestone or package")
LATER = Text(es="{n} días más tarde", en="{n} days later")
EARLIER = Text(es="{n} días antes", en="{n} days earlier")
SAME_DAY = Text(es="el mismo día", en="the same day")
NO_DAY = Text(es="sin fecha", en="no date")
FINISHED = Text(es="Ya no necesita paquete: {names}", en="No package needed any more: {names}")
ADDED = Text(es="Paquetes nuevos: {names}", en="New packages: {names}")
REGRESSED = Text(
    es="HAY RETROCESO: bajó un puntaje, se perdió un dictamen o dejó de cumplirse algo que se cumplía.",
    en="THERE IS A REGRESSION: a score fell, a verdict was lost, or something that conformed no longer does.",
)
NO_REGRESSION = Text(es="No hay retroceso.", en="There is no regression.")
OTHER_PLANT = Text(
    es="Los archivos llevan nombres distintos: «{old}» y «{new}». ¿Son la misma planta?",
    en="The files bear different names: “{old}” and “{new}”. Are they the same plant?",
)
