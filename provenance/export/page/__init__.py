"""The page of a claim or several: what it shows (`model`, made by `build`), and its HTML (`document`).

`page.css` and `page.js` are ours and stand in the page whole; no library, no font and no other file is asked for.
"""
