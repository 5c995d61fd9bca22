"""The words of organisations: what kinds there are, and which names belong to the public."""

from __future__ import annotations

KINDS_SURE = (
    r"academy|primary|elementary|high|high school|middle school|primary school|grammar|grammar school|secondary school|"
    r"junior school|infant school|school|prep|nursery school|montessori|kindergarten|preschool|daycare|"
    r"church|mosque|masjid|gurdwara|synagogue|chapel|tabernacle|ministries|fellowship|"
    r"care home|nursing home|care centre|hardware|bakery|bakers|butchers|diner|grill|deli|pizzeria|takeaway|motors|autos|"
    r"tyres|garage|barbers|salon|florists?|groceries|grocers|nurseries|construction|builders|plumbing|roofing|logistics|"
    r"haulage|freight|cabs|taxis|laundry|laundrette|launderette|solicitors|lettings|ltd|limited|inc|llc|gmbh|plc|pty|"
    r"bros|brewery|foundry|textiles|packaging|electricals?|upholstery|joinery|carpentry|scaffolding|landscaping|"
    r"flooring|furniture|fabrics|farms?|poultry|dairy|mills?|steelworks|cannery|quarry|sawmill|"
    r"vidyalaya|convent|madrasa|madrassa|gymnasium|gesamtschule|grundschule|escuela|colegio|lyc\u00e9e|supermart|mart|"
    r"stores|tailors|catering|cleaners|pharmacy|chemist|opticians|estates|kindy|playgroup|brigade"
)
KINDS_LOOSE = (
    r"college|nursery|temple|parish|cathedral|lodge|manor|hospice|clinic|surgery|practice|cafe|caf\u00e9|coffee|"
    r"kitchen|restaurant|pub|inn|arms|hotel|gym|leisure|club|fc|rfc|scouts|trust|foundation|housing|homes|hostel|refuge|shelter|"
    r"house|court|hall|market|supermarket|steel|engineering|electrical|insurance|travel|tech|solutions|systems|consulting|"
    r"associates|partners|group|transport|services|foods|shop|store|bank|law|university|institute|centre|center|works|"
    r"cars|bikes|books|boutique|nails|hair|beauty|spa|studio|studios|gallery|theatre|cinema|warehouse|depot|factory|plant|"
    r"industries|enterprises|holdings|company|co|sons|agency|recruitment|security|care|view|gardens|grange|villa|court|"
    r"rest home|retirement village|estate|stables|kennels|vets|press|media|radio|digital|union|sixth form|infants|juniors"
)
_NOT_NAMES = """
    the a an my our her his their your this that these those some any no every each another new old sunday high middle
    primary secondary elementary medical law business graduate grad nursing art drama summer night day boarding public
    private special local and but so then when while if after before since because at in on for from with to of by she he
    they we i it you who what why how where is was are were had has have did does do got went saw met told said asked
    today yesterday tomorrow monday tuesday wednesday thursday friday saturday january february march april june july
    august september october november december christmas easter dear hi hello yes no not still just even only never
    always again maybe perhaps first second third last next back home care nursing team ward unit children children's
    mental health community social work working primary tertiary urgent emergency palliative old-school driving dance
    swimming music cooking frankfurt chicago milan tavistock menninger mayo maudsley anna freud kleinian british middle
    independent catholic anglican baptist methodist church orthodox christian islamic muslim jewish hindu sikh buddhist
    english scottish welsh irish american european african asian good bad big small great little long short
    visited visiting leaving rang called drove walked took taking finished starting started another coffee
    zoom teams skype quiet smelled felt feeling tired nice lovely proud sad happy funny weird odd mum dad
"""
NOT_NAMES = frozenset(_NOT_NAMES.split())
"""First words after which a kind of place is no name: "Sunday School", "My Church"."""
_CHAINS = """
    tesco|sainsbury's|sainsburys|asda|aldi|lidl|morrisons|waitrose|co-op|coop|boots|superdrug|greggs|costa|starbucks|nero|
    mcdonald's|mcdonalds|kfc|subway|nando's|nandos|amazon|walmart|target|costco|walgreens|cvs|ikea|argos|primark|next|
    wetherspoons|spoons|uber|deliveroo|netflix|google|apple|microsoft|facebook|instagram|tiktok|ebay|woolworths|coles|
    bunnings|kmart|checkers|shoprite|pick|zara|h&m|nike|adidas|dunelm|b&q|screwfix|halfords|royal|fedex|ups|dhl|evri|
    specsavers|barclays|lloyds|hsbc|natwest|santander|chase|wells|citi|citibank|burger|domino's|dominos|pizza|dunkin|
    wendy's|chipotle|trader|whole|kroger|publix|safeway|7-eleven|spar|iceland|poundland|poundstretcher|wilko|b&m|
    marks|m&s|john|debenhams|sports|jd|currys|carphone|vodafone|o2|ee|bt|sky|virgin|at&t|verizon|comcast|nhs|camhs|aa|
    samaritans|mind|shout|lifeline|childline|barnardo's|barnardos|nspcc|relate|age|macmillan|marie|cruse|headspace|
    beyondblue|oxfam|unicef|red|salvation|ymca|cafcass|dwp|centrelink|medicare|medicaid|ofsted|cqc|hmrc|home|va|who|
    london|leeds|manchester|birmingham|bristol|dublin|glasgow|edinburgh|cardiff|belfast|liverpool|sheffield|newcastle|
    boston|chicago|denver|seattle|portland|houston|dallas|austin|atlanta|miami|phoenix|toronto|vancouver|montreal|sydney|
    melbourne|brisbane|perth|adelaide|auckland|wellington|lagos|nairobi|accra|johannesburg|durban|mumbai|delhi|chennai|
    bangalore|bengaluru|kolkata|hyderabad|paris|berlin|madrid|rome|amsterdam|zoom|teams|slack|discord|whatsapp|england|
    scotland|wales|ireland|america|canada|australia|india|nigeria|kenya|ghana|africa|europe|london's|york|cbt|dbt|act|
    emdr|itu|icu|a&e|accident|er|ed|ot|physio|gp|mdt
"""
CHAINS = frozenset("".join(_CHAINS.split()).split("|"))
"""Chains, brands, public bodies and towns: to work there points at nobody."""
_PUBLIC = """
    primary care|high school|middle school|care home|nursing home|medical school|sunday school|law school|old school|
    secondary school|primary school|elementary school|boarding school|business school|catholic church|
    church of england|anglican church|orthodox church|baptist church|methodist church|frankfurt school|
    milan school|red cross|salvation army|mayo clinic|tavistock clinic|menninger clinic|anna freud centre|
    priory group|al anon|alcoholics anonymous|narcotics anonymous|hearing voices group|home office|crown court|
    magistrates court|family court|high court|supreme court|sacred heart|green deal|summer school|night school
"""
PUBLIC = frozenset(each.strip() for each in " ".join(_PUBLIC.split()).split("|"))
