"""What the interview says when it ends: score, gaps, what is left and what comes next."""

from __future__ import annotations

from certready.model import Text
from certready.scoring import Verdict

SCORE_SO_FAR = Text(es="Calificación hasta ahora", en="Score so far")
SCORE_END = Text(es="Calificación", en="Score")
SCORE_LINE = Text(
    es="{title}: {score}. {verdict}. Contestado: {coverage} del peso.",
    en="{title}: {score}. {verdict}. Answered: {coverage} of the weight.",
)
SCORE_INTERVAL = Text(es="entre {low} y {high} de 100", en="between {low} and {high} out of 100")
SCORE_ONE = Text(es="{value} de 100", en="{value} out of 100")
SCORE_NONE = Text(es="{title}: nada que calificar.", en="{title}: nothing to score.")
SCORE_NOT_BINDING = Text(
    es="{title}: no aplica a esta planta. {why}", en="{title}: does not apply to this plant. {why}"
)
BACKED_LINE = Text(es="Con la evidencia nombrada: {score}.", en="By the evidence named: {score}.")
BACKED_PARTLY = Text(
    es="Evidencia nombrada: de {n} de las {of} respuestas que la piden.",
    en="Evidence named: for {n} of the {of} answers that ask for it.",
)
NO_EVIDENCE = Text(es="Aún no se nombró evidencia.", en="No evidence entered yet.")
HELD_BACK = Text(
    es="Sus brechas críticas o mayores la limitan a {cap} mientras no se cierren.",
    en="Its critical or major gaps hold it at {cap} or less until they are closed.",
)
VERDICTS = {
    Verdict.READY: Text(es="Lista", en="Ready"),
    Verdict.NEARLY: Text(es="Casi lista", en="Nearly ready"),
    Verdict.DEVELOPING: Text(es="En desarrollo", en="Developing"),
    Verdict.NOT_READY: Text(es="No lista", en="Not ready"),
    Verdict.UNDETERMINED: Text(es="Falta contestar para decirlo", en="More answers are needed to tell"),
}
DECLARED_ONLY = Text(
    es="Se basa en lo que usted declara. No es un certificado ni predice el resultado de una inspección.",
    en="It rests on what you declare. It is no certificate and predicts no inspection outcome.",
)
GRAVEST = Text(es="Las brechas más graves ({n} de {of}):", en="The gravest gaps ({n} of {of}):")
GAP_LINE = Text(es="[{grade}] {title}: {level}", en="[{grade}] {title}: {level}")
NO_GAPS = Text(es="Ninguna respuesta muestra una brecha.", en="No answer shows a gap.")
LEFT_UNKNOWN = Text(
    es="Respuestas en «no sé»: {n}. Para volver a ellas:\n{command}",
    en="Answers at “I don't know”: {n}. To go back to them:\n{command}",
)
LEFT_UNBACKED = Text(
    es="Respuestas con menos evidencia de la que declaran: {n}. Para nombrarla:\n{command}",
    en="Answers with less evidence than they claim: {n}. To name it:\n{command}",
)
WHAT_NEXT = Text(
    es="Y después:\ncertready score {file}\ncertready plan {file}\ncertready evidence {file}",
    en="And then:\ncertready score {file}\ncertready plan {file}\ncertready evidence {file}",
)
LEFT_UNASKED = Text(
    es="Preguntas sin contestar: {n}. Para seguir:\n{command}", en="Questions unanswered: {n}. To go on:\n{command}"
)
TO_GO_ON = Text(es="Para seguir:\n{command}", en="To go on:\n{command}")
ALL_SAVED = Text(es="Todo está guardado en {file}.", en="Everything is saved in {file}.")
REPORT_BEGUN = Text(es="Escribiendo el informe {file} …", en="Writing the report {file} …")
REPORT_FAILED = Text(
    es="No se pudo escribir el informe {file}: {detail}. Lo contestado está guardado. Para repetirlo:\n{command}",
    en="The report {file} could not be written: {detail}. Your answers are saved. To try again:\n{command}",
)
