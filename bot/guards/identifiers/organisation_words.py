"""The words of organisations: what kinds there are, and which names belong to the public."""

from __future__ import annotations

KINDS_SURE = (
    r"academy|primary|elementary|high|high school|middle school|primary school|grammar|grammar school|"
    r"secondary school|junior school|infant school|school|prep|nursery school|montessori|kindergarten|"
    r"preschool|daycare|church|mosque|masjid|gurdwara|synagogue|chapel|tabernacle|ministries|fellowship|"
    r"care home|nursing home|care centre|hardware|bakery|bakers|butchers|diner|deli|pizzeria|takeaway|"
    r"motors|autos|tyres|garage|barbers|salon|florists?|groceries|grocers|nurseries|construction|builders|"
    r"plumbing|roofing|logistics|haulage|freight|cabs|taxis|laundry|laundrette|launderette|solicitors|"
    r"lettings|ltd|limited|inc|llc|gmbh|plc|pty|bros|brewery|foundry|textiles|packaging|electricals?|"
    r"upholstery|joinery|carpentry|scaffolding|landscaping|furniture|fabrics|poultry|steelworks|cannery|"
    r"sawmill|vidyalaya|vidya mandir|niketan|madrasa|madrassa|grundschule|gesamtschule|supermart|tailors|"
    r"catering|pharmacy|opticians|jewell?ers|rovers|wanderers|"
    r"seminary|comp|comprehensive|credit union|lumber|drywall|trucking|auto body|dental|bakehouse|tearooms?|"
    r"nail bar|barber ?shop|fish bar|chippy|interiors|realty|drug store|community college|girls secondary|"
    r"boys secondary|secondary|convent|kindy|playgroup"
)
KINDS_LOOSE = (
    r"college|nursery|temple|parish|cathedral|lodge|manor|hospice|clinic|surgery|practice|cafe|caf\u00e9|"
    r"coffee|kitchen|restaurant|pub|inn|arms|hotel|gym|leisure|club|fc|rfc|scouts|trust|foundation|housing|"
    r"homes|hostel|refuge|shelter|house|hall|market|supermarket|steel|engineering|electrical|insurance|"
    r"travel|tech|solutions|systems|consulting|associates|partners|group|transport|foods|shop|store|stores|"
    r"bank|university|institute|centre|center|works|cars|bikes|books|boutique|nails|hair|beauty|spa|"
    r"studios?|gallery|theatre|cinema|warehouse|depot|factory|plant|industries|enterprises|holdings|"
    r"company|co|sons|agency|recruitment|security|gardens|grange|villa|rest home|retirement village|"
    r"estates?|stables|kennels|vets|press|media|radio|digital|sixth form|infants|juniors|grill|farms?|"
    r"dairy|mills?|mart|workshop|assembly|united|athletic|cleaners|chemist|electronics|timber|metals|"
    r"plastics|printers|printing|glass|windows|seafoods?|fisheries|winery|ranch|orchards|gymnasium|escuela|"
    r"colegio|lyc\u00e9e|auto|repairs|services|flooring|deli|bar|tavern|bistro|creche|cr\u00e8che|"
    r"call centre|abattoir|fellowship|mission|ashram|mandir|vihara|monastery|convent|pagoda|shrine"
)
KINDS_FIRST = (
    r"gaelscoil|scoil|col\u00e1iste|ysgol|kura|\u00e9cole|c\u00e9gep|cegep|escuela|colegio|instituto|"
    r"lyc\u00e9e|coll\u00e8ge|\u00e9cole|scuola|liceo|hotel|h\u00f4tel|caf\u00e9|"
    r"cafe|casa|textiles|supermercado|panader\u00eda|boulangerie|b\u00e4ckerei|gasthaus|haus|church|mosque|"
    r"masjid|college|parroquia|iglesia|paroisse|pensione|residencia|tienda|taller|khoa|truong|szko\u0142a"
)
_NOT_NAMES = """
    the a an my our her his their your this that these those some any no every each another new old
    sunday high middle primary secondary elementary medical law business graduate grad nursing art drama
    summer night day boarding public private special local and but so then when while if after before
    since because at in on for from with to of by she he they we i it you who what why how where is was
    are were had has have did does do got went saw met told said asked today yesterday tomorrow monday
    tuesday wednesday thursday friday saturday january february march april june july august september
    october november december christmas easter eid ramadan diwali hanukkah dear hi hello yes not still
    just even only never always again maybe perhaps first second third last next back home care team
    ward unit children children's mental health community social work working tertiary urgent emergency
    palliative driving dance swimming music cooking frankfurt chicago milan tavistock menninger mayo
    maudsley anna freud kleinian british independent catholic anglican baptist methodist church orthodox
    christian islamic muslim jewish hindu sikh buddhist english scottish welsh irish american european
    african asian good bad big small great little long short visited visiting leaving rang called drove
    walked took taking finished starting started coffee zoom teams skype quiet smelled felt feeling
    tired nice lovely proud sad happy funny weird odd mum dad memory pain food breakfast family crown
    adult adults patient supported sheltered men's women's carers carer parent parents grief bereavement
    support drop-in youth homeless temporary approved mother toddler lunch book chess football boxing
    running craft recovery peer reflective evidence clinical best general building risk sky runner's
    blood pressure senior junior all-time life's very too mindfulness trauma occupational speech
    physical cognitive group motivational schwartz balint safeguarding child eating sleep hearing stroke
    sexual fracture anxiety depression hell prison probation court county magistrates supreme police
    fire ambulance crisis outreach street safe women men boys girls kids student students research
    conference annual international national global world human animal pet spiritual pastoral prayer
    bible choir ethics moral old-school toxic open closed full part half nothing free themselves myself
    peanuts hospital hospice university college school
"""
NOT_NAMES = frozenset(_NOT_NAMES.split())
"""First words after which a kind of place is no name: "Sunday School", "My Church", "Memory Clinic"."""
_CHAINS = """
    tesco|sainsbury's|sainsburys|asda|aldi|lidl|morrisons|waitrose|co-op|coop|boots|superdrug|greggs|
    costa|starbucks|nero|mcdonald's|mcdonalds|kfc|subway|nando's|nandos|amazon|walmart|target|costco|
    walgreens|cvs|ikea|argos|primark|wetherspoons|spoons|uber|deliveroo|netflix|google|apple|microsoft|
    facebook|instagram|tiktok|ebay|woolworths|coles|bunnings|kmart|checkers|shoprite|pick|zara|h&m|nike|
    adidas|dunelm|b&q|screwfix|halfords|royal|fedex|ups|dhl|evri|specsavers|barclays|lloyds|hsbc|
    natwest|santander|chase|wells|citi|citibank|burger|domino's|dominos|pizza|dunkin|wendy's|chipotle|
    trader|whole|kroger|publix|safeway|7-eleven|spar|iceland|poundland|poundstretcher|wilko|b&m|marks|
    m&s|debenhams|currys|carphone|vodafone|o2|ee|bt|sky|virgin|at&t|verizon|comcast|nhs|camhs|aa|na|ga|
    samaritans|mind|shout|lifeline|childline|barnardo's|barnardos|nspcc|relate|age|macmillan|marie|
    cruse|headspace|beyondblue|oxfam|unicef|red|salvation|ymca|cafcass|dwp|centrelink|medicare|medicaid|
    ofsted|cqc|hmrc|va|who|msf|london|leeds|manchester|birmingham|bristol|dublin|glasgow|edinburgh|
    cardiff|belfast|liverpool|sheffield|newcastle|boston|chicago|denver|seattle|portland|houston|dallas|
    austin|atlanta|miami|phoenix|toronto|vancouver|montreal|sydney|melbourne|brisbane|perth|adelaide|
    auckland|wellington|lagos|nairobi|accra|johannesburg|durban|mumbai|delhi|chennai|bangalore|
    bengaluru|kolkata|hyderabad|paris|berlin|madrid|rome|amsterdam|slack|discord|whatsapp|england|
    scotland|wales|ireland|america|canada|australia|india|nigeria|kenya|ghana|africa|europe|york|cbt|
    dbt|act|emdr|itu|icu|a&e|accident|er|ed|ot|physio|gp|mdt|alcoholics|narcotics|women's|mencap|scope|
    shelter|crisis|citizens|jobcentre|job|meals|victim|st
"""
CHAINS = frozenset("".join(_CHAINS.split()).split("|"))
"""First words of chains, brands, public bodies and towns: to work there points at nobody."""
_PUBLIC = """
    primary care|high school|middle school|care home|nursing home|medical school|sunday school|
    law school|secondary school|primary school|elementary school|boarding school|business school|
    catholic church|church of england|anglican church|orthodox church|baptist church|methodist church|
    frankfurt school|milan school|red cross|salvation army|mayo clinic|tavistock clinic|
    menninger clinic|anna freud centre|priory group|al anon|alcoholics anonymous|narcotics anonymous|
    hearing voices group|home office|crown court|magistrates court|family court|high court|
    supreme court|sacred heart|green deal|summer school|night school
"""
PUBLIC = frozenset(each.strip() for each in " ".join(_PUBLIC.split()).split("|"))
