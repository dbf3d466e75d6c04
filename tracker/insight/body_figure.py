"""The body as data: front and back side by side, in three sizes.

A figure is drawn in braille, one string a row. `codes` says what lies where, two letters across and
two down a cell: a small letter is the runner's left, a capital the right, `i` and `v` the middle of
the back, `o` no site, `.` nothing. The front is seen from the front, so that the runner's left is
at the right; feet point down, so that the soles are seen from behind.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from tracker.domain.dataclass import dataclass


class BodySize(StrEnum):
    """How much room a figure takes."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class Figure:
    """One size: the cells of one view, those between the views, the drawing, and what is where."""

    columns: int
    gap: int
    lines: tuple[str, ...]
    codes: tuple[str, ...]

    @property
    def width(self) -> int:
        """Return the cells of both views."""
        return 2 * self.columns + self.gap

    @property
    def height(self) -> int:
        """Return the rows of the drawing, without its caption."""
        return len(self.lines)

    def cell(self, row: int, column: int) -> str:
        """Return the four codes of a cell: upper left, upper right, lower left, lower right."""
        upper, lower = self.codes[2 * row : 2 * row + 2]
        return upper[2 * column : 2 * column + 2] + lower[2 * column : 2 * column + 2]

    @property
    def caption(self) -> str:
        """Return the line below: which view, and where there is room which side is which."""
        front, back, blank = "front", "back", " " * self.gap
        if not self.gap:
            return f"{front:^{self.columns}}{blank}{back:^{self.columns}}"
        room = self.columns - 2
        return f"R{front:^{room}}L{blank}L{back:^{room}}R"


