"""Build languages/en/people-broad.txt: nouns that mean a person first, from WordNet (Debian's wordnet-base).

usage: python tools/people.py [/usr/share/wordnet] > src/sayso/languages/en/people-broad.txt

A lemma is kept where its most frequent sense lies in WordNet's lexical file 18 (noun.person), is not the name of
one person, and where it is not in DROP: words whose plural in news is nearly always a thing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

PERSON = 18
# Peoples of America whose names are states and towns.
TRIBES = frozenset(
    "kansas iowa omaha wichita dakota missouri illinois delaware miami ottawa cayuga oneida biloxi mohave cheyenne erie huron pima yuma shasta taos natchez susquehanna massachuset arkansas alabama oto ponca".split()
)
DROP = frozenset(
    """
    ace actual alter anchor angel apollo aries average back bank base bat beat blade block bond box brain bull bust butt buster cancer capital
    card case catch center centre character charmer cherub chip client coaster commons contact content counter cover crane creep crush cur
    cutter date deep devil dish double dragon driver drone eagle early elder equal essential exchange eye face father fellow fiddler figure flat
    fluke flyer folk fool foot force four freak front fry gem general giant god goddess gold goliath gopher grand grave guide half hand head heart
    heavy hero hit hog honey host idol image individual item job joker judge junior key killer king knight lamb lead leading libra light lion
    local love lover major mark market martin master match material maverick medium memory mark mercury minor minute mirror model monitor
    monster mummy mustang name nark natural nature negative nerve novel number nut object old one original other page paragon part
    particular party past patron peach peer pen pet piece pill pioneer pisces plaything point pole power prime principal private prize
    prop prospect proxy pup queen quiz rag ram rapid rat ray reader record red reference regular rep representative ringer rock roller rose
    runner sagittarius saint scorpio score scorer second secondary self seller senior sense shark shot sign single skipper slice smoothy snake
    sort soul spirit square staple star state stinker store stripper striper stud style subject sucker superior support survivor swift system taurus
    tar tender terminal terror thing tiger top track trailer trip type union upper value variable virgo voice walk-in watch wing winner wolf wonder word
    worm wreck xx youngest stacker rusher standby beginning no-show opener sleeper shutter chaser cracker cooler pitcher speaker
    transformer translator tracker trader user viewer washer whip feeder finisher fender gunner hugger intermediate crossover pointer
    pacer pusher coloring carrier cruiser hitter skimmer stroller topper twister upstart bouncer bugger blower bomber booster boxer browser butcher
    buttonhole conveyer conveyor cookie cottonmouth cracker crook curate digger doubler dresser drifter dropper duster fixer flipper
    founder framer grinder groomer heater jumper keeper kicker knocker lifter loader locker looker marker miller mixer mover nibbler
    packer packet peeler picker planter player plunger poster potter processor puncher reaper recorder reverser ripper roaster rocker
    roofer rounder sander scanner scraper screamer seeder server setter settler shaker shaver shooter sinker slider sniper snorter
    spinner splitter spreader sprinkler stabilizer starter steamer stinger stopper streamer stretcher stroker sweeper swinger
    tanker thriller thumper toaster tosser totaller trailblazer trimmer tumbler tuner wader walker warbler whopper wiper wrapper zipper
    breaker breather bumper burner buzzer clipper
    adapter adder affiliate antecedent antique accumulator automaton alto amazon archangel balancer barker batter bogey bogie bore brave bravo
    brownie buff bunny canary catcher calculator cherub chit choker chosen clone cobbler cog comforter compiler controller coon crank crawler
    dandy deadhead decoder decoy diner diver dodo doormat dragger dud dyke edger effector ejector embodiment exponent extra fastener fisher flack
    flasher flier forward fossil fruitcake fundraiser gazetteer grind griffon hack hammerhead hanger harrier hire hood hulk hummer hydra incarnation
    incendiary indicator infanticide irregular juggernaut juicer loon lounger mainstay mandatory mantrap mate modern mute nighthawk ordinary
    outlier override peeler picket piranha pivot placeholder pop porter powerhouse predator predecessor preserver prey primate primitive
    printer pro prompter puck putter quack quad qualifier quarry racer rake reincarnation repeater rip riser rivetter router ruler rummy scab
    scorpion scrambler scratcher screw searcher seasoner selector sender sharpie shifter shipper shrew shrimp shudra siren slammer slasher slicer
    smasher smoothie snapper sorter sphinx spoiler spook spouter sprayer squirt stamper starlet steamroller stiff stirrer straight
    straightaway striptease stuffer subsidiary successor suppressor synthesizer tackle taco tagger tart tease teaser territorial tester
    throwback throwaway thruster tilter tipper titan torpedo tourer tracer tramp transient transmitter trawler trencher tribune tuna vamp
    vermin vixen voider watchdog weasel weeder weekender whale whaler white whiz wiggler winder wing winker write-in yahoo yearling zombie
    black red brown yellow green blond blonde redhead coach mam mom-and-pop iowa miami ottawa omaha wichita dakota maine taos tao lead
    mountain resident-physician nan tom dick don jerk jock spearhead stand-in stickler stringer touch translator tulu
    """.split()
)
KEEP = frozenset(
    """
    builder client driver fellow founder gunner hero host judge killer knight local major minor model monitor patron pioneer
    player principal prospect reader representative runner senior settler shooter sniper survivor trader translator user viewer voter winner
    bomber boxer butcher butler digger saint speaker skipper elder father general goddess keeper king lover master miller peer private queen
    settler walker bouncer drifter virgin wrestler coach diver porter transient mate translator raider fisher
    """.split()
)


def senses(folder: Path) -> dict[str, tuple[int, bool]]:
    """Map a synset's offset to its lexical file and whether it is one named individual."""
    found = {}
    for line in (folder / "data.noun").read_text(encoding="latin1").splitlines():
        if line[0] != " ":
            parts = line.split(" | ")[0].split()
            found[parts[0]] = (int(parts[1]), "@i" in parts)
    return found


def lemmas(folder: Path) -> Iterator[str]:
    """Yield each kept lemma."""
    files = senses(folder)
    for line in (folder / "index.noun").read_text(encoding="latin1").splitlines():
        if line[0] == " ":
            continue
        parts = line.split()
        lemma, synsets = parts[0], parts[-int(parts[2]) :]
        lexical_file, named = files[synsets[0]]
        if (
            lexical_file == PERSON
            and not named
            and lemma.isascii()
            and lemma.replace("-", "").isalpha()
            and len(lemma) > 2
            and lemma not in DROP - KEEP
            and lemma not in TRIBES
        ):
            yield lemma


if __name__ == "__main__":
    for lemma in sorted(lemmas(Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/wordnet"))):
        print(lemma)
