"""The words that recovery words are drawn from: 1,024 short plain ones, collected for Reststop.

A word is known by its first four letters. The list never changes: words that were written down years
ago stand for their places in it.
"""

from __future__ import annotations

from typing import Final

_TEXT: Final = """
actor adapt adult after agree ahead alike alley allow almond alpine always amber anchor angle animal
ankle answer antler anvil apple april apron arch arctic area argue around arrive arrow ascend aside
aspen asset atom attic august autumn avoid awake award axis back badge bagel bamboo banana barley
barrel basil basket bath beacon bead beam bean beaver become before behind bell below belt bench
best better beyond birch bird black blend bloom boat boil bolt bonnet book boot border bowl branch
brass breeze brick bridge bright bring bronze brook brown brush bubble bucket budget bulb bundle
burrow butter cabin cable cactus cake calm camel camp canal candle canoe canvas carbon carpet carrot
carve castle casual catch cattle cave cedar celery cello cement center chain chalk chance charm
cheese cherry chess chief chili chin choir choose cinema circle citrus city civil claim clam clap
clay clean cliff climb clock cloth cloud clover coach coast cobalt code coin cold collar color comet
common cone cook copy coral cork corn cosmic cotton couch count couple course cousin cover crab
crane crater crayon cream creek crisp crowd cuff curry curve custom cycle daily daisy dance dark
dash date dawn deal decade decide deck deep degree delta denim dense deputy desert design detail
device dial diary dice diet digit dill dish dock doctor doll domino donkey door double dove down
dozen draft drama draw dream dress drift drink drum duck duet dune during dusk dust duty eagle early
earth east easy echo edge edit elbow elder eleven empty enamel energy engine enjoy enter equal
errand event exact exit extra face fact famous farm faucet favor feed fence fern ferry fiddle field
fifty figure file film final finch finger first fish five flag flame flash flat flavor fleet flight
flint flock floor fluid flute foam fold follow food forest fork form fossil frame free fresh friend
fringe frog front frost fuel full funnel future gadget galaxy gallon game garage garlic gate gather
gauge gear gecko gentle geyser giant gift ginger give glad glass glide glove glow glue goat golf
grain grand grass gravy green grid grill grow guard guava guess guide guitar gulf gull half hammer
hand harbor hard hawk hazel head hearth heat hedge helmet help herd heron hill hinge hippo hobby
hockey hold hollow home honey hood hook hope horn hotel house hover huge humble humor husk hybrid
icicle icon idea image impact inch index indigo indoor inlet inner input inside invent invite iris
iron island item ivory jacket jade jaguar jasper jazz jelly jersey jigsaw joke juice july jump june
jungle junior karate kayak keen keep kelp kennel kernel kettle kick kimono kind kiosk kite kitten
kiwi label ladder lagoon lake lamb lamp land large laser last late laugh lava leaf league ledge left
legend lemon lend lens lentil level life lift light lilac lily limb lime limit line lion liquid list
little live lizard llama loaf local lodge loft logic long look lotus loud lounge love luck lumber
lunar lunch lyric magic magnet major make mallet mammal mango maple marble march margin marina
market marsh mason mast match math matter meadow meal mellow melon member memory mend menu merry
meteor method metro mild mile milk mill mimic mind mint minute mirror mist mitten mobile model
moment monday monkey month moon mosaic moss motel moth motion motor mound mouse mouth movie muffin
mule museum music myth nail name napkin narrow nation nature near neat neck nectar needle neon
nephew nest nickel niece nimble nine noble noise noodle north notch note notice novel number nutmeg
oasis object obtain ocean office often okay olive omega omelet onion online onyx opal opera option
orange orbit orchid order organ origin osprey oval oven ozone pack paddle page paint palm panda
panel paper parcel park parrot part pass pasta patio peach peanut pecan pencil people pepper period
person petal phone photo phrase piano pigeon pillow pilot pipe pitch pizza plant play plaza plenty
plot plow plus pocket poem poet point polar polish pond pony pool poplar poppy porch potato pouch
powder pretty print prism prize proof proud public puffin pulley pulp puma pupil puppet pure purple
puzzle quail quartz quest quick quiet quince quiz quote rabbit race rack radar radio raft rail
raisin rake rally ramp range rapid rare raven razor reach ready real reason record region relax
remain remind rent repair reply report rescue rest result return reward rhythm ribbon rice ride
ridge ripple rise river road roast robe robin robot rock rodeo roof room rope rotate round rover
rubber rudder ruler rush rust saddle safari sage salad salmon salt same sample sand satin save scale
scarf school scoop scout screen script sculpt search season seat second secret select senior sense
series seven shade shape share sheep shelf shield shift ship shirt shop shore shovel signal silent
silk silver simple sing sister skate sketch skill skirt slate sled sleep slice slide slim slow small
smart smile smooth snack snail snow soap soccer social sofa soft soil solar solid solo solve song
sonic sound soup south space speed spell spice spider spin spiral splash spoon sport spot spray
spring spruce squid stable staff stage stamp stand star stem stereo stew still stitch stone store
stove straw stream string strong studio submit subway sugar summer super supper sure surf swan swim
switch syrup system table taco take talent talk tall tank tape target taste taxi teach teapot tennis
text thank theme theory thick thing third three thrive thumb ticket tidy tiger tile timber tissue
title toast today token tomato tone tongue tool tooth topaz total track trade trail tray tree trend
trip trophy trout truck trunk trust truth tuba tube tulip tumble tundra tunnel turkey turn turtle
tutor twelve twenty twig twin twist uncle union unit urban usual vacant valley value vapor vase
vault velvet verb verse video view vine violet vital vivid vocal voice volume vowel voyage waffle
wagon walk wall walnut wash watch water weave wedge west wheat wheel whisk white wicker widget wild
willow wind wing winter wise wolf wonder wool word work world wrist yacht yarn yawn year yellow
yodel yogurt young youth yoyo zebra zero zigzag zinc zone
"""

WORDS: Final = tuple(_TEXT.split())
"""In alphabetical order, so that each word is a number from 0 to 1,023."""
