"""A figure as a picture: where everything stands (`layout.place`), and its SVG markup (`draw.svg_elements`).

From the figure to boxes of text (`boxes`, `text_width`), to rows by date (`time_axis`, `loops`), to levels with
the lines that pass (`layers`), to their order (`sweeps`), to places (`columns`, `frame`, `lines`), to markup (`draw`,
`plate`, `markup`, `style`). The method is that of K. Sugiyama et al., "Methods for visual understanding
of hierarchical system structures" (1981), with dates in place of longest paths.
"""
