"""Words of oneself and of now, the signs that last, and those that are what somebody takes or is: what keeps a sign from being told as past or as somebody else's."""

HAPPENING = frozenset("now then suddenly today yesterday tonight ahora hoy ayer anoche repente".split())
OWN = frozenset("my me i ive im mine mi yo tengo estoy".split())
STILL = frozenset("still again suddenly today yesterday tonight keeps worse spreading hours hurts".split())
LASTS = frozenset({"sign:late_lumps", "sign:lump_many_months", "sign:suicidal_self_harm", "sign:lethal_amount", "sign:mole_change", "sign:named_one_changed", "sign:sore_not_healing", "sign:low_mood"})
TAKES_OR_IS = frozenset({"sign:on_isotretinoin", "sign:on_spironolactone", "sign:on_tranexamic", "sign:pregnant"})