_SMALL: Final = Figure(
    7,
    0,
    (
        "  ⢰⠉⡆    ⢰⠉⡆  ",
        "  ⣈⠶⣁    ⣈⠶⣁  ",
        "⢰⡉   ⢉⡆⢰⡉   ⢉⡆",
        "⢸⠸⡀ ⢀⠇⡇⢸⠸⡀ ⢀⠇⡇",
        "⣼⢀⠇ ⠸⡀⣧⣼⢀⠇ ⠸⡀⣧",
        "⡇⡜   ⢣⢸⡇⡜ ⡆ ⢣⢸",
        "⠁⢇⢠⠒⡄⡸⠈⠁⢇⢠⠒⡄⡸⠈",
        " ⢸⢸ ⡇⡇  ⢸⢸ ⡇⡇ ",
        " ⢸⢸ ⡇⡇  ⢸⢸ ⡇⡇ ",
        " ⠸⣸ ⣇⠇  ⠸⣸ ⣇⠇ ",
        "  ⡇ ⢸    ⡇ ⢸  ",
        " ⠠⡇ ⢸⠄  ⠠⡇ ⢸⠄ ",
    ),
    (
        ".....oooo..........oooo.....",
        ".....oooo..........oooo.....",
        ".....oooo..........oooo.....",
        ".....oooo..........oooo.....",
        ".oCCCCCccccco..obbbbvvBBBBo.",
        ".ooCCCCccccoo..oobbbvvBBBoo.",
        ".o.TTTTtttt.o..o.mmmmMMMM.o.",
        ".o.TTTTtttt.o..o.mmmmMMMM.o.",
        ".o..TTTttt..o..o..liiiiL..o.",
        "oo.TTTTtttt.oooo.lliiiiLL.oo",
        "o..UHHTthhu..oo..uyyyYYYU..o",
        "o.UUHHHhhhuu.oo.uuyyyYYYUU.o",
        "o.QQQGGggqqq.oo.jjjjjJJJJJ.o",
        "..QQQGGggqqq....jjjjjJJJJJ..",
        "...QQQ..qqq......jjj..JJJ...",
        "...QQQ..qqq......jjj..JJJ...",
        "...KKK..kkk......kkk..KKK...",
        "...SSS..sss......www..WWW...",
        "...SSS..sss......www..WWW...",
        "...SSS..sss......www..WWW...",
        "....AA..aa........xx..XX....",
        "....AA..aa........xx..XX....",
        "....FF..ff........pp..PP....",
        "...EEE..eee......eer..REE...",
    ),
)
_MEDIUM: Final = Figure(
    11,
    2,
    (
        "    ⡎⠉⢱          ⡎⠉⢱    ",
        "    ⢇ ⡸          ⢇ ⡸    ",
        "  ⢀⣀⡸ ⢇⣀⡀      ⢀⣀⡸ ⢇⣀⡀  ",
        " ⡎⠁⠐⠒ ⠒⠂⠈⢱    ⡎⠁ ⡄ ⢠ ⠈⢱ ",
        " ⣧⢢     ⡔⣼    ⣧⢢⡴⠃ ⠘⢦⡔⣼ ",
        "⢀⡿⠸⡀   ⢀⠇⢿⡀  ⢀⡿⠸⡀   ⢀⠇⢿⡀",
        "⢸⡇ ⡇   ⢸ ⢸⡇  ⢸⡇ ⡇   ⢸ ⢸⡇",
        "⣸⠇⢠⠃ ⠒ ⠘⡄⠸⣇  ⣸⠇⢠⠃   ⠘⡄⠸⣇",
        "⣿ ⡾⡄   ⢠⢷ ⣿  ⣿ ⡎  ⡄  ⢱ ⣿",
        "⣿⠰⡁⠙⢦ ⡴⠋⢈⠆⣿  ⣿⠰⣁  ⡇  ⣈⠆⣿",
        "⠛ ⡇ ⢰⠉⡆ ⢸ ⠛  ⠛ ⡏⠙⢹⠉⡏⠋⢹ ⠛",
        "  ⡇ ⢸ ⡇ ⢸      ⡇ ⢸ ⡇ ⢸  ",
        "  ⢸ ⡸ ⢇ ⡇      ⢸ ⡸ ⢇ ⡇  ",
        "  ⢸⣀⡇ ⢸⣀⡇      ⢸⠤⡇ ⢸⠤⡇  ",
        "  ⢸ ⢱ ⡎ ⡇      ⢸ ⢱ ⡎ ⡇  ",
        "  ⠸⡀⡎ ⢱⢀⠇      ⠸⡀⡎ ⢱⢀⠇  ",
        "   ⡇⡇ ⢸⢸        ⡇⡇ ⢸⢸   ",
        "   ⡇⡇ ⢸⢸        ⡇⡇ ⢸⢸   ",
        "  ⢰⣡⡇ ⢸⣌⡆      ⢀⠏⡇ ⢸⠹⡀  ",
        "  ⠘⣄⡇ ⢸⣠⠃      ⠘⣄⡇ ⢸⣠⠃  ",
    ),
    (
        "........oooooo....................oooooo........",
        "........oooooo....................oooooo........",
        "........oooooo....................oooooo........",
        "........oooooo....................oooooo........",
        ".........oooo......................oooo.........",
        ".......oooooooo..................oooooooo.......",
        "..ooCCCCCCCcccccccoo........oobbbbbvvvvBBBBBoo..",
        "..ooCCCCCCCcccccccoo........oobbbbbvvvvBBBBBoo..",
        "..ooCCCCCCCcccccccoo........oobbbbbvvvvBBBBBoo..",
        "..oo.CCCCCCcccccc.oo........oo.bbbbvvvvBBBB.oo..",
        "..oo.TTTTTTtttttt.oo........oo.mmmmmmMMMMMM.oo..",
        ".ooo.TTTTTTtttttt.ooo......ooo.mmmmmmMMMMMM.ooo.",
        ".oo...TTTTTttttt...oo......oo...lliiiiiiLL...oo.",
        ".oo...TTTTTttttt...oo......oo...lliiiiiiLL...oo.",
        ".oo...TTTTTttttt...oo......oo...lliiiiiiLL...oo.",
        "ooo..TTTTTTtttttt..ooo....ooo..llliiiiiiLLL..ooo",
        "oo..UUHHHHTthhhhuu..oo....oo..uuyyyyyYYYYYUU..oo",
        "oo..UUHHHHTthhhhuu..oo....oo..uuyyyyyYYYYYUU..oo",
        "oo.UUUHHHHHhhhhhuuu.oo....oo.uuuyyyyyYYYYYUUU.oo",
        "oo.UUUHHHHHhhhhhuuu.oo....oo.uuuyyyyyYYYYYUUU.oo",
        "oo..QQQQGGGgggqqqq..oo....oo..jjjjjjjJJJJJJJ..oo",
        "....QQQQGG..ggqqqq............jjjjjj..JJJJJJ....",
        "....QQQQGG..ggqqqq............jjjjjj..JJJJJJ....",
        "....QQQQQQ..qqqqqq............jjjjjj..JJJJJJ....",
        ".....QQQQQ..qqqqq..............jjjjj..JJJJJ.....",
        ".....QQQQQ..qqqqq..............jjjjj..JJJJJ.....",
        ".....KKKK....kkkk..............kkkk....KKKK.....",
        ".....KKKK....kkkk..............kkkk....KKKK.....",
        ".....SSSSS..sssss..............wwwww..WWWWW.....",
        ".....SSSSS..sssss..............wwwww..WWWWW.....",
        ".....SSSSS..sssss..............wwwww..WWWWW.....",
        ".....SSSS....ssss..............wwww....WWWW.....",
        "......AAA....aaa................xxx....XXX......",
        "......AAA....aaa................xxx....XXX......",
        "......FFF....fff................ppp....PPP......",
        "......FFF....fff................ppp....PPP......",
        ".....FFFF....ffff...............rrr....RRR......",
        ".....FFFF....ffff..............rrrr....RRRR.....",
        ".....EEEE....eeee..............eeee....EEEE.....",
        "......EEE....eee................eee....EEE......",
    ),
)
_LARGE: Final = Figure(
    15,
    2,
    (
        "     ⢠⠊⠉⠑⡄            ⢠⠊⠉⠑⡄     ",
        "     ⢸   ⡇            ⢸   ⡇     ",
        "     ⠈⢆ ⡰⠁            ⠈⢆ ⡰⠁     ",
        "   ⣀⣀⠤⠊ ⠑⠤⣀⣀        ⣀⣀⠤⠊ ⠑⠤⣀⣀   ",
        " ⡠⠊ ⠐⠒⠒ ⠒⠒⠂ ⠑⢄    ⡠⠊   ⡀ ⢀   ⠑⢄ ",
        " ⡇           ⢸    ⡇   ⢀⡇ ⢸⡀   ⢸ ",
        " ⡇⡔⡄       ⢠⢢⢸    ⡇⡔⡄⠴⠋   ⠙⠦⢠⢢⢸ ",
        " ⡇⡇⠸⡀     ⢀⠇⢸⢸    ⡇⡇⠸⡀     ⢀⠇⢸⢸ ",
        "⢰⢱⠁ ⡇     ⢸ ⠈⡎⡆  ⢰⢱⠁ ⡇     ⢸ ⠈⡎⡆",
        "⢸⡜ ⢠⠃  ⠒  ⠘⡄ ⢣⡇  ⢸⡜ ⢠⠃     ⠘⡄ ⢣⡇",
        "⡜⡇ ⣧⡀     ⢀⣼ ⢸⢣  ⡜⡇ ⡇       ⢸ ⢸⢣",
        "⡇⡇⡰⠁⠳⡄   ⢠⠞⠈⢆⢸⢸  ⡇⡇⡰⠁   ⡇   ⠈⢆⢸⢸",
        "⡇⡇⢸  ⠙⣆⣀⣰⠋  ⡇⢸⢸  ⡇⡇⢸⢀   ⡇   ⡀⡇⢸⢸",
        "⠻ ⢸   ⢸ ⡇   ⡇ ⠟  ⠻ ⢸⠈⠓⠚⢹ ⡏⠓⠚⠁⡇ ⠟",
        "  ⠘⡄  ⢸ ⡇  ⢠⠃      ⠘⡄  ⢸ ⡇  ⢠⠃  ",
        "   ⡇  ⡎ ⢱  ⢸        ⡇  ⡎ ⢱  ⢸   ",
        "   ⢸  ⡇ ⢸  ⡇        ⢸  ⡇ ⢸  ⡇   ",
        "   ⢸⣀⣀⡇ ⢸⣀⣀⡇        ⢸⠤⠤⡇ ⢸⠤⠤⡇   ",
        "   ⢸  ⡇ ⢸  ⡇        ⢸  ⡇ ⢸  ⡇   ",
        "   ⢸  ⡇ ⢸  ⡇        ⢸  ⡇ ⢸  ⡇   ",
        "   ⠘⡄⢀⠇ ⠸⡀⢠⠃        ⠘⡄⢀⠇ ⠸⡀⢠⠃   ",
        "    ⡇⢸   ⡇⢸          ⡇⢸   ⡇⢸    ",
        "    ⢸⢸   ⡇⡇          ⢸⢸   ⡇⡇    ",
        "    ⡇⢸   ⡇⢸          ⡇⢸   ⡇⢸    ",
        "   ⢰⣡⣀⡇ ⢸⣀⣌⡆        ⢀⠏⠹⡀ ⢀⠏⠹⡀   ",
        "   ⠘⣄⣠⠃ ⠘⣄⣠⠃        ⠘⢄⣀⠇ ⠸⣀⡠⠃   ",
    ),
    (
        "............oooooo............................oooooo............",
        "...........oooooooo..........................oooooooo...........",
        "...........oooooooo..........................oooooooo...........",
        "...........oooooooo..........................oooooooo...........",
        "...........oooooooo..........................oooooooo...........",
        "............oooooo............................oooooo............",
        "............oooooo............................oooooo............",
        "........oooooooooooooo....................oooooooooooooo........",
        "....oCCCCCCCCCCcccccccccco............obbbbbbbvvvvvvBBBBBBBo....",
        "...ooCCCCCCCCCCccccccccccoo..........oobbbbbbbvvvvvvBBBBBBBoo...",
        "..oooCCCCCCCCCCccccccccccooo........ooobbbbbbbvvvvvvBBBBBBBooo..",
        "..ooooCCCCCCCCCcccccccccoooo........oooobbbbbbvvvvvvBBBBBBoooo..",
        "..ooooCCCCCCCCCcccccccccoooo........oooobbbbbbvvvvvvBBBBBBoooo..",
        "..ooo.CCCCCCCCCccccccccc.ooo........ooo.bbbbbbvvvvvvBBBBBB.ooo..",
        "..ooo..TTTTTTTTtttttttt..ooo........ooo..mmmmmmmmMMMMMMMM..ooo..",
        "..ooo..TTTTTTTTtttttttt..ooo........ooo..mmmmmmmmMMMMMMMM..ooo..",
        "..ooo...TTTTTTTttttttt...ooo........ooo...llliiiiiiiiLLL...ooo..",
        ".ooo....TTTTTTTttttttt....ooo......ooo....llliiiiiiiiLLL....ooo.",
        ".ooo....TTTTTTTttttttt....ooo......ooo....llliiiiiiiiLLL....ooo.",
        ".oo....TTTTTTTTtttttttt....oo......oo....lllliiiiiiiiLLLL....oo.",
        ".oo...UUHHHHHHTthhhhhhuu...oo......oo...uuyyyyyyyYYYYYYYUU...oo.",
        "ooo...UUHHHHHHTthhhhhhuu...ooo....ooo...uuyyyyyyyYYYYYYYUU...ooo",
        "ooo..UUUHHHHHHTthhhhhhuuu..ooo....ooo..uuuyyyyyyyYYYYYYYUUU..ooo",
        "ooo..UUUHHHHHHHhhhhhhhuuu..ooo....ooo..uuuyyyyyyyYYYYYYYUUU..ooo",
        "ooo..UUUHHHHHHHhhhhhhhuuu..ooo....ooo..uuuyyyyyyyYYYYYYYUUU..ooo",
        "ooo..UUUHHHHHHHhhhhhhhuuu..ooo....ooo..uuuyyyyyyyYYYYYYYUUU..ooo",
        "oo...QQQQQQGGG..gggqqqqqq...oo....oo...jjjjjjjjj..JJJJJJJJJ...oo",
        ".o...QQQQQQGGG..gggqqqqqq...o......o...jjjjjjjjj..JJJJJJJJJ...o.",
        ".....QQQQQQGGG..gggqqqqqq..............jjjjjjjjj..JJJJJJJJJ.....",
        "......QQQQQGGG..gggqqqqq................jjjjjjjj..JJJJJJJJ......",
        "......QQQQQQQQ..qqqqqqqq................jjjjjjjj..JJJJJJJJ......",
        "......QQQQQQQ....qqqqqqq................jjjjjjj....JJJJJJJ......",
        ".......QQQQQQ....qqqqqq..................jjjjjj....JJJJJJ.......",
        ".......QQQQQQ....qqqqqq..................jjjjjj....JJJJJJ.......",
        ".......KKKKKK....kkkkkk..................kkkkkk....KKKKKK.......",
        ".......KKKKKK....kkkkkk..................kkkkkk....KKKKKK.......",
        ".......SSSSSS....ssssss..................wwwwww....WWWWWW.......",
        ".......SSSSSS....ssssss..................wwwwww....WWWWWW.......",
        ".......SSSSSS....ssssss..................wwwwww....WWWWWW.......",
        ".......SSSSSS....ssssss..................wwwwww....WWWWWW.......",
        ".......SSSSSS....ssssss..................wwwwww....WWWWWW.......",
        "........SSSSS....sssss....................wwwww....WWWWW........",
        "........AAAA......aaaa....................xxxx......XXXX........",
        "........AAAA......aaaa....................xxxx......XXXX........",
        ".........AAA......aaa......................xxx......XXX.........",
        ".........AAA......aaa......................xxx......XXX.........",
        "........FFFF......ffff....................pppp......PPPP........",
        "........FFFF......ffff....................pppp......PPPP........",
        ".......FFFFFF....ffffff...................rrrr......RRRR........",
        ".......FFFFFF....ffffff..................rrrrr......RRRRR.......",
        ".......EEEEEE....eeeeee..................eeeeee....EEEEEE.......",
        "........EEEE......eeee....................eeee......EEEE........",
    ),
)

FIGURES: Final[Mapping[BodySize, Figure]] = {
    BodySize.SMALL: _SMALL,
    BodySize.MEDIUM: _MEDIUM,
    BodySize.LARGE: _LARGE,
}
