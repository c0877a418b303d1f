"""Terms of medicines and APIs, and of the FDA and the EU about them."""

from __future__ import annotations

from certready.interview.term import term

TERMS = (
    term(
        "FEI",
        "FEI",
        "Número con que la FDA identifica cada establecimiento (FEI); la planta lo recibe al registrarse o al ser"
        " inspeccionada.",
        "The number by which FDA identifies each establishment; a plant gets it on registration or inspection.",
        "FEI",
    ),
    term(
        "DUNS",
        "DUNS",
        "Número de nueve cifras que da la empresa Dun & Bradstreet a cada domicilio; la FDA lo pide para registrar"
        " y para importar.",
        "Nine-digit number that Dun & Bradstreet gives to each address; FDA asks for it to register and to import.",
        "DUNS",
    ),
    term(
        "NDC",
        "NDC",
        "Código nacional del medicamento en Estados Unidos: dice empresa, producto y presentación.",
        "National drug code of the United States: it tells company, product and package.",
        "NDC",
    ),
    term(
        "SPL",
        "SPL",
        "Formato electrónico en que la FDA recibe registros, listados y etiquetas de medicamentos.",
        "Electronic format in which FDA receives drug registrations, listings and labels.",
        "SPL",
    ),
    term(
        "Solicitudes ante la FDA (NDA, ANDA, BLA)",
        "FDA applications (NDA, ANDA, BLA)",
        "Permiso para vender en Estados Unidos: NDA para un medicamento nuevo, ANDA para un genérico, BLA para un"
        " biológico.",
        "Permission to sell in the United States: NDA for a new drug, ANDA for a generic, BLA for a biologic.",
        "(?-i:ANDAs?|NDAs?|BLAs?)",
    ),
    term(
        "CMC",
        "CMC",
        "La parte de una solicitud que describe la química, la fabricación y los controles del producto.",
        "The part of an application that describes chemistry, manufacturing and controls.",
        "CMC",
    ),
    term(
        "CBE-30 y CBE-0",
        "CBE-30 and CBE-0",
        "Avisos de cambio a la FDA: con CBE-30 se esperan 30 días antes de distribuir; con CBE-0 se distribuye al"
        " avisar.",
        "Notices of change to FDA: with CBE-30 you wait 30 days before distributing; with CBE-0 you distribute on"
        " notice.",
        "CBE(?:-30|-0)?",
    ),
    term(
        "PAI",
        "PAI",
        "Inspección de la FDA antes de aprobar una solicitud: mira si la planta puede hacer lo que la solicitud dice.",
        "FDA's inspection before it approves an application: can the plant do what the application says?",
        "PAI|inspecci(?:ón|ones) previas? a la aprobación|pre-?approval inspections?",
    ),
    term(
        "GDUFA",
        "GDUFA",
        "Programa de cuotas de genéricos de la FDA: las plantas se identifican cada año y pagan una cuota si una"
        " solicitud aprobada las nombra.",
        "FDA's generic drug fee programme: plants identify themselves each year and pay a fee if an approved"
        " application names them.",
        "GDUFA",
    ),
    term(
        "OMUFA",
        "OMUFA",
        "Cuota anual de la FDA para plantas de medicamentos de libre venta con monografía.",
        "FDA's yearly fee for plants of over-the-counter monograph drugs.",
        "OMUFA",
    ),
    term(
        "DSCSA",
        "DSCSA",
        "Ley de Estados Unidos para rastrear los medicamentos de receta: cada envase lleva su propio número de serie.",
        "United States law that traces prescription drugs: each package carries a serial number of its own.",
        "DSCSA",
    ),
    term(
        "Expedientes del fármaco (DMF, ASMF, CEP)",
        "API files (DMF, ASMF, CEP)",
        "Lo que el fabricante del fármaco presenta sobre él: DMF ante la FDA, ASMF ante la UE; el CEP certifica que"
        " cumple la Farmacopea Europea.",
        "What an API maker files about it: DMF at FDA, ASMF in the EU; the CEP certifies that it meets the European"
        " Pharmacopoeia.",
        "DMFs?|ASMFs?|CEPs?",
    ),
    term(
        "CTD",
        "CTD",
        "Formato internacional del expediente de un medicamento; el Módulo 3 es el de calidad.",
        "International format of a medicine's dossier; Module 3 is about quality.",
        "e?CTD|Módulo 3|Module 3",
    ),
    term(
        "QP",
        "QP",
        "Persona calificada de la Unión Europea: certifica cada lote antes de que se venda allá y responde por él.",
        "The Qualified Person of the European Union: certifies each batch before it is sold there, and answers for it.",
        "QPs?",
    ),
    term(
        "EudraGMDP",
        "EudraGMDP",
        "Base pública de la Unión Europea con los certificados de BPF y los registros de importadores y"
        " distribuidores.",
        "Public database of the European Union with GMP certificates and registered importers and distributors.",
        "EudraGMDP",
    ),
    term(
        "MIA",
        "MIA",
        "Autorización de fabricación e importación de la Unión Europea; la tiene el importador.",
        "Manufacturing and import authorisation of the European Union; the importer holds it.",
        "(?-i:MIA)",
    ),
    term(
        "Expediente maestro del sitio (SMF)",
        "Site master file (SMF)",
        "Documento de unas 25 hojas, en formato PIC/S, que describe la planta y su sistema a quien la va a"
        " inspeccionar.",
        "Document of some 25 pages, in the PIC/S format, that describes the plant and its system to whoever will"
        " inspect it.",
        "SMF|expedientes? maestros? del sitio|site master files?",
    ),
    term(
        "Límite de exposición (PDE, HBEL)",
        "Exposure limit (PDE, HBEL)",
        "Cuánto de un fármaco puede recibir al día, sin daño, quien toma otro producto; de él sale el límite de"
        " limpieza.",
        "How much of an active a person may take each day without harm in another product; the cleaning limit comes"
        " from it.",
        "PDEs?|HBELs?",
    ),
    term(
        "CCS",
        "CCS",
        "Estrategia de control de contaminación: un documento que reúne todo lo que protege al producto estéril y"
        " muestra que basta.",
        "Contamination control strategy: one document that joins all that protects sterile product, and shows that"
        " it suffices.",
        "CCS|estrategias? de control de contaminación|contamination control strateg(?:y|ies)",
    ),
    term(
        "Aislador y RABS",
        "Isolator and RABS",
        "Barreras entre la gente y el llenado: el aislador está cerrado y se descontamina solo; el RABS tiene"
        " puertas y guantes.",
        "Barriers between people and filling: the isolator is closed and decontaminates itself; the RABS has doors"
        " and gloves.",
        "RABS|aislador(?:es)?|isolators?",
    ),
    term(
        "PUPSIT",
        "PUPSIT",
        "Probar la integridad del filtro ya esterilizado, antes de filtrar el producto.",
        "Testing the integrity of the filter once sterilised, before product is filtered.",
        "PUPSIT",
    ),
    term(
        "Primer aire",
        "First air",
        "El aire filtrado que llega al producto sin haber tocado nada antes.",
        "The filtered air that reaches product without having touched anything before.",
        "primer aire|first air",
    ),
    term(
        "SIP",
        "SIP",
        "Esterilizar con vapor un equipo en su sitio, sin desarmarlo.",
        "Sterilising equipment with steam where it stands, without taking it apart.",
        "(?-i:SIP)",
    ),
    term(
        "BFS y FFS",
        "BFS and FFS",
        "Máquinas que forman el envase, lo llenan y lo sellan en un solo paso.",
        "Machines that form the container, fill it and seal it in one step.",
        "BFS|FFS",
    ),
    term(
        "Simulación del proceso aséptico",
        "Aseptic process simulation",
        "Llenar con medio de cultivo en vez de producto, con las intervenciones de siempre: si algo crece, el"
        " proceso contamina.",
        "Filling with culture medium instead of product, with the usual interventions: if anything grows, the"
        " process contaminates.",
        "simulaci(?:ón|ones) del proceso aséptico|llenados? (?:de|con) medios?|media fills?|aseptic process"
        " simulations?",
    ),
    term(
        "Endotoxina",
        "Endotoxin",
        "Resto de bacterias muertas que da fiebre; la despirogenización la destruye con calor seco.",
        "Remains of dead bacteria that cause fever; depyrogenation destroys it with dry heat.",
        "endotoxinas?|endotoxins?|despirogenización|depyrogenation",
    ),
    term(
        "Estudio de humo",
        "Smoke study",
        "Video que muestra con humo por dónde corre el aire, en reposo y trabajando.",
        "A video that shows with smoke where the air goes, at rest and at work.",
        "estudios? de humo|smoke stud(?:y|ies)",
    ),
    term(
        "Rastro de auditoría",
        "Audit trail",
        "Registro automático de quién cambió o borró un dato, cuándo, qué decía antes y por qué.",
        "Automatic record of who changed or deleted data, when, what it said before, and why.",
        "rastros? de auditoría|audit trails?",
    ),
    term(
        "Unidad de calidad",
        "Quality unit",
        "El área, independiente de producción, que aprueba o rechaza materiales, lotes y documentos.",
        "The unit, independent of production, that approves or rejects materials, batches and documents.",
        "unidad(?:es)? de calidad|quality units?",
    ),
    term(
        "FEUM",
        "FEUM",
        "Farmacopea de los Estados Unidos Mexicanos: los métodos y límites oficiales en México. La USP es la de"
        " Estados Unidos.",
        "The Mexican pharmacopoeia: official methods and limits in Mexico. USP is that of the United States.",
        "FEUM|USP(?:-NF)?",
    ),
    term(
        "Marbete",
        "Authorised label",
        "La etiqueta tal como la autorizó la COFEPRIS en el registro sanitario.",
        "The label as COFEPRIS authorised it with the registration.",
        "marbetes?",
    ),
    term(
        "Tercero autorizado",
        "Authorised third party",
        "Laboratorio o unidad que la COFEPRIS autorizó a hacer pruebas o estudios con valor legal, con alcance y"
        " vigencia.",
        "Laboratory or unit that COFEPRIS has authorised for tests or studies of legal value, with scope and validity.",
        "terceros? autorizados?|authori[sz]ed third part(?:y|ies)",
    ),
    term(
        "CNFV",
        "CNFV",
        "Centro Nacional de Farmacovigilancia, de la COFEPRIS: recibe los avisos de reacciones adversas.",
        "COFEPRIS's national pharmacovigilance centre: it receives the reports of adverse reactions.",
        "CNFV",
    ),
    term(
        "SRAM y ESAVI",
        "SRAM and ESAVI",
        "Sospecha de reacción adversa a un medicamento, y evento supuestamente atribuible a una vacuna.",
        "Suspected adverse reaction to a medicine, and event supposedly attributable to a vaccine.",
        "SRAM|ESAVI",
    ),
    term(
        "Ley de precursores (LFCPQ)",
        "Precursor law (LFCPQ)",
        "Ley federal que vigila precursores químicos, químicos esenciales (acetona, tolueno) y máquinas como las"
        " tableteadoras.",
        "Federal law that watches chemical precursors, essential chemicals (acetone, toluene) and machines such as"
        " tablet presses.",
        "LFCPQ|químicos esenciales|essential chemicals",
    ),
    term(
        "Nitrosaminas",
        "Nitrosamines",
        "Impurezas que pueden causar cáncer y se forman al juntarse aminas y nitritos; se evalúa cada producto.",
        "Impurities that may cause cancer, formed where amines meet nitrites; each product is evaluated.",
        "nitrosaminas?|nitrosamines?",
    ),
    term(
        "DEG y EG",
        "DEG and EG",
        "Dietilenglicol y etilenglicol: tóxicos que han adulterado glicerina y jarabes; se buscan antes de usar el"
        " material.",
        "Diethylene and ethylene glycol: poisons that have adulterated glycerin and syrups; tested for before the"
        " material is used.",
        "DEG|dietilenglicol|diethylene glycol",
    ),
    term(
        "TSE",
        "TSE",
        "Encefalopatías que pueden venir en materiales de origen animal (vacas locas); el proveedor declara o"
        " certifica que no.",
        "Brain diseases that animal materials may carry (mad cow); the supplier declares or certifies their absence.",
        "TSE|EET",
    ),
)
