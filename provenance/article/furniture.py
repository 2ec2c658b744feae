"""Lines of a page that are not the article. Precision first: what may be the article stays.

Three tables, in English, German, Ukrainian, Russian and Turkish:

- SAID: the whole line, short, says one of these things ("Source link", "Share this article").
- BEGINS: the line begins with these words, in capitals or not, and is short ("Follow us on …", "Read more: …").
- SECTIONS: the line heads a list of other articles. It goes, and so do the teasers below it: up to six lines that do not
  end as a sentence does. The first that does is the article again.
"""

import re
from collections.abc import Sequence

MOST_TEASERS = 6
_SHORT = 160
_ENDS = ".!?…。！？։۔"
_CLOSERS = "\"'”’»“‘)]›*_"

SECTIONS = """
other topics of interest|related|related articles|related stories|related news|related topics|related coverage|read more|read also
|also read|read next|more on this story|more on this topic|more stories|more from us|recommended|recommended for you|recommended stories
|you may also like|you might also like|you may like|most read|most popular|trending|trending now|editors' picks|editor's picks|latest news
|top stories|further reading|see also|don't miss|what others are reading
|lesen sie auch|auch interessant|mehr zum thema|das könnte sie auch interessieren|das könnte sie interessieren|meistgelesen
|meistgelesene artikel|weitere artikel|weitere meldungen|weiterlesen|empfehlungen der redaktion|ähnliche artikel|lesen sie mehr
|читайте також|читайте ще|вас може зацікавити|схожі новини|новини за темою|популярні новини|останні новини|за темою|більше новин
|читайте также|читайте ещё|читайте еще|вас может заинтересовать|похожие новости|новости по теме|популярные новости|последние новости
|по теме|материалы по теме|смотрите также|еще по теме
|ilgili haberler|ilgili içerikler|bunlar da ilginizi çekebilir|ilginizi çekebilir|öne çıkan haberler|son haberler|en çok okunanlar
|diğer haberler|ayrıca okuyun|bunları da okuyun
"""

SAID = """
join us on telegram|join us on whatsapp|source link|source|share|share this|share this article|share this story|share on facebook|share on x
|share on twitter|tweet|email|print|print this article|copy link|link copied|save|save article|subscribe|subscribe now|sign up|sign up now|log in|sign in
|advertisement|advertising|ad|sponsored|sponsored content|continue reading|story continues below|article continues below|article continues after advertisement
|story continues below advertisement|click here to subscribe|all rights reserved|accept all cookies|accept cookies|cookie settings|manage cookies|leave a comment
|comments|view comments|show comments|newsletter|loading|loading...|support our journalism|support us|donate|donate now|follow us|back to top|go to comments|tags
|anzeige|werbung|teilen|artikel teilen|drucken|merken|kommentare|kommentieren|jetzt abonnieren|abonnieren|alle rechte vorbehalten|zur startseite|nach oben
|link kopieren|artikel anhören|artikel merken|zum newsletter anmelden|quelle
|реклама|поділитися|поширити|підписатися|підписуйтесь|коментарі|коментувати|усі права захищено|всі права захищені|джерело|роздрукувати|приєднуйтесь
|поделиться|подписаться|подписывайтесь|комментарии|комментировать|все права защищены|источник|распечатать|версия для печати
|reklam|paylaş|abone ol|yorumlar|yorum yap|tüm hakları saklıdır|kaynak|yazdır|bizi takip edin|haberi paylaş
"""

BEGINS = """
follow our coverage of|follow us on|follow us @|join us on|join our telegram|join our whatsapp|subscribe to our|subscribe to the|sign up for our|sign up to our
|sign up for the|sign up here|read more:|read also:|also read:|read next:|see also:|related:|more:|watch:|listen:|photo:|photos:|image:|picture:|photo by
|photo credit|image credit|photograph:|copyright ©|©|(c) 20|all rights reserved.|this website uses cookies|we use cookies|this site uses cookies|by continuing to use this
|click here to|download our app|download the app|to suggest a correction|have a tip|do you have a story|you can also highlight the text
|support independent journalism|like what you're reading|enjoying this article|last updated:|last updated on
|lesen sie auch:|lesen sie mehr:|mehr zum thema:|folgen sie uns|abonnieren sie|melden sie sich für|jetzt anmelden|diese website verwendet cookies|wir verwenden cookies
|foto:|fotos:|bild:|bildquelle:|zum thema:|hier geht es zum
|читайте також:|читайте ще:|підписуйтесь на|підписуйтеся на|приєднуйтесь до|слідкуйте за нами|стежте за нами|долучайтесь до нашого|фото:|джерело:|за темою:|дивіться також:|помітили помилку
|читайте также:|читайте ещё:|читайте еще:|подписывайтесь на|присоединяйтесь к|следите за нами|по теме:|источник:|смотрите также:|нашли ошибку|заметили ошибку|мы используем cookie|использование материалов
|ayrıca okuyun:|ilgili haber:|bizi takip edin|abone olun|telegram kanalımıza|fotoğraf:|kaynak:
"""


def furniture(lines: Sequence[str]) -> list[bool]:
    """Say of each line, in order, whether it is furniture. Blank lines are none of our business: give them to nobody."""
    found: list[bool] = []
    teasers = 0
    for line in lines:
        key = _key(line)
        if key in _SECTIONS:
            teasers = MOST_TEASERS
            found.append(True)
        elif is_furniture(line):
            found.append(True)
        elif teasers and not is_finished(line) and not line.endswith((":", ",")):
            teasers -= 1
            found.append(True)
        else:
            teasers = 0
            found.append(False)
    return found


def is_section(line: str) -> bool:
    """Say whether a line heads a list of other articles."""
    return _key(line) in _SECTIONS


def is_furniture(line: str) -> bool:
    """Say whether a line, for itself, is furniture by SAID or BEGINS."""
    if len(line) > _SHORT:
        return False
    return _key(line) in _SAID or _folded(line).startswith(_BEGINS)


def is_finished(line: str) -> bool:
    """Say whether a line ends as a sentence does, closing quotation marks and brackets aside."""
    return line.rstrip().rstrip(_CLOSERS).endswith(tuple(_ENDS))


def _key(line: str) -> str:
    """Give what a short line says, without case and the signs around it; "" for a long one."""
    return _folded(line).strip(" .:!…»›>→-–—|•*#_[]") if len(line) <= _SHORT else ""


def _folded(line: str) -> str:
    return re.sub(r"\s+", " ", line).strip(" \ufeff#*>•→►▶-–—|").replace("İ", "i").replace("’", "'").casefold()


def _table(words: str) -> tuple[str, ...]:
    return tuple(entry.strip().casefold() for entry in words.split("|") if entry.strip())


_SECTIONS = frozenset(_table(SECTIONS))
_SAID = frozenset(_table(SAID))
_BEGINS = _table(BEGINS)
