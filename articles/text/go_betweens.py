"""Who wraps addresses, and how; and which parameters follow a reader about. Plain data: a line for each that we know.

A host is a pattern, without `www.`; a path is a pattern of its beginning. Whoever is not here is not unwrapped: an
address that holds another one (a share, a login, an archive) may well mean itself.
"""

from typing import NamedTuple


class GoBetween(NamedTuple):
    """Somebody through whom an address leads: the `names` of the parameters that hold it, and how it is written."""

    host: str
    path: str
    names: tuple[str, ...] = ()
    how: str = "parameter"


GO_BETWEENS = (
    # Mail that is looked through for what is bad
    GoBetween(r"(?:.+\.)?safelinks\.protection\.(?:outlook|office365)\.(?:com|us|cn|de)", r"", ("url",)),
    GoBetween(r"statics\.teams\.cdn\.office\.net", r"/evergreen-assets/safelinks", ("url",)),
    GoBetween(r"urldefense(?:\.proofpoint)?\.com", r"/v1/url", ("u",)),
    GoBetween(r"urldefense(?:\.proofpoint)?\.com", r"/v2/url", ("u",), "dashed"),
    GoBetween(r"urldefense(?:\.proofpoint|\.us)?(?:\.com)?", r"/v3/__", (), "starred"),
    GoBetween(r"linkprotect\.cudasvc\.com", r"/url", ("a",)),
    GoBetween(r"secure-web\.cisco\.com", r"", (), "path"),
    GoBetween(r"(?:.+\.)?protection\.sophos\.com", r"", ("u",), "base64"),
    GoBetween(r"(?:.+\.)?trendmicro\.com", r".*/clicktime/", ("url",)),
    GoBetween(r"protect2?\.fireeye\.com", r"", ("u",)),
    GoBetween(r"(?:protect|clicktime)\.symantec\.com", r"", ("u", "url")),
    GoBetween(r"(?:.+\.)?url-protection\.com", r"", ("o", "url")),
    GoBetween(r"(?:.+\.)?hornetsecurity\.com", r"", ("url",)),
    GoBetween(r"checklink\.mail\.ru", r"/proxy", ("url",)),
    # Who sends letters to many
    GoBetween(r"(?:.+\.)?awstrack\.me", r"", (), "path"),
    GoBetween(r"(?:.+\.)?substack\.com", r"/redirect/2/", (), "json"),
    # Search
    GoBetween(r"(?:[\w-]+\.)*google(?:\.[a-z]{2,3}){1,2}", r"/url", ("q", "url")),
    GoBetween(r"(?:[\w-]+\.)*google(?:\.[a-z]{2,3}){1,2}", r"/imgres", ("imgrefurl",)),
    GoBetween(r"(?:[\w-]+\.)*(?:google(?:\.[a-z]{2,3}){1,2}|googleadservices\.com)", r".*/aclk", ("adurl",)),
    GoBetween(r"duckduckgo\.com", r"/l/", ("uddg",)),
    GoBetween(r"bing\.com", r"/ck/a", ("u",), "base64"),
    GoBetween(r"r\.search\.yahoo\.com", r"", (), "yahoo"),
    # Where people meet
    GoBetween(r"(?:(?:l|lm|m)\.)?facebook\.com", r"/l\.php|/flx/warn", ("u",)),
    GoBetween(r"l\.(?:instagram\.com|messenger\.com|threads\.(?:net|com)|workplace\.com|wl\.co)", r"", ("u",)),
    GoBetween(r"linkedin\.com", r"/redir|/safety/go|/authwall", ("url", "sessionredirect")),
    GoBetween(r"slack-redir\.net", r"/link", ("url",)),
    GoBetween(r"(?:out|click)\.reddit\.com", r"", ("url",)),
    GoBetween(r"youtube\.com", r"/redirect", ("q",)),
    GoBetween(r"t\.umblr\.com", r"/redirect", ("z",)),
    GoBetween(r"(?:away\.)?vk\.com", r"/away", ("to",)),
    GoBetween(r"steamcommunity\.com", r"/linkfilter", ("url", "u")),
    GoBetween(r"disq\.us", r"/(?:p/|url)", ("url",)),
    GoBetween(r"medium\.com", r"/(?:r/|m/global-identity)", ("url", "redirecturl")),
    GoBetween(r"(?:gate|exit)\.sc", r"", ("url",)),
    GoBetween(r"link\.(?:zhihu\.com|juejin\.cn)", r"", ("target",)),
    GoBetween(r"pinterest\.com", r"/offsite", ("url",)),
    GoBetween(r"getpocket\.com", r"/redirect", ("url",)),
    GoBetween(r"(?:href\.li|anonym\.(?:to|es)|hidereferrer\.com)", r"", (), "query"),
)

# Parameters that say where a reader came from, in which campaign, or who it is.
TRACKERS = (
    r"utm_[\w.-]+", r"(?:fb|g|d|ms|y|ys|tw|tt|li|w|rb_|irc)clid", r"gclsrc", r"[gw]braid", r"srsltid", r"_g[al]",
    r"gad_\w+", r"ga_\w+", r"li_fat_id", r"epik", r"mc_[ce]id", r"igshi?d?", r"mibextid", r"__(?:cft|tn|xts)__.*",
    r"fb_(?:action_\w+|source|ref)", r"_hs(?:enc|mi|fp)", r"__hs\w+", r"hs(?:ctatracking|a_\w+)", r"spm",
    r"ns_(?:mchannel|source|campaign|linkname|fee)",
    r"mkt_tok", r"vero_\w+", r"oly_\w+", r"_openstat", r"wickedid", r"ml_subscriber\w*", r"ck_subscriber_id",
    r"trk_(?:contact|msg|module|sid)", r"guccounter", r"guce_referrer(?:_sig)?", r"at_(?:medium|campaign|link_\w+)",
    r"(?:pk|mtm|piwik|matomo)_\w+", r"xtor", r"wt_mc", r"sfmc_\w+", r"bbe(?:ml|mailid)", r"bsft_\w+", r"dm_i",
    r"elq(?:track\w*|aid|at|cst)?", r"inf_contact_key", r"cm_mmc\w*", r"s_cid", r"nr_email_referer", r"email_hash",
    r"sp(?:mailing|user|job|report)id", r"_branch_match_id", r"_kx", r"_ke", r"omnisendcontactid", r"__s",
    r"ref_(?:src|url)", r"(?:recipient|subscriber)_?(?:id|hash|email)", r"smid", r"ocid", r"wprov",
)  # fmt: skip

# The same, where only one site means that by it.
OF_ONE_SITE = (
    (r"(?:.+\.)?substack\.com", r"r|token|isfreemail|triedredirect|publication_id|post_id"),
    (r"(?:m\.|music\.)?youtube\.com|youtu\.be|open\.spotify\.com", r"si|pp|feature"),
    (r"(?:mobile\.)?(?:x|twitter)\.com", r"s|t"),
    (r"(?:[a-z]{2}\.)?linkedin\.com", r"trk|rcm|lipi|trackingid|refid"),
    (r"(?:old\.)?reddit\.com", r"share_id|rdt|ref|ref_source"),
    (r"(?:vm\.)?tiktok\.com", r"_[rt]|u_code|is_from_webapp|sender_device"),
)
